import { sql } from 'kysely';
import { nameKey } from '../../language/english/name-keys.ts';
import { isShortName, mayAgree, parseName } from '../../language/english/person-names.ts';
import { chunks } from '../store/chunks.ts';
import type { OpenRecord } from '../store/open.ts';
import { among } from '../store/sql.ts';
import { Directory } from './directory.ts';
import { type EntityCount, listEntities, ROOTS } from './entities.ts';
import { ALIKE, evidenceFor } from './evidence.ts';
import type { Known } from './known.ts';

/** Two entities that may be one, and no person has said what they are. */
export interface LikelyDouble {
  readonly one: EntityCount;
  readonly other: EntityCount;
  /** Somebody looked, and could not tell. */
  readonly undecided: boolean;
  /** 0–1; pairs with a higher one are likelier. */
  readonly likelihood: number;
  /** What speaks for it, in words. */
  readonly why: readonly string[];
}

/** A pair with the keys that it shares. */
interface Pair {
  readonly one: string;
  readonly other: string;
  readonly keys: readonly string[];
}

/** A key that so many entities have tells nothing: "surname:smith". */
const COMMON = 40;

/** Pairs less likely than this are not offered. */
const LEAST = 0.3;

/**
 * Pairs of entities that may be one, the likeliest first: they share a name, a form of it or a likely slip of it, nothing in
 * their names speaks against it, and nobody has decided about them. A surname alone is offered with those who have it.
 */
export async function likelyDoubles(record: OpenRecord): Promise<LikelyDouble[]> {
  const counts = new Map((await listEntities(record)).map((entity) => [entity.id, entity]));
  const decided = await decisionsOf(record);
  const pairs = (await pairsOf(record)).filter(({ one, other }) => counts.has(one) && counts.has(other));
  const directory = new Directory(record.db);
  await directory.load(pairs.flatMap(({ keys }) => keys));
  const open = pairs.filter(({ one, other }) => !decided.different.has(`${one} ${other}`));
  const apart = await namedApart(record, open);
  return open
    .filter((pair) => !apart.has(pair))
    .flatMap((pair) => {
      const [one, other] = [counts.get(pair.one)!, counts.get(pair.other)!];
      const judged = judge(pair, directory.byId(pair.one), directory.byId(pair.other), one, other);
      const undecided = decided.undecided.has(`${pair.one} ${pair.other}`);
      return judged && judged.likelihood >= LEAST ? [{ one, other, undecided, ...judged }] : [];
    })
    .sort((a, b) => b.likelihood - a.likelihood || documentsOf(b) - documentsOf(a) || (a.one.id < b.one.id ? -1 : 1));
}

const documentsOf = ({ one, other }: LikelyDouble) => Math.min(one.documents, other.documents);

async function pairsOf(record: OpenRecord): Promise<Pair[]> {
  const { rows } = await sql<{ one: string; other: string; key: string }>`
    with own as (select distinct alias.key, roots.root from alias join (${ROOTS}) as roots on roots.id = alias.entity),
      few as (select key from own group by key having count(*) between 2 and ${COMMON})
    select x.root as one, y.root as other, x.key as key
    from few join own as x on x.key = few.key join own as y on y.key = few.key and x.root < y.root
    order by x.root, y.root, x.key`.execute(record.db);
  const pairs = new Map<string, Pair & { keys: string[] }>();
  for (const { one, other, key } of rows) {
    const before = pairs.get(`${one} ${other}`);
    if (before) before.keys.push(key);
    else pairs.set(`${one} ${other}`, { one, other, keys: [key] });
  }
  return [...pairs.values()];
}

/** The pairs of people that one document tells apart, but for those that may be slips: "Ned Lund" beside "Ned Lund Jr." */
async function namedApart(record: OpenRecord, pairs: readonly Pair[]): Promise<ReadonlySet<Pair>> {
  const found = new Set<Pair>();
  const wanted = new Map(pairs.map((pair) => [`${pair.one} ${pair.other}`, pair]));
  for (const part of chunks([...new Set(pairs.flatMap(({ one, other }) => [one, other]))])) {
    const { rows } = await sql<{ one: string; other: string }>`
      select distinct a.root as one, b.root as other from link as x
      join (${ROOTS}) as a on a.id = x.entity join link as y on y.document = x.document and y.name != x.name
      join (${ROOTS}) as b on b.id = y.entity
      where a.root in ${among(part)} and a.root < b.root and x.type = 'person' and y.type = 'person'`.execute(
      record.db,
    );
    for (const { one, other } of rows) {
      const pair = wanted.get(`${one} ${other}`);
      if (pair?.keys.some((key) => key.startsWith('person:'))) found.add(pair);
    }
  }
  return found;
}

async function decisionsOf(record: OpenRecord): Promise<Record<'different' | 'undecided', ReadonlySet<string>>> {
  const rows = await record.db
    .selectFrom('decision')
    .select(['kind', 'value'])
    .where('kind', 'in', ['different', 'undecided'])
    .where('undone', 'is', null)
    .execute();
  const keysOf = (kind: string) =>
    new Set(
      rows
        .filter((row) => row.kind === kind)
        .map(({ value }) => {
          const { one, other } = JSON.parse(value) as { one: string; other: string };
          return [one, other].sort().join(' ');
        }),
    );
  return { different: keysOf('different'), undecided: keysOf('undecided') };
}

function judge(
  { keys }: Pair,
  known: Known | undefined,
  otherKnown: Known | undefined,
  one: EntityCount,
  other: EntityCount,
): Pick<LikelyDouble, 'likelihood' | 'why'> | undefined {
  const form = formShared(keys, one, other);
  if (!form) return undefined;
  const why = [form.why];
  let { likelihood } = form;
  if (known && otherKnown) {
    const company = new Map([...known.company].map((key) => [key, 0.1]));
    const score = evidenceFor(otherKnown, { role: [...known.roles], company });
    if (score >= ALIKE) why.push('the same role');
    if (score < 0) likelihood -= 0.3;
    const shared = [...known.company].filter((key) => otherKnown.company.has(key)).length;
    if (shared > 0) why.push(`${shared} names beside both`);
    likelihood += Math.max(0, Math.min(0.3, score / 4));
  }
  return { likelihood: Math.round(100 * Math.max(0, Math.min(1, likelihood))) / 100, why };
}

/** What two names have in common, and how likely that alone makes it; undefined where a part of one speaks against the other. */
function formShared(keys: readonly string[], one: EntityCount, other: EntityCount) {
  const [name, otherName] = [parseName(one.name), parseName(other.name)];
  const arePeople = one.type === 'person' && other.type === 'person';
  const has = (kind: string) => keys.some((key) => key.startsWith(`${kind}:`));
  if (!arePeople) {
    const isSame = one.type === other.type && nameKey(one.type, one.name) === nameKey(other.type, other.name);
    return { likelihood: isSame ? 0.6 : 0.4, why: isSame ? 'the same name' : 'a name in common' };
  }
  if (has('spelt') && !mayAgree(name, otherName)) return { likelihood: 0.5, why: 'the name but for its spelling' };
  if (!mayAgree(name, otherName)) return undefined;
  if (nameKey('person', one.name) === nameKey('person', other.name)) return { likelihood: 0.6, why: 'the same name' };
  if (isShortName(name) || isShortName(otherName)) return { likelihood: 0.25, why: 'the surname' };
  return { likelihood: 0.5, why: 'another form of the name' };
}
