import { contains, type Document, overlap, type Range, RangeIndex } from '../../../document/index.ts';
import { type Attribution, anchorOf, type SentenceContext } from '../../attribution.ts';
import type { Prepared } from '../../text/prepared.ts';
import type { Sentence } from '../../text/sentences.ts';
import { type DateExpression, findDates } from './dates.ts';
import { referenceOf } from './reference.ts';

/** One place where a day is printed. */
export interface PrintedDate {
  readonly expression: DateExpression;
  /** The number of the sentence. */
  readonly sentence: number;
}

/** A day, month or year that a document names. */
export interface NamedDay {
  readonly earliest: string;
  readonly latest: string;
  /** How many days the document names before it. */
  readonly number: number;
  /** Every place where it is printed, in the order of the text. */
  readonly printed: readonly PrintedDate[];
  /** The attributions that it stands nearest to (see `own`), by their numbers, in order; of each speaker, too. */
  readonly dates: readonly number[];
  readonly datesOf: ReadonlyMap<string, readonly number[]>;
}

/** What is known of the statements of a document before their days are chosen. */
export interface Dating {
  readonly document: Document;
  /** The day that relative dates count from, that of publication: `YYYY-MM-DD`. */
  readonly today: string | undefined;
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly Attribution[];
  /** The number of each attribution's sentence; -1 where it has none. */
  readonly places: readonly number[];
  /** Who says each, by name. */
  readonly speakers: readonly string[];
  /** The nearest date in each one's own sentence that stands in nobody's content, with no other cue between. */
  readonly own: readonly (DateExpression | undefined)[];
  readonly isNested: readonly boolean[];
  readonly days: readonly NamedDay[];
  /** The days that each sentence names. */
  readonly daysIn: readonly (readonly NamedDay[])[];
  /** The attributions of each speaker, by their numbers. */
  readonly bySpeaker: ReadonlyMap<string, readonly number[]>;
  /** The numbers of the attributions that have a date of their own; how many each speaker has. */
  readonly dated: readonly number[];
  readonly datedOf: ReadonlyMap<string, number>;
  /** The days that date most statements, wherever they stand; all of them where there are few. */
  readonly busiest: readonly NamedDay[];
  /** The attributions that have a part near a place. */
  readonly partsNear: RangeIndex<Attribution>;
}

/** Days of which all are considered for every statement, and how many of more. */
const FEW = 10;
const BUSIEST = 3;

/** The days that a document names, and what its statements have to do with them. */
export function datingOf(
  { document, sentences }: Prepared,
  attributions: readonly Attribution[],
  surroundings: readonly SentenceContext[],
  speakers: readonly string[],
): Dating {
  const numbers = new Map(sentences.map((sentence, number) => [sentence, number]));
  const { day: today } = referenceOf(document);
  const dates = sentences.map((sentence) => findDates(document.text, sentence, today));
  const isNested = attributions.map((attribution, i) => {
    const anchor = anchorOf(attribution);
    return surroundings[i]!.attributions.some(
      (other) => other !== attribution && other.content.some((run) => contains(run, anchor)),
    );
  });
  const places = surroundings.map(({ sentence }) => (sentence ? numbers.get(sentence)! : -1));
  const own = attributions.map((attribution, i) => {
    if (places[i]! < 0 || attribution.cue.length === 0 || isNested[i]) return undefined;
    return nearest(document.text, surroundings[i]!.attributions, attribution, attribution.cue[0]!, dates[places[i]!]!);
  });
  const days = daysOf(document.text, today, dates, own, speakers);
  const daysIn: NamedDay[][] = sentences.map(() => []);
  for (const day of days)
    for (const sentence of new Set(day.printed.map((one) => one.sentence))) daysIn[sentence]!.push(day);
  const bySpeaker = new Map<string, number[]>();
  for (const [i, name] of speakers.entries()) put(bySpeaker, name, i);
  const dated = [...own.keys()].filter((i) => own[i]);
  const datedOf = new Map<string, number>();
  for (const i of dated) datedOf.set(speakers[i]!, (datedOf.get(speakers[i]!) ?? 0) + 1);
  return {
    document,
    today,
    sentences,
    attributions,
    places,
    speakers,
    own,
    isNested,
    days,
    daysIn,
    bySpeaker,
    dated,
    datedOf,
    busiest: days.length > FEW ? days.toSorted((a, b) => b.dates.length - a.dates.length).slice(0, BUSIEST) : days,
    partsNear: new RangeIndex(attributions, ({ content, cue, source }) => [...content, ...cue, ...source]),
  };
}

