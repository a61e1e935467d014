import { BREAK } from './words.ts';

/** Ids that the encoder's vocabulary gives to what is no word. */
export const CLS = 101;
export const SEP = 102;
const UNKNOWN = 100;

const LONGEST_WORD = 100;

/**
 * WordPiece (Wu et al. 2016) over an uncased vocabulary: each word is lower-cased, stripped of accents and split,
 * greedily, into the longest pieces that the vocabulary knows.
 */
export class Vocabulary {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #known = new Map<string, readonly number[]>();

  /** @param pieces the vocabulary file: a piece a line, its id the line's number from 0 */
  constructor(pieces: string) {
    this.#ids = new Map(pieces.split('\n').map((piece, id) => [piece, id]));
  }

  /** The ids of a word's pieces, at least one; a break between blocks is `[SEP]`. */
  pieces(word: string): readonly number[] {
    let found = this.#known.get(word);
    if (!found) {
      found = word === BREAK ? [SEP] : this.#split(word);
      // Bounded: a stream of documents has words without end.
      if (this.#known.size >= 50_000) this.#known.clear();
      this.#known.set(word, found);
    }
    return found;
  }

  #split(word: string): number[] {
    const plain = [
      ...word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mn}/gu, ''),
    ];
    if (plain.length === 0 || plain.length > LONGEST_WORD) return [UNKNOWN];
    const found: number[] = [];
    for (let at = 0; at < plain.length; ) {
      let end = plain.length;
      let id: number | undefined;
      while (end > at) {
        id = this.#ids.get((at > 0 ? '##' : '') + plain.slice(at, end).join(''));
        if (id !== undefined) break;
        end--;
      }
      if (id === undefined) return [UNKNOWN];
      found.push(id);
      at = end;
    }
    return found;
  }
}
