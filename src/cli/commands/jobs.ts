import { Command } from 'commander';
import type { JobListing, Queue } from '../../pipeline/queue/queue.ts';
import { write } from '../print.ts';
import { withRecord } from '../record.ts';

const KINDS = ['read', 'extract', 'compare', 'reextract'] as const;
const SHOWN = ['waiting', 'later', 'running', 'done', 'failed'] as const;

/** `onrecord jobs` */
export function jobsCommand(): Command {
  const command = new Command('jobs')
    .description('what waits, runs, is done and has failed in the queue of a record of Postgres, and why')
    .option('--retry <id...>', 'try failed jobs once more; "all" for all of them')
    .option('--json', 'print JSON')
    .action(async (options: { retry?: string[]; json?: boolean }) => {
      await withRecord(command, async (record) => {
        const { openQueue } = await import('../../pipeline/queue/queue.ts');
        const queue = await openQueue(record);
        try {
          if (options.retry) {
            const count = await queue.retry(options.retry.includes('all') ? undefined : options.retry);
            process.stderr.write(`${count} ${count === 1 ? 'job waits' : 'jobs wait'} again\n`);
          } else await show(queue, options.json ?? false);
        } finally {
          await queue.close();
        }
      });
    });
  return command;
}

async function show(queue: Queue, isJson: boolean): Promise<void> {
  const counts = await queue.counts();
  const [running, later, failed] = [
    await queue.list(['running']),
    await queue.list(['later']),
    await queue.list(['failed']),
  ];
  if (isJson) return await write([`${JSON.stringify({ counts, running, later, failed }, null, 2)}\n`]);
  const count = (kind: string, state: string) =>
    counts.filter((one) => one.kind === kind && one.state === state).reduce((sum, one) => sum + one.count, 0);
  await write([`${''.padEnd(10)}${SHOWN.map((state) => state.padStart(9)).join('')}\n`]);
  for (const kind of KINDS)
    await write([`${kind.padEnd(10)}${SHOWN.map((state) => String(count(kind, state)).padStart(9)).join('')}\n`]);
  await section('Running', running, ({ since }) => `since ${since.slice(0, 19)}`);
  await section('Tried again later', later, ({ reason }) => reason ?? '');
  await section('Failed', failed, ({ reason }) => reason ?? '');
}

async function section(title: string, jobs: readonly JobListing[], ending: (job: JobListing) => string): Promise<void> {
  if (jobs.length === 0) return;
  await write([
    `\n${title}\n`,
    ...jobs.map((job) => `  ${job.id.slice(0, 8)}  ${job.kind} ${job.about}: ${ending(job)}\n`),
  ]);
}
