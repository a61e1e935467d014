import type { OpenRecord } from '../record/index.ts';
import type { Adding } from './adding.ts';

/** What the routes work with. */
export interface ServerContext {
  readonly record: OpenRecord;
  /** What reads, extracts and records, one document after the other. */
  readonly adding: Adding;
  /** Who reviews, where a request does not say. */
  readonly author: string;
  /** What the address of a search's feed needs where a token is asked for. */
  readonly keyOfFeed?: (search: string) => string;
  /** Folder of the built web app; undefined where it is not built. */
  readonly site?: string;
}
