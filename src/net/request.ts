import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OnrecordError } from '../document/index.ts';
import { isPublic } from './addresses.ts';

/** The name under which we ask, and by which a site's robots.txt may address us. */
export const ROBOT = 'Onrecord';
const AGENT = `${ROBOT}/0.1 (reads articles and feeds that a person asked for)`;

/** Which hosts may be reached. */
export interface Reach {
  /** Reach private and loopback addresses too, all of them or only these: for archives in one's own network, and for tests. */
  readonly allowPrivate?: boolean | readonly string[];
}

/** What is sent, if not only an address is asked for. */
interface Message {
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server's answer that is no success; the cause of an OnrecordError `not-fetched`. */
export class HttpFailure extends Error {
  readonly status: number;
  /** Milliseconds after which the server may be asked again, according to its `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(response: IncomingMessage) {
    super(`status ${response.statusCode}`);
    this.status = response.statusCode ?? 0;
    this.retryAfter = waitOf(response.headers['retry-after']);
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function waitOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/u.test(header) ? 1000 * Number(header) : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** An address as a URL. Throws OnrecordError `refused` unless it is `http` or `https`, without a name or password. */
export function urlOf(address: string): URL {
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

/**
 * One request, without following redirects: GET, or POST if the message has a body. Hosts that resolve to private, loopback
 * or link-local addresses are refused: the address that is checked is the one that is connected to, so that a name that
 * resolves differently the second time gains nothing.
 *
 * @throws OnrecordError `refused`, `not-fetched`
 */
export function request(
  url: URL,
  { body, headers }: Message,
  { allowPrivate = false }: Reach,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const mayReach = (ip: string) =>
    isPublic(ip) || allowPrivate === true || (Array.isArray(allowPrivate) && allowPrivate.includes(ip));
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) && !mayReach(host)) throw privateHost(url);
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'user-agent': AGENT, ...headers },
      lookup: guardedLookup(url, mayReach),
      signal,
    });
    sent.on('response', resolve);
    sent.on('error', (cause) => reject(failureOf(url, cause)));
    sent.end(body);
  });
}

/** Resolves a name, and refuses it if any of its addresses is private. */
function guardedLookup(url: URL, mayReach: (address: string) => boolean): LookupFunction {
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

/** Why a request failed, as a sentence for people. */
export function failureOf(url: URL, cause: unknown): OnrecordError {
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
