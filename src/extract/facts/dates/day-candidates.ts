import { overlap } from '../../../document/index.ts';
import { AHEAD_OF } from '../../../language/english/calendar.ts';
import { alternation } from '../../../language/words.ts';
import { type Dating, firstIndex, keyOf, type NamedDay, type PrintedDate } from './dating.ts';

/** The most days that are considered for a statement. */
const MOST = 10;
/** Sentences before a statement, and after it, in which its day is looked for. */
export const BEFORE = 60;
const AFTER = 12;
/** Sentences after a statement from which on a day counts only if it dates a statement. */
const SOON = 2;
/** Words that set a saying apart from the occasion that is reported. */
const APART = new RegExp(`\\b${alternation(AHEAD_OF)}\\s+(?:his|her|its|their|the)\\b`, 'iu');

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

export function lastBefore({ printed }: NamedDay, place: number): PrintedDate | undefined {
  return printed[firstIndex(printed, ({ sentence }) => sentence > place) - 1];
}

export function firstAfter({ printed }: NamedDay, place: number): PrintedDate | undefined {
  return printed[firstIndex(printed, ({ sentence }) => sentence > place)];
}

/** The words of an attribution's sentence that nobody says. */
export function besideContent({ document, sentences, places, attributions }: Dating, index: number): string {
  const sentence = sentences[places[index]!];
  if (!sentence) return '';
  const runs = attributions[index]!.content.filter((run) => overlap(run, sentence) > 0);
  const starts = [sentence.start, ...runs.map(({ end }) => end)];
  const ends = [...runs.map(({ start }) => start), sentence.end];
  return starts.map((start, i) => document.text.slice(start, Math.max(start, ends[i]!))).join(' ');
}
