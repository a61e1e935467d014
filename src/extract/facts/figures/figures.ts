import {
  type Bound,
  contains,
  type Document,
  type Figure,
  type Range,
  RangeIndex,
  type Statement,
  spanOf,
} from '../../../document/index.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { BOUNDS, COUNTED_BY_THOUSANDS, NUMBERED, SCALES } from '../../../language/english/numbers.ts';
import { STREETS } from '../../../language/english/places.ts';
import { CURRENCIES } from '../../../language/english/units.ts';
import { alternation } from '../../../language/words.ts';
import { type DateExpression, findDates } from '../dates/dates.ts';
import { countedAfter, perIn } from './counted.ts';
import { type Fraction, findFractions } from './fractions.ts';
import { DIGITS, NUMBER_WORDS, numberOf } from './numbers.ts';

const NUMBER = `(?:${DIGITS}|${NUMBER_WORDS})`;
/** "5b" is seldom five billion. */
const SCALE = alternation(Object.keys(SCALES).filter((word) => word !== 'b'));
const BOUND = alternation([...BOUNDS.upper, ...BOUNDS.lower, ...BOUNDS.about]);
const CURRENCY = '(?:US\\$|A\\$|C\\$|NZ\\$|HK\\$|[£$€¥₹₽₴₩])';
const EXPRESSION = new RegExp(
  `(?<![\\d${LETTERS}.,/:#-])(?:(?<bound>${BOUND})\\s+)?(?:(?<between>between)\\s+)?(?:(?<symbol>${CURRENCY})\\s?)?(?<number>${NUMBER})(?:\\s?[-–—]\\s?${CURRENCY}?(?<upper>\\d[\\d,.]*\\d|\\d)|\\s+(?:to|and(?<=\\bbetween\\s+\\S+\\s+and))\\s+${CURRENCY}?(?<upper2>\\d[\\d,.]*\\d|\\d))?(?:[\\s-]?(?<scale>${SCALE})(?![${LETTERS}]))?(?:\\s?(?<percent>%|percentage points?|per cent|percent|pc(?![${LETTERS}])))?(?:\\s+(?<unit>pounds?|dollars?|euros?|yen|roubles?|rubles?|rupees?)(?![${LETTERS}]))?`,
  'gi',
);

const UPPER_BOUNDS = new RegExp(`^${alternation(BOUNDS.upper)}$`, 'iu');
const LOWER_BOUNDS = new RegExp(`^${alternation(BOUNDS.lower)}$`, 'iu');
/** Before a number: what makes it a name or an address, not a quantity ("Article 50", "page 3", "Flight 103"). */
const NAMED = new RegExp(`\\b${alternation(NUMBERED)}[\\s-]*$|(?<![\\p{L}’'])[b-hj-z]-?$`, 'iu');
/** "USB 1.1", "iOS 5", "MH 370": a number right after letters of which two are capitals, or after a small and a capital. */
const AFTER_CAPITALS = /(?:\p{Lu}\S{0,24}\p{Lu}|\p{Ll}\p{Lu}{1,24})\p{L}{0,24}\s$/u;
/** After a number: what makes it no quantity ("3-2", "50th", "9/11", "7 p.m.", "10 Downing Street", "45-year-old"). */
const NOT_QUANTITY = new RegExp(
  `^(?:st|nd|rd|th)(?![\\p{L}])|^[/:]\\d|^\\s?(?:a\\.?m\\.?|p\\.?m\\.?|o[’']clock|gmt|est|bst)(?![\\p{L}])|^[\\s-]years?[\\s-]old|^-\\d|^\\s(?:\\p{Lu}\\p{Ll}+\\s)+${alternation(STREETS)}|^[’']s(?![\\p{L}])`,
  'iu',
);

/**
 * The quantities of a document and the innermost statement that claims each. Dates, ages, scores, clock times,
 * house and law numbers and ordinals are not quantities.
 */
export function findFigures(document: Document, statements: readonly Statement[]): Figure[] {
  const index = new RangeIndex(statements, (statement) => statement.content);
  return document.blocks
    .filter((block) => block.kind !== 'byline')
    .flatMap((block) => figuresIn(document, block))
    .map((figure) => withClaim(figure, index.near(figure)));
}

function withClaim(figure: Figure, statements: readonly Statement[]): Figure {
  const claims = statements.filter((statement) => statement.content.some((run) => contains(run, figure)));
  const innermost = claims.sort((a, b) => length(a) - length(b))[0];
  return innermost ? { ...figure, statement: innermost.id } : figure;
}

function length(statement: Statement): number {
  return statement.content.reduce((sum, run) => sum + run.end - run.start, 0);
}

