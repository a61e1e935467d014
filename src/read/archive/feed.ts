import { compact, OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { readFeed } from '../feed/feed.ts';
import type { ArchiveEntry } from './entry.ts';
import { wholeBytes } from './text.ts';

/** The largest feed that is taken: it is read as a whole. */
const LIMIT = 32_000_000;
/** Where a feed that is a file may lead to; none of its addresses begins there. */
const NOWHERE = 'file:///';

/** The items of a feed (RSS, Atom, RDF, JSON Feed), each a document: as much of the article as the feed has. */
export async function* feedEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const bytes = await wholeBytes(contents, LIMIT, 'feeds');
  const first = readFeed(bytes, NOWHERE, { most: Number.POSITIVE_INFINITY });
  const isRelative = first.home !== undefined && first.items.some(({ url }) => url === undefined);
  const {
    title: outlet,
    items,
    flaw,
  } = isRelative ? readFeed(bytes, first.home!, { most: Number.POSITIVE_INFINITY }) : first;
  if (items.length === 0) throw new OnrecordError('no-text', `this feed has no articles${flaw ? `: ${flaw}` : ''}`);
  for (const [i, { title, byline, url, published, content }] of items.entries()) {
    const details = { ...compact({ title, byline, outlet, url, published }) };
    const words = content === undefined ? { blocks: [{ kind: 'title', text: title }] } : { html: asHtml(content) };
    yield { name: `${contents.name}#${i + 1}`, bytes: Buffer.from(JSON.stringify({ ...details, ...words })) };
  }
  if (flaw !== undefined)
    yield {
      name: contents.name,
      failure: new OnrecordError('damaged', `the feed is damaged: ${flaw}; what is whole was read`),
    };
}

/** Plain text keeps its paragraphs. */
function asHtml(content: string): string {
  if (/<\w/u.test(content)) return content;
  return content
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}
