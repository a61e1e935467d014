import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import { toCsv, toJsonLines } from '../../export/index.ts';
import { findStatements } from '../../record/index.ts';
import { partialDate } from '../details.ts';
import { write } from '../print.ts';
import { withRecord } from '../record.ts';

interface ExportOptions {
  readonly format: string;
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
}

/** `onrecord export` */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('statements as CSV or JSON Lines, every row and every column of what the filters leave')
    .option('--format <format>', 'csv or jsonl', 'csv')
    .option('--speaker <name>', 'only by this speaker')
    .option('--about <words>', 'only statements whose content holds these words')
    .option('--since <date>', 'only what may have been said on or after this day (month, year)')
    .option('--until <date>', 'only what may have been said on or before this day (month, year)')
    .option('--outlet <name>', 'only as printed by this outlet');
  return command.action(async ({ format, since, until, ...filter }: ExportOptions) => {
    if (format !== 'csv' && format !== 'jsonl')
      throw new OnrecordError('wrong-usage', `--format ${format} is not known; use csv or jsonl`);
    const from = partialDate('since', since);
    const to = partialDate('until', until);
    await withRecord(command, async (record) => {
      const statements = await findStatements(record, {
        ...filter,
        ...(from ? { since: from } : {}),
        ...(to ? { until: to } : {}),
      });
      await write(format === 'csv' ? toCsv(statements) : toJsonLines(statements));
    });
  });
}
