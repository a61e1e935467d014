import { OnrecordError } from '../document/index.ts';

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; missing on the last. */
  readonly next?: string;
  /** How many items there are in all; only on the first page. */
  readonly total?: number;
}

type Key = string | number;

/** A cursor, safe in an address, made of the sort keys of a page's last item. */
export function cursorOf(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The sort keys in a cursor.
 *
 * @param types what they must be
 * @throws OnrecordError `wrong-usage` if the cursor is malformed or of another list
 */
export function placeOf(cursor: string, types: readonly ('string' | 'number')[]): Key[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Key[];
    if (keys.length === types.length && keys.every((key, i) => typeof key === types[i])) return keys;
  } catch {}
  throw new OnrecordError('wrong-usage', 'the cursor is not one from a previous page; start again without it');
}
