import type { Command } from 'commander';
import { type DocumentDetails, OnrecordError } from '../document/index.ts';

/** Adds the options that say what a document does not say of itself. */
export function withDetails(command: Command): Command {
  return command
    .option('--published <date>', 'publication date, YYYY-MM-DD')
    .option('--outlet <name>', 'who published it')
    .option('--title <title>', 'its title')
    .option('--byline <names>', 'its authors')
    .option('--url <address>', 'its address');
}

/** The details among a command's options. Throws `wrong-usage` for a date that is none. */
export function detailsOf(options: DocumentDetails): DocumentDetails {
  const { published, outlet, title, byline, url } = options;
  if (published !== undefined && !isDate(published)) {
    throw new OnrecordError('wrong-usage', `--published ${published} is no date; write it as 2024-12-19`);
  }
  return Object.fromEntries(
    Object.entries({ published, outlet, title, byline, url }).filter(([, value]) => value !== undefined),
  );
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/u.test(value)) return false;
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** A date option that may be a day, a month or a year. Throws `wrong-usage` for anything else. */
export function partialDate(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(value)) {
    throw new OnrecordError('wrong-usage', `--${name} ${value} is no date; write it as 2024, 2024-12 or 2024-12-19`);
  }
  return value;
}

/** The days from the beginning of one date to the end of another; each may be a day, a month or a year. Throws `wrong-usage`. */
export function intervalOf(from: string, until = from): { earliest: string; latest: string } {
  const [first, last] = [partialDate('date', from)!, partialDate('until', until)!];
  const month = (date: string) =>
    new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  const earliest = first.length === 4 ? `${first}-01-01` : first.length === 7 ? `${first}-01` : first;
  const latest = last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-${month(last)}` : last;
  if (earliest > latest) throw new OnrecordError('wrong-usage', `${from} is after ${until}`);
  return { earliest, latest };
}
