import { describe, expect, test } from 'vitest';
import { read } from '../../src/read/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The blocks of a text as "kind: words", and what it says of itself. */
async function readBlocks(text: string) {
  const { document } = await read(bytes(text), 'x.txt');
  return {
    document,
    blocks: document.blocks.map((block) => `${block.kind}: ${document.text.slice(block.start, block.end)}`),
  };
}

const BODY = 'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped.';

describe('the head', () => {
  test('Markdown title, byline and date', async () => {
    const { document, blocks } = await readBlocks(
      `\n\n# Pier closes\n\nMaren Coyle  \n12 March 2025\n\n${BODY}\n\nMore.\n`,
    );
    expect(document).toMatchObject({
      title: 'Pier closes',
      byline: 'Maren Coyle',
      published: '2025-03-12',
      language: 'en',
    });
    expect(blocks.slice(0, 3)).toEqual(['title: Pier closes', 'byline: Maren Coyle', 'byline: 12 March 2025']);
  });
  test('plain title, byline, outlet and date on lines of their own', async () => {
    const { document } = await readBlocks(
      `Pier closes after vote\n\nMaren Coyle\nThe Nesse Courier\n12 March 2025\n\n${BODY}\n\nMore.`,
    );
    expect(document).toMatchObject({
      title: 'Pier closes after vote',
      byline: 'Maren Coyle',
      outlet: 'The Nesse Courier',
      published: '2025-03-12',
    });
  });
  test('"Key: value" lines', async () => {
    const { document } = await readBlocks(`Title: Pier closes\nOutlet: Radio Tarn\nPublished: 2025-03-12\n\n${BODY}`);
    expect(document).toMatchObject({ title: 'Pier closes', outlet: 'Radio Tarn', published: '2025-03-12' });
  });
  test('"By …" and date on one line', async () => {
    const { document } = await readBlocks(`# Pier closes\n\nBy Maren Coyle, 12 March 2025\n\n${BODY}`);
    expect(document).toMatchObject({ byline: 'Maren Coyle', published: '2025-03-12' });
  });
  test.each([
    ['By Maren Coyle\nPublished 12 March 2025', 'Maren Coyle'],
    ['By Maren Coyle Published 12 March 2025', 'Maren Coyle'],
    ['Maren Coyle | Updated: March 12, 2025', 'Maren Coyle'],
    ['Posted on 12 March 2025', undefined],
  ])('a word before the date: %j', async (head, byline) => {
    const { document } = await readBlocks(`# Pier closes\n\n${head}\n\n${BODY}`);
    expect([document.byline, document.published]).toEqual([byline, '2025-03-12']);
  });
  test.each([
    ['OPINION\nThe new bridge will not save us\nMaren Coyle', 'The new bridge will not save us', 'Maren Coyle'],
    [
      "Interview: 'I never wanted a bridge'\n\nBy Maren Coyle, Arts Reporter",
      "Interview: 'I never wanted a bridge'",
      'Maren Coyle, Arts Reporter',
    ],
    ['LIVE: Storm comes ashore - latest', 'LIVE: Storm comes ashore - latest', undefined],
  ])('a word that tells of which kind it is: %j', async (head, title, byline) => {
    const { document } = await readBlocks(`${head}\n\n${BODY}\n\nMore of it.`);
    expect([document.title, document.byline]).toEqual([title, byline]);
  });
  test.each([
    ['Pier closes after vote\nBy Maren Coyle\nNESSE, 12 March 2025'],
    ['Pier closes after vote\nBy Maren Coyle\nMarch 12, 2025'],
    ['FOR IMMEDIATE RELEASE\n\nPier closes after vote\n\nBy Maren Coyle\n\n12 March 2025'],
  ])('a title with its byline and date under it: %j', async (head) => {
    const { document } = await readBlocks(`${head}\n\n${BODY}\n\nMore of it.`);
    expect([document.title, document.byline, document.published]).toEqual([
      'Pier closes after vote',
      'Maren Coyle',
      '2025-03-12',
    ]);
  });
  test('a title over two lines stays one', async () => {
    const { document } = await readBlocks(`Senate Panel Clears\nData Privacy Bill\n\n${BODY}\n\nMore of it.`);
    expect([document.title, document.byline]).toEqual([undefined, undefined]);
  });
  test('a dateline with a year', async () => {
    const { document } = await readBlocks(`NESSE, 12 March 2025 – ${BODY}\n\nIt rained.`);
    expect(document.published).toBe('2025-03-12');
  });
  test('a text that begins at once has no title', async () => {
    const { document } = await readBlocks(`${BODY}\n\nIt rained.\n\nIt stopped.`);
    expect(document.title).toBeUndefined();
  });
});

describe('the body', () => {
  test('emphasis, links and images lose their marks', async () => {
    const { blocks } = await readBlocks(
      `# T\n\nShe told the *Nesse Gazette* that **nothing** was [settled](http://x.example/a_(b)). ${BODY}`,
    );
    expect(blocks[1]).toBe(`paragraph: She told the Nesse Gazette that nothing was settled. ${BODY}`);
  });
  test('asterisks and underscores that are no emphasis stay', async () => {
    const { blocks } = await readBlocks(`# T\n\nThe file_name_here is 3 * 4 * 5 long. ${BODY}`);
    expect(blocks[1]).toContain('file_name_here is 3 * 4 * 5');
  });
  test('a sentence broken by a page is mended, and so is a quotation', async () => {
    const { blocks } = await readBlocks(
      `# T\n\n${BODY} This is the largest step towards the closing of the\n\nold pier yet taken.\n\nVane insisted, "we can mend it. We\n\ncan mend all of it."`,
    );
    expect(blocks.slice(1)).toEqual([
      `paragraph: ${BODY} This is the largest step towards the closing of the old pier yet taken.`,
      'paragraph: Vane insisted, "we can mend it. We can mend all of it."',
    ]);
  });
  test('page numbers, running lines and contact lines are no paragraphs', async () => {
    const page = (n: number) => `${BODY} Part ${n}.\n\nNESSE COUNCIL PAPERS\n\n${n}\n\n`;
    const { blocks } = await readBlocks(
      `# T\n\n${page(1)}${page(2)}${page(3)}To contact the council, visit:\n\n[nesse.example/contact](http://nesse.example/contact)`,
    );
    expect(blocks).toEqual(['title: T', ...[1, 2, 3].map((n) => `paragraph: ${BODY} Part ${n}.`)]);
  });
  test('headings, lists, block quotations and captions', async () => {
    const { blocks } = await readBlocks(
      `# T\n\n${BODY}\n\n## Costs\n\n- Piles\n\n> We tried.\n\n*The pier, seen from the sea*\n`,
    );
    expect(blocks.slice(2)).toEqual([
      'heading: Costs',
      'list-item: Piles',
      'blockquote: We tried.',
      'caption: The pier, seen from the sea',
    ]);
  });
  test('hard-wrapped lines are joined', async () => {
    const wrapped =
      'The pier at Nesse closed on Tuesday after a vote that took\nuntil midnight, and nobody clapped when the count was read out\nby the clerk, who had been there since the morn-\ning.\n\nIt rained.';
    const { blocks } = await readBlocks(wrapped);
    expect(blocks[0]).toBe(
      'paragraph: The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped when the count was read out by the clerk, who had been there since the morning.',
    );
  });
});

test('another language is recorded and says so', async () => {
  const { document } = await readBlocks(
    'Der Landungssteg in Nesse wurde am Dienstag nach einer langen Abstimmung geschlossen, und niemand hat geklatscht.',
  );
  expect(document.language).toBe('de');
});
