import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MadeArticle, madeArticles, pageOf } from '../made/articles.ts';
import { mulberry32 } from '../random.ts';

/** How an outlet misbehaves. */
const MANNERS = [
  'well',
  'whole', // articles whole in the feed
  'atom',
  'json',
  'changing', // articles are rewritten after a while
  'slow',
  'failing', // a third of its answers are 503
  'malformed', // the feed is cut off in its last item
  'moved',
  'gone', // after a while
  'busy', // answers 429 with Retry-After now and then
  'robots', // a tenth is not allowed
] as const;
type Manner = (typeof MANNERS)[number];

/** An article at its address. */
interface Placed extends MadeArticle {
  readonly path: string;
  /** Words that only this article has: its number. */
  readonly mark: string;
}

interface Outlet {
  readonly number: number;
  readonly manner: Manner;
  readonly host: string;
  readonly articles: readonly Placed[];
  asked: number;
  readonly random: () => number;
  /** When each article was first read. */
  readonly read: Map<string, number>;
}

/** Simulated outlets, each a host of its own on this machine. */
export interface Outlets {
  readonly feeds: readonly string[];
  /** Marks of all articles that a polite reader can get, with their addresses and how their outlets misbehave. */
  readonly readable: ReadonlyMap<string, { readonly url: string; readonly manner: string }>;
  /** Marks of articles that must not be fetched, and why. */
  readonly forbidden: ReadonlyMap<string, string>;
  /** Marks of articles that are rewritten after a while. */
  readonly rewritten: ReadonlySet<string>;
  readonly requests: () => number;
  close(): Promise<void>;
}

/** How many articles a feed lists; older ones drop out. */
const LISTED = 60;
/** An outlet rewrites an article this many milliseconds after it was first read. */
export const REWRITTEN = 20_000;

/**
 * Starts outlets that publish their articles over some time.
 *
 * @param count of outlets, and of all articles together
 * @param seconds in which all are published
 */
