import { type Said, type Span, wordsOfDate } from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** A statement as people cite it. */
export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  /** The article's address with a text fragment that scrolls to the words (WICG, Scroll To Text Fragment); null if the address is unknown. */
  readonly link: string | null;
}

/** When something was said, in words: "on 18 December 2024", "between 1 and 30 November 2024", "by 19 December 2024". */
export function whenSaid({ earliest, latest, basis }: Pick<Said, 'earliest' | 'latest' | 'basis'>): string {
  if (earliest !== undefined && earliest === latest) return `on ${wordsOfDate(earliest)}`;
  if (earliest !== undefined && latest !== undefined) {
    const month = earliest.endsWith('-01') && isMonthsEnd(latest) && earliest.slice(0, 7) === latest.slice(0, 7);
    return month
      ? `in ${wordsOfDate(earliest.slice(0, 7))}`
      : `between ${wordsOfDate(earliest)} and ${wordsOfDate(latest)}`;
  }
  if (latest !== undefined) return `by ${wordsOfDate(latest)}`;
  if (earliest !== undefined) return `from ${wordsOfDate(earliest)} on`;
  return basis === 'unknown' ? 'at a time that is not known' : 'undated';
}

function isMonthsEnd(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

/** Cites a statement: as plain text, as Markdown, and as a link to the passage. */
export function citationOf({ content, kind, speaker, entity, said, document }: StoredStatement): Citation {
  const words = content.map((span) => span.text.replace(/\s+/gu, ' ')).join(' … ');
  const quoted = kind === 'direct' ? words : `[${kind}] ${words}`;
  const who = entity?.name ?? (speaker.name || 'No source named');
  const named = speaker.role ? `${who} (${speaker.role})` : who;
  const link = document.url === null ? null : withFragment(document.url, content);
  const title = document.title ?? 'Untitled';
  const where = [document.outlet, document.published && wordsOfDate(document.published.slice(0, 10))].filter(Boolean);
  const place = where.length > 0 ? `, ${where.join(', ')}` : '';
  return {
    plain: `${named}, ${whenSaid(said)}: ${quoted} — “${title}”${place}${document.url ? `, ${document.url}` : ''}`,
    markdown: `> ${escaped(quoted)}\n>\n> — ${escaped(named)}, ${whenSaid(said)}, in ${link ? `[${escaped(title)}](${link})` : `“${escaped(title)}”`}${escaped(place)}`,
    link,
  };
}

function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>]/gu, '\\$&');
}

/** A fragment of more words than this names only the first and the last `ENDS` of them. */
const LONG = 12;
const ENDS = 4;

function withFragment(url: string, content: readonly Span[]): string {
  const fragments = content.map(({ text }) => {
    const words = text.trim().split(/\s+/u);
    const parts = words.length <= LONG ? [words] : [words.slice(0, ENDS), words.slice(-ENDS)];
    return `text=${parts.map((part) => encoded(part.join(' '))).join(',')}`;
  });
  return `${url.split('#')[0]}#:~:${fragments.join('&')}`;
}

/** Encodes words for a text directive, in which dashes, commas and ampersands have a meaning. */
function encoded(words: string): string {
  return encodeURIComponent(words).replace(
    /[-!'()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
