import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import {
  type Difference,
  type Fidelity,
  type IndexedSource,
  type Printed,
  RecordSources,
  type SourcePassage,
  verifyInRecord,
  verifyQuote,
} from '../../compare/index.ts';
import { compact, type Document, OnrecordError, type Statement } from '../../document/index.ts';
import { findStatements, getDocument, type OpenRecord } from '../../record/index.ts';
import { reasonOf } from '../failure.ts';
import { readStdin } from '../files.ts';
import { type OcrOption, withOcr } from '../ocr.ts';
import { recognisedWords, wrap, write } from '../print.ts';
import { recordFile, withRecord } from '../record.ts';

interface VerifyOptions extends OcrOption {
  readonly document?: string;
  readonly against?: string;
  readonly speaker?: string;
  readonly json?: boolean;
}

/** `onrecord verify "QUOTE"` and `onrecord verify --document DOC` */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .description('check whether a quotation is in its source, and whole; against one source or the whole record')
    .argument('[quote]', 'the words as printed, with or without their quotation marks')
    .option('--document <doc>', 'check every quotation of this document instead (an id in the record, or a file)')
    .option('--against <source>', 'the source: an id in the record, or a file (default: the whole record)')
    .option('--speaker <name>', 'the speaker that the quotation is attributed to')
    .option('--json', 'JSON instead of text, one line per quotation')
    .addHelpText('after', MATCHES);
  return withOcr(command).action(async (quote: string | undefined, options: VerifyOptions) => {
    if ((quote === undefined) === (options.document === undefined))
      throw new OnrecordError('wrong-usage', 'give either a quotation, or --document with the document to check');
    if (quote?.match(/[\p{L}\p{N}]/u) === null)
      throw new OnrecordError('wrong-usage', 'the quotation has no words; put it in quotation marks for the shell');
    const places = [options.document, options.against];
    const lost = places.find((place) => place !== undefined && !isFile(place));
    if (lost !== undefined && !existsSync(recordFile(command)))
      throw new OnrecordError('missing', `${lost}: there is no such file, and no record to look for it in`);
    const needsRecord = options.against === undefined || lost !== undefined;
    if (needsRecord || existsSync(recordFile(command)))
      await withRecord(command, (record) => verify(record, quote, options));
    else await verify(undefined, quote, options);
  });
}

const MATCHES = `
whole            verbatim, in whole sentences
part             a verbatim excerpt
recognised       the words that a machine recognised in a picture of the source; look at the picture
clipped          an excerpt that leaves out words which change its meaning: a "not", an "if", a "but"
altered          words changed, inserted or dropped without a sign
stitched         passages from different places, printed as one quotation
elsewhere        found only in another document, or said by somebody else
not-found        found nowhere; the most similar passage is shown
source-not-held  found nowhere, and the record has no document with the speaker's own words`;

async function verify(
  record: OpenRecord | undefined,
  quote: string | undefined,
  options: VerifyOptions,
): Promise<void> {
  const { document: name, against, speaker, json, ocr } = options;
  const sources = record && new RecordSources(record);
  const source = against === undefined ? undefined : await sourceNamed(against, sources, ocr);
  const printing = name === undefined ? undefined : await printedIn(name, record, ocr);
  const all = printing?.quotations ?? [{ quote: quote!, ...compact({ speaker }) }];
  const wanted = all.filter((one) => !printing || speaker === undefined || one.speaker?.includes(speaker));
  const leftOut = [printing?.id, source?.document].filter((id) => id !== undefined);
  const counts = new Map<string, number>();
  for (const printed of wanted) {
    const found = source
      ? verifyQuote(printed, [source], { others: (await sources?.like(printed, leftOut)) ?? [] })
      : await verifyInRecord(sources!, printed, leftOut);
    counts.set(found.match, (counts.get(found.match) ?? 0) + 1);
    if (json) await write([`${JSON.stringify({ ...printed, ...found })}\n`]);
    else await write([linesOf(found, printed)]);
  }
  if (!printing || json) return;
  const summary = [...counts].map(([match, count]) => `${count} ${match}`).join(', ');
  process.stderr.write(`${wanted.length} quotations checked${summary ? `: ${summary}` : ''}\n`);
}

function isFile(place: string): boolean {
  return place === '-' || existsSync(place);
}

async function readDocument(place: string, ocr = false): Promise<Document> {
  const { read } = await import('../../read/read.ts');
  try {
    return (await read(place === '-' ? await readStdin() : await readFile(place), place, { ocr })).document;
  } catch (cause) {
    if (cause instanceof OnrecordError) throw new OnrecordError(cause.code, `${place}: ${cause.message}`, { cause });
    throw new OnrecordError('unreadable', `${place}: ${reasonOf(cause)}`, { cause });
  }
}

