import { currencyOf } from '../../../language/english/currencies.ts';
import { DENOMINATORS, LETTER_SCALES, MEASURED_AFTER, RUN_AFTER } from '../../../language/english/numbers.ts';
import { isPlural } from '../../../language/english/plurals.ts';
import {
  CLOSE_SIGNS,
  HALVED,
  MIXED_SIGNS,
  PERCENT_SIGNS,
  UNIT_POWERS,
  UNITS,
} from '../../../language/english/units.ts';
import { table } from '../../../language/words.ts';
import { afterHyphen, isHyphen, type Token } from './tokens.ts';

/** A unit after a number, and the place of the token after it. */
export interface Unit {
  readonly unit: string;
  readonly end: number;
}

/** "%", "per cent", "percentage points", "basis points", "bp". */
export function percentAfter(tokens: readonly Token[], end: number): Unit | undefined {
  const at = afterHyphen(tokens, end);
  const first = tokens[at];
  if (!first) return undefined;
  const second = afterHyphen(tokens, at + 1);
  const third = afterHyphen(tokens, second + 1);
  const start = first.text === '%' ? 'percent' : first.lower;
  const words = [start, tokens[second]?.lower, tokens[third]?.lower];
  for (const [length, after] of [
    [3, third + 1],
    [2, second + 1],
    [1, at + 1],
  ] as const) {
    const unit = PERCENT_SIGNS[words.slice(0, length).join(' ')];
    if (unit !== undefined) return { unit, end: after };
  }
  return undefined;
}

/** The unit after a number: "km", "square metres", "-acre", "degrees Celsius", "miles per hour", "g/km". */
export function unitAfter(tokens: readonly Token[], end: number, value: number): Unit | undefined {
  const isJoined = isHyphen(tokens, end);
  const first = simpleUnitAt(tokens, afterHyphen(tokens, end), value, isJoined);
  if (!first) return undefined;
  const next = tokens[first.end];
  // "pound-feet", "lb-ft", "kilowatt-hours"
  const joined = isHyphen(tokens, first.end) ? formOf(tokens[first.end + 1]) : undefined;
  if (joined && /^(?:foot|pound|hour|second)$/u.test(joined))
    return { unit: `${first.unit}-${joined}`, end: first.end + 2 };
  const isSlash = isStroke(next);
  const isSpeed = /^(?:per|an|a)$/u.test(next?.lower ?? '') && /^(?:mile|kilometre|metre)$/u.test(first.unit);
  if (!isSlash && !isSpeed) return first;
  const second = simpleUnitAt(tokens, first.end + 1, 1, false) ?? letterTimeAt(tokens, first.end + 1);
  if (!second || (isSpeed && !/^(?:hour|second)$/u.test(second.unit))) return first;
  return { unit: `${first.unit} per ${second.unit}`, end: second.end };
}

function isStroke(token: Token | undefined): boolean {
  return token?.text === '/' && token.isClose;
}

const TIME_LETTERS: Readonly<Record<string, string>> = table({ h: 'hour', s: 'second', d: 'day' });

/** "km/[h]", "m/[s]". */
function letterTimeAt(tokens: readonly Token[], at: number): Unit | undefined {
  const unit = TIME_LETTERS[tokens[at]?.text ?? ''];
  return unit === undefined ? undefined : { unit, end: at + 1 };
}

function simpleUnitAt(tokens: readonly Token[], at: number, value: number, isJoined: boolean): Unit | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (UNIT_POWERS.has(token.lower)) return powerAt(tokens, at);
  if (token.lower === 'metric') {
    const ton = formOf(tokens[at + 1]);
    return ton === 'ton' || ton === 'tonne' ? { unit: 'tonne', end: at + 2 } : undefined;
  }
  const isSign = (token.isClose && !isJoined) || isStroke(tokens[at + 1]);
  const squared = raisedAt(tokens, at);
  if (squared) return squared;
  const unit = formOf(token) ?? (isSign ? closeSign(tokens, at, value) : undefined);
  if (unit === undefined) return undefined;
  // "two second graders", "six stone lions": one word of another phrase
  if (!isJoined && value !== 1 && /^(?:second|stone)$/u.test(token.lower) && tokens[at + 1]?.kind === 'word')
    return undefined;
  if (unit === 'degree') return degreeAt(tokens, at);
  return { unit, end: at + 1 };
}

function formOf(token: Token | undefined): string | undefined {
  if (token === undefined) return undefined;
  return (
    UNITS.get(token.text) ??
    (token.text.length > 2 ? (UNITS.get(token.lower) ?? MIXED_SIGNS.get(token.lower)) : undefined)
  );
}

/** "32m2", "5 km3" */
function raisedAt(tokens: readonly Token[], at: number): Unit | undefined {
  const [power, next] = [tokens[at + 1], tokens[at + 2]];
  if (!power?.isClose || !/^[23]$/u.test(power.text) || (next?.isClose && next.kind !== 'mark')) return undefined;
  const unit = tokens[at]!.text === 'm' ? 'metre' : formOf(tokens[at]);
  if (!unit || !/(?:metre|foot|inch)$/u.test(unit)) return undefined;
  return { unit: `${power.text === '2' ? 'square' : 'cubic'} ${unit}`, end: at + 2 };
}

function closeSign(tokens: readonly Token[], at: number, value: number): string | undefined {
  const next = tokens[at + 1];
  if (next?.isClose && next.kind !== 'mark') return undefined;
  // "5g" is a network.
  if (tokens[at]!.text === 'g' && value < 7 && !isStroke(next)) return undefined;
  return tokens[at]!.text === 'm' ? undefined : CLOSE_SIGNS[tokens[at]!.text];
}

