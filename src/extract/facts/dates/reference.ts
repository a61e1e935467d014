import { isDate, OnrecordError } from '../../../document/index.ts';
import { RELEASE_WORDS } from '../../../language/english/datelines.ts';
import { alternation } from '../../../language/words.ts';
import { iso } from './calendar.ts';
import type { Context } from './rule.ts';
import { STATED } from './stated.ts';

/** The day that a document's relative dates count from, and how it is known. */
export interface Reference {
  /** `YYYY-MM-DD`; missing where nothing says when the document was made public. */
  readonly day?: string;
  readonly basis: 'published' | 'dateline' | 'none';
}

/** Lines at the beginning of a text, and letters of each, in which its date is looked for. */
const FIRST_LINES = 12;
const LONGEST = 240;

const WEEKDAY = '(?:\\p{L}{3,6}day|\\p{L}{3,5}\\.),?';
const CLOCK = ',?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d\\d(?:\\s*[ap]\\.?m\\.?)?(?:\\s*\\p{Lu}{2,4})?';
/** What may stand before a date that is alone in its line: nothing, a weekday, or "For immediate release:". */
const ALONE_BEFORE = new RegExp(`^[\\s([]*(?:${alternation(RELEASE_WORDS)}[\\s:,–—-]+){0,5}(?:${WEEKDAY}\\s+)?$`, 'iu');
const ALONE_AFTER = new RegExp(`^(?:${CLOCK})?[\\s.)\\]]*$`, 'u');
/** "SAN DIEGO, ", "PARIS (", "Washington, D.C., Tuesday " */
const PLACE_BEFORE = new RegExp(
  `^\\s*(?:\\p{Lu}[\\p{L}.'’-]{0,24}[\\s,]+){1,6}(?:(?:--?|–|—)\\s*)?(?:\\([\\p{L}\\s]{2,20}\\)\\s*(?:--?|–|—)\\s*)?[\\s(]*(?:${WEEKDAY}\\s+)?$`,
  'u',
);
/** The dash, or the agency, that ends a dateline. */
const DASH_AFTER = /^\s*\)?,?\s*(?:[/(]\s*\p{L}[\p{L}\s]{1,20}[/)]\s*)?(?:--?|–|—|:)(?:\s|$)/u;

/** The full dates have years, so that nothing but themselves is needed to read them. */
const NOTHING: Context = {
  reference: undefined,
  told: () => undefined,
  ahead: false,
  back: false,
  around: '',
  order: () => undefined,
};

/**
 * The day that a document's relative dates count from: that of its publication, as its own offset tells it, else the full date that is
 * printed alone in one of its first lines ("FOR IMMEDIATE RELEASE March 3, 2021", "Tuesday 4 March 2025") or as a dateline ("SAN
 * DIEGO, June 10, 2026 – …"). A date within a sentence is none.
 *
 * @throws OnrecordError `wrong-usage` if `published` is not a date
 */
export function referenceOf({ text, published }: { readonly text: string; readonly published?: string }): Reference {
  if (published !== undefined) return { day: dayAsWritten(published), basis: 'published' };
  for (const line of firstLines(text)) {
    const day = dayOfLine(line);
    if (day !== undefined) return { day, basis: 'dateline' };
  }
  return { basis: 'none' };
}

/**
 * The day of an instant in a time zone. Without a zone, or where the instant has no offset, it is the day as written.
 *
 * @param published `YYYY-MM-DD`, or an instant with its offset
 * @param timezone IANA name, such as `Europe/London`
 * @throws OnrecordError `wrong-usage` if one of them is not what it should be
 */
export function localDay(published: string, timezone?: string): string {
  const written = dayAsWritten(published);
  if (timezone === undefined) return written;
  const format = formatIn(timezone);
  if (published === written || !/(?:Z|[+-]\d\d:?\d\d)$/u.test(published)) return written;
  const instant = new Date(published.replace(/([+-]\d\d)(\d\d)$/u, '$1:$2'));
  if (Number.isNaN(instant.getTime())) throw notADate(published);
  return format.format(instant);
}

function dayAsWritten(published: string): string {
  if (typeof published !== 'string' || !isDate(published)) throw notADate(published);
  return published.slice(0, 10);
}

function notADate(published: unknown): OnrecordError {
  return new OnrecordError(
    'wrong-usage',
    `published ${published} is not a date; write it as 2024-12-19 or 2024-12-19T08:15:00Z`,
  );
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  } catch (cause) {
    throw new OnrecordError('wrong-usage', `timezone ${timeZone} is not known; write it as America/New_York`, {
      cause,
    });
  }
}

function firstLines(text: string): string[] {
  return text
    .slice(0, FIRST_LINES * LONGEST * 2)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, FIRST_LINES)
    .map((line) => line.slice(0, LONGEST));
}

function dayOfLine(line: string): string | undefined {
  for (const { hint, pattern, meaning } of STATED.days) {
    if (!hint.test(line)) continue;
    for (const match of line.matchAll(pattern)) {
      const { from, to } = meaning(match.groups ?? {}, NOTHING) ?? {};
      if (from === undefined || from !== to) continue;
      const before = line.slice(0, match.index);
      const after = line.slice(match.index + match[0].length);
      const alone = ALONE_BEFORE.test(before) && ALONE_AFTER.test(after);
      if (alone || (PLACE_BEFORE.test(before) && DASH_AFTER.test(after))) return iso(from);
    }
  }
  return undefined;
}
