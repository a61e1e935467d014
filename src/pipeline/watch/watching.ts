import type { Hosts } from '../../net/hosts.ts';
import type { OpenRecord } from '../../record/index.ts';

/** What happened while feeds were watched. */
export type WatchEvent =
  | {
      readonly kind: 'feed';
      readonly feed: string;
      readonly fresh: number;
      readonly changed: number;
      readonly flaw?: string;
    }
  | {
      readonly kind: 'feed-failed' | 'feed-gone';
      readonly feed: string;
      readonly reason: string;
      readonly again?: string;
    }
  | { readonly kind: 'feed-moved'; readonly feed: string; readonly to: string }
  | {
      readonly kind: 'item';
      readonly name: string;
      readonly outcome: string;
      readonly document: string;
      readonly statements: number;
    }
  | { readonly kind: 'item-failed'; readonly name: string; readonly reason: string; readonly again?: string };

/** What one reading of a feed or an item needs. */
export interface Watching {
  readonly record: OpenRecord;
  readonly hosts: Hosts;
  readonly every: number;
  readonly rereadAfter: readonly number[];
  readonly tell: (event: WatchEvent) => void;
  /** Runs one after the other what needs the processor. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}
