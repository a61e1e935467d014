import { overlap, type Range } from '../../../document/index.ts';
import { AHEAD_OF, OTHER_TIMES } from '../../../language/english/calendar.ts';
import { OCCASIONS } from '../../../language/english/occasions.ts';
import { alternation } from '../../../language/words.ts';
import { anchorOf } from '../../attribution.ts';
import { parseDay } from './calendar.ts';
import {
  between,
  type Dating,
  firstIndex,
  gapOf,
  isAfter,
  isPossessive,
  keyOf,
  type NamedDay,
  type PrintedDate,
} from './dating.ts';

/** The most days that are considered for a statement. */
const MOST = 10;
/** Sentences before a statement, and after it, in which its day is looked for. */
const BEFORE = 60;
const AFTER = 12;
/** Sentences after a statement from which on a day counts only if it dates a statement. */
const SOON = 2;
const NONE = -1;

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

/** Words that set a saying apart from the occasion that is reported. */
const APART = new RegExp(`\\b${alternation(AHEAD_OF)}\\s+(?:his|her|its|their|the)\\b`, 'iu');

/** The words of an attribution's sentence that nobody says. */
function besideContent({ document, sentences, places, attributions }: Dating, index: number): string {
  const sentence = sentences[places[index]!];
  if (!sentence) return '';
  const runs = attributions[index]!.content.filter((run) => overlap(run, sentence) > 0);
  const starts = [sentence.start, ...runs.map(({ end }) => end)];
  const ends = [...runs.map(({ start }) => start), sentence.end];
  return starts.map((start, i) => document.text.slice(start, Math.max(start, ends[i]!))).join(' ');
}

/** A clause that tells of somebody or something before it: "who was elected in 2018". */
const RELATIVE = /\b(?:who|whose|whom|which|that|where|when)\b/iu;

