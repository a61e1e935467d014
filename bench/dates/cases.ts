import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Range } from '../../src/document/index.ts';

/** A day or a span of days that an expression may mean; an end that is open is undefined. */
interface GoldDays {
  readonly timex: string;
  readonly from?: string;
  /** The day after the last, or the last: the cases write both. */
  readonly until?: string;
  /** Whether it is a part of a whole, as "early May" is of May. */
  readonly isPart: boolean;
}

/** An expression of a case. */
export interface GoldExpression extends Range {
  readonly type: string;
  readonly text: string;
  /** The readings, of which one must be met; none where the case gives no value. */
  readonly means: readonly GoldDays[];
}

/** A sentence of Recognizers-Text with the day that it counts from. */
export interface DateCase {
  readonly input: string;
  /** `YYYY-MM-DD` */
  readonly reference: string | undefined;
  readonly expressions: readonly GoldExpression[];
  readonly kind: string;
  /** Why cases of this kind say nothing about dates in news. */
  readonly leftOut?: string;
}

interface Written {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly TypeName?: string;
    readonly Start?: number;
    readonly End?: number;
    readonly Resolution?: { readonly values?: readonly Readonly<Record<string, string>>[] };
  }[];
}

/** The English cases of Recognizers-Text's model of dates and times (985), each with its kind. */
export function readDateCases(data: string): DateCase[] {
  const file = join(data, 'recognizers', 'DateTime', 'English', 'DateTimeModel.json');
  const written = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')) as Written[];
  return written.map(({ Input, Context, Results }) => {
    const expressions = Results.map((result): GoldExpression => {
      const start = result.Start ?? Math.max(0, Input.toLowerCase().indexOf(result.Text.toLowerCase()));
      const end = (result.End ?? start + result.Text.length - 1) + 1;
      const type = result.TypeName?.replace('datetimeV2.', '') ?? 'datetime';
      return { start, end, type, text: result.Text.toLowerCase(), means: daysOf(result) };
    });
    return {
      input: Input,
      reference: Context?.ReferenceDateTime?.slice(0, 10),
      expressions,
      ...kindOf(Input, expressions),
    };
  });
}

function daysOf({ Text, Resolution }: Written['Results'][number]): GoldDays[] {
  const isPart = PART.test(Text);
  return (Resolution?.values ?? [])
    .filter(({ value, start, end }) => value !== 'not resolved' && (value ?? start ?? end))
    .map(({ timex = '', value, start, end, Mod = '' }) => ({
      timex,
      isPart: isPart || /start|mid|end/u.test(Mod),
      ...(value || start ? { from: (value || start)!.slice(0, 10) } : {}),
      ...(value || end ? { until: (value || end)!.slice(0, 10) } : {}),
    }));
}

/** "from the middle of May to the end of June" */
const PART = /\b(?:early|late|mid|middle|beginning|start|end)\b/iu;

/** Types that are dates, or have one in them. */
const DATED = /^date(?:time)?(?:range)?$/u;

/** Kinds that are left out, by the type of what is annotated. */
const LEFT_OUT_TYPES: Readonly<Record<string, string>> = {
  duration: 'a length of time has no place in the calendar',
  set: 'what recurs has no place in the calendar',
  time: 'a time of day without a day',
  timerange: 'a time of day without a day',
  timezone: 'a time zone alone',
};

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const COUNT = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|forty|couple)';
const NUMERAL = 'hundred|thousand|twenty|thirty|forty|fifty|nineteen|thirteen|fourteen|fifteen';

