/**
 * Pairs of passages as `positions.py` learns from them: two sentence vectors, features and a label a line.
 *
 *     npm run training-positions -- --data ../shared/data --out FILE
 */
import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { briefings, ownPairs, politicalPairs, realPairs } from '../bench/positions/pairs.ts';
import { mulberry32 } from '../bench/random.ts';
import { assertionsIn, FEATURES, featuresOf, type Passage } from '../src/compare/index.ts';
import { positionReader } from '../src/pipeline/position-reader.ts';
import { cosine } from '../src/record/index.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) throw new Error('Give --data FOLDER and --out FILE.');

/** How many passages of briefings are drawn; each makes a pair with the nearest of another day. */
const DRAWN = 2500;

const out = createWriteStream(values.out);
out.write(`${JSON.stringify({ features: FEATURES })}\n`);
for (const name of ['pairs', 'training', 'kept'] as const)
  for (const { label, kind, earlier, later } of ownPairs(name))
    write(name, label, kind, await positionReader.passage(earlier), await positionReader.passage(later));
for (const { label, earlier, later } of realPairs(values.data))
  write('real', label, '', await positionReader.passage(earlier), await positionReader.passage(later));
for (const { relation, earlier, later } of politicalPairs(values.data))
  write('political', relation, '', await positionReader.passage(earlier), await positionReader.passage(later));
for (const [earlier, later] of await drawn(values.data)) write('drawn', 'other subject', '', earlier, later);
out.end();

function write(set: string, label: string, kind: string, earlier: Passage, later: Passage): void {
  const row = { set, label, kind, u: [...earlier.vector], v: [...later.vector], row: featuresOf(earlier, later) };
  out.write(`${JSON.stringify({ ...row, earlier: earlier.text, later: later.text })}\n`);
}

/** Pairs that nobody read: of a speech's passages and their nearest of another day fewer than one in a hundred is a shift. */
async function drawn(data: string): Promise<[Passage, Passage][]> {
  const next = mulberry32(1);
  const all = briefings(data).flatMap(({ date, text }) => assertionsIn(text).map((passage) => ({ date, passage })));
  const some: { date: string; passage: Passage }[] = [];
  for (const { date, passage } of all)
    if (next() < DRAWN / all.length) some.push({ date, passage: await positionReader.passage(passage) });
  return some.flatMap(({ date, passage }) => {
    const others = some.filter((other) => other.date > date && other.passage.text !== passage.text);
    if (others.length === 0) return [];
    const nearest = others.reduce((best, other) =>
      cosine(other.passage.vector, passage.vector) > cosine(best.passage.vector, passage.vector) ? other : best,
    );
    return [[passage, nearest.passage]];
  });
}
