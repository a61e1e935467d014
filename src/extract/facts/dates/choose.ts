import { type DayTrees, scoreOf, softmax, type Trees } from '../../model/trees.ts';
import type { Dating, NamedDay, PrintedDate } from './dating.ts';
import { candidatesOf, nearestPlace } from './day-candidates.ts';
import { dayFeatures, FEATURES, featuresOf } from './day-features.ts';
import { AROUND_FEATURES, FirstReadings } from './first-readings.ts';

/** A day with its share, 0–1; nothing where most likely none of the days named is that of the statement. */
export interface ChosenDay {
  readonly day?: PrintedDate;
  readonly share: number;
}

/** The days that may be that of an attribution, and the features of each and of none. */
export interface DayQuestion {
  readonly candidates: readonly NamedDay[];
  readonly rows: readonly (readonly number[])[];
}

/** The features of the second reading, in the order of a row. */
export const SECOND_FEATURES = [...FEATURES, ...AROUND_FEATURES] as const;

/** The least share of a day: here as many are right of those told as are told of those that the labels have (F1 68.3, folds over `train`). */
const LEAST = 0.3;

/** The likeliest day of each attribution, as it is printed in its sentence or nearest before it. */
export function chooseDays(dating: Dating, trees: DayTrees): ChosenDay[] {
  const questions = secondQuestions(dating, firstQuestions(dating), trees.first);
  const shares = togetherInSentence(
    dating,
    questions.map(({ rows }) => sharesOf(rows, trees.second)),
  );
  return questions.map(({ candidates }, i) => {
    const own = shares[i]!;
    const best = candidates.reduce((best, _, at) => (own[at]! > own[best]! ? at : best), 0);
    const day = candidates[best];
    const share = day ? own[best]! : 0;
    if (!day || share < LEAST) return { share: Math.max(0.5, 1 - share) };
    return { day: nearestPlace(day, dating.places[i]!), share };
  });
}

/** What a sentence without a date reports was said on one day, such as a question and its answer: its shares are averaged. */
function togetherInSentence({ places, daysIn }: Dating, shares: readonly number[][]): number[][] {
  const bySentence = new Map<number, number[]>();
  for (const [i, place] of places.entries())
    if (daysIn[place]?.length === 0) bySentence.set(place, [...(bySentence.get(place) ?? []), i]);
  return shares.map((own, i) => {
    const together = (bySentence.get(places[i]!) ?? [i]).map((other) => shares[other]!);
    const alike = together.filter((other) => other.length === own.length);
    return own.map((_, at) => alike.reduce((sum, other) => sum + other[at]!, 0) / alike.length);
  });
}

/** What is asked of each attribution by itself. */
export function firstQuestions(dating: Dating): DayQuestion[] {
  const ofDays = new Map(dating.days.map((day) => [day, dayFeatures(dating, day)]));
  return dating.attributions.map((_, i) => {
    const candidates = candidatesOf(dating, i);
    return { candidates, rows: featuresOf(dating, i, candidates, ofDays) };
  });
}

/** What is asked of each again, with what trees think of those around it. */
export function secondQuestions(dating: Dating, questions: readonly DayQuestion[], first: Trees): DayQuestion[] {
  const readings = new FirstReadings(
    dating,
    questions.map(({ candidates, rows }) => ({ candidates, shares: sharesOf(rows, first) })),
  );
  return questions.map(({ candidates, rows }, i) => ({ candidates, rows: readings.rows(i, rows) }));
}

function sharesOf(rows: DayQuestion['rows'], trees: Trees): number[] {
  return softmax(rows.map((row) => scoreOf(trees, row)));
}
