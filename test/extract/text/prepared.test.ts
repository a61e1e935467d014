import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/extract/model/words.ts';
import { prepare, prepareContent } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { withSpeakers } from '../../../src/read/turns/turns.ts';

test('the quotations, sentences and turns of a document are found by their places', () => {
  const text = 'MINISTER: We tried. “Twice,” she said.\n\nREPORTER: Why?';
  const { turns, quotationIndex, sentenceIndex } = prepare(withSpeakers(documentOf(text)));
  const printed = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  expect(turns.map(({ source }) => printed(source[0]!))).toEqual(['MINISTER', 'REPORTER']);
  const at = text.indexOf('Twice');
  expect(quotationIndex.near({ start: at, end: at + 5 }).map(printed)).toEqual(['“Twice,”']);
  expect(sentenceIndex.near({ start: at, end: at + 5 }).map(printed)).toContain('REPORTER: Why?');
});

test('a content is prepared at the offsets of its document', () => {
  const text = 'She said “we heard ‘no’ twice” today.';
  const { document, quotations } = prepare(documentOf(text));
  const [outer, ...inside] = quotations;
  const words = wordsOf(prepareContent(document, outer!.inner, inside));
  expect(words.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe('we heard ‘ no ’ twice');
  const settingOf = (word: string) => words.find((other) => other.text === word)!.kind >> 2;
  expect([settingOf('heard'), settingOf('no')]).toEqual([0, 1]);
});
