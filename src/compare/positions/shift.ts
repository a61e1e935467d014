import type { Signals } from './signals.ts';

/** How much each signal counts; set by hand. */
const WEIGHT = { opposite: 0.7, numbers: 0.65, firmness: 0.4, sameQuestion: 0.5, excuse: 0.25, topic: 0.25 };

/** How likely two statements of one speaker are a shift of position, 0–1, for ranking: no probability. */
export function scoreOf({ topic, opposite, numbers, firmness, sameQuestion, excuse }: Signals): number {
  if (topic === 0 && !sameQuestion) return 0;
  const signs =
    (opposite ? WEIGHT.opposite : 0) +
    (numbers ? WEIGHT.numbers : 0) +
    (firmness ? WEIGHT.firmness : 0) +
    (sameQuestion ? WEIGHT.sameQuestion : 0);
  const near = sameQuestion ? Math.max(topic, 0.8) : topic;
  const score = near * (1 - Math.exp(-1.6 * signs)) + WEIGHT.topic * 0.1 * topic;
  return Math.round(1e4 * Math.min(1, score * (excuse ? WEIGHT.excuse : 1))) / 1e4;
}

/** The reason in words, for people; never a verdict. */
export function reasonOf({ opposite, numbers, firmness, sameQuestion, excuse }: Signals): string {
  const reasons: string[] = [];
  if (sameQuestion) reasons.push('the article says that the question was the same');
  if (opposite)
    reasons.push(
      opposite[0].sense < 0
        ? `the first denies or lessens what the second does not: “${short(opposite[0].text)}”, then “${short(opposite[1].text)}”`
        : `the second denies or lessens what the first does not: “${short(opposite[0].text)}”, then “${short(opposite[1].text)}”`,
    );
  if (numbers) reasons.push(`the numbers differ: ${numbers[0].printed}, then ${numbers[1].printed}`);
  if (firmness === 'weaker') reasons.push('the first commits, the second does not');
  if (firmness === 'firmer') reasons.push('the second commits, the first does not');
  if (excuse === 'condition') reasons.push('but the first had a condition, which comes up in the second');
  if (excuse === 'subject') reasons.push('but they may be of different things');
  if (excuse === 'time') reasons.push('but they are of different times');
  if (excuse === 'others') reasons.push('but one of them tells what others say');
  return reasons.join('; ') || 'the same words of weight';
}

function short(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= 90 ? plain : `${plain.slice(0, 89)}…`;
}
