import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OnrecordError } from '../../../src/document/index.ts';
import type { Crf } from '../../../src/extract/model/crf.ts';
import type { Network } from '../../../src/extract/model/network.ts';
import { readByNetwork } from '../../../src/extract/model/reading.ts';
import { windowsOf } from '../../../src/extract/model/windows.ts';
import { wordsOf } from '../../../src/extract/model/words.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { loadNetwork } from '../../../src/pipeline/network.ts';

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

/** The score of a label for a word; where none is named, the highest of all its labels. */
function scoreOf({ labels }: Crf, scores: Float32Array, word: number, label?: string): number {
  const own = scores.subarray(word * labels.length, (word + 1) * labels.length);
  return label === undefined ? Math.max(...own) : own[labels.indexOf(label)]!;
}

/** Processors add up in different orders; a last digit that tips a rounded byte moves a score by half a tenth. */
const NEAR = 0.1;

test.each(
  CASES.map((one) => [one.text.slice(0, 50).replaceAll('\n', ' '), one] as const),
)('as Python reads it: %s', async (_, { text, pieces, roles, roleScores, names }) => {
  const { run, tables, vocabulary } = network;
  const window = windowsOf(wordsOf(prepare(documentOf(text))), vocabulary)[0]!;
  expect(window.pieces).toEqual(pieces);
  const scores = await run(window);
  expect(scores.roles.length).toBe(roles.length * tables.roles.labels.length);
  roles.forEach((label, word) => {
    const own = scoreOf(tables.roles, scores.roles, word, label);
    expect(Math.abs(own - roleScores[word]!)).toBeLessThan(NEAR);
    expect(scoreOf(tables.roles, scores.roles, word) - own).toBeLessThan(NEAR);
  });
  names.forEach((label, word) => {
    const own = scoreOf(tables.names, scores.names, word, label);
    expect(scoreOf(tables.names, scores.names, word) - own).toBeLessThan(NEAR);
  });
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
    for (const file of ['tagger.json', 'tagger.vocabulary.txt', 'speakers.json', 'dates.json'])
      copyFileSync(join('models', file), join(folder, file));
    writeFileSync(join(folder, 'tagger.onnx'), readFileSync('models/tagger.onnx').subarray(0, 100_000));
    const error = (await loadNetwork(folder).catch((cause: unknown) => cause)) as OnrecordError;
    expect(error.code).toBe('model-unavailable');
    expect(error.message).toContain('tagger.onnx is missing or damaged');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a missing model says which file and where', async () => {
  const folder = join('test', 'extract');
  const error = (await loadNetwork(folder).catch((cause: unknown) => cause)) as OnrecordError;
  expect(error.code).toBe('model-unavailable');
  expect(error.message).toBe(`The tagger cannot be loaded: its file tagger.json cannot be read in ${folder}.`);
});
