import type { Range } from '../../document/index.ts';
import { REFERRING } from '../../language/english/pronouns.ts';
import type { Word } from './words.ts';

/** Numbers in the encoder's state of a word. */
export const STATE_WIDTH = 384;

/** The encoder's states of a mention. */
export interface EncoderState {
  /** The number of its first word in the document. */
  readonly place: number;
  /** The states of its first and its last word: each `Float32Array, 384`. */
  readonly ends: readonly [first: Float32Array, last: Float32Array];
}

/** Whether the word is a pronoun or stands in a name. */
function mayRefer({ text, kind }: Word): boolean {
  const shape = kind % 4;
  return shape === 1 || shape === 2 || REFERRING.has(text.toLowerCase());
}

/**
 * The encoder's states of the words in a document that may refer to somebody. Those of other words are not kept: a state
 * takes 1.5 KB, and a long document has many words.
 */
export class EncoderStates {
  readonly #byStart = new Map<number, { place: number; state: Float32Array }>();
  readonly #byEnd = new Map<number, Float32Array>();

  /**
   * @param states `Float32Array, words × 384`
   * @param place the number of the first word in the document
   * @param ends ranges whose first and last words are kept, names and pronouns or not
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
