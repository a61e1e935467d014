import type { Command } from 'commander';
import { type DocumentDetails, isDate, isPartialDate, OnrecordError } from '../document/index.ts';

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

/** A date option that may be a day, a month or a year. Throws `wrong-usage` for anything else. */
export function partialDate(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isPartialDate(value)) {
    throw new OnrecordError('wrong-usage', `--${name} ${value} is no date; write it as 2024, 2024-12 or 2024-12-19`);
  }
  return value;
}
