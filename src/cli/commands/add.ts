import { Command } from 'commander';
import type { DocumentDetails } from '../../document/index.ts';
import { compact, OnrecordError } from '../../document/index.ts';
import type { Added } from '../../pipeline/add.ts';
import { findStatements, getDocument, isHeld, type OpenRecord, recordError } from '../../record/index.ts';
import { progress } from '../adding/progress.ts';
import { holdsArchive, type Source, sourcesOf } from '../adding/sources.ts';
import { newTally, note, summary } from '../adding/tally.ts';
import { type ColumnsOption, withColumns } from '../columns.ts';
import { completedRecord } from '../compared.ts';
import { detailsOf, withDetails } from '../details.ts';
import { fail, reasonOf } from '../failure.ts';
import { filesUnder, isAddress } from '../files.ts';
import { languageNotice, thinNotice } from '../language.ts';
import { boundsOf, type LimitOption, withLimit } from '../limit.ts';
import { type OcrOption, withOcr } from '../ocr.ts';
import { statementLines, write } from '../print.ts';
import { withRecord } from '../record.ts';

interface CommandOptions extends DocumentDetails, LimitOption, ColumnsOption, OcrOption {
  readonly quiet?: boolean;
  readonly print?: boolean;
  readonly allowPrivate?: boolean;
  readonly queue?: boolean;
}

/** `onrecord add PATH|URL…` */
export function addCommand(): Command {
  const command = new Command('add')
    .description('read documents, extract their statements and keep them in the record')
    .argument('<path...>', 'files, folders and addresses (http, https), or - for standard input')
    .option('--print', 'print the statements of each new document')
    .option('--allow-private', 'addresses may be of a private network')
    .option('--queue', 'leave the work to workers (onrecord work); for a record of Postgres')
    .option('-q, --quiet', 'no progress, no summary; failures are still told')
    .addHelpText(
      'after',
      '\nText, Markdown, web pages, PDFs, Word, OpenDocument, RTF, EPUB, messages with their attachments, subtitles, posts,\nninjs, NITF, NewsML-G2 and records of parliaments, told by their content; and files of many: ZIP, WARC, WACZ, NDJSON,\nJSON, CSV, Parquet, feeds and mbox, of any size. What is there already is not added twice, and one file or record that\ncannot be read stops nothing.',
    );
  return withLimit(withOcr(withColumns(withDetails(command)))).action(
    async (paths: string[], options: CommandOptions) => {
      await withRecord(
        command,
        (record) => (options.queue ? queueAll(record, paths, options) : addAll(record, paths, options)),
        { make: true },
      );
    },
  );
}

/** Keeps what is to be added for workers; addresses are fetched by them. */
async function queueAll(record: OpenRecord, paths: readonly string[], options: CommandOptions): Promise<void> {
  const { files, failures } = await filesUnder(paths, record.place);
  for (const { path, error } of failures) fail(error, path);
  const details = detailsOf(options);
  const { columns, ocr } = options;
  const sources = compact({ columns, ocr });
  const { openQueue } = await import('../../pipeline/queue/queue.ts');
  const queue = await openQueue(record);
  let queued = 0;
  try {
    for (const path of files) {
      if (isAddress(path)) {
        await queue.send('read', { address: path, details, ...compact({ ocr }) });
        queued++;
        continue;
      }
      for await (const source of sourcesOf(path, sources)) {
        try {
          if ('failure' in source) throw source.failure;
          const { name, bytes, known } = source;
          await queue.sendBytes(bytes, name, { ...known, details: { ...known.details, ...details } });
          queued++;
        } catch (cause) {
          fail(recordError(cause, record.place), source.name);
        }
      }
    }
  } finally {
    await queue.close();
  }
  if (!options.quiet) process.stderr.write(`${queued} queued; onrecord jobs shows how far they are\n`);
}

/** What failed ends all of it: nothing more can be added. */
class Ended extends Error {}

