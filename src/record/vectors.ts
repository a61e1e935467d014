import type { Kysely } from 'kysely';
import type { SearchHit, SearchOptions } from './search.ts';
import { isSpeaker } from './statements/words.ts';
import { chunks } from './store/chunks.ts';
import type { OpenRecord } from './store/record.ts';
import type { Schema } from './store/schema.ts';

/** What a statement is about: whole numbers from -127 to 127, as long for all. */
export type Vector = Int8Array;

/** The cosine of two vectors, -1 to 1; 0 where one has no length. */
export function cosine(one: Vector, other: Vector): number {
  let [product, ours, theirs] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    product += one[i]! * other[i]!;
    ours += one[i]! ** 2;
    theirs += other[i]! ** 2;
  }
  return ours === 0 || theirs === 0 ? 0 : product / Math.sqrt(ours * theirs);
}

/** The vector of bytes as the store has them. */
export function vectorOf(bytes: Uint8Array): Vector {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The statements of a document that have no vector yet; `content` is their spans joined. */
export async function statementsToEncode(
  record: OpenRecord,
  document: string,
): Promise<{ readonly id: string; readonly content: string }[]> {
  return await record.db
    .selectFrom('statement')
    .leftJoin('vector', 'vector.statement', 'statement.id')
    .select(['statement.id', 'statement.content'])
    .where('statement.document', '=', document)
    .where('vector.statement', 'is', null)
    .orderBy('statement.position')
    .execute();
}

/** What a statement is about. */
export interface StatementVector {
  /** Id of the statement. */
  readonly statement: string;
  readonly value: Vector;
}

/** Keeps vectors of statements, in one transaction. */
export async function writeVectors(record: OpenRecord, vectors: readonly StatementVector[]): Promise<void> {
  await record.transaction((tx) => insertVectors(tx, vectors));
}

/** Keeps vectors of statements that have none yet; inside the transaction that writes the statements, or after it. */
export async function insertVectors(tx: Kysely<Schema>, vectors: readonly StatementVector[]): Promise<void> {
  for (const part of chunks(vectors))
    await tx
      .insertInto('vector')
      .values(part.map(({ statement, value }) => ({ statement, value: new Uint8Array(value.buffer) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The vectors of statements, by id; of those that have one. */
export async function vectorsOf(record: OpenRecord, ids: readonly string[]): Promise<Map<string, Vector>> {
  const found = new Map<string, Vector>();
  for (const part of chunks(ids))
    for (const { statement, value } of await record.db
      .selectFrom('vector')
      .selectAll()
      .where('statement', 'in', part)
      .execute())
      found.set(statement, vectorOf(value));
  return found;
}

/** How many statements are looked up for each that is wanted, since some may not be shown. */
const SPARE = 2;

/** Statements nearest in meaning to a vector, nearest first. All are compared: 100,000 take about half a second. */
export async function searchLike(
  record: OpenRecord,
  vector: Vector,
  { limit = 20, least = 0.2, thoughts = false }: SearchOptions & { readonly least?: number } = {},
): Promise<(SearchHit & { readonly likeness: number })[]> {
  const best: { statement: string; likeness: number }[] = [];
  for await (const { statement, value } of record.db.selectFrom('vector').selectAll().stream()) {
    const likeness = cosine(vector, vectorOf(value));
    if (likeness < least || (best.length === SPARE * limit && likeness <= best.at(-1)!.likeness)) continue;
    best.push({ statement, likeness });
    best.sort((a, b) => b.likeness - a.likeness);
    if (best.length > SPARE * limit) best.pop();
  }
  const rows = await record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .$if(!thoughts, (query) => query.where('statement.class', '=', 'speech'))
    .select([
      'statement.id',
      'statement.document',
      'statement.speaker',
      'statement.content',
      'document.title',
      'document.outlet',
      'document.published',
    ])
    .where('statement.id', 'in', best.map(({ statement }) => statement).concat(''))
    .where('statement.origin', '!=', 'rejected')
    .where('document.removed', 'is', null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = best.flatMap(({ statement, likeness }) => {
    const row = byId.get(statement);
    if (!row) return [];
    const { content, ...rest } = row;
    return [{ type: 'statement' as const, ...rest, passage: content, likeness: Math.round(100 * likeness) / 100 }];
  });
  return found.slice(0, limit);
}

/** Ids of a speaker's statements by their likeness to the nearest of some vectors, nearest first. */
export async function statementsLike(
  record: OpenRecord,
  speaker: string,
  vectors: readonly Vector[],
  { limit = 300, least = 0.45 } = {},
): Promise<string[]> {
  const found: { id: string; likeness: number }[] = [];
  const rows = await record.db
    .selectFrom('vector')
    .innerJoin('statement', 'statement.id', 'vector.statement')
    .select(['statement.id', 'vector.value'])
    .where(isSpeaker(speaker))
    .execute();
  for (const { id, value } of rows) {
    const own = vectorOf(value);
    const likeness = Math.max(...vectors.map((vector) => cosine(vector, own)));
    if (likeness >= least) found.push({ id, likeness });
  }
  return found
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ id }) => id);
}
