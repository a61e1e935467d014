export type { Difference, DifferenceKind, Fidelity, Match, Source, SourcePassage } from './fidelity/fidelity.ts';
export { RecordSources, verifyInRecord, voicesIn } from './fidelity/record.ts';
export { type Held, type IndexedSource, indexSource, type Printed, verifyQuote } from './fidelity/verify.ts';
export { sameSpeaker, type Voice } from './fidelity/voices.ts';
