import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { ServerContext } from '../context.ts';
import { problem } from '../problems.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** The web app: its files as they were built, and its one page for every address of a view. */
export function siteRoutes({ site }: ServerContext) {
  const app = new Hono();
  app.get('*', (c) => {
    if (site === undefined || !existsSync(join(site, 'index.html')))
      return problem(c, 404, 'not-built', 'the web app is not built here; run: npm run build');
    const path = fileFor(site, c.req.path);
    if (path === undefined) {
      // What has an extension is a file that is not there; what has none is a view.
      if (/\.[a-z\d]+$/iu.test(c.req.path)) return problem(c, 404, 'not-found', 'there is no such file');
      return c.body(readFileSync(join(site, 'index.html')), 200, {
        'content-type': TYPES['.html']!,
        'cache-control': 'no-cache',
      });
    }
    // Names of what is built hold a digest of it.
    const isBuilt = c.req.path.startsWith('/assets/');
    const headers: Record<string, string> = {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': isBuilt ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    const packed = `${path}.br`;
    if (/\bbr\b/u.test(c.req.header('accept-encoding') ?? '') && existsSync(packed)) {
      headers['content-encoding'] = 'br';
      headers.vary = 'accept-encoding';
      return c.body(Readable.toWeb(createReadStream(packed)) as ReadableStream, 200, headers);
    }
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, headers);
  });
  return app;
}

/** The file under the folder that a path names; undefined where it names none, or one outside it. */
function fileFor(site: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = normalize(join(site, decoded));
  if (!file.startsWith(site + sep) || decoded.includes('\0') || file.endsWith('.br')) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}
