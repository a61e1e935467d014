import { Command } from 'commander';
import { findUtterances, type Utterance } from '../../compare/index.ts';
import { OnrecordError } from '../../document/index.ts';
import { noteUncompared } from '../compared.ts';
import { partialDate } from '../details.ts';
import { dateWords, wrap, write } from '../print.ts';
import { withRecord } from '../record.ts';

interface UtterancesOptions {
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly atLeast: string;
  readonly json?: boolean;
}

/** `onrecord utterances` */
export function utterancesCommand(): Command {
  const command = new Command('utterances')
    .description(
      'things said once, each with all its reports: who printed it first, whole, clipped, altered or in other words',
    )
    .option('--speaker <name>', 'only by this speaker')
    .option('--about <words>', 'only where a report holds these words')
    .option('--since <date>', 'only what may have been said on or after this day (month, year)')
    .option('--until <date>', 'only what may have been said on or before this day (month, year)')
    .option('--at-least <number>', 'only those that so many documents report', '2')
    .option('--json', 'JSON, a line an utterance, instead of text');
  return command.action(async ({ speaker, about, atLeast, json, ...dates }: UtterancesOptions) => {
    const least = atLeastOf(atLeast);
    const since = partialDate('since', dates.since);
    const until = partialDate('until', dates.until);
    await withRecord(command, async (record) => {
      await noteUncompared(record);
      const filter = { speaker, about, since, until };
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      const utterances = (await findUtterances(record, given)).filter((one) => documentsOf(one) >= least);
      if (json) return write(utterances.map((utterance) => `${JSON.stringify(utterance)}\n`));
      await write(utterances.map((utterance) => `${utteranceLines(utterance)}\n`));
      const what = least > 1 ? ` that ${least} documents or more report` : '';
      process.stderr.write(`${utterances.length} ${utterances.length === 1 ? 'utterance' : 'utterances'}${what}\n`);
    });
  });
}

/** The number of `--at-least`. Throws `wrong-usage` for what is none. */
export function atLeastOf(value: string): number {
  const least = Number(value);
  if (!Number.isInteger(least) || least < 1)
    throw new OnrecordError('wrong-usage', `--at-least ${value} is no number from 1`);
  return least;
}

function documentsOf({ statements }: Utterance): number {
  return new Set(statements.map(({ document }) => document)).size;
}

function utteranceLines({ id, speaker, said, statements, fullest }: Utterance): string {
  const full = statements.find((report) => report.id === fullest)!;
  const reports = statements.map(({ id: report, outlet, document, published, version, text, kind }) => {
    const shown = report === fullest ? 'the fullest' : version;
    const words =
      report === fullest ? '' : `: ${kind === 'indirect' ? text : `“${text.replace(/^[“"]|[”"]$/gu, '')}”`}`;
    return wrap(
      `${shown} — ${outlet ?? document}${published ? `, ${published.slice(0, 10)}` : ''}${words}`,
      '      ',
      '    · ',
    );
  });
  return [`${dateWords(said)}  ${speaker || 'no source named'}  ${id}`, wrap(full.text, '    '), ...reports, ''].join(
    '\n',
  );
}
