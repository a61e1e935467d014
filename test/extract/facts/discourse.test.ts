import { describe, expect, test } from 'vitest';
import type { Speaker } from '../../../src/document/index.ts';
import { afterAttribution, type Discourse, NOBODY_YET } from '../../../src/extract/facts/discourse.ts';
import { parseMarked } from '../../marked.ts';

const speaker = (name: string): Speaker => ({ name, type: name ? 'person' : 'unknown', basis: 'named' });

/** The discourse after the marked statements of a text, whose speakers are those that the marks name. */
function discourseAfter(marked: string, nested: readonly number[] = []): Discourse {
  const { text, statements } = parseMarked(marked);
  return statements.reduce<Discourse>(
    (discourse, { speaker: name, ...spans }, i) =>
      afterAttribution(discourse, text, { ...spans, confidence: 1 }, speaker(name ?? ''), nested.includes(i)),
    NOBODY_YET,
  );
}

const namesIn = ({ last, previous, asker }: Discourse) =>
  [last, previous, asker].map((turn) => turn?.speaker.name ?? '–').join(' ');

describe('who spoke last, who before, who asked', () => {
  test.each([
    ['nobody yet', 'It rained.', '– – –'],
    ['one', '<1:“No,”> {1:said} [1:Quill=Quill].', 'Quill – –'],
    ['two', '<1:“No,”> {1:said} [1:Quill=Quill]. <2:“Yes,”> {2:said} [2:Lund=Lund].', 'Lund Quill –'],
    [
      'who goes on is not before oneself',
      '<1:“No,”> {1:said} [1:Lund=Lund]. <2:“No,”> {2:said} [2:Quill=Quill]. [3:She=Quill] {3:said} <3:it was late>.',
      'Quill Lund –',
    ],
    ['nobody knows who', '<1:“No,”> {1:said} [1:Quill=Quill]. <2:“Yes,”> {2:said} [2:someone=].', 'Quill – –'],
    ['who asks', '{1:Asked} by [1:Ada Quill=Quill] <1:what he had seen>, he left.', 'Quill – Quill'],
    [
      'who asked, until the next statement',
      '{1:Asked} by [1:Quill=Quill] <1:what he saw>, [2:he=Lund] {2:said} <2:“Nothing.”>',
      'Lund Quill –',
    ],
  ])('%s', (_, marked, expected) => {
    expect(namesIn(discourseAfter(marked))).toBe(expected);
  });

  test('a statement inside another does not count', () => {
    const marked = '<1:“[2:Lund=Lund] {2:says} <2:it is late>,”> {1:said} [1:Quill=Quill].';
    expect(namesIn(discourseAfter(marked, [1]))).toBe('Quill – –');
  });

  test('a turn ends where the last of its spans does', () => {
    const { last } = discourseAfter('<1:“No,”> {1:said} [1:Ada Quill=Quill]. It rained.');
    expect(last?.end).toBe('“No,” said Ada Quill'.length);
  });

  test('the discourse before stays as it was', () => {
    const before: Discourse = Object.freeze({ last: Object.freeze({ speaker: speaker('Lund'), end: 3 }) });
    const said = { content: [{ start: 4, end: 8 }], cue: [], source: [], confidence: 1 };
    expect(namesIn(afterAttribution(before, '', said, speaker('Quill'), false))).toBe('Quill Lund –');
    expect(namesIn(before)).toBe('Lund – –');
  });
});
