import type { Range } from '../../document/index.ts';
import { printedSurname } from '../../language/english/person-names.ts';
import type { NamedEntity } from '../mentions/cluster.ts';

/** What is printed beside a name, or instead of it. */

/** "the [fitness company] Strava", "his [brother] Ned": whether a noun stands in the three words before a mention. */
export function isNounBefore(text: string, { start }: Range, noun: string): boolean {
  const before = text
    .slice(Math.max(0, start - 60), start)
    .split(/[.,;:!?“”"\n]/u)
    .at(-1)!;
  return noun !== '' && before.toLowerCase().split(/\s+/u).slice(-4).includes(noun);
}

/** "Strava, a [company] in Oldmere,": whether a noun stands in the apposition after a mention. */
export function isNounAfter(text: string, { end }: Range, noun: string): boolean {
  const apposition = /^(?:,|\s(?:is|was)\s)([^.,;:!?“”"\n]{2,80})/u.exec(text.slice(end, end + 90))?.[1] ?? '';
  return noun !== '' && apposition.toLowerCase().split(/\s+/u).includes(noun);
}

export function isInTitle(title: string, { name, type }: NamedEntity): boolean {
  const last = type === 'person' ? printedSurname(name) : name.split(/\s+/u).at(-1)!;
  return last.length > 2 && title.includes(last);
}

/** Whether a short source is made of the first letters of a name: "the MoD". */
export function isAcronym(printed: string, name: string): boolean {
  const short = printed.replace(/^the\s+/iu, '').replace(/[.\s]/gu, '');
  if (!/^\p{Lu}[\p{L}]{1,6}$/u.test(short) || name.split(/\s+/u).length < 2) return false;
  const words = name.split(/[\s-]+/u);
  const all = words.map((word) => word[0]!).join('');
  const capitals = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]!)
    .join('');
  return [all, capitals].some((letters) => letters.toLowerCase() === short.toLowerCase());
}

/** Characters on either side of a name that count as beside it. */
const BESIDE = 90;

/** The longer words of the paragraph that stand close to a mention, in small letters and without a plural's s. */
export function wordsBeside(text: string, { start, end }: Range): ReadonlySet<string> {
  const before = text
    .slice(Math.max(0, start - BESIDE), start)
    .split('\n')
    .at(-1)!;
  const after = text.slice(end, end + BESIDE).split('\n')[0]!;
  return new Set([...longerWords(before), ...longerWords(after)]);
}

/** Words of four letters and more in small letters, without a plural's s. */
export function longerWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/u, ''));
}

/** "[Clinton]’s campaign": whether a mention in a source owns what the source names. */
export function isOwner(text: string, { end }: Range): boolean {
  return /^[’']s?\s/u.test(text.slice(end, end + 3));
}
