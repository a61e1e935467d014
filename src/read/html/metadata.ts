import { MONTH_BEGINNINGS, WEEKDAYS } from '../../language/english/calendar.ts';
import { AFTER_BYLINE, BYLINE_ROLES } from '../../language/english/head-lines.ts';
import { alternation } from '../../language/words.ts';
import { tidy } from '../assemble.ts';
import { parsePublished } from '../published.ts';

/** What a page says of its article. */
export interface Metadata {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
}

type Found = { -readonly [Key in keyof Metadata]?: Metadata[Key] | undefined };

/** Title, authors, outlet, address, date and language, from JSON-LD, OpenGraph, meta, then the page itself. */
export function readMetadata(document: Document, url: string | undefined): Metadata {
  const sources: Found[] = [fromJsonLd(document), fromOpenGraph(document), fromMeta(document), fromPage(document)];
  const first = <Key extends keyof Metadata>(key: Key) =>
    sources.map((source) => source[key]).find((value) => value !== undefined && value !== '');
  const outlet = first('outlet');
  const title = first('title');
  const cleaned = title === undefined ? undefined : withoutOutlet(title, outlet, document);
  const address = absolute(first('url'), url);
  const values: Found = {
    title: cleaned,
    byline: cleanByline(first('byline')),
    outlet,
    url: address,
    published: first('published'),
    language: first('language'),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Metadata;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|WebPage|Review)$/u;

function fromJsonLd(document: Document): Found {
  const nodes: Record<string, unknown>[] = [];
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')])
    nodes.push(...flatten(parseJson(script.textContent ?? '')));
  const typeOf = (node: Record<string, unknown>) => [node['@type']].flat().map(String);
  const node =
    nodes.find((candidate) => typeOf(candidate).some((type) => /Article$|BlogPosting|Report$/u.test(type))) ??
    nodes.find(
      (candidate) => typeOf(candidate).some((type) => ARTICLE.test(type)) && candidate.datePublished !== undefined,
    );
  if (!node) return {};
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' ? tidy(plainEntities(value)) : undefined;
  const nameOf = (value: unknown): string | undefined => {
    const names = [value]
      .flat()
      .map((one) =>
        typeof one === 'string' ? text(one) : text((one as Record<string, unknown> | null)?.name ?? undefined),
      );
    return names.filter((name) => name).join(', ') || undefined;
  };
  const main = node.mainEntityOfPage as Record<string, unknown> | string | undefined;
  return {
    title: text(node.headline) ?? text(node.name),
    byline: nameOf(node.author ?? node.creator),
    outlet: nameOf(node.publisher),
    url: text(node.url) ?? (typeof main === 'string' ? main : text(main?.['@id'])),
    published: typeof node.datePublished === 'string' ? parsePublished(node.datePublished) : undefined,
    language: text(node.inLanguage),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Line breaks inside strings and comments around the whole are the usual faults.
    try {
      return JSON.parse(
        text.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/gu, '').replace(/[\n\r\t]+/gu, ' '),
      );
    } catch {
      return undefined;
    }
  }
}

/** The objects of JSON-LD: lists and graphs opened, in their order. */
function flatten(value: unknown): Record<string, unknown>[] {
  const nodes: Record<string, unknown>[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) for (const one of next.reverse()) waiting.push(one);
    else if (typeof next === 'object' && next !== null) {
      const node = next as Record<string, unknown>;
      nodes.push(node);
      waiting.push(node['@graph']);
    }
  }
  return nodes;
}

