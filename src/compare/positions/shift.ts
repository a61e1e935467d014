import type { Signals } from './signals.ts';

/** How much each signal counts; set by hand. */
const WEIGHT = { opposite: 0.7, numbers: 0.65, firmness: 0.4, excuse: 0.25, topic: 0.025 };

/** A score for ranking possible shifts, 0–1. It is not a probability. 0 for two claims without a word in common. */
export function scoreOf({ topic, opposite, numbers, firmness, excuse }: Signals): number {
  const signs = (opposite ? WEIGHT.opposite : 0) + (numbers ? WEIGHT.numbers : 0) + (firmness ? WEIGHT.firmness : 0);
  const score = topic * (1 - Math.exp(-1.6 * signs)) + WEIGHT.topic * topic;
  return Math.round(1e4 * Math.min(1, score * (excuse ? WEIGHT.excuse : 1))) / 1e4;
}

/** The reason in words, for people: what differs, and what may explain it. It is never a verdict. */
export function reasonOf({ opposite, numbers, firmness, excuse }: Signals): string {
  const reasons: string[] = [];
  if (opposite) {
    const [earlier, later] = opposite;
    const denying =
      earlier.polarity < 0
        ? 'the first denies or limits what the second does not'
        : 'the second denies or limits what the first does not';
    reasons.push(`${denying}: “${short(earlier.text)}”, then “${short(later.text)}”`);
  }
  if (numbers) reasons.push(`the numbers differ: ${numbers[0].printed}, then ${numbers[1].printed}`);
  if (firmness === 'weaker') reasons.push('the first commits, the second does not');
  if (firmness === 'firmer') reasons.push('the second commits, the first does not');
  if (excuse === 'condition') reasons.push('but the first set a condition that comes up in the second');
  if (excuse === 'subject') reasons.push('but they may be about different things');
  if (excuse === 'time') reasons.push('but they are about different times');
  if (excuse === 'others') reasons.push('but one of them reports what others say');
  return reasons.join('; ') || 'both use the same words';
}

function short(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= 90 ? plain : `${plain.slice(0, 89)}…`;
}
