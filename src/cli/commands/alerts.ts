import { Command, Option } from 'commander';
import { type Alert, getSearch, listAlerts, type OpenRecord, resendAlerts } from '../../record/index.ts';
import { interrupted } from '../interrupt.ts';
import { wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface Options {
  readonly format: 'text' | 'json' | 'atom' | 'jsonfeed';
  readonly dead?: boolean;
  readonly resend?: string;
  readonly send?: boolean;
  readonly allowPrivate?: boolean;
}

/** `onrecord alerts [SEARCH]` */
export function alertsCommand(): Command {
  const command = new Command('alerts')
    .description('what saved searches have found, newest first, and why')
    .argument('[search]', 'the id or name of one; without it, all')
    .addOption(
      new Option('--format <format>', 'how it is printed')
        .choices(['text', 'json', 'atom', 'jsonfeed'])
        .default('text'),
    )
    .option('--dead', 'those alone that could not be delivered to their webhooks')
    .option('--resend <alert>', 'have an undelivered one sent again; "all" for all of them')
    .option('--send', 'send what is due now (onrecord watch and serve do so by themselves)')
    .option('--allow-private', 'webhooks may be of a private network')
    .action(async (words: string | undefined, options: Options) => {
      await withRecord(command, async (record) => {
        if (options.resend !== undefined) {
          const count = await resendAlerts(record, options.resend === 'all' ? undefined : options.resend);
          process.stderr.write(`${count} ${count === 1 ? 'is' : 'are'} sent again\n`);
        } else if (options.send) await send(record, options.allowPrivate ?? false);
        else await show(record, words, options);
      });
    });
  return command;
}

async function send(record: OpenRecord, allowPrivate: boolean): Promise<void> {
  const { deliverAlerts } = await import('../../pipeline/alerts/deliver.ts');
  const stop = interrupted('Finishing what is being sent');
  try {
    const sent = await deliverAlerts(record, {
      allowPrivate,
      onDelivery: ({ id, webhook }, problem) => {
        if (problem !== undefined) {
          process.stderr.write(`onrecord: ${id} to ${webhook}: ${problem}\n`);
          process.exitCode = 1;
        }
      },
    });
    process.stderr.write(`${sent} sent\n`);
  } finally {
    stop.end();
  }
}

async function show(record: OpenRecord, words: string | undefined, { format, dead }: Options): Promise<void> {
  const search = words === undefined ? undefined : await getSearch(record, words);
  const alerts = await listAlerts(record, {
    ...(search ? { search: search.id } : {}),
    ...(dead ? { delivery: 'dead' as const } : {}),
  });
  if (format === 'json') return await writeJson(alerts);
  if (format !== 'text') {
    const { alertsAsAtom, alertsAsJsonFeed } = await import('../../export/index.ts');
    const all = search ?? { id: 'all', name: 'all alerts', created: new Date(0).toISOString() };
    return await write([`${await (format === 'atom' ? alertsAsAtom : alertsAsJsonFeed)(all, alerts)}\n`]);
  }
  if (alerts.length === 0) return await write([dead ? 'Nothing lies undelivered.\n' : 'No search has fired yet.\n']);
  await write(alerts.map(lines));
}

function lines({ id, fired, why, statement, delivery, attempts, problem }: Alert): string {
  const { text, start, end } = why.passage;
  const sent =
    delivery === 'none'
      ? ''
      : `\n    webhook: ${delivery}${problem ? `, ${problem}` : ''}${attempts > 1 ? ` (${attempts} tries)` : ''}`;
  return `${fired.slice(0, 16).replace('T', ' ')}  ${why.reason}  ${id}\n${wrap(`${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, '    ', '    ')}\n${
    why.before ? `${wrap(why.before, '      ', '    before: ')}\n` : ''
  }    — ${[why.outlet, why.title, why.published?.slice(0, 10), statement].filter(Boolean).join(' · ')}${sent}\n\n`;
}
