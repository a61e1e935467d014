import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { chunks } from '../store/chunks.ts';
import type { Schema } from '../store/schema.ts';
import { Linker } from './linker.ts';

/** Links the names of one document anew; what persons linked stays. Inside the transaction that wrote its statements. */
export async function linkDocument(tx: Kysely<Schema>, document: string): Promise<void> {
  await tx.deleteFrom('link').where('document', '=', document).where('origin', '=', 'program').execute();
  const linker = new Linker(tx);
  await linker.link(document);
  await linker.flush();
}

/**
 * Links all documents anew, oldest first; what people linked stays, and entities keep their ids.
 *
 * @returns ids of the documents in which a name means somebody else now
 */
export async function linkAll(
  tx: Kysely<Schema>,
  progress: (done: number, all: number) => void = () => {},
): Promise<string[]> {
  const before = await linkDigests(tx);
  await tx.deleteFrom('link').where('origin', '=', 'program').execute();
  const documents = await tx
    .selectFrom('document')
    .select('id')
    .orderBy('published')
    .orderBy('added')
    .orderBy('id')
    .execute();
  const linker = new Linker(tx);
  for (const [i, { id }] of documents.entries()) {
    await linker.link(id);
    progress(i + 1, documents.length);
  }
  await linker.flush();
  const after = await linkDigests(tx);
  return documents.flatMap(({ id }) => (before.get(id) === after.get(id) ? [] : [id]));
}

/** A digest of whom each document's names mean. */
async function linkDigests(tx: Kysely<Schema>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const documents = await tx.selectFrom('link').select('document').distinct().orderBy('document').execute();
  for (const part of chunks(documents)) {
    const links = await tx
      .selectFrom('link')
      .select(['document', 'type', 'name', 'entity'])
      .where(
        'document',
        'in',
        part.map(({ document }) => document),
      )
      .orderBy('document')
      .orderBy('type')
      .orderBy('name')
      .execute();
    const texts = new Map<string, string[]>();
    for (const { document, ...link } of links) {
      const held = texts.get(document);
      if (held) held.push(JSON.stringify(link));
      else texts.set(document, [JSON.stringify(link)]);
    }
    for (const [document, text] of texts)
      digests.set(document, createHash('sha256').update(text.join()).digest('base64').slice(0, 16));
  }
  return digests;
}
