import { type ComparedDocument, comparedDocument, joinDocument } from '../compare/index.ts';
import {
  type Decision,
  documentsOf,
  getDocument,
  getStatement,
  type Imported,
  type ImportedPeople,
  importPeople as importPeopleInto,
  importReviews as importReviewsInto,
  knownFamily,
  linkAll,
  mergeEntities as mergeEntitiesIn,
  addStatement as noteAddedStatement,
  reviewStatement as noteReview,
  type OpenRecord,
  type PeopleFile,
  type Review,
  type ReviewKind,
  type ReviewValue,
  removeDocument as removeDocumentFrom,
  renameEntity as renameEntityIn,
  restoreDocument as restoreDocumentTo,
  type StoredDocument,
  splitEntity as splitEntityIn,
  standingDecision,
  standingReview,
  undoDecision as undoDecisionIn,
  undoReview as undoReviewIn,
} from '../record/index.ts';
import { findAlerts } from './alerts/alerts.ts';
import { encodeDocument } from './sentence-vectors.ts';

/**
 * The way of a correction: apply → encode what changed → join → alert. The command line, the server and the import of
 * reviews correct a record by these functions and by no others; each is `correct` with the documents that it concerns.
 * Only those are compared anew, and of those only the ones whose statements have changed.
 */
async function correct<T>(record: OpenRecord, documents: readonly string[], apply: () => Promise<T>): Promise<T> {
  const before = new Map<string, ComparedDocument>();
  for (const document of new Set(documents)) before.set(document, await comparedDocument(record, document));
  const result = await apply();
  const changed: string[] = [];
  for (const [document, { state, reported }] of before) {
    await encodeDocument(record, document);
    if ((await comparedDocument(record, document)).state === state) continue;
    await joinDocument(record, document, reported);
    changed.push(document);
  }
  if (changed.length > 0) await findAlerts(record, changed);
  return result;
}

/** After people or organisations have changed: joins the documents in which they speak, and alerts of those that name them. */
async function compareAnew(record: OpenRecord, speaking: readonly string[], naming: readonly string[]): Promise<void> {
  for (const document of speaking) {
    await encodeDocument(record, document);
    await joinDocument(record, document);
  }
  await findAlerts(record, naming);
}

/**
 * What a person says of a statement: it counts over what the program found, and outlasts every new reading.
 *
 * @param statement its id, or the beginning of it
 * @returns the review's id, by which it can be undone
 * @throws OnrecordError `not-found` where the id fits none or several
 */
export async function reviewStatement(
  record: OpenRecord,
  statement: string,
  kind: Exclude<ReviewKind, 'added' | 'pair'>,
  value: ReviewValue,
  author: string,
): Promise<string> {
  const { document } = await getStatement(record, statement);
  return await correct(record, [document.id], () => noteReview(record, statement, kind, value, author));
}

/**
 * One review of many statements; each document is compared once, when all of its statements have been reviewed.
 *
 * @param statements whole ids
 * @returns the reviews' ids, in the order of the statements
 */
export async function reviewStatements(
  record: OpenRecord,
  statements: readonly { readonly id: string; readonly document: { readonly id: string } }[],
  kind: 'right' | 'not-a-statement',
  author: string,
): Promise<string[]> {
  const documents = statements.map(({ document }) => document.id);
  return await correct(record, documents, async () => {
    const ids: string[] = [];
    for (const { id } of statements) ids.push(await noteReview(record, id, kind, {}, author));
    return ids;
  });
}

/**
 * A statement that the program missed.
 *
 * @param content places in the document's text, UTF-16 offsets
 * @returns the review's id, by which it can be undone
 * @throws OnrecordError `not-found` where no document has the id
 */
export async function addStatement(
  record: OpenRecord,
  document: string,
  content: Parameters<typeof noteAddedStatement>[2],
  value: Omit<ReviewValue, 'content'>,
  author: string,
): Promise<string> {
  return await correct(record, [document], () => noteAddedStatement(record, document, content, value, author));
}

/** Takes a review back. Throws `not-found` where there is none, or it was taken back before. */
export async function undoReview(record: OpenRecord, id: string): Promise<Review> {
  return (await undoReviews(record, [id]))[0]!;
}

/** Takes several reviews back, those that stand. Throws `not-found`, before anything is undone, where one does not. */
export async function undoReviews(record: OpenRecord, ids: readonly string[]): Promise<Review[]> {
  const documents: string[] = [];
  for (const id of ids) documents.push((await standingReview(record, id)).document);
  return await correct(record, documents, async () => {
    const undone: Review[] = [];
    for (const id of new Set(ids)) undone.push(await undoReviewIn(record, id));
    return undone;
  });
}

