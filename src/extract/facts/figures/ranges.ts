import { CHANGES, OCCASIONS, RANGING } from '../../../language/english/numbers.ts';
import type { NumberStyle } from './digits.ts';
import { type Measure, measureAt } from './measures.ts';
import { isHyphen, type Token } from './tokens.ts';

/**
 * One measure, the two ends of a range, or two measures told together ("from 5 to 8 per cent"); none where two numbers are a
 * score or a ratio.
 */
export interface Expression {
  readonly measures: readonly Measure[];
  readonly isRange: boolean;
  /** The place of the token after it. */
  readonly end: number;
  /** How its two numbers are joined, if it has two. */
  readonly joint?: Joint['by'];
}

/** Wholes of which more than one part is told: "three in four", "7 out of 10". */
const USUAL_WHOLES: ReadonlySet<number> = new Set([3, 4, 5, 6, 7, 8, 10, 12, 20, 50, 100, 1000]);
const PLAIN_STYLE: NumberStyle = { isDecimalComma: false, hasSpaces: false };

interface Joint {
  readonly by: 'dash' | 'to' | 'and' | 'or';
  readonly end: number;
}

/**
 * The expression that begins at a token.
 *
 * @param before the words before it, the nearest first, in small letters, without those that bound it
 */
export function expressionAt(
  tokens: readonly Token[],
  at: number,
  style: NumberStyle,
  before: readonly string[],
): Expression | undefined {
  const isBetween = before[0] === 'between';
  const first = measureAt(tokens, at, style, { isBetween });
  if (!first) return undefined;
  const proportion = proportionAt(tokens, first);
  if (proportion) return { measures: [proportion], isRange: false, end: proportion.end };
  const joint = jointAt(tokens, first, isBetween);
  const isMoney = first.currency !== undefined;
  const second = joint && measureAt(tokens, joint.end, style, { isMoney });
  const single = { measures: [first], isRange: false, end: first.end };
  if (!second || !isOfOneKind(first, second, joint)) return single;
  const end = second.end;
  if (joint.by === 'to' && isChange(first, second, before)) {
    const shared = before[0] === 'from' ? sharing(first, second, joint) : [first, second];
    return shared ? { measures: shared, isRange: false, end, joint: joint.by } : { ...single, measures: [second], end };
  }
  const ends = sharing(first, second, joint);
  if (!ends) return { measures: [second], isRange: false, end };
  const [lower, upper] = ends;
  if (lower.value < upper.value) return { measures: [lower, upper], isRange: true, end, joint: joint.by };
  if (joint.by === 'or' || joint.by === 'and') return single;
  // "$5 to $3" are two prices, "3-1" and "two to one" no quantities.
  const isMeasured = joint.by === 'to' && !first.isPlain && !second.isPlain;
  return { measures: isMeasured ? [lower, upper] : [], isRange: false, end, joint: joint.by };
}

/** "one [in five]", "three [out of ten]", "1 [in every 1,000]": a part of a whole, unless it is so many in so long. */
function proportionAt(tokens: readonly Token[], part: Measure): Measure | undefined {
  if (
    !part.isPlain ||
    part.form === 'fraction' ||
    part.form === 'proportion' ||
    !(part.value > 0 && Number.isInteger(part.value))
  )
    return undefined;
  const isOut = tokens[part.end]?.lower === 'out' && tokens[part.end + 1]?.lower === 'of';
  if (!isOut && tokens[part.end]?.lower !== 'in') return undefined;
  const lead = isOut ? part.end + 2 : part.end + 1;
  const whole = measureAt(tokens, tokens[lead]?.lower === 'every' ? lead + 1 : lead, PLAIN_STYLE);
  if (!whole || whole.hasSign || whole.unit !== undefined || whole.value <= part.value) return undefined;
  const isUsual = part.value === 1 ? !isYearLike(whole) : USUAL_WHOLES.has(whole.value);
  const counted = tokens[whole.end];
  if (!isUsual || (!isOut && OCCASIONS.has(counted?.lower ?? ''))) return undefined;
  if (!isOut && part.value > 1 && counted?.kind !== 'word') return undefined;
  return { ...whole, start: part.start, value: part.value / whole.value, form: 'proportion', isPlain: true };
}

