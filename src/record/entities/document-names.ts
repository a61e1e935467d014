import type { Kysely } from 'kysely';
import { type EntityType, isEntityType } from '../../language/english/name-keys.ts';
import { isShortName, parseName } from '../../language/english/person-names.ts';
import type { Schema } from '../store/schema.ts';

/** A name as one document uses it. */
export interface DocumentName {
  readonly type: EntityType;
  readonly name: string;
  readonly role: string | null;
  /** Short names that the document gives it. */
  readonly aliases: readonly string[];
}

/** The people, organisations, outlets and places that a document names, full names before those that need another. */
export async function namesOf(tx: Kysely<Schema>, document: string): Promise<DocumentName[]> {
  const speakers = await tx
    .selectFrom('statement')
    .select(['speaker_type as type', 'speaker as name', 'value'])
    .where('document', '=', document)
    .where('origin', '!=', 'rejected')
    .where('speaker', '!=', '')
    .orderBy('position')
    .execute();
  const named = await tx.selectFrom('named').selectAll().where('document', '=', document).execute();
  const about = await tx.selectFrom('about').select(['type', 'name']).where('document', '=', document).execute();
  const found = new Map<string, DocumentName>();
  for (const { type, name, role, aliases } of named)
    if (isEntityType(type)) found.set(`${type}:${name}`, { type, name, role, aliases: JSON.parse(aliases) });
  for (const { type, name, value } of speakers) {
    if (!isEntityType(type)) continue;
    const { role = null } = (JSON.parse(value) as { speaker: { role?: string } }).speaker;
    const before = found.get(`${type}:${name}`);
    if (!before?.role) found.set(`${type}:${name}`, { type, name, role, aliases: before?.aliases ?? [] });
  }
  for (const { type, name } of about)
    if (isEntityType(type) && !found.has(`${type}:${name}`))
      found.set(`${type}:${name}`, { type, name, role: null, aliases: [] });
  return [...found.values()].sort(
    (a, b) => Number(needsAnother(a)) - Number(needsAnother(b)) || inOrder(a.type, b.type) || inOrder(a.name, b.name),
  );
}

/** A person's surname alone. */
function needsAnother({ type, name }: DocumentName): boolean {
  return type === 'person' && isShortName(parseName(name));
}

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