async function sourceNamed(place: string, sources: RecordSources | undefined, ocr?: boolean): Promise<IndexedSource> {
  if (!isFile(place)) return sources!.source(place);
  const { sourceOf } = await import('../../pipeline/verify.ts');
  return sourceOf(await readDocument(place, ocr));
}

/** The quotations of a document, given by its id in the record or as a file. */
async function printedIn(
  place: string,
  record: OpenRecord | undefined,
  ocr?: boolean,
): Promise<{ readonly id: string; readonly quotations: readonly Printed[] }> {
  const { quotationsOf } = await import('../../pipeline/verify.ts');
  let document: Document;
  let statements: readonly Statement[];
  if (isFile(place)) {
    const { extract } = await import('../../pipeline/extract.ts');
    document = await readDocument(place, ocr);
    ({ statements } = await extract(document));
  } else {
    document = await getDocument(record!, place);
    statements = await findStatements(record!, { document: document.id });
  }
  return { id: document.id, quotations: quotationsOf(document, statements) };
}

/** Other printings that are listed; the JSON has them all. */
const LISTED = 12;

/** A checked quotation for people: the result, where it is and in which words, the differences, and who else prints it. */
function linesOf(found: Fidelity, { speaker }: Printed): string {
  const { quote, match, likeness, sources, differences, printings } = found;
  const share = match === 'not-found' || match === 'source-not-held' || match === 'altered' || match === 'elsewhere';
  const head = `${match}${share && sources.length > 0 ? ` (${Math.round(100 * likeness)}% similar)` : ''}`;
  const lines = [`${head.padEnd(24)} ${speaker ? `${speaker}: ` : ''}`, wrap(`“${quote}”`, '    ')];
  const why = reasonWords(found);
  if (why) lines.push(wrap(why, '      ', '    ! '));
  const shows = match !== 'whole' && match !== 'part';
  for (const passage of shows ? sources : sources.slice(0, 1)) {
    const where = whereWords(passage);
    lines.push(wrap(shows ? `${where}: “${passage.text.replace(/\s+/gu, ' ')}”` : where, '      ', '    — '));
  }
  for (const difference of differences.filter(({ kind }) => kind !== 'punctuation'))
    lines.push(wrap(differenceWords(difference), '      ', '    · '));
  for (const printing of printings.slice(0, LISTED))
    lines.push(wrap(`also ${whereWords(printing)}: ${printing.match}`, '      ', '    + '));
  if (printings.length > LISTED) lines.push(`    + and ${printings.length - LISTED} more (--json lists them)`);
  return `${lines.join('\n').replace(/(?<![ \t])[ \t]+$/gmu, '')}\n\n`;
}

/** Title, outlet, date and speaker of a passage, as far as known, and where it stands. */
function whereWords(passage: SourcePassage): string {
  const { document, title, outlet, published, start, end, speaker, standing, recognised } = passage;
  const said = speaker && standing === 'paraphrased' ? `as told of ${speaker}` : speaker;
  const named = [title && `“${title}”`, outlet, published?.slice(0, 10), said].filter((one) => one);
  const sure = recognised === undefined ? [] : [recognisedWords(recognised)];
  return [...named, `${document}, characters ${start}–${end}`, ...sure].join(', ');
}

function reasonWords({ reason, sources }: Fidelity): string | undefined {
  switch (reason) {
    case 'another-speaker':
      return `the record has it as said by ${sources[0]!.speaker}`;
    case 'another-document':
      return 'it is in another document, not in the source';
    case 'only-quoted':
      return 'others quote or tell it, but none of the speaker’s own words that the record holds have it';
    case undefined:
      return undefined;
  }
}

function differenceWords({ kind, printed, source, turnsSense }: Difference): string {
  const turns = turnsSense ? ' (changes the meaning)' : '';
  const [ours, theirs] = [`“${printed ?? ''}”`, `“${(source ?? '').replace(/\s+/gu, ' ')}”`];
  switch (kind) {
    case 'changed':
      return `printed ${ours}, said ${theirs}${turns}`;
    case 'inserted':
      return `printed ${ours}, which was not said${turns}`;
    case 'dropped':
      return `left out without a sign: ${theirs}${turns}`;
    case 'bracketed':
      return source ? `in brackets ${ours} for ${theirs}` : `in brackets ${ours}`;
    case 'ellipsis':
      return `left out, and marked: ${theirs}${turns}`;
    case 'before':
      return `before it: ${theirs}${turns}`;
    case 'after':
      return `after it: ${theirs}${turns}`;
    case 'spelling':
      return `another spelling: ${ours} for ${theirs}`;
    case 'punctuation':
      return `different punctuation`;
  }
}
