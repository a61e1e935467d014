import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { DocumentDetail, Statement } from '../../../../web/api/types.ts';
import { Marked } from '../../../../web/components/statement/Marked.tsx';

const TITLE = 'Pier to close';
const BODY = 'Vane said that Lund had told her "the pier is rotten" and would close.';
const TEXT = `${TITLE}\n${BODY}`;

const document: DocumentDetail['document'] = {
  id: 'd1',
  language: 'en',
  text: TEXT,
  added: '2025-03-12T08:00:00Z',
  blocks: [
    { kind: 'title', start: 0, end: TITLE.length },
    { kind: 'paragraph', start: TITLE.length + 1, end: TEXT.length },
  ],
};

function span(text: string) {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, text };
}

function statement(id: string, content: readonly string[], parts: Partial<Statement> = {}): Statement {
  return {
    id,
    kind: 'indirect',
    class: 'speech',
    content: content.map(span),
    cue: [],
    source: [],
    speaker: { name: 'Ada Vane', type: 'person', basis: 'named' },
    act: 'say',
    said: { basis: 'unknown' },
    confidence: { statement: 0.9, speaker: 0.9, said: 0.9 },
    document: { id: 'd1', title: TITLE, outlet: null, published: null, url: null },
    ...parts,
  };
}

/** Each piece of the text with the statement that it is marked as, and its classes. */
function pieces(statements: readonly Statement[], chosen?: string) {
  const html = renderToStaticMarkup(createElement(Marked, { document, statements, chosen, onChoose: () => {} }));
  return [...html.matchAll(/<span data-start="(\d+)"([^>]*)>([^<]*)<\/span>/gu)].map(
    ([, start, attributes, words]) => ({
      start: Number(start),
      text: words!.replaceAll('&quot;', '"'),
      of: /data-statement="(\w+)"/u.exec(attributes!)?.[1],
      classes: /class="([^"]*)"/u.exec(attributes!)?.[1] ?? '',
      isStop: /tabindex="0"/u.test(attributes!),
    }),
  );
}

const OUTER = statement('outer', ['that Lund had told her "the pier is rotten"', 'would close']);
const INNER = statement('inner', ['"the pier is rotten"'], { kind: 'direct', parent: 'outer' });

describe('statements marked in a text', () => {
  test.each([
    ['none', []],
    ['one in two runs', [OUTER]],
    ['one inside another', [OUTER, INNER]],
    ['two that overlap', [statement('a', ['Lund had told her']), statement('b', ['told her "the pier'])]],
  ])('%s: every letter stands once, at its place', (_, statements) => {
    const all = pieces(statements);
    for (const { start, text } of all) expect(TEXT.slice(start, start + text.length)).toBe(text);
    expect(all.map(({ text }) => text).join('')).toBe(TITLE + BODY);
  });

  test('a statement inside another is marked as the inner one', () => {
    const marked = pieces([OUTER, INNER]).filter(({ of }) => of !== undefined);
    expect(marked.map(({ of, text }) => [of, text])).toEqual([
      ['outer', 'that Lund had told her '],
      ['inner', '"the pier is rotten"'],
      ['outer', 'would close'],
    ]);
    expect(marked[1]!.classes).toBe('mark mark-direct nested');
  });

  test('where two overlap, the shorter is on top', () => {
    const long = statement('long', ['that Lund had told her']);
    const short = statement('short', ['told her "the']);
    expect(pieces([short, long]).flatMap(({ of, text }) => (of ? [[of, text]] : []))).toEqual([
      ['long', 'that Lund had '],
      ['short', 'told her'],
      ['short', ' "the'],
    ]);
  });

  test('each statement is one stop for the keyboard', () => {
    const stops = pieces([OUTER, INNER]).filter(({ isStop }) => isStop);
    expect(stops.map(({ of }) => of)).toEqual(['outer', 'inner']);
  });

  test('of the chosen one the cue and the source are marked too, its content in all its runs', () => {
    const one = { ...OUTER, source: [span('Vane')], cue: [span('said')] };
    const all = pieces([one, INNER], 'outer');
    expect(all.filter(({ classes }) => classes.includes('chosen')).map(({ text }) => text)).toEqual([
      'that Lund had told her ',
      '"the pier is rotten"',
      'would close',
    ]);
    expect(all.find(({ text }) => text === 'Vane')?.classes).toBe('part-source');
    expect(all.find(({ text }) => text === 'said')?.classes).toBe('part-cue');
    expect(pieces([one, INNER], 'inner').some(({ classes }) => classes.includes('part-'))).toBe(false);
  });
});
