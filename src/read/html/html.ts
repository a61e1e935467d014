import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadBlock, ReadPost, ReadResult } from '../assemble.ts';
import { blocksIn, type LinkedBlock } from './blocks.ts';
import { bodyOf, lettersOf, ofArticle } from './body.ts';
import { clean } from './clean.ts';
import { withoutEnding } from './endings.ts';
import { plainEntities, textOf } from './metadata/json-ld.ts';
import { type Metadata, readMetadata } from './metadata/metadata.ts';
import { takePosts } from './posts.ts';
import { fullest, lengthOf, plainParagraphs, type Reading, upToEnd } from './readings.ts';
import { paragraphsInState } from './state.ts';

/** Elements nested deeper than this are no article, and would overflow the stack of the parsers. */
const MAX_DEPTH = 1_500;

/** A web page → its article's blocks and metadata. Throws `too-deep` and `no-text`. */
export function readHtml(html: string, url?: string): ReadResult {
  const document = parsePage(html);
  const { article, ...metadata } = readMetadata(document, url);
  const scripts = scriptsOf(document);
  const posts = takePosts(document);
  clean(document);
  const articleBody =
    textOf(article?.articleBody) === undefined ? undefined : plainEntities(String(article?.articleBody));
  const shown = withoutEnding(upToEnd(bodyOf(document), articleBody), metadata.byline);
  const { blocks: read, from: bodyFrom } = fullest(shown, otherReadings(shown, articleBody, scripts));
  const body = withoutHead(read.map(withPost(posts)), metadata);
  const { title, byline, published } = metadata;
  if (body.length === 0 && title === undefined) throw new OnrecordError('no-text', 'the page has no article text');
  const head: ReadBlock[] = [];
  if (title) head.push({ kind: 'title', text: title });
  const line = [byline, published?.slice(0, 10)].filter((part) => part !== undefined).join(' · ');
  if (line !== '') head.push({ kind: 'byline', text: line });
  const isThin = lengthOf(read) < THIN && html.length > SMALL_PAGE;
  return { ...metadata, ...compact({ bodyFrom }), ...(isThin ? { isThin } : {}), blocks: [...head, ...body] };
}

/** Letters of text under which a page of some size gave no article. */
const THIN = 300;
const SMALL_PAGE = 10_000;

/** Letters of text shown beyond which nothing is looked for in the states of scripts. */
const ENOUGH = 2_000;

/** What the page keeps of its article for machines. */
function otherReadings(
  shown: readonly LinkedBlock[],
  articleBody: string | undefined,
  scripts: readonly Script[],
): Reading[] {
  const readings: Reading[] = [];
  if (articleBody) readings.push({ from: 'structured-data', blocks: blocksOf(plainParagraphs(articleBody)) });
  if (lengthOf(shown) < ENOUGH) readings.push({ from: 'page-state', blocks: blocksOf(paragraphsInState(scripts)) });
  return readings;
}

/** Paragraphs with tags in them or without → blocks. */
function blocksOf(paragraphs: readonly string[]): LinkedBlock[] {
  const html = paragraphs.map((words) =>
    /<(?:p|div|h\d|ul|ol|blockquote)[\s>]/iu.test(words) ? words : `<p>${words}</p>`,
  );
  return html.length === 0 ? [] : readPart(html.join('\n'));
}

interface Script {
  readonly type: string;
  readonly text: string;
}

function scriptsOf(document: Document): Script[] {
  return [...document.querySelectorAll('script:not([src])')].map((script) => ({
    type: script.getAttribute('type') ?? '',
    text: script.textContent ?? '',
  }));
}

function parsePage(html: string): Document {
  if (depthOf(html) > MAX_DEPTH) throw tooDeep();
  // parse5 mends what linkedom trips over: pages without <html> or <body>, tags left open.
  return parseHTML(serialize(parse(html))).document as unknown as Document;
}

function withPost(posts: readonly ReadPost[]): (block: LinkedBlock) => ReadBlock {
  return ({ linked: _, postNumber, ...block }) => ({ ...block, ...compact({ post: posts[postNumber ?? -1] }) });
}

/** Marked up text that is all article, as agencies and newsletters send it → its blocks. Throws `too-deep`. */
export function readHtmlPart(html: string): ReadBlock[] {
  const document = parsePage(html);
  const posts = takePosts(document);
  return cleanedBlocks(document).map(withPost(posts));
}

function readPart(html: string): LinkedBlock[] {
  return cleanedBlocks(parsePage(html));
}

function cleanedBlocks(document: Document): LinkedBlock[] {
  clean(document);
  return ofArticle(blocksIn(document.body));
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