function plainEntities(value: string): string {
  return value
    .replace(/&(?:amp|#38);/gu, '&')
    .replace(/&(?:quot|#34);/gu, '"')
    .replace(/&(?:#39|#x27|apos);/gu, "'")
    .replace(/&#8217;|&rsquo;/gu, '’')
    .replace(/&#8216;|&lsquo;/gu, '‘')
    .replace(/&#8220;|&ldquo;/gu, '“')
    .replace(/&#8221;|&rdquo;/gu, '”')
    .replace(/&nbsp;/gu, ' ');
}

function meta(document: Document, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const value = document.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute('content');
      if (value && value.trim() !== '') return tidy(value);
    }
  }
  return undefined;
}

const dateIn = (value: string | undefined) => (value === undefined ? undefined : parsePublished(value));

function fromOpenGraph(document: Document): Found {
  const author = meta(document, 'article:author', 'og:article:author');
  return {
    title: meta(document, 'og:title'),
    byline: author && !/^https?:|^\//u.test(author) ? author : undefined,
    outlet: meta(document, 'og:site_name'),
    url: meta(document, 'og:url'),
    published: dateIn(
      meta(document, 'article:published_time', 'og:article:published_time', 'og:published_time', 'article:published'),
    ),
    language: meta(document, 'og:locale'),
  };
}

function fromMeta(document: Document): Found {
  const author = meta(
    document,
    'author',
    'byl',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'article.author',
    'cxenseparse:author',
    'twitter:creator:name',
    'citation_author',
  );
  return {
    title: meta(
      document,
      'twitter:title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'hdl',
      'citation_title',
    ),
    byline: author && !/^https?:|^@/u.test(author) ? author : undefined,
    outlet: meta(document, 'application-name', 'cre', 'dc.publisher', 'publisher', 'source'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
    published: [
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'dcterms.issued',
      'parsely-pub-date',
      'sailthru.date',
      'article.published',
      'published-date',
      'publication_date',
      'displaydate',
      'ptime',
      'datepublished',
      'cxenseparse:recs:publishtime',
      'citation_publication_date',
      'creation_date',
      'originalpublicationdate',
      'pdate',
      'dat',
      'article_date_original',
      'rbpubdate',
      'lastmod',
    ]
      .map((name) => dateIn(meta(document, name)))
      .find((date) => date !== undefined),
    language: meta(document, 'language', 'dc.language', 'content-language'),
  };
}

function fromPage(document: Document): Found {
  const times = [...document.querySelectorAll('time[datetime], [itemprop="datePublished"]')].map(
    (time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? '',
  );
  const stamps = [
    ...document.querySelectorAll(
      'time, .date, .dateline, .timestamp, .published, .pubdate, .publish-date, .post-date, .entry-date, [class*="publish" i], [class*="dateline" i], [class*="timestamp" i], [class*="date" i]',
    ),
  ]
    .slice(0, 30)
    .map((element) => tidy(element.textContent ?? ''))
    .filter((text) => text.length < 100);
  const heading = [...document.querySelectorAll('h1')]
    .map((element) => tidy(element.textContent ?? ''))
    .find((text) => text.length > 8);
  return {
    title: heading ?? tidy(document.querySelector('title')?.textContent ?? ''),
    byline: authorsOnPage(document),
    published:
      [...times, ...stamps].map((value) => dateIn(value)).find((date) => date !== undefined) ?? dateInAddress(document),
    language: document.documentElement?.getAttribute('lang') ?? undefined,
  };
}

/** Where pages print their authors, the surest place first. */
const AUTHOR_PLACES = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel="author"]',
  '.byline .author',
  '.author-name',
  '.byline__name',
  '.byline a',
  '.byline',
  '.author',
  '[class*="byline" i]',
  '[class*="author" i]',
];

/** The first place that holds something like names; several authors' links are joined. */
function authorsOnPage(document: Document): string | undefined {
  for (const place of AUTHOR_PLACES) {
    // Only authors printed together: further down the page stand those of other articles.
    const elements = [...document.querySelectorAll(place)];
    const together = elements.filter((element) => element.parentElement === elements[0]?.parentElement);
    const found = together.map((element) => cleanByline(spaced(element)));
    const names = found.filter((name) => name !== undefined && name.length < 100 && /^\p{Lu}/u.test(name));
    if (names.length > 0)
      return place.includes('author"') || place.endsWith(' a') ? [...new Set(names)].slice(0, 4).join(', ') : names[0];
  }
  return undefined;
}

/** An element's text with spaces between its parts: a name and a title printed under it do not run together. */
function spaced(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) parts.push(node.textContent ?? '');
    for (const child of [...node.childNodes]) walk(child);
  };
  walk(element);
  return tidy(parts.join(' '));
}

/** /2024/12/19/ in the canonical address. */
function dateInAddress(document: Document): string | undefined {
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(document, 'og:url') ?? '';
  const match = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:\/|-|_)/u.exec(address);
  return match ? parsePublished(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

/** "Title - Outlet" → "Title", where what follows the dash is the outlet or the page's first heading ends before it. */
function withoutOutlet(title: string, outlet: string | undefined, document: Document): string {
  const cut = /^(.{12,}?) (?:[|–—·»]|-|::) ([^|–—·»]{2,60})$/u.exec(title);
  if (!cut) return title;
  const heading = tidy(document.querySelector('h1')?.textContent ?? '');
  const site = (outlet ?? '').toLowerCase().replace(/[^a-z0-9]/gu, '');
  const tail = cut[2]!.toLowerCase().replace(/[^a-z0-9]/gu, '');
  return heading === cut[1] || (site !== '' && (site.includes(tail) || tail.includes(site))) || /\|/u.test(title)
    ? cut[1]!
    : title;
}

const MONTH = alternation([...MONTH_BEGINNINGS, 'sept']);
const MONTH_DAY = new RegExp(
  `,? ?\\(?(?:${alternation(WEEKDAYS)},? )?(?:${MONTH}\\p{L}*\\.? \\d{1,2}\\b|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}).*$`,
  'iu',
);

const AFTER_NAME = new RegExp(`,? (?:${alternation(AFTER_BYLINE)}|\\d+ (?:min|comments?))\\b.*$`, 'iu');
const ROLE_AFTER_NAME = new RegExp(`,? (?:staff )?${alternation(BYLINE_ROLES)}\\b.*$`, 'iu');

/** Letters in which names are looked for, with what else stands on their line. */
const LONGEST_BYLINE = 1000;

/** "By Ada Quill and Ned Lund, Staff Writer, Dec. 3" → "Ada Quill and Ned Lund". Undefined when no name is left. */
function cleanByline(printed: string | undefined): string | undefined {
  if (printed === undefined) return undefined;
  const line = tidy(printed).slice(0, LONGEST_BYLINE);
  const afterDate = /^.*\bby (\p{Lu}[\s\S]+)$/u.exec(line.slice(line.search(/\d|$/u)))?.[1] ?? line;
  const words = afterDate
    .replace(/^(?:by|from|written by|posted by|authors?|story by)\b:? ?/iu, '')
    .replace(/^(?:by\b:? ?|By(?=\p{Lu}\p{Ll}))/iu, '')
    .replace(MONTH_DAY, '')
    .replace(/ ?[|·•@/][\s\S]*$/u, '')
    .replace(AFTER_NAME, '')
    .replace(ROLE_AFTER_NAME, '')
    .replace(/ (?:updated|published|posted|on)\b:? [\s\S]*$/iu, '')
    .replace(/(?<![,;: –—-])[,;: –—-]+$/u, '')
    .trim();
  return words.length > 1 && words.length < 160 && /\p{L}/u.test(words) ? words : undefined;
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined) return base;
  try {
    const url = new URL(address, base);
    return /^https?:$/u.test(url.protocol) ? url.href : base;
  } catch {
    return base;
  }
}
