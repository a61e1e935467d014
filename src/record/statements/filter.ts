import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { familyOf, findEntities } from '../entities/entities.ts';
import { rowsMatching } from '../store/fulltext.ts';
import type { OpenRecord } from '../store/record.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';
import { anyWords } from '../store/text-query.ts';
import { isSpeaker } from './words.ts';

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
  /** What the cue does: "say", "deny" … */
  readonly act?: string;
  /** How the speaker was found: "named", "pronoun" … */
  readonly basis?: string;
  /** What the speaker is: "person", "anonymous" … */
  readonly speakerType?: string;
  /** The least confidence in the statement, 0–1. */
  readonly minConfidence?: number;
  /** The lower of the confidences in the statement and in its speaker, 0–1, inclusive. */
  readonly minCertainty?: number;
  readonly maxCertainty?: number;
  /** Whether a person has reviewed it. */
  readonly reviewed?: boolean;
  /** Also those that a person rejected. */
  readonly rejected?: boolean;
}

/** Statements joined to their documents and to the link of their speaker, where there is one. */
export type StatementQuery = SelectQueryBuilder<
  Omit<Schema, 'link'> & { link: { [column in keyof LinkRow]: LinkRow[column] | null } },
  'statement' | 'document' | 'link',
  object
>;

/** The statements that fit the filter; the caller selects the columns and the order. */
export async function statementsThat(record: OpenRecord, filter: StatementFilter): Promise<StatementQuery> {
  let query = record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .leftJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .where('document.removed', 'is', null);
  if (!filter.rejected) query = query.where('statement.origin', '!=', 'rejected');
  if (filter.speaker !== undefined) {
    const { speaker } = filter;
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
  const { about, since, until, minConfidence } = filter;
  if (about !== undefined) {
    query = query.where(sql<boolean>`statement.rowid in ${rowsMatching(record.db, 'content', anyWords(about))}`);
  }
  if (since !== undefined)
    query = query.where((where) =>
      where.or([where('statement.latest', '>=', since), where('statement.latest', 'is', null)]),
    );
  if (until !== undefined)
    query = query.where(sql<boolean>`coalesce(statement.earliest, statement.latest) <= ${`${until}~`}`);
  if (filter.document !== undefined) query = query.where('document.id', '=', filter.document);
  if (filter.ids !== undefined) query = query.where('statement.id', 'in', among(filter.ids));
  if (filter.documents !== undefined) query = query.where('document.id', 'in', among(filter.documents));
  if (filter.outlet !== undefined)
    query = query.where(sql<boolean>`lower(document.outlet) like lower(${filter.outlet})`);
  if (filter.kind !== undefined) query = query.where('statement.kind', '=', filter.kind);
  if (filter.act !== undefined) query = query.where('statement.act', '=', filter.act);
  if (filter.basis !== undefined) query = query.where('statement.basis', '=', filter.basis);
  if (filter.speakerType !== undefined) query = query.where('statement.speaker_type', '=', filter.speakerType);
  if (minConfidence !== undefined) query = query.where('statement.confidence', '>=', minConfidence);
  if (filter.minCertainty !== undefined) query = query.where('statement.certainty', '>=', filter.minCertainty);
  if (filter.maxCertainty !== undefined) query = query.where('statement.certainty', '<=', filter.maxCertainty);
  if (filter.reviewed !== undefined)
    query = query.where((where) => {
      const untouched = where.and([
        where('statement.extracted', 'is', null),
        where('statement.origin', '=', 'program'),
      ]);
      return filter.reviewed ? where.not(untouched) : untouched;
    });
  return query;
}

/** The ids of all entities that count as one of these. */
async function membersOf(db: Kysely<Schema>, ids: readonly string[]): Promise<string[]> {
  return (await Promise.all(ids.map(async (id) => (await familyOf(db, id)).members))).flat();
}
