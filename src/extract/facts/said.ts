import { compact, contains, type Document, overlap, type Range, type Said, spanOf } from '../../document/index.ts';
import type { Attribution, SentenceContext } from '../attribution.ts';
import type { Sentence } from '../text/sentences.ts';
import { type DateExpression, findDates } from './dates/dates.ts';

/** When a statement was made, and how sure that is, 0–1. */
export interface ResolvedSaid {
  readonly said: Said;
  readonly confidence: number;
}

/**
 * When each attribution's content was said. The nearest date in the same sentence counts that stands in nobody's content,
 * with no other cue between; a date inside a content dates the content. "After … last month" gives a lower bound.
 */
export function resolveSaid(
  document: Document,
  attributions: readonly Attribution[],
  surroundings: readonly SentenceContext[],
): ResolvedSaid[] {
  const dates = new Map<Sentence, DateExpression[]>();
  return attributions.map((attribution, i) => {
    const { sentence, attributions: near } = surroundings[i]!;
    const anchor = attribution.cue[0] ?? attribution.content[0]!;
    const nested = near.some((other) => other !== attribution && other.content.some((run) => contains(run, anchor)));
    if (!sentence || attribution.cue.length === 0 || nested) return undated(document.published);
    const found = dates.get(sentence) ?? findDates(document.text, sentence, document.published);
    dates.set(sentence, found);
    const date = nearest(document.text, near, attribution, anchor, found);
    return date ? dated(document, sentence, date) : undated(document.published);
  });
}

function undated(published: string | undefined): ResolvedSaid {
  if (published === undefined) return { said: { basis: 'unknown' }, confidence: 1 };
  return { said: { latest: published.slice(0, 10), basis: 'published' }, confidence: 0.9 };
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
  return candidates.sort((a, b) => gap(a, anchor) - gap(b, anchor))[0];
}

/** "Monday’s vote", but not "at Monday’s vote". */
function isPossessive(text: string, { start, end }: Range): boolean {
  return (
    /^['’]s\b/u.test(text.slice(end, end + 3)) &&
    !/\b(?:at|in|during|on|after|following)\s+$/iu.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** "ahead of Monday", "until Monday": a day that had not come. */
function isAhead(text: string, { start }: Range): boolean {
  return /\b(?:ahead of|before|until|by|next|for|due)\s+$/iu.test(text.slice(Math.max(0, start - 12), start));
}

function between(cue: Range, a: Range, b: Range): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  return cue.start >= from && cue.end <= to;
}

function gap(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end);
}

function dated({ text, published }: Document, sentence: Range, date: DateExpression): ResolvedSaid {
  const expression = spanOf(text, date.start, date.end);
  const clause = text.slice(sentence.start, date.start).split(/[,;:]/u).at(-1)!;
  const today = published?.slice(0, 10);
  if (/\b(?:after|since|following)\b/iu.test(clause)) {
    const said: Said = {
      ...compact({ earliest: date.earliest, latest: today }),
      expression,
      ...compact({ timex: date.timex }),
      basis: date.basis,
    };
    return { said, confidence: 0.7 };
  }
  const { earliest, timex } = date;
  // What was said is past; what lies ahead is no date of the saying.
  if (today && earliest && earliest > today) return undated(published);
  const latest = today && date.latest && date.latest > today ? today : date.latest;
  const said: Said = {
    ...compact({ earliest, latest }),
    expression,
    ...compact({ timex }),
    basis: date.basis,
  };
  return { said, confidence: 0.85 };
}
