import type { Range } from '../../document/index.ts';

/** A word of a text as it is compared. */
export interface Word extends Range {
  /** In small letters, apostrophes straight, accents kept. */
  readonly key: string;
}

/** Letters and digits with the apostrophes, full stops and commas inside them: "council's", "18,400", "3.6", "U.S". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+|(?<=\p{N})[.,]\p{N}+)*/gu;

/** The words of a text; hyphens and dashes part words, so that "by-laws" and "by laws" are alike. */
export function wordsIn(text: string, { start, end }: Range = { start: 0, end: text.length }): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: keyOf(match[0]),
  }));
}

/** How many words a text has, as `wordsIn` parts them. */
export function countOfWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** A word as it is compared, whatever its capitals and the form of its apostrophes. */
export function keyOf(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, String(number)] as const)
    .concat('thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, String(10 * (i + 3))])),
);

/**
 * British and American spellings of one word, and a number in letters and in digits, give one form; other words give
 * themselves.
 */
export function spellingOf(key: string): string {
  const known = spellings.get(key);
  if (known !== undefined) return known;
  if (spellings.size >= KEPT) spellings.clear();
  const spelling = NUMBERS.get(key) ?? inOneSpelling(key);
  spellings.set(key, spelling);
  return spelling;
}

/** Spellings found before, for the same words come again and again. */
const spellings = new Map<string, string>();
const KEPT = 100_000;

function inOneSpelling(key: string): string {
  return key
    .replace(/ys(e[ds]?|ing|ers?)$/u, 'yz$1')
    .replace(/(?<=\p{L}{3})is(e[ds]?|ing|ers?|ations?)$/u, 'iz$1')
    .replace(/(?<=\p{L}{2})our(s|ed|ing|ite|ites|able|ful|less|ers?)?$/u, 'or$1')
    .replace(/(?<=\p{L}{2})(?<![aeiou])(t|b|g)re(s|d)?$/u, '$1er$2')
    .replace(/(?<=\p{L}{2})ll(ed|ing|ers?)$/u, 'l$1')
    .replace(/ence(s?)$/u, 'ense$1')
    .replace(/(?<=\p{L}{3})ogue(s?)$/u, 'og$1')
    .replace(/^(program)me(s?)$/u, '$1$2')
    .replace(/^gr[ae]y(s|ed|er)?$/u, 'gray$1');
}
