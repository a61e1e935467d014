import { Command } from 'commander';
import { compact } from '../../document/index.ts';
import { STATEMENT_FORMS, statementForm, toDossier } from '../../export/index.ts';
import { eachStatement, findStatements } from '../../record/index.ts';
import { partialDate, withThoughts } from '../details.ts';
import { write } from '../print.ts';
import { withRecord } from '../record.ts';

interface ExportOptions {
  readonly format: string;
  readonly title: string;
  readonly speaker?: string;
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly thoughts?: boolean;
}

/** `onrecord export` */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('export all statements that match the filters, in one of many formats')
    .option('--format <format>', `${Object.keys(STATEMENT_FORMS).join(', ')} or dossier`, 'csv')
    .option('--title <title>', 'the title of a dossier', 'Dossier')
    .option('--speaker <name>', 'only by this speaker')
    .option('--about <words>', 'only statements that contain these words')
    .option('--since <date>', 'only what may have been said on or after this day, month or year')
    .option('--until <date>', 'only what may have been said on or before this day, month or year')
    .option('--outlet <name>', 'only as printed by this outlet')
    .addHelpText('after', FORMS);
  return withThoughts(command).action(async ({ format, title, since, until, ...filter }: ExportOptions) => {
    const form = format === 'dossier' ? undefined : statementForm(format);
    const from = partialDate('since', since);
    const to = partialDate('until', until);
    const wanted = { ...filter, ...compact({ since: from, until: to }) };
    await withRecord(command, async (record) => {
      if (form) return write(form.write(record, eachStatement(record, wanted)));
      const statements = await findStatements(record, wanted);
      await write([await toDossier(record, statements, title, new Date().toISOString().slice(0, 10))]);
    });
  });
}

const FORMS = `
csv          for spreadsheets
jsonl        for programs: one statement per line
parquet      for analysis: DuckDB, pandas, R
jsonld       for the web of data: schema.org Quotation
annotations  for annotation tools: W3C Web Annotations
dossier      a page with sources, to send or print`;
