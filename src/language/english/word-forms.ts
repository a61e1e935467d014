import { stemmer } from 'stemmer';
import { words } from '../words.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { otherSpellings, spellingOf } from './spelling.ts';
import { WORD_FAMILIES } from './word-families.ts';

/** Words that Porter's stemmer takes for forms of one another, and nobody who searches does. */
const NO_FORMS = words(
  'news organ organs organic organisation organization organisations organizations general generals generation generations university universities universe universal policy policies police personal personnel international internet',
);

/** Endings of regular verbs, nouns and adjectives, before which a silent "e" or "y" falls and a last letter is doubled. */
const ENDINGS = ['s', 'es', 'ed', 'ing', 'er', 'ers', 'ly'];

let byStem: ReadonlyMap<string, readonly string[]> | undefined;
let families: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The forms in which somebody who searches for a word wants to find it, itself first: "tax" → taxes, taxed, taxation;
 * "labour" → labor; "sought" → seek. Words are forms of one another that have the same stem by Porter (1980) in one spelling, or
 * stand in one family.
 *
 * @param word one word; a name, with a capital, has no irregular forms: "Rose" is not "rise"
 * @returns small letters, each form once
 */
export function formsOf(word: string): readonly string[] {
  const own = word.toLowerCase();
  if (!/^\p{L}{3,}$/u.test(own) || NO_FORMS.has(own)) return [own];
  byStem ??= stemsOfOrdinary();
  families ??= membersOfFamilies();
  const stem = stemOf(own);
  const family = own === word ? (families.get(spellingOf(own)) ?? []) : [];
  const alike = [...(byStem.get(stem) ?? []), ...[own, ...otherSpellings(own)].flatMap(regular)].filter(
    (form) => stemOf(form) === stem && !NO_FORMS.has(form),
  );
  return [...new Set([own, ...alike, ...family, ...family.flatMap(otherSpellings)])];
}

function stemOf(word: string): string {
  return stemmer(spellingOf(word));
}

function stemsOfOrdinary(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of ordinaryWords()) {
    const stem = stemOf(word);
    const held = found.get(stem);
    if (held) held.push(word);
    else found.set(stem, [word]);
  }
  return found;
}

function membersOfFamilies(): Map<string, readonly string[]> {
  const lines = WORD_FAMILIES.map((line) => line.split(' '));
  return new Map(lines.flatMap((members) => members.map((member) => [spellingOf(member), members] as const)));
}

/** What a word may be with other endings; most are no words, and found nowhere. */
function regular(word: string): string[] {
  const bare = [...new Set([word, word.replace(/(?:es|s|ed|d|ing|ers?|ly)$/u, '')])].filter(({ length }) => length > 2);
  return bare
    .flatMap((base) => [
      base,
      `${base}e`,
      `${base}y`,
      base.replace(/i$/u, 'y'),
      base.replace(/(\p{L})\1$/u, '$1'),
      base.replace(/e$/u, ''),
    ])
    .flatMap((base) => [
      base,
      ...ENDINGS.flatMap((ending) => [
        base + ending,
        base.replace(/e$/u, '') + ending,
        base.replace(/y$/u, 'i') + ending,
        base.replace(/([bdglmnprt])$/u, '$1$1') + ending,
      ]),
    ]);
}
