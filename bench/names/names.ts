import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { loadNetwork } from '../../src/pipeline/network.ts';
import { readNamedTexts } from '../gum/names.ts';

interface Tally {
  gold: number;
  found: number;
  right: number;
}

/** Names of people, organisations and places in GUM, by genre: F1 over spans with their type, all three equal. */
export async function run(data: string): Promise<void> {
  const folder = existsSync(join(data, 'dev')) ? join(data, 'dev') : data;
  const network = await loadNetwork();
  const genres = new Map<string, Tally>();
  for (const { genre, text, names } of readNamedTexts(folder)) {
    const key = ({ start, end, type }: { start: number; end: number; type: string }) => `${start}-${end} ${type}`;
    const gold = new Set(names.map(key));
    const found = (await readByNetwork(network, prepare(documentOf(text)))).names.map(key);
    for (const name of [genre, 'all']) {
      const tally = genres.get(name) ?? { gold: 0, found: 0, right: 0 };
      genres.set(name, tally);
      tally.gold += gold.size;
      tally.found += found.length;
      tally.right += found.filter((one) => gold.has(one)).length;
    }
  }
  process.stdout.write(`${folder}\ngenre         gold  found  precision  recall    F1\n`);
  for (const [genre, { gold, found, right }] of [...genres].sort(([a], [b]) => a.localeCompare(b))) {
    const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(1);
    process.stdout.write(
      `${genre.padEnd(13)} ${String(gold).padStart(4)}  ${String(found).padStart(5)}  ${share(right, found).padStart(9)}  ${share(right, gold).padStart(6)}  ${share(2 * right, gold + found).padStart(4)}\n`,
    );
  }
}
