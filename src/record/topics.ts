import { OnrecordError } from '../document/index.ts';
import { readJson } from './store/json.ts';
import type { OpenRecord } from './store/record.ts';

/** Phrasings of one topic under a name. */
export interface Topic {
  readonly name: string;
  readonly phrasings: readonly string[];
}

/** Saves a topic; one of the same name, whatever its capitals, is replaced. Gives the one that was there before. */
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

/** All saved topics by name. */
export async function listTopics(record: OpenRecord): Promise<Topic[]> {
  const rows = await record.db.selectFrom('topic').selectAll().orderBy('name').execute();
  return rows.map(({ name, phrasings }) => ({ name, phrasings: readJson<string[]>(phrasings) }));
}

/** Takes a topic away and gives it. Throws `not-found`. */
export async function removeTopic(record: OpenRecord, name: string): Promise<Topic> {
  const topic = (await listTopics(record)).find((one) => isNamed(one, name));
  if (!topic) throw new OnrecordError('not-found', `no topic is saved as ${name}; see: onrecord topic list`);
  await record.db.deleteFrom('topic').where('name', '=', topic.name).execute();
  return topic;
}

/** Words and names of saved topics → phrasings: a saved topic stands for its own. */
export async function phrasingsOf(record: OpenRecord, words: readonly string[]): Promise<string[]> {
  const topics = await listTopics(record);
  return words.flatMap((one) => topics.find((topic) => isNamed(topic, one))?.phrasings ?? [one]);
}

function isNamed(topic: Topic, name: string): boolean {
  return topic.name.toLowerCase() === name.toLowerCase();
}
