export { ENTITY_TYPES, type EntityType } from '../language/english/name-keys.ts';
export * from './alerts/alerts.ts';
export * from './alerts/searches.ts';
export * from './documents.ts';
export { appearancesOf, completeEntities, documentsOf, type EntityAppearance } from './entities/appearances.ts';
export {
  type Decision,
  listDecisions,
  mergeEntities,
  renameEntity,
  setTraits,
  splitEntity,
  standingDecision,
  tellApart,
  undoDecision,
} from './entities/decisions.ts';
export { type LikelyDouble, likelyDoubles } from './entities/doubles.ts';
export {
  describeEntity,
  type EntityCount,
  type EntityListing,
  getEntity,
  getEntityIds,
  knownFamily,
  listEntities,
  type Post,
} from './entities/entities.ts';
export { type ImportedPeople, importPeople } from './entities/import.ts';
export { linkAll } from './entities/link.ts';
export type { PeopleFile } from './entities/listed.ts';
export { parsePeople, parsePeopleFolder } from './entities/people-file.ts';
export { readWhoIsWho, TRAIT_KINDS, type Trait, type TraitKind, type WhoIsWho } from './entities/traits.ts';
export * from './feeds.ts';
export * from './listings.ts';
export { addressOf } from './note-version.ts';
export { cursorOf, type Page, placeOf } from './page.ts';
export type { PairMark, Review, ReviewKind, ReviewValue } from './reviews/apply.ts';
export { listPairMarks, markPair, PAIR_MARKS, type PairPlace } from './reviews/pairs.ts';
export { readReview } from './reviews/read.ts';
export {
  addStatement,
  type Imported,
  importReviews,
  listReviews,
  type ReviewConflict,
  reviewConflicts,
  reviewStatement,
  standingReview,
  undoReview,
} from './reviews/reviews.ts';
export * from './search.ts';
export {
  type BriefStatement,
  type Companion,
  companionsOf,
  countByDay,
  countFacets,
  type DayCount,
  type Facets,
  findBriefly,
} from './statements/counts.ts';
export type { StatementFilter } from './statements/filter.ts';
export {
  countStatements,
  eachStatement,
  findExtracted,
  findFigures,
  findStatements,
  getStatement,
  listSpeakers,
  listSpeakingOften,
  pageStatements,
  type SpeakerListing,
  STATEMENT_ORDERS,
  type StatementOrder,
} from './statements/find.ts';
export type { StoredStatement } from './statements/stored.ts';
export { recordError } from './store/errors.ts';
export { moveRecord, recordDigests, type TableDigest } from './store/move.ts';
export { openRecord } from './store/open.ts';
export { type PostgresPlace, postgresPlace } from './store/postgres.ts';
export type { OpenRecord } from './store/record.ts';
export { listTopics, phrasingsOf, removeTopic, saveTopic, type Topic } from './topics.ts';
export {
  documentsToCompare,
  joinReports,
  lastStatement,
  mergeUtterances,
  pageUtterances,
  partReports,
  type Reported,
  type ReportRow,
  reportedIn,
  reportsIn,
  reportsNumbered,
  reportsOfUtterances,
  statementsAfter,
  statementsInside,
  statementsNear,
  statementsWithPhrases,
  utteranceIds,
  utterancesOfStatements,
  utterancesWithId,
} from './utterances.ts';
export {
  cosine,
  type StatementVector,
  searchLike,
  statementsLike,
  statementsToEncode,
  type Vector,
  vectorsOf,
  writeVectors,
} from './vectors.ts';
export {
  type ChangedDocument,
  changedDocuments,
  type DocumentVersion,
  getVersion,
  statementsOfVersion,
  versionsOf,
  versionsSince,
} from './versions.ts';
