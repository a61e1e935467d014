import {
  type Bound,
  compact,
  contains,
  type Document,
  type Figure,
  paragraphsOf,
  type Range,
  RangeIndex,
  type Statement,
  spanOf,
} from '../../../document/index.ts';
import { TIME_UNITS } from '../../../language/english/calendar.ts';
import { isPlural } from '../../../language/english/plurals.ts';
import { type DateExpression, findDates } from '../dates/dates.ts';
import { localDay } from '../dates/reference.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { countedAfter, perIn } from './counted.ts';
import { type NumberStyle, numberStyleOf } from './digits.ts';
import { type Measure, mayStart } from './measures.ts';
import { type Candidate, isNoQuantity } from './not-quantities.ts';
import { type Expression, expressionAt } from './ranges.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * The quantities of a document and the innermost statement that claims each. Dates, ages, scores, clock times,
 * house and law numbers and ordinals are not quantities.
 */
export function findFigures(document: Document, statements: readonly Statement[]): Figure[] {
  const index = new RangeIndex(statements, (statement) => statement.content);
  const style = numberStyleOf(document.text);
  return document.blocks
    .filter((block) => block.kind !== 'byline')
    .flatMap((block) => figuresOf(document.text, block, style, document.published))
    .map((figure) => withClaim(figure, index.near(figure)));
}

/**
 * The quantities of an English text, in its order, without the statements that claim them. Offsets are UTF-16, ends
 * exclusive; paragraphs are parted by empty lines. What is vague ("several hundred") or may mean two things ("5m") is left
 * out rather than guessed. Takes time in proportion to the length of the text.
 *
 * @param options.published publication date (`YYYY-MM-DD…`), by which "the 12th" is known to be a date
 * @throws OnrecordError `wrong-usage` if `published` is not a date
 */
export function figuresIn(text: string, { published }: { readonly published?: string } = {}): Figure[] {
  const style = numberStyleOf(text);
  const day = published === undefined ? undefined : localDay(published);
  return paragraphsOf(text).flatMap((block) => figuresOf(text, block, style, day));
}

function withClaim(figure: Figure, statements: readonly Statement[]): Figure {
  const claims = statements.filter(({ content }) => content.some((run) => contains(run, figure)));
  const innermost = claims.sort((a, b) => contentLength(a) - contentLength(b))[0];
  return innermost ? { ...figure, statement: innermost.id } : figure;
}

function contentLength({ content }: Statement): number {
  return content.reduce((sum, run) => sum + run.end - run.start, 0);
}

function figuresOf(text: string, block: Range, style: NumberStyle, published: string | undefined): Figure[] {
  const tokens = tokensOf(text.slice(block.start, block.end), block.start);
  // Dates are looked for only where there are figures.
  let dates: DateExpression[] | undefined;
  const isDate = ({ start, end, unit }: Figure) => {
    dates ??= findDates(text, block, published);
    return dates.some((date) => date.start < end && start < date.end) && !TIME_UNITS.has(unit ?? '');
  };
  const found: Figure[] = [];
  // "Articles 50 and 51": what is joined to a number that is no quantity, and counts nothing, is none either.
  let rejected = -1;
  for (let at = 0; at < tokens.length; ) {
    const read = readAt(text, block, tokens, at, style);
    const isListed = read?.figures.length === 1 && isBare(read.figures[0]!) && isListAt(tokens, rejected, at);
    if (read && !isListed) found.push(...read.figures.filter((figure) => !isDate(figure)));
    if (read && (isListed || read.figures.length === 0)) rejected = read.end;
    at = read?.end ?? at + 1;
  }
  return found;
}

function isBare({ unit, currency, counts, bound, value }: Figure): boolean {
  const isCounted = counts !== undefined && isPlural(counts.toLowerCase());
  return (unit ?? currency ?? bound) === undefined && !isCounted && value < 10_000;
}

/** Whether nothing but a comma, a stroke or "and" parts two places. */
function isListAt(tokens: readonly Token[], end: number, at: number): boolean {
  return end >= 0 && at === end + 1 && /^(?:and|or|to|through|,|\/|&)$/u.test(tokens[end]!.lower);
}

