import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** Adds the option that says who decides. */
export function withAuthor(command: Command): Command {
  return command.option(
    '--author <name>',
    'who says so (default: $ONRECORD_AUTHOR, else the name you are logged in by)',
  );
}

/** Who says so. */
export function authorOf({ author }: { readonly author?: string }): string {
  if (author) return author;
  if (process.env.ONRECORD_AUTHOR) return process.env.ONRECORD_AUTHOR;
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
