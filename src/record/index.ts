export * from './documents.ts';
export {
  type Decision,
  describeEntity,
  type EntityCount,
  type EntityListing,
  getEntity,
  type LikelyDouble,
  likelyDoubles,
  listDecisions,
  listEntities,
  mergeEntities,
  type Post,
  renameEntity,
  splitEntity,
  tellApart,
  undoDecision,
} from './entities/entities.ts';
export { type ImportedPeople, importPeople } from './entities/import.ts';
export { ENTITY_TYPES, type EntityType } from './entities/keys.ts';
export { linkAll } from './entities/link.ts';
export { type PeopleFile, parsePeople } from './entities/popolo.ts';
export { type OpenRecord, openRecord, recordError } from './open.ts';
export type { PairMark, Review, ReviewKind, ReviewValue } from './reviews/apply.ts';
export { listPairMarks, markPair, PAIR_MARKS, type PairPlace } from './reviews/pairs.ts';
export {
  addStatement,
  type Imported,
  importReviews,
  listReviews,
  type ReviewConflict,
  reviewConflicts,
  reviewStatement,
  undoReview,
} from './reviews/reviews.ts';
export { type QuoteSelector, selectorOf } from './reviews/selector.ts';
export * from './search.ts';
export {
  findExtracted,
  findFigures,
  findStatements,
  getStatement,
  listSpeakers,
  type SpeakerListing,
  type StatementFilter,
  type StoredStatement,
} from './statements.ts';
export { listTopics, phrasingsOf, removeTopic, saveTopic, type Topic } from './topics.ts';
export {
  documentsToJoin,
  joinReports,
  partReports,
  type ReportRow,
  reportsIn,
  reportsLike,
  reportsNear,
  reportsOfUtterances,
  statementsInside,
  utteranceIds,
} from './utterances.ts';
export { cosine, searchLike, statementsLike, statementsToEncode, type Vector, writeVectors } from './vectors.ts';
