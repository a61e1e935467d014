import { VAGUE } from '../../../language/english/numbers.ts';
import type { NumberStyle } from './digits.ts';
import { type Money, moneyAfter, moneyBefore } from './money.ts';
import { mayBegin, numberAt, type PrintedNumber } from './numbers.ts';
import { afterHyphen, type Token } from './tokens.ts';
import { letterAfter, percentAfter, unitAfter, unitOfPart } from './units.ts';

/** A number with its sign, scale and unit, from one token of a text to another. */
export interface Measure {
  readonly start: number;
  /** The place of the token after it. */
  readonly end: number;
  /** The place of the token after its number and scale, before any unit. */
  readonly numberEnd: number;
  readonly value: number;
  readonly scale: number;
  readonly form: PrintedNumber['form'];
  readonly currency?: string;
  readonly unit?: string;
  /** Whether a sign of money stands before it. */
  readonly hasSign: boolean;
  /** Whether nothing but the words around it may tell that it is a quantity. */
  readonly isPlain: boolean;
}

/** What is known of a measure before it is read. */
interface Expected {
  /** As in `numberAt`. */
  readonly isBetween?: boolean;
  /** Whether it is the upper end of an amount of money: "$300m-[400m]". */
  readonly isMoney?: boolean;
}

/** Whether a measure may begin at a token: asked of every token, so that the others cost nothing. */
export function mayStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.text !== '.' && mayBegin(token)) return true;
  if (token.lower === 'minus' || token.lower === 'negative') return true;
  // ".5", "$5", "$US5", "-$5"
  if (token.kind === 'mark') return next?.kind !== 'word' || next.isClose;
  // "AU $5", "Rs. 20", "U.S. $5"
  return /^\p{Lu}/u.test(token.text) && next !== undefined && next.kind !== 'word';
}

/** The measure that begins at a token: "AU $89.99", "-5 °C", "two and a half million tonnes". */
export function measureAt(
  tokens: readonly Token[],
  at: number,
  style: NumberStyle,
  { isBetween = false, isMoney = false }: Expected = {},
): Measure | undefined {
  if (!tokens[at]) return undefined;
  const before = negativeAt(tokens, at);
  const sign = moneyBefore(tokens, before ?? at);
  // "$-50.8bn"
  const negative = before ?? (sign && /^[-−]$/u.test(tokens[sign.end]?.text ?? '') ? sign.end + 1 : undefined);
  const first = Math.max(sign?.end ?? at, negative ?? at);
  if (!tokens[first] || !mayBegin(tokens[first])) return undefined;
  const number = numberAt(tokens, first, style, isBetween);
  if (!number || isVague(tokens, at, number)) return undefined;
  const measured = measuredBy(tokens, first, number, sign, isMoney);
  if (!measured) return undefined;
  const { unit, currency = sign?.currency, end, numberEnd = number.end, scale = 1, cents = 0 } = measured;
  const isPlain = currency === undefined && unit === undefined && number.scale * scale === 1;
  // "tested negative three times"
  if (tokens[at]!.lower === 'negative' && isPlain && tokens[end]?.kind === 'word') return undefined;
  const value = (number.value * scale + cents / 100) * (negative === undefined ? 1 : -1);
  return {
    start: at,
    end,
    numberEnd,
    value,
    scale: number.scale * scale,
    form: number.form,
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined ? {} : { unit }),
    hasSign: sign !== undefined,
    isPlain,
  };
}

/** The place after a minus sign or the word: "-5", "minus 5"; a hyphen after a word joins it and is none. */
function negativeAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.lower === 'minus' || token.lower === 'negative') return afterHyphen(tokens, at + 1);
  const isSign = /^[-−–]$/u.test(token.text) && !token.isClose && next?.isClose === true;
  return isSign ? at + 1 : undefined;
}

/** "several 100", "a couple of 1,000": the number is not told. */
function isVague(tokens: readonly Token[], at: number, number: PrintedNumber): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return VAGUE.has(before) || (before === 'of' && VAGUE.has(tokens[at - 2]?.lower ?? '') && number.scale > 1);
}

/** What stands after a number and tells what it measures. */
interface Measured {
  readonly unit?: string;
  readonly currency?: string | undefined;
  readonly end: number;
  readonly numberEnd?: number;
  /** What a letter multiplies the number by. */
  readonly scale?: number;
  readonly cents?: number;
}

function measuredBy(
  tokens: readonly Token[],
  first: number,
  number: PrintedNumber,
  sign: Money | undefined,
  isMoney: boolean,
): Measured | undefined {
  const { value, end, form } = number;
  const percent = percentAfter(tokens, end);
  if (percent) return percent;
  if (form === 'digits' && number.scale === 1) {
    const letter = letterAfter(tokens, end, isMoney || sign !== undefined, tokens[first]!.text);
    if (letter === 'unclear') return undefined;
    if (letter && 'unit' in letter) return { unit: letter.unit, end: end + 1 };
    if (letter) {
      const scaled = { value: value * letter.scale, scale: letter.scale };
      return { ...namedMoney(tokens, end + 1, sign, scaled), scale: letter.scale, numberEnd: end + 1 };
    }
  }
  const money = namedMoney(tokens, end, sign, number);
  if (money.end > end && !sign && Number.isInteger(value)) return withCents(tokens, money);
  if (money.end > end || sign) return money;
  const part = form === 'fraction' || value < 1 ? unitOfPart(tokens, end) : undefined;
  return part ?? unitAfter(tokens, end, value) ?? { end };
}

/** The name after a number, which tells more than the sign before it. */
function namedMoney(
  tokens: readonly Token[],
  end: number,
  sign: Money | undefined,
  amount: { readonly value: number; readonly scale: number },
): Measured {
  const named = moneyAfter(tokens, end, amount);
  if (!named || (sign && named.currency === undefined)) return { end };
  return named;
}

/** "3 dollars [50 cents]", "thirteen dollars [and forty-five cents]". */
function withCents(tokens: readonly Token[], money: Measured): Measured {
  const at = tokens[money.end]?.lower === 'and' ? money.end + 1 : money.end;
  const cents = numberAt(tokens, at, { isDecimalComma: false, hasSpaces: false });
  if (money.currency === undefined || !cents || !(cents.value < 100) || !Number.isInteger(cents.value)) return money;
  const coin = moneyAfter(tokens, cents.end, cents);
  return /^(?:cent|pence)$/u.test(coin?.unit ?? '') ? { ...money, end: coin!.end, cents: cents.value } : money;
}