export async function openOutlets(count: number, articles: number, seconds: number): Promise<Outlets> {
  const made = [...madeArticles(articles, 11)];
  const outlets = Array.from({ length: count }, (_, number): Outlet => {
    const manner = MANNERS[number % MANNERS.length]!;
    const own = made
      .filter((_article, i) => i % count === number)
      .map((article, i) => ({
        ...article,
        path: `/${manner === 'robots' && i % 10 === 0 ? 'private' : 'news'}/${i}`,
        mark: markOf(article),
      }));
    return {
      number,
      manner,
      host: `127.0.${1 + Math.floor(number / 200)}.${1 + (number % 200)}`,
      articles: own,
      asked: 0,
      random: mulberry32(100 + number),
      read: new Map(),
    };
  });
  const started = Date.now();
  let requests = 0;
  const shown = ({ articles: own }: Outlet) => {
    const share = Math.min(1, (Date.now() - started) / (1000 * seconds));
    return own.slice(0, Math.ceil(share * own.length));
  };
  const byHost = new Map(outlets.map((outlet) => [outlet.host, outlet]));
  const server: Server = createServer((request, response) => {
    requests++;
    const outlet = byHost.get(request.socket.localAddress!.replace('::ffff:', ''))!;
    answer(outlet, shown(outlet), (Date.now() - started) / (1000 * seconds), request, response);
  });
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  const forbidden = new Map<string, string>();
  const rewritten = new Set<string>();
  const readable = new Map<string, { url: string; manner: string }>();
  for (const { host, manner, articles: own } of outlets)
    for (const { mark, path } of own) {
      if (path.startsWith('/private/')) forbidden.set(mark, 'robots.txt');
      else if (manner === 'changing') rewritten.add(mark);
      if (!forbidden.has(mark) && manner !== 'gone')
        readable.set(mark, { url: `http://${host}:${port}${path}`, manner });
    }
  return {
    feeds: outlets.map(({ host, manner }) => `http://${host}:${port}/${manner === 'moved' ? 'old' : 'feed'}`),
    readable,
    forbidden,
    rewritten,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The number of the paper, which no other article has. */
export const MARK = /Paper (\d+) lies/u;

function markOf({ paragraphs }: MadeArticle): string {
  return MARK.exec(paragraphs[3]!)![1]!;
}

function answer(
  outlet: Outlet,
  shown: readonly Placed[],
  time: number,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const base = `http://${request.headers.host}`;
  const path = request.url!;
  outlet.asked++;
  if (path === '/robots.txt') {
    if (outlet.manner === 'robots') return void response.end('User-agent: *\nDisallow: /private/\n');
    return void response.writeHead(404).end();
  }
  if (outlet.manner === 'gone' && time > 0.5) return void response.writeHead(410).end();
  if (outlet.manner === 'failing' && outlet.random() < 1 / 3) return void response.writeHead(503).end();
  if (outlet.manner === 'busy' && outlet.asked % 20 === 0)
    return void response.writeHead(429, { 'retry-after': '1' }).end();
  const respond = () => {
    if (path === '/old') return response.writeHead(301, { location: `${base}/feed` }).end();
    if (path === '/feed') return sendFeed(outlet, shown.slice(-LISTED), base, request, response);
    const article = outlet.articles.find((one) => one.path === path);
    if (!article) return response.writeHead(404).end();
    const isRewritten = outlet.manner === 'changing' && isLongAgo(outlet, article.mark);
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(pageOf(isRewritten ? rewritten(article) : article));
  };
  if (outlet.manner === 'slow') setTimeout(respond, 150);
  else respond();
}

/** Whether its outlet has rewritten the article by now. */
function isLongAgo({ read }: Outlet, mark: string): boolean {
  const first = read.get(mark);
  if (first === undefined) read.set(mark, Date.now());
  return first !== undefined && Date.now() - first > REWRITTEN;
}

function rewritten(article: Placed): Placed {
  return { ...article, paragraphs: article.paragraphs.map((words) => words.replace('We will', 'We may')) };
}

function sendFeed(
  { manner }: Outlet,
  articles: readonly Placed[],
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${articles.length}-${articles.at(-1)?.mark ?? ''}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const body = bodyOf(manner, articles, base);
  response.writeHead(200, { etag, 'content-type': manner === 'json' ? 'application/feed+json' : 'application/xml' });
  response.end(body);
}

function bodyOf(manner: Manner, articles: readonly Placed[], base: string): string {
  const newest = [...articles].reverse();
  if (manner === 'json')
    return JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Made',
      items: newest.map(({ path, title, published }) => ({
        id: base + path,
        url: base + path,
        title,
        date_published: published,
      })),
    });
  if (manner === 'atom')
    return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title>${newest
      .map(
        ({ path, title, published }) =>
          `<entry><id>${base}${path}</id><title>${title}</title><link href="${path}"/><updated>${published}T08:00:00Z</updated></entry>`,
      )
      .join('')}</feed>`;
  const items = newest.map(({ path, title, published, paragraphs }) => {
    // Articles that a feed has in full are long, so these are made longer.
    const words =
      manner === 'whole'
        ? `${paragraphs.map((one) => `<p>${one}</p>`).join('')}<p>${'The clerk keeps the minutes of the meeting in the same drawer as the keys of the hall. '.repeat(6)}</p>`
        : 'In short.';
    return `<item><title>${title}</title><link>${base}${path}</link><guid>${base}${path}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description><![CDATA[${words}]]></description></item>`;
  });
  const whole = `<?xml version="1.0"?><rss version="2.0"><channel><title>Made</title><link>${base}/</link>${items.join('\n')}</channel></rss>`;
  return manner === 'malformed'
    ? whole.replace('</channel></rss>', '<item><title>Half an item</title><link>http')
    : whole;
}
