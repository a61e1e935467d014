import {
  type Bound,
  contains,
  type Document,
  type Figure,
  type Range,
  RangeIndex,
  type Statement,
  spanOf,
} from '../../document/index.ts';
import { findDates } from './dates.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};
const CURRENCIES: Readonly<Record<string, string>> = {
  '£': 'GBP',
  $: 'USD',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  '₩': 'KRW',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  pound: 'GBP',
  pounds: 'GBP',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  yen: 'JPY',
  rupee: 'INR',
  rupees: 'INR',
  rouble: 'RUB',
  roubles: 'RUB',
  ruble: 'RUB',
  rubles: 'RUB',
  gbp: 'GBP',
  usd: 'USD',
  eur: 'EUR',
};
const UNITS =
  'mile kilometre kilometer metre meter foot feet inch acre hectare tonne ton kilogram kilo pound gram litre liter gallon barrel degree megawatt gigawatt kilowatt watt second minute hour day week month year decade century yard ounce stone km kg mph ms'.split(
    ' ',
  );

const WORD = `(?:${[...TENS, ...ONES.slice(2)].join('|')})`;
const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?:a|an|one|half a)\\s+(?=dozen|hundred|thousand|million|billion)|${WORD}(?:[\\s-](?:and\\s)?${WORD})*)`;
const SCALE = '(?:hundred|thousand|million|billion|trillion|dozen|bn|tn|mn|m|k)';
const BOUND =
  '(?:as many as|as much as|up to|at most|no more than|fewer than|less than|under|below|a maximum of|at least|more than|over|as few as|as little as|no fewer than|no less than|in excess of|above|a minimum of|upwards of|about|around|roughly|nearly|almost|approximately|some|close to|an estimated|estimated)';
const CURRENCY = '(?:US\\$|A\\$|C\\$|NZ\\$|HK\\$|[£$€¥₹₽₴₩])';
const EXPRESSION = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:#-])(?:(?<bound>${BOUND})\\s+)?(?:(?<symbol>${CURRENCY})\\s?)?(?<number>${NUMBER})(?:\\s?[-–—]\\s?${CURRENCY}?(?<upper>\\d[\\d,.]*\\d|\\d)|\\s+to\\s+${CURRENCY}?(?<upper2>\\d[\\d,.]*\\d|\\d))?(?:[\\s-]?(?<scale>${SCALE})(?![\\p{L}]))?(?:\\s?(?<percent>%|percentage points?|per cent|percent|pc(?![\\p{L}])))?(?:\\s+(?<unit>pounds?|dollars?|euros?|yen|roubles?|rubles?|rupees?)(?![\\p{L}]))?`,
  'giu',
);

const UPPER_BOUNDS =
  /^(?:as many as|as much as|up to|at most|no more than|fewer than|less than|under|below|a maximum of)$/iu;
const LOWER_BOUNDS =
  /^(?:at least|more than|over|as few as|as little as|no fewer than|no less than|in excess of|above|a minimum of|upwards of)$/iu;
/** Before a number: what makes it a name or an address, not a quantity ("Article 50", "page 3", "Flight 103"). */
const NAMED =
  /\b(?:article|section|chapter|page|pages|flight|route|highway|interstate|room|number|no\.?|psalm|resolution|amendment|apollo|boeing|airbus|group|phase|level|stage|channel|radio|bbc|division|grade|size|type|model|series|season|episode|week|day|round|game|track|unit|block|gate|platform|area|district|precinct|title|proposition|prop|measure|bill|act|hr|h\.r\.|schedule|appendix|figure|table|line|verse|part|version|ward|regulation|rule|form|lot|exhibit|camp|class|league|under|covid|cop|g|mp|f|m|a)[\s-]*$/iu;
