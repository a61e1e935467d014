import type { Token } from './tokens.ts';

/** How a text parts thousands and decimals. */
export interface NumberStyle {
  /** Whether a comma is before the decimals, as most of Europe writes: "3,5 per cent", "2.400 people". */
  readonly isDecimalComma: boolean;
  /** Whether spaces part thousands: "816 000". Nobody uses both commas and spaces. */
  readonly hasSpaces: boolean;
}

const COMMA_THOUSANDS = /\d,\d{3}(?!\d)/gu;
const POINT_DECIMALS = /\d\.\d{1,2}(?![\d.])/gu;
const COMMA_DECIMALS = /\d,\d{1,2}(?![\d,])/gu;
const POINT_THOUSANDS = /(?<![\d.])\d{1,3}\.\d{3}(?:\.\d{3})+/gu;

/** The habit of a text, by what most of its numbers show. */
export function numberStyleOf(text: string): NumberStyle {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const thousands = count(COMMA_THOUSANDS);
  return {
    isDecimalComma: count(COMMA_DECIMALS) + count(POINT_THOUSANDS) > thousands + count(POINT_DECIMALS),
    hasSpaces: thousands === 0,
  };
}

/**
 * The number that digits with their points and commas are; undefined if they are none, such as "1.2.3", "007" or
 * "22,24,26".
 */
function valueOfDigits(printed: string, style: NumberStyle): number | undefined {
  if (/^0\d/u.test(printed)) return undefined;
  if (/^\d+$/u.test(printed)) return Number(printed);
  // 2,000 or 12,34,567, with or without decimals
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(printed) || /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/u.test(printed))
    return Number(printed.replaceAll(',', ''));
  // 12’500, as the Swiss write
  if (/^\d{1,3}(?:[’']\d{3})+(?:\.\d+)?$/u.test(printed)) return Number(printed.replace(/[’']/gu, ''));
  // 1.000.000 or 1.234,5
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/u.test(printed) || /^\d{1,3}(?:\.\d{3})+,\d+$/u.test(printed))
    return Number(printed.replaceAll('.', '').replace(',', '.'));
  if (style.isDecimalComma && /^\d{1,3}\.\d{3}$/u.test(printed)) return Number(printed.replace('.', ''));
  if (/^\d+\.\d+$/u.test(printed)) return Number(printed);
  if (style.isDecimalComma && /^\d+,\d{1,2}$/u.test(printed)) return Number(printed.replace(',', '.'));
  return undefined;
}

/** A number in digits, and the place of the token after it. */
export interface Digits {
  readonly value: number;
  readonly end: number;
}

/** The number in digits that begins at a token: "2,000", "816 000", ".5". */
export function digitsAt(tokens: readonly Token[], at: number, style: NumberStyle): Digits | undefined {
  const token = tokens[at];
  if (token?.text === '.' && !token.isClose) {
    const decimals = tokens[at + 1];
    if (decimals?.kind !== 'digits' || !decimals.isClose || !/^\d+$/u.test(decimals.text)) return undefined;
    return { value: Number(`0.${decimals.text}`), end: at + 2 };
  }
  if (token?.kind !== 'digits') return undefined;
  const spaced = style.hasSpaces ? spacedAt(tokens, at, style) : undefined;
  if (spaced) return spaced;
  const value = valueOfDigits(token.text, style);
  return value === undefined ? undefined : { value, end: at + 1 };
}

/** A number of more groups of three digits is a list. */
const MOST_GROUPS = 6;

/** Groups of three digits after one of at most three, parted by single spaces. */
function spacedAt(tokens: readonly Token[], at: number, style: NumberStyle): Digits | undefined {
  const first = tokens[at]!;
  if (!/^[1-9]\d{0,2}$/u.test(first.text)) return undefined;
  let printed = first.text;
  let end = at + 1;
  while (/^\d{3}(?:[.,]\d+)?$/u.test(tokens[end]?.text ?? '') && tokens[end]!.start === tokens[end - 1]!.end + 1) {
    printed += tokens[end]!.text;
    end++;
    if (!/^\d+$/u.test(printed) || end - at > MOST_GROUPS) break;
  }
  const isList = [tokens[at - 1], tokens[end]].some((beside) => beside?.kind === 'digits');
  if (end === at + 1 || isList) return undefined;
  const value = valueOfDigits(printed.replace(',', '.'), { ...style, isDecimalComma: false });
  return value === undefined ? undefined : { value, end };
}
