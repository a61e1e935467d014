import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OnrecordError } from '../document/index.ts';
import { isPublic } from './addresses.ts';

/** What was fetched. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address that it came from in the end, after redirects. */
  readonly url: string;
  /** The `charset` of its Content-Type. */
  readonly charset?: string;
}

/** What a server answered, also where that is that nothing has changed. */
export interface Answer extends Fetched {
  /** True where the server says that what was fetched before still holds; then there are no bytes. */
  readonly isUnchanged: boolean;
  /** Where it has moved to for good, by its server's word. */
  readonly moved?: string;
  /** By what to ask whether it has changed. */
  readonly etag?: string;
  readonly modified?: string;
}

export interface FetchOptions {
  /** Fetch from private and loopback addresses too, from all or from these: for archives in one's own network, and for tests. */
  readonly allowPrivate?: boolean | readonly string[];
  /** The most bytes that are taken, decompressed. */
  readonly limit?: number;
  /** Milliseconds for all of it. */
  readonly timeout?: number;
  /** What an earlier answer said of itself: where that still holds, nothing is sent. */
  readonly etag?: string;
  readonly modified?: string;
  /** What kinds of documents are wanted, as in the header `Accept`. */
  readonly accept?: string;
}

/** What a server said instead of a document; the cause of an OnrecordError `not-fetched`. */
export class HttpFailure extends Error {
  readonly status: number;
  /** Milliseconds after which it may be asked again, by its own word. */
  readonly retryAfter: number | undefined;

