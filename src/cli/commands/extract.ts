import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { compact, type DocumentDetails, OnrecordError, type Statement } from '../../document/index.ts';
import { type Source, sourcesOf } from '../adding/sources.ts';
import { type ColumnsOption, withColumns } from '../columns.ts';
import { detailsOf, withDetails, withThoughts } from '../details.ts';
import { fail } from '../failure.ts';
import { checkRegular } from '../files.ts';
import { languageNotice, thinNotice } from '../language.ts';
import { boundsOf, type LimitOption, withLimit } from '../limit.ts';
import { type OcrOption, withOcr } from '../ocr.ts';
import { statementLines, write, writeJson } from '../print.ts';

interface ExtractOptions extends DocumentDetails, LimitOption, ColumnsOption, OcrOption {
  readonly format: string;
  readonly ndjson?: boolean;
  readonly threads: string;
  readonly minConfidence?: string;
  readonly thoughts?: boolean;
  readonly full?: boolean;
}

/** `onrecord extract FILE` and `onrecord extract --ndjson` */
export function extractCommand(): Command {
  const command = new Command('extract')
    .description('print the statements of one document, or filter documents in a pipe; no record is touched')
    .argument('[file]', 'a file, or - for standard input')
    .option('--format <format>', 'text or json', 'text')
    .option(
      '--ndjson',
      'a filter: a JSON line {"id","text","published"?,"title"?,"outlet"?} in, a line {"id","statements"} out, in order',
    )
    .option('--full', 'with --ndjson: thoughts, figures and names too, as onrecord import wants them')
    .option('--threads <number>', 'with --ndjson: how many documents are extracted at once', String(defaultThreads()))
    .option('--min-confidence <number>', 'leave out statements whose confidence is lower, 0 to 1');
  return withLimit(withOcr(withColumns(withDetails(withThoughts(command))))).action(
    async (file: string | undefined, options: ExtractOptions) => {
      const isWanted = wanted(options);
      if (options.ndjson) return filter(isWanted, options);
      if (file === undefined) throw new OnrecordError('wrong-usage', 'name a file, or use --ndjson to filter a stream');
      if (options.format !== 'text' && options.format !== 'json')
        throw new OnrecordError('wrong-usage', `--format ${options.format} is not known; use text or json`);
      try {
        await one(file, options, isWanted);
      } catch (error) {
        if (error instanceof OnrecordError && error.code === 'wrong-usage') throw error;
        fail(error, file);
      }
    },
  );
}

type Wanted = (statement: Statement) => boolean;

function wanted({ minConfidence, thoughts, full }: ExtractOptions): Wanted {
  const least = confidence(minConfidence);
  return (statement) => statement.confidence.statement >= least && (thoughts || full || statement.class === 'speech');
}

/** One for each processor, up to four: each holds a tagger of its own, about 300 MB. */
function defaultThreads(): number {
  return Math.min(4, availableParallelism());
}

function threadsOf(value: string): number {
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new OnrecordError('wrong-usage', `--threads ${value} is no number from 1 to 64`);
  return threads;
}

function confidence(value: string | undefined): number {
  const least = value === undefined ? 0 : Number(value);
  if (!(least >= 0 && least <= 1))
    throw new OnrecordError('wrong-usage', `--min-confidence ${value} is not between 0 and 1`);
  return least;
}

async function one(file: string, options: ExtractOptions, isWanted: Wanted): Promise<void> {
  if (file !== '-') await checkRegular(file);
  for await (const source of sourcesOf(file, { ...compact({ columns: options.columns, ocr: options.ocr }) })) {
    try {
      await printed(source, options, isWanted);
    } catch (error) {
      if ('failure' in source || !source.isArchived) throw error;
      fail(error, source.name);
    }
  }
}

/** Prints what one document says; each of many in one line of JSON, or below its title. */
async function printed(source: Source, options: ExtractOptions, isWanted: Wanted): Promise<void> {
  if ('failure' in source) throw source.failure;
  const { readAndExtract } = await import('../../pipeline/add.ts');
  const { name, bytes, known, isArchived } = source;
  const details = { ...known.details, ...detailsOf(options) };
  const { document, isLanguageSure, statements, figures, names } = await readAndExtract(bytes, name, details, {
    ...known,
    ...boundsOf(options),
  });
  const kept = statements.filter(isWanted);
  for (const notice of [languageNotice(document.language, isLanguageSure), thinNotice(document.isThin)])
    if (notice) process.stderr.write(`onrecord: ${name}: ${notice}\n`);
  if (options.format === 'json') {
    const answer = { document, statements: kept, figures, names };
    return isArchived ? write([`${JSON.stringify(answer)}\n`]) : writeJson(answer);
  }
  if (isArchived) await write([`\n${document.title ?? name}\n\n`]);
  await write(kept.map((statement) => `${statementLines(statement)}\n`));
}

/** Reads and answers line by line, so that memory stays the same however long the stream is. */
async function filter(isWanted: Wanted, options: ExtractOptions): Promise<void> {
  const bounds = { threads: threadsOf(options.threads), ...boundsOf(options) };
  const { filterLines } = await import('../../pipeline/filter-lines.ts');
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  await filterLines(lines, bounds, async (answer) => {
    if ('error' in answer) {
      process.exitCode = 1;
      process.stderr.write(`onrecord: ${answer.error}\n`);
      return write([`${JSON.stringify(answer)}\n`]);
    }
    const statements = answer.statements.filter(isWanted);
    await write([`${JSON.stringify(options.full ? { ...answer, statements } : { id: answer.id, statements })}\n`]);
  });
}
