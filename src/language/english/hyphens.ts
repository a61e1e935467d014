import { words } from '../words.ts';

/** First parts of words with a hyphen: at the end of a line it was printed on purpose. Our own list. */
export const HYPHENATED = words(
  'self non anti pro ex co half well so long short high low mid re vice post pre cross all much ill two three four five six old new far on off in out e',
);
