import { contains, type Document, overlap } from '../../../document/index.ts';
import { type Attribution, anchorOf } from '../../attribution.ts';
import { scoreOf, softmax, type Trees } from '../../model/trees.ts';
import type { Sentence } from '../../text/sentences.ts';
import { parseDay } from './calendar.ts';
import type { DateExpression } from './dates.ts';

/** A date that may be the day of a statement whose own sentence tells none. */
export interface CarriedDate {
  readonly expression: DateExpression;
  readonly sentence: number;
}

/** What is known of the statements of a document before their days are looked for. */
export interface Dating {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  /** The dates of each sentence. */
  readonly dates: readonly (readonly DateExpression[])[];
  readonly attributions: readonly Attribution[];
  /** The number of each attribution's sentence; -1 where it has none. */
  readonly places: readonly number[];
  /** Who says each, by name. */
  readonly speakers: readonly string[];
  /** The date in each one's own sentence that dates it, if there is one. */
  readonly own: readonly (DateExpression | undefined)[];
  readonly isNested: readonly boolean[];
}

/** Sentences before a statement, and after it, in which its day may stand. */
const BEFORE = 12;
const AFTER = 1;
/** The most dates that are considered, the nearest first. */
const MOST = 8;
/** The least share of a day: a wrong one is worse than none. */
const LEAST = 0.45;
const NONE = -1;

/** The features of a candidate, in the order of a row. */
export const CARRIED_FEATURES = [
  'is none',
  'sentences',
  'blocks',
  'days ago',
  'length in days',
  'stated',
  'dates a statement',
  'same speaker',
  'statements since',
  'carried before',
  'carried last',
  'in content',
  'after on',
  'possessive',
  'sentence of date',
  'statement beside',
  'speaker only here',
  'quoted',
  'has source',
  'pronoun',
  'present tense',
  'own dates later',
  'dates between',
  'statement number',
  'nested',
  'lead date',
  'weekday',
  'today',
  'dated so far',
  'said so far',
  'here unused',
  'perfect tense',
  'speaker of last date',
  'blocks since last',
] as const;

/** The dates near the attribution at an index. */
export function carriedCandidates({ dates, places }: Dating, index: number): CarriedDate[] {
  const place = places[index]!;
  if (place < 0) return [];
  const found: CarriedDate[] = [];
  for (let sentence = Math.min(dates.length - 1, place + AFTER); sentence >= Math.max(0, place - BEFORE); sentence--)
    for (const expression of dates[sentence]!) if (expression.earliest) found.push({ expression, sentence });
  if (dates[0] && place > BEFORE)
    for (const expression of dates[0]) if (expression.earliest) found.push({ expression, sentence: 0 });
  return found.sort((a, b) => Math.abs(a.sentence - place) - Math.abs(b.sentence - place)).slice(0, MOST);
}

/**
 * Numbers about each candidate and, last, about none of them.
 *
 * @param carried the days that were found for the attributions before: expressions, or nothing
 */
