import { contains, overlap, type Range, type Said, spanOf } from '../../document/index.ts';
import type { LabelledSpans, Prepared } from '../tagger.ts';
import { type DateExpression, findDates } from './dates.ts';

/** When a statement was made, and how sure that is, 0–1. */
export interface ResolvedSaid {
  readonly said: Said;
  readonly confidence: number;
}

/**
 * When each tag's content was said. The nearest date in the same sentence counts that stands in nobody's content,
 * with no other cue between; a date inside a content dates the content. "After … last month" gives a lower bound.
 */
export function resolveSaid(prepared: Prepared, tags: readonly LabelledSpans[]): ResolvedSaid[] {
  const { document, frames } = prepared;
  const dates = new Map<number, DateExpression[]>();
  return tags.map((tag) => {
    const anchor = tag.cue[0] ?? tag.content[0]!;
    const index = frames.findIndex((frame) => contains(frame, anchor));
    const frame = frames[index];
    const nested = tags.some((other) => other !== tag && other.content.some((run) => contains(run, anchor)));
    if (!frame || tag.cue.length === 0 || nested) return undated(document.published);
    if (!dates.has(index)) dates.set(index, findDates(document.text, frame, document.published));
    const date = nearest(prepared, tags, tag, anchor, dates.get(index)!);
    return date ? dated(prepared, frame, date) : undated(document.published);
  });
}

function undated(published: string | undefined): ResolvedSaid {
  if (published === undefined) return { said: { basis: 'unknown' }, confidence: 1 };
  return { said: { latest: published.slice(0, 10), basis: 'published' }, confidence: 0.9 };
}

function nearest(
  prepared: Prepared,
  tags: readonly LabelledSpans[],
  tag: LabelledSpans,
  anchor: Range,
  dates: readonly DateExpression[],
): DateExpression | undefined {
  const { text } = prepared.document;
  const free = dates.filter((date) => {
    if (tags.some((other) => other.content.some((run) => overlap(run, date) > 0))) return false;
    if (tag.source.some((run) => overlap(run, date) > 0)) return false;
    if (
      /^['’]s\b/u.test(text.slice(date.end)) &&
      !/\b(?:at|in|during|on|after|following)\s+$/iu.test(text.slice(0, date.start).slice(-12))
    )
      return false;
    if (/\b(?:ahead of|before|until|by|next|for|due)\s+$/iu.test(text.slice(Math.max(0, date.start - 12), date.start)))
      return false;
    return !tags.some((other) => other !== tag && other.cue.some((cue) => between(cue, date, anchor)));
  });
  return free.sort((a, b) => gap(a, anchor) - gap(b, anchor))[0];
}

function between(cue: Range, a: Range, b: Range): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  return cue.start >= from && cue.end <= to;
}

function gap(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end);
}

function dated(prepared: Prepared, frame: Range, date: DateExpression): ResolvedSaid {
  const { text, published } = prepared.document;
  const expression = spanOf(text, date.start, date.end);
  const lead = text.slice(frame.start, date.start);
  const today = published?.slice(0, 10);
  if (/\b(?:after|since|following)\b[^,;:]*$/iu.test(lead)) {
    const said: Said = {
      ...(date.earliest ? { earliest: date.earliest } : {}),
      ...(today ? { latest: today } : {}),
      expression,
      ...(date.timex ? { timex: date.timex } : {}),
      basis: date.basis,
    };
    return { said, confidence: 0.7 };
  }
  const { earliest, latest, timex } = date;
  const said: Said = {
    ...(earliest ? { earliest } : {}),
    ...(latest ? { latest } : {}),
    expression,
    ...(timex ? { timex } : {}),
    basis: date.basis,
  };
  return { said, confidence: 0.85 };
}
