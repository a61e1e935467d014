import type { Command } from 'commander';
import { OnrecordError } from '../document/index.ts';
import type { Bounds } from '../pipeline/bounded/bounded.ts';

/** The value of `--limit` as the command line gives it. */
export interface LimitOption {
  readonly limit?: string;
}

/** Adds the option that says how long one document may take. */
export function withLimit(command: Command): Command {
  return command.option(
    '--limit <seconds>',
    'processor time after which a document is given up: for reading it, and for extracting each 500,000 characters (default: 120)',
  );
}

/** The bounds that the options set. Throws `wrong-usage` for a number of seconds that is none. */
export function boundsOf({ limit }: LimitOption): Bounds {
  if (limit === undefined) return {};
  const seconds = Number(limit);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new OnrecordError('wrong-usage', `--limit ${limit} is not a number of seconds from 1 to 86400`);
  return { limit: seconds };
}