export function carriedFeatures(
  dating: Dating,
  index: number,
  candidates: readonly CarriedDate[],
  carried: readonly (DateExpression | undefined)[],
): number[][] {
  const { document, sentences, attributions, places, speakers, own, isNested, dates } = dating;
  const attribution = attributions[index]!;
  const place = places[index]!;
  const block = sentences[place]?.block ?? 0;
  const { text } = document;
  const published = document.published === undefined ? undefined : parseDay(document.published);
  const cue = attribution.cue[0] ? text.slice(attribution.cue[0].start, attribution.cue[0].end) : '';
  const source = attribution.source[0] ? text.slice(attribution.source[0].start, attribution.source[0].end) : '';
  const saidBefore = carried.slice(0, index);
  const lastIndex = saidBefore.findLastIndex((date) => date !== undefined);
  const lastDated = saidBefore[lastIndex];
  const shared = (isNone: boolean, row: readonly number[]) => [
    isNone ? 1 : 0,
    ...row.slice(0, 15),
    speakers.filter((name) => name === speakers[index]).length === 1 ? 1 : 0,
    /^["“‘'«]/u.test(text.slice(attribution.content[0]!.start)) ? 1 : 0,
    source === '' ? 0 : 1,
    /^(?:he|she|they|it|who)$/iu.test(source) ? 1 : 0,
    /(?:s|ing)$/u.test(cue) && !/\bwas\b/u.test(cue) ? 1 : 0,
    own.slice(index + 1).some((date) => date !== undefined) ? 1 : 0,
    row[15]!,
    index,
    isNested[index] ? 1 : 0,
    row[16]!,
    row[17]!,
    row[18]!,
    saidBefore.filter((date) => date !== undefined).length,
    index === 0 ? NONE : saidBefore.filter((date) => date !== undefined).length / index,
    row[19]!,
    /^(?:has|have|had)\b/iu.test(cue) ? 1 : 0,
    lastIndex < 0 ? NONE : speakers[lastIndex] === speakers[index] ? 1 : 0,
    lastIndex < 0 || places[lastIndex]! < 0 ? NONE : Math.min(20, block - sentences[places[lastIndex]!]!.block),
  ];
  const nothing = Array.from({ length: 20 }, () => NONE);
  const rows = candidates.map(({ expression, sentence }) => {
    const dated = attributions.findIndex((_, i) => own[i] === expression);
    const datedBefore = carried.findLastIndex((date, i) => i < index && isSameDay(date, expression));
    const { earliest, latest } = expression;
    const day = earliest === undefined ? undefined : parseDay(earliest);
    const lead = text.slice(Math.max(0, expression.start - 12), expression.start);
    const printed = text.slice(expression.start, expression.end);
    return shared(false, [
      place - sentence,
      block - (sentences[sentence]?.block ?? 0),
      published === undefined || day === undefined ? NONE : Math.max(-30, Math.min(400, published - day)),
      earliest && latest ? Math.min(400, parseDay(latest) - parseDay(earliest)) : NONE,
      expression.basis === 'stated' ? 1 : 0,
      dated < 0 ? 0 : 1,
      dated < 0 ? NONE : speakers[dated] === speakers[index] ? 1 : 0,
      dated < 0 ? NONE : Math.max(-5, Math.min(20, index - dated)),
      datedBefore < 0 ? 0 : Math.min(20, index - datedBefore),
      isSameDay(lastDated, expression) ? 1 : 0,
      attributions.some(({ content }) => content.some((run) => overlap(run, expression) > 0)) ? 1 : 0,
      /\bon\s+$/iu.test(lead) ? 1 : 0,
      /^['’]s\b/u.test(text.slice(expression.end, expression.end + 3)) ? 1 : 0,
      sentence,
      attributions.some((other, i) => places[i] === sentence && contains(sentences[sentence]!, anchorOf(other)))
        ? 1
        : 0,
      Math.min(20, dates.slice(Math.min(sentence, place) + 1, Math.max(sentence, place) + 1).flat().length),
      sentence === 0 ? 1 : 0,
      /day$/u.test(printed) ? 1 : 0,
      /^(?:today|tonight|this (?:morning|afternoon|evening))$/iu.test(printed) ? 1 : 0,
      datedBefore < 0 && dated < 0 ? 1 : 0,
    ]);
  });
  return [...rows, shared(true, nothing)];
}

/** The likeliest day of an attribution with its share; no expression where most likely none of the dates is. */
export function carriedDate(
  trees: Trees,
  dating: Dating,
  index: number,
  carried: readonly (DateExpression | undefined)[],
): { readonly expression?: DateExpression; readonly share: number } {
  const candidates = carriedCandidates(dating, index);
  const shares = softmax(carriedFeatures(dating, index, candidates, carried).map((row) => scoreOf(trees, row)));
  // Two expressions of one day count as one.
  const days = new Map<string, { expression: DateExpression; share: number }>();
  candidates.forEach(({ expression }, i) => {
    const key = `${expression.earliest} ${expression.latest}`;
    const known = days.get(key);
    days.set(key, { expression: known?.expression ?? expression, share: (known?.share ?? 0) + shares[i]! });
  });
  const [best] = [...days.values()].sort((a, b) => b.share - a.share);
  return best && best.share >= LEAST ? best : { share: best ? Math.max(0.5, 1 - best.share) : shares.at(-1)! };
}

function isSameDay(one: DateExpression | undefined, other: DateExpression): boolean {
  return one !== undefined && one.earliest === other.earliest && one.latest === other.latest;
}
