import { describe, expect, test } from 'vitest';
import { RangeIndex } from '../../src/document/index.ts';
import { repaired } from '../../src/extract/repairs.ts';
import { findQuotations } from '../../src/extract/text/quotations.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

/** A text with `<` and `>` around each run of one content as the network might have it → the runs as they are put right. */
function contentOf(marked: string): string[] {
  const text = marked.replace(/[<>]/gu, '');
  const content: { start: number; end: number }[] = [];
  let removed = 0;
  for (const { index, 0: mark } of marked.matchAll(/[<>]/gu)) {
    if (mark === '<') content.push({ start: index - removed, end: 0 });
    else content[content.length - 1]!.end = index - removed;
    removed++;
  }
  const quoted = new RangeIndex(findQuotations(documentOf(text)), (quotation) => [quotation]);
  const tags = repaired(text, [{ content, cue: [], source: [], class: 'speech', confidence: 0.9 }], quoted);
  return tags.flatMap((tag) => tag.content.map((run) => text.slice(run.start, run.end)));
}

describe('the quotation marks of a content', () => {
  test.each([
    [
      'the last mark is left out',
      'Officials pledged <a siren "within the year.>" It took three.',
      ['a siren "within the year."'],
    ],
    [
      'it begins with the mark that closes another, and a sentence that nobody said',
      'They said "within the year.<" It took three. "Words keep no rain out,"> she said.',
      ['"Words keep no rain out,"'],
    ],
    [
      'it begins with the mark that closes another',
      'A film called “Salt<” was “a waste of fish,”> he said.',
      ['was “a waste of fish,”'],
    ],
    ['the first mark is left out', '"<We tried twice," >she said.', ['"We tried twice,"']],
    ['it ends with the mark that opens another', 'She said <it was late. “>No,” he said.', ['it was late.']],
    ['nothing but a mark of another', 'He said “no”<”> and left.', ['”']],
    ['as it is', 'She said <the talks were “useful”>.', ['the talks were “useful”']],
  ])('%s', (_, marked, expected) => {
    expect(contentOf(marked)).toEqual(expected);
  });
});

test.each([
  ['Ned Lund lay in bed. “My wife says that I snored all night,” he joked.', 'Ned Lund’s wife'],
  ['“My lawyer told me that the bridge would be closed by June,” Rosa Thorn said.', 'Rosa Thorn’s lawyer'],
])('whose “my” is, who speaks tells: %s', async (text, speaker) => {
  const { statements } = await extract(documentOf(text));
  expect(statements.map(({ speaker: { name } }) => name)).toContain(speaker);
});
