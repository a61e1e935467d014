import { join } from 'node:path';
import { indexSource, verifyQuote } from '../../src/compare/index.ts';
import { answer, faultsOf, readVerifyGold } from './gold.ts';
import { answerInRecord, openRecordGold, recordFaultsOf } from './record-gold.ts';
import { compareSameEvent } from './same-event.ts';

/** Pages of the source on which speed is measured, and words per page. */
const PAGES = 300;
const PAGE = 250;
/** Quotations of an article. */
const QUOTES = 40;

/**
 * Prints how many of each class are right and which are wrong, how long an article's quotations take against 300 pages, how
 * many cases are right of a record with a speech, a hearing and a press release, and what becomes of printed quotations
 * that another program aligned with what was said.
 */
export async function run(data: string): Promise<void> {
  await runTranscript();
  await runRecord();
  await compareSameEvent(join(data, 'same-event'));
}

async function runRecord(): Promise<void> {
  const gold = await openRecordGold();
  const wrong: string[] = [];
  for (const one of gold.cases) {
    const faults = recordFaultsOf(one, await answerInRecord(one, gold), gold);
    const where = one.in ?? one.against ?? 'the record';
    if (faults.length > 0) wrong.push(`  ${one.match}: ${one.quote} (${where})\n    ${faults.join('; ')}\n`);
  }
  await gold.close();
  const right = gold.cases.length - wrong.length;
  process.stdout.write(
    `speech, hearing and press release in a record: ${right} of ${gold.cases.length}\n${wrong.join('')}`,
  );
}

async function runTranscript(): Promise<void> {
  const gold = await readVerifyGold();
  const tally = new Map<string, { all: number; right: number }>();
  const faults: string[] = [];
  let silentPassed = 0;
  let honestCalledSilent = 0;
  for (const one of gold.cases) {
    const found = answer(one, gold);
    const wrong = faultsOf(one, found);
    const counts = tally.get(one.match) ?? { all: 0, right: 0 };
    tally.set(one.match, { all: counts.all + 1, right: counts.right + (wrong.length === 0 ? 1 : 0) });
    if (one.match === 'altered' && /^(?:whole|part)$/u.test(found.match)) silentPassed++;
    if (/^(?:whole|part|clipped)$/u.test(one.match) && found.match === 'altered') honestCalledSilent++;
    if (wrong.length > 0) faults.push(`  ${one.match}: ${one.quote}\n    ${wrong.join('; ')}`);
  }
  for (const [match, { all, right }] of tally)
    process.stdout.write(`${match.padEnd(16)} ${right} of ${all} (${((100 * right) / all).toFixed(1)}%)\n`);
  process.stdout.write(
    `silent alterations called whole or part: ${silentPassed}; honest edits called silent: ${honestCalledSilent}\n`,
  );
  process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
  const { text, ...rest } = gold.hearing;
  const long = `${text}\n\n`.repeat(Math.ceil((PAGES * PAGE) / gold.hearing.index.words.length));
  const started = performance.now();
  const source = indexSource({ ...rest, text: long });
  const indexed = performance.now();
  for (const { quote } of gold.cases.slice(0, QUOTES)) verifyQuote({ quote }, [source]);
  process.stdout.write(
    `${source.index.words.length} words (${Math.round(source.index.words.length / PAGE)} pages) indexed in ${(indexed - started).toFixed(0)} ms, ${QUOTES} quotations checked in ${(performance.now() - indexed).toFixed(0)} ms\n`,
  );
}
