import { describe, expect, test } from 'vitest';
import { detailsOf, linesOf, onlyDocument } from './documents.ts';

const BODY = 'The pier closes, she said.\n\nMore of it here.\n';
const WORDS = ['- The pier closes, she said.', '- More of it here.'];

describe('front matter', () => {
  test.each([
    [
      'one author',
      'title: Pier closes\nauthor: Petra Holm\ndate: 2025-03-12\ntags: [pier, council]',
      { byline: 'Petra Holm' },
    ],
    [
      'several authors, and other names',
      'headline: "Pier closes"\nauthors:\n  - Petra Holm\n  - name: Tom Reid\npublished: 2025-03-12\npublication: Nesse Gazette\nlink: https://g.example/1',
      { byline: 'Petra Holm, Tom Reid', outlet: 'Nesse Gazette', url: 'https://g.example/1' },
    ],
    [
      'a text over several lines',
      'title: >\n  Pier\n  closes\nby: By Petra Holm\ndate: 12 March 2025',
      { byline: 'Petra Holm' },
    ],
    [
      'YAML that is broken',
      'title: Pier closes\nauthor: Petra: Holm\ndate: 2025-03-12\n  bad',
      { byline: 'Petra: Holm' },
    ],
    ['comments and quotes', "# ours\ntitle: 'Pier closes' # the title\ndate: '2025-03-12'", { byline: undefined }],
  ])('with %s is no paragraph', async (_, yaml, more) => {
    const document = await onlyDocument(`---\n${yaml}\n---\n\n${BODY}`);
    expect(detailsOf(document)).toMatchObject({ title: 'Pier closes', published: '2025-03-12', ...more });
    expect(linesOf(document)).toEqual(WORDS);
  });

  test('its title and that of the text are one', async () => {
    const document = await onlyDocument(`---\r\ntitle: Pier closes\r\n---\r\n\r\n# Pier closes\r\n\r\n${BODY}`);
    expect(document.blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    expect(linesOf(document)).toEqual(WORDS);
  });

  test('aliases that would grow are refused, and the text is kept', async () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\ntitle: Pier closes`;
    expect(linesOf(await onlyDocument(`---\n${bomb}\n---\n${BODY}`))).toEqual(WORDS);
  });

  test('lines of hyphens around prose are none', async () => {
    expect(linesOf(await onlyDocument(`---\n\nThe pier closes: she said so.\n\n---\n\nMore of it here.\n`))).toEqual([
      '- The pier closes: she said so.',
      '- More of it here.',
    ]);
  });

  test('marks of notes are no words', async () => {
    const notes = 'Ned Lund said 400 piles were rotten.[^1]\n\nIt is old.\n\n[^1]: According to the harbour board.\n';
    expect(linesOf(await onlyDocument(notes))).toEqual([
      '- Ned Lund said 400 piles were rotten.',
      '- It is old.',
      '- According to the harbour board.',
    ]);
  });
});
