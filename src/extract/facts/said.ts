import { compact, type Range, type Said, spanOf } from '../../document/index.ts';
import type { Attribution, SentenceContext } from '../attribution.ts';
import type { DayTrees } from '../model/trees.ts';
import type { Prepared } from '../text/prepared.ts';
import { chooseDays } from './dates/choose.ts';
import type { DateExpression } from './dates/dates.ts';
import { datingOf, isAfter, keyOf } from './dates/dating.ts';

/** When a statement was made, and how sure that is, 0–1. */
export interface ResolvedSaid {
  readonly said: Said;
  readonly confidence: number;
}

/**
 * When each attribution's content was said: the day that a learnt choice takes among all that the document names, be it in the
 * statement's own sentence or that of the speech, hearing or news conference that is being reported. "After … last month"
 * gives a lower bound. A relative date of a document without a day of publication is kept in its words.
 *
 * @param speakers who says each, by name
 */
export function resolveSaid(
  prepared: Prepared,
  attributions: readonly Attribution[],
  surroundings: readonly SentenceContext[],
  speakers: readonly string[],
  trees: DayTrees,
): ResolvedSaid[] {
  const { document, sentences } = prepared;
  const dating = datingOf(prepared, attributions, surroundings, speakers);
  const { today } = dating;
  const chosen = chooseDays(dating, trees);
  return attributions.map((_, index) => {
    const own = dating.own[index];
    const { day, share } = chosen[index]!;
    if (!day) {
      if (own && !keyOf(own)) return dated(document.text, today, surroundings[index]!.sentence!, own, UNREAD);
      return undated(today, share);
    }
    return dated(document.text, today, sentences[day.sentence]!, day.expression, share);
  });
}

/** How sure a date is that could not be read: "today", where the day of publication is not known. */
const UNREAD = 0.85;

function undated(today: string | undefined, confidence: number): ResolvedSaid {
  if (today === undefined) return { said: { basis: 'unknown' }, confidence };
  return { said: { latest: today, basis: 'published' }, confidence };
}

function dated(
  text: string,
  today: string | undefined,
  sentence: Range,
  date: DateExpression,
  confidence: number,
): ResolvedSaid {
  const expression = spanOf(text, date.start, date.end);
  if (isAfter(text, sentence, date)) {
    const said: Said = {
      ...compact({ earliest: date.earliest, latest: today }),
      expression,
      ...compact({ timex: date.timex }),
      basis: date.basis,
    };
    return { said, confidence: Math.min(0.7, confidence) };
  }
  const { earliest, timex } = date;
  const latest = today && date.latest && date.latest > today ? today : date.latest;
  const said: Said = {
    ...compact({ earliest, latest }),
    expression,
    ...compact({ timex }),
    basis: date.basis,
  };
  return { said, confidence };
}
