import { joinDocument, utterancesIn } from '../compare/index.ts';
import { compact, type Document, type DocumentDetails, type Extraction, OnrecordError } from '../document/index.ts';
import { SURE } from '../read/language.ts';
import type { ReadOptions } from '../read/read.ts';
import {
  type AddOutcome,
  addDocument,
  findKnown,
  getDocument,
  isRemovedByHand,
  type OpenRecord,
  setDetails,
} from '../record/index.ts';
import { findAlerts } from './alerts/alerts.ts';
import { type Bounds, extractBounded, readBounded } from './bounded/bounded.ts';
import { encodeDocument, encodeStatements } from './sentence-vectors.ts';

/** What adding a file did. */
export interface Added {
  readonly outcome: AddOutcome;
  /** Id of the document in the record. */
  readonly document: string;
  readonly language: string;
  /** Whether it is sure that the language is English, or another: few words may not tell. */
  readonly isLanguageSure: boolean;
  readonly statements: number;
  /** True if hardly any text was found in the page. */
  readonly isThin?: boolean;
  /** Id of the document that it takes the place of: another text of the same address. */
  readonly replaced?: string;
}

/** What is being done with a document that is added, in this order. */
export const ADD_STAGES = ['reading', 'extracting', 'recording', 'comparing'] as const;
export type AddStage = (typeof ADD_STAGES)[number];

/** What may be known of bytes besides their name. */
export interface AddOptions extends ReadOptions, Bounds {
  /** Is told each stage as it begins. */
  readonly onStage?: (stage: AddStage) => void;
  /** Whether what it says is joined to the utterances of the record at once; else by `compareDocument`, later. */
  readonly isCompared?: boolean;
  /** What a person took out of the record stays out, though it is read again. */
  readonly keepsRemoved?: boolean;
}

/**
 * The route: bytes → read → document → extract → statements → record → compare. The command line, the server and workers
 * all add by this function.
 *
 * @param name where the bytes come from: a path, an address or `-`
 * @throws OnrecordError when the bytes are no document that can be read, `too-slow` or `too-large` when that takes too
 *   long or too much memory, and when the record cannot be written
 */
export async function add(
  record: OpenRecord,
  bytes: Uint8Array,
  name: string,
  { onStage = () => {}, isCompared = true, keepsRemoved = false, ...options }: AddOptions = {},
): Promise<Added> {
  onStage('reading');
  const { document, original, languageConfidence } = await readBounded(bytes, name, options);
  const { language } = document;
  const isLanguageSure = languageConfidence >= SURE;
  const known = await findKnown(record, original, document);
  if (keepsRemoved && known?.outcome === 'restored' && (await isRemovedByHand(record, known.document)))
    return { outcome: 'known', document: known.document, language, isLanguageSure, statements: 0 };
  if (!known) onStage('extracting');
  const extraction: Extraction = known
    ? { statements: [], figures: [], names: [] }
    : await extractBounded(document, options);
  // Vectors are written with their statements: a program that is stopped leaves none without.
  const vectors = await encodeStatements(extraction.statements);
  onStage('recording');
  const { outcome, document: id, replaced } = await addDocument(record, document, original, extraction, vectors);
  if ((outcome === 'added' || outcome === 'version') && isCompared) {
    onStage('comparing');
    await compareDocument(record, id);
  }
  return {
    outcome,
    document: id,
    language,
    isLanguageSure,
    statements: extraction.statements.filter((statement) => statement.class === 'speech').length,
    ...compact({ replaced, isThin: document.isThin }),
  };
}

/**
 * Joins what a document says to the utterances of the record, and looks for what saved searches wait for. Doing it again
 * does no harm.
 */
export async function compareDocument(record: OpenRecord, id: string): Promise<void> {
  await encodeDocument(record, id);
  await joinDocument(record, id);
  await findAlerts(record);
}

/** Bytes → document and what it says, without a record. Throws as `add` does. */
export async function readAndExtract(
  bytes: Uint8Array,
  name: string,
  details: DocumentDetails = {},
  options: Omit<ReadOptions, 'details'> & Bounds = {},
): Promise<{ document: Document; isLanguageSure: boolean } & Extraction> {
  const { document, languageConfidence } = await readBounded(bytes, name, { ...options, details });
  return { document, isLanguageSure: languageConfidence >= SURE, ...(await extractBounded(document, options)) };
}

/**
 * Sets what a person knows better of a document: its date, outlet, title, author or address. Its statements are extracted
 * anew, since dates depend on it, and compared anew.
 *
 * @throws OnrecordError `not-found` where no document has the id, `wrong-usage` where nothing is to be set
 */
export async function set(record: OpenRecord, id: string, details: DocumentDetails): Promise<Document> {
  const { added: _, ...before } = await getDocument(record, id);
  if (Object.keys(details).length === 0)
    throw new OnrecordError('wrong-usage', 'say what to set: a date, an outlet, a title, an author or an address');
  const document: Document = { ...before, ...details };
  const extraction = await extractBounded(document);
  const vectors = await encodeStatements(extraction.statements);
  const utterances = await utterancesIn(record, document.id);
  await setDetails(record, document.id, details, extraction, vectors);
  await encodeDocument(record, document.id);
  await joinDocument(record, document.id, utterances);
  await findAlerts(record, [document.id]);
  return document;
}
