import type { LabelledRun } from './crf.ts';
import type { Link } from './links.ts';

/** The labelled runs of one attribution, each with its link to the cue. */
export interface LinkedRuns {
  readonly cue: LabelledRun;
  readonly contents: readonly { readonly run: LabelledRun; readonly link: Link }[];
  readonly source?: { readonly run: LabelledRun; readonly link: Link } | undefined;
}

/** Eight numbers that tell right attributions from wrong ones; the weights of `confidenceOf` are in the same order. */
export function featuresOf({ cue, contents, source }: LinkedRuns): number[] {
  const words = contents.reduce((sum, { run }) => sum + run.last - run.first, 0);
  return [
    1,
    logit(cue.probability),
    mean(contents.map(({ run }) => logit(run.probability))),
    Math.min(...contents.map(({ link }) => logit(link.probability))),
    source ? logit(source.run.probability) : 0,
    source ? logit(source.link.probability) : 0,
    source ? 1 : 0,
    Math.log(words),
  ];
}

/**
 * The probability that an attribution is right, 0–1: logistic regression on `featuresOf` (Platt 1999). The weights are
 * fitted on labelled articles that the network was not trained on.
 */
export function confidenceOf(weights: readonly number[], features: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * features[i]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Bounded, so that one sure span does not outweigh all doubt. */
function logit(probability: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(bounded / (1 - bounded));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
