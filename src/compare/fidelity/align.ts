import { JOINING } from '../../language/english/conjunctions.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import type { QuotePart } from './quote.ts';
import type { Word } from './words.ts';

/** One step of an alignment; `part` and `word` are numbers into the quotation's parts and the text's words. */
export type Step =
  | { readonly kind: 'same' | 'spelling' | 'changed' | 'bracketed'; readonly part: number; readonly word: number }
  /** A part with nothing in the text: a word inserted, or words in brackets that explain. */
  | { readonly kind: 'inserted' | 'added'; readonly part: number }
  /** A word of the text that is not printed: silently, or where brackets or an ellipsis stand. */
  | { readonly kind: 'dropped' | 'replaced' | 'left-out'; readonly part: number; readonly word: number };

export interface Alignment {
  readonly steps: readonly Step[];
  /** From the first aligned word to before the last. */
  readonly first: number;
  readonly last: number;
  /** What the silent differences cost; 0 where the words are the same. */
  readonly cost: number;
}

const COST = { changed: 0.95, inserted: 1, dropped: 0.8, spelling: 0.01, added: 0.02, replaced: 0.12, leftOut: 0.001 };
/** Words that an ellipsis may stand for. */
export const LEFT_OUT = 250;
const NEVER = 1e9;
/** Alignments of one cost that are looked at. */
const MOST = 4;
/** What parts two sentences: beyond it nothing stands for the first or last words of a quotation. */
const STOP = /[.!?;:…]|\n/u;
/**
 * The cheapest alignment of a quotation with a stretch of a text, which may begin and end anywhere in it: edit distance
 * over words (Sellers 1980), in which brackets and ellipses, being honest, cost next to nothing.
 *
 * @param from number of the first word of the stretch
 * @param to number of the word before which it ends
 * @returns the cheapest, and those as cheap that end elsewhere; none where the stretch has no word
 */
export function align(
  parts: readonly QuotePart[],
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  from: number,
  to: number,
): Alignment[] {
  const width = to - from + 1;
  const height = parts.length + 1;
  const costs = new Float64Array(width * height).fill(NEVER);
  const moves = new Uint8Array(width * height);
  const spellings = words.slice(from, to).map(({ key }) => spellingOf(key));
  costs.fill(0, 0, width);
  for (let row = 1; row < height; row++) {
    const part = parts[row - 1]!;
    const spelling = part.kind === 'word' || part.key !== '' ? spellingOf(part.key) : undefined;
    for (let column = 0; column < width; column++) {
      const here = row * width + column;
      const take = (cost: number, move: number) => {
        if (cost < costs[here]!) [costs[here], moves[here]] = [cost, move];
      };
      take(costs[here - width]! + skipCost(part), UP);
      if (column === 0) continue;
      const sameWord = spelling === spellings[column - 1];
      if (spelling !== undefined && (part.kind === 'word' || sameWord))
        take(
          costs[here - width - 1]! + (sameWord ? spellingCost(part, words[from + column - 1]!) : COST.changed),
          BOTH,
        );
      else if (part.kind === 'bracketed') take(costs[here - width - 1]! + COST.replaced, BOTH);
      take(costs[here - 1]! + leaveCost(part, parts[row]), LEFT);
    }
  }
  const ends = costs.subarray((height - 1) * width);
  const least = Math.min(...ends);
  const columns = Array.from(ends.keys()).filter((column) => ends[column]! - least < COST.leftOut / 2);
  return columns
    .slice(0, MOST)
    .map((column) => ({ ...traced(parts, words, { from, width, moves }, column), cost: least }))
    .filter(({ first, last }) => first < last)
    .map((found) => withinSentences(found, text, words));
}

/** First and last words that would stand for ones of another sentence are insertions. */
function withinSentences(found: Alignment, text: string, words: readonly Word[]): Alignment {
  const steps = [...found.steps];
  const same = steps.flatMap(({ kind }, i) => (kind === 'same' || kind === 'spelling' ? [i] : []));
  if (same.length === 0) return found;
  const wordAt = (i: number) => (steps[i] as { word?: number } | undefined)?.word;
  const trim = (edge: number, step: 1 | -1) => {
    let inner = words[wordAt(edge)!]!;
    let beyond = false;
    for (let i = edge + step; i >= 0 && i < steps.length; i += step) {
      const number = wordAt(i);
      if (number === undefined) continue;
      const outer = words[number]!;
      const between = step > 0 ? text.slice(inner.end, outer.start) : text.slice(outer.end, inner.start);
      beyond ||= STOP.test(between) || (step < 0 && JOINING.has(outer.key));
      if (beyond && steps[i]!.kind === 'changed') steps[i] = { kind: 'inserted', part: steps[i]!.part };
      inner = outer;
    }
  };
  trim(same.at(-1)!, 1);
  trim(same[0]!, -1);
  const kept = steps.flatMap((step) => ('word' in step ? [step.word] : []));
  return { ...found, steps, first: kept[0]!, last: kept.at(-1)! + 1 };
}

const UP = 1;
const LEFT = 2;
const BOTH = 3;

function skipCost({ kind }: QuotePart): number {
  return kind === 'word' ? COST.inserted : kind === 'bracketed' ? COST.added : 0;
}

/** What a word of the text costs that is not printed after `part`. */
function leaveCost({ kind }: QuotePart, next: QuotePart | undefined): number {
  if (kind === 'ellipsis') return COST.leftOut;
  if (kind === 'bracketed' || next?.kind === 'bracketed') return COST.replaced;
  return next === undefined ? NEVER : COST.dropped;
}

function spellingCost({ key }: QuotePart, word: Word): number {
  return key === word.key ? 0 : COST.spelling;
}

/** How each cell of the table is come to; a row of `width` cells a part, the first of them before word `from`. */
interface Table {
  readonly from: number;
  readonly width: number;
  readonly moves: Uint8Array;
}

function traced(
  parts: readonly QuotePart[],
  words: readonly Word[],
  { from, width, moves }: Table,
  end: number,
): Omit<Alignment, 'cost'> {
  let row = parts.length;
  let column = end;
  const last = from + column;
  const steps: Step[] = [];
  while (row > 0) {
    const move = moves[row * width + column];
    const part = row - 1;
    const { kind, key } = parts[part]!;
    if (move === UP) {
      if (kind !== 'ellipsis') steps.push({ kind: kind === 'word' ? 'inserted' : 'added', part });
      row--;
      continue;
    }
    const word = from + column - 1;
    if (move === LEFT) {
      const honest = kind === 'bracketed' || parts[row]?.kind === 'bracketed';
      steps.push({ kind: kind === 'ellipsis' ? 'left-out' : honest ? 'replaced' : 'dropped', part, word });
    } else {
      const same = key !== '' && spellingOf(key) === spellingOf(words[word]!.key);
      if (same) steps.push({ kind: key === words[word]!.key ? 'same' : 'spelling', part, word });
      else steps.push({ kind: kind === 'word' ? 'changed' : 'bracketed', part, word });
      row--;
    }
    column--;
  }
  return { steps: steps.reverse(), first: from + column, last };
}
