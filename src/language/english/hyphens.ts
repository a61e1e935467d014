import { words } from '../words.ts';

/** First parts of words with a hyphen: at the end of a line it was printed on purpose. Our own list. */
export const HYPHENATED = words(
  'self non anti pro ex co half well so long short high low mid re vice post pre cross all much ill two three four five six old new far on off in out e',
);

/** After a hyphen that stands for the rest of a word: "pre- and post-war". */
export const AFTER_OPEN_HYPHEN = words('and or to nor but');