/** "One in 2019 was lost." */
function isYearLike({ value, form }: Measure): boolean {
  return form === 'digits' && value > 1000 && value < 2100;
}

/** What joins a measure with the next: "3-4", "3 – 4", "3 to 4", "0-to-60", "between 3 and 4", "three or four". */
function jointAt(tokens: readonly Token[], { end, form }: Measure, isBetween: boolean): Joint | undefined {
  const token = tokens[end];
  const next = tokens[end + 1];
  if (!token || !next) return undefined;
  if (isHyphen(tokens, end) && next.lower === 'to' && isHyphen(tokens, end + 2)) return { by: 'to', end: end + 3 };
  if (/^[-–—‑]$/u.test(token.text)) {
    const isSpaced =
      !token.isClose && !next.isClose && token.text !== '—' && next.kind === 'digits' && form === 'digits';
    return (token.isClose && next.isClose) || isSpaced ? { by: 'dash', end: end + 1 } : undefined;
  }
  if (token.lower === 'to' || token.lower === 'or') return { by: token.lower, end: end + 1 };
  return token.lower === 'and' && isBetween ? { by: 'and', end: end + 1 } : undefined;
}

function isOfOneKind(first: Measure, second: Measure, { by }: Joint): boolean {
  if (first.form === 'fraction' && second.form !== 'fraction') return false;
  // "rose in 2018 to 3.9 million"
  if (isYearLike(first) && first.isPlain && second.value > 10 * first.value) return false;
  if (first.currency !== undefined && second.currency !== undefined && first.currency !== second.currency) return false;
  if (first.unit !== undefined && first.unit !== second.unit) return by === 'dash' && second.isPlain;
  if (by === 'or') return first.value < second.value && first.isPlain;
  return first.currency === undefined || second.unit === undefined;
}

/** "rose $2m to $8m", "from 5 to 8 per cent": not a range, unless something ranges from one to the other. */
function isChange(first: Measure, second: Measure, before: readonly string[]): boolean {
  const [nearest = ''] = before;
  if (nearest === 'from') return !before.slice(1, 4).some((word) => RANGING.has(word));
  if (!CHANGES.has(nearest)) return false;
  const isWhole = first.unit !== undefined || first.scale > 1 || first.hasSign;
  return nearest === 'by' ? isWhole && !first.isPlain : isWhole || second.isPlain;
}

/** Both measures with the scale, currency and unit that only one of them prints; undefined if the first cannot be told. */
function sharing(first: Measure, second: Measure, joint: Joint): readonly [Measure, Measure] | undefined {
  const currency = first.currency ?? second.currency;
  const unit = second.unit ?? first.unit;
  const common = {
    isPlain: first.isPlain && second.isPlain,
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined ? {} : { unit }),
  };
  const lower = scaledLower(first, second);
  if (lower === undefined) return undefined;
  return [
    { ...first, ...common, value: lower },
    { ...second, ...common, value: scaledUpper(first, second, joint) },
  ];
}

/** "five to six million", but "$200,000 to $414 million"; "800 to 1.2 million" may be either. */
function scaledLower(first: Measure, second: Measure): number | undefined {
  const isScaled = first.scale >= 1000 || second.scale === 1 || (first.scale > 1 && second.scale < 1e5);
  if (isScaled || first.value >= 1000) return first.value;
  const scaled = (first.value * second.scale) / first.scale;
  if (scaled < second.value) return scaled;
  return first.hasSign || second.scale <= 1000 ? first.value : undefined;
}

/** "$5m-6": the scale of the lower end. */
function scaledUpper(first: Measure, second: Measure, { by }: Joint): number {
  const isShared = by === 'dash' && first.scale > 1 && second.scale === 1 && second.value < 1000;
  return isShared && second.value * first.scale > first.value ? second.value * first.scale : second.value;
}
