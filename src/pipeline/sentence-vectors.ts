import { join } from 'node:path';
import type { Statement } from '../document/index.ts';
import { CLS, SEP, Vocabulary } from '../extract/model/wordpiece.ts';
import { type OpenRecord, type StatementVector, statementsToEncode, writeVectors } from '../record/index.ts';
import { modelsFolder, openSession, readModelFile } from './models.ts';

/** What a text is about, as 384 whole numbers of which the largest is 127 or -127; two texts are alike by their cosine. */
export type SentenceVector = Int8Array;

/** The most word pieces of a text that are read; the rest of a longer one does not count. */
const LONGEST = 192;
const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

type Encoder = (text: string) => Promise<SentenceVector>;
let encoder: Promise<Encoder> | undefined;

/**
 * What a text is about, by all-MiniLM-L6-v2 (Reimers and Gurevych 2019), loaded with the first text.
 *
 * @throws OnrecordError `model-unavailable` when it cannot be loaded here
 */
export async function encodeSentence(text: string): Promise<SentenceVector> {
  encoder ??= loadEncoder();
  return (await encoder)(text);
}

async function loadEncoder(): Promise<Encoder> {
  const folder = modelsFolder();
  const vocabulary = new Vocabulary(readModelFile(folder, 'tagger.vocabulary.txt'));
  const { Tensor, session } = await openSession(join(folder, 'sentences.onnx'));
  return async (text) => {
    const words = Array.from(text.matchAll(WORD), ([word]) => vocabulary.pieces(word)).flat();
    const pieces = [CLS, ...words.slice(0, LONGEST - 2), SEP];
    const { vector } = await session.run({
      pieces: new Tensor('int64', BigInt64Array.from(pieces, BigInt), [1, pieces.length]),
    });
    const values = vector!.data as Float32Array;
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
    return Int8Array.from(values, (value) => Math.round((127 * value) / largest));
  };
}

/** What statements are about, in their order. Throws as `encodeSentence` does. */
export async function encodeStatements(
  statements: readonly Pick<Statement, 'id' | 'content'>[],
): Promise<StatementVector[]> {
  const vectors: StatementVector[] = [];
  for (const { id, content } of statements)
    vectors.push({ statement: id, value: await encodeSentence(content.map(({ text }) => text).join(' … ')) });
  return vectors;
}

/** Encodes the statements of a document that have no vector. Throws as `encodeSentence` does. */
export async function encodeDocument(record: OpenRecord, document: string): Promise<void> {
  const vectors: StatementVector[] = [];
  for (const { id, content } of await statementsToEncode(record, document))
    vectors.push({ statement: id, value: await encodeSentence(content) });
  if (vectors.length > 0) await writeVectors(record, vectors);
}
