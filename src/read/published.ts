import * as chrono from 'chrono-node/en';

/** Letters in which a date is looked for: no line that prints one is longer. */
const LONGEST = 200;

/**
 * A publication date as printed or tagged → `YYYY-MM-DD`, with `THH:MM:SS` and zone kept where the source gives
 * them in ISO form. Undefined when no day can be read, or one outside 1800 to 2100.
 */
export function parsePublished(printed: string): string | undefined {
  const words = printed.trim().slice(0, LONGEST);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/u.exec(words);
  if (iso)
    return plausible(iso[2] ? `${iso[1]}T${iso[2].length === 5 ? `${iso[2]}:00` : iso[2]}${iso[3] ?? ''}` : iso[1]!);
  const compact = /^((?:18|19|20)\d{2})(\d{2})(\d{2})(?:\D|$)/u.exec(words);
  if (compact) return plausible(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const british = /\b\d{1,2}\/\d{1,2}\/\d{4}\b/u.test(words) && Number(words.match(/\b(\d{1,2})\//u)![1]) > 12;
  const result = (british ? chrono.GB : chrono.casual).parse(words, { instant: new Date(0), timezone: 0 })[0];
  const { start } = result ?? {};
  if (!start?.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) return undefined;
  const pad = (value: number | null, width = 2) => String(value).padStart(width, '0');
  return plausible(`${pad(start.get('year'), 4)}-${pad(start.get('month'))}-${pad(start.get('day'))}`);
}

function plausible(date: string): string | undefined {
  const time = Date.parse(date.slice(0, 10));
  const year = Number(date.slice(0, 4));
  return Number.isNaN(time) || year < 1800 || year > 2100 ? undefined : date;
}
