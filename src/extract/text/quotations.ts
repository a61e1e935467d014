import type { Block, Document, Range } from '../../document/index.ts';
import { isQuoteVerb } from '../../language/english/cues.ts';
import { isElision, type MarkFamily, markOf } from './marks.ts';

/**
 * A run of text in quotation marks, whatever it is for. In a quotation that runs over paragraphs, where each
 * paragraph opens and only the last closes, each paragraph is one of these, chained by `continues`.
 */
export interface Quotation extends Range {
  /** The text between the marks. */
  readonly inner: Range;
  readonly family: MarkFamily | 'block';
  /** 0 for a quotation in the running text, 1 for one inside it, and so on. */
  readonly depth: number;
  /** False when the closing mark is missing and the quotation was ended where its paragraph ends. */
  readonly closed: boolean;
  /** The quotation in the paragraph before that this one carries on. */
  readonly continues?: Quotation;
}

interface Opening {
  readonly at: number;
  readonly family: MarkFamily;
}

const OPENS_AFTER = /[\s([{—–\-/…:;,]/u;
const CLOSES_BEFORE = /[\s)\]}—–\-/….,;:!?'’"”»]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * All quotations of a document in the order of their openings.
 *
 * Marks are paired within a block. A block's last, unclosed quotation runs to the block's end; where the next
 * block opens with the same family of mark, that one continues it. A block quotation without marks of its own
 * counts as one quotation.
 */
export function findQuotations(document: Document): Quotation[] {
  const found: Quotation[] = [];
  let open: Quotation | undefined;
  for (const [number, block] of document.blocks.entries()) {
    if (block.kind === 'byline') continue;
    const continued = open && opensWith(document.text, block, open.family) ? open : undefined;
    const next = document.blocks[number + 1];
    const runsOn = next !== undefined && opensWith(document.text, next, 'single');
    const { quotations, unclosed } = pairMarks(document.text, { ...block, runsOn }, continued);
    const signature = /^[—–―-]/u.test(document.text.slice(block.start, block.end));
    if (block.kind === 'blockquote' && quotations.length === 0 && !signature) {
      quotations.push({ start: block.start, end: block.end, inner: block, family: 'block', depth: 0, closed: true });
    }
    found.push(...quotations);
    if (block.kind !== 'caption') open = unclosed;
  }
  return found;
}

/** A block, and whether the next one begins with a single mark, so that a quotation may run on into it. */
interface MarkedBlock extends Range {
  readonly runsOn: boolean;
}

function opensWith(text: string, block: Block, family: Quotation['family']): boolean {
  const mark = markOf(text[block.start]);
  return mark?.family === family && mark.role !== 'close';
}

/** Pairs the marks of one block; `continued` is the quotation that its first mark carries on. */
function pairMarks(text: string, block: MarkedBlock, continued: Quotation | undefined) {
  const quotations: Quotation[] = [];
  const stack: Opening[] = [];
  let first = true;

  const push = (opening: Opening, end: number, markLength: number, depth: number) => {
    const inner = { start: opening.at + 1, end: end - markLength };
    if (inner.end <= inner.start) return undefined;
    const carries = first && opening.at === block.start && continued ? { continues: continued } : {};
    const quotation = {
      start: opening.at,
      end,
      inner,
      family: opening.family,
      depth,
      closed: markLength > 0,
      ...carries,
    };
    quotations.push(quotation);
    if (carries.continues) first = false;
    return quotation;
  };
  const isOpen = (family: MarkFamily) => stack.some((opening) => opening.family === family);

  for (let at = block.start; at < block.end; at++) {
    const mark = markOf(text[at]);
    if (!mark) continue;
    const what = judge(text, block, at, isOpen(mark.family));
    if (what === 'open') {
      const same = stack.findIndex((opening) => opening.family === mark.family);
      if (same >= 0 && !hasClosers(text, block, at, mark.family, stack.length - same + 1)) {
        // A second opening where only one closing follows: the first was never closed. “We tried. “Twice,” he said.
        const lost = stack[same]!;
        stack.length = same;
        push(lost, lastSentenceEnd(text, lost.at, at), 0, stack.length);
      }
      stack.push({ at, family: mark.family });
    } else if (what === 'close') {
      const index = stack.findLastIndex((opening) => opening.family === mark.family);
      const opening = stack[index]!;
      stack.length = index;
      push(opening, at + 1, 1, index);
    }
  }
  const outermost = stack[0];
  let unclosed: Quotation | undefined;
  if (outermost && (outermost.family !== 'single' || text[outermost.at] === '‘' || block.runsOn)) {
    const end = lostClosing(text, { start: outermost.at, end: block.end });
    unclosed = push(outermost, end ?? block.end, 0, 0);
    if (end !== undefined) return { quotations: inOrder(quotations), unclosed: undefined };
  }
  const ordered = inOrder(quotations);
  return { quotations: ordered, unclosed: unclosed && ordered.find((q) => q.start === unclosed.start) };
}

function inOrder(quotations: Quotation[]): Quotation[] {
  return withDepths(quotations.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Letters of a paragraph's end in which the words of saying are looked for. */
const TAIL = 80;

/** “And should we wait? asked Mira Holt.”: where a mark that was forgotten would close, before the words of saying. */
function lostClosing(text: string, { start, end }: Range): number | undefined {
  const from = Math.max(start + 1, end - TAIL);
  const match =
    /[?!,]\s(?:(\p{Ll}+)\s(?:\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}|he|she|they)|(?:\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){1,3}|he|she|they)\s(\p{Ll}+))\.$/u.exec(
      text.slice(from, end),
    );
  if (!match || !isQuoteVerb(match[1] ?? match[2]!)) return undefined;
  return from + match.index + 1;
}

/** Depths counted anew, since a lost opening can come to stand around or beside others. */
function withDepths(quotations: Quotation[]): Quotation[] {
  quotations.forEach((quotation, i) => {
    const depth = quotations.filter(
      (other, j) => j !== i && other.start <= quotation.start && quotation.end <= other.end,
    ).length;
    if (depth !== quotation.depth) quotations[i] = { ...quotation, depth };
  });
  return quotations;
}

/** What the mark at `at` does here: opens, closes, or is no quotation mark (an apostrophe, a prime). */
function judge(text: string, block: MarkedBlock, at: number, open: boolean): 'open' | 'close' | 'none' {
  const mark = markOf(text[at])!;
  const before = at > block.start ? text[at - 1]! : ' ';
  const after = at + 1 < block.end ? text[at + 1]! : ' ';
  const canOpen =
    (OPENS_AFTER.test(before) || markOf(before)?.role === 'open' || isStraight(before)) && !/\s/u.test(after);
  const canClose = !/\s/u.test(before) && (CLOSES_BEFORE.test(after) || !LETTER.test(after));
  if (mark.family === 'single') return judgeSingle(text, block, at, open, canOpen, canClose);
  // 6'2" and 12": inches, unless a quotation is waiting to be closed.
  if (text[at] === '"' && /\d/.test(before) && !open) return 'none';
  if (mark.role === 'open') return open && !canOpen && canClose ? 'close' : 'open';
  // Some writers set ” on both sides.
  if (mark.role === 'close' && canOpen && !canClose) return 'open';
  if (mark.role === 'close') return open ? 'close' : 'none';
  if (open && canClose) return 'close';
  if (canOpen) return 'open';
  return open ? 'close' : 'none';
}

function isStraight(character: string): boolean {
  return markOf(character)?.role === 'either';
}

/** Single marks share their characters with apostrophes: don’t, soldiers’ pay, ’90s. */
function judgeSingle(text: string, block: MarkedBlock, at: number, open: boolean, canOpen: boolean, canClose: boolean) {
  const role = markOf(text[at])!.role;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (LETTER.test(before) && LETTER.test(after)) return 'none';
  if (/\d/.test(before) && at > block.start && !open) return 'none';
  const opens = canOpen && (role === 'open' || (role === 'either' && !(open && canClose)));
  if (opens) {
    const elided = isElision(text.slice(at + 1, at + 10));
    return elided || (singleCloser(text, block, at) < 0 && !opensMonologue(text, block, at)) ? 'none' : 'open';
  }
  if (!open || !canClose || role === 'open') return 'none';
  if (/^['’]n$/u.test(text.slice(at - 2, at))) return 'none';
  // soldiers’ pay: a possessive, if a likelier closing follows.
  return isPossessive(text, at) && singleCloser(text, block, at) >= 0 ? 'none' : 'close';
}

/** 'The old ferry cannot last.', and the next paragraph opens again: the last one closes. */
function opensMonologue(text: string, { start, runsOn }: MarkedBlock, at: number): boolean {
  return runsOn && (at === start || /[:,]\s$/u.test(text.slice(at - 2, at))) && /\p{Lu}/u.test(text[at + 1] ?? '');
}

function isPossessive(text: string, at: number): boolean {
  return /[szx]/iu.test(text[at - 1] ?? '') && /^\s[\p{L}–—]/u.test(text.slice(at + 1, at + 3));
}

/** Where a single quotation that opens at `at` could close, −1 if nowhere before the next opening. */
function singleCloser(text: string, block: Range, at: number): number {
  for (let i = at + 1; i < block.end; i++) {
    const character = text[i]!;
    if (character === '‘' && OPENS_AFTER.test(text[i - 1]!)) return -1;
    if (character !== '’' && character !== "'") continue;
    const before = text[i - 1]!;
    const after = i + 1 < block.end ? text[i + 1]! : ' ';
    if (character === "'" && /[\s([—–]/u.test(before) && LETTER.test(after)) {
      if (isElision(text.slice(i + 1, i + 10))) continue;
      return -1;
    }
    if (/\s/u.test(before) || LETTER.test(after)) continue;
    if (/^['’]n$/u.test(text.slice(i - 2, i))) continue; // rock 'n' roll
    return i;
  }
  return -1;
}

/** Whether at least `wanted` marks of `family` after `at` close, in this block. */
function hasClosers(text: string, block: MarkedBlock, at: number, family: MarkFamily, wanted: number): boolean {
  let count = 0;
  for (let i = at + 1; i < block.end && count < wanted; i++) {
    const mark = markOf(text[i]);
    if (mark?.family !== family || mark.role === 'open') continue;
    if (judge(text, block, i, true) === 'close') count++;
  }
  return count >= wanted;
}

/** The end of the last whole sentence between `from` and `to`, or of the last word before `to`. */
function lastSentenceEnd(text: string, from: number, to: number): number {
  const passage = text.slice(from, to);
  const end = passage.search(/[.!?][^.!?]*$/u);
  return end > 0 ? from + end + 1 : from + passage.trimEnd().length;
}
