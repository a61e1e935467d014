import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession } from 'onnxruntime-node';
import { OnrecordError } from '../document/index.ts';
import type { AntecedentQuestion, Network, Scores, Tables } from '../extract/model/network.ts';
import { STATE_WIDTH } from '../extract/model/traces.ts';
import type { Window } from '../extract/model/windows.ts';
import { Vocabulary } from '../extract/model/wordpiece.ts';

/** Numbers in the vector of a mention. */
const VECTOR = 321;
const OUTPUTS = ['roles', 'names', 'links', 'noSource', 'states'] as const satisfies readonly (keyof Scores)[];

/**
 * Loads the trained tagger: `tagger.onnx`, `tagger.json`, `tagger.vocabulary.txt`,
 * `mentions.onnx` and `antecedents.onnx`.
 *
 * @param folder where they lie; the package's own `models/` by default
 * @throws OnrecordError `model-unavailable` when a file is missing or the ONNX runtime cannot be loaded here
 */
export async function loadNetwork(folder: string = modelsFolder()): Promise<Network> {
  const [tables, vocabulary] = ['tagger.json', 'tagger.vocabulary.txt'].map((file) => readModelFile(folder, file));
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

/** `models/` beside the package's `package.json`, from the sources as from what is built of them. */
function modelsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'models');
}

function readModelFile(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    throw unavailable(`its file ${file} cannot be read in ${folder}`, cause);
  }
}

async function openSession(path: string) {
  const { InferenceSession, Tensor } = await import('onnxruntime-node').catch((cause: unknown) => {
    throw unavailable(
      `the ONNX runtime does not load here (${firstLine(cause)}); it needs Linux with glibc, macOS or Windows, on x64 or arm64: npm ci installs it anew`,
      cause,
    );
  });
  try {
    // One thread a session: the same scores everywhere, and workers side by side do better than threads within one.
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Joined with the sum before it, ONNX Runtime's layer norm takes a tenth longer for the whole network.
      extra: { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion;BiasSkipLayerNormFusion' } },
    };
    return { Tensor, session: await InferenceSession.create(path, options) };
  } catch (cause) {
    throw unavailable(`its file ${path} is missing or damaged (${firstLine(cause)}); install Onrecord anew`, cause);
  }
}

function firstLine(cause: unknown): string {
  return (cause as Error).message.split('\n')[0]!;
}

function unavailable(reason: string, cause: unknown): OnrecordError {
  return new OnrecordError('model-unavailable', `The tagger cannot be loaded: ${reason}.`, { cause });
}