/** A day while its places are gathered. */
interface OpenDay extends NamedDay {
  readonly printed: PrintedDate[];
  readonly dates: number[];
  readonly datesOf: Map<string, number[]>;
}

/** The days of the past among the dates of each sentence. */
function daysOf(
  text: string,
  today: string | undefined,
  dates: readonly (readonly DateExpression[])[],
  own: Dating['own'],
  speakers: readonly string[],
): NamedDay[] {
  const days = new Map<string, OpenDay>();
  for (const [sentence, expressions] of dates.entries())
    for (const expression of expressions) {
      const { earliest, latest } = expression;
      if (!earliest || !latest || (today && earliest > today) || isAhead(text, expression)) continue;
      const key = keyOf(expression)!;
      const day: OpenDay = days.get(key) ?? {
        earliest,
        latest,
        number: days.size,
        printed: [],
        dates: [],
        datesOf: new Map(),
      };
      day.printed.push({ expression, sentence });
      days.set(key, day);
    }
  for (const [i, date] of own.entries()) {
    const day = date && days.get(keyOf(date) ?? '');
    if (!day) continue;
    day.dates.push(i);
    put(day.datesOf, speakers[i]!, i);
  }
  return [...days.values()];
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** The index of the first value that passes, of values that all pass from there on; their number where none does. */
export function firstIndex<Value>(values: readonly Value[], passes: (value: Value) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What two expressions of one day have in common; nothing where an expression could not be read. */
export function keyOf({ earliest, latest }: Pick<DateExpression, 'earliest' | 'latest'>): string | undefined {
  return earliest && latest ? `${earliest} ${latest}` : undefined;
}

/** The nearest date to the anchor that may date the attribution. */
function nearest(
  text: string,
  attributions: readonly Attribution[],
  attribution: Attribution,
  anchor: Range,
  dates: readonly DateExpression[],
): DateExpression | undefined {
  const contents = attributions.flatMap(({ content }) => content);
  const otherCues = attributions.flatMap((other) => (other === attribution ? [] : other.cue));
  const candidates = dates.filter(
    (date) =>
      ![...contents, ...attribution.source].some((run) => overlap(run, date) > 0) &&
      !isPossessive(text, date) &&
      !isAhead(text, date) &&
      !otherCues.some((cue) => between(cue, date, anchor)),
  );
  return candidates.sort((a, b) => gapOf(a, anchor) - gapOf(b, anchor))[0];
}

/** "Monday’s vote", but not "at Monday’s vote". */
export function isPossessive(text: string, { start, end }: Range): boolean {
  return (
    /^['’]s\b/u.test(text.slice(end, end + 3)) &&
    !/\b(?:at|in|during|on|after|following)\s+$/iu.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** "ahead of Monday", "until Monday": a day that had not come. */
function isAhead(text: string, { start }: Range): boolean {
  return /\b(?:ahead of|before|until|by|next|for|due)\s+$/iu.test(text.slice(Math.max(0, start - 12), start));
}

/** "after the storm last month", "since March": what came after a date, where `date` stands in `sentence`. */
export function isAfter(text: string, sentence: Range, date: Range): boolean {
  const clause = text.slice(sentence.start, date.start).split(/[,;:]/u).at(-1)!;
  return /\b(?:after|since|following)\b/iu.test(clause);
}

/** Whether a cue stands between two places. */
export function between(cue: Range, a: Range, b: Range): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  return cue.start >= from && cue.end <= to;
}

/** The letters between two places; negative where they overlap. */
export function gapOf(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end);
}
