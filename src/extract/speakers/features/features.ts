import type { Candidate } from '../candidates.ts';
import type { DocumentContext } from '../context.ts';
import type { Layout } from '../layout.ts';
import type { Moment } from '../moment.ts';
import { CANDIDATE_FEATURES, candidateFeatures } from './candidate.ts';
import { settingOf } from './setting.ts';
import { STATEMENT_FEATURES, statementFeatures } from './statement.ts';

/** The names of the features, in their order. */
export const FEATURES: readonly string[] = [
  ...STATEMENT_FEATURES,
  ...CANDIDATE_FEATURES.map((name) => `candidate ${name}`),
];

/**
 * Numbers about each candidate for the speaker of an attribution.
 *
 * @returns a row for each candidate, in the order of `FEATURES`; -1 where something is not known
 */
export function featuresOf(
  context: DocumentContext,
  layout: Layout,
  moment: Moment,
  candidates: readonly Candidate[],
): number[][] {
  const setting = settingOf(context, layout, moment);
  const shared = statementFeatures(setting);
  return candidates.map((candidate) => [...shared, ...candidateFeatures(setting, candidate)]);
}
