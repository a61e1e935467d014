import { createHash } from 'node:crypto';
import { parseFeed as parse } from 'feedsmith';
import { compact, OnrecordError } from '../../document/index.ts';
import { decode } from '../charset.ts';
import { parsePublished } from '../published.ts';
import { isCutOff, mended } from './mend.ts';

/** What a feed has of one article. */
export interface FeedItem {
  /** What tells it from the feed's others: its id, else its address, else its words. */
  readonly key: string;
  /** Its page, absolute. */
  readonly url?: string;
  readonly title?: string;
  readonly byline?: string;
  /** As `Document.published`. */
  readonly published?: string;
  /** HTML or text: the whole article, or what the feed has of it. */
  readonly content?: string;
  /** Of title, date and content: another one where the item was changed. */
  readonly digest: string;
}

/** A feed as read. */
export interface Feed {
  readonly title?: string;
  /** The page that it belongs to. */
  readonly home?: string;
  /** Newest first as the feed has them; each key once. */
  readonly items: readonly FeedItem[];
  /** What is wrong with it, where it was read none the less. */
  readonly flaw?: string;
}

/** The most items that are read of a feed that is followed. */
const ITEMS = 1000;

/** What is known of a feed besides its bytes. */
export interface FeedOptions {
  /** The `charset` of its Content-Type. */
  readonly header?: string | undefined;
  /** The most items that are read; 1000 by default. */
  readonly most?: number;
}

/**
 * RSS, Atom, RDF or JSON Feed → what it has, as far as it goes: a feed that is cut off is read up to its last whole item.
 *
 * @param url where it was fetched from, for addresses that are relative
 * @throws OnrecordError `empty`, `damaged` where there is no feed in it
 */
export function readFeed(bytes: Uint8Array, url: string, { header, most = ITEMS }: FeedOptions = {}): Feed {
  if (bytes.length === 0) throw new OnrecordError('empty', 'the feed is empty');
  const text = decode(bytes, header === undefined ? {} : { header }).trimStart();
  const { parsed, flaw } = parsedOrMended(text);
  const { title, home, entries } = shapeOf(parsed);
  const items = new Map<string, FeedItem>();
  for (const entry of entries.slice(0, most)) {
    const item = itemOf(entry, url);
    if (item && !items.has(item.key)) items.set(item.key, item);
  }
  const nothing = items.size === 0 && entries.length > 0 ? 'its items have neither address nor words' : undefined;
  const wrong = flaw ?? nothing;
  const page = home === undefined ? undefined : absolute(home, url);
  return {
    ...(title ? { title: plainText(title) } : {}),
    ...compact({ home: page }),
    items: [...items.values()],
    ...compact({ flaw: wrong }),
  };
}

// Dates are left as they are printed.
const parseAsPrinted = (text: string) => parse(text);
type Parsed = ReturnType<typeof parseAsPrinted>;

