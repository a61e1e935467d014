import { type Kysely, sql } from 'kysely';
import { type Extraction, type Figure, OnrecordError, type Statement } from '../document/index.ts';
import { chunks } from './chunks.ts';
import { columnsOf } from './columns.ts';
import { familyOf, findEntities } from './entities/entities.ts';
import type { OpenRecord } from './open.ts';
import type { Schema } from './schema.ts';

/** A statement with the document it stands in. */
export interface StoredStatement extends Statement {
  readonly document: {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly url: string | null;
  };
  /** Whom the speaker is in the record, and the post that they held when it was said, where that is known. */
  readonly entity?: { readonly id: string; readonly name: string; readonly post?: string };
  /** Where a person has had a say: what extraction said, or nothing where they added the statement. */
  readonly reviewed?: { readonly extracted?: Statement };
}

/** Writes what was extracted from a document; inside the transaction that adds it. */
export async function insertExtraction(
  tx: Kysely<Schema>,
  document: string,
  { statements, figures, names }: Extraction,
): Promise<void> {
  for (const [position, statement] of statements.entries()) {
    await tx
      .insertInto('statement')
      .values({
        id: statement.id,
        document,
        position,
        act: statement.act,
        parent: statement.parent ?? null,
        ...columnsOf(statement),
        extracted: null,
        origin: 'program',
      })
      .execute();
    const about = (statement.about ?? []).map(({ type, name }) => ({ statement: statement.id, document, type, name }));
    if (about.length > 0)
      await tx
        .insertInto('about')
        .values(about)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
  const named = names.map(({ type, name, role = null, aliases = [] }) => ({
    document,
    type,
    name,
    role,
    aliases: JSON.stringify(aliases),
  }));
  for (const part of chunks(named))
    await tx
      .insertInto('named')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const [position, figure] of figures.entries()) {
    await tx
      .insertInto('figure')
      .values({ document, position, statement: figure.statement ?? null, value: JSON.stringify(figure) })
      .execute();
  }
}

/** Which statements are wanted; every condition that is given must hold. */
export interface StatementFilter {
  /** A speaker's name or a part of it made of whole words ("Healey"). */
  readonly speaker?: string;
  /** Ids of entities, of which the speaker must be one. */
  readonly entities?: readonly string[];
  /** Ids of entities, of which the content must mention one. */
  readonly mentions?: readonly string[];
  /** Words that the content must hold; of several phrasings all words of one. */
  readonly about?: string | readonly string[];
  /** Dates (`YYYY-MM-DD`, or `YYYY-MM`, or `YYYY`), inclusive; a statement counts when it may have been said then. */
  readonly since?: string;
  readonly until?: string;
  readonly document?: string;
  /** Ids of statements, one of which it must be. */
  readonly ids?: readonly string[];
  /** Ids of documents, one of which it must be. */
  readonly documents?: readonly string[];
  readonly outlet?: string;
  readonly kind?: string;
  /** The least confidence in the statement, 0–1. */
  readonly minConfidence?: number;
  /** Those too of which a person said that they are none. */
  readonly rejected?: boolean;
}

