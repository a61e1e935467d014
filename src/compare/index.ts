export { AUDIT_GROUPS, type Audit, type AuditGroup, type AuditRow, auditOf, isOfWhoIsWho } from './audit/audit.ts';
export type { Rate } from './audit/rates.ts';
export {
  type Cell,
  type Coverage,
  type CoverageFilter,
  type CoveredOutlet,
  type CoveredUtterance,
  coverageOf,
} from './coverage/coverage.ts';
export type {
  Difference,
  DifferenceKind,
  Fidelity,
  Match,
  Printing,
  Source,
  SourcePassage,
  Standing,
  Voice,
} from './fidelity/fidelity.ts';
export { type IndexedSource, indexSource } from './fidelity/found.ts';
export { asidesIn, RecordSources, verifyInRecord, voicesIn } from './fidelity/record.ts';
export { type Held, type Printed, verifyQuote } from './fidelity/verify.ts';
export { sameSpeaker } from './fidelity/voices.ts';
export { assertionsIn } from './positions/assertions.ts';
export type { PositionStatement } from './positions/candidates.ts';
export { claimOf } from './positions/clauses.ts';
export { FEATURES, featuresOf, type Passage, passageOf } from './positions/features.ts';
export { type Positions, positionsOf } from './positions/positions.ts';
export { RELATIONS, type RelationWeights, relationScores } from './positions/relation.ts';
export { reasonOf, scoreOf } from './positions/shift.ts';
export type { PositionReader, PossibleShift } from './positions/shifts.ts';
export { type Signals, signalsOf } from './positions/signals.ts';
export { strongestShifts } from './positions/strongest.ts';
export { type Subject, subjectsOf } from './positions/subjects.ts';
export { type ComparedDocument, comparedDocument, joinDocument, utterancesIn } from './utterances/join.ts';
export { isSameStatement, longestRun, wordsOfText } from './utterances/likeness.ts';
export {
  findUtterances,
  type Utterance,
  type UtteranceReport,
  utterancesOf,
  type Version,
} from './utterances/utterances.ts';
export type { WordChange } from './versions/pairs.ts';
export { type Stated, type StatementChange, statementChanges } from './versions/statements.ts';
export { type TextChange, type VersionChange, type VersionHistory, versionHistory } from './versions/versions.ts';
