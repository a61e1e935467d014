import { sql } from 'kysely';
import type { OpenRecord } from '../store/open.ts';
import { type EntityCount, listEntities, ROOTS } from './entities.ts';

/** Two entities that may be one: they have a name in common, and no person has said what they are. */
export interface LikelyDouble {
  readonly one: EntityCount;
  readonly other: EntityCount;
  /** Somebody looked, and could not tell. */
  readonly undecided: boolean;
}

/** Pairs of entities with a name in common that nobody has decided about. */
export async function likelyDoubles(record: OpenRecord): Promise<LikelyDouble[]> {
  const counts = new Map((await listEntities(record)).map((entity) => [entity.id, entity]));
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct case when a.root < b.root then a.root else b.root end as one,
      case when a.root < b.root then b.root else a.root end as other
    from alias as x join alias as y on x.key = y.key and x.entity < y.entity
    join (${ROOTS}) as a on a.id = x.entity join (${ROOTS}) as b on b.id = y.entity
    where a.root != b.root and x.key not like 'surname:%'`.execute(record.db);
  const decided = await record.db
    .selectFrom('decision')
    .select(['kind', 'value'])
    .where('kind', 'in', ['different', 'undecided'])
    .where('undone', 'is', null)
    .execute();
  const keysOf = (kind: string) =>
    new Set(
      decided
        .filter((row) => row.kind === kind)
        .map(({ value }) => {
          const { one, other } = JSON.parse(value) as { one: string; other: string };
          return [one, other].sort().join(' ');
        }),
    );
  const [apart, undecided] = [keysOf('different'), keysOf('undecided')];
  return rows.flatMap(({ one, other }) => {
    const [first, second] = [counts.get(one), counts.get(other)];
    const key = `${one} ${other}`;
    return first && second && !apart.has(key) ? [{ one: first, other: second, undecided: undecided.has(key) }] : [];
  });
}
