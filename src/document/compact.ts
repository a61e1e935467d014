/** What is left of an object's fields when those that say nothing are gone. */
export type Compact<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null | false | 0 | ''> };

/**
 * The fields that say something: those that are undefined, null, false, 0 or empty text are left out, not set to undefined,
 * so that optional fields of a value are there or not there at all. Meant to be spread: `{ id, ...compact({ title, url }) }`.
 */
export function compact<Fields extends object>(fields: Fields): Compact<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value))) as Compact<Fields>;
}
