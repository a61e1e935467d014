import type { Range } from '../../document/index.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import { type IndexedText, rangeOfWords } from './passages.ts';
import type { QuotePart } from './quote.ts';

/** A run of words that the quotation and the source share: `length` words from `part` and from `word` on. */
interface Piece {
  readonly part: number;
  readonly word: number;
  readonly length: number;
}

const MOST_PIECES = 4;
/** A piece of at least this many words may begin and end anywhere; a shorter one must be a sentence of its own. */
const LONG = 5;
const SHORTEST = 3;
/** Two pieces with more words than this between them are apart. */
const APART = 12;
/** Share of the printed words that the pieces must cover. */
const COVERED = 0.8;

/**
 * The passages that a quotation was stitched together from: two to four verbatim pieces that cover nearly all of it, of
 * which two neighbours are far apart in the source or in reverse order. Undefined if it was not stitched together.
 */
export function stitchedFrom(parts: readonly QuotePart[], source: IndexedText): Range[] | undefined {
  const words = parts.filter(({ kind }) => kind === 'word').length;
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length; ) {
    const piece = parts[at]!.kind === 'word' ? longestFrom(parts, source, at, pieces.at(-1)) : undefined;
    const counts = piece && (piece.length >= LONG || (piece.length >= SHORTEST && isSentence(source, piece)));
    if (counts) pieces.push(piece);
    at += counts ? piece.length : 1;
  }
  const covered = pieces.reduce((sum, { length }) => sum + length, 0);
  if (pieces.length < 2 || pieces.length > MOST_PIECES || covered < COVERED * words) return undefined;
  const apart = pieces.some((piece, i) => i > 0 && isApart(pieces[i - 1]!, piece));
  return apart ? pieces.map(({ word, length }) => rangeOfWords(source, word, word + length)) : undefined;
}

/** Whether a piece is a whole sentence. */
function isSentence({ text, words }: IndexedText, { word, length }: Piece): boolean {
  const [before, after] = [words[word - 1], words[word + length]];
  const lead = text.slice(before?.end ?? 0, words[word]!.start);
  const rest = text.slice(words[word + length - 1]!.end, after?.start ?? text.length);
  return /^$|[.!?:;\n“"]/u.test(lead) && /^$|[.!?;\n]/u.test(rest);
}

function isApart(before: Piece, after: Piece): boolean {
  const gap = after.word - (before.word + before.length);
  return gap < 0 || gap > APART;
}

/** The longest piece that begins at part `at`. Of equally long ones, prefers the one soon after `before`, or a whole sentence. */
function longestFrom(
  parts: readonly QuotePart[],
  source: IndexedText,
  at: number,
  before: Piece | undefined,
): Piece | undefined {
  const next = parts[at + 1];
  if (next?.kind !== 'word') return undefined;
  const pair = `${spellingOf(parts[at]!.key)} ${spellingOf(next.key)}`;
  const isBetter = (one: Piece, other: Piece) =>
    (before !== undefined && !isApart(before, one)) || (isSentence(source, one) && !isSentence(source, other));
  let best: Piece | undefined;
  for (const word of source.pairs.get(pair) ?? []) {
    let length = 2;
    while (isSame(parts[at + length], source.words[word + length]?.key)) length++;
    const piece = { part: at, word, length };
    if (!best || length > best.length || (length === best.length && isBetter(piece, best))) best = piece;
  }
  return best;
}

function isSame(part: QuotePart | undefined, key: string | undefined): boolean {
  return part?.kind === 'word' && key !== undefined && spellingOf(part.key) === spellingOf(key);
}