async function addAll(record: OpenRecord, paths: readonly string[], options: CommandOptions): Promise<void> {
  const { files, failures } = await filesUnder(paths, record.place);
  for (const { path, error } of failures) fail(error, path);
  const tally = { ...newTally(), failed: failures.length };
  const isCounted = await holdsArchive(files);
  const total = options.quiet || isCounted || files.length < 2 ? undefined : files.length;
  const bar = progress(total, isCounted && !options.quiet);
  const stop = stopper(() => bar.end());
  const addOne = await adder(record, options, bar.say);
  const sources = { ...compact({ columns: options.columns, allowPrivate: options.allowPrivate }) };
  let done = 0;
  let left = files.length;
  try {
    for (const path of files) {
      if (stop.asked()) break;
      for await (const source of sourcesOf(path, sources)) {
        if (stop.asked()) throw new Ended();
        try {
          note(tally, await addOne(source));
        } catch (cause) {
          const error = recordError(cause, record.place);
          tally.failed++;
          process.exitCode = 1;
          bar.say(`onrecord: ${source.name}: ${reasonOf(error)}`);
          if (error instanceof OnrecordError && /^(?:disk-full|record-|model-)/u.test(error.code)) throw new Ended();
        }
        bar.step(++done, tally.statements);
      }
      left--;
    }
  } catch (cause) {
    if (!(cause instanceof Ended)) throw cause;
  }
  bar.end();
  if (left === 0) await completedRecord(record, stop.asked);
  stop.end();
  if (!options.quiet) process.stderr.write(`${summary(tally)}\n`);
  if (left > 0) {
    process.stderr.write(`Stopped: ${left} of ${files.length} files are left; the same command goes on with them.\n`);
    process.exitCode = stop.asked() ? 130 : 1;
  }
}

/** What adds one document and says what is noteworthy of it. */
async function adder(
  record: OpenRecord,
  options: CommandOptions,
  say: (line: string) => void,
): Promise<(source: Source) => Promise<Added>> {
  // What reads and extracts is loaded only by the commands that do; the others start in a moment.
  const { add } = await import('../../pipeline/add.ts');
  const details = detailsOf(options);
  const bounds = { ...boundsOf(options), ...compact({ ocr: options.ocr }) };
  return async (source) => {
    if ('failure' in source) throw source.failure;
    const { name, bytes, known, isArchived } = source;
    // An archive that is read once more, after a stop say, is passed over quickly.
    const held = isArchived ? await isHeld(record, bytes, name) : undefined;
    if (held) return { outcome: 'known', document: held, language: '', isLanguageSure: true, statements: 0 };
    const added = await add(record, bytes, name, { ...known, ...bounds, details: { ...known.details, ...details } });
    if (!options.quiet) {
      if (added.outcome === 'copy') say(`${name}: the same text as ${added.document}; noted as a copy of it`);
      if (added.replaced) say(`${name}: a new version of ${added.replaced}; see: onrecord versions ${added.document}`);
    }
    const notice = languageNotice(added.language, added.isLanguageSure);
    const isNew = added.outcome === 'added' && !isArchived;
    for (const text of [notice, thinNotice(added.isThin)]) if (text && isNew) say(`${name}: kept, but ${text}`);
    if (options.print && added.outcome === 'added') await printStatements(record, added, name);
    return added;
  };
}

async function printStatements(record: OpenRecord, added: Added, path: string): Promise<void> {
  const document = await getDocument(record, added.document);
  await write([
    `\n${document.title ?? path}\n${[document.outlet, document.byline, document.published?.slice(0, 10), added.document].filter((part) => part !== undefined).join(' · ')}\n\n`,
  ]);
  const statements = await findStatements(record, { document: added.document });
  for (const { document: _, ...statement } of statements.sort((a, b) => a.content[0]!.start - b.content[0]!.start)) {
    await write([`${statementLines(statement)}\n`]);
  }
}

/** First Ctrl-C: finish the document at hand. Second: leave at once; the record is whole either way. */
function stopper(onAsk: () => void) {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(130);
    asked = true;
    onAsk();
    process.stderr.write('Finishing the document at hand; once more to leave at once.\n');
  };
  process.on('SIGINT', onSignal);
  return { asked: () => asked, end: () => process.off('SIGINT', onSignal) };
}
