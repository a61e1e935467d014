import { MONTH_BEGINNINGS, TIME_ZONES } from '../language/english/calendar.ts';
import { HEAD_KEYS } from '../language/english/head-lines.ts';
import { OUTLET_ENDINGS } from '../language/english/outlets.ts';
import { alternation } from '../language/words.ts';
import type { ReadBlock } from './assemble.ts';
import { parsePublished } from './published.ts';

/** What the lines before an article's first paragraph tell. Filled in as lines are read. */
export interface HeadDetails {
  title?: string;
  byline?: string;
  outlet?: string;
  url?: string;
  published?: string;
}

/** A line of an article's head, and what it is. */
export interface HeadLine {
  readonly kind: 'title' | 'byline' | 'published' | 'outlet' | 'url';
  readonly value: string;
}

const KEYED = new RegExp(`^(${alternation(HEAD_KEYS)}):\\s*(\\S.*)$`, 'iu');

/** What a line before the first paragraph is, if it is a byline, a date or "Key: value"; undefined for all else. */
export function headLine(words: string, hasTitle: boolean): HeadLine | undefined {
  const keyed = KEYED.exec(words);
  if (keyed) return keyedLine(keyed[1]!.toLowerCase(), keyed[2]!);
  if (BYLINE.test(words) && isByline(words, hasTitle)) return bylineOf(words);
  const outlet = OUTLET_ENDINGS.test(words) && /^\p{Lu}/u.test(words) && words.split(/\s+/u).length <= 6;
  if (outlet && hasTitle) return { kind: 'outlet', value: words };
  const dated = words.replace(PLACE, '');
  if (isDateLine(dated)) return { kind: 'published', value: dated };
  return isByline(words, hasTitle) ? bylineOf(words) : undefined;
}

/** Whether a line is a byline or a date beyond doubt: a name alone is neither. */
export function isPlainHead(words: string): boolean {
  return BYLINE.test(words) || isDateLine(words.replace(PLACE, ''));
}

function bylineOf(words: string): HeadLine {
  return { kind: 'byline', value: words.replace(/^(?:by|from|written by)\s+/iu, '') };
}

function keyedLine(key: string, value: string): HeadLine {
  if (/^(?:title|headline)$/u.test(key)) return { kind: 'title', value };
  if (/^(?:by|author|byline)$/u.test(key)) return { kind: 'byline', value };
  if (/^(?:date|published)$/u.test(key)) return { kind: 'published', value };
  return { kind: /^(?:url|link)$/u.test(key) ? 'url' : 'outlet', value };
}

/** "MUMBAI, 21 October 2026": the place before the date of a line. */
const PLACE = /^\p{Lu}[\p{Lu} .'’-]{2,30},\s+(?=\p{Lu}\p{L}+\.?\s\d|\d{1,2}\s)/u;

const PUBLISHED_WORDS = /^(?:published|updated|posted|date)(?:\s+on)?:?\s*/iu;

const PARTS_OF_DATES = new RegExp(
  `\\p{L}{2,6}day,?|\\b${alternation(MONTH_BEGINNINGS)}\\p{L}*\\.?|[ap]\\.?m\\.?|\\b(?:${alternation(TIME_ZONES)}|z|t)\\b|[\\d\\s,:./+-]+`,
  'giu',
);

/** A line that is a date and little else: "19 December 2024", "Published: Dec. 19, 2024 10:05 GMT". */
function isDateLine(words: string): boolean {
  if (words.length >= 60 || words.split(/\s+/u).length > 9 || !/\d/u.test(words)) return false;
  if (/\b(?:said|will|was|is|the)\b/iu.test(words) || parsePublished(words.replace(PUBLISHED_WORDS, '')) === undefined)
    return false;
  const rest = words.replace(PUBLISHED_WORDS, '').replace(PARTS_OF_DATES, '');
  return rest.length < 4;
}

const BYLINE = /^(?:by|written by)\s+\p{Lu}(?!.*:$)/iu;

function isByline(words: string, hasTitle: boolean): boolean {
  if (BYLINE.test(words) && words.split(/\s+/u).length <= 14) return !/[.!?]$/u.test(words);
  if (!hasTitle || words.split(/\s+/u).length > 7) return false;
  return /^\p{Lu}[\p{L}.’'-]+(?:,?\s+(?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|and)){1,5}$/u.test(words);
}

/**
 * Notes a head line in `details` and adds its block.
 *
 * @param at where it is printed
 */
export function applyHead(
  head: HeadLine,
  words: string,
  details: HeadDetails,
  blocks: ReadBlock[],
  at: Pick<ReadBlock, 'page' | 'recognised'> = {},
): void {
  if (head.kind === 'published') {
    const published = parsePublished(head.value.replace(PUBLISHED_WORDS, ''));
    if (published) details.published ??= published;
    blocks.push({ kind: 'byline', text: words, ...at });
  } else if (head.kind === 'byline') {
    details.byline = details.byline ? `${details.byline}, ${head.value}` : head.value;
    blocks.push({ kind: 'byline', text: words, ...at });
  } else if (head.kind === 'title') {
    details.title ??= head.value;
    blocks.push({ kind: 'title', text: head.value, ...at });
  } else {
    details[head.kind] ??= head.value;
    if (head.kind === 'outlet') blocks.push({ kind: 'byline', text: words, ...at });
  }
}

/** "Petra Holm 19 December 2024", "By Petra Holm | Dec. 19, 2024": byline and date on one line, as two lines. */
export function splitHead(words: string): string[] {
  if (/^\p{L}+:\s/u.test(words)) return [words];
  const match =
    /^(.{3,60}?)(?:\s*[|·•,–—-])?\s+((?:\p{L}+day,?\s+)?(?:\d{1,2}\s+\p{Lu}\p{L}{2,8}\.?,?\s+\d{4}|\p{Lu}\p{L}{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d).{0,24})$/u.exec(
      words,
    );
  if (!match) return [words];
  const before = withoutPublished(match[1]!);
  return before === '' || before === before.toUpperCase() ? [words] : [before, match[2]!];
}

/** "Maren Coyle | Updated:" → "Maren Coyle". */
function withoutPublished(words: string): string {
  const at = words.search(/\b(?:published|updated|posted)(?:\s+on)?:?$/iu);
  if (at < 0) return words;
  return words
    .slice(0, at)
    .trimEnd()
    .replace(/[|·•,–—-]$/u, '')
    .trimEnd();
}
