/** The words of a table written as one text, separated by white space, in the order of the text. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** A table from words to what they mean, of which nothing is an entry but these: "constructor" is a word, too. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}

/** The words of several tables as one, each once. */
export function union(...tables: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => [...table]));
}

/** The words of a table that are not in others. */
export function without(table: Iterable<string>, ...others: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set([...table].filter((word) => !others.some((other) => other.has(word))));
}

/**
 * A group of a pattern that matches any of the words: `(?:night|day)`. A longer word comes before a shorter one, so that
 * "June" is not read as "Jun"; an apostrophe may be straight or curly.
 */
export function alternation(table: Iterable<string>): string {
  const alternatives = [...table]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll("'", "['’]"));
  return `(?:${alternatives.join('|')})`;
}

/** A word with a capital as its first letter. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
