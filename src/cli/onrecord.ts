#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { aboutCommand } from './commands/about.ts';
import { addCommand } from './commands/add.ts';
import { alertsCommand } from './commands/alerts.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { coverageCommand } from './commands/coverage.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { feedsCommand } from './commands/feeds.ts';
import { importCommand } from './commands/import.ts';
import { jobsCommand } from './commands/jobs.ts';
import { listCommand } from './commands/list.ts';
import { matchCommand } from './commands/match.ts';
import { moveCommand } from './commands/move.ts';
import { peopleCommand } from './commands/people.ts';
import { positionsCommand } from './commands/positions.ts';
import { readCommand } from './commands/read.ts';
import { reextractCommand } from './commands/reextract.ts';
import { removeCommand } from './commands/remove.ts';
import { reviewCommand } from './commands/review.ts';
import { saidCommand } from './commands/said.ts';
import { searchCommand } from './commands/search.ts';
import { searchesCommand } from './commands/searches.ts';
import { serveCommand } from './commands/serve.ts';
import { setCommand } from './commands/set.ts';
import { showCommand } from './commands/show.ts';
import { speakersCommand } from './commands/speakers.ts';
import { topicCommand } from './commands/topic.ts';
import { utterancesCommand } from './commands/utterances.ts';
import { verifyCommand } from './commands/verify.ts';
import { versionsCommand } from './commands/versions.ts';
import { watchCommand } from './commands/watch.ts';
import { workCommand } from './commands/work.ts';
import { fail } from './failure.ts';

const program = new Command('onrecord')
  .description('Reads the news and keeps the record of who said what, when.')
  .version('0.1.0')
  .option(
    '--record <place>',
    'the record to use: a file, or postgres://… (default: $ONRECORD_DB, else ./onrecord.sqlite)',
  )
  .showHelpAfterError('(onrecord --help tells more)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nExit status: 0 done, 1 done with failures, 2 wrong usage.\nData goes to standard output, progress and notes to standard error.',
  );

for (const make of [
  addCommand,
  extractCommand,
  saidCommand,
  aboutCommand,
  searchCommand,
  verifyCommand,
  utterancesCommand,
  coverageCommand,
  positionsCommand,
  topicCommand,
  auditCommand,
  speakersCommand,
  peopleCommand,
  reviewCommand,
  reextractCommand,
  listCommand,
  showCommand,
  setCommand,
  removeCommand,
  exportCommand,
  serveCommand,
  backupCommand,
  moveCommand,
  versionsCommand,
  watchCommand,
  feedsCommand,
  searchesCommand,
  alertsCommand,
  workCommand,
  readCommand,
  matchCommand,
  importCommand,
  jobsCommand,
]) {
  program.addCommand(make().exitOverride());
}

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  fail(error, 'standard output');
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else fail(error);
}
