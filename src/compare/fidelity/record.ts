import { compact, type Range, type Statement } from '../../document/index.ts';
import { printedSurname } from '../../language/english/person-names.ts';
import {
  findDocuments,
  findDocumentsLike,
  findPrintings,
  findStatements,
  getDocument,
  type OpenRecord,
} from '../../record/index.ts';
import type { Fidelity, Voice } from './fidelity.ts';
import { type IndexedSource, indexSource } from './found.ts';
import { partsOf, withoutLineEnds } from './quote.ts';
import { type Printed, verifyQuote } from './verify.ts';
import { sameSpeaker } from './voices.ts';

/** How many indexed documents are kept in memory, at most. */
const KEPT = 128;

/**
 * Who says what in a document: its named speakers in their quotations and in what is told of their words and, given a
 * byline, its author in the rest.
 */
export function voicesIn(text: string, statements: readonly Statement[], byline?: string): Voice[] {
  const said = statements
    .filter(({ speaker }) => speaker.name !== '' && speaker.type !== 'anonymous')
    .filter((statement) => statement.kind !== 'indirect' || isTold(statement))
    .map((statement): Voice => {
      const { speaker, content } = statement;
      return {
        speaker: speaker.name,
        content: [...content, ...joinedIn(text, content)],
        standing: standingOf(statement, byline),
      };
    });
  return byline ? [...said, { speaker: byline, content: [{ start: 0, end: text.length }] }] : said;
}

/** Whether somebody is told to have said it; not within what another says, and not to have thought or never said it. */
function isTold({ class: kind, negated, parent }: Statement): boolean {
  return kind === 'speech' && !negated && parent === undefined;
}

function standingOf(
  { kind, speaker: { basis, name } }: Statement,
  byline: string | undefined,
): NonNullable<Voice['standing']> {
  if (basis === 'label' || (byline !== undefined && sameSpeaker(byline, name))) return 'own';
  return kind === 'indirect' ? 'paraphrased' : 'quoted';
}

/** The longest aside, in characters. */
const ASIDE = 120;

/** The words between two parts of a quotation in one paragraph: "…,” she said, “…". */
export function asidesIn(text: string, statements: readonly Statement[]): Range[] {
  return statements
    .filter(({ kind }) => kind !== 'indirect')
    .flatMap(({ content }) => content.slice(1).map((next, i): Range => ({ start: content[i]!.end, end: next.start })))
    .filter((between) => isAside(text, between));
}

function isAside(text: string, { start, end }: Range): boolean {
  return end > start && end - start <= ASIDE && !text.slice(start, end).includes('\n');
}

/** Parts of what somebody says with only an aside between them, as one. */
function joinedIn(text: string, content: readonly Range[]): Range[] {
  const joined: Range[] = [];
  content.slice(1).forEach(({ start, end }, i) => {
    const before = content[i]!;
    if (!isAside(text, { start: before.end, end: start })) return;
    const last = joined.at(-1);
    if (last?.end === before.end) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start: before.start, end });
  });
  return joined;
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
    const { id, text, blocks, byline, title, outlet, published } = await getDocument(this.#record, beginning);
    const statements = await findStatements(this.#record, { document: id });
    const source = indexSource({
      document: id,
      ...compact({ title, outlet, published }),
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
    // A hyphen at the end of a line may be the word's or the line's.
    const readings = new Set([true, false].map((joins) => withoutLineEnds(quote, () => joins)));
    const ids = new Set<string>();
    for (const reading of readings) {
      const words = partsOf(reading).flatMap(({ kind, printed }) => (kind === 'word' ? [printed] : []));
      for (const id of await findPrintings(this.#record, words)) ids.add(id);
      for (const id of await findDocumentsLike(this.#record, words)) ids.add(id);
    }
    const sources: IndexedSource[] = [];
    for (const id of ids) if (!leftOut.includes(id)) sources.push(await this.source(id));
    return sources;
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
  const isSourceHeld = await sources.isHeld(printed, leftOut);
  return verifyQuote(printed, like, { isSourceHeld, wantsOwnWords: isSourceHeld && printed.speaker !== undefined });
}
