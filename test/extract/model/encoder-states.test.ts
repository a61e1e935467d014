import { expect, test } from 'vitest';
import { EncoderStates, STATE_WIDTH } from '../../../src/extract/model/encoder-states.ts';
import { wordsOf } from '../../../src/extract/model/words.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

const TEXT = 'Ada Quill met the keeper of the light before she left.';

/** States of which every number is the number of the word. */
function statesOf(count: number): Float32Array {
  return Float32Array.from({ length: count * STATE_WIDTH }, (_, i) => Math.floor(i / STATE_WIDTH));
}

/** The number of the first and of the last word of a phrase of the text, as its state tells; the phrases `kept` are kept. */
function endsOf(phrase: string, kept: readonly string[] = []) {
  const words = wordsOf(prepare(documentOf(TEXT)));
  const rangeOf = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
  const states = new EncoderStates();
  states.add(words, statesOf(words.length), 100, kept.map(rangeOf));
  const state = states.of(rangeOf(phrase));
  return state && [state.place, state.ends[0][0], state.ends[1].at(-1)];
}

test('words of names and pronouns are kept', () => {
  expect(endsOf('Ada Quill')).toEqual([100, 0, 1]);
  expect(endsOf('she')).toEqual([109, 9, 9]);
});

test('of other words only those at the ends of the ranges that are asked for', () => {
  expect(endsOf('the keeper')).toBeUndefined();
  expect(endsOf('the keeper', ['the keeper'])).toEqual([103, 3, 4]);
  expect(endsOf('light', ['the keeper'])).toBeUndefined();
});

test('a mention whose last word is not kept has the state of its first word for both', () => {
  expect(endsOf('Quill met')).toEqual([101, 1, 1]);
});
