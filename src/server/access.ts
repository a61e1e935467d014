import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { problem } from './problems.ts';

/** The most bytes of a request that is no upload. */
const BODY = 1_000_000;
const UPLOADS = '/api/v1/additions';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Headers by which a browser runs nothing here that is not ours. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/iu;

/**
 * On loopback only names of loopback are answered, so that a page elsewhere cannot come in by a name of its own that
 * resolves to this machine (DNS rebinding).
 */
export function knownHost(onLoopback: boolean): MiddlewareHandler {
  return async (c, next) => {
    if (onLoopback && !LOOPBACK.test(c.req.header('host') ?? ''))
      return problem(c, 403, 'host', 'this address is answered as localhost only');
    return next();
  };
}

/** No other site may have a browser send requests here: what a browser says of where they come from is heeded. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const isNavigation = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation) return foreign(c);
  const origin = c.req.header('origin');
  if (origin !== undefined && origin.replace(/^https?:\/\//u, '') !== c.req.header('host')) return foreign(c);
  return next();
};

function foreign(c: Context): Response {
  return problem(c, 403, 'cross-site', 'requests from other sites are refused');
}

const COOKIE = 'onrecord-token';

const FEED = /^\/api\/v1\/searches\/([^/]+)\/feed\.(?:atom|json)$/u;

/**
 * Who has the token may come in: by `Authorization: Bearer`, or by a cookie that `/?token=…` sets once. Programs that read
 * feeds send neither: a search's feed is also given to who has its key in the address (`keyOfFeed`), and nothing else is.
 */
export function withToken(token: string): MiddlewareHandler {
  const isRight = (given: string | undefined, right = token) =>
    given !== undefined && timingSafeEqual(hash(given), hash(right));
  return async (c, next: Next) => {
    const bearer = /^Bearer (.+)$/u.exec(c.req.header('authorization') ?? '')?.[1];
    if (isRight(bearer) || isRight(getCookie(c, COOKIE))) return next();
    const search = c.req.method === 'GET' ? FEED.exec(c.req.path)?.[1] : undefined;
    if (search && isRight(c.req.query('key'), keyOfFeed(token, search))) return next();
    if (c.req.method === 'GET' && c.req.path === '/' && isRight(c.req.query('token'))) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 });
      return c.redirect('/');
    }
    c.header('WWW-Authenticate', 'Bearer');
    return problem(c, 401, 'token', 'a token is needed: open the address that onrecord serve printed, which has it');
  };
}

/** By which one search's feed is read, and no other; another token makes another. */
export function keyOfFeed(token: string, search: string): string {
  return createHmac('sha256', token).update(`feed of ${search}`).digest('base64url').slice(0, 32);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Requests that are no uploads have small bodies. */
export const smallBodies: MiddlewareHandler = async (c, next) => {
  if (c.req.path === UPLOADS) return next();
  return bodyLimit({
    maxSize: BODY,
    onError: (context) => problem(context, 413, 'too-large', 'the request has more than 1 MB'),
  })(c, next);
};

/** Answers that have not changed since the client last asked are not computed again. */
export function unchanged(version: () => Promise<string>): MiddlewareHandler {
  const boot = hash(`${process.pid} ${Date.now()} ${process.hrtime.bigint()}`).toString('hex').slice(0, 8);
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.req.path.startsWith(UPLOADS)) return next();
    const etag = `W/"${boot}-${await version()}"`;
    const asked =
      c.req
        .header('if-none-match')
        ?.split(',')
        .map((tag) => tag.trim()) ?? [];
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (asked.includes(etag)) return c.body(null, 304, headers);
    await next();
    if (c.res.status === 200) for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}
