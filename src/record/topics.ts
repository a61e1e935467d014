import { OnrecordError } from '../document/index.ts';
import { readJson } from './store/json.ts';
import type { OpenRecord } from './store/record.ts';

/** A topic: several phrasings under one name. */
export interface Topic {
  readonly name: string;
  readonly phrasings: readonly string[];
}

/**
 * Saves a topic. It replaces one of the same name, regardless of case.
 *
 * @returns the topic that was replaced, if any
 */
export async function saveTopic(record: OpenRecord, { name, phrasings }: Topic): Promise<Topic | undefined> {
  const before = (await listTopics(record)).find((topic) => isNamed(topic, name));
  await record.transaction(async (tx) => {
    if (before) await tx.deleteFrom('topic').where('name', '=', before.name).execute();
    await tx
      .insertInto('topic')
      .values({ name, phrasings: JSON.stringify(phrasings) })
      .execute();
  });
  return before;
}

/** All saved topics, ordered by name. */
export async function listTopics(record: OpenRecord): Promise<Topic[]> {
  const rows = await record.db.selectFrom('topic').selectAll().orderBy('name').execute();
  return rows.map(({ name, phrasings }) => ({ name, phrasings: readJson<string[]>(phrasings) }));
}

/**
 * Deletes a topic.
 *
 * @returns the deleted topic
 * @throws OnrecordError `not-found`
 */
export async function removeTopic(record: OpenRecord, name: string): Promise<Topic> {
  const topic = (await listTopics(record)).find((one) => isNamed(one, name));
  if (!topic) throw new OnrecordError('not-found', `no topic is saved as ${name}`);
  await record.db.deleteFrom('topic').where('name', '=', topic.name).execute();
  return topic;
}

/** Replaces each name of a saved topic by the topic's phrasings; other words stay as they are. */
export async function phrasingsOf(record: OpenRecord, words: readonly string[]): Promise<string[]> {
  const topics = await listTopics(record);
  return words.flatMap((one) => topics.find((topic) => isNamed(topic, one))?.phrasings ?? [one]);
}

function isNamed(topic: Topic, name: string): boolean {
  return topic.name.toLowerCase() === name.toLowerCase();
}
