import { OnrecordError } from '../document/index.ts';

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next part begins; none after the last. */
  readonly next?: string;
  /** How many there are in all; told with the first part. */
  readonly total?: number;
}

type Key = string | number;

/** The values that a list is ordered by, of the last of a part, as letters that go into an address. */
export function cursorOf(keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The values of a cursor, which must be of these types. Throws `wrong-usage` for anything else. */
export function placeOf(cursor: string, types: readonly ('string' | 'number')[]): Key[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Key[];
    if (keys.length === types.length && keys.every((key, i) => typeof key === types[i])) return keys;
  } catch {}
  throw new OnrecordError('wrong-usage', 'the cursor is none that a page before gave; begin again without it');
}
