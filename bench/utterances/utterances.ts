import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longestRun, wordsOfText } from '../../src/compare/index.ts';
import { overlap, type Range } from '../../src/document/index.ts';
import { add } from '../../src/pipeline/add.ts';
import { openRecord } from '../../src/record/index.ts';
import { type EventArticle, quotedIn, readEvents } from './basil.ts';

/** Two quotations that share this many consecutive words should be joined. */
const SHARED = 8;
const GOLD = join('test', 'gold', 'utterances.json');

/** A quotation in an article, with the utterances of the statements that contain it. */
interface Quoted extends Range {
  readonly article: EventArticle;
  readonly words: readonly string[];
  readonly utterances: readonly string[];
}

/**
 * Joins all of BASIL in one record. Recall: pairs of quotations in the raw text of two outlets' reports of one event that
 * share eight words in a row, in one utterance. Precision: joined pairs that were drawn by chance (Mulberry32, seed 5) and whose
 * speakers were checked by hand (`test/gold/utterances.json`). Joins across events are listed.
 */
export async function run(data: string): Promise<void> {
  const quotations = await joined(readEvents(data));
  const pairs = quotations.flatMap((one, i) =>
    quotations.slice(i + 1).flatMap((other) => (one.article === other.article ? [] : [[one, other] as const])),
  );
  const isJoined = ([one, other]: readonly [Quoted, Quoted]) =>
    one.utterances.some((utterance) => other.utterances.includes(utterance));
  const inEvent = pairs.filter(([one, other]) => one.article.event === other.article.event);
  const wanted = inEvent.filter(([one, other]) => longestRun(one.words, other.words) >= SHARED);
  const lost = wanted.filter((pair) => !isJoined(pair));
  process.stdout.write(
    `${quotations.length} quotations; ${wanted.length} pairs of ${SHARED} words in a row between outlets of one event, in one utterance ${wanted.length - lost.length} (${((100 * (wanted.length - lost.length)) / wanted.length).toFixed(1)}%)\n`,
  );
  for (const pair of lost) process.stdout.write(`  lost: ${shown(pair)}\n`);
  const across = pairs.filter((pair) => pair[0].article.event !== pair[1].article.event && isJoined(pair));
  process.stdout.write(`pairs joined across events: ${across.length}\n`);
  for (const pair of across) process.stdout.write(`  ${shown(pair)}\n`);
  judgeSample(inEvent.filter(isJoined));
}

async function joined(articles: readonly EventArticle[]): Promise<Quoted[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const record = await openRecord(join(folder, 'record.sqlite'));
  try {
    const quotations: Quoted[] = [];
    for (const { text, name, published, outlet } of articles)
      await add(record, Buffer.from(text), `${name}.txt`, { details: { published, outlet } });
    const rows = await record.db
      .selectFrom('report')
      .innerJoin('statement', 'statement.id', 'report.statement')
      .innerJoin('appearance', 'appearance.document', 'report.document')
      .select(['statement.value', 'report.utterance', 'appearance.name'])
      .execute();
    for (const article of articles) {
      const statements = rows
        .filter(({ name }) => name === `${article.name}.txt`)
        .map(({ value, utterance }) => ({ utterance, content: (JSON.parse(value) as { content: Range[] }).content }));
      for (const range of quotedIn(article.text)) {
        const utterances = statements
          .filter(({ content }) => content.some((run) => overlap(run, range) > 0))
          .map(({ utterance }) => utterance);
        quotations.push({
          ...range,
          article,
          words: wordsOfText(article.text.slice(range.start, range.end)),
          utterances,
        });
      }
    }
    return quotations;
  } finally {
    await record.close();
    rmSync(folder, { recursive: true });
  }
}

function shown(pair: readonly Quoted[]): string {
  return pair
    .map(
      ({ article, start, end }) =>
        `${article.name} ${article.outlet} “${article.text.slice(start, Math.min(end, start + 90))}”`,
    )
    .join(' | ');
}

/** A joined pair in the gold: where it is, and whether one speaker said both. */
interface GoldPair {
  readonly pair: readonly (readonly [article: string, start: number, end: number])[];
  readonly oneSpeaker: boolean;
}

function judgeSample(pairs: readonly (readonly [Quoted, Quoted])[]): void {
  const key = (pair: GoldPair['pair']) => JSON.stringify(pair);
  const gold = existsSync(GOLD) ? (JSON.parse(readFileSync(GOLD, 'utf8')) as GoldPair[]) : [];
  const known = new Map(gold.map(({ pair, oneSpeaker }) => [key(pair), oneSpeaker]));
  let right = 0;
  let judged = 0;
  for (const pair of pairs) {
    const verdict = known.get(key(pair.map(({ article, start, end }) => [article.name, start, end] as const)));
    if (verdict === undefined) continue;
    judged++;
    if (verdict) right++;
    else process.stdout.write(`  two speakers: ${shown(pair)}\n`);
  }
  process.stdout.write(
    `${pairs.length} pairs of quotations joined in one event; ${judged} of the ${gold.length} that were drawn and judged by hand are among them, one speaker said both in ${right} (${((100 * right) / Math.max(1, judged)).toFixed(1)}%)\n`,
  );
}
