import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Range } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { emptyTally, type Scored, tally } from '../polnear/score.ts';
import { type GoldArticle, readGold } from '../polnear/standoff.ts';

/** What a system found in each article, in the order of the articles, and how long it took once it was loaded. */
interface Answer {
  readonly found: readonly (readonly Scored[])[];
  readonly seconds: number;
}

type Peer = (articles: readonly GoldArticle[], folder: string) => Promise<Answer>;

const PEERS: Readonly<Record<string, Peer>> = {
  Onrecord: onrecord,
  'spaCy, textacy': spacy,
  'Stanford CoreNLP': corenlp,
};

/**
 * The same articles in Onrecord and its peers, one after another on the same machine: how many statements each
 * finds, how many of those sources are right, and how fast. Peers find direct quotations only; that row is the one to
 * compare.
 */
export async function run(data: string): Promise<void> {
  const folder = resolve(process.env.ONRECORD_PEERS ?? join('..', 'peers'));
  const articles = readGold(existsSync(join(data, 'text')) ? data : join(data, 'dev'));
  process.stdout.write(
    `${articles.length} articles; peers from ${folder}\nsystem             statements      gold  found  precision  source right (F1)  articles/s\n`,
  );
  for (const [name, peer] of Object.entries(PEERS)) {
    if (peer !== onrecord && !existsSync(folder)) {
      process.stdout.write(`${name.padEnd(18)} not installed: bench/peers/setup.sh ${folder}\n`);
      continue;
    }
    const { found, seconds } = await peer(articles, folder);
    const into = { quoted: emptyTally(), indirect: emptyTally() };
    for (const [i, { text, attributions }] of articles.entries()) tally(text, attributions, found[i] ?? [], into);
    for (const [kind, counts] of [
      ['direct, mixed', into.quoted],
      ['indirect', into.indirect],
    ] as const) {
      const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
      process.stdout.write(
        `${name.padEnd(18)} ${kind.padEnd(14)}  ${String(counts.gold).padStart(4)}  ${share(counts.found, counts.gold).padStart(5)}  ${share(counts.right, counts.predicted).padStart(9)}  ${share(2 * counts.sourceRight, counts.gold + counts.predicted).padStart(17)}  ${(articles.length / seconds).toFixed(2).padStart(10)}\n`,
      );
    }
  }
}

async function onrecord(articles: readonly GoldArticle[]): Promise<Answer> {
  await extract(documentOf('“No,” she said.'));
  const start = performance.now();
  const found: Scored[][] = [];
  for (const { text } of articles) {
    const { statements } = await extract(documentOf(text));
    found.push(statements.filter((statement) => statement.parent === undefined));
  }
  return { found, seconds: (performance.now() - start) / 1000 };
}

async function spacy(articles: readonly GoldArticle[], folder: string): Promise<Answer> {
  const child = spawn(join(folder, 'venv/bin/python'), [join(import.meta.dirname, 'spacy_quotes.py')]);
  await new Promise<void>((done, fail) => {
    child.once('exit', (status) => fail(new Error(`spaCy ended with ${status}`)));
    child.stderr.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && done());
  });
  const start = performance.now();
  child.stdin.end(articles.map(({ name, text }) => `${JSON.stringify({ id: name, text })}\n`).join(''));
  const found: Scored[][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { quotes } = JSON.parse(line) as { quotes: { content: [number, number]; source: [number, number] | null }[] };
    const text = articles[found.length]!.text;
    found.push(
      quotes.map(({ content, source }) => ({
        content: [inUnits(text, content)],
        source: source ? [inUnits(text, source)] : [],
      })),
    );
  }
  return { found, seconds: (performance.now() - start) / 1000 };
}

interface CoreNlpAnswer {
  readonly sentences: readonly {
    readonly tokens: readonly { characterOffsetBegin: number; characterOffsetEnd: number }[];
  }[];
  readonly quotes: readonly {
    readonly beginIndex: number;
    readonly endIndex: number;
    readonly mentionBegin?: number;
    readonly mentionEnd?: number;
  }[];
}

async function corenlp(articles: readonly GoldArticle[], folder: string): Promise<Answer> {
  const work = mkdtempSync(join(tmpdir(), 'corenlp-'));
  mkdirSync(join(work, 'out'));
  const files = articles.map(({ text }, i) => {
    const file = join(work, `${i}.txt`);
    writeFileSync(file, text);
    return file;
  });
  writeFileSync(join(work, 'files'), files.join('\n'));
  const annotators = 'tokenize,pos,lemma,ner,depparse,coref,quote';
  const child = spawn('java', [
    '-Xmx8g',
    '-cp',
    join(folder, 'corenlp', '*'),
    'edu.stanford.nlp.pipeline.StanfordCoreNLP',
    ...['-annotators', annotators, '-coref.algorithm', 'statistical', '-fileList', join(work, 'files')],
    ...['-outputFormat', 'json', '-outputDirectory', join(work, 'out'), '-continueOnAnnotateError'],
  ]);
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  child.stdout.resume();
  await new Promise((done) => child.once('close', done));
  // Timed by the program itself, without loading its models.
  const seconds = Number(/TOTAL: ([\d.]+) sec/u.exec(log)?.[1]);
  const found = articles.map(({ text }, i) => {
    const file = join(work, 'out', `${i}.txt.json`);
    return existsSync(file) ? quotesOf(text, JSON.parse(readFileSync(file, 'utf8')) as CoreNlpAnswer) : [];
  });
  rmSync(work, { recursive: true });
  return { found, seconds };
}

function quotesOf(text: string, { sentences, quotes }: CoreNlpAnswer): Scored[] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  return quotes.map(({ beginIndex, endIndex, mentionBegin, mentionEnd }) => ({
    content: [inUnits(text, [beginIndex, endIndex])],
    source:
      mentionBegin === undefined || mentionEnd === undefined || !tokens[mentionBegin] || !tokens[mentionEnd]
        ? []
        : [inUnits(text, [tokens[mentionBegin].characterOffsetBegin, tokens[mentionEnd].characterOffsetEnd])],
  }));
}

/** Peers count code points, JavaScript counts UTF-16 units; the same but for rare characters. */
function inUnits(text: string, [start, end]: readonly [number, number]): Range {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return { start, end };
  const points = [...text];
  const first = points.slice(0, start).join('').length;
  return { start: first, end: first + points.slice(start, end).join('').length };
}
