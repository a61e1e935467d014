import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OnrecordError } from '../../src/document/index.ts';
import type { Crf } from '../../src/extract/model/crf.ts';
import type { Network } from '../../src/extract/model/network.ts';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { windowsOf } from '../../src/extract/model/windows.ts';
import { wordsOf } from '../../src/extract/model/words.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { loadNetwork } from '../../src/pipeline/network.ts';

/** What Python wrote of a text: the ids of its pieces, and the best label of each word with its score. */
interface ParityCase {
  readonly text: string;
  readonly pieces: readonly number[];
  readonly roles: readonly string[];
  readonly roleScores: readonly number[];
  readonly names: readonly string[];
}

const CASES = JSON.parse(readFileSync('test/gold/parity.json', 'utf8')) as ParityCase[];

let network: Network;
beforeAll(async () => {
  network = await loadNetwork();
});

function bestOf({ labels }: Crf, scores: Float32Array): { label: string; score: number }[] {
  return Array.from({ length: scores.length / labels.length }, (_, row) => {
    const own = [...scores.slice(row * labels.length, (row + 1) * labels.length)];
    const score = Math.max(...own);
    return { label: labels[own.indexOf(score)]!, score };
  });
}

test.each(
  CASES.map((one) => [one.text.slice(0, 50).replaceAll('\n', ' '), one] as const),
)('as Python reads it: %s', async (_, { text, pieces, roles, roleScores, names }) => {
  const window = windowsOf(wordsOf(prepare(documentOf(text))), network.vocabulary)[0]!;
  expect(window.pieces).toEqual(pieces);
  const scores = await network.run(window);
  const found = bestOf(network.tables.roles, scores.roles);
  expect(found.map(({ label }) => label)).toEqual(roles);
  expect(Math.max(...found.map(({ score }, i) => Math.abs(score - roleScores[i]!)))).toBeLessThan(0.001);
  expect(bestOf(network.tables.names, scores.names).map(({ label }) => label)).toEqual(names);
});

test('what the network says of a text does not depend on the texts read before it', async () => {
  const [one, other] = [CASES[0]!, CASES[7]!].map(({ text }) => prepare(documentOf(text)));
  const alone = await readByNetwork(network, one!);
  await readByNetwork(network, other!);
  expect(await readByNetwork(network, one!)).toEqual(alone);
});

test('a damaged model says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  try {
    for (const file of ['tagger.json', 'tagger.vocabulary.txt']) copyFileSync(join('models', file), join(folder, file));
    writeFileSync(join(folder, 'tagger.onnx'), readFileSync('models/tagger.onnx').subarray(0, 100_000));
    const error = (await loadNetwork(folder).catch((cause: unknown) => cause)) as OnrecordError;
    expect(error.code).toBe('model-unavailable');
    expect(error.message).toContain('tagger.onnx is missing or damaged');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a missing model says which file and where', async () => {
  const folder = join('test', 'model');
  const error = (await loadNetwork(folder).catch((cause: unknown) => cause)) as OnrecordError;
  expect(error.code).toBe('model-unavailable');
  expect(error.message).toBe(`The tagger cannot be loaded: its file tagger.json cannot be read in ${folder}.`);
});
