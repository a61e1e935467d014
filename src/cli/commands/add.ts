import { readFile } from 'node:fs/promises';
import cliProgress from 'cli-progress';
import { Command } from 'commander';
import type { DocumentDetails } from '../../document/index.ts';
import { OnrecordError } from '../../document/index.ts';
import type { Added, AddOptions } from '../../pipeline/add.ts';
import { findStatements, getDocument, type OpenRecord, recordError } from '../../record/index.ts';
import { detailsOf, withDetails } from '../details.ts';
import { fail, reasonOf } from '../failure.ts';
import { filesUnder, isAddress, readStdin } from '../files.ts';
import { statementLines, write } from '../print.ts';
import { recordFile, withRecord } from '../record.ts';

interface CommandOptions extends DocumentDetails {
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
      '\nText, Markdown, web pages and PDFs, told by their content. What is there already is not added twice,\nand one file that cannot be read stops nothing.',
    );
  return withDetails(command).action(async (paths: string[], options: CommandOptions) => {
    await withRecord(
      command,
      (record) =>
        options.queue ? queueAll(record, paths, options) : addAll(record, paths, options, recordFile(command)),
      { make: true },
    );
  });
}

/** Keeps what is to be added for workers; addresses are fetched by them. */
async function queueAll(record: OpenRecord, paths: readonly string[], options: CommandOptions): Promise<void> {
  const { files, failures } = await filesUnder(paths);
  for (const { path, error } of failures) fail(error, path);
  const details = detailsOf(options);
  const { openQueue } = await import('../../pipeline/queue/queue.ts');
  const queue = await openQueue(record);
  let queued = 0;
  try {
    for (const path of files) {
      try {
        if (isAddress(path)) await queue.send('read', { address: path, details });
        else await queue.sendBytes(path === '-' ? await readStdin() : await readFile(path), path, details);
        queued++;
      } catch (cause) {
        fail(recordError(cause, record.place), path);
      }
    }
  } finally {
    await queue.close();
  }
  if (!options.quiet) process.stderr.write(`${queued} queued; onrecord jobs shows how far they are\n`);
}

interface Tally {
  added: number;
  known: number;
  copies: number;
  restored: number;
  versions: number;
  foreign: number;
  failed: number;
  statements: number;
}

async function addAll(
  record: OpenRecord,
  paths: readonly string[],
  options: CommandOptions,
  file: string,
): Promise<void> {
  const { files, failures } = await filesUnder(paths);
  for (const { path, error } of failures) fail(error, path);
  const details = detailsOf(options);
  const tally: Tally = {
    added: 0,
    known: 0,
    copies: 0,
    restored: 0,
    versions: 0,
    foreign: 0,
    failed: failures.length,
    statements: 0,
  };
  const bar = progress(options.quiet || files.length < 2 ? undefined : files.length);
  const stop = stopper(() => bar.end());
  // What reads and extracts is loaded only by the commands that do; the others start in a moment.
  const { add } = await import('../../pipeline/add.ts');
  let done = 0;
  for (const path of files) {
    if (stop.asked()) break;
    try {
      const { bytes, name, ...known } = await bytesAt(path, options.allowPrivate ?? false);
      const added = await add(record, bytes, name, { ...known, details: { ...known.details, ...details } });
      note(tally, added);
      if (added.outcome === 'copy' && !options.quiet)
        bar.say(`${path}: the same text as ${added.document}; noted as a copy of it`);
      if (added.replaced && !options.quiet)
        bar.say(`${path}: a new version of ${added.replaced}; see: onrecord versions ${added.document}`);
      if (added.outcome === 'added' && added.language !== 'en')
        bar.say(`${path}: kept, but only English is extracted and this is "${added.language}"`);
      if (options.print && added.outcome === 'added') await printStatements(record, added, path);
    } catch (cause) {
      const error = recordError(cause, file);
      tally.failed++;
      process.exitCode = 1;
      bar.say(`onrecord: ${path}: ${reasonOf(error)}`);
      if (error instanceof OnrecordError && /^(?:disk-full|record-|model-)/u.test(error.code)) break;
    }
    bar.step(++done, tally.statements);
  }
  bar.end();
  stop.end();
  if (!options.quiet) process.stderr.write(`${summary(tally)}\n`);
  if (done < files.length) {
    process.stderr.write(
      `Stopped: ${files.length - done} of ${files.length} files are left; the same command goes on with them.\n`,
    );
    process.exitCode = stop.asked() ? 130 : 1;
  }
}

/** The bytes that a path, an address or standard input gives, with what is known of them. */
async function bytesAt(path: string, allowPrivate: boolean): Promise<AddOptions & { bytes: Uint8Array; name: string }> {
  if (path === '-') return { bytes: await readStdin(), name: path };
  if (!isAddress(path)) return { bytes: await readFile(path), name: path };
  const { fetchDocument } = await import('../../read/web/fetch.ts');
  const { bytes, url, charset } = await fetchDocument(path, { allowPrivate });
  return { bytes, name: url, details: { url }, ...(charset ? { header: charset } : {}) };
}

function note(tally: Tally, { outcome, language, statements }: Added): void {
  if (outcome === 'known') tally.known++;
  else if (outcome === 'copy') tally.copies++;
  else if (outcome === 'restored') tally.restored++;
  else {
    if (outcome === 'version') tally.versions++;
    tally.added++;
    tally.statements += statements;
    if (language !== 'en') tally.foreign++;
  }
}

function summary({ added, known, copies, restored, versions, foreign, failed, statements }: Tally): string {
  const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  const parts = [`${count(added, 'document')} added with ${count(statements, 'statement')}`];
  if (foreign > 0) parts.push(`${foreign} of them not in English`);
  if (versions > 0) parts.push(`${versions} of them new ${versions === 1 ? 'version' : 'versions'} of what was there`);
  if (known > 0) parts.push(`${known} already there`);
  if (copies > 0) parts.push(count(copies, 'copy', 'copies'));
  if (restored > 0) parts.push(`${restored} restored`);
  if (failed > 0) parts.push(`${failed} failed`);
  return parts.join(', ');
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

/** A bar with rate and end on a terminal, notes above it; on anything else a line now and then. */
function progress(total: number | undefined) {
  const live = total !== undefined && process.stderr.isTTY;
  const started = Date.now();
  const bars = live
    ? new cliProgress.MultiBar(
        {
          format: ' {bar} {value}/{total} documents · {rate}/s · {eta_formatted} left · {statements} statements',
          stream: process.stderr,
          hideCursor: true,
          clearOnComplete: true,
          gracefulExit: false,
          linewrap: true,
        },
        cliProgress.Presets.shades_grey,
      )
    : undefined;
  const bar = bars?.create(total!, 0, { rate: '–', statements: 0 });
  let next = 100;
  let ended = false;
  return {
    step(done: number, statements: number) {
      if (ended) return;
      const rate = (done / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(1);
      bar?.update(done, { rate, statements });
      if (!live && total !== undefined && done >= next && done < total) {
        process.stderr.write(`${done} of ${total} documents, ${rate} a second\n`);
        next = done + Math.max(100, Math.round(total / 20));
      }
    },
    say(line: string) {
      if (bars && !ended) {
        bars.log(`${line}\n`);
        bars.update();
      } else process.stderr.write(`${line}\n`);
    },
    end() {
      if (!ended) bars?.stop();
      ended = true;
    },
  };
}