/** Statements that fit, oldest first; those of one document in the order of its text. */
export async function findStatements(record: OpenRecord, filter: StatementFilter = {}): Promise<StoredStatement[]> {
  let query = record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .leftJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .select([
      'statement.value',
      'statement.extracted',
      'statement.origin',
      'statement.latest',
      'link.entity',
      'document.id',
      'document.title',
      'document.outlet',
      'document.published',
      'document.url',
    ])
    .where('document.removed', 'is', null);
  if (!filter.rejected) query = query.where('statement.origin', '!=', 'rejected');
  const { speaker, about, since, until, document, outlet, kind, minConfidence } = filter;
  if (speaker !== undefined) {
    const entities = await membersOf(record.db, await findEntities(record.db, speaker));
    query = query.where((where) =>
      where.or([isSpeaker(speaker), ...(entities.length > 0 ? [where('link.entity', 'in', entities)] : [])]),
    );
  }
  if (filter.entities !== undefined)
    query = query.where('link.entity', 'in', await membersOf(record.db, filter.entities));
  if (filter.mentions !== undefined) {
    const members = await membersOf(record.db, filter.mentions);
    query = query.where('statement.id', 'in', (select) =>
      select
        .selectFrom('about')
        .innerJoin('link as mentioned', (join) =>
          join
            .onRef('mentioned.document', '=', 'about.document')
            .onRef('mentioned.type', '=', 'about.type')
            .onRef('mentioned.name', '=', 'about.name'),
        )
        .select('about.statement')
        .where('mentioned.entity', 'in', members),
    );
  }
  if (about !== undefined)
    query = query.where(
      'statement.rowid',
      'in',
      sql<number>`(select rowid from statement_search where statement_search match ${`content : (${matchAny(about)})`})`,
    );
  if (since !== undefined)
    query = query.where((where) =>
      where.or([where('statement.latest', '>=', since), where('statement.latest', 'is', null)]),
    );
  if (until !== undefined)
    query = query.where(sql<boolean>`coalesce(statement.earliest, statement.latest) <= ${`${until}~`}`);
  if (document !== undefined) query = query.where('document.id', '=', document);
  if (filter.ids !== undefined)
    query = query.where(
      'statement.id',
      'in',
      sql<string>`(select value from json_each(${JSON.stringify(filter.ids)}))`,
    );
  // As one value: databases bound how many there may be.
  if (filter.documents !== undefined)
    query = query.where(
      'document.id',
      'in',
      sql<string>`(select value from json_each(${JSON.stringify(filter.documents)}))`,
    );
  if (outlet !== undefined) query = query.where(sql<boolean>`document.outlet like ${outlet}`);
  if (kind !== undefined) query = query.where('statement.kind', '=', kind);
  const rows = await query
    .orderBy(sql`coalesce(statement.earliest, statement.latest, '9999')`)
    .orderBy('document.added')
    .orderBy('document.id')
    .orderBy('statement.position')
    .execute();
  const entities = await entitiesOf(record.db, [...new Set(rows.flatMap(({ entity }) => entity ?? []))]);
  return rows
    .map((row) => storedOf(row, row.entity === null ? undefined : entities.get(row.entity)))
    .filter((statement) => minConfidence === undefined || statement.confidence.statement >= minConfidence);
}

/** One statement by its id or the beginning of it. Throws `not-found` where none or several fit. */
export async function getStatement(record: OpenRecord, id: string): Promise<StoredStatement> {
  const rows = await record.db
    .selectFrom('statement')
    .select(['id', 'document'])
    .where('id', 'like', `${id.replace(/[%_]/gu, '')}%`)
    .orderBy('id')
    .limit(2)
    .execute();
  // The whole id of one may be the beginning of another's.
  if (rows.length > 1 && rows[0]!.id !== id)
    throw new OnrecordError('not-found', `several statements have ids that begin with ${id}; give more of it`);
  const all = rows[0] ? await findStatements(record, { document: rows[0].document, rejected: true }) : [];
  const found = all.find((statement) => statement.id === rows[0]!.id);
  if (!found)
    throw new OnrecordError(
      'not-found',
      `no statement in the record has the id ${id}; ids are in: onrecord show DOCUMENT`,
    );
  return found;
}

/** The ids of all entities that count as one of these. */
async function membersOf(db: Kysely<Schema>, ids: readonly string[]): Promise<string[]> {
  return (await Promise.all(ids.map(async (id) => (await familyOf(db, id)).members))).flat();
}

/** What an entity of the record is called, and the posts it held. */
interface Called {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly earliest: string; readonly latest: string | null }[];
}

