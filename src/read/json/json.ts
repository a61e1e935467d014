import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { readHtmlPart } from '../html/html.ts';
import { parsePublished } from '../published.ts';
import { printedBlocks } from '../text/printed.ts';
import { isNinjs, readNinjs } from './ninjs.ts';

/** A document of JSON: ninjs (IPTC, 1 to 3), or `{"text"` or `"html", "title"?, "byline"?, "outlet"?, "url"?, "published"?, "language"?}`. */
export function readJson(text: string): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new OnrecordError('damaged', `it is no JSON (${(cause as Error).message})`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notOurs();
  const item = value as Record<string, unknown>;
  if (isNinjs(item)) return readNinjs(item);
  const title = wordsOf(item.title);
  const body = bodyOf(wordsOf(item.text), wordsOf(item.html));
  if (!body) throw notOurs();
  return {
    ...details(item),
    blocks: [...(title && !body.some(({ kind }) => kind === 'title') ? [titleBlock(title)] : []), ...body],
  };
}

function notOurs(): OnrecordError {
  return new OnrecordError('not-a-document', 'this JSON is no news item: neither ninjs nor an object with "text"');
}

function titleBlock(text: string): ReadBlock {
  return { kind: 'title', text };
}

function bodyOf(text: string | undefined, html: string | undefined): readonly ReadBlock[] | undefined {
  if (text !== undefined) return printedBlocks(text);
  return html === undefined ? undefined : readHtmlPart(html);
}

function details(item: Record<string, unknown>): Omit<ReadResult, 'blocks'> {
  const [title, byline, outlet, url, language] = ['title', 'byline', 'outlet', 'url', 'language'].map((name) =>
    wordsOf(item[name]),
  );
  const published = parsePublished(wordsOf(item.published) ?? '');
  return {
    ...compact({ title, byline, outlet, url, language, published }),
  };
}

function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
