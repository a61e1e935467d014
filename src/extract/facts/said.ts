import { compact, contains, type Document, overlap, type Range, type Said, spanOf } from '../../document/index.ts';
import { type Attribution, anchorOf, type SentenceContext } from '../attribution.ts';
import type { Trees } from '../model/trees.ts';
import type { Prepared } from '../text/prepared.ts';
import { carriedDate, type Dating } from './dates/carried.ts';
import { type DateExpression, findDates } from './dates/dates.ts';

/** When a statement was made, and how sure that is, 0–1. */
export interface ResolvedSaid {
  readonly said: Said;
  readonly confidence: number;
}

/**
 * When each attribution's content was said. The nearest date in the same sentence counts that stands in nobody's content,
 * with no other cue between; a date inside a content dates the content. "After … last month" gives a lower bound. Where the
 * sentence tells none, a learnt choice looks for the day in the sentences around it: that of the speech, hearing or news
 * conference that is being reported.
 *
 * @param speakers who says each, by name
 */
export function resolveSaid(
  prepared: Prepared,
  attributions: readonly Attribution[],
  surroundings: readonly SentenceContext[],
  speakers: readonly string[],
  trees: Trees,
): ResolvedSaid[] {
  const { document, sentences } = prepared;
  const dating = datingOf(prepared, attributions, surroundings, speakers);
  const carried: (DateExpression | undefined)[] = [];
  return attributions.map((attribution, index) => {
    const { sentence } = surroundings[index]!;
    const own = dating.own[index];
    if (own) {
      const found = dated(document, sentence!, own);
      carried.push(found.said.earliest ? own : undefined);
      return found;
    }
    if (isPerfect(document.text, attribution)) {
      carried.push(undefined);
      return undated(document.published);
    }
    const { expression, share } = carriedDate(trees, dating, index, carried);
    carried.push(expression);
    if (!expression) return undated(document.published, share);
    const holder = sentences.find((candidate) => contains(candidate, expression));
    const found = dated(document, holder ?? sentence!, expression);
    return { said: found.said, confidence: Math.min(found.confidence, share) };
  });
}

/** "has said", "have been clear": the present perfect goes with no day of the past (Klein 1992). */
function isPerfect(text: string, { cue: [cue] }: Attribution): boolean {
  return cue !== undefined && /^(?:has|have)\b/iu.test(text.slice(cue.start, cue.end));
}

/** The dates of a document's sentences, and which of them date the statements beside them. */
export function datingOf(
  { document, sentences }: Prepared,
  attributions: readonly Attribution[],
  surroundings: readonly SentenceContext[],
  speakers: readonly string[],
): Dating {
  const numbers = new Map(sentences.map((sentence, number) => [sentence, number]));
  const dates = sentences.map((sentence) => findDates(document.text, sentence, document.published));
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
  const { text } = document;
  const past = dates.map((some) => some.filter((date) => !isPossessive(text, date) && !isAhead(text, date)));
  return { document, sentences, dates: past, attributions, places, speakers, own, isNested };
}

function undated(published: string | undefined, confidence = 0.9): ResolvedSaid {
  if (published === undefined) return { said: { basis: 'unknown' }, confidence };
  return { said: { latest: published.slice(0, 10), basis: 'published' }, confidence };
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
