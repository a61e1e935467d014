import { describe, expect, test } from 'vitest';
import { type Stated, type StatementChange, statementChanges } from '../../../src/compare/index.ts';
import type { Range, Statement } from '../../../src/document/index.ts';
import { parseMarked } from '../../marked.ts';

/** A version of an article, from a text in which its statements are marked as `parseMarked` tells. */
function stated(marked: string): Stated {
  const { text, statements } = parseMarked(marked);
  const spans = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  return {
    text,
    statements: statements.map(({ content, cue, source, speaker }, i): Statement => {
      const name = speaker ?? spans(source)[0]?.text ?? '';
      return {
        id: `s${i}`,
        kind: 'direct',
        class: 'speech',
        content: spans(content),
        cue: spans(cue),
        source: spans(source),
        speaker: { name, type: 'person', basis: 'named' },
        act: 'say',
        said: { basis: 'unknown' },
        confidence: { statement: 1, speaker: 1, said: 1 },
      };
    }),
  };
}

/** "altered Ada Vane (words): We will close [-now-]", as the command prints it. */
function told({ kind, before, after, altered, words }: StatementChange): string {
  const { speaker, content } = (after ?? before)!;
  const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
  const what = words
    ? words.map((run) => marks[run.kind].join(run.text)).join('')
    : content.map((span) => span.text).join(' … ');
  return `${kind} ${speaker.name}${altered ? ` (${altered.join()})` : ''}: ${what}`;
}

const changes = (before: string, after: string) => statementChanges(stated(before), stated(after)).map(told);

const VANE = '<1:“We will close the pier in June,”> [1:Ada Vane] {1:said}.';
const PRICE = '[2:Owen Price] {2:said} <2:the piles were rotten to the core>.';
const HOLT = '[3:Ines Holt] {3:fears} <3:for the kiosk and its four people>.';

describe('a word that drops out of a statement', () => {
  const CHANGED = VANE.replace(' the pier', '');
  const TOLD = ['altered Ada Vane (words): “We will close [-the pier -]in June,”'];

  test('alters it alone', () => {
    expect(changes(`${VANE} ${PRICE} ${HOLT}`, `${CHANGED} ${PRICE} ${HOLT}`)).toEqual(TOLD);
  });

  test('makes no neighbour vanish that is not found any more', () => {
    const unmarked = 'Owen Price said the piles were rotten to the core.';
    expect(changes(`${VANE} ${PRICE} ${HOLT}`, `${CHANGED} ${unmarked} ${HOLT}`)).toEqual(TOLD);
  });

  test('makes no neighbour appear that was not found before', () => {
    const unmarked = 'Owen Price said the piles were rotten to the core.';
    expect(changes(`${VANE} ${unmarked}`, `${CHANGED} ${PRICE}`)).toEqual(TOLD);
  });

  test('alters no neighbour that is found to end or begin elsewhere', () => {
    const shorter = '[2:Owen Price] {2:said} <2:the piles were rotten> to the core.';
    expect(changes(`${VANE} ${PRICE}`, `${CHANGED} ${shorter}`)).toEqual(TOLD);
  });

  test('alters no neighbour that is found to be said by another whom the article named before, too', () => {
    const he = (name: string) => `Owen Price and Tom Reid came. [2:He=${name}] {2:said} <2:the piles were rotten>.`;
    expect(changes(`${VANE} ${he('Owen Price')}`, `${CHANGED} ${he('Tom Reid')}`)).toEqual(TOLD);
  });

  test('takes the words of two speakers for each one’s own', () => {
    const two = (more: string) =>
      `[1:Ada Vane] {1:said} <1:we will go${more}>. [2:Owen Price] {2:said} <2:we will go>.`;
    expect(changes(two(' now'), two(''))).toEqual(['altered Ada Vane (words): we will go[- now-]']);
  });
});

describe('a figure that changes', () => {
  test('alters the statement that tells it', () => {
    const price = (figure: string) => `[2:Owen Price] {2:said} <2:${figure} piles were rotten>.`;
    expect(changes(`${VANE} ${price('forty')}`, `${VANE} ${price('ninety')}`)).toEqual([
      'altered Owen Price (words): [-forty-]{+ninety+} piles were rotten',
    ]);
  });
});

