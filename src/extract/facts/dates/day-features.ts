import { overlap, type Range } from '../../../document/index.ts';
import { OTHER_TIMES } from '../../../language/english/calendar.ts';
import { OCCASIONS } from '../../../language/english/occasions.ts';
import { alternation } from '../../../language/words.ts';
import { anchorOf } from '../../attribution.ts';
import { flag, NONE, rowMaker } from '../../model/feature-numbers.ts';
import { parseDay } from './calendar.ts';
import { between, type Dating, firstIndex, gapOf, isAfter, isPossessive, keyOf, type NamedDay } from './dating.ts';
import { BEFORE, besideContent, firstAfter, lastBefore, nearestPlace } from './day-candidates.ts';

/** What is asked of a statement, whichever its day. */
const STATEMENT_FEATURES = [
  'number',
  'share of text',
  'days named',
  'quoted',
  'has cue',
  'has source',
  'pronoun',
  'perfect tense',
  'present tense',
  'past perfect',
  'nested',
  'thought',
  'statements of speaker',
  'dated statements of speaker',
  'dated before',
  'dated after',
  'published known',
  'days in sentence',
  'another time',
] as const;

/** What is asked of a day, whichever the statement. */
const DAY_FEATURES = [
  'is none',
  'days ago',
  'length in days',
  'stated',
  'weekday',
  'today',
  'first sentence',
  'printed times',
  'dates statements',
  'dates speakers',
  'first of days',
  'of an occasion',
] as const;

/** What is asked of both. */
const SHARED_FEATURES = [
  'own',
  'letters away',
  'after the anchor',
  'cue between',
  'commas between',
  'relative clause',
  'in its content',
  'in its source',
  'in another content',
  'possessive',
  'after on',
  'comes after',
  'begins the sentence',
  'sentences before',
  'blocks before',
  'sentences after',
  'days between',
  'speaker dated before',
  'speaker dated after',
  'speaker dated otherwise',
  'last dated',
  'statements since',
  'next dated',
  'speaker named beside',
  'source words beside',
  'same speaker before',
] as const;

/** The features of a day for a statement, in the order of a row. */
export const FEATURES = [...STATEMENT_FEATURES, ...DAY_FEATURES, ...SHARED_FEATURES] as const;

const OCCASION = new RegExp(`\\b${alternation(OCCASIONS)}s?\\b`, 'u');

/** Words that tell of another time than that of the occasion: "told the Gazette ahead of his visit". */
const ANOTHER_TIME = new RegExp(`\\b${alternation(OTHER_TIMES)}\\b`, 'iu');

/** A clause that tells of somebody or something before it: "who was elected in 2018". */
const RELATIVE = /\b(?:who|whose|whom|which|that|where|when)\b/iu;

/**
 * A row of numbers for each candidate and, last, one for none of them.
 *
 * @param ofDays what `dayFeatures` tells of each day, found once a document
 */
export function featuresOf(
  dating: Dating,
  index: number,
  candidates: readonly NamedDay[],
  ofDays: ReadonlyMap<NamedDay, readonly number[]>,
): number[][] {
  const statement = statementFeatures(dating, index);
  const nothing = [1, ...Array.from({ length: DAY_FEATURES.length - 1 + SHARED_FEATURES.length }, () => NONE)];
  return [
    ...candidates.map((day) => [...statement, ...ofDays.get(day)!, ...sharedFeatures(dating, index, day)]),
    [...statement, ...nothing],
  ];
}

