import { CLS, SEP, type Vocabulary } from './wordpiece.ts';
import { BREAK, type Word } from './words.ts';

/**
 * Pieces that a window is asked for, and pieces before and after those to read them by, at most; `[CLS]` and `[SEP]`
 * not counted. The same numbers stand in `training/tagger/windows.py`.
 */
const OWN = 208;
const BEFORE = 8;
const AFTER = 16;

/** Words as the encoder reads them; of them `ownFirst` to before `ownLast` are asked for. */
export interface Window {
  readonly ownFirst: number;
  readonly ownLast: number;
  /** Ids of the pieces, with `[CLS]` and `[SEP]`. */
  readonly pieces: readonly number[];
  /** The kind of each piece's word. */
  readonly kinds: readonly number[];
  /** Where the first piece of each word that is asked for stands. */
  readonly starts: readonly number[];
}

const ENDS = new Set(['.', '!', '?', BREAK]);
const CLOSING = new Set(['”', '"', '’', "'", ')', '»']);

/** Where sentences begin, to a good approximation: after a full stop with its closing marks, and at blocks. */
function sentenceStarts(words: readonly Word[]): number[] {
  const starts = [0];
  for (let at = 1; at < words.length; at++) {
    let before = at - 1;
    while (before > 0 && CLOSING.has(words[before]!.text) && before > starts.at(-1)!) before--;
    const [word, stop] = [words[at]!.text, words[before]!.text];
    if (!ENDS.has(stop) || CLOSING.has(word) || ENDS.has(word)) continue;
    if (stop === BREAK || /^\p{Lu}/u.test(word) || !/^[\p{L}\p{N}]/u.test(word)) starts.push(at);
  }
  return starts;
}

/** A document cut into windows, each with words before and after those that it is asked for. Every word is asked for once. */
export function windowsOf(words: readonly Word[], vocabulary: Vocabulary): Window[] {
  const pieces = words.map((word) => vocabulary.pieces(word.text).slice(0, OWN));
  const units = unitsOf(words, pieces);
  const windows: Window[] = [];
  for (let at = 0; at < units.length; ) {
    const ownFirst = units[at]!.first;
    let size = 0;
    let ownLast = ownFirst;
    do {
      const unit = units[at]!;
      if (ownLast > ownFirst && size + unit.size > OWN) break;
      size += unit.size;
      ownLast = unit.last;
      at++;
    } while (at < units.length);
    let first = ownFirst;
    let room = BEFORE;
    while (first > 0 && room >= pieces[first - 1]!.length) room -= pieces[--first]!.length;
    let last = ownLast;
    room = AFTER;
    while (last < words.length && room >= pieces[last]!.length) room -= pieces[last++]!.length;
    const { starts, ...encoded } = encode(words, pieces, first, last);
    windows.push({ ownFirst, ownLast, ...encoded, starts: starts.slice(ownFirst - first, ownLast - first) });
  }
  return windows;
}

interface Unit {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Sentences, and of a sentence too long for a window, parts. */
function unitsOf(words: readonly Word[], pieces: readonly (readonly number[])[]): Unit[] {
  if (words.length === 0) return [];
  const starts = [...sentenceStarts(words), words.length];
  return starts.slice(0, -1).flatMap((start, i) => {
    const units: Unit[] = [];
    for (let first = start; first < starts[i + 1]!; ) {
      let last = first;
      let size = 0;
      while (last < starts[i + 1]! && (last === first || size + pieces[last]!.length <= OWN))
        size += pieces[last++]!.length;
      units.push({ first, last, size });
      first = last;
    }
    return units;
  });
}

function encode(words: readonly Word[], pieces: readonly (readonly number[])[], first: number, last: number) {
  const ids = [CLS];
  const kinds = [0];
  const starts: number[] = [];
  for (let at = first; at < last; at++) {
    starts.push(ids.length);
    for (const id of pieces[at]!) {
      ids.push(id);
      kinds.push(words[at]!.kind);
    }
  }
  return { pieces: [...ids, SEP], kinds: [...kinds, 0], starts };
}
