import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: text of a type, or whatever a function does. */
type Answering =
  | string
  | {
      readonly type?: string;
      readonly body: string;
      readonly etag?: string;
      readonly status?: number;
      readonly headers?: Record<string, string>;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A site of our own on a loopback address. */
export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  /** What each path answers; may be changed at any time. */
  readonly pages: Map<string, Answering>;
  /** The paths that were asked for, in order, but for robots.txt. */
  readonly asked: string[];
  /** All requests with their headers. */
  readonly requests: IncomingMessage[];
  /** The most requests that were under way at once. */
  most(): number;
  close(): Promise<void>;
}

/** Opens a site. A page with an etag is answered with 304 where the client has it. */
export async function openSite(host = '127.0.0.1'): Promise<Site> {
  const pages = new Map<string, Answering>();
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  let [now, most] = [0, 0];
  const server = createServer((request, response) => {
    const path = request.url!;
    requests.push(request);
    if (path !== '/robots.txt') asked.push(path);
    most = Math.max(most, ++now);
    response.on('close', () => now--);
    answer(pages.get(path), request, response);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    requests,
    most: () => most,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(page: Answering | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (page === undefined) {
    response.writeHead(404).end('not here');
    return;
  }
  if (typeof page === 'function') {
    page(request, response);
    return;
  }
  const {
    type = 'text/html; charset=utf-8',
    body,
    etag,
    status = 200,
    headers = {},
  } = typeof page === 'string' ? { body: page } : page;
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, { 'content-type': type, ...(etag === undefined ? {} : { etag }), ...headers }).end(body);
}

/** An article of a feed. */
export interface Listed {
  readonly path: string;
  readonly title?: string;
  readonly content?: string;
  readonly date?: string;
}

/** A feed of RSS with these articles. */
export function rss(site: Pick<Site, 'url'>, items: readonly Listed[], title = 'Nesse Gazette'): string {
  const entries = items.map(
    ({ path, title: own = path, content = 'In short.', date = 'Wed, 12 Mar 2025 08:00:00 GMT' }) =>
      `<item><title>${own}</title><link>${site.url}${path}</link><guid>${site.url}${path}</guid><pubDate>${date}</pubDate><description><![CDATA[${content}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${site.url}/</link>${entries.join('')}</channel></rss>`;
}

/** A page with an article of some words. */
export function page(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
}
