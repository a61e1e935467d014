import { setTimeout } from 'node:timers/promises';
import { OnrecordError } from '../document/index.ts';
import { type Answer, ask, type FetchOptions, HttpFailure } from './fetch.ts';
import { type Rules, rulesOf } from './robots.ts';

/** A host is not to be asked before a time. */
export class Postponed extends Error {
  /** Milliseconds since 1970. */
  readonly until: number;

  constructor(until: number, reason: string) {
    super(reason);
    this.until = until;
  }
}

export interface Politeness extends FetchOptions {
  /** Milliseconds between the end of one request to a host and the next. */
  readonly pause?: number;
}

/** How long the rules of a site hold, and how long it is left in peace where they could not be had. */
const RULES_HOLD = 6 * 3_600_000;
const RULES_RETRY = 600_000;
/** A site may ask for longer pauses, up to this many seconds. */
const LONGEST_DELAY = 60;
/** Milliseconds for which a host that says that it has had too much, and not for how long, is left in peace. */
const PEACE = 60_000;
/** Milliseconds that a request waits for its turn, at most; what would wait longer is put off. */
const PATIENCE = 10_000;
/** Hosts that are remembered. */
const HOSTS = 5000;

interface Host {
  /** Ends when the last request that was asked for does. */
  last: Promise<unknown>;
  /** Milliseconds since 1970 before which it is not asked. */
  notBefore: number;
  rules: { readonly value: Rules; readonly until: number } | undefined;
}

/** Asks hosts with manners: one request at a time to each, a pause between two, its robots.txt and its `Retry-After` heeded. */
export class Hosts {
  readonly #manners: Politeness;
  readonly #hosts = new Map<string, Host>();

  constructor(manners: Politeness) {
    this.#manners = manners;
  }

  /**
   * As `ask` in `fetch.ts`.
   *
   * @throws OnrecordError also where robots.txt does not allow it (`refused`)
   * @throws Postponed where the host is not to be asked for longer than a request waits for its turn
   */
  async ask(address: string, options: FetchOptions = {}): Promise<Answer> {
    const host = this.#hostOf(address);
    const turn = host.last.then(() => this.#askNow(host, address, { ...this.#manners, ...options }));
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
      if (!rules.isKnown) throw new Postponed(host.rules!.until, `${name} does not give its robots.txt`);
      throw new OnrecordError('refused', `the robots.txt of ${name} does not allow it`);
    }
    await this.#wait(host);
    try {
      return await ask(address, options);
    } catch (cause) {
      throw this.#heeded(host, cause);
    } finally {
      const delay = Math.max(this.#manners.pause ?? 1000, 1000 * Math.min(LONGEST_DELAY, rules.delay ?? 0));
      host.notBefore = Math.max(host.notBefore, Date.now() + delay);
    }
  }

  async #wait(host: Host): Promise<void> {
    const wait = host.notBefore - Date.now();
    if (wait > PATIENCE) throw new Postponed(host.notBefore, 'its host asks to be left in peace');
    if (wait > 0) await setTimeout(wait);
  }

  async #rulesOf(host: Host, address: string, options: FetchOptions): Promise<Rules> {
    if (host.rules && host.rules.until > Date.now()) return host.rules.value;
    const { allowPrivate = false } = options;
    const value = await rulesOf(address, { allowPrivate });
    host.rules = { value, until: Date.now() + (value.isKnown ? RULES_HOLD : RULES_RETRY) };
    host.notBefore = Math.max(host.notBefore, Date.now() + (this.#manners.pause ?? 1000));
    return value;
  }

  /** A host that says to come back later is not asked until then, for anything. */
  #heeded(host: Host, cause: unknown): unknown {
    const failure = cause instanceof OnrecordError ? cause.cause : undefined;
    if (!(failure instanceof HttpFailure)) return cause;
    const isTired = failure.status === 429 || (failure.status === 503 && failure.retryAfter !== undefined);
    if (!isTired) return cause;
    host.notBefore = Date.now() + (failure.retryAfter ?? PEACE);
    return new Postponed(host.notBefore, (cause as Error).message);
  }
}
