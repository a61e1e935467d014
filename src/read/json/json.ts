import { type BlockKind, compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadResult } from '../assemble.ts';
import { type Columns, isObject, rowOf } from '../columns.ts';
import { articleOf } from './article.ts';
import { itemIn } from './collection.ts';
import { isNinjs, readNinjs } from './ninjs.ts';
import { isPost, postOf } from './posts.ts';

/**
 * A document of JSON: ninjs (IPTC, 1 to 3), a post, an object whose fields are named as an article's parts are
 * (`{"text" or "html", "title"?, "byline"?, "outlet"?, "url"?, "published"?, "language"?}`), alone or in what an API answers.
 */
export function readJson(text: string, columns: Columns = {}): ReadResult {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (cause) {
    throw new OnrecordError('damaged', `it is no JSON (${(cause as Error).message})`, { cause });
  }
  const item = isObject(value) ? itemIn(value, (own) => isDocument(own, columns)) : undefined;
  const result = item && documentOf(item, columns);
  if (!result)
    throw new OnrecordError(
      'not-a-document',
      'this JSON is no news item: neither ninjs nor a post nor an object with "text"; if another field holds the text, say which: --columns text=NAME',
    );
  return result;
}

/** Whether an object is an article or a post. */
export function isDocument(item: Readonly<Record<string, unknown>>, columns: Columns = {}): boolean {
  return Array.isArray(item.blocks) || isNinjs(item) || isPost(item) || rowOf(item, columns) !== undefined;
}

function documentOf(item: Readonly<Record<string, unknown>>, columns: Columns): ReadResult | undefined {
  if (Array.isArray(item.blocks)) return laidOut(item, item.blocks);
  return isNinjs(item) ? readNinjs(item) : (postOf(item) ?? articleOf(item, columns));
}

const KINDS: ReadonlySet<BlockKind> = new Set([
  'title',
  'byline',
  'paragraph',
  'heading',
  'caption',
  'list-item',
  'blockquote',
]);

/** A document whose blocks were told before, as archives of speeches pass them on. */
function laidOut(item: Readonly<Record<string, unknown>>, blocks: readonly unknown[]): ReadResult | undefined {
  const isBlock = (block: unknown): block is ReadBlock =>
    isObject(block) && KINDS.has(block.kind as BlockKind) && typeof block.text === 'string';
  if (blocks.length === 0 || !blocks.every(isBlock)) return undefined;
  const [title, byline, outlet, url, published, language] = [
    'title',
    'byline',
    'outlet',
    'url',
    'published',
    'language',
  ].map((name) => (typeof item[name] === 'string' ? (item[name] as string) : undefined));
  return { ...compact({ title, byline, outlet, url, published, language }), blocks };
}