function parsedOrMended(text: string): { parsed: Parsed; flaw?: string } {
  try {
    // What is cut off may end in the middle of an address, which a lenient parser takes for the whole.
    if (isCutOff(text)) throw new Error('it breaks off');
    const parsed = parseAsPrinted(text);
    if (shapeOf(parsed).entries.length > 0 || !/<(?:[\w.-]+:)?(?:item|entry)[\s>]/u.test(text)) return { parsed };
    // A tag that is not closed may have swallowed all items.
    return bestMended(text) ?? { parsed };
  } catch (cause) {
    const best = bestMended(text);
    if (best) return best;
    if (/<(?:[\w.-]+:)?(?:rss|RDF|feed)[\s>]/u.test(text))
      return { parsed: { format: 'rss', feed: {} }, flaw: 'there is nothing in it' };
    const isPage = /^(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/iu.test(text);
    throw new OnrecordError(
      'damaged',
      isPage ? 'this is a web page, not a feed' : 'this is no feed: neither RSS, Atom, RDF nor JSON Feed',
      { cause },
    );
  }
}

function bestMended(text: string): { parsed: Parsed; flaw: string } | undefined {
  let empty: { parsed: Parsed; flaw: string } | undefined;
  for (const { text: whole, flaw } of mended(text)) {
    try {
      if (isCutOff(whole)) continue;
      const parsed = parseAsPrinted(whole);
      if (shapeOf(parsed).entries.length > 0) return { parsed, flaw };
      empty ??= { parsed, flaw };
    } catch {}
  }
  return empty;
}

/** An entry in whatever format, its parts under one name each. */
interface Entry {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly names: readonly (string | undefined)[];
  readonly contents: readonly (string | undefined)[];
}

function shapeOf(parsed: Parsed): { title: string | undefined; home: string | undefined; entries: Entry[] } {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title,
        home: parsed.feed.link,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title ?? first(item.dc?.titles),
          date: words(item.pubDate) ?? first(item.dc?.dates),
          updated: undefined,
          names: [...(item.authors ?? []).map((author) => nameIn(author)), ...(item.dc?.creators ?? [])],
          contents: [item.content?.encoded, item.description, item.atom?.content?.value, item.atom?.summary?.value],
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title,
        home: parsed.feed.link,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.rdf?.about,
          url: item.link ?? item.rdf?.about,
          title: item.title ?? first(item.dc?.titles),
          date: first(item.dc?.dates),
          updated: undefined,
          names: item.dc?.creators ?? [],
          contents: [item.content?.encoded, item.description],
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value,
        home: linkOf(parsed.feed.links),
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          id: entry.id,
          url: linkOf(entry.links),
          title: entry.title?.value,
          date: words(entry.published) ?? words(entry.updated),
          updated: words(entry.updated),
          names: (entry.authors ?? []).map((author) => author.name),
          contents: [entry.content?.value, entry.summary?.value],
        })),
      };
    case 'json':
      return {
        title: parsed.feed.title,
        home: parsed.feed.home_page_url,
        entries: (parsed.feed.items ?? []).map((item) => ({
          id: item.id,
          url: item.url ?? item.external_url,
          title: item.title,
          date: words(item.date_published),
          updated: words(item.date_modified),
          names: (item.authors ?? []).map((author) => author.name),
          contents: [item.content_html, item.content_text, item.summary],
        })),
      };
  }
}

function first(values: readonly unknown[] | undefined): string | undefined {
  return words(values?.[0]);
}

/** Dates and the like, whose types the parser leaves open. */
function words(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Of several links the one to the page itself. */
function linkOf(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined,
): string | undefined {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || type === 'text/html') ?? pages[0])?.href;
}

/** "desk@outlet.example (Maren Coyle)" and "Maren Coyle <desk@outlet.example>" are names with an address of mail. */
function nameIn(author: unknown): string | undefined {
  const printed = typeof author === 'string' ? author : (author as { name?: string } | undefined)?.name;
  const name = /\(([^()]+)\)/u.exec(printed ?? '')?.[1] ?? printed?.replace(/<[^<>]*>/gu, '');
  return name?.includes('@') ? undefined : name?.trim();
}

function itemOf(entry: Entry, feed: string): FeedItem | undefined {
  const url = entry.url === undefined ? undefined : absolute(entry.url, feed);
  const content = entry.contents
    .map((own) => own?.trim())
    .reduce((longest, own) => ((own?.length ?? 0) > (longest?.length ?? 0) ? own : longest), undefined);
  const title = entry.title === undefined ? undefined : plainText(entry.title);
  const key = entry.id?.trim() || url || (title || content ? digestOf([title ?? '', content ?? '']) : '');
  if (key === '' || (url === undefined && !content)) return undefined;
  const names = [...new Set(entry.names.flatMap((name) => (name?.trim() ? plainText(name) : [])))];
  const published = entry.date === undefined ? undefined : parsePublished(entry.date);
  return {
    key: key.length > 500 ? digestOf([key]) : key,
    ...compact({ url, title }),
    ...(names.length > 0 ? { byline: names.join(', ') } : {}),
    ...compact({ published, content }),
    digest: digestOf([title ?? '', entry.date ?? '', entry.updated ?? '', content ?? '']),
  };
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** An address as it stands in a feed → the whole of it; undefined for what is no page of the web. */
function absolute(address: string, base: string): string | undefined {
  try {
    const url = new URL(address.trim(), base);
    url.hash = '';
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The words of a line that may hold tags. */
function plainText(line: string): string {
  return line
    .replace(/<[^<>]{0,500}>/gu, '')
    .replace(/&amp;/gu, '&')
    .replace(/\s+/gu, ' ')
    .trim();
}
