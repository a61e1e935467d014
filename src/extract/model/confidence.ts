import type { LabelledRun } from './crf.ts';
import type { Link } from './links.ts';

/** What the network found of one attribution: its spans, and how sure it is of what belongs together. */
export interface LinkedCue {
  readonly cue: LabelledRun;
  readonly contents: readonly { readonly run: LabelledRun; readonly link: Link }[];
  readonly source?: { readonly run: LabelledRun; readonly link: Link } | undefined;
}

/** Numbers that tell right attributions from wrong ones; the weights of `confidenceOf` are for these, in this order. */
export function featuresOf({ cue, contents, source }: LinkedCue): number[] {
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
 * The probability that an attribution is one, 0–1: logistic regression on `featuresOf` (Platt 1999), with weights
 * fitted where the truth is known and the network had not been trained.
 */
export function confidenceOf(weights: readonly number[], evidence: LinkedCue): number {
  const features = featuresOf(evidence);
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
