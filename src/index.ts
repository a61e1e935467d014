/** The library: the same functions that the commands call. */
export * from './compare/index.ts';
export * from './document/index.ts';
export * from './export/index.ts';
export { type DateExpression, type DatesOptions, datesIn } from './extract/facts/dates/dates.ts';
export { type Reference, referenceOf } from './extract/facts/dates/reference.ts';
export { figuresIn } from './extract/facts/figures/figures.ts';
export { type Added, add, readAndExtract, set } from './pipeline/add.ts';
export { extract } from './pipeline/extract.ts';
export { documentOf, type FilterLine, filterLine } from './pipeline/filter.ts';
export { type Reextracted, reextract } from './pipeline/reextract.ts';
// These take the place of the record's own functions of the same names, which compare nothing anew.
export {
  addStatement,
  importPeople,
  importReviews,
  mergeEntities,
  relink,
  removeDocument,
  renameEntity,
  restoreDocument,
  reviewStatement,
  reviewStatements,
  splitEntity,
  undoDecision,
  undoReview,
  undoReviews,
} from './pipeline/review.ts';
export { encodeSentence, type SentenceVector } from './pipeline/sentence-vectors.ts';
export { type PrintedQuotation, quotationsOf, sourceOf } from './pipeline/verify.ts';
export { languageOf, type TextLanguage } from './read/language.ts';
export { type ReadOptions, read } from './read/read.ts';
export { type Turn, turnsIn } from './read/turns/turns.ts';
export * from './record/index.ts';
