import { Command } from 'commander';
import type { JobReport } from '../../pipeline/queue/worker.ts';
import { interrupted } from '../interrupt.ts';
import { withRecord } from '../record.ts';

/** `onrecord work` */
export function workCommand(): Command {
  const command = new Command('work')
    .description('take jobs from the queue of a record of Postgres: read, extract, compare')
    .option('--once', 'end when nothing waits')
    .option('--allow-private', 'addresses may be of a private network')
    .option('-q, --quiet', 'tell failures only')
    .addHelpText(
      'after',
      '\nRun as many as there are processors, on as many machines as you like. One that is killed loses nothing:\nanother takes its job up within seconds. Ctrl-C ends after the job at hand.',
    )
    .action(async (options: { once?: boolean; allowPrivate?: boolean; quiet?: boolean }) => {
      await withRecord(command, async (record) => {
        const [{ openQueue }, { work }] = await Promise.all([
          import('../../pipeline/queue/queue.ts'),
          import('../../pipeline/queue/worker.ts'),
        ]);
        const queue = await openQueue(record);
        const stop = interrupted('Finishing the job at hand');
        try {
          await work(queue, {
            once: options.once ?? false,
            allowPrivate: options.allowPrivate ?? false,
            signal: stop.signal,
            onJob: (report) => tell(report, options.quiet ?? false),
          });
        } finally {
          stop.end();
          await queue.close();
        }
      });
    });
  return command;
}

function tell({ kind, about, outcome, reason, milliseconds }: JobReport, isQuiet: boolean): void {
  const ending =
    outcome === 'done' ? `${milliseconds} ms` : outcome === 'again' ? `tried again later: ${reason}` : reason;
  if (!isQuiet || outcome !== 'done') process.stderr.write(`${kind} ${about}: ${ending}\n`);
}
