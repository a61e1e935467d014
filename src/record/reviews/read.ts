import { type QuoteSelector, SPEAKER_TYPES, STATEMENT_KINDS } from '../../document/index.ts';
import type { Review, ReviewKind, ReviewValue } from './apply.ts';
import { PAIR_MARKS } from './pairs.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the value of each kind of review must have. */
const HAS: Readonly<Record<ReviewKind, (value: ReviewValue) => boolean>> = {
  right: () => true,
  'not-a-statement': () => true,
  speaker: ({ speaker }) => speaker !== undefined,
  said: ({ said }) => said !== undefined,
  kind: ({ kind }) => kind !== undefined,
  extent: ({ content }) => content !== undefined && content.length > 0,
  added: ({ content }) => content !== undefined && content.length > 0,
  pair: ({ pair }) => pair !== undefined,
};

/** A review as a colleague's record gave it, from parsed JSON; undefined where it is none. */
export function readReview(value: unknown): Review | undefined {
  if (!isObject(value)) return undefined;
  const { id, document, kind, selector, value: said, author, made, undone = null } = value;
  const texts = [id, document, kind, author, made].every((field) => typeof field === 'string' && field !== '');
  if (!texts || !(undone === null || typeof undone === 'string')) return undefined;
  if (!Object.hasOwn(HAS, kind as string) || !isSelector(selector) || !isValue(said)) return undefined;
  if (!HAS[kind as ReviewKind](said)) return undefined;
  return { id, document, kind, selector, value: said, author, made, undone } as Review;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSelector(value: unknown): value is QuoteSelector {
  if (!isObject(value)) return false;
  const { exact, prefix, suffix, start } = value;
  return [exact, prefix, suffix].every((text) => typeof text === 'string') && Number.isInteger(start);
}

/** Whether each field that is there has the form that applying it relies on. */
function isValue(value: unknown): value is ReviewValue {
  if (!isObject(value)) return false;
  const { speaker, said, kind, content, pair, statement } = value;
  return (
    (speaker === undefined || isSpeaker(speaker)) &&
    (said === undefined || isInterval(said)) &&
    (kind === undefined || (STATEMENT_KINDS as readonly unknown[]).includes(kind)) &&
    (content === undefined || (Array.isArray(content) && content.every(isSelector))) &&
    (pair === undefined || isPair(pair)) &&
    (statement === undefined || isStatement(statement))
  );
}

function isSpeaker(value: unknown): boolean {
  return (
    isObject(value) && typeof value.name === 'string' && (SPEAKER_TYPES as readonly unknown[]).includes(value.type)
  );
}

function isInterval(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.earliest, value.latest].every(
      (day) => day === undefined || (typeof day === 'string' && /^\d{4}(?:-|$)/u.test(day)),
    )
  );
}

function isPair(value: unknown): boolean {
  return (
    isObject(value) &&
    (PAIR_MARKS as readonly unknown[]).includes(value.mark) &&
    isObject(value.later) &&
    typeof value.later.document === 'string' &&
    isSelector(value.later.selector)
  );
}

function isStatement(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.speaker) || !isObject(value.said) || !isObject(value.confidence))
    return false;
  const { id, kind, act, content, cue, source } = value;
  const spans = [content, cue, source].every(
    (run) =>
      Array.isArray(run) &&
      run.every((span) => isObject(span) && Number.isInteger(span.start) && typeof span.text === 'string'),
  );
  return spans && [id, kind, act, value.speaker.name, value.speaker.type].every((field) => typeof field === 'string');
}
