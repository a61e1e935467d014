import { createHash } from 'node:crypto';
import type PgBoss from 'pg-boss';
import { type DocumentDetails, OnrecordError } from '../../document/index.ts';
import { formatOf } from '../../read/format.ts';
import type { ReadOptions } from '../../read/options.ts';
import { keepOriginal, type OpenRecord, postgresPlace, recordError } from '../../record/index.ts';

/** What workers do, the most pressing first: what is begun is finished before more is begun. */
export const JOB_KINDS = ['compare', 'extract', 'read', 'reextract'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What each kind of job is told. */
export interface JobData {
  /** Fetch an address, keep its bytes, and have them extracted. */
  readonly read: { readonly address: string; readonly details: DocumentDetails; readonly ocr?: boolean };
  /** Read kept bytes, extract what is said, and record it. */
  readonly extract: {
    readonly original: string;
    readonly name: string;
    readonly known: ReadOptions;
  };
  /** Extract a document of the record again with the present model. */
  readonly reextract: { readonly document: string };
  /** Join what a document says to the utterances of the record. */
  readonly compare: { readonly document: string };
}

/** `waiting` for a worker, or `later` after a failure; `running`; `done`; `failed` for good. */
export type JobState = 'waiting' | 'later' | 'running' | 'done' | 'failed';

const STATES: Readonly<Record<string, JobState>> = {
  created: 'waiting',
  retry: 'later',
  active: 'running',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
};

/** A job as it is shown. */
export interface JobListing {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** What it is about: an address, a file, a document. */
  readonly about: string;
  /** How often it was begun before. */
  readonly attempts: number;
  /** Why it failed last. */
  readonly reason?: string;
  /** ISO time: when it was put here, begun, or ended. */
  readonly since: string;
}

/** Tries of a job before it has failed for good, and seconds before the second; each later one waits twice as long. */
const TRIES = 5;
const DELAY = 5;
/** Seconds that a job may take. A worker that dies is noticed long before; see `worker.ts`. */
const LONGEST = 3 * 3600;

/** The queue of a record: it stands in the same database, in a schema of its own beside the record's. */
export class Queue {
  readonly record: OpenRecord;
  readonly boss: PgBoss;
  /** The schema's name. */
  readonly schema: string;

  constructor(record: OpenRecord, boss: PgBoss, schema: string) {
    this.record = record;
    this.boss = boss;
    this.schema = schema;
  }

  /** Puts a job here; of several that wait for the same thing only one is kept. */
  async send<Kind extends JobKind>(kind: Kind, data: JobData[Kind], after = 0): Promise<void> {
    const key = createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32);
    await this.boss.send(kind, data, { singletonKey: key, startAfter: after });
  }

  /** Keeps the bytes of a document for a worker to read. Throws as `formatOf` does where they are none. */
  async sendBytes(bytes: Uint8Array, name: string, known: ReadOptions = {}): Promise<void> {
    const format = await formatOf(bytes);
    const original = await keepOriginal(this.record, bytes, format);
    await this.send('extract', { original, name, known });
  }

  /** How many jobs there are of each kind in each state; those done are counted for half a day. */
  async counts(): Promise<readonly { readonly kind: JobKind; readonly state: JobState; readonly count: number }[]> {
    const { rows } = await this.#ask(
      `select name as kind, state::text as state, count(*)::int as count from ${this.schema}.job
       where name = any($1) group by name, state order by name, state`,
      [JOB_KINDS],
    );
    return rows.map(({ kind, state, count }) => ({ kind, state: STATES[state]!, count }));
  }

  /** Jobs in some states, those that waited or ran longest first. */
  async list(states: readonly JobState[], limit = 50): Promise<JobListing[]> {
    const own = Object.keys(STATES).filter((state) => states.includes(STATES[state]!));
    const { rows } = await this.#ask(
      `select id, name, state::text as state, data, output, retry_count,
         coalesce(completed_on, started_on, created_on) as since
       from ${this.schema}.job where name = any($1) and state::text = any($2) order by since, id limit $3`,
      [JOB_KINDS, own, limit],
    );
    return rows.map(({ id, name, state, data, output, retry_count: attempts, since }) => ({
      id,
      kind: name,
      state: STATES[state]!,
      about: data.address ?? data.name ?? data.document,
      attempts,
      ...(output?.message ? { reason: output.message } : {}),
      since: new Date(since).toISOString(),
    }));
  }

  /** Has failed jobs tried once more: these, or all. Gives how many. Throws `not-found` for an id that has not failed. */
  async retry(ids?: readonly string[]): Promise<number> {
    const failed = await this.list(['failed'], Number.MAX_SAFE_INTEGER);
    const wanted = ids ? failed.filter(({ id }) => ids.some((beginning) => id.startsWith(beginning))) : failed;
    const unknown = ids?.find((beginning) => !wanted.some(({ id }) => id.startsWith(beginning)));
    if (unknown !== undefined) throw new OnrecordError('not-found', `no failed job has the id ${unknown}`);
    for (const { id } of wanted)
      await this.#ask(
        `update ${this.schema}.job set state = 'created', retry_count = 0, retry_limit = $2, start_after = now(),
           completed_on = null, started_on = null, output = null where id = $1`,
        [id, TRIES],
      );
    return wanted.length;
  }

  /** A job has failed for good: it would fail again. */
  async giveUp(kind: JobKind, id: string, message: string): Promise<void> {
    await this.#ask(`update ${this.schema}.job set retry_limit = retry_count where id = $1`, [id]);
    await this.boss.fail(kind, id, { message });
  }

  async #ask(text: string, values: unknown[]) {
    return await this.boss.getDb().executeSql(text, values);
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, wait: true });
  }
}

/**
 * Opens the queue of a record, made new where there is none.
 *
 * @throws OnrecordError `wrong-usage` for a record that is a file: one process adds to it
 */
export async function openQueue(record: OpenRecord): Promise<Queue> {
  if (!record.isShared)
    throw new OnrecordError(
      'wrong-usage',
      `${record.name} is a file, which has no queue; workers share a record of Postgres`,
    );
  const { url, schema } = postgresPlace(record.place);
  const { default: Boss } = await import('pg-boss');
  const own = `${schema}_jobs`;
  const boss = new Boss({
    connectionString: url,
    schema: own,
    application_name: 'onrecord jobs',
    max: 4,
    retryLimit: TRIES,
    retryDelay: DELAY,
    retryBackoff: true,
    expireInSeconds: LONGEST,
    retentionDays: 30,
    schedule: false,
  });
  // What goes wrong in its own housekeeping is tried again by itself.
  boss.on('error', () => undefined);
  try {
    await boss.start();
    for (const name of JOB_KINDS) await boss.createQueue(name, { name, policy: 'short' });
  } catch (cause) {
    throw recordError(cause, record.place);
  }
  return new Queue(record, boss, own);
}
