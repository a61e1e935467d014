import { VALUES } from './numbers.ts';

/**
 * British and American spellings of one word, and a number in letters and in digits, give one form; other words give
 * themselves.
 */
export function spellingOf(key: string): string {
  const known = spellings.get(key);
  if (known !== undefined) return known;
  if (spellings.size >= KEPT) spellings.clear();
  const spelling = numberOf(key) ?? inOneSpelling(key);
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

function numberOf(word: string): string | undefined {
  return VALUES.get(word)?.toString();
}

/** Endings and words by which one spelling differs from the other, both ways. */
const CHANGES: readonly (readonly [from: RegExp, to: string])[] = [
  [/or(s|ed|ing|ite|ites|able|ful|less|ers?)?$/u, 'our$1'],
  [/our(s|ed|ing|ite|ites|able|ful|less|ers?)?$/u, 'or$1'],
  [/iz(e[ds]?|ing|ers?|ations?)$/u, 'is$1'],
  [/is(e[ds]?|ing|ers?|ations?)$/u, 'iz$1'],
  [/yz(e[ds]?|ing|ers?)$/u, 'ys$1'],
  [/ys(e[ds]?|ing|ers?)$/u, 'yz$1'],
  [/([tbg])er(s|d|ed)?$/u, '$1re$2'],
  [/([tbg])re(s|d)?$/u, '$1er$2'],
  [/l(ed|ing|ers?)$/u, 'll$1'],
  [/ll(ed|ing|ers?)$/u, 'l$1'],
  [/ense(s?)$/u, 'ence$1'],
  [/ence(s?)$/u, 'ense$1'],
  [/og(s?)$/u, 'ogue$1'],
  [/ogue(s?)$/u, 'og$1'],
  [/^program(s?)$/u, 'programme$1'],
  [/^programme(s?)$/u, 'program$1'],
  [/^gray/u, 'grey'],
  [/^grey/u, 'gray'],
];

/**
 * What a word is in the other spelling: "labour" for "labor", "center" for "centre". What merely ends alike is changed, too
 * ("doctour"), which is no word and found nowhere.
 */
export function otherSpellings(word: string): string[] {
  return CHANGES.flatMap(([from, to]) => (from.test(word) ? [word.replace(from, to)] : []));
}
