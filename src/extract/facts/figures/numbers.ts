import {
  DENOMINATORS,
  FRACTION_LETTERS,
  NOUGHTS,
  SCALES,
  SHORT_SCALES,
  SMALL_SCALES,
  VALUES,
} from '../../../language/english/numbers.ts';
import { digitsAt, type NumberStyle } from './digits.ts';
import { afterHyphen, isHyphen, type Token } from './tokens.ts';

/** A number in a text, in digits or words, with its scale multiplied out. */
export interface PrintedNumber {
  readonly value: number;
  /** The place of the token after it. */
  readonly end: number;
  /** What the scale at its end multiplied it by; 1 if it has none. */
  readonly scale: number;
  readonly form: 'digits' | 'words' | 'fraction' | 'proportion';
}

/**
 * The number that begins at a token: "2,000", "1.2bn", "twenty-five", "two and a half million", "a quarter of a million",
 * "¾", "3/4". Scales of one letter ("5m") are left to the caller, who knows whether it is money.
 *
 * @param isBetween whether "and" right after it joins it to the upper end of a range: "between one hundred and two hundred"
 */
export function numberAt(
  tokens: readonly Token[],
  at: number,
  style: NumberStyle,
  isBetween = false,
): PrintedNumber | undefined {
  const fraction = fractionAt(tokens, at, style);
  if (fraction) return scaledFraction(tokens, fraction);
  const digits = digitsAt(tokens, at, style);
  const whole: PrintedNumber | undefined = digits
    ? { ...digits, scale: 1, form: 'digits' }
    : cardinalAt(tokens, at, isBetween);
  if (!whole) return undefined;
  const mixed = withFraction(tokens, withDecimals(tokens, whole), style);
  const scaled = withScale(tokens, mixed);
  return isBetween ? scaled : withFraction(tokens, scaled, style);
}

/** "two [point five]", "nine [point nought four]", "two hundred [point seventy-one]". */
function withDecimals(tokens: readonly Token[], number: PrintedNumber): PrintedNumber {
  if (number.form !== 'words' || number.scale > 100 || tokens[number.end]?.lower !== 'point') return number;
  let end = number.end + 1;
  let decimals = '';
  for (let value = valueAt(tokens, end); value !== undefined; value = valueAt(tokens, end)) {
    const ones = value >= 20 && isHyphen(tokens, end + 1) ? (valueAt(tokens, end + 2) ?? 0) : 0;
    decimals += String(value + ones);
    end += ones > 0 ? 3 : 1;
  }
  return decimals === '' ? number : { ...number, value: Number(`${number.value}.${decimals}`), end };
}

/** The number from zero to ninety that a word is. */
function valueAt(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.lower ?? '';
  return NOUGHTS.has(word) ? 0 : VALUES.get(word);
}

/** "two [and a half]", "10 [1/2]", "2[½]", "one million [and a half]". */
function withFraction(tokens: readonly Token[], number: PrintedNumber, style: NumberStyle): PrintedNumber {
  if (number.form === 'fraction' || !Number.isInteger(number.value / number.scale)) return number;
  const hasAnd = tokens[number.end]?.lower === 'and';
  const at = hasAnd ? number.end + 1 : afterHyphen(tokens, number.end);
  const fraction = hasAnd ? wordFractionAt(tokens, at, style) : signFractionAt(tokens, at);
  if (!fraction || fraction.value >= 1 || (!hasAnd && number.form !== 'digits')) return number;
  // "three hundred and a third of the staff" counts twice.
  if (hasAnd && tokens[fraction.end]?.lower === 'of') return number;
  const part = number.scale < 1000 ? fraction.value : fraction.value * number.scale;
  return { ...number, value: number.value + part, end: fraction.end };
}

/** The scale words after a number: "5 [million]", "20-[crore]", "3 [lakh crore]", "2 [crore 50 lakh]". */
function withScale(tokens: readonly Token[], number: PrintedNumber): PrintedNumber {
  let { value, end, scale } = number;
  for (;;) {
    const at = afterHyphen(tokens, end);
    const factor = scaleAt(tokens, at, number.form);
    if (factor === undefined) break;
    value *= factor;
    scale *= factor;
    end = at + 1;
  }
  const more = tokens[end];
  if (scale > 1 && more?.kind === 'digits' && /^\d+$/u.test(more.text)) {
    const factor = SCALES[tokens[end + 1]?.lower ?? ''];
    if (factor !== undefined && Number(more.text) * factor < scale)
      return { ...number, value: value + Number(more.text) * factor, end: end + 2, scale };
  }
  return { ...number, value, end, scale };
}

