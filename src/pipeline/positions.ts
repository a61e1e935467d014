import {
  type Positions,
  type PossibleShift,
  positionsOf,
  type Subject,
  strongestShifts,
  subjectsOf,
} from '../compare/index.ts';
import { OnrecordError } from '../document/index.ts';
import { type OpenRecord, phrasingsOf } from '../record/index.ts';
import { positionReader } from './position-reader.ts';
import { encodeSentence } from './sentence-vectors.ts';

/**
 * What a speaker said on a topic, in order, and pairs that may be a shift. The command line, the server and saved searches
 * all ask here, so that they give one answer.
 *
 * @param speaker a name, or a part of it made of whole words
 * @param topic phrasings of one topic, in words; the name of a saved topic stands for its phrasings
 * @param options.exact only statements that hold the words, without those that are about the same thing in other words
 * @param options.thoughts also what the speaker is said to think
 * @throws OnrecordError `wrong-usage` where the topic has no words, `model-unavailable` where it cannot be encoded
 */
export async function positionsOn(
  record: OpenRecord,
  speaker: string,
  topic: readonly string[],
  { exact = false, thoughts = false }: { exact?: boolean | undefined; thoughts?: boolean | undefined } = {},
): Promise<Positions> {
  const phrasings = await phrasingsOf(record, topic);
  if (!phrasings.some((words) => /[\p{L}\p{N}]/u.test(words)))
    throw new OnrecordError('wrong-usage', 'the topic has no words');
  const vectors = exact ? [] : await Promise.all(phrasings.map(encodeSentence));
  return await positionsOf(record, speaker, phrasings, positionReader, { vectors, thoughts });
}

/**
 * What a speaker spoke of on more than one day, named by their own words, those of most days first: each is a topic for
 * `positionsOn`.
 *
 * @param options.thoughts also what the speaker is said to think
 */
export async function subjectsBy(
  record: OpenRecord,
  speaker: string,
  options: { thoughts?: boolean | undefined } = {},
): Promise<Subject[]> {
  return await subjectsOf(record, speaker, { thoughts: options.thoughts ?? false });
}

/**
 * The strongest possible shifts of the whole record, newest first, at most 50. Of each of the 300 speakers in most documents the
 * newest statements are read.
 *
 * @throws OnrecordError `model-unavailable` where passages cannot be compared
 */
export async function shiftsOfRecord(record: OpenRecord): Promise<PossibleShift[]> {
  return await strongestShifts(record, positionReader);
}