describe('a statement that is split or merged', () => {
  const WHOLE = '<1:“We will close the pier in June, and it will never open again,”> [1:Ada Vane] {1:said}.';
  const SPLIT =
    '<1:“We will close the pier in June,”> [1:Ada Vane] {1:said}. <2:“And it will never open again,”> [2:she=Ada Vane] {2:added}.';

  test('with the same words is not changed', () => {
    expect(changes(WHOLE, SPLIT)).toEqual([]);
    expect(changes(SPLIT, WHOLE)).toEqual([]);
  });

  test('with another word is altered in that alone', () => {
    expect(changes(WHOLE, SPLIT.replace('June', 'July'))).toEqual([
      'altered Ada Vane (words): “We will close the pier in [-June-]{+July+},{+”+} [-and-]{+…+} {+“And +}it will never open again,”',
    ]);
  });

  test('is only found as two where the article is as it was', () => {
    const asTwo = '<1:“We will close the pier in June,> <2:and it will never open again,”> [12:Ada Vane] {12:said}.';
    expect(changes(`${WHOLE} ${HOLT}`, `${asTwo} ${HOLT}`)).toEqual([]);
  });

  test('of which a part is gone has lost that', () => {
    expect(changes(SPLIT, VANE)).toEqual(['vanished Ada Vane: “And it will never open again,”']);
  });
});

describe('a paragraph that is moved', () => {
  test('changes nothing', () => {
    expect(changes(`${VANE}\n\n${PRICE}\n\n${HOLT}`, `${HOLT}\n\n${VANE}\n\n${PRICE}`)).toEqual([]);
  });
});

describe('what the article did change', () => {
  test('a statement is out', () => {
    expect(changes(`${VANE} ${PRICE}`, VANE)).toEqual(['vanished Owen Price: the piles were rotten to the core']);
  });

  test('a statement is in', () => {
    expect(changes(VANE, `${VANE} ${PRICE}`)).toEqual(['appeared Owen Price: the piles were rotten to the core']);
  });

  test('what was somebody’s word is the article’s', () => {
    expect(changes(PRICE, 'The piles were rotten to the core.')).toEqual([
      'vanished Owen Price: the piles were rotten to the core',
    ]);
  });

  test('what was the article’s is somebody’s word', () => {
    expect(changes('The piles were rotten to the core.', PRICE)).toEqual([
      'appeared Owen Price: the piles were rotten to the core',
    ]);
  });

  test('another said it, though both are named in both', () => {
    const two = (one: string, other: string) =>
      `[1:${one}] {1:said} <1:the piles were rotten>. [2:${other}] {2:said} <2:the kiosk would stay>.`;
    expect(changes(two('Ada Vane', 'Owen Price'), two('Owen Price', 'Ada Vane'))).toEqual([
      'altered Owen Price (speaker): the piles were rotten',
      'altered Ada Vane (speaker): the kiosk would stay',
    ]);
  });

  test('another is meant, for another is named', () => {
    const he = (name: string) => `${name} came. [1:He=${name}] {1:said} <1:the piles were rotten>.`;
    expect(changes(he('Owen Price'), he('Tom Reid'))).toEqual(['altered Tom Reid (speaker): the piles were rotten']);
  });

  test('who is meant is named for the first time', () => {
    const before = 'A man came. [1:He=] {1:said} <1:the piles were rotten>.';
    const after = 'Tom Reid came. [1:He=Tom Reid] {1:said} <1:the piles were rotten>.';
    expect(changes(before, after)).toEqual(['altered Tom Reid (speaker): the piles were rotten']);
  });

  test('a statement is repeated, in part', () => {
    const again = '“Rotten to the core” is what [4:Owen Price] {4:called} <4:the piles, rotten to the core>.';
    expect(changes(PRICE, `${PRICE} ${again}`)).toEqual(['appeared Owen Price: the piles, rotten to the core']);
  });

  test('but not that it prints once what it printed twice', () => {
    expect(changes(`${PRICE} ${PRICE.replaceAll('2:', '4:')}`, PRICE)).toEqual([]);
  });
});
