import * as robots from 'robots-parser';
import { OnrecordError } from '../document/index.ts';
import { ask, type FetchOptions, HttpFailure, ROBOT } from './fetch.ts';

// Its types name a default export, which CommonJS does not have.
const parseRobots = robots.default as unknown as typeof robots.default.default;

/** What a site's robots.txt says (RFC 9309). */
export interface Rules {
  /** False where its robots.txt cannot be had for now. */
  readonly isKnown: boolean;
  mayFetch(address: string): boolean;
  /** Seconds between two requests, where it asks for some. */
  readonly delay: number | undefined;
}

const ALL: Rules = { isKnown: true, mayFetch: () => true, delay: undefined };
const NONE: Rules = { isKnown: false, mayFetch: () => false, delay: undefined };
/** The most that is read of it, as RFC 9309 has it. */
const LIMIT = 512_000;

/**
 * The rules of an address's site. Where it has none (any answer of 400 to 499) all may be fetched; where it cannot be had
 * for now, nothing.
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
