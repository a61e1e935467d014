import { expect, test } from 'vitest';
import { extract } from '../../../src/pipeline/extract.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

/** Earliest, latest, basis and channel of the last statement; published on Thursday 19 December 2024. */
async function facts(text: string) {
  const { said, channel } = (await extract(documentOf(text, { published: '2024-12-19' }))).statements.at(-1)!;
  return [said.earliest, said.latest, said.basis, channel?.name];
}

test.each([
  ['“No,” she said on Wednesday.', ['2024-12-18', '2024-12-18', 'relative', undefined]],
  ['“No,” she said.', [undefined, '2024-12-19', 'published', undefined]],
  ['In October 2019 she said: “No.”', ['2019-10-01', '2019-10-31', 'stated', undefined]],
  ['After the storm last month, Quill said: “We stay.”', ['2024-11-01', '2024-12-19', 'relative', undefined]],
  ['Quill said the pier would close on Friday.', [undefined, '2024-12-19', 'published', undefined]],
  ['Ahead of Monday’s vote, Quill said: “We stay.”', [undefined, '2024-12-19', 'published', undefined]],
  ['Quill told the Gazette: “We stay.”', [undefined, '2024-12-19', 'published', 'the Gazette']],
  ['“We stay,” Quill told reporters on Monday.', ['2024-12-16', '2024-12-16', 'relative', 'reporters']],
  ['Quill told him: “We stay.”', [undefined, '2024-12-19', 'published', undefined]],
  ['“We stay,” Quill said in a televised address.', [undefined, '2024-12-19', 'published', 'televised address']],
  ['Quill wrote in a letter to staff, “We stay.”', [undefined, '2024-12-19', 'published', 'letter to staff']],
  ['“We stay,” Quill posted on X.', [undefined, '2024-12-19', 'published', 'X']],
  [
    'Asked by the Gazette about the pier, Quill replied: “We stay.”',
    [undefined, '2024-12-19', 'published', 'the Gazette'],
  ],
])('%s', async (text, expected) => {
  expect(await facts(text)).toEqual(expected);
});

test('Quill, who only last month declared, “We stay,” left.', async () => {
  const expected = ['2024-11-01', '2024-11-30', 'relative', undefined];
  expect(await facts('Quill, who only last month declared, “We stay,” left.')).toEqual(expected);
});

test('without a publication date nothing is known of when', async () => {
  expect((await extract(documentOf('“No,” she said.'))).statements[0]!.said).toEqual({ basis: 'unknown' });
});
