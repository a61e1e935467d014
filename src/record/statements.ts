import { type Kysely, sql } from 'kysely';
import type { Extraction, Figure, Statement } from '../document/index.ts';
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
}

/** Writes what was extracted from a document; inside the transaction that adds it. */
export async function insertExtraction(
  tx: Kysely<Schema>,
  document: string,
  { statements, figures }: Extraction,
): Promise<void> {
  for (const [position, statement] of statements.entries()) {
    await tx
      .insertInto('statement')
      .values({
        id: statement.id,
        document,
        position,
        kind: statement.kind,
        act: statement.act,
        speaker: statement.speaker.name,
        speaker_type: statement.speaker.type,
        content: statement.content.map((span) => span.text).join(' … '),
        earliest: statement.said.earliest ?? null,
        latest: statement.said.latest ?? null,
        parent: statement.parent ?? null,
        value: JSON.stringify(statement),
      })
      .execute();
  }
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
  /** Words that the content must hold. */
  readonly about?: string;
  /** Dates (`YYYY-MM-DD`, or `YYYY-MM`, or `YYYY`), inclusive; a statement counts when it may have been said then. */
  readonly since?: string;
  readonly until?: string;
  readonly document?: string;
  readonly outlet?: string;
  readonly kind?: string;
  /** The least confidence in the statement, 0–1. */
  readonly minConfidence?: number;
}

/** Statements that fit, oldest first; those of one document in the order of its text. */
export async function findStatements(record: OpenRecord, filter: StatementFilter = {}): Promise<StoredStatement[]> {
  let query = record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select([
      'statement.value',
      'document.id',
      'document.title',
      'document.outlet',
      'document.published',
      'document.url',
    ])
    .where('document.removed', 'is', null);
  const { speaker, about, since, until, document, outlet, kind, minConfidence } = filter;
  if (speaker !== undefined)
    query = query.where(
      sql<boolean>`' ' || replace(replace(statement.speaker, ',', ' '), '’', ' ') || ' ' like ${`% ${likeWords(speaker)} %`} escape '\\'`,
    );
  if (about !== undefined)
    query = query.where(
      'statement.rowid',
      'in',
      sql<number>`(select rowid from statement_search where statement_search match ${`content : (${matchWords(about)})`})`,
    );
  if (since !== undefined)
    query = query.where((where) =>
      where.or([where('statement.latest', '>=', since), where('statement.latest', 'is', null)]),
    );
  if (until !== undefined)
    query = query.where(sql<boolean>`coalesce(statement.earliest, statement.latest) <= ${`${until}~`}`);
  if (document !== undefined) query = query.where('document.id', '=', document);
  if (outlet !== undefined) query = query.where(sql<boolean>`document.outlet like ${outlet}`);
  if (kind !== undefined) query = query.where('statement.kind', '=', kind);
  const rows = await query
    .orderBy(sql`coalesce(statement.earliest, statement.latest, '9999')`)
    .orderBy('document.added')
    .orderBy('document.id')
    .orderBy('statement.position')
    .execute();
  return rows
    .map(storedOf)
    .filter((statement) => minConfidence === undefined || statement.confidence.statement >= minConfidence);
}

function storedOf({
  value,
  id,
  title,
  outlet,
  published,
  url,
}: {
  value: string;
  id: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
}): StoredStatement {
  return { ...(JSON.parse(value) as Statement), document: { id, title, outlet, published, url } };
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
    .where('speaker', '!=', '')
    .groupBy(['speaker', 'speaker_type'])
    .orderBy('statements', 'desc')
    .orderBy('speaker')
    .execute();
  return rows.map((row) => ({ ...row, statements: Number(row.statements), documents: Number(row.documents) }));
}