/** The days that may be that of the attribution at an index, the nearest first. */
export function candidatesOf(dating: Dating, index: number): NamedDay[] {
  const { places, busiest, daysIn, own } = dating;
  const place = places[index]!;
  if (place < 0) return [];
  // "told the Gazette ahead of his visit": not on the day of the visit.
  if (APART.test(besideContent(dating, index))) return [...daysIn[place]!];
  const ownKey = own[index] && keyOf(own[index]);
  const near = daysIn.slice(Math.max(0, place - BEFORE), place + AFTER + 1).flat();
  return [...new Set([...near, ...busiest])]
    .map((day) => ({ day, far: keyOf(day) === ownKey ? -1 : distance(day, place) }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.far - b.far || a.day.number - b.day.number)
    .slice(0, MOST)
    .map(({ day }) => day);
}

/** How far a day is from a sentence, in sentences: those before are near, and days that date statements. */
function distance(day: NamedDay, place: number): number {
  const before = lastBefore(day, place);
  const after = firstAfter(day, place);
  const ahead = after ? after.sentence - place : Number.POSITIVE_INFINITY;
  if (!before && ahead > SOON && day.dates.length === 0) return Number.POSITIVE_INFINITY;
  return (
    Math.min(before ? place - before.sentence : Number.POSITIVE_INFINITY, 2 * ahead + 1) - Math.min(3, day.dates.length)
  );
}

/** The place of a day that is nearest to a sentence: in it, before it, or else after it. */
export function nearestPlace(day: NamedDay, place: number): PrintedDate {
  return lastBefore(day, place) ?? day.printed[0]!;
}

function lastBefore({ printed }: NamedDay, place: number): PrintedDate | undefined {
  return printed[firstIndex(printed, ({ sentence }) => sentence > place) - 1];
}

function firstAfter({ printed }: NamedDay, place: number): PrintedDate | undefined {
  return printed[firstIndex(printed, ({ sentence }) => sentence > place)];
}

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
  const cue = printed(text, attribution.cue[0]);
  const source = printed(text, attribution.source[0]);
  const bySpeaker = dating.bySpeaker.get(speakers[index]!)!;
  const datedBefore = firstIndex(dated, (i) => i >= index);
  return [
    index,
    places[index]! / Math.max(1, sentences.length),
    days.length,
    /^["“‘'«]/u.test(text.slice(attribution.content[0]!.start, attribution.content[0]!.start + 1)) ? 1 : 0,
    cue === '' ? 0 : 1,
    source === '' ? 0 : 1,
    /^(?:he|she|they|it|who)$/iu.test(source) ? 1 : 0,
    /^(?:has|have)\b/iu.test(cue) ? 1 : 0,
    /(?:s|ing)$/u.test(cue) && !/\bwas\b/u.test(cue) ? 1 : 0,
    /^had\b/iu.test(cue) ? 1 : 0,
    isNested[index] ? 1 : 0,
    attribution.class === 'thought' ? 1 : 0,
    bySpeaker.length,
    dating.datedOf.get(speakers[index]!) ?? 0,
    datedBefore,
    dated.length - datedBefore - (own[index] ? 1 : 0),
    today === undefined ? 0 : 1,
    daysIn[places[index]!]?.length ?? 0,
    ANOTHER_TIME.test(besideContent(dating, index)) ? 1 : 0,
  ];
}

/** The numbers about a day, whichever the statement. */
export function dayFeatures({ document, today, sentences }: Dating, day: NamedDay): number[] {
  const { text } = document;
  const [first] = day.printed;
  const word = printed(text, first!.expression);
  const published = today === undefined ? undefined : parseDay(today);
  const from = parseDay(day.earliest);
  return [
    0,
    published === undefined ? NONE : Math.max(-30, Math.min(800, published - from)),
    Math.min(800, parseDay(day.latest) - from),
    first!.expression.basis === 'stated' ? 1 : 0,
    /\p{L}day\b/u.test(word) ? 1 : 0,
    /^(?:today|tonight|this (?:morning|afternoon|evening))$/iu.test(word) ? 1 : 0,
    first!.sentence,
    day.printed.length,
    day.dates.length,
    day.datesOf.size,
    day.number,
    day.printed.slice(0, 20).some(({ sentence }) => OCCASION.test(printed(text, sentences[sentence]))) ? 1 : 0,
  ];
}

function sharedFeatures(dating: Dating, index: number, day: NamedDay): number[] {
  const { document, sentences, attributions, places, speakers, own, dated } = dating;
  const { text } = document;
  const attribution = attributions[index]!;
  const anchor = anchorOf(attribution);
  const place = places[index]!;
  const { expression, sentence } = nearestPlace(day, place);
  const isHere = sentence === place;
  const holder = sentences[sentence]!;
  const isOwn = own[index] !== undefined && keyOf(own[index]) === keyOf(day);
  const others = dating.partsNear.near(expression).filter((other) => other !== attribution);
  const betweenIn = isHere ? dating.partsNear.near(spanning(expression, anchor)) : [];
  const before = lastBefore(day, place);
  const after = firstAfter(day, place);
  const bySpeaker = day.datesOf.get(speakers[index]!) ?? [];
  const speakerBefore = bySpeaker[firstIndex(bySpeaker, (i) => i >= index) - 1];
  const speakerAfter = bySpeaker[firstIndex(bySpeaker, (i) => i > index)];
  const isOtherwise = own[index] !== undefined && !isOwn;
  const lastDated = dated[firstIndex(dated, (i) => i >= index) - 1];
  const nextDated = dated[firstIndex(dated, (i) => i > index)];
  const isThis = (i: number | undefined) => (i !== undefined && keyOf(own[i]!) === keyOf(day) ? 1 : 0);
  const beside = printed(text, holder);
  const surname = speakers[index]!.split(' ').at(-1)!;
  const source = printed(text, attribution.source[0]).toLowerCase();
  return [
    isOwn ? 1 : 0,
    isHere ? Math.min(300, gapOf(expression, anchor)) : NONE,
    isHere ? (expression.start >= anchor.start ? 1 : 0) : NONE,
    isHere
      ? betweenIn.some((other) => other !== attribution && other.cue.some((run) => between(run, expression, anchor)))
        ? 1
        : 0
      : NONE,
    isHere ? [...printed(text, spanning(expression, anchor)).matchAll(/[,;–—(]/gu)].length : NONE,
    RELATIVE.test(
      text
        .slice(holder.start, expression.start)
        .split(/[,;–—(]/u)
        .at(-1)!,
    )
      ? 1
      : 0,
    attribution.content.some((run) => overlap(run, expression) > 0) ? 1 : 0,
    attribution.source.some((run) => overlap(run, expression) > 0) ? 1 : 0,
    others.some(({ content }) => content.some((run) => overlap(run, expression) > 0)) ? 1 : 0,
    isPossessive(text, expression) ? 1 : 0,
    /\bon\s+$/iu.test(text.slice(Math.max(0, expression.start - 5), expression.start)) ? 1 : 0,
    isAfter(text, holder, expression) ? 1 : 0,
    expression.start - holder.start < 12 ? 1 : 0,
    before ? place - before.sentence : NONE,
    before ? sentences[place]!.block - sentences[before.sentence]!.block : NONE,
    after ? Math.min(30, after.sentence - place) : NONE,
    before ? daysBetween(dating, day, before.sentence, place) : NONE,
    speakerBefore === undefined ? NONE : index - speakerBefore,
    speakerAfter === undefined ? NONE : speakerAfter - index,
    (dating.datedOf.get(speakers[index]!) ?? 0) - bySpeaker.length - (isOtherwise ? 1 : 0),
    isThis(lastDated),
    lastDated === undefined ? NONE : index - lastDated,
    isThis(nextDated),
    surname.length > 1 && beside.includes(surname) ? 1 : 0,
    source === ''
      ? NONE
      : source.split(/\W+/u).filter((word) => word.length > 3 && beside.toLowerCase().includes(word)).length,
    index > 0 && speakers[index - 1] === speakers[index] ? 1 : 0,
  ];
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
