export * from './documents.ts';
export { type OpenRecord, openRecord, recordError } from './open.ts';
export * from './search.ts';
export {
  findFigures,
  findStatements,
  listSpeakers,
  type SpeakerListing,
  type StatementFilter,
  type StoredStatement,
} from './statements.ts';
