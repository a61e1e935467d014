import { describe, expect, test } from 'vitest';
import { contains } from '../../../src/document/index.ts';
import { anchorOf } from '../../../src/extract/attribution.ts';
import { carryOn } from '../../../src/extract/rules/continuation.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { parseMarked } from '../../marked.ts';

/** The attributions of a text once those that are marked were found: how their speaker is known, source and contents. */
function attributionsIn(marked: string): string[] {
  const { text, statements } = parseMarked(marked);
  const document = documentOf(text);
  const found = statements.map(({ speaker: _, ...spans }) => ({ ...spans, class: 'speech' as const, confidence: 0.9 }));
  const sentences = prepare(document).sentences.map((sentence) => {
    const here = found.filter((attribution) => contains(sentence, anchorOf({ ...attribution })));
    return {
      sentence,
      attributions: here.filter(({ content }) => content.length > 0),
      announces: here.find(({ content }) => content.length === 0),
    };
  });
  const printed = (runs: readonly { start: number; end: number }[]) =>
    runs.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return carryOn(document, sentences).map(({ by, source, content }) =>
    [`[${printed(source)}]`, by, printed(content)].filter(Boolean).join(' '),
  );
}

describe('quotations without a cue', () => {
  test.each([
    [
      'more of the same statement in its paragraph',
      '<“We tried,”> [Quill] {said}. “It failed twice.”',
      ['[Quill] “We tried,” … “It failed twice.”'],
    ],
    [
      'the next paragraph continues the last speaker’s',
      '<“We tried,”> [Quill] {said}.\n\n“It failed twice, and it cost us the boat.”',
      ['[Quill] “We tried,”', '[] continued “It failed twice, and it cost us the boat.”'],
    ],
    [
      'after a question the other answers',
      '<“Did it fail?”> [Quill] {asked}.\n\n“It failed twice.”',
      ['[Quill] “Did it fail?”', '[] answered “It failed twice.”'],
    ],
    ['whoever does something right before', 'She laughed at that. “It failed twice.”', ['[She] “It failed twice.”']],
    [
      'a cue announces the next paragraph',
      '[Quill] {wrote} to the board:\n\n“It failed twice.”',
      ['[Quill] “It failed twice.”'],
    ],
    [
      'a paragraph that waits for the cue of the next',
      '“It failed twice.”\n\n<“We tried,”> [Quill] {said}.',
      ['[Quill] “It failed twice.” … “We tried,”'],
    ],
    [
      'a paragraph of narration ends it',
      '<“We tried,”> [Quill] {said}.\n\nIt rained all day.\n\n“It failed twice.”',
      ['[Quill] “We tried,”'],
    ],
    ['a title is no speech', '<“We tried,”> [Quill] {said}. Her novel “Low Tide” sold well.', ['[Quill] “We tried,”']],
  ])('%s', (_, marked, expected) => {
    expect(attributionsIn(marked)).toEqual(expected);
  });

  test('a quotation chained over paragraphs is one statement, though its cue stands at the last', () => {
    expect(attributionsIn('“We tried.\n\n<“It failed,”> [Quill] {said}.')).toEqual([
      '[Quill] “We tried. … “It failed,”',
    ]);
  });
});
