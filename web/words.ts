import type { Statement } from './api/types.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

/** "18 December 2024". */
export function dayWords(date: string, short = false): string {
  const time = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? date : (short ? SHORT : DAY).format(time);
}

/** An ISO time for people: "12 March 2025, 09:30". */
export function timeWords(time: string): string {
  const local = new Date(time);
  const clock = local.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${local.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}, ${clock}`;
}

/** When it was said: "18 Dec 2024", "November 2024", "1 Nov 2024 – 12 Nov 2024", "by 19 Dec 2024". */
export function saidWords({
  earliest,
  latest,
  basis,
}: Statement['said'] | { earliest?: string | undefined; latest?: string | undefined; basis: string }): string {
  if (earliest && latest) {
    if (earliest === latest) return dayWords(earliest, true);
    const next = new Date(Date.parse(`${latest}T00:00:00Z`) + 86_400_000);
    if (earliest.endsWith('-01') && next.getUTCDate() === 1 && earliest.slice(0, 7) === latest.slice(0, 7))
      return MONTH.format(Date.parse(`${earliest}T00:00:00Z`));
    if (earliest.endsWith('-01-01') && latest.endsWith('-12-31') && earliest.slice(0, 4) === latest.slice(0, 4))
      return earliest.slice(0, 4);
    return `${dayWords(earliest, true)} – ${dayWords(latest, true)}`;
  }
  if (latest) return `by ${dayWords(latest, true)}`;
  return earliest ? `from ${dayWords(earliest, true)}` : basis === 'unknown' ? 'unknown date' : 'undated';
}

/** The words of a statement's content, its spans joined by " … ". */
export function contentWords({ content }: Pick<Statement, 'content'>): string {
  return content.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' … ');
}

/** The speaker's name in the record; otherwise as the article gives it, or "Unknown speaker". */
export function speakerName({ entity, speaker }: Pick<Statement, 'entity' | 'speaker'>): string {
  return entity?.name ?? (speaker.name || 'Unknown speaker');
}

export function numberWords(value: number): string {
  return NUMBER.format(value);
}

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

export function percentWords(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** How text is told that a machine recognised in a picture. */
export function recognisedWords(confidence: number): string {
  return `recognised by machine, ${percentWords(confidence)} sure`;
}
