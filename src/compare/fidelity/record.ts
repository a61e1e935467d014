import type { Range, Statement } from '../../document/index.ts';
import { printedSurname } from '../../language/english/person-names.ts';
import { findDocuments, findDocumentsLike, findStatements, getDocument, type OpenRecord } from '../../record/index.ts';
import type { Fidelity } from './fidelity.ts';
import { partsOf } from './quote.ts';
import { type IndexedSource, indexSource, type Printed, verifyQuote } from './verify.ts';
import { sameSpeaker, type Voice } from './voices.ts';

/** How many indexed documents are kept in memory, at most. */
const KEPT = 64;

/** Who says what in a document, verbatim: its named speakers in their quotations and, given a byline, its author in the rest. */
export function voicesIn(text: string, statements: readonly Statement[], byline?: string): Voice[] {
  const quoted = statements
    .filter(({ kind, speaker }) => kind !== 'indirect' && speaker.name !== '' && speaker.type !== 'anonymous')
    .map(({ speaker, content }) => ({ speaker: speaker.name, content }));
  return byline ? [...quoted, { speaker: byline, content: [{ start: 0, end: text.length }] }] : quoted;
}

/** The longest aside, in characters. */
const ASIDE = 120;

/** The words between two parts of a quotation in one paragraph: "…,” she said, “…". */
export function asidesIn(text: string, statements: readonly Statement[]): Range[] {
  return statements
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content }) => content.slice(1).map((next, i): Range => ({ start: content[i]!.end, end: next.start })))
    .filter(({ start, end }) => end > start && end - start <= ASIDE && !text.slice(start, end).includes('\n'));
}

/** The documents of a record as sources, each indexed on first use. */
export class RecordSources {
  readonly #record: OpenRecord;
  readonly #indexed = new Map<string, IndexedSource>();
  readonly #heard = new Map<string, boolean>();

  constructor(record: OpenRecord) {
    this.#record = record;
  }

  /**
   * One document, by its id or the beginning of its id.
   *
   * @throws OnrecordError `not-found` if no document matches, or several do
   */
  async source(beginning: string): Promise<IndexedSource> {
    const known = this.#indexed.get(beginning);
    if (known) return known;
    const { id, text, blocks, byline } = await getDocument(this.#record, beginning);
    const statements = await findStatements(this.#record, { document: id });
    const source = indexSource({
      document: id,
      text,
      blocks,
      voices: voicesIn(text, statements, byline),
      asides: asidesIn(text, statements),
    });
    if (this.#indexed.size >= KEPT) this.#indexed.delete(this.#indexed.keys().next().value!);
    this.#indexed.set(id, source);
    return source;
  }

  /** Documents that contain phrases of the quotation, without those in `leftOut`. */
  async like({ quote }: Printed, leftOut: readonly string[]): Promise<IndexedSource[]> {
    const words = partsOf(quote).flatMap(({ kind, printed }) => (kind === 'word' ? [printed] : []));
    const ids = await findDocumentsLike(this.#record, words);
    return Promise.all(ids.filter((id) => !leftOut.includes(id)).map((id) => this.source(id)));
  }

  /** Whether the record holds the speaker's own words: a transcript with their label, or an article by them. True without a speaker. */
  async isHeld({ speaker }: Printed, leftOut: readonly string[]): Promise<boolean> {
    if (speaker === undefined) return true;
    const key = [speaker, ...leftOut].join('\n');
    const known = this.#heard.get(key);
    if (known !== undefined) return known;
    const words = speaker.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
    if (words.length === 0) return false;
    const surname = printedSurname(words.join(' '));
    const said = await findStatements(this.#record, { speaker: surname });
    const heard =
      said.some(
        ({ speaker: { basis, name }, document }) =>
          basis === 'label' && !leftOut.includes(document.id) && sameSpeaker(name, speaker),
      ) ||
      (await findDocuments(this.#record, { author: surname })).some(
        ({ id, byline }) => !leftOut.includes(id) && sameSpeaker(byline!, speaker),
      );
    this.#heard.set(key, heard);
    return heard;
  }
}

/**
 * Checks a printed quotation against a whole record: see `verifyQuote`.
 *
 * @param leftOut ids of documents that are not its sources, such as the one that prints it
 */
export async function verifyInRecord(
  sources: RecordSources,
  printed: Printed,
  leftOut: readonly string[] = [],
): Promise<Fidelity> {
  const like = await sources.like(printed, leftOut);
  return verifyQuote(printed, like, { isSourceHeld: await sources.isHeld(printed, leftOut) });
}