/** "square metres", "sq. ft", "cubic feet". */
function powerAt(tokens: readonly Token[], at: number): Unit | undefined {
  const power = /^sq/u.test(tokens[at]!.lower) ? 'square' : 'cubic';
  const place = tokens[at + 1]?.text === '.' ? at + 2 : afterHyphen(tokens, at + 1);
  const unit = formOf(tokens[place]) ?? (tokens[place]?.text === 'm' ? 'metre' : undefined);
  return unit === undefined ? undefined : { unit: `${power} ${unit}`, end: place + 1 };
}

/** "degrees Celsius", "°C", "degrees F", "degrees". */
function degreeAt(tokens: readonly Token[], at: number): Unit {
  const scale = tokens[at + 1]?.text ?? '';
  if (/^(?:c|celsius|celcius|centigrade)$/iu.test(scale)) return { unit: 'degree Celsius', end: at + 2 };
  if (/^(?:f|fahrenheit|farenheit)$/iu.test(scale)) return { unit: 'degree Fahrenheit', end: at + 2 };
  return { unit: 'degree', end: at + 1 };
}

/** "half [an hour]", "a quarter [of a mile]": what there is a part of. */
export function unitOfPart(tokens: readonly Token[], end: number): Unit | undefined {
  const at = tokens[end]?.lower === 'of' ? end + 1 : end;
  if (!/^(?:a|an|one)$/u.test(tokens[at]?.lower ?? '')) return undefined;
  const percent = percentAfter(tokens, at + 1);
  if (percent) return percent;
  return HALVED.has(tokens[at + 1]?.lower ?? '') ? { unit: UNITS.get(tokens[at + 1]!.lower)!, end: at + 2 } : undefined;
}

/** What a letter after digits is: a scale, metres, or something of which a reader cannot be sure. */
export type Letter = { readonly scale: number } | { readonly unit: string } | 'unclear';

/**
 * The letter after digits: "$4.2[b]", "4[m] customers", "37[m] long", "10[k] race". After money it is a scale; else what
 * follows decides.
 */
export function letterAfter(
  tokens: readonly Token[],
  end: number,
  isMoney: boolean,
  printed: string,
): Letter | undefined {
  const letter = tokens[end];
  if (!letter || !/^(?:k|m|mm|b|t)$/u.test(letter.lower)) return undefined;
  const next = tokens[end + 1];
  if (next?.isClose && (next.kind !== 'mark' || next.text === "'" || next.text === '’')) return undefined;
  const scale = LETTER_SCALES[letter.lower]!;
  if (isMoney) return letter.isClose || letter.lower === 'm' || letter.lower === 'b' ? { scale } : undefined;
  const counted = afterHyphen(tokens, end + 1);
  const isCounted = currencyOf(tokens[counted]?.lower ?? '') !== undefined || isPlainPlural(tokens[counted]);
  if (letter.text === 'm') return metresOrMillions(tokens, end, isCounted);
  const isAlone = !next || (next.kind === 'mark' ? !/^[&.]$/u.test(next.text) : next.text === next.lower);
  if (letter.text === 'M' && !letter.isClose && isAlone) return { scale };
  if (letter.lower === 'k' && !letter.isClose && !RUN_AFTER.has(next?.lower ?? '')) return { scale };
  if (!letter.isClose || /^(?:mm|t)$/u.test(letter.lower)) return undefined;
  if (letter.lower === 'k')
    return isUnclear(printed, letter.text) || RUN_AFTER.has(tokens[counted]?.lower ?? '') ? 'unclear' : { scale };
  if ((letter.text === 'M' && !isUnclear(printed, 'M')) || isCounted || printed.includes('.')) return { scale };
  return 'unclear';
}

/** "3M" is a company, "4K" a picture. */
function isUnclear(printed: string, letter: string): boolean {
  return letter === 'M' ? printed === '3' : letter === 'K' && /^\d$/u.test(printed);
}

function metresOrMillions(tokens: readonly Token[], end: number, isCounted: boolean): Letter {
  // "3m-4m people": by what follows the second
  const upper = tokens[end + 3];
  const isRange = /^(?:[-–]|to)$/u.test(tokens[end + 1]?.lower ?? '') && tokens[end + 2]?.kind === 'digits';
  if (isRange && upper?.text === 'm' && upper.isClose) {
    const counted = tokens[end + 4];
    return metresOrMillions(tokens, end + 3, currencyOf(counted?.lower ?? '') !== undefined || isPlainPlural(counted));
  }
  const after = tokens[afterHyphen(tokens, end + 1)];
  if (MEASURED_AFTER.has(after?.lower ?? '')) return { unit: 'metre' };
  return isCounted ? { scale: 1e6 } : 'unclear';
}

/** A plural in small letters that is no verb that the number would be followed by. */
function isPlainPlural(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Ll}{4,}/u.test(token.text) && isPlural(token.lower);
}

/** Whether the words after a number make it an age: "years old", "-year-old", "years of age". */
export function isAge(tokens: readonly Token[], end: number, unit: string | undefined): boolean {
  if (!/^(?:year|month|week|day)$/u.test(unit ?? '')) return false;
  const next = afterHyphen(tokens, end);
  return (
    /^olds?$/u.test(tokens[next]?.lower ?? '') || (tokens[next]?.lower === 'of' && tokens[next + 1]?.lower === 'age')
  );
}

/** Whether a number is joined to what makes it an ordinal: "twenty-first". */
export function isOrdinal(tokens: readonly Token[], end: number): boolean {
  if (!isHyphen(tokens, end)) return false;
  const word = tokens[end + 1]!.lower;
  return word in DENOMINATORS || word === 'first' || word === 'second';
}
