import { type Positions, positionsOf } from '../compare/index.ts';
import { OnrecordError } from '../document/index.ts';
import { type OpenRecord, phrasingsOf } from '../record/index.ts';
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
  return await positionsOf(record, speaker, phrasings, { vectors, thoughts });
}
