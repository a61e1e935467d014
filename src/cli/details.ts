import type { Command } from 'commander';
import { type DocumentDetails, isDate, isPartialDate, OnrecordError } from '../document/index.ts';

/** Adds the options for details that a document does not give itself. */
export function withDetails(command: Command): Command {
  return command
    .option('--published <date>', 'publication date, YYYY-MM-DD')
    .option('--outlet <name>', 'who published it')
    .option('--title <title>', 'its title')
    .option('--byline <names>', 'its authors')
    .option('--url <address>', 'its address');
}

/** Adds the option for statements of what somebody is said to think. */
export function withThoughts(command: Command): Command {
  return command.option(
    '--thoughts',
    'also what somebody is said to believe, want, plan or fear, not only what is said',
  );
}

/**
 * The document details among a command's options, without those that were not given.
 *
 * @throws OnrecordError `wrong-usage` if `--published` is not a date
 */
export function detailsOf(options: DocumentDetails): DocumentDetails {
  const { published, outlet, title, byline, url } = options;
  if (published !== undefined && !isDate(published)) {
    throw new OnrecordError('wrong-usage', `--published ${published} is not a date; write it as 2024-12-19`);
  }
  return Object.fromEntries(
    Object.entries({ published, outlet, title, byline, url }).filter(([, value]) => value !== undefined),
  );
}

/**
 * Checks the value of a date option, which may be a day, a month or a year.
 *
 * @returns the value as it was given
 * @throws OnrecordError `wrong-usage` if it is not a date
 */
export function partialDate(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !isPartialDate(value)) {
    throw new OnrecordError('wrong-usage', `--${name} ${value} is not a date; write it as 2024, 2024-12 or 2024-12-19`);
  }
  return value;
}
