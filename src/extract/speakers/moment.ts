import type { Attribution } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { Source } from './candidates.ts';

/** A statement that has its speaker already. */
export interface Spoken {
  readonly attribution: Attribution;
  readonly identity: NamedEntity | string;
  /** Whether the source named somebody. */
  readonly isNamed: boolean;
}

/** What is known of one attribution before its speaker is chosen. */
export interface Moment {
  readonly attribution: Attribution;
  readonly source: Source | undefined;
  /** Statements before this one that stand in no other, the last one last. */
  readonly spoken: readonly Spoken[];
  /** Who says the statement that holds this one. */
  readonly holder: NamedEntity | string | undefined;
  /** Whom the next attribution with a name in its source names, and where. */
  readonly next: { readonly entity: NamedEntity; readonly at: number } | undefined;
}

/** Where the last part of an attribution ends. */
export function endOf({ content, cue, source }: Attribution): number {
  return Math.max(...[content, cue, source].map((runs) => runs.at(-1)?.end ?? 0));
}
