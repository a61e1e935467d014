import { setTimeout } from 'node:timers/promises';
import { OnrecordError } from '../../document/index.ts';
import { Hosts, type Politeness } from '../../net/hosts.ts';
import { dueFeeds, dueItems, nextDue, type OpenRecord } from '../../record/index.ts';
import { completeRecord } from '../complete.ts';
import { readDueFeed } from './feeds.ts';
import { readDueItem } from './items.ts';
import type { WatchEvent, Watching } from './watching.ts';

export type { WatchEvent } from './watching.ts';

export interface WatchOptions extends Politeness {
  /** Milliseconds between two looks at a feed; one that fails is asked more and more seldom. */
  readonly every?: number;
  /** Milliseconds after which an article is read again, to see whether it was changed, counted from when it was read first. */
  readonly rereadAfter?: readonly number[];
  /** End when nothing is due, instead of waiting. */
  readonly once?: boolean;
  /** Ends after what is under way. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: WatchEvent) => void;
}

/** Milliseconds between two looks at a feed, and after which an article is read again. */
const EVERY = 15 * 60_000;
const REREAD_AFTER = [3_600_000, 24 * 3_600_000];
/** Hosts that are asked at once. */
const AT_ONCE = 8;
/** Items that are looked at, to find some of hosts that are free. */
const LOOKED_AT = 2000;
/** Milliseconds for which what was found due is not looked for again. */
const OFTEN = 500;
/** Milliseconds after which is looked for what is due, at the latest: persons add feeds meanwhile. */
const LOOK = 5000;

/**
 * Follows the feeds of a record: asks each when it is due, reads the articles that are new or changed, and reads articles
 * again to see whether they were changed. All that is known stands in the record, so that it may end at any moment.
 *
 * @throws OnrecordError `record-busy` where another process watches already; what makes it impossible to go on
 */
export async function watch(record: OpenRecord, options: WatchOptions = {}): Promise<void> {
  const release = await record.claim('watch');
  if (!release)
    throw new OnrecordError('record-busy', `another onrecord watch follows the feeds of ${record.name}; one is enough`);
  try {
    await completeRecord(record, { isStopped: () => options.signal?.aborted ?? false });
    await new Watcher(record, options).run();
  } finally {
    await release();
  }
}

/** A feed or an item that is due. */
interface Due {
  readonly host: string;
  readonly key: string;
  readonly run: () => Promise<void>;
}

class Watcher {
  readonly #record: OpenRecord;
  readonly #options: WatchOptions;
  readonly #watching: Watching;
  /** What is under way by its host, and what tells it from others. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #running = new Set<string>();
  #due: Due[] = [];
  #lookedAt = 0;
  #processor: Promise<unknown> = Promise.resolve();
  #failure: unknown;

  constructor(record: OpenRecord, options: WatchOptions) {
    this.#record = record;
    this.#options = options;
    this.#watching = {
      record,
      hosts: new Hosts(options),
      every: options.every ?? EVERY,
      rereadAfter: options.rereadAfter ?? REREAD_AFTER,
      tell: options.onEvent ?? (() => undefined),
      inTurn: (work) => this.#inTurn(work),
    };
  }

  async run(): Promise<void> {
    while (!this.#options.signal?.aborted && this.#failure === undefined) {
      const begun = await this.#begin();
      if (this.#underWay.size === 0 && begun === 0) {
        if (this.#options.once) break;
        await this.#idle();
        continue;
      }
      await Promise.race([...this.#underWay.values(), ...(begun === 0 ? [pause(LOOK, this.#options.signal)] : [])]);
    }
    await Promise.all(this.#underWay.values());
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Begins what is due, of hosts that nobody is asking; gives how much. */
  async #begin(): Promise<number> {
    const free = AT_ONCE - this.#underWay.size;
    if (free <= 0) return 0;
    await this.#lookForDue();
    let begun = 0;
    this.#due = this.#due.filter(({ host, key, run }) => {
      if (begun >= free || this.#underWay.has(host)) return true;
      this.#running.add(key);
      this.#underWay.set(host, this.#guarded(host, key, run));
      begun++;
      return false;
    });
    return begun;
  }

  /** Looks for what is due, but not more often than now and then: what was found is begun meanwhile. */
  async #lookForDue(): Promise<void> {
    if (Date.now() - this.#lookedAt < OFTEN && this.#due.length > 0) return;
    const now = new Date().toISOString();
    const feeds = (await dueFeeds(this.#record, now)).map((feed) => ({
      host: hostOf(feed.url),
      key: feed.url,
      run: () => readDueFeed(this.#watching, feed),
    }));
    const items = (await dueItems(this.#record, now, LOOKED_AT)).map((item) => ({
      host: hostOf(item.url ?? item.feed),
      key: `${item.feed} ${item.key}`,
      run: () => readDueItem(this.#watching, item),
    }));
    this.#due = [...feeds, ...items].filter(({ key }) => !this.#running.has(key));
    this.#lookedAt = Date.now();
  }

  async #guarded(host: string, key: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (cause) {
      this.#failure ??= cause;
    } finally {
      this.#underWay.delete(host);
      this.#running.delete(key);
    }
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#processor.then(work);
    this.#processor = turn.catch(() => undefined);
    return await turn;
  }

  async #idle(): Promise<void> {
    const due = await nextDue(this.#record);
    const wait = due === undefined ? LOOK : Date.parse(due) - Date.now();
    await pause(Math.min(LOOK, Math.max(20, wait)), this.#options.signal);
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}