function statementFeatures(dating: Dating, index: number): number[] {
  const { document, sentences, attributions, places, speakers, own, isNested, days, daysIn, dated, today } = dating;
  const { text } = document;
  const attribution = attributions[index]!;
  const [first] = attribution.content;
  const cue = printed(text, attribution.cue[0]);
  const source = printed(text, attribution.source[0]);
  const place = places[index]!;
  const datedBefore = firstIndex(dated, (i) => i >= index);
  const values: Record<(typeof STATEMENT_FEATURES)[number], number> = {
    number: index,
    'share of text': place / Math.max(1, sentences.length),
    'days named': days.length,
    quoted: flag(/^["“‘'«]/u.test(text.slice(first!.start, first!.start + 1))),
    'has cue': flag(cue !== ''),
    'has source': flag(source !== ''),
    pronoun: flag(/^(?:he|she|they|it|who)$/iu.test(source)),
    'perfect tense': flag(/^(?:has|have)\b/iu.test(cue)),
    'present tense': flag(/(?:s|ing)$/u.test(cue) && !/\bwas\b/u.test(cue)),
    'past perfect': flag(/^had\b/iu.test(cue)),
    nested: flag(isNested[index]!),
    thought: flag(attribution.class === 'thought'),
    'statements of speaker': dating.bySpeaker.get(speakers[index]!)!.length,
    'dated statements of speaker': dating.datedOf.get(speakers[index]!) ?? 0,
    'dated before': datedBefore,
    'dated after': dated.length - datedBefore - flag(own[index] !== undefined),
    'published known': flag(today !== undefined),
    'days in sentence': daysIn[place]?.length ?? 0,
    'another time': flag(ANOTHER_TIME.test(besideContent(dating, index))),
  };
  return STATEMENT_FEATURES.map((name) => values[name]);
}

/** Days before publication beyond which a day is told no farther away. */
const LONG_AGO = 800;

/** The numbers about a day, whichever the statement. */
export function dayFeatures({ document, today, sentences }: Dating, day: NamedDay): number[] {
  const { text } = document;
  const { expression, sentence } = day.printed[0]!;
  const word = printed(text, expression);
  const from = parseDay(day.earliest);
  const isOfOccasion = day.printed
    .slice(0, 20)
    .some((place) => OCCASION.test(printed(text, sentences[place.sentence])));
  const values: Record<(typeof DAY_FEATURES)[number], number> = {
    'is none': 0,
    'days ago': today === undefined ? NONE : Math.max(-30, Math.min(LONG_AGO, parseDay(today) - from)),
    'length in days': Math.min(LONG_AGO, parseDay(day.latest) - from),
    stated: flag(expression.basis === 'stated'),
    weekday: flag(/\p{L}day\b/u.test(word)),
    today: flag(/^(?:today|tonight|this (?:morning|afternoon|evening))$/iu.test(word)),
    'first sentence': sentence,
    'printed times': day.printed.length,
    'dates statements': day.dates.length,
    'dates speakers': day.datesOf.size,
    'first of days': day.number,
    'of an occasion': flag(isOfOccasion),
  };
  return DAY_FEATURES.map((name) => values[name]);
}

const sharedRow = rowMaker(SHARED_FEATURES);

function sharedFeatures(dating: Dating, index: number, day: NamedDay): number[] {
  return sharedRow(
    inWords(dating, index, day),
    inPlace(dating, index, day),
    inOrder(dating, index, day),
    besideSpeaker(dating, index, day),
  );
}

/** How the words around the place of a day that is nearest to a statement have to do with it. */
function inWords(dating: Dating, index: number, day: NamedDay) {
  const { document, sentences, attributions, places, partsNear } = dating;
  const { text } = document;
  const attribution = attributions[index]!;
  const anchor = anchorOf(attribution);
  const { expression, sentence } = nearestPlace(day, places[index]!);
  const isHere = sentence === places[index];
  const holder = sentences[sentence]!;
  const others = (range: Range) => partsNear.near(range).filter((other) => other !== attribution);
  const isIn = (runs: readonly Range[]) => runs.some((run) => overlap(run, expression) > 0);
  const lead = text.slice(holder.start, expression.start);
  const span = spanning(expression, anchor);
  const isCueBetween = () => others(span).some(({ cue }) => cue.some((run) => between(run, expression, anchor)));
  return {
    'letters away': isHere ? Math.min(300, gapOf(expression, anchor)) : NONE,
    'after the anchor': isHere ? flag(expression.start >= anchor.start) : NONE,
    'cue between': isHere ? flag(isCueBetween()) : NONE,
    'commas between': isHere ? [...printed(text, span).matchAll(/[,;–—(]/gu)].length : NONE,
    'relative clause': flag(RELATIVE.test(lead.split(/[,;–—(]/u).at(-1)!)),
    'in its content': flag(isIn(attribution.content)),
    'in its source': flag(isIn(attribution.source)),
    'in another content': flag(others(expression).some(({ content }) => isIn(content))),
    possessive: flag(isPossessive(text, expression)),
    'after on': flag(/\bon\s+$/iu.test(text.slice(Math.max(0, expression.start - 5), expression.start))),
    'comes after': flag(isAfter(text, holder, expression)),
    'begins the sentence': flag(expression.start - holder.start < 12),
  };
}

/** How far away a day is named, in sentences and blocks. */
function inPlace(dating: Dating, index: number, day: NamedDay) {
  const { sentences } = dating;
  const place = dating.places[index]!;
  const before = lastBefore(day, place);
  const after = firstAfter(day, place);
  return {
    'sentences before': before ? place - before.sentence : NONE,
    'blocks before': before ? sentences[place]!.block - sentences[before.sentence]!.block : NONE,
    'sentences after': after ? Math.min(30, after.sentence - place) : NONE,
    'days between': before ? daysBetween(dating, day, before.sentence, place) : NONE,
  };
}

/** Which of the statements before and after have the day as their own. */
function inOrder({ own, dated, datedOf, speakers }: Dating, index: number, day: NamedDay) {
  const ownKey = own[index] && keyOf(own[index]);
  const isOwn = ownKey === keyOf(day);
  const bySpeaker = day.datesOf.get(speakers[index]!) ?? [];
  const speakerBefore = bySpeaker[firstIndex(bySpeaker, (i) => i >= index) - 1];
  const speakerAfter = bySpeaker[firstIndex(bySpeaker, (i) => i > index)];
  const last = dated[firstIndex(dated, (i) => i >= index) - 1];
  const next = dated[firstIndex(dated, (i) => i > index)];
  const isThis = (i: number | undefined) => flag(i !== undefined && keyOf(own[i]!) === keyOf(day));
  return {
    own: flag(isOwn),
    'speaker dated before': speakerBefore === undefined ? NONE : index - speakerBefore,
    'speaker dated after': speakerAfter === undefined ? NONE : speakerAfter - index,
    'speaker dated otherwise':
      (datedOf.get(speakers[index]!) ?? 0) - bySpeaker.length - flag(own[index] !== undefined && !isOwn),
    'last dated': isThis(last),
    'statements since': last === undefined ? NONE : index - last,
    'next dated': isThis(next),
    'same speaker before': flag(index > 0 && speakers[index - 1] === speakers[index]),
  };
}

/** Whether the speaker stands beside the day. */
function besideSpeaker({ document, sentences, attributions, places, speakers }: Dating, index: number, day: NamedDay) {
  const { text } = document;
  const beside = printed(text, sentences[nearestPlace(day, places[index]!).sentence]);
  const surname = speakers[index]!.split(' ').at(-1)!;
  const source = printed(text, attributions[index]!.source[0]).toLowerCase();
  const words = source.split(/\W+/u).filter((word) => word.length > 3);
  return {
    'speaker named beside': flag(surname.length > 1 && beside.includes(surname)),
    'source words beside': source === '' ? NONE : words.filter((word) => beside.toLowerCase().includes(word)).length,
  };
}

/** The other days that are named in the sentences after one and up to another. */
function daysBetween({ daysIn }: Dating, day: NamedDay, from: number, to: number): number {
  const between = new Set(daysIn.slice(Math.max(from + 1, to - BEFORE), to + 1).flat());
  between.delete(day);
  return between.size;
}

function spanning(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

function printed(text: string, range: Range | undefined): string {
  return range ? text.slice(range.start, range.end) : '';
}
