import type { Kysely } from 'kysely';
import { compact, OnrecordError } from '../../document/index.ts';
import { chunks } from '../store/chunks.ts';
import type { OpenRecord } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { familyOf, rootsOf } from './entities.ts';

/** What is told of people besides names and posts. Nothing of it is guessed: a file or a person says it. */
export const TRAIT_KINDS = ['party', 'sex', 'country'] as const;
export type TraitKind = (typeof TRAIT_KINDS)[number];

/** A trait with the days between which it held, ISO dates; a missing one is not known, or it holds still. */
export interface Trait {
  readonly kind: TraitKind;
  /** As it was given: "Labour", "female", "Ireland". */
  readonly value: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** What is told of people, by entity: their traits, and the posts that they held. */
export class WhoIsWho {
  readonly #told: ReadonlyMap<string, readonly Told[]>;

  /** @param told by the entity that each counts as */
  constructor(told: ReadonlyMap<string, readonly Told[]>) {
    this.#told = told;
  }

  /** What is told of somebody on a day, or at any time where the day is not known; several values are joined. Empty where nothing is. */
  valueOf(entity: string, kind: TraitKind | 'post', day: string | undefined): string {
    const own = (this.#told.get(entity) ?? []).filter((one) => one.kind === kind);
    const held = day === undefined ? own : own.filter((one) => holds(one, day));
    // A person's word stands before a file's; what has dates before what has none.
    const best = [
      held.filter(({ origin }) => origin === 'person'),
      held.filter(({ earliest, latest }) => earliest || latest),
      held,
    ].find((some) => some.length > 0);
    return [...new Set(best?.map(({ value }) => value))].sort().join('; ');
  }
}

interface Told {
  readonly kind: string;
  readonly value: string;
  readonly earliest: string;
  readonly latest: string | null;
  readonly origin: string;
}

function holds({ earliest, latest }: Told, day: string): boolean {
  const on = day.slice(0, 10);
  return earliest.slice(0, on.length) <= on && (latest === null || latest >= on);
}

/** All that is told of the people of a record. */
export async function readWhoIsWho(record: OpenRecord): Promise<WhoIsWho> {
  const traits = await record.db.selectFrom('trait').selectAll().execute();
  const posts = await record.db.selectFrom('holding').selectAll().execute();
  const all = [
    ...traits,
    ...posts.map(({ post, ...held }) => ({ ...held, kind: 'post', value: post, origin: 'import' })),
  ];
  const roots = await rootsOf(record.db, [...new Set(all.map(({ entity }) => entity))]);
  const told = new Map<string, Told[]>();
  for (const { entity, ...one } of all) {
    const root = roots.get(entity) ?? entity;
    const before = told.get(root);
    if (before) before.push(one);
    else told.set(root, [one]);
  }
  return new WhoIsWho(told);
}

/** Notes what a file says of people. */
export async function addTraits(
  tx: Kysely<Schema>,
  traits: readonly (Trait & { readonly entity: string })[],
): Promise<void> {
  const rows = traits.map(({ entity, kind, value, earliest = '', latest = null }) => ({
    entity,
    kind,
    value,
    earliest,
    latest,
    origin: 'import',
  }));
  for (const part of chunks(rows))
    await tx
      .insertInto('trait')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(['entity', 'kind', 'value', 'earliest', 'origin'])
          .doUpdateSet((set) => ({ latest: set.ref('excluded.latest') })),
      )
      .execute();
}

/** The values of one kind that a person gave an entity before are replaced by these; empty takes them back. */
export async function replaceTraits(
  tx: Kysely<Schema>,
  entity: string,
  kind: TraitKind,
  traits: readonly Trait[],
): Promise<Trait[]> {
  const { members } = await familyOf(tx, entity);
  const said = await tx
    .selectFrom('trait')
    .selectAll()
    .where('entity', 'in', members)
    .where('kind', '=', kind)
    .where('origin', '=', 'person')
    .execute();
  for (const one of said)
    await tx
      .deleteFrom('trait')
      .where('entity', '=', one.entity)
      .where('kind', '=', kind)
      .where('origin', '=', 'person')
      .execute();
  for (const { value, earliest = '', latest = null } of traits) {
    if (earliest && latest && latest < earliest)
      throw new OnrecordError('wrong-usage', `${value} ends on ${latest}, before it begins on ${earliest}`);
    await tx.insertInto('trait').values({ entity, kind, value, earliest, latest, origin: 'person' }).execute();
  }
  return said.map(({ value, earliest, latest }) => ({ kind, value, ...compact({ earliest, latest }) }));
}
