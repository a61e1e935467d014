import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { familyOf, findEntities } from '../entities/entities.ts';
import { rowsMatching } from '../store/fulltext.ts';
import type { OpenRecord } from '../store/record.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';
import { anyWords } from '../store/text-query.ts';
import { isSpeaker } from './words.ts';

/** Which statements are wanted. All conditions must hold. */
export interface StatementFilter {
  /** A speaker's name or a part of it made of whole words ("Healey"). */
  readonly speaker?: string;
  /** The speaker must be one of these entities, by id. */
  readonly entities?: readonly string[];
  /** The content must mention one of these entities, by id. */
  readonly mentions?: readonly string[];
  /** Words that the content must contain. If several phrasings are given, it must contain all words of one. */
  readonly about?: string | readonly string[];
  /** Dates (`YYYY-MM-DD`, `YYYY-MM` or `YYYY`), inclusive. A statement counts if it may have been made then. */
  readonly since?: string;
  readonly until?: string;
  readonly document?: string;
  /** It must be one of these statements, by id. */
  readonly ids?: readonly string[];
  /** It must be in one of these documents, by id. */
  readonly documents?: readonly string[];
  readonly outlet?: string;
  readonly kind?: string;
  /** What the cue expresses: "say", "deny" and so on. */
  readonly act?: string;
  /** How the speaker was found: "named", "pronoun" and so on. */
  readonly basis?: string;
  /** What the speaker is: "person", "anonymous" and so on. */
  readonly speakerType?: string;
  /** The lowest confidence in the statement, 0–1. */
  readonly minConfidence?: number;
  /** The lower of the confidences in the statement and in its speaker, 0–1, inclusive. */
  readonly minCertainty?: number;
  readonly maxCertainty?: number;
  /** Whether a person has reviewed it. */
  readonly reviewed?: boolean;
  /** Include thoughts: what somebody is said to believe, want or plan, not to have said. */
  readonly thoughts?: boolean;
  /** Include statements that a person rejected. */
  readonly rejected?: boolean;
}

/** Statements joined to their documents and, if there is one, to the speaker's link. */
export type StatementQuery = SelectQueryBuilder<
  Omit<Schema, 'link'> & { link: { [column in keyof LinkRow]: LinkRow[column] | null } },
  'statement' | 'document' | 'link',
  object
>;

/** A query for the matching statements. The caller selects columns and order. */
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
  if (!filter.thoughts) query = query.where('statement.class', '=', 'speech');
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

/** The ids of these entities and of all that are merged with them. */
async function membersOf(db: Kysely<Schema>, ids: readonly string[]): Promise<string[]> {
  return (await Promise.all(ids.map(async (id) => (await familyOf(db, id)).members))).flat();
}
