import { join } from 'node:path';
import { STATE_WIDTH } from '../extract/model/encoder-states.ts';
import type { AntecedentQuestion, Network, Scores, Tables } from '../extract/model/network.ts';
import type { DayTrees, Trees } from '../extract/model/trees.ts';
import type { Window } from '../extract/model/windows.ts';
import { Vocabulary } from '../extract/model/wordpiece.ts';
import { modelsFolder, openSession, readModelFile } from './models.ts';

/** Numbers in the vector of a mention: of each of five networks, whose scores are averaged, 321. */
const VECTOR = 5 * 321;
const OUTPUTS = [
  'roles',
  'names',
  'links',
  'noSource',
  'noCue',
  'thought',
  'states',
] as const satisfies readonly (keyof Scores)[];

/**
 * Loads the trained tagger: `tagger.onnx`, `tagger.json`, `tagger.vocabulary.txt`, `speakers.json`, `dates.json`,
 * `mentions.onnx` and `antecedents.onnx`.
 *
 * @param folder where they lie; the package's own `models/` by default
 * @throws OnrecordError `model-unavailable` when a file is missing or the ONNX runtime cannot be loaded here
 */
export async function loadNetwork(folder: string = modelsFolder()): Promise<Network> {
  const [tables, vocabulary, speakers, dates] = [
    'tagger.json',
    'tagger.vocabulary.txt',
    'speakers.json',
    'dates.json',
  ].map((file) => readModelFile(folder, file));
  const { Tensor, session } = await openSession(join(folder, 'tagger.onnx'));
  const { session: mentions } = await openSession(join(folder, 'mentions.onnx'));
  const { session: antecedents } = await openSession(join(folder, 'antecedents.onnx'));
  const whole = (values: readonly number[], shape: readonly number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), shape);
  const row = (values: readonly number[]) => whole(values, [1, values.length]);
  const floats = (values: Float32Array, ...row: readonly number[]) =>
    new Tensor('float32', values, [values.length / row.reduce((size, side) => size * side), ...row]);
  return {
    tables: JSON.parse(tables!) as Tables,
    vocabulary: new Vocabulary(vocabulary!),
    choices: { speakers: JSON.parse(speakers!) as Trees, dates: JSON.parse(dates!) as DayTrees },
    run: async ({ pieces, kinds, starts }: Window) => {
      const found = await session.run({ pieces: row(pieces), kinds: row(kinds), starts: row(starts) });
      return Object.fromEntries(OUTPUTS.map((name) => [name, found[name]!.data as Float32Array])) as unknown as Scores;
    },
    mentions: async (words: Float32Array) => {
      const { vectors } = await mentions.run({ words: floats(words, 2, STATE_WIDTH) });
      return vectors!.data as Float32Array;
    },
    antecedents: async ({ queries, candidates, distances, kinds }: AntecedentQuestion) => {
      const shape = [queries.length / VECTOR, candidates.length / VECTOR];
      const { scores } = await antecedents.run({
        queries: floats(queries, VECTOR),
        candidates: floats(candidates, VECTOR),
        distances: whole(distances, shape),
        kinds: whole(kinds, shape),
      });
      return scores!.data as Float32Array;
    },
  };
}
