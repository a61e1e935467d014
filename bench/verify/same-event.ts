import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexedSource, type Match, verifyQuote } from '../../src/compare/index.ts';
import { sourceOf } from '../../src/pipeline/verify.ts';
import { read } from '../../src/read/read.ts';

/** A printed quotation and the transcript that a program of 5-gram votes and difflib aligned it with. */
interface Pair {
  readonly source: string;
  readonly quote: string;
  readonly class: 'verbatim' | 'near' | 'elided' | 'altered';
}

/** Prints how often pairs of each class get each match; with ONRECORD_ERRORS=1 also what is not plain. */
export async function compareSameEvent(folder: string): Promise<void> {
  const pairs = readFileSync(join(folder, 'pairs.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Pair);
  const sources = new Map<string, IndexedSource>();
  const counts = new Map<Pair['class'], Map<Match, number>>();
  for (const { source: name, quote, class: kind } of pairs) {
    const source = sources.get(name) ?? (await sourceAt(join(folder, name)));
    sources.set(name, source);
    const { match, sources: passages, differences } = verifyQuote({ quote }, [source]);
    const matches = counts.get(kind) ?? new Map<Match, number>();
    counts.set(kind, matches.set(match, (matches.get(match) ?? 0) + 1));
    const isPlain = kind === 'verbatim' ? /^(?:whole|part)$/u.test(match) : /^(?:whole|part|altered)$/u.test(match);
    if (process.env.ONRECORD_ERRORS && !isPlain)
      process.stdout.write(
        `  ${kind}, ${match}: ${quote}\n    ${passages.map(({ text }) => text).join(' | ')}\n    ${JSON.stringify(differences)}\n`,
      );
  }
  for (const [kind, matches] of counts) {
    const told = [...matches].sort((a, b) => b[1] - a[1]).map(([match, count]) => `${count} ${match}`);
    process.stdout.write(`same-event, ${kind}: ${told.join(', ')}\n`);
  }
}

async function sourceAt(path: string): Promise<IndexedSource> {
  return sourceOf((await read(readFileSync(path), path)).document);
}
