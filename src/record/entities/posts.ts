import type { Kysely } from 'kysely';
import { postKey } from '../../language/english/name-keys.ts';
import type { LinkRow, Schema } from '../store/schema.ts';

/**
 * "the defence secretary" of a day is whoever held that post then, if one person did.
 *
 * @param isLinked whether the document's link of a name is known already
 */
export async function postLinks(
  tx: Kysely<Schema>,
  document: string,
  isLinked: (name: string) => boolean,
): Promise<LinkRow[]> {
  const roles = await tx
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select(['statement.speaker', 'statement.speaker_type', 'statement.latest', 'document.published'])
    .where('statement.document', '=', document)
    .where('statement.speaker_type', '=', 'anonymous')
    .execute();
  const links = new Map<string, LinkRow>();
  for (const { speaker: name, speaker_type: type, latest, published } of roles) {
    const day = (latest ?? published)?.slice(0, 10);
    const key = postKey(name);
    if (!day || key === '' || isLinked(name) || links.has(name)) continue;
    const entity = await holderOf(tx, key, day);
    if (entity) links.set(name, { document, type, name, role: name, entity, origin: 'program', basis: 'post' });
  }
  return [...links.values()];
}

/** The one person who held a post on a day; undefined where none or several did. */
async function holderOf(tx: Kysely<Schema>, key: string, day: string): Promise<string | undefined> {
  const holders = await tx
    .selectFrom('holding')
    .select('entity')
    .distinct()
    .where('key', '=', key)
    .where('earliest', '<=', day)
    .where((where) => where.or([where('latest', 'is', null), where('latest', '>=', day)]))
    .limit(2)
    .execute();
  return holders.length === 1 ? holders[0]!.entity : undefined;
}
