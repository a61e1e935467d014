import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DifferenceList, DiffWords } from '../../../../web/components/statement/Diff.tsx';

const diff = (before: string, after: string) =>
  renderToStaticMarkup(createElement(DiffWords, { before, after })).replace(/^<span class="diff">(.*)<\/span>$/u, '$1');

describe('two texts compared', () => {
  test.each([
    ['the same', 'We will close it.', 'We will close it.', 'We will close it.'],
    [
      'a changed word',
      'We patched it for thirty years',
      'We patched it for forty years',
      'We patched it for <del>thirty </del><ins>forty</ins> years',
    ],
    ['words left out', 'We will close the old pier', 'We will close the pier', 'We will close the <del>old </del>pier'],
    ['other marks and capitals only', 'we will, close it', 'We will close it!', 'We will close it!'],
  ])('%s', (_, before, after, html) => {
    expect(diff(before, after)).toBe(html);
  });

  test('what has little in common is not compared', () => {
    expect(diff('Nobody was hurt in the storm', 'Taxes rise in May')).toBe('Taxes rise in May');
  });
});

describe('the differences of a quotation', () => {
  const list = (differences: Parameters<typeof DifferenceList>[0]['differences']) =>
    renderToStaticMarkup(createElement(DifferenceList, { differences }));

  test('each in a sentence, with those that change the meaning named', () => {
    expect(
      list([
        { kind: 'changed', printed: 'forty', source: 'thirty' },
        { kind: 'dropped', source: 'not', turnsSense: true },
      ]),
    ).toBe(
      '<ul class="differences"><li>printed “forty”, said “thirty”</li>' +
        '<li>left out without a mark: “not”<strong> changes the meaning</strong></li></ul>',
    );
  });

  test('punctuation is not worth a line', () => {
    expect(list([{ kind: 'punctuation', printed: ',', source: '.' }])).toBe('');
  });
});