/** Takes in reviews of colleagues; one that is known already is not taken twice, an undoing is. */
export async function importReviews(record: OpenRecord, reviews: readonly Review[]): Promise<Imported> {
  return await correct(
    record,
    reviews.map(({ document }) => document),
    () => importReviewsInto(record, reviews),
  );
}

/** Takes a document out of every answer; what it alone held together comes apart. Throws `not-found`. */
export async function removeDocument(record: OpenRecord, id: string): Promise<StoredDocument> {
  const document = await getDocument(record, id);
  return await correct(record, [document.id], () => removeDocumentFrom(record, document.id));
}

/** Brings a removed document back. Throws `not-found`, and `wrong-usage` for a version that is out of date. */
export async function restoreDocument(record: OpenRecord, id: string): Promise<StoredDocument> {
  const document = await getDocument(record, id, { removed: true });
  return await correct(record, [document.id], () => restoreDocumentTo(record, document.id));
}

/**
 * Two entities are one from now on, under the second's name. What both said is compared, from the side of the one that
 * speaks in fewer documents.
 *
 * @returns the decision's id, by which it can be undone
 * @throws OnrecordError `not-found` for an id that no entity has, `wrong-usage` where the two are one already
 */
export async function mergeEntities(record: OpenRecord, from: string, into: string, author: string): Promise<string> {
  const [one, other] = [await rootOf(record, from), await rootOf(record, into)];
  const sides = [await documentsOf(record, one, 'speaker'), await documentsOf(record, other, 'speaker')];
  const decision = await mergeEntitiesIn(record, from, into, author);
  const [fewer] = sides.sort((a, b) => a.length - b.length);
  await compareAnew(record, fewer!, await documentsOf(record, other, 'named'));
  return decision;
}

/**
 * In these documents the entity's names mean somebody else.
 *
 * @param documents whole ids
 * @returns the new entity, and the decision's id
 * @throws OnrecordError `not-found` for an id that no entity has, and where none of the documents names it
 */
export async function splitEntity(
  record: OpenRecord,
  entity: string,
  documents: readonly string[],
  author: string,
  name?: string,
): Promise<{ entity: string; decision: string }> {
  const made = await splitEntityIn(record, entity, documents, author, name);
  await compareAnew(record, documents, documents);
  return made;
}

/** The name that an entity goes by from now on. Gives the decision's id. Throws `not-found` for an id that no entity has. */
export async function renameEntity(record: OpenRecord, entity: string, name: string, author: string): Promise<string> {
  const decision = await renameEntityIn(record, entity, name, author);
  await compareAnew(record, [], await documentsOf(record, await rootOf(record, entity), 'named'));
  return decision;
}

/** The entity that an id counts as. Throws `not-found` where no entity has it. */
async function rootOf(record: OpenRecord, id: string): Promise<string> {
  return (await knownFamily(record.db, id)).root;
}

/** Takes a decision about people or organisations back. Throws `not-found` where there is none, or it was taken back before. */
export async function undoDecision(record: OpenRecord, id: string): Promise<Decision> {
  const { kind, value } = await standingDecision(record, id);
  const undone = await undoDecisionIn(record, id);
  if (kind === 'merge') {
    const from = value.from as string;
    await compareAnew(record, await documentsOf(record, from, 'speaker'), await documentsOf(record, from, 'named'));
  } else if (kind === 'split') {
    const documents = [...new Set((value.links as readonly { document: string }[]).map(({ document }) => document))];
    await compareAnew(record, documents, documents);
  } else if (kind === 'rename')
    await compareAnew(record, [], await documentsOf(record, value.entity as string, 'named'));
  return undone;
}

/**
 * Takes in who's who, and links the names of all documents anew by it.
 *
 * @param onProgress is told how many documents are linked, of how many
 */
export async function importPeople(
  record: OpenRecord,
  people: PeopleFile,
  onProgress?: (done: number, all: number) => void,
): Promise<ImportedPeople> {
  const imported = await importPeopleInto(record, people);
  await relink(record, onProgress);
  return imported;
}

/** Links the names of all documents anew; what people decided stays. Compares those in which a name means somebody else now. */
export async function relink(record: OpenRecord, onProgress?: (done: number, all: number) => void): Promise<void> {
  const changed = await record.transaction((tx) => linkAll(tx, onProgress));
  await compareAnew(record, changed, changed);
}
