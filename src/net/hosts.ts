import { setTimeout } from 'node:timers/promises';
import { OnrecordError } from '../document/index.ts';
import { type Answer, ask, type FetchOptions } from './fetch.ts';
import { HttpFailure } from './request.ts';
import { type Rules, rulesOf } from './robots.ts';

/** Thrown when a host must not be asked before a certain time. */
export class Postponed extends Error {
  /** Milliseconds since 1970. */
  readonly until: number;

  constructor(until: number, reason: string) {
    super(reason);
    this.until = until;
  }
}

/** How hosts are asked, unless a request says otherwise. */
export interface Politeness extends FetchOptions {
  /** Milliseconds between the end of one request to a host and the next. */
  readonly pause?: number;
}

/** Milliseconds for which the rules of a site are kept, and after which they are asked for again if that failed. */
const RULES_HOLD = 6 * 3_600_000;
const RULES_RETRY = 600_000;
/** The longest pause that a site may ask for, in seconds. */
const LONGEST_DELAY = 60;
/** Milliseconds for which a host that is overloaded, and does not say for how long, is not asked. */
const REST = 60_000;
/** Milliseconds that a request waits for its turn at most; one that would wait longer is postponed. */
const LONGEST_WAIT = 10_000;
/** The number of hosts that are remembered at most. */
const HOSTS = 5000;

interface Host {
  /** Ends when the last request that was asked for does. */
  last: Promise<unknown>;
  /** Milliseconds since 1970 before which it is not asked. */
  notBefore: number;
  rules: { readonly value: Rules; readonly until: number } | undefined;
}

/** Asks hosts politely: one request at a time, with a pause after each, within robots.txt and `Retry-After`. */
export class Hosts {
  readonly #politeness: Politeness;
  readonly #hosts = new Map<string, Host>();

  constructor(politeness: Politeness) {
    this.#politeness = politeness;
  }

  /**
   * Like `ask` in `fetch.ts`.
   *
   * @throws OnrecordError also if robots.txt does not allow it (`refused`)
   * @throws Postponed if the host must not be asked for longer than a request waits for its turn
   */
  async ask(address: string, options: FetchOptions = {}): Promise<Answer> {
    const host = this.#hostOf(address);
    const turn = host.last.then(() => this.#askNow(host, address, { ...this.#politeness, ...options }));
    host.last = turn.catch(() => undefined);
    return await turn;
  }

  #hostOf(address: string): Host {
    const key = URL.canParse(address) ? new URL(address).host : address;
    const known = this.#hosts.get(key);
    if (known) return known;
    if (this.#hosts.size >= HOSTS) this.#hosts.delete(this.#hosts.keys().next().value!);
    const host: Host = { last: Promise.resolve(), notBefore: 0, rules: undefined };
    this.#hosts.set(key, host);
    return host;
  }

  async #askNow(host: Host, address: string, options: FetchOptions): Promise<Answer> {
    await this.#wait(host);
    const rules = await this.#rulesOf(host, address, options);
    if (!rules.mayFetch(address)) {
      const { host: name } = new URL(address);
      if (!rules.isKnown) throw new Postponed(host.rules!.until, `the robots.txt of ${name} cannot be fetched for now`);
      throw new OnrecordError('refused', `the robots.txt of ${name} does not allow it`);
    }
    await this.#wait(host);
    try {
      return await ask(address, options);
    } catch (cause) {
      throw this.#heeded(host, cause);
    } finally {
      const delay = Math.max(this.#politeness.pause ?? 1000, 1000 * Math.min(LONGEST_DELAY, rules.delay ?? 0));
      host.notBefore = Math.max(host.notBefore, Date.now() + delay);
    }
  }

  async #wait(host: Host): Promise<void> {
    const wait = host.notBefore - Date.now();
    if (wait > LONGEST_WAIT) throw new Postponed(host.notBefore, 'its host asks us to come back later');
    if (wait > 0) await setTimeout(wait);
  }

  async #rulesOf(host: Host, address: string, options: FetchOptions): Promise<Rules> {
    if (host.rules && host.rules.until > Date.now()) return host.rules.value;
    const { allowPrivate = false } = options;
    const value = await rulesOf(address, { allowPrivate });
    host.rules = { value, until: Date.now() + (value.isKnown ? RULES_HOLD : RULES_RETRY) };
    host.notBefore = Math.max(host.notBefore, Date.now() + (this.#politeness.pause ?? 1000));
    return value;
  }

  /** A host that says to come back later is not asked for anything until then. */
  #heeded(host: Host, cause: unknown): unknown {
    const failure = cause instanceof OnrecordError ? cause.cause : undefined;
    if (!(failure instanceof HttpFailure)) return cause;
    const isOverloaded = failure.status === 429 || (failure.status === 503 && failure.retryAfter !== undefined);
    if (!isOverloaded) return cause;
    host.notBefore = Date.now() + (failure.retryAfter ?? REST);
    return new Postponed(host.notBefore, (cause as Error).message);
  }
}
