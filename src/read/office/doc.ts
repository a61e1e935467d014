import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { readText } from '../text/text.ts';

/**
 * A document of Word before 2007: its text with tracked deletions left out, and its notes at the end. Of the look of its
 * paragraphs nothing is known, so that they are read as those of plain text are. Throws `damaged`.
 */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const document = (await new WordExtractor().extract(Buffer.from(bytes))) as WordText;
    const asPrinted = { filterUnicode: false };
    const parts = [
      document.getBody(asPrinted),
      document.getTextboxes({ ...asPrinted, includeHeadersAndFooters: false }),
      document.getFootnotes(asPrinted),
      document.getEndnotes(asPrinted),
    ];
    return readText(paragraphsOf(parts.join('\n')));
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    throw new OnrecordError('damaged', 'the Word document is damaged and cannot be read', { cause });
  }
}

/** What the library gives; its types lag behind. With `filterUnicode` it would make curly quotation marks straight. */
type WordText = Record<
  'getBody' | 'getTextboxes' | 'getFootnotes' | 'getEndnotes',
  (options: { filterUnicode: boolean; includeHeadersAndFooters?: boolean }) => string
>;

/** Each line of what the library gives is a paragraph, or a cell of a table. */
function paragraphsOf(text: string): string {
  return text
    .split(/[\n\r\f\t]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}
