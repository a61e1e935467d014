import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OnrecordError } from '../../document/index.ts';
import { isPublic } from './addresses.ts';

/** What was fetched. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address that it came from in the end, after redirects. */
  readonly url: string;
  /** The `charset` of its Content-Type. */
  readonly charset?: string;
}

export interface FetchOptions {
  /** Fetch from private and loopback addresses too, from all or from these: for archives in one's own network, and for tests. */
  readonly allowPrivate?: boolean | readonly string[];
  /** The most bytes that are taken, decompressed. */
  readonly limit?: number;
  /** Milliseconds for all of it. */
  readonly timeout?: number;
}

const REDIRECTS = 5;
const AGENT = 'Onrecord/0.1 (reads an article that a person asked for)';

/**
 * The document at an address. Only `http` and `https`; hosts that resolve to private, loopback or link-local addresses
 * are refused, and so are redirects to them: what is checked is the address that is connected to, so that a name that
 * changes its meaning in between gains nothing.
 *
 * @throws OnrecordError `refused` for what is not fetched at all, `too-large`, `not-fetched`; each a sentence
 */
export async function fetchDocument(
  address: string,
  { allowPrivate = false, limit = 64_000_000, timeout = 30_000 }: FetchOptions = {},
): Promise<Fetched> {
  const mayReach = (ip: string) =>
    isPublic(ip) || allowPrivate === true || (Array.isArray(allowPrivate) && allowPrivate.includes(ip));
  const deadline = AbortSignal.timeout(timeout);
  let url = parsed(address);
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const response = await respond(url, mayReach, deadline);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = parsed(new URL(headers.location, url).href);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new OnrecordError('not-fetched', `${url.host} answers ${statusCode}, not with a page`);
    }
    const charset = /charset="?([\w.:-]+)/iu.exec(headers['content-type'] ?? '')?.[1];
    const bytes = await bodyOf(response, limit, url);
    return { bytes, url: url.href, ...(charset ? { charset } : {}) };
  }
  throw new OnrecordError('refused', `${new URL(address).host} redirects more than ${REDIRECTS} times`);
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

function respond(url: URL, mayReach: MayReach, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) && !mayReach(host)) throw privateHost(url);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      headers: {
        'user-agent': AGENT,
        accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
      },
      lookup: guardedLookup(url, mayReach),
      signal,
    });
    request.on('response', resolve);
    request.on('error', (cause) => reject(failure(url, cause)));
    request.end();
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
