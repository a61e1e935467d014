import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction, Span } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

/** Spans whose text is not the slice at their offsets, or that lie outside the text. */
function wrongSpans(text: string, { statements, figures }: Extraction): Span[] {
  const spans = [
    ...figures,
    ...statements.flatMap(({ content, cue, source, speaker, channel, said }) => [
      ...content,
      ...cue,
      ...source,
      ...(speaker.mention ? [speaker.mention] : []),
      ...(channel ? [channel.span] : []),
      ...(said.expression ? [said.expression] : []),
    ]),
  ];
  return spans.filter(
    (span) => span.start < 0 || span.end <= span.start || text.slice(span.start, span.end) !== span.text,
  );
}

/** What always holds of an extraction, whatever the text. */
async function expectSound(text: string): Promise<void> {
  const extraction = await extract(documentOf(text, { published: '2024-12-19' }));
  expect(wrongSpans(text, extraction)).toEqual([]);
  const ids = extraction.statements.map((statement) => statement.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { content, parent, confidence } of extraction.statements) {
    expect(content.length).toBeGreaterThan(0);
    if (parent !== undefined) expect(ids).toContain(parent);
    expect(Object.values(confidence).every((value) => value >= 0 && value <= 1)).toBe(true);
  }
}

const PIECES = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '«',
  '»',
  ' said',
  ' Petra Holm',
  ' told the Gazette',
  ' that',
  ', ',
  '. ',
  '! ',
  '? ',
  ': ',
  '\n\n',
  ' we tried',
  ' who',
  ' on Monday',
  ' (',
  ')',
  ' —',
  ' £3m',
  ' according to',
  ' the report',
  'MINISTER: ',
  '😀',
  ' it',
];

test('any text: every span is the slice at its offsets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => expectSound(pieces.join(''))),
    { numRuns: 400, seed: 20241219 },
  );
});

test('the same text gives the same extraction', async () => {
  const document = documentOf('“We tried,” Petra Holm told the Gazette on Monday. She said that 400 people came.');
  expect(await extract(document)).toEqual(await extract(document));
});

/** Of a long list every tenth, so that the tests stay short. */
function sampled(files: readonly string[]): string[] {
  return files.filter((_, i) => i % 10 === 0);
}

describe.skipIf(!SHARED)(`real articles: every span is the slice at its offsets${WITHOUT_SHARED}`, () => {
  test.each(['train', 'dev'])('polnear/%s', async (part) => {
    for (const file of sampled(readdirSync(shared('polnear', part, 'text'))))
      await expectSound(readFileSync(shared('polnear', part, 'text', file), 'utf8'));
  });

  test('basil', async () => {
    for (const year of readdirSync(shared('basil'))) {
      for (const file of sampled(readdirSync(shared('basil', year)))) {
        const article = JSON.parse(readFileSync(shared('basil', year, file), 'utf8')) as {
          'body-paragraphs': string[][];
        };
        await expectSound(article['body-paragraphs'].map((sentences) => sentences.join(' ')).join('\n\n'));
      }
    }
  });
});