function scaleAt(tokens: readonly Token[], at: number, form: PrintedNumber['form']): number | undefined {
  const word = tokens[at]?.lower ?? '';
  const factor = SCALES[word] ?? (form === 'digits' ? (SMALL_SCALES[word] ?? SHORT_SCALES[word]) : undefined);
  return factor ?? (form !== 'fraction' && word === 'dozen' ? SMALL_SCALES[word] : undefined);
}

/**
 * The whole number in words that begins at a token: "twenty-five", "one hundred and twenty", "a thousand", "nineteen
 * hundred". Built as English builds them, so that "five six" is two numbers and "two hundred and three hundred" too.
 */
function cardinalAt(tokens: readonly Token[], at: number, isBetween: boolean): PrintedNumber | undefined {
  const article = /^(?:a|an)$/u.test(tokens[at]?.lower ?? '');
  if (article && factorOf(tokens[at + 1]) === undefined) return undefined;
  const state = { total: 0, group: article ? 1 : -1, scale: 1, lowest: Number.POSITIVE_INFINITY };
  let end = article ? at + 1 : at;
  for (;;) {
    const next = nextOf(tokens, end, at, isBetween);
    if (next === undefined || !take(tokens[next]!, state)) break;
    end = next + 1;
  }
  if (end === at || (article && end === at + 1)) return undefined;
  return { value: state.total + Math.max(0, state.group), end, scale: state.scale, form: 'words' };
}

/** The multiplier that a word is, if it is one: "hundred", "million", "dozen". */
function factorOf(token: Token | undefined): number | undefined {
  return token && (SCALES[token.lower] ?? SMALL_SCALES[token.lower]);
}

/** The place of the next word of a number: after a hyphen or an "and" where English has one. */
function nextOf(tokens: readonly Token[], end: number, start: number, isBetween: boolean): number | undefined {
  if (end === start) return tokens[end] ? end : undefined;
  if (isHyphen(tokens, end) || isSpacedHyphen(tokens, end)) return end + 1;
  if (tokens[end]?.lower !== 'and') return tokens[end] ? end : undefined;
  const before = factorOf(tokens[end - 1]);
  const value = valueAt(tokens, end + 1);
  if (isBetween || before === undefined || before === 12 || !value) return undefined;
  // "one hundred and three quarters"
  if (denominatorOf(tokens[end + 2]?.lower ?? '', value) !== undefined) return undefined;
  // "two thousand and two hundred", "two hundred and two thousand"; "two million and three million" are two numbers.
  const after = factorOf(tokens[end + 2]);
  return after === undefined || after < before || (before === 100 && after > 100) ? end + 1 : undefined;
}

/** "fifty - two": as text that was taken apart into words has it. */
function isSpacedHyphen(tokens: readonly Token[], at: number): boolean {
  const [tens, ones] = [valueAt(tokens, at - 1) ?? 0, valueAt(tokens, at + 1) ?? 0];
  return tokens[at]?.text === '-' && tens >= 20 && ones > 0 && ones < 10;
}

interface Sum {
  total: number;
  /** What has been read since the last scale; -1 if nothing. */
  group: number;
  /** What its last words multiply by: a hundred thousand for "two hundred thousand". */
  scale: number;
  /** The last scale, which the next must be below. */
  lowest: number;
}

/** Adds a word to a number in words; false if it is no part of it. */
function take(token: Token, sum: Sum): boolean {
  const value = NOUGHTS.has(token.lower) ? 0 : VALUES.get(token.lower);
  if (value !== undefined) return takeValue(value, sum);
  const factor = factorOf(token);
  if (factor === undefined) return false;
  if (factor < 1000) {
    if (sum.group < 1 || sum.group > 99) return false;
    sum.group *= factor;
    sum.scale = factor;
    return true;
  }
  // "three lakh crore"
  if (sum.group < 0 && sum.lowest < factor && sum.total > 0) {
    sum.total *= factor;
    sum.scale *= factor;
    return true;
  }
  if (sum.group < 1 || factor >= sum.lowest) return false;
  sum.total += sum.group * factor;
  sum.group = -1;
  sum.scale *= factor;
  sum.lowest = factor;
  return true;
}

function takeValue(value: number, sum: Sum): boolean {
  const group = Math.max(0, sum.group);
  const free = sum.group < 0 || group % 100 === 0 || (group % 10 === 0 && group % 100 >= 20 && value < 10 && value > 0);
  if (!free || (sum.group === 0 && value === 0)) return false;
  if (sum.group > 0 && value === 0) return false;
  sum.group = group + value;
  sum.scale = 1;
  return true;
}

