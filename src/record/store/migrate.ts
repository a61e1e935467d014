import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import type { Schema } from './schema.ts';
import { FIRST_STEP, LATER_STEPS, schemaNumber } from './steps.ts';

type Db = Kysely<Schema>;

/** What a store does while its schema is made or brought up to date. */
export interface MigratedStore {
  readonly db: Db;
  readonly kind: 'sqlite' | 'postgres';
  /** The record as it may be printed. */
  readonly name: string;
  /** Whether it can only be read. */
  readonly isReadOnly: boolean;
  /** The schema in which the list of steps stands; undefined where a store has none. */
  readonly schema?: string;
  /** The names of the steps that were done, in order; none for a record of 0.1, and where there is no record yet. */
  stepsDone(): Promise<string[]>;
  /** The number of the schema as 0.1 notes it; 0 where there is no record yet. */
  noted(db: Db): Promise<number>;
  /** Notes the number of the schema where 0.1 looks for it, so that 0.1 refuses a newer record. */
  note(tx: Db, number: number): Promise<void>;
  /** Runs several statements of SQL inside a transaction. */
  run(tx: Db, statements: string): Promise<void>;
  /** The statements that make a new record. */
  create(): readonly string[];
  /** What brings a record that is older than 0.1 from a number to what 0.1 made. */
  history(from: number): readonly string[];
  /** What is done before the schema of a record that holds something is changed. */
  keepCopy(number: number): Promise<void>;
}

const STEPS: readonly string[] = [FIRST_STEP, ...Object.keys(LATER_STEPS)];

/** Two records that are opened in one process would wait for each other for ever: SQLite waits without giving way. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes the schema of a new record, or brings that of an older one up to date, in one transaction.
 *
 * @throws OnrecordError `record-newer`, `record-read-only` where an older record cannot be written to
 */
export async function migrate(store: MigratedStore): Promise<void> {
  if (await isCurrent(store)) return;
  const own = turn.then(() => bringUpToDate(store));
  turn = own.catch(() => undefined);
  await own;
}

async function isCurrent(store: MigratedStore): Promise<boolean> {
  const done = await store.stepsDone();
  const last = done.at(-1);
  if (last !== undefined && !STEPS.includes(last))
    throw new OnrecordError(
      'record-newer',
      `${store.name} was made by a newer Onrecord (schema ${schemaNumber(last)}, this one knows ${schemaNumber(STEPS.at(-1)!)}); install the newer one`,
    );
  return done.length === STEPS.length;
}

async function bringUpToDate(store: MigratedStore): Promise<void> {
  const number = await store.noted(store.db);
  if (store.isReadOnly)
    throw new OnrecordError(
      'record-read-only',
      `${store.name} was made by an older Onrecord and cannot be brought up to date, for it cannot be written to; copy it to a place where it can`,
    );
  if (number > 0) await store.keepCopy(number);
  const { error } = await new Migrator({
    db: store.db,
    provider: providerOf(store),
    ...(store.schema === undefined ? {} : { migrationTableSchema: store.schema }),
  }).migrateToLatest();
  if (error === undefined) return;
  // A newer Onrecord may have come first.
  await isCurrent(store);
  throw error;
}

/** The steps for Kysely's Migrator. The first makes a new record as it is to be, after which the later have nothing to do. */
function providerOf(store: MigratedStore): MigrationProvider {
  let isNew = false;
  const step = (name: string, up: (tx: Db) => Promise<void>): [string, Migration] => [
    name,
    {
      up: async (tx) => {
        await up(tx);
        await store.note(tx, schemaNumber(name));
      },
    },
  ];
  const first = step(FIRST_STEP, async (tx) => {
    const number = await store.noted(tx);
    isNew = number === 0;
    for (const statements of isNew ? store.create() : store.history(number)) await store.run(tx, statements);
  });
  const later = Object.entries(LATER_STEPS).map(([name, statements]) =>
    step(name, async (tx) => {
      if (!isNew) await store.run(tx, statements[store.kind]);
    }),
  );
  return { getMigrations: async () => Object.fromEntries([first, ...later]) };
}
