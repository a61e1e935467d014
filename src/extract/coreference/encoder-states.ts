import type { Range } from '../../document/index.ts';
import { REFERRING } from '../../language/english/pronouns.ts';
import type { Word } from '../model/words.ts';

/** Numbers in what the encoder says of a word. */
export const STATE_WIDTH = 384;

/** Which word of the document is the first of a mention, and what the encoder says of its first and its last word. */
export interface EncoderState {
  readonly place: number;
  readonly ends: readonly [first: Float32Array, last: Float32Array];
}

/** Whether the word is a pronoun or stands in a name. */
function mayRefer({ text, kind }: Word): boolean {
  const shape = kind % 4;
  return shape === 1 || shape === 2 || REFERRING.has(text.toLowerCase());
}

/**
 * What the encoder says of a document's words by which somebody may be meant: of the others nothing is kept, so that a
 * long document takes 1.5 KB for every third word or so.
 */
export class EncoderStates {
  readonly #byStart = new Map<number, { place: number; state: Float32Array }>();
  readonly #byEnd = new Map<number, Float32Array>();

  /**
   * @param states a row a word
   * @param place the number of the first of the words in the document
   * @param ends ranges whose first and last words are kept whatever they are
   */
  add(words: readonly Word[], states: Float32Array, place: number, ends: readonly Range[]): void {
    const starting = new Set(ends.map(({ start }) => start));
    const ending = new Set(ends.map(({ end }) => end));
    words.forEach((word, i) => {
      if (!mayRefer(word) && !starting.has(word.start) && !ending.has(word.end)) return;
      const state = states.slice(i * STATE_WIDTH, (i + 1) * STATE_WIDTH);
      this.#byStart.set(word.start, { place: place + i, state });
      this.#byEnd.set(word.end, state);
    });
  }

  /** Undefined where neither end of the mention is a word that is kept. */
  of({ start, end }: Range): EncoderState | undefined {
    const first = this.#byStart.get(start);
    const last = this.#byEnd.get(end) ?? first?.state;
    return first && last ? { place: first.place, ends: [first.state, last] } : undefined;
  }
}