/** A fraction: its value, and the place of the token after it. */
interface Fraction {
  readonly value: number;
  readonly end: number;
}

function fractionAt(tokens: readonly Token[], at: number, style: NumberStyle): Fraction | undefined {
  return signFractionAt(tokens, at) ?? wordFractionAt(tokens, at, style);
}

/** What halves, quarters, eighths … divide by: other pairs of numbers with a stroke are dates, names and marks. */
const STROKE_DENOMINATORS: ReadonlySet<string> = new Set(['2', '3', '4', '5', '6', '8', '16', '32']);

/** "½", "3/4". */
function signFractionAt(tokens: readonly Token[], at: number): Fraction | undefined {
  const [first, stroke, second, next] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  const letter = FRACTION_LETTERS[first?.text ?? ''];
  if (letter !== undefined) return { value: letter, end: at + 1 };
  if (first?.kind !== 'digits' || !/^[/⁄]$/u.test(stroke?.text ?? '') || !stroke!.isClose || !second?.isClose)
    return undefined;
  if (!STROKE_DENOMINATORS.has(second.text) || !/^[1-9]\d?$/u.test(first.text)) return undefined;
  if (Number(first.text) >= Number(second.text) || (next?.text === '/' && next.isClose)) return undefined;
  return { value: Number(first.text) / Number(second.text), end: at + 3 };
}

/** "two thirds", "a quarter", "one-fifth", "half". */
function wordFractionAt(tokens: readonly Token[], at: number, style: NumberStyle): Fraction | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  if (first.lower === 'half') {
    const isDozen = /^(?:a|an)$/u.test(tokens[at + 1]?.lower ?? '') && factorOf(tokens[at + 2]) !== undefined;
    return { value: 0.5, end: isDozen ? at + 2 : at + 1 };
  }
  if (first.lower === 'quarter' && factorOf(tokens[at + 1]) !== undefined) return { value: 0.25, end: at + 1 };
  const isOne = /^(?:a|an|one)$/u.test(first.lower);
  const count = isOne ? { value: 1, end: at + 1 } : (digitsAt(tokens, at, style) ?? cardinalAt(tokens, at, true));
  if (!count || count.value > 99 || !Number.isInteger(count.value)) return undefined;
  const isParted = tokens[count.end]?.text === '-' && !tokens[count.end]!.isClose;
  const place = isParted ? count.end + 1 : afterHyphen(tokens, count.end);
  const denominator = denominatorOf(tokens[place]?.lower ?? '', count.value);
  // "a sixth-minute penalty"
  if (isHyphen(tokens, place + 1) && !/^(?:half|quarter)/u.test(tokens[place]!.lower)) return undefined;
  // "two halves" are no share.
  if (denominator === undefined || denominator === count.value) return undefined;
  return { value: count.value / denominator, end: place + 1 };
}

/** What a word divides by: in the plural after more than one, for "two third" is none. */
function denominatorOf(word: string, count: number): number | undefined {
  if (word === 'halves') return count > 1 ? 2 : undefined;
  if (count === 1) return DENOMINATORS[word];
  return word.endsWith('s') ? DENOMINATORS[word.slice(0, -1)] : undefined;
}

/** "a quarter [of a million]", "half [million]", "two thirds [of a billion]". */
function scaledFraction(tokens: readonly Token[], { value, end }: Fraction): PrintedNumber {
  const isOf = tokens[end]?.lower === 'of' && /^(?:a|an|one)$/u.test(tokens[end + 1]?.lower ?? '');
  const at = isOf ? end + 2 : afterHyphen(tokens, end);
  const factor = SCALES[tokens[at]?.lower ?? ''] ?? SMALL_SCALES[tokens[at]?.lower ?? ''];
  if (factor === undefined) return { value, end, scale: 1, form: 'fraction' };
  return { value: value * factor, end: at + 1, scale: factor, form: 'words' };
}

/** Whether a word begins a number in words, so that the others need not be looked at. */
export function mayBegin({ kind, text, lower }: Token): boolean {
  if (kind === 'digits') return true;
  if (kind === 'mark') return text === '.' || text in FRACTION_LETTERS;
  return (
    VALUES.has(lower) ||
    NOUGHTS.has(lower) ||
    lower === 'a' ||
    lower === 'an' ||
    lower === 'half' ||
    lower === 'quarter'
  );
}
