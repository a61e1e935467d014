import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** Adds the `--author` option. */
export function withAuthor(command: Command): Command {
  return command.option(
    '--author <name>',
    'your name, kept with what you decide (default: $ONRECORD_AUTHOR, else your login name)',
  );
}

/** The name under which decisions are stored: `--author`, `$ONRECORD_AUTHOR`, or the login name. */
export function authorOf({ author }: { readonly author?: string }): string {
  if (author) return author;
  if (process.env.ONRECORD_AUTHOR) return process.env.ONRECORD_AUTHOR;
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