/** The figures of the expression that begins at a token, and the place of the token after it. */
function readAt(
  text: string,
  block: Range,
  tokens: readonly Token[],
  at: number,
  style: NumberStyle,
): { figures: Figure[]; end: number } | undefined {
  if (!mayStart(tokens, at)) return undefined;
  const before = boundBefore(tokens, at);
  const lead = before?.place ?? at;
  const words = tokens.slice(Math.max(0, lead - 5), lead).map(({ lower }) => lower);
  const expression = expressionAt(tokens, at, style, words.reverse());
  if (!expression) return undefined;
  const { measures, end } = expression;
  if (measures.length === 0) return { figures: [], end };
  const after = boundAfter(tokens, end);
  const place = after?.place ?? end;
  const isBetween = expression.isRange && words[0] === 'between';
  const start = tokens[isBetween ? lead - 1 : lead]!.start;
  const candidate = candidateOf(text, block, tokens, expression, start, place);
  if (isNoQuantity({ ...candidate, isBounded: before !== undefined || after !== undefined }))
    return { figures: [], end };
  const bound = before?.bound ?? after?.bound ?? estimated(candidate.before);
  return { figures: figuresFrom(text, tokens, candidate, start, tokens[place - 1]!.end, bound), end: place };
}

/** "put [at 20,000]" */
function estimated(before: string): Bound | undefined {
  return /\b(?:estimated|put|reckoned) at\s+$/u.test(before) ? 'about' : undefined;
}

function candidateOf(
  text: string,
  block: Range,
  tokens: readonly Token[],
  expression: Expression,
  start: number,
  place: number,
): Omit<Candidate, 'isBounded'> {
  const { measures } = expression;
  const first = measures[0]!;
  const last = measures.at(-1)!;
  const end = tokens[place - 1]!.end;
  const after = text.slice(end, Math.min(block.end, end + 120));
  const counts = countedAfter(
    last.form === 'fraction' ? afterArticle(after) : after,
    kindOf(tokens, last),
    last.value === 1,
  );
  const per = last.unit?.includes(' per ') ? undefined : perIn(after);
  return {
    tokens,
    expression,
    first,
    last,
    before: text.slice(Math.max(block.start, start - 24), start),
    after,
    counts,
    per,
  };
}

/** "half [the] town" */
function afterArticle(after: string): string {
  return after.replace(/^\s+(?:the|its|their|his|her|all|an?)\s/u, ' ');
}

function kindOf(tokens: readonly Token[], { numberEnd, start, end, unit, currency, scale }: Measure) {
  if (unit === undefined && currency === undefined) return 'number';
  const isJoined = tokens.slice(start + 1, Math.max(end - 1, numberEnd + 1)).some(({ text }) => text === '-');
  if (isJoined && (end > numberEnd || scale > 1)) return 'joined';
  return currency !== undefined || /^(?:percent|percentage point|basis point)$/u.test(unit!) ? 'money' : 'unit';
}

function figuresFrom(
  text: string,
  tokens: readonly Token[],
  { expression, first, last, counts, per }: Omit<Candidate, 'isBounded'>,
  start: number,
  end: number,
  bound: Bound | undefined,
): Figure[] {
  const details = compact({ counts, bound, per });
  const { unit, currency } = last;
  if (expression.isRange || first === last) {
    const upper = expression.isRange ? { upper: round(last.value) } : {};
    return [
      { ...spanOf(text, start, end), value: round(first.value), ...upper, ...compact({ unit, currency }), ...details },
    ];
  }
  const firstEnd = tokens[first.end - 1]!.end;
  const secondStart = tokens[last.start]!.start;
  const shared = first.isPlain || first.unit === unit ? counts : undefined;
  return [
    {
      ...spanOf(text, start, firstEnd),
      value: round(first.value),
      ...measured(first),
      ...compact({ counts: shared, bound, per }),
    },
    { ...spanOf(text, secondStart, end), value: round(last.value), ...measured(last), ...compact({ counts, per }) },
  ];
}

function measured({ unit, currency }: Measure) {
  return compact({ unit, currency });
}

/** Without the noise of binary fractions: 0.1 × 3. */
function round(value: number): number {
  return Number.parseFloat(value.toPrecision(12));
}
