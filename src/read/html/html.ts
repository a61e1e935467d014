import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadPost, ReadResult } from '../assemble.ts';
import { blocksIn, type LinkedBlock } from './blocks.ts';
import { bodyOf, lettersOf, ofArticle } from './body.ts';
import { clean } from './clean.ts';
import { withoutEnding } from './endings.ts';
import { type Metadata, readMetadata } from './metadata/metadata.ts';
import { takePosts } from './posts.ts';

/** Elements nested deeper than this are no article, and would overflow the stack of the parsers. */
const MAX_DEPTH = 1_500;

/** A web page → its article's blocks and metadata. Throws `too-deep` and `no-text`. */
export function readHtml(html: string, url?: string): ReadResult {
  if (depthOf(html) > MAX_DEPTH) throw tooDeep();
  // parse5 mends what linkedom trips over: pages without <html> or <body>, tags left open.
  const { document } = parseHTML(serialize(parse(html)));
  const metadata = readMetadata(document as unknown as Document, url);
  const posts = takePosts(document as unknown as Document);
  clean(document as unknown as Document);
  const body = withoutEnding(bodyOf(document as unknown as Document), metadata.byline).map(withPost(posts));
  if (body.length === 0) throw new OnrecordError('no-text', 'the page has no article text');
  const { title, byline, published } = metadata;
  const head: ReadBlock[] = [];
  if (title) head.push({ kind: 'title', text: title });
  const line = [byline, published?.slice(0, 10)].filter((part) => part !== undefined).join(' · ');
  if (line !== '') head.push({ kind: 'byline', text: line });
  return { ...metadata, blocks: [...head, ...withoutHead(body, metadata)] };
}

function withPost(posts: readonly ReadPost[]): (block: LinkedBlock) => ReadBlock {
  return ({ linked: _, postNumber, ...block }) => ({ ...block, ...compact({ post: posts[postNumber ?? -1] }) });
}

/** Marked up text that is all article, as agencies and newsletters send it → its blocks. Throws `too-deep`. */
export function readHtmlPart(html: string): ReadBlock[] {
  if (depthOf(html) > MAX_DEPTH) throw tooDeep();
  const { document } = parseHTML(serialize(parse(html)));
  clean(document as unknown as Document);
  return ofArticle(blocksIn((document as unknown as Document).body)).map(({ linked: _, ...block }) => block);
}

/** A page of which all is kept, as a chapter of a book → its blocks. Throws `too-deep`. */
export function readWholeHtml(html: string): ReadBlock[] {
  if (depthOf(html) > MAX_DEPTH) throw tooDeep();
  const { document } = parseHTML(serialize(parse(html)));
  const { body } = document as unknown as Document;
  for (const element of [...body.querySelectorAll('script, style, a')])
    if (element.tagName !== 'A' || isNoteReference(element)) element.remove();
  return blocksIn(body).map(({ linked: _, ...block }) => block);
}

/** The number of a note, or the arrow back from it, which is no word of the sentence. */
function isNoteReference(link: Element): boolean {
  return /\b(?:noteref|backlink)\b/u.test(`${link.getAttribute('epub:type') ?? ''} ${link.getAttribute('role') ?? ''}`);
}

function tooDeep(): OnrecordError {
  return new OnrecordError('too-deep', `its elements are nested more than ${MAX_DEPTH.toLocaleString('en')} deep`);
}

/** Elements that hold no others, or whose end tags are often left out. */
const FLAT = /^(?:br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/iu;

/** How deep the elements nest, counted from the tags alone. */
function depthOf(html: string): number {
  const tags = /<(\/?)([a-z][a-z0-9]*)\b/giu;
  let depth = 0;
  let deepest = 0;
  for (let tag = tags.exec(html); tag && deepest <= MAX_DEPTH; tag = tags.exec(html)) {
    const end = html.indexOf('>', tags.lastIndex);
    if (end < 0) break;
    tags.lastIndex = end + 1;
    if (html[end - 1] === '/' || FLAT.test(tag[2]!)) continue;
    depth = tag[1] ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The title, the byline and the date are known from the metadata and need not come again in the body. */
function withoutHead(blocks: readonly ReadBlock[], { title, byline, published }: Metadata): ReadBlock[] {
  const same = (a: string | undefined, b: string) => a !== undefined && lettersOf(a) === lettersOf(b);
  let atHead = true;
  return blocks.filter((block) => {
    if (!atHead) return true;
    if (same(title, block.text)) return false;
    if (byline && block.text.length < byline.length + 60 && block.text.includes(byline)) return false;
    if (published && block.text.length < 40 && /\b(?:19|20)\d\d\b/u.test(block.text) && !/[.!?]$/u.test(block.text))
      return false;
    if (block.kind === 'paragraph' && block.text.length > 60) atHead = false;
    return true;
  });
}