/** After a number: what makes it no quantity ("3-2", "50th", "9/11", "7 p.m.", "10 Downing Street", "45-year-old"). */
const NOT_QUANTITY =
  /^(?:st|nd|rd|th)(?![\p{L}])|^[/:]\d|^\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock|gmt|est|bst)(?![\p{L}])|^[\s-]years?[\s-]old|^-\d|^\s(?:\p{Lu}\p{Ll}+\s)+(?:Street|Road|Avenue|Lane|Square|Place|Drive)|^[’']s(?![\p{L}])/iu;

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
  const dates = findDates(text, block, document.published);
  const found: Figure[] = [];
  for (const match of slice.matchAll(EXPRESSION)) {
    const start = block.start + match.index;
    const end = start + match[0].trimEnd().length;
    if (dates.some((date) => date.start < end && start < date.end)) continue;
    const figure = figureOf(text, block, match.groups!, start, end);
    if (figure) found.push(figure);
  }
  return found;
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
  if (NOT_QUANTITY.test(after) || (plain && NAMED.test(before))) return undefined;
  const value = numberOf(g.number!);
  if (value === undefined) return undefined;
  if (plain && isAgeOrYear(value, g.number!, before, after)) return undefined;
  const scale = g.scale ? (SCALES[g.scale.toLowerCase()] ?? 1) : 1;
  const upper = numberOf(g.upper ?? g.upper2 ?? '');
  const counted = countedAfter(after, g);
  if (plain && !counted.counts && !counted.unit && !g.upper && /^\p{L}/u.test(g.number!)) return undefined;
  if (plain && (g.upper ?? g.upper2) !== undefined && value < 100 && !counted.counts && !counted.unit) return undefined;
  const bound = boundOf(g.bound);
  const currency = CURRENCIES[(g.symbol ?? g.unit ?? '').toLowerCase()];
  const unit = g.percent ? (/point/iu.test(g.percent) ? 'percentage point' : 'percent') : counted.unit;
  const per = perIn(after);
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

/** "2,000", "2.5", "twenty-five", "a dozen"; undefined for nothing. */
function numberOf(printed: string): number | undefined {
  const plain = printed.trim().toLowerCase().replace(/,/gu, '');
  if (plain === '') return undefined;
  if (/^\d/u.test(plain)) return Number.parseFloat(plain);
  if (/^(?:a|an|one)$/u.test(plain)) return 1;
  if (plain === 'half a') return 0.5;
  let sum = 0;
  for (const word of plain.split(/[\s-]+/u)) {
    if (TENS.includes(word)) sum += 20 + 10 * TENS.indexOf(word);
    else if (ONES.includes(word)) sum += ONES.indexOf(word);
  }
  return sum === 0 ? undefined : sum;
}

/** "Jem Sorrel, 69, said"; "in 2019". */
function isAgeOrYear(value: number, printed: string, before: string, after: string): boolean {
  if (/,\s*$/u.test(before) && /^(?:,|\s*$|\.)/u.test(after) && value < 120 && !printed.includes('.')) return true;
  if (/\b(?:aged?|age of)\s*$/iu.test(before)) return true;
  return (
    /^(?:1[5-9]|20)\d\d$/u.test(printed) &&
    !/^\s+(?:people|soldiers|troops|jobs|homes|workers|deaths|cases|votes)/u.test(after)
  );
}

const STOP =
  /^(?:a|an|the|and|or|but|in|on|at|of|to|for|from|with|by|as|is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|that|which|who|when|while|after|before|since|ago|later|earlier|per|each|every|than|more|less|years?|this|those|these|during|into|over|under|about|because|if|so|did|do|does|not|it|he|she|they|we|i|you|last|next)$/iu;

/** What a number counts: "2,000 [Russian soldiers]", "£225 million in [military equipment]", or its unit. */
function countedAfter(after: string, g: Record<string, string | undefined>): { counts?: string; unit?: string } {
  const money = g.symbol !== undefined || g.unit !== undefined || g.percent !== undefined;
  const lead = money
    ? /^\s+(?:in|of|worth of)\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+)?/iu.exec(after)
    : /^(?:\s+of\s+(?:the\s+|its\s+|their\s+)?|[\s-]+)/u.exec(after);
  if (!lead) return {};
  const words: string[] = [];
  for (const word of after.slice(lead[0].length).split(/\s+/u)) {
    const bare = word.replace(/[,.;:!?)"”’']+.*$/u, '');
    if (bare === '' || STOP.test(bare) || /^\d/u.test(bare) || words.length >= 4) break;
    if (words.length > 0 && /(?:ed|ing|ly)$/u.test(bare)) break;
    words.push(bare);
    if (bare !== word || /^(?:people|men|women|children|police|staff|troops)$/iu.test(bare)) break;
    if (/s$/u.test(bare) && !/(?:ss|us|is)$/u.test(bare) && words.length > 0 && /^\p{Ll}/u.test(bare)) break;
  }
  const singular = /^years?$/iu.test(after.slice(lead[0].length).split(/[^\p{L}]/u)[0]!)
    ? 'year'
    : words[0]?.toLowerCase().replace(/(?<!s)s$/u, '');
  if (!money && singular && UNITS.includes(singular)) return { unit: singular === 'feet' ? 'foot' : singular };
  return words.length > 0 ? { counts: words.join(' ') } : {};
}

/** "2,000 soldiers … each day", "£10 an hour", "60 per 100,000". */
function perIn(after: string): string | undefined {
  const match =
    /^[^.;!?]{0,70}?\b(?:each|per|every)\s+(?<period>second|minute|hour|day|night|week|month|year|head|person|household|capita|employee|pupil|patient)\b|^(?:\s+[\p{L}’'-]+){0,2}?\s+an?\s+(?<article>second|minute|hour|day|night|week|month|year|head|person|barrel|tonne|litre|share)\b/iu.exec(
      after,
    );
  return (match?.groups?.period ?? match?.groups?.article)?.toLowerCase();
}
