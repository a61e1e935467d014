import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { compact, OnrecordError } from '../document/index.ts';
import { failureOf, HttpFailure, type Reach, request, urlOf } from './request.ts';

/** What was fetched. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address that it came from in the end, after redirects. */
  readonly url: string;
  /** The `charset` of its Content-Type. */
  readonly charset?: string;
}

/** What a server answered, which may be that nothing has changed. */
export interface Answer extends Fetched {
  /** True if the server says that what was fetched before has not changed; then there are no bytes. */
  readonly isUnchanged: boolean;
  /** The address to which it has moved permanently, according to its server. */
  readonly moved?: string;
  /** What to send the next time, to be told whether it has changed. */
  readonly etag?: string;
  readonly modified?: string;
}

export interface FetchOptions extends Reach {
  /** The most bytes that are taken, decompressed. */
  readonly limit?: number;
  /** Milliseconds for all of it. */
  readonly timeout?: number;
  /** `etag` and `modified` of an earlier answer: if nothing has changed since, the server sends nothing. */
  readonly etag?: string;
  readonly modified?: string;
  /** The kinds of documents that are wanted, as in the header `Accept`. */
  readonly accept?: string;
}

const REDIRECTS = 5;
const DOCUMENTS = 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1';

/**
 * The document at an address. Only `http` and `https`; hosts that resolve to private, loopback or link-local addresses
 * are refused, and so are redirects to them.
 *
 * @throws OnrecordError `refused` for what is not fetched at all, `too-large`, `not-fetched`
 */
export async function fetchDocument(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { bytes, url, charset } = await ask(address, options);
  return { bytes, url, ...(charset === undefined ? {} : { charset }) };
}

/** Like `fetchDocument`, with what the server says about the document; the answer may be that nothing has changed. */
export async function ask(address: string, options: FetchOptions = {}): Promise<Answer> {
  const { limit = 64_000_000, timeout = 30_000 } = options;
  const deadline = AbortSignal.timeout(timeout);
  let url = urlOf(address);
  let moved: string | undefined;
  let isForGood = true;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const response = await request(url, { headers: headersOf(options) }, options, deadline);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = urlOf(resolved(headers.location, url));
      isForGood &&= statusCode === 301 || statusCode === 308;
      if (isForGood) moved = url.href;
      continue;
    }
    const said = {
      url: url.href,
      ...(moved === undefined ? {} : { moved }),
      ...compact({ etag: headers.etag, modified: headers['last-modified'] }),
    };
    if (statusCode === 304) {
      response.destroy();
      return { ...said, bytes: new Uint8Array(), isUnchanged: true };
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new OnrecordError('not-fetched', `${url.host} answers ${statusCode}, not with a page`, {
        cause: new HttpFailure(response),
      });
    }
    const charset = /charset="?([\w.:-]+)/iu.exec(headers['content-type'] ?? '')?.[1];
    const bytes = await bodyOf(response, limit, url);
    return { ...said, bytes, isUnchanged: false, ...compact({ charset }) };
  }
  throw new OnrecordError('refused', `${new URL(address).host} redirects more than ${REDIRECTS} times`);
}

function headersOf({ accept = DOCUMENTS, etag, modified }: FetchOptions): Record<string, string> {
  return {
    accept,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  };
}

function resolved(location: string, from: URL): string {
  try {
    return new URL(location, from).href;
  } catch (cause) {
    throw new OnrecordError('refused', `${from.host} redirects to ${location}, which is no address`, { cause });
  }
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
    throw failureOf(url, cause);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}