function figuresIn(document: Document, block: Range): Figure[] {
  const { text } = document;
  const slice = text.slice(block.start, block.end);
  // Dates are looked for only where there are figures.
  let dates: DateExpression[] | undefined;
  const isDated = (start: number, end: number) => {
    dates ??= findDates(text, block, document.published);
    return dates.some((date) => date.start < end && start < date.end);
  };
  const fractions = findFractions(slice, BOUND)
    .map((fraction) => ({ ...fraction, start: block.start + fraction.start, end: block.start + fraction.end }))
    .filter(({ start, end }) => !isDated(start, end));
  const found = fractions.map((fraction) => fractionFigure(text, block, fraction));
  for (const match of slice.matchAll(EXPRESSION)) {
    const start = block.start + match.index;
    const end = start + match[0].trimEnd().length;
    if (fractions.some((other) => other.start < end && start < other.end)) continue;
    const figure = figureOf(text, block, match.groups!, start, end);
    if (figure && !isDated(start, end)) found.push(figure);
  }
  return found.sort((a, b) => a.start - b.start);
}

function fractionFigure(text: string, block: Range, { start, end, value, bound, unit }: Fraction): Figure {
  const after = text
    .slice(end, Math.min(block.end, end + 120))
    .replace(/^\s+(?:the|its|their|his|her|all|an?)\s/u, ' ');
  const counted = unit ? { unit } : countedAfter(after, {});
  const bounds = boundOf(bound);
  return { ...spanOf(text, start, end), value: round(value), ...counted, ...(bounds ? { bound: bounds } : {}) };
}

function figureOf(
  text: string,
  block: Range,
  g: Record<string, string | undefined>,
  start: number,
  end: number,
): Figure | undefined {
  const before = text.slice(Math.max(block.start, start - 24), start);
  const after = text.slice(end, Math.min(block.end, end + 120));
  const plain = !g.symbol && !g.percent && !g.unit && !g.scale;
  if (NOT_QUANTITY.test(after) || (plain && (NAMED.test(before) || AFTER_CAPITALS.test(before)))) return undefined;
  const value = numberOf(g.number!);
  if (value === undefined) return undefined;
  if (plain && isAgeOrYear(value, g.number!, before, after)) return undefined;
  const scale = g.scale ? (SCALES[g.scale.toLowerCase()] ?? 1) : 1;
  const upper = numberOf(g.upper ?? g.upper2 ?? '');
  const counted = countedAfter(after, g);
  const per = perIn(after);
  if (plain && !counted.counts && !counted.unit && !g.upper && !per && /^\p{L}/u.test(g.number!) && !isOfKnown(before))
    return undefined;
  if (plain && (g.upper ?? g.upper2) !== undefined && value < 100 && !counted.counts && !counted.unit) return undefined;
  // "Boeing’s 787", "on 911"
  if (plain && !g.bound && !counted.counts && !counted.unit && value < 1000 && /(?:[’']s|\bon)\s+$/u.test(before))
    return undefined;
  const bound = boundOf(g.bound) ?? (/\b(?:estimated|put|reckoned) at\s+$/u.test(before) ? 'about' : undefined);
  const currency = CURRENCIES[(g.symbol ?? g.unit ?? '').toLowerCase()];
  const unit = g.percent ? (/point/iu.test(g.percent) ? 'percentage point' : 'percent') : counted.unit;
  return {
    ...spanOf(text, start, end),
    value: round(value * scale),
    ...(upper !== undefined ? { upper: round(upper * scale) } : {}),
    ...(unit ? { unit } : {}),
    ...(currency ? { currency } : {}),
    ...(counted.counts ? { counts: counted.counts } : {}),
    ...(bound ? { bound } : {}),
    ...(per ? { per } : {}),
  };
}

function round(value: number): number {
  return Number.parseFloat(value.toPrecision(12));
}

function boundOf(words: string | undefined): Bound | undefined {
  if (words === undefined) return undefined;
  return UPPER_BOUNDS.test(words) ? 'at most' : LOWER_BOUNDS.test(words) ? 'at least' : 'about';
}

/** "all four": of some that were counted before. */
function isOfKnown(before: string): boolean {
  return /\b(?:all|the other|these|those)\s+$/iu.test(before);
}

const COUNTS_THOUSANDS = new RegExp(`^\\s+${alternation(COUNTED_BY_THOUSANDS)}`, 'u');

/** "Jem Sorrel, 69, said"; "in 2019". */
function isAgeOrYear(value: number, printed: string, before: string, after: string): boolean {
  if (/,\s*$/u.test(before) && /^(?:,|\s*$|\.)/u.test(after) && value < 120 && !printed.includes('.')) return true;
  if (/\b(?:aged?|age of)\s*$/iu.test(before)) return true;
  // "He is 69 and lives in Nesse."
  if (/\b(?:he|she|who) (?:is|was|turns|turned)\s+$/iu.test(before) && /^(?:[,.;]|\s+(?:and|when|on)\b|$)/u.test(after))
    return true;
  return /^(?:1[5-9]|20)\d\d$/u.test(printed) && !COUNTS_THOUSANDS.test(after);
}
