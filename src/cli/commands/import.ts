import { Command } from 'commander';
import type { DocumentDetails, Extraction } from '../../document/index.ts';
import { OnrecordError } from '../../document/index.ts';
import { type OpenRecord, recordError } from '../../record/index.ts';
import { progress } from '../adding/progress.ts';
import { newTally, note, summary } from '../adding/tally.ts';
import { completedRecord } from '../compared.ts';
import { fail } from '../failure.ts';
import { interrupted } from '../interrupt.ts';
import { withRecord } from '../record.ts';

interface Options {
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly speaker?: string;
  readonly quiet?: boolean;
}

/** `onrecord import DIR` */
export function importCommand(): Command {
  const command = new Command('import')
    .description('take documents that were extracted on a cluster (scale/spark/extract.py) into the record')
    .argument('<path...>', 'folders of Parquet, or files of it')
    .option('--since <date>', 'published since')
    .option('--until <date>', 'published until')
    .option('--outlet <name>', 'of this outlet')
    .option('--speaker <name>', 'in which somebody of this name speaks')
    .option('-q, --quiet', 'no progress, no summary')
    .action(async (paths: string[], options: Options) => {
      await withRecord(command, (record) => importAll(record, paths, options), { make: true });
    });
  return command;
}

async function importAll(record: OpenRecord, paths: readonly string[], options: Options): Promise<void> {
  const [{ extractedRows, parquetFiles }, { importDocument }] = await Promise.all([
    import('../../read/archive/extracted.ts'),
    import('../../pipeline/import.ts'),
  ]);
  const tally = newTally();
  const bar = progress(undefined, !options.quiet);
  const stop = interrupted('Finishing the document at hand');
  let done = 0;
  for (const path of paths) {
    try {
      const files = await parquetFiles(path);
      if (files.length === 0) throw new OnrecordError('missing', 'there is no Parquet in it');
      for (const file of files)
        for await (const { answer, ...row } of extractedRows(file)) {
          if (stop.signal.aborted) break;
          const { statements, figures = [], names = [] } = JSON.parse(answer) as Partial<Extraction>;
          if (!statements || !isWanted(row, statements, options)) continue;
          const details = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
          const added = await importDocument(record, {
            ...(details as DocumentDetails),
            id: row.id,
            text: row.text,
            extraction: { statements, figures, names },
          });
          note(tally, { ...added, language: row.language ?? 'en', statements: statements.length });
          bar.step(++done, tally.statements);
        }
    } catch (cause) {
      fail(recordError(cause, record.place), path);
      tally.failed++;
    }
  }
  bar.end();
  await completedRecord(record, () => stop.signal.aborted);
  stop.end();
  if (!options.quiet) process.stderr.write(`${summary(tally)}\n`);
  if (stop.signal.aborted) process.exitCode = 130;
}

function isWanted(
  { published, outlet }: { readonly published: string | null; readonly outlet: string | null },
  statements: Extraction['statements'],
  { since, until, outlet: wanted, speaker }: Options,
): boolean {
  return (
    (since === undefined || (published ?? '') >= since) &&
    (until === undefined || (published !== null && published <= `${until}~`)) &&
    (wanted === undefined || outlet?.toLowerCase() === wanted.toLowerCase()) &&
    (speaker === undefined ||
      statements.some(({ speaker: { name } }) => ` ${name.toLowerCase()} `.includes(` ${speaker.toLowerCase()} `)))
  );
}
