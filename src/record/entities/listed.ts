import { compact } from '../../document/index.ts';
import type { EntityType } from '../../language/english/name-keys.ts';
import type { Post } from './entities.ts';
import type { Trait } from './traits.ts';

/** Somebody that a file of people tells of. */
export interface ListedEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly posts: readonly Post[];
  readonly traits: readonly Trait[];
}

/** Who a file tells of, and what of it cannot be used. */
export interface PeopleFile {
  readonly entities: readonly ListedEntity[];
  /** A sentence for each entry that is left out. */
  readonly faults: readonly string[];
}

export type Json = Readonly<Record<string, unknown>>;

/** The objects of a list in an object; none where it has no such list. */
export function list(json: unknown, key: string): Json[] {
  const found = isObject(json) ? json[key] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that says something, without the spaces around it. */
export function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A date as far as it is known, "2019", "2019-05", widened to a day. */
export function day(value: unknown, side: 'start' | 'end'): string | undefined {
  const date = string(value);
  if (!date || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date.slice(0, 10))) return undefined;
  if (date.length === 4) return side === 'start' ? `${date}-01-01` : `${date}-12-31`;
  if (date.length === 7) return side === 'start' ? `${date}-01` : `${date}-31`;
  return date.slice(0, 10);
}

export function postOf(post: string, organisation?: string, earliest?: string, latest?: string): Post {
  return {
    post,
    ...compact({ organisation, earliest, latest }),
  };
}

/** A trait, where its value is told. */
export function traitsFrom(kind: Trait['kind'], value: unknown, earliest?: string, latest?: string): Trait[] {
  const told = string(value);
  return told === undefined
    ? []
    : [{ kind, value: kind === 'sex' ? sexOf(told) : told, ...compact({ earliest, latest }) }];
}

/** "F", "Female" and "woman" are one; other values stay as they are. */
function sexOf(value: string): string {
  const lower = value.toLowerCase();
  if (/^(?:f|female|woman)$/u.test(lower)) return 'female';
  return /^(?:m|male|man)$/u.test(lower) ? 'male' : lower;
}
