import { describe, expect, test } from 'vitest';
import { announcedQuotations } from '../../../src/extract/rules/signatures.ts';
import { findQuotations } from '../../../src/extract/text/quotations.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

/** "source: content" of the quotations that a paragraph above them announces. */
function announcedIn(text: string): string[] {
  const document = documentOf(text);
  return announcedQuotations(document, findQuotations(document)).map(
    ({ source, content }) =>
      `${text.slice(source[0]!.start, source[0]!.end)}: ${text.slice(content[0]!.start, content[0]!.end)}`,
  );
}

describe('a quotation below the line that tells from whom it is', () => {
  test.each([
    [
      'And from Chairwoman Rosa Weil:\n\n“Anna knows the harbour.”',
      ['Chairwoman Rosa Weil: “Anna knows the harbour.”'],
    ],
    [
      'From the mayor of Nesse, Ada Vane:\n\n"We shall miss her."',
      ['the mayor of Nesse, Ada Vane: "We shall miss her."'],
    ],
    ['This from Tom Reid:\n\n“No.”', ['Tom Reid: “No.”']],
    ['And from Rosa Weil:\n\n“Anna knows the harbour,” but not the town.', []],
    ['The letters came from Nesse: all of them.\n\n“We shall miss her.”', []],
  ])('%j', (text, expected) => {
    expect(announcedIn(text)).toEqual(expected);
  });
});
