import * as robots from 'robots-parser';
import { OnrecordError } from '../document/index.ts';
import { ask, type FetchOptions } from './fetch.ts';
import { HttpFailure, ROBOT } from './request.ts';

// Its types name a default export, which CommonJS does not have.
const parseRobots = robots.default as unknown as typeof robots.default.default;

/** What a site's robots.txt says (RFC 9309). */
export interface Rules {
  /** False if its robots.txt could not be fetched, for now. */
  readonly isKnown: boolean;
  mayFetch(address: string): boolean;
  /** Seconds between two requests, if it asks for a delay. */
  readonly delay: number | undefined;
}

const ALL: Rules = { isKnown: true, mayFetch: () => true, delay: undefined };
const NONE: Rules = { isKnown: false, mayFetch: () => false, delay: undefined };
/** Bytes that are read of it at most, as RFC 9309 says. */
const LIMIT = 512_000;

/**
 * The rules of an address's site. If it has no robots.txt (any answer of 400 to 499), everything may be fetched; if it could
 * not be fetched for now, nothing may.
 *
 * @throws OnrecordError `refused` for addresses that are not fetched at all
 */
export async function rulesOf(address: string, options: FetchOptions): Promise<Rules> {
  const place = new URL('/robots.txt', address).href;
  try {
    const { bytes } = await ask(place, { ...options, limit: LIMIT, timeout: 10_000, accept: 'text/plain,*/*;q=0.1' });
    const parsed = parseRobots(place, new TextDecoder().decode(bytes));
    return {
      isKnown: true,
      mayFetch: (page) => parsed.isAllowed(page, ROBOT) ?? true,
      delay: parsed.getCrawlDelay(ROBOT),
    };
  } catch (cause) {
    if (!(cause instanceof OnrecordError)) throw cause;
    if (cause.code === 'refused') throw cause;
    if (cause.code === 'too-large') return ALL;
    const { cause: failure } = cause;
    return failure instanceof HttpFailure && failure.status >= 400 && failure.status < 500 && failure.status !== 429
      ? ALL
      : NONE;
  }
}
