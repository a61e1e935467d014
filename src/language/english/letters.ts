/**
 * The letters of Latin script, to write into a pattern's class. A pattern with the `u` flag and `\p{L}` means more, but
 * takes far longer to compile, and the engine compiles a pattern anew whenever it has dropped it to save memory: some
 * fifty patterns cost each article as many tenths of a millisecond.
 */
export const LETTERS = 'A-Za-z\\u00AA-\\u024F';
