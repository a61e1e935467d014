import { table } from '../../language/words.ts';
import type { Sample } from '../sample.ts';

/** What XML can be, by its first element. */
export type XmlKind = 'twfy' | 'akn' | 'tei' | 'nitf' | 'newsml' | 'feed' | 'sitemap' | 'ttml' | 'unknown';

const ROOTS = table<XmlKind>({
  publicwhip: 'twfy',
  akomaNtoso: 'akn',
  akomantoso: 'akn',
  TEI: 'tei',
  'TEI.2': 'tei',
  teiCorpus: 'tei',
  nitf: 'nitf',
  newsItem: 'newsml',
  newsMessage: 'newsml',
  packageItem: 'newsml',
  conceptItem: 'newsml',
  knowledgeItem: 'newsml',
  planningItem: 'newsml',
  catalogItem: 'newsml',
  rss: 'feed',
  RDF: 'feed',
  feed: 'feed',
  urlset: 'sitemap',
  tt: 'ttml',
});

/** Elements with which a web page, or a part of one, begins. */
const OF_PAGES =
  /^(?:html|head|body|article|section|main|div|p|h[1-6]|table|ul|ol|blockquote|header|footer|nav|aside|span|a|b|i|em|strong|center|font|br|hr|img|figure|form|script|style|meta|title|link|base|template|noscript)$/iu;

/** Letters at the end of a file in which its first element is closed. */
const TAIL = 400;

/** What XML a file is; undefined for what is none, and for web pages. */
export async function xmlKind({ head, contents }: Sample): Promise<XmlKind | undefined> {
  const name = rootOf(head);
  if (name === undefined || OF_PAGES.test(name)) return undefined;
  const kind = ROOTS[name];
  if (kind === 'feed' && name === 'RDF' && !head.includes('rss/1.0')) return 'unknown';
  if (kind) return kind;
  if (/^\s*<\?xml\s/u.test(head)) return 'unknown';
  const tail = (await contents.slice(Math.max(0, contents.size - TAIL), contents.size)).toString('latin1').trimEnd();
  const closing = tail.slice(tail.lastIndexOf('</') + '</'.length, -1).trim();
  return tail.endsWith('>') && closing.slice(closing.indexOf(':') + 1) === name ? 'unknown' : undefined;
}

/** The name of the first element, without its prefix. */
export function rootOf(head: string): string | undefined {
  let at = afterSpace(head, 0);
  for (const [begin, end] of [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<!DOCTYPE', '>'],
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const)
    while (head.slice(at, at + begin.length).toUpperCase() === begin) {
      at = begin === '<!DOCTYPE' ? afterDoctype(head, at) : after(head, end, at);
      at = afterSpace(head, at);
    }
  return /^<(?:[\w.-]+:)?([\p{L}_][\w.-]*)(?=[\s/>])/u.exec(head.slice(at, at + 200))?.[1];
}

/** A document type may declare entities, each of which has a `>`. */
function afterDoctype(head: string, from: number): number {
  const close = head.indexOf('>', from);
  const bracket = head.indexOf('[', from);
  if (bracket < 0 || bracket > close) return close < 0 ? head.length : close + 1;
  return after(head, '>', after(head, ']', bracket));
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === '') at++;
  return at;
}
