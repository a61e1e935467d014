import {
  CODES_THAT_ARE_WORDS,
  COINS,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  currencyOf,
  DOLLAR_PREFIXES,
  LETTER_SIGNS,
  LETTERS_AFTER,
  MONEY_WORDS,
  OTHER_PREFIXES,
  SCREEN_LINES,
  SHARED_CURRENCY_NAMES,
} from '../../../language/english/currencies.ts';
import { SCALES, SHORT_SCALES } from '../../../language/english/numbers.ts';
import { afterHyphen, type Token } from './tokens.ts';

/** A sign of money before a number, or a name after it, and the place of the token after it. */
export interface Money {
  /** ISO 4217 code; a name that several countries have tells none. */
  readonly currency?: string;
  /** A part of a currency ("cent"), or a name that several countries have ("peso"). */
  readonly unit?: string;
  readonly end: number;
}

/** The sign that begins at a token and has a number after it: "$", "AU $", "Rs.", "PLN", "USD$". */
export function moneyBefore(tokens: readonly Token[], at: number): Money | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'digits') return undefined;
  const sign = CURRENCY_SIGNS[token.text];
  if (sign !== undefined) return suffixedSign(tokens, at) ?? { currency: sign, end: at + 1 };
  if (token.kind !== 'word') return undefined;
  return prefixedSign(tokens, at) ?? letterSign(tokens, at);
}

/** "$US113", "$A5": as Australian papers print it. */
function suffixedSign(tokens: readonly Token[], at: number): Money | undefined {
  const [sign, country, number] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (sign.text !== '$' || !country?.isClose || number?.kind !== 'digits' || !number.isClose) return undefined;
  const currency = DOLLAR_PREFIXES[country.text];
  return currency === undefined ? undefined : { currency, end: at + 2 };
}

/** "AU$", "AU $", "U.S. $", "USD$", "E£". */
function prefixedSign(tokens: readonly Token[], at: number): Money | undefined {
  const isAbbreviated = tokens[at]!.text === 'U' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'S';
  const last = isAbbreviated ? at + 2 : at;
  const place = isAbbreviated && tokens[last + 1]?.text === '.' ? last + 2 : last + 1;
  const sign = tokens[place];
  if (!sign || sign.start - tokens[place - 1]!.end > 1) return undefined;
  const printed = tokens[at]!.text;
  const prefix = isAbbreviated ? 'US' : printed.toUpperCase();
  const isCapital = /^\p{Lu}/u.test(printed) || (sign.isClose && printed.length > 1);
  if (!isCapital) return undefined;
  if (CURRENCY_CODES.has(prefix) && sign.isClose && sign.text in CURRENCY_SIGNS)
    return { currency: prefix, end: place + 1 };
  const currency = sign.text === '$' ? DOLLAR_PREFIXES[prefix] : OTHER_PREFIXES[prefix + sign.text];
  // "Plan A $5" is no Australian dollar: a letter alone stands close.
  if (currency === undefined || (prefix.length === 1 && !sign.isClose && prefix !== 'C')) return undefined;
  return { currency, end: place + 1 };
}

/** "Rs 20", "Rs. 20", "RM5", "PLN 40 million", "EUR4.5m". */
function letterSign(tokens: readonly Token[], at: number): Money | undefined {
  const { text } = tokens[at]!;
  const currency = LETTER_SIGNS[text] ?? (isCode(text) ? text : undefined);
  if (currency === undefined) return randSign(tokens, at);
  const end = tokens[at + 1]?.text === '.' && text in LETTER_SIGNS ? at + 2 : at + 1;
  return tokens[end]?.kind === 'digits' ? { currency, end } : undefined;
}

/** "R50 million", "R1,200": a rand, where the number shows that it is no road. */
function randSign(tokens: readonly Token[], at: number): Money | undefined {
  const [sign, number, scale] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  const isScaled = (scale?.lower ?? '') in SCALES || (scale?.lower ?? '') in SHORT_SCALES || scale?.text === 'm';
  const isAmount = number?.kind === 'digits' && number.isClose && (isScaled || /[.,]/u.test(number.text));
  return sign.text === 'R' && isAmount ? { currency: 'ZAR', end: at + 1 } : undefined;
}

function isCode(text: string): boolean {
  return CURRENCY_CODES.has(text) && !CODES_THAT_ARE_WORDS.has(text);
}

/** What a number is, as far as it tells whether "pounds" or "won" after it is money. */
interface Amount {
  readonly value: number;
  readonly scale: number;
}

/** The name, code or sign after a number: "Australian dollars", "-yen", "€", "PLN", "cents". */
export function moneyAfter(tokens: readonly Token[], end: number, amount: Amount): Money | undefined {
  const at = afterHyphen(tokens, end);
  const token = tokens[at];
  if (!token) return undefined;
  return nameAfter(tokens, at, amount) ?? signAfter(tokens, at);
}

/** "€", "Kč", "PLN" after a number, unless it is the sign of the next number. */
function signAfter(tokens: readonly Token[], at: number): Money | undefined {
  const { text, isClose } = tokens[at]!;
  const next = tokens[at + 1];
  if (next?.kind === 'digits' && next.isClose) return undefined;
  const currency = CURRENCY_SIGNS[text] ?? LETTERS_AFTER[text] ?? (isCode(text) ? text : undefined);
  if (currency !== undefined) return { currency, end: at + 1 };
  const coin = COINS[text.toLowerCase()];
  const isPicture = text === 'p' && SCREEN_LINES.has(tokens[at - 1]?.text ?? '');
  const isTime = text === 'p' && (!isClose || (next?.text === '.' && tokens[at + 2]?.lower === 'm'));
  return coin === undefined || isTime || isPicture ? undefined : { unit: coin, end: at + 1 };
}

function nameAfter(tokens: readonly Token[], at: number, amount: Amount): Money | undefined {
  for (const length of [3, 2, 1]) {
    const name = nameOf(tokens, at, length);
    if (!name) continue;
    const currency = currencyOf(name.text);
    if (currency !== undefined) return { currency, end: name.end };
  }
  const word = tokens[at]!.lower;
  const shared = SHARED_CURRENCY_NAMES[word];
  if (shared !== undefined) return { unit: shared, end: at + 1 };
  if (/^pounds?$/u.test(word) && isMoneyPound(tokens, at, amount)) return { currency: 'GBP', end: at + 1 };
  if (word === 'won' && (amount.scale > 1 || amount.value >= 1000)) return { currency: 'KRW', end: at + 1 };
  return undefined;
}

/** So many words in small letters, without the points of "U.S.". */
function nameOf(tokens: readonly Token[], at: number, length: number): { text: string; end: number } | undefined {
  const names: string[] = [];
  let end = at;
  while (names.length < length) {
    const token = tokens[end];
    if (token?.kind !== 'word') return undefined;
    if (token.text === 'U' && tokens[end + 1]?.text === '.' && tokens[end + 2]?.text === 'S') {
      names.push('us');
      end += tokens[end + 3]?.text === '.' ? 4 : 3;
    } else {
      names.push(token.lower);
      end++;
    }
  }
  return { text: names.join(' '), end };
}

/** "400 pounds": money where it is paid, of a scale, or not of something; else a weight. */
function isMoneyPound(tokens: readonly Token[], at: number, { scale }: Amount): boolean {
  if (scale >= 1e6) return true;
  return tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => MONEY_WORDS.has(lower) || lower === '£');
}