  constructor(status: number, retryAfter: number | undefined) {
    super(`status ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

const REDIRECTS = 5;
/** Who asks, and by what name a site's robots.txt may speak of us. */
export const ROBOT = 'Onrecord';
const AGENT = `${ROBOT}/0.1 (reads articles and feeds that a person asked for)`;
const DOCUMENTS = 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1';

/**
 * The document at an address. Only `http` and `https`; hosts that resolve to private, loopback or link-local addresses
 * are refused, and so are redirects to them: what is checked is the address that is connected to, so that a name that
 * changes its meaning in between gains nothing.
 *
 * @throws OnrecordError `refused` for what is not fetched at all, `too-large`, `not-fetched`; each a sentence
 */
export async function fetchDocument(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { bytes, url, charset } = await ask(address, options);
  return { bytes, url, ...(charset === undefined ? {} : { charset }) };
}

/** As `fetchDocument`, with what a server says of the answer; and the answer may be that nothing has changed. */
export async function ask(address: string, options: FetchOptions = {}): Promise<Answer> {
  const { limit = 64_000_000, timeout = 30_000 } = options;
  const mayReach = reachOf(options);
  const deadline = AbortSignal.timeout(timeout);
  let url = parsed(address);
  let moved: string | undefined;
  let isForGood = true;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const response = await respond(url, mayReach, deadline, options);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = parsed(resolved(headers.location, url));
      isForGood &&= statusCode === 301 || statusCode === 308;
      if (isForGood) moved = url.href;
      continue;
    }
    const said = {
      url: url.href,
      ...(moved === undefined ? {} : { moved }),
      ...(headers.etag ? { etag: headers.etag } : {}),
      ...(headers['last-modified'] ? { modified: headers['last-modified'] } : {}),
    };
    if (statusCode === 304) {
      response.destroy();
      return { ...said, bytes: new Uint8Array(), isUnchanged: true };
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new OnrecordError('not-fetched', `${url.host} answers ${statusCode}, not with a page`, {
        cause: new HttpFailure(statusCode, waitOf(headers['retry-after'])),
      });
    }
    const charset = /charset="?([\w.:-]+)/iu.exec(headers['content-type'] ?? '')?.[1];
    const bytes = await bodyOf(response, limit, url);
    return { ...said, bytes, isUnchanged: false, ...(charset ? { charset } : {}) };
  }
  throw new OnrecordError('refused', `${new URL(address).host} redirects more than ${REDIRECTS} times`);
}

/**
 * Sends a message to an address, to be answered with success (200 to 299). Redirects are not followed, and private
 * addresses are refused as for `fetchDocument`.
 *
 * @throws OnrecordError `refused`, `not-fetched`
 */
export async function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: FetchOptions = {},
): Promise<void> {
  const { timeout = 15_000 } = options;
  const url = parsed(address);
  const response = await respond(url, reachOf(options), AbortSignal.timeout(timeout), options, { body, headers });
  const { statusCode = 0 } = response;
  response.destroy();
  if (statusCode < 200 || statusCode > 299)
    throw new OnrecordError('not-fetched', `${url.host} answers ${statusCode}`, {
      cause: new HttpFailure(statusCode, waitOf(response.headers['retry-after'])),
    });
}

function reachOf({ allowPrivate = false }: FetchOptions): MayReach {
  return (ip) => isPublic(ip) || allowPrivate === true || (Array.isArray(allowPrivate) && allowPrivate.includes(ip));
}

function resolved(location: string, from: URL): string {
  try {
    return new URL(location, from).href;
  } catch (cause) {
    throw new OnrecordError('refused', `${from.host} redirects to ${location}, which is no address`, { cause });
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function waitOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/u.test(header) ? 1000 * Number(header) : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function parsed(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new OnrecordError('refused', `${address} is no address`, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OnrecordError('refused', `${url.protocol.slice(0, -1)} addresses are not fetched, only http and https`);
  if (url.username !== '' || url.password !== '')
    throw new OnrecordError('refused', 'addresses with a name or a password in them are not fetched');
  return url;
}

type MayReach = (address: string) => boolean;

function respond(
  url: URL,
  mayReach: MayReach,
  signal: AbortSignal,
  { accept = DOCUMENTS, etag, modified }: FetchOptions,
  message?: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) && !mayReach(host)) throw privateHost(url);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: message ? 'POST' : 'GET',
      headers: {
        'user-agent': AGENT,
        accept,
        'accept-encoding': 'gzip, deflate, br',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(modified === undefined ? {} : { 'if-modified-since': modified }),
        ...message?.headers,
      },
      lookup: guardedLookup(url, mayReach),
      signal,
    });
    request.on('response', resolve);
    request.on('error', (cause) => reject(failure(url, cause)));
    request.end(message?.body);
  });
}
/** Resolves a name and refuses it where any of its addresses is private. */
function guardedLookup(url: URL, mayReach: MayReach): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 4);
      if (addresses.some(({ address }) => !mayReach(address))) return done(privateHost(url), '', 4);
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function privateHost(url: URL): OnrecordError {
  return new OnrecordError('refused', `${url.hostname} is an address of a private network; it is not fetched`);
}

/** The decompressed body, up to the limit. */
async function bodyOf(response: IncomingMessage, limit: number, url: URL): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'] ?? '';
  const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const decoder = decoders[encoding.trim().toLowerCase() as keyof typeof decoders]?.();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (decoder) response.on('error', (cause) => decoder.destroy(cause));
    for await (const chunk of decoder ? response.pipe(decoder) : response) {
      size += (chunk as Buffer).length;
      if (size > limit)
        throw new OnrecordError(
          'too-large',
          `${url.host} sends more than ${Math.round(limit / 1e6)} MB; it is not fetched`,
        );
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    throw failure(url, cause);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function failure(url: URL, cause: unknown): OnrecordError {
  if (cause instanceof OnrecordError) return cause;
  const { code = '', name = '', message = '' } = cause as NodeJS.ErrnoException;
  const reason =
    name === 'AbortError' || name === 'TimeoutError'
      ? 'does not answer in time'
      : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? 'is not known: is the address right, and is there a connection?'
        : code === 'ECONNREFUSED'
          ? 'refuses the connection'
          : /^(?:ERR_TLS|CERT|DEPTH|UNABLE|SELF)/u.test(code)
            ? `has a certificate that cannot be trusted (${message})`
            : `ends the connection (${message || code})`;
  return new OnrecordError('not-fetched', `${url.host} ${reason}`, { cause });
}
