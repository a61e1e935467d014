import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, faultsOf, readVerifyGold } from '../../../bench/verify/gold.ts';
import { indexSource, verifyQuote } from '../../../src/compare/index.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { sourceOf } from '../../../src/pipeline/verify.ts';

const gold = await readVerifyGold();

describe('printed quotations against a transcript', () => {
  test.each(gold.cases.map((one) => [one.match, one.quote, one] as const))('%s: %s', (_, __, one) => {
    expect(faultsOf(one, answer(one, gold))).toEqual([]);
  });
});

/** Sentences of the transcript that stand in it once, without labels. */
const sentences = [
  ...new Set(
    gold.hearing.text
      .split('\n')
      .map((line) => line.replace(/^[A-Z .]+: /u, ''))
      .flatMap((line) => line.split(/(?<=[a-z][.?]) (?=[A-Z])/u))
      .filter((line) => line.split(' ').length > 7 && !/[“”":;]|Mr\.|\.\s/u.test(line)),
  ),
];

describe('any sentence of it', () => {
  const sentence = fc.constantFrom(...sentences);

  test('is whole as it stands, in capitals, and with other marks around it', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('“', '"', '‘', ''), (words, mark) => {
        const { match, likeness } = verifyQuote({ quote: `${mark}${words}${mark}` }, [gold.hearing]);
        expect([match, likeness]).toEqual(['whole', 1]);
        expect(verifyQuote({ quote: words.toUpperCase() }, [gold.hearing]).match).toBe('whole');
      }),
    );
  });

  test('is altered with a word that was never said, which is shown, and never whole or part', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (words, at) => {
        const all = words.split(' ');
        const place = 2 + (at % (all.length - 4));
        const quote = [...all.slice(0, place), 'zebra', ...all.slice(place)].join(' ');
        const { match, differences } = verifyQuote({ quote }, [gold.hearing]);
        expect(match).toBe('altered');
        expect(differences).toContainEqual({ kind: 'inserted', printed: 'zebra' });
      }),
    );
  });

  test('is no worse than part where what is left out is marked', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (words, at) => {
        const all = words.split(' ');
        const place = 3 + (at % (all.length - 6));
        const quote = [...all.slice(0, place), '…', ...all.slice(place + 1)].join(' ');
        expect(verifyQuote({ quote }, [gold.hearing]).match).toMatch(/^(?:part|clipped)$/u);
      }),
    );
  });
});

test('nothing, marks alone and an empty source give not-found and no error', () => {
  const empty = indexSource({ document: 'd', text: '', blocks: [], voices: [] });
  for (const quote of ['', '“”', '…', '[…]', 'words']) {
    expect(verifyQuote({ quote }, [empty]).match).toBe('not-found');
    expect(verifyQuote({ quote }, []).match).toBe('not-found');
  }
  expect(verifyQuote({ quote: '“…”' }, [gold.hearing]).match).toBe('not-found');
});

test('the source’s words are the slice of its text, and the pieces of what was stitched are shown one by one', () => {
  const { sources } = verifyQuote({ quote: 'I regret it every day. I lived up the hill.' }, [gold.hearing]);
  expect(sources).toHaveLength(2);
  for (const { start, end, text } of sources) expect(gold.hearing.text.slice(start, end)).toBe(text);
});

test('words of saying in the middle of a source’s quotation are none of its words', async () => {
  const text = '“We have patched it for thirty years,” said Ada Vane. “It will not take another winter.”';
  const source = await sourceOf(documentOf(text));
  const { match, sources } = verifyQuote(
    { quote: 'We have patched it for thirty years. It will not take another winter.', speaker: 'Vane' },
    [source],
  );
  expect([match, sources[0]!.text]).toEqual(['whole', text.slice(1, -2)]);
  const turned = verifyQuote({ quote: 'We have patched it for thirty years. It will take another winter.' }, [source]);
  expect([turned.match, turned.differences]).toEqual([
    'altered',
    [{ kind: 'dropped', source: 'not', turnsSense: true }],
  ]);
});

describe('a source that a machine recognised in a picture', () => {
  const text = 'The night bus stays.\n\nNobody should have to walk home along the quay. We will find the money.';
  const blocks = [
    { start: 0, end: 20 },
    { start: 22, end: text.length, recognised: 0.83 },
  ];
  const scan = indexSource({ document: 'd1', text, blocks, voices: [] });
  const answerTo = (quote: string, more: Parameters<typeof verifyQuote>[2] = {}) =>
    verifyQuote({ quote }, [scan], more);

  test('is never called verbatim, whole sentences or not, and says how sure the machine was', () => {
    for (const quote of ['We will find the money.', 'walk home along the quay'])
      expect(answerTo(quote)).toMatchObject({ match: 'recognised', sources: [{ document: 'd1', recognised: 0.83 }] });
  });

  test('says so too where words differ', () => {
    expect(answerTo('Nobody should have to run home along the quay.')).toMatchObject({
      match: 'altered',
      sources: [{ recognised: 0.83 }],
    });
  });

  test('is verbatim where its text was not recognised', () => {
    const { match, sources } = answerTo('The night bus stays.');
    expect(match).toBe('whole');
    expect(sources[0]).not.toHaveProperty('recognised');
  });

  test('gives way to a source in letters that has the same words', () => {
    const words = 'We will find the money.';
    const printed = indexSource({ document: 'd2', text: words, blocks: [{ start: 0, end: words.length }], voices: [] });
    for (const sources of [
      [scan, printed],
      [printed, scan],
    ])
      expect(verifyQuote({ quote: words }, sources)).toMatchObject({ match: 'whole', sources: [{ document: 'd2' }] });
  });
});