/** Kinds that are left out, by how the expression is written: name, form, reason. The first that fits counts. */
const LEFT_OUT_FORMS: readonly (readonly [kind: string, form: RegExp, reason: string])[] = [
  ['minutes from now', /\b(?:minutes?|mins?|hours?|\d+h|hr)\b/u, 'counts from the minute of asking'],
  [
    'programs',
    /[=<>~@]|\b(?:greater|otd|eo[dmy]|[cs]y ?\d+|w\/c|tmrw|tonite|to date|till date|current date)\b/u,
    'shorthand of chats and programs',
  ],
  [
    'glued or turned round',
    new RegExp(
      `^\\d{8}$|^\\d{4} \\d\\d \\d\\d$|\\b${MONTH}\\d|\\d{4}[-/]\\d+[-/]${MONTH}$|${MONTH}-\\d{4}-\\d|\\d-\\d{4}-${MONTH}|^\\d{4} s$|${MONTH}/\\d(?!\\d{3})|\\d{4}[-/]${MONTH}|${MONTH}-\\d\\d?\\b(?!\\s*[,-] ?\\d)|${MONTH}-\\d\\d?-\\d{4}|^\\d{4}-\\d\\d?$|^\\d\\d?-\\d{4}$|(?:^|week )(?:mon|tue|wed|thu|fri|sat|sun)(?: at \\d+)?$`,
      'u',
    ),
    'a form that no newspaper prints',
  ],
  [
    'spoken numbers',
    new RegExp(
      `\\b(?:${NUMERAL})\\b|\\b(?:ninth|eleventh|seventeenth|eighteenth)\\b|\\b(?:first|seventh)$|${MONTH} first|p m$|a m$`,
      'u',
    ),
    'numbers in words, as dictated: print has figures',
  ],
  [
    'two figures for the year',
    new RegExp(`\\b\\d\\d? s\\b|^nineties|of \\d\\d$|\\b\\d+[./]\\d+[./]\\d\\d\\b(?!\\d)|${MONTH} first \\d\\d$`, 'u'),
    'the century is a guess of the program',
  ],
  [
    'month and day in figures',
    /(?<![\d/.-])\d{1,2}[./-]\d{1,2}(?!\d|[./-]\d|,? \d| ?[ap]m)|(?<![\d/.-])\d{1,2}\/\d{1,2}-|\d{1,2}[./-]\d{1,2}, \d{4}| \d\d\/\d\d /u,
    'news takes it for a score or a fraction',
  ],
  [
    'order by the culture set',
    /(?<!\d)(?!(\d\d?)[-/.]\1\b)(?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|1[0-2])[-/.]\d{4}/u,
    'the same figures are another day in another country',
  ],
  [
    'lengths that end or begin now',
    new RegExp(
      `\\b(?:next|last|past|previous|coming|upcoming|first|following|within|within next)\\s(?:the\\s)?${COUNT}\\s|^${COUNT} (?:next|past|last|upcoming|coming|previous)|^within |\\b${COUNT} (?:days?|weeks?) starting|^a (?:day|week) starting|^for (?:\\d)|next couple|\\bfortnight$(?<=(?:the|past|next) fortnight)`,
      'u',
    ),
    'TimeML calls it a length of time, and so do we',
  ],
  [
    'unit alone',
    /^(?:in )?(?:the )?(?:day|week|month|year|weekend|end of (?:the )?(?:day|week|month|year)|summer|winter)$/u,
    'news says “the week” of any week',
  ],
  ['that or the same week', /^(?:same|that) /u, 'depends on what was told, and has no value in the cases'],
  [
    'day of the month alone',
    /^(?:the |on the |around the |mon|tues?|wed|thu|fri|sat|sun)?[a-z]* ?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: at \d+| around \d+| \d+pm| this month| from.*| between.*)?$|\bday of\b|\bweek of the \d/u,
    'news prints the month',
  ],
  [
    'weekdays with a count',
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? (?:\d+|two|three)|\d+ \w+ .*on [a-z]+day$|from today on/u,
    'a form of appointments',
  ],
  ['numbered weeks', /\bweek \d|\b\dw\b/u, 'leagues and programmes number their own weeks'],
  ['feasts that differ', /independence day|freedom day|\beid\b/u, 'each country has its own, or the moon tells when'],
  [
    'named by others',
    /(?:school|fiscal|working|work)\s?(?:year|week)|business/u,
    'each company and school has its own',
  ],
];

function kindOf(input: string, expressions: readonly GoldExpression[]): Pick<DateCase, 'kind' | 'leftOut'> {
  const dated = expressions.filter(({ type }) => DATED.test(type));
  if (expressions.length === 0) return { kind: 'no date' };
  if (dated.length === 0) {
    const kind = expressions[0]!.type;
    return { kind, leftOut: LEFT_OUT_TYPES[kind] ?? 'no date' };
  }
  if (dated.some(({ start, end }) => /[-_]/u.test(`${input[start - 1]}${input[end]}`)))
    return { kind: 'in file names', leftOut: 'no text that anybody reads' };
  for (const [kind, form, reason] of LEFT_OUT_FORMS)
    if (dated.some(({ text }) => form.test(text))) return { kind, leftOut: reason };
  if (dated.every(({ means }) => means.length === 0)) return { kind: 'without a value', leftOut: 'nothing to compare' };
  return { kind: [...new Set(dated.map(({ type }) => type))].sort().join(' and ') };
}

/** Whether an expression of a case is a date, or has one in it. */
export function isDated({ type }: GoldExpression): boolean {
  return DATED.test(type);
}
