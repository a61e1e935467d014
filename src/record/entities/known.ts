import { ALL_GIVEN_NAMES } from '../../language/english/given-names.ts';
import { type EntityType, nameKey, roleWords } from '../../language/english/name-keys.ts';
import { fullestName } from '../../language/english/person-names.ts';
import { plain } from '../../language/english/plain.ts';

/** What is known of an entity while documents are linked. */
export interface Known {
  readonly id: string;
  /** What it is by most of the documents that name it. */
  type: EntityType;
  /** What it is called in lists. */
  name: string;
  /** Whether type and name follow the documents: not where a file or a person has said them. */
  readonly isOurs: boolean;
  /** The names by which documents or files know it, by their keys. */
  readonly names: Map<string, Set<string>>;
  /** How many documents use each name, and each type. */
  readonly printed: Map<string, number>;
  readonly types: Map<EntityType, number>;
  readonly roles: Set<string>;
  /** Keys of the names that stand in the same documents. */
  readonly company: Set<string>;
  /** How many documents name it. */
  documents: number;
}

/** Names met together beyond which no more are remembered: enough to know somebody by. */
export const COMPANY = 400;

export function newlyKnown(id: string, type: EntityType, name: string, isOurs: boolean): Known {
  return {
    id,
    type,
    name,
    isOurs,
    names: new Map(),
    printed: new Map(),
    types: new Map(),
    roles: new Set(),
    company: new Set(),
    documents: 0,
  };
}

/** Another name by which an entity is known. */
export function addName(known: Known, type: EntityType, name: string): void {
  const key = nameKey(type, name);
  known.names.set(key, (known.names.get(key) ?? new Set()).add(name));
}

/** Notes that so many documents name an entity so. */
export function addDocuments(known: Known, type: EntityType, name: string, role: string | null, documents = 1): void {
  addName(known, type, name);
  known.documents += documents;
  known.printed.set(name, (known.printed.get(name) ?? 0) + documents);
  known.types.set(type, (known.types.get(type) ?? 0) + documents * weightOfType(type, name, role));
  for (const word of roleWords(role ?? '')) known.roles.add(word);
}

/** What has neither role nor given name is taken for a person's name more often than it is one. */
function weightOfType(type: EntityType, name: string, role: string | null): number {
  return type === 'person' && role === null && !ALL_GIVEN_NAMES.has(plain(name).split(' ')[0]!) ? 0.5 : 1;
}

/** Notes who is named beside an entity. */
export function addCompany(known: Known, company: Iterable<string>): void {
  for (const key of company) {
    if (known.company.size >= COMPANY) return;
    known.company.add(key);
  }
}

/** What an entity is, and is called, by the documents that name it: of equals what it was first. */
export function called({ type, name, types, printed }: Known): { type: EntityType; name: string } {
  const most = Math.max(...types.values());
  const kind = types.get(type) === most ? type : [...types].find(([, documents]) => documents === most)?.[0];
  return { type: kind ?? type, name: fullestName(kind ?? type, printed) ?? name };
}
