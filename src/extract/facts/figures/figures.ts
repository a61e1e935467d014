import {
  type Bound,
  compact,
  contains,
  type Document,
  type Figure,
  type Range,
  RangeIndex,
  type Span,
  type Statement,
  spanOf,
} from '../../../document/index.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { BOUNDS, COUNTED_BY_THOUSANDS, NUMBERED, SCALES } from '../../../language/english/numbers.ts';
import { STREETS } from '../../../language/english/places.ts';
import { CURRENCIES } from '../../../language/english/units.ts';
import { alternation } from '../../../language/words.ts';
import { type DateExpression, findDates } from '../dates/dates.ts';
import { type Counted, countedAfter, perIn } from './counted.ts';
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
const AFTER_CAPITALS = /(?:\p{Lu}\S{0,24}\p{Lu}|\p{Ll}\p{Lu})\p{L}{0,24}\s$/u;
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
  const claims = statements.filter(({ content }) => content.some((run) => contains(run, figure)));
  const innermost = claims.sort((a, b) => contentLength(a) - contentLength(b))[0];
  return innermost ? { ...figure, statement: innermost.id } : figure;
}

function contentLength({ content }: Statement): number {
  return content.reduce((sum, run) => sum + run.end - run.start, 0);
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
  return { ...spanOf(text, start, end), value: round(value), ...counted, ...compact({ bound: bounds }) };
}

/** An expression with a number that may be a quantity, and the words around it. */
interface Candidate {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly value: number;
  /** Whether nothing but the words around the number may tell that it is a quantity: no symbol, scale, percentage or unit. */
  readonly isPlain: boolean;
  readonly before: string;
  readonly after: string;
  readonly counted: Counted;
  readonly per: string | undefined;
}

function figureOf(
  text: string,
  block: Range,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
): Figure | undefined {
  const before = text.slice(Math.max(block.start, start - 24), start);
  const after = text.slice(end, Math.min(block.end, end + 120));
  const value = numberOf(groups.number!);
  if (value === undefined || NOT_QUANTITY.test(after)) return undefined;
  const candidate: Candidate = {
    groups,
    value,
    isPlain: !groups.symbol && !groups.percent && !groups.unit && !groups.scale,
    before,
    after,
    counted: countedAfter(after, groups),
    per: perIn(after),
  };
  if (candidate.isPlain && NO_QUANTITIES.some((isNone) => isNone(candidate))) return undefined;
  return { ...spanOf(text, start, end), ...measureOf(candidate) };
}

/** What a number without a symbol, a scale or a unit may be instead of a quantity. */
const NO_QUANTITIES: readonly ((candidate: Candidate) => boolean)[] = [
  isName,
  isAgeOrYear,
  isUncountedWord,
  isScore,
  isModel,
];

/** "Article 50", "USB 1.1" */
function isName({ before }: Candidate): boolean {
  return NAMED.test(before) || AFTER_CAPITALS.test(before);
}

/** "one of them", "two said": a number in words that counts nothing. */
function isUncountedWord({ groups, before, counted, per }: Candidate): boolean {
  return isUncounted(counted) && !groups.upper && !per && /^\p{L}/u.test(groups.number!) && !isOfKnown(before);
}

/** "3-2": two small numbers that count nothing. */
function isScore({ groups, value, counted }: Candidate): boolean {
  return (groups.upper ?? groups.upper2) !== undefined && value < 100 && isUncounted(counted);
}

/** "Boeing’s 787", "on 911" */
function isModel({ groups, value, before, counted }: Candidate): boolean {
  return !groups.bound && isUncounted(counted) && value < 1000 && /(?:[’']s|\bon)\s+$/u.test(before);
}

function isUncounted({ counts, unit }: Counted): boolean {
  return !counts && !unit;
}

/** What a candidate measures: its value with scale, and whatever the words tell of it. */
function measureOf({ groups, value, before, counted, per }: Candidate): Omit<Figure, keyof Span> {
  const scale = groups.scale ? (SCALES[groups.scale.toLowerCase()] ?? 1) : 1;
  const upper = numberOf(groups.upper ?? groups.upper2 ?? '');
  const bound = boundOf(groups.bound) ?? (/\b(?:estimated|put|reckoned) at\s+$/u.test(before) ? 'about' : undefined);
  const currency = CURRENCIES[(groups.symbol ?? groups.unit ?? '').toLowerCase()];
  const unit = groups.percent ? (/point/iu.test(groups.percent) ? 'percentage point' : 'percent') : counted.unit;
  return {
    value: round(value * scale),
    ...(upper !== undefined ? { upper: round(upper * scale) } : {}),
    ...compact({ unit, currency, counts: counted.counts, bound, per }),
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
function isAgeOrYear({ value, groups, before, after }: Candidate): boolean {
  const printed = groups.number!;
  if (/,\s*$/u.test(before) && /^(?:,|\s*$|\.)/u.test(after) && value < 120 && !printed.includes('.')) return true;
  if (/\b(?:aged?|age of)\s*$/iu.test(before)) return true;
  // "He is 69 and lives in Nesse."
  if (/\b(?:he|she|who) (?:is|was|turns|turned)\s+$/iu.test(before) && /^(?:[,.;]|\s+(?:and|when|on)\b|$)/u.test(after))
    return true;
  return /^(?:1[5-9]|20)\d\d$/u.test(printed) && !COUNTS_THOUSANDS.test(after);
}
