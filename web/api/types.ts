import type { z } from '@hono/zod-openapi';
import type * as comparison from '../../src/server/schemas/comparison.ts';
import type * as document from '../../src/server/schemas/document.ts';
import type * as entity from '../../src/server/schemas/entity.ts';
import type * as review from '../../src/server/schemas/review.ts';
import type * as statement from '../../src/server/schemas/statement.ts';
import type * as watching from '../../src/server/schemas/watching.ts';

/** The API's types, as its schemas give them. */
export type Statement = z.output<typeof statement.statement>;
export type StatementDetail = z.output<typeof statement.statementDetail>;
export type DocumentDetail = z.output<typeof document.documentDetail>;
export type DocumentListing = z.output<typeof document.documentListing>;
export type Addition = z.output<typeof document.addition>;
export type Entity = z.output<typeof entity.entityDetail>;
export type EntityCount = z.output<typeof entity.entityCount>;
export type LikelyDouble = z.output<typeof entity.likelyDouble>;
export type Decision = z.output<typeof entity.decision>;
export type Utterance = z.output<typeof comparison.utterance>;
export type Coverage = z.output<typeof comparison.coverage>;
export type Positions = z.output<typeof comparison.positions>;
export type Audit = z.output<typeof comparison.audit>;
export type Fidelity = z.output<typeof comparison.fidelity>;
export type Difference = Fidelity['differences'][number];
export type SearchHit = z.output<typeof comparison.searchHit>;
export type Review = z.output<typeof review.review>;
export type NewReview = z.input<typeof review.newReview>;

export type Feed = z.output<typeof watching.feed>;
export type ChangedDocument = z.output<typeof watching.changedDocument>;
export type VersionHistory = z.output<typeof watching.versionHistory>;
export type VersionChange = VersionHistory['changes'][number];
export type WordChange = VersionChange['text'][number]['words'][number];
export type SavedSearch = z.output<typeof watching.savedSearch>;
export type Alert = z.output<typeof watching.alert>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}
export interface Count {
  readonly value: string | null;
  readonly count: number;
}
export type Facets = Readonly<Record<'kind' | 'outlet' | 'act' | 'basis', readonly Count[]>>;