async function entitiesOf(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, Called>> {
  const found = new Map<string, Called>();
  for (const part of chunks(ids)) {
    const rows = await db.selectFrom('entity').selectAll().where('id', 'in', part).execute();
    const posts = await db.selectFrom('holding').selectAll().where('entity', 'in', part).execute();
    for (const { id, name, renamed } of rows)
      found.set(id, { id, name: renamed ?? name, posts: posts.filter(({ entity }) => entity === id) });
    for (const { id, merged } of rows) {
      if (merged === null) continue;
      const { root } = await familyOf(db, id);
      const whole = (await entitiesOf(db, [root])).get(root)!;
      found.set(id, { ...whole, posts: [...whole.posts, ...found.get(id)!.posts] });
    }
  }
  return found;
}

interface StatementRead {
  readonly value: string;
  readonly extracted: string | null;
  readonly origin: string;
  readonly latest: string | null;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

function storedOf(row: StatementRead, entity: Called | undefined): StoredStatement {
  const { value, extracted, origin, latest, id, title, outlet, published, url } = row;
  const day = (latest ?? published ?? '').slice(0, 10);
  const post = entity?.posts.find(
    ({ earliest, latest: until }) => day !== '' && earliest <= day && (until === null || day <= until),
  )?.post;
  const reviewed = extracted !== null || origin === 'person';
  return {
    ...(JSON.parse(value) as Statement),
    document: { id, title, outlet, published, url },
    ...(entity ? { entity: { id: entity.id, name: entity.name, ...(post ? { post } : {}) } } : {}),
    ...(reviewed ? { reviewed: extracted === null ? {} : { extracted: JSON.parse(extracted) as Statement } } : {}),
  };
}

/** Whether a statement's speaker has a name that holds these whole words. */
export function isSpeaker(words: string) {
  return sql<boolean>`' ' || replace(replace(statement.speaker, ',', ' '), '’', ' ') || ' ' like ${`% ${likeWords(words)} %`} escape '\\'`;
}

function likeWords(words: string): string {
  return words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[%_\\]/gu, '\\$&');
}

/** A person's words → an FTS5 query: all words, phrases in quotation marks, `*` at a word's end for its beginnings. */
export function matchWords(words: string): string {
  const terms = [...words.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)].map((match) => match[1] ?? match[2]!);
  return terms
    .map((term) => ({ term: term.replace(/["“”*]/gu, ' ').trim(), prefix: term.endsWith('*') }))
    .filter(({ term }) => /[\p{L}\p{N}]/u.test(term))
    .map(({ term, prefix }) => `"${term}"${prefix ? '*' : ''}`)
    .join(' AND ');
}

/** Phrasings → an FTS5 query for any of them. */
function matchAny(phrasings: string | readonly string[]): string {
  if (typeof phrasings === 'string') return matchWords(phrasings);
  const queries = phrasings.map(matchWords).filter((query) => query !== '');
  return queries.length > 0 ? queries.map((query) => `(${query})`).join(' OR ') : '';
}

/** The statements of a document as they were extracted, whatever persons said of them. */
export async function findExtracted(record: OpenRecord, document: string): Promise<Statement[]> {
  const rows = await record.db
    .selectFrom('statement')
    .select(['value', 'extracted'])
    .where('document', '=', document)
    .where('origin', '!=', 'person')
    .orderBy('position')
    .execute();
  return rows.map(({ value, extracted }) => JSON.parse(extracted ?? value) as Statement);
}

/** The figures of a document, in the order of its text. */
export async function findFigures(record: OpenRecord, document: string): Promise<Figure[]> {
  const rows = await record.db
    .selectFrom('figure')
    .select('value')
    .where('document', '=', document)
    .orderBy('position')
    .execute();
  return rows.map((row) => JSON.parse(row.value) as Figure);
}

/** Somebody who speaks in the record. */
export interface SpeakerListing {
  readonly name: string;
  readonly type: string;
  readonly statements: number;
  readonly documents: number;
}

/** The speakers of the record, who says most first; without the unknown. */
export async function listSpeakers(record: OpenRecord): Promise<SpeakerListing[]> {
  const rows = await record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select((select) => [
      'speaker as name',
      'speaker_type as type',
      select.fn.countAll<number>().as('statements'),
      select.fn.count<number>('statement.document').distinct().as('documents'),
    ])
    .where('document.removed', 'is', null)
    .where('statement.origin', '!=', 'rejected')
    .where('speaker', '!=', '')
    .groupBy(['speaker', 'speaker_type'])
    .orderBy('statements', 'desc')
    .orderBy('speaker')
    .execute();
  return rows.map((row) => ({ ...row, statements: Number(row.statements), documents: Number(row.documents) }));
}
