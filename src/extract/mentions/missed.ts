import { type Document, overlap, type Range, RangeIndex } from '../../document/index.ts';
import { MONTHS_THAT_ARE_NAMES } from '../../language/english/calendar.ts';
import { ALL_GIVEN_NAMES, NAMES_THAT_ARE_WORDS } from '../../language/english/given-names.ts';
import { ORGANISATION_WORDS } from '../../language/english/organisations.ts';
import { NAMED_AFTER, PEOPLES_ENDINGS } from '../../language/english/places.ts';
import { PARTISANS, ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { HONORIFICS } from '../../language/english/titles.ts';
import { alternation } from '../../language/words.ts';
import type { FoundName } from './mentions.ts';

/** A word with a capital and a small letter; no name has longer ones, and a bound keeps the search linear. */
const CAPITAL = "\\p{Lu}[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}’'-]{0,40}\\p{Ll}[\\p{L}\\p{M}’'-]{0,40}";
const SURNAME = new RegExp(`^${CAPITAL}$`, 'u');
const RUN = new RegExp(`(?<![\\p{L}\\p{N}’'.&-])(?:\\p{Lu}\\. )?${CAPITAL}(?: (?:\\p{Lu}\\. )?${CAPITAL})*`, 'gu');
/** "Harold "Bud" Nystrom": straight marks and brackets look like those of a quotation or an aside. */
const NICKNAMED = new RegExp(
  `(?<![\\p{L}\\p{N}’'.&-])(${CAPITAL}) (?:"${CAPITAL}"|“${CAPITAL}”|\\(${CAPITAL}\\)) (${CAPITAL})`,
  'gu',
);

/** What no such name is without, and quickly looked for. */
const NICKNAME_HINT = / ["“(]\p{Lu}[^\s]{1,81}["”)] \p{Lu}/u;

/** Endings of what members of peoples and faiths are called: "Sunni Muslims". */
const PEOPLES = new RegExp(`${alternation(PEOPLES_ENDINGS)}$`, 'u');

/**
 * Names of people that the network did not see, in the paragraphs of a document: a given name with a surname ("Joe Okafor"),
 * what stands after a role ("captain Adaeze Okafor"), a surname that stands alone elsewhere with the word before it, and
 * names around a nickname.
 */
export function missedNames({ text, blocks }: Document, names: readonly FoundName[]): FoundName[] {
  const known = new RangeIndex(names, (name) => [name]);
  const surnames = new Set(
    names.flatMap(({ start, end, type }) =>
      type === 'person' && SURNAME.test(text.slice(start, end)) ? [text.slice(start, end)] : [],
    ),
  );
  return blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'blockquote' || kind === 'list-item')
    .flatMap((block) => {
      const printed = text.slice(block.start, block.end);
      const runs = [...printed.matchAll(RUN)].flatMap((run) => {
        const name = nameIn(text, block, block.start + run.index, run[0], surnames);
        const isKnown = name && known.near(name).some((other) => overlap(other, name) > 0);
        return name && !isKnown ? [{ ...name, type: 'person' as const }] : [];
      });
      return [...runs, ...nicknamed(printed, block.start, surnames)];
    });
}

/** Names around a nickname, where the first word is a given name or the last a surname that stands alone elsewhere. */
function nicknamed(printed: string, from: number, surnames: ReadonlySet<string>): FoundName[] {
  if (!NICKNAME_HINT.test(printed)) return [];
  return [...printed.matchAll(NICKNAMED)].flatMap(({ index, 0: name, 1: given, 2: surname }) =>
    ALL_GIVEN_NAMES.has(given!.toLowerCase()) || surnames.has(surname!)
      ? [{ start: from + index, end: from + index + name.length, type: 'person' as const }]
      : [],
  );
}

function nameIn(
  text: string,
  block: Range,
  start: number,
  run: string,
  surnames: ReadonlySet<string>,
): Range | undefined {
  const words = run.split(' ').filter((word, i) => i > 0 || !/^\p{Lu}\.$/u.test(word));
  let skipped = 0;
  while (words.length > 1 && isTitle(words[0]!)) skipped += words.shift()!.length + 1;
  const last = words.at(-1)!.replace(/[’']s$/u, '');
  if (words.length < 2 || words.length > 4 || NAMED_AFTER.has(last.toLowerCase())) return undefined;
  if (words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()))) return undefined;
  const first = words[0]!.toLowerCase();
  const begins = skipped === 0 && /(?:^|[.!?:]["”’)]*\s+|["“‘(])$/u.test(text.slice(block.start, start));
  // "Peter King" is somebody, "the new King" nobody.
  if (isTitle(last) && !ALL_GIVEN_NAMES.has(first)) return undefined;
  const isGiven =
    ALL_GIVEN_NAMES.has(first) && !MONTHS_THAT_ARE_NAMES.has(first) && !(begins && NAMES_THAT_ARE_WORDS.has(first));
  const role = /(?<![\p{L}-])(\p{Ll}[\p{L}-]+) $/u.exec(text.slice(block.start, start))?.[1];
  const hasRole =
    role !== undefined && skipped === 0 && (isTitle(role) || UNNAMED.has(role.toLowerCase())) && !/s$/u.test(role);
  if (!isGiven && !hasRole && (begins || PEOPLES.test(last) || !surnames.has(last))) return undefined;
  return { start: start + skipped, end: start + run.replace(/[’']s$/u, '').length };
}

function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return ROLE_NOUNS.has(lower) || HONORIFICS.has(lower) || PARTISANS.has(lower);
}

/** A word with a capital, and what belongs to it: "AT&T", "Co-op", "O’Neill". */
const WORD = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&’'.-]*/gu;

/**
 * Where a document prints once more what the network found to be a name elsewhere in it: in a heading, after a dash. A
 * single word that the document prints in small letters, too, is not looked for.
 */
export function repeatedNames({ text, blocks }: Document, names: readonly FoundName[]): FoundName[] {
  const known = new RangeIndex(names, (name) => [name]);
  const byFirst = namesByFirstWord(text, names);
  const found: FoundName[] = [];
  for (const { start, end, kind } of blocks) {
    if (kind === 'byline') continue;
    for (const { index } of text.slice(start, end).matchAll(WORD)) {
      const at = start + index;
      if (at < (found.at(-1)?.end ?? 0)) continue;
      const name = byFirst.get(firstWord(text.slice(at, at + 60)))?.find(({ printed }) => stands(text, at, printed));
      const range = name && { start: at, end: at + name.printed.length, type: name.type };
      if (range && !known.near(range).some((other) => overlap(other, range) > 0)) found.push(range);
    }
  }
  return found;
}

interface Repeated {
  readonly printed: string;
  readonly type: FoundName['type'];
}

/** The names that may be looked for, by their first words, longer ones first. */
function namesByFirstWord(text: string, names: readonly FoundName[]): Map<string, Repeated[]> {
  const small = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}’'-]*/gu));
  const found = new Map<string, Repeated[]>();
  const seen = new Set<string>();
  for (const { start, end, type } of names) {
    const printed = text.slice(start, end);
    if (seen.has(printed) || printed.length < 3 || !/^\p{Lu}/u.test(printed) || small.has(printed.toLowerCase()))
      continue;
    seen.add(printed);
    const first = firstWord(printed);
    found.set(
      first,
      [...(found.get(first) ?? []), { printed, type }].sort((a, b) => b.printed.length - a.printed.length),
    );
  }
  return found;
}

function firstWord(words: string): string {
  return /^[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '';
}

/** Whether a name stands at a place and ends there, and no longer one of capitals begins or goes on. */
function stands(text: string, at: number, printed: string): boolean {
  if (!text.startsWith(printed, at)) return false;
  const after = text.slice(at + printed.length, at + printed.length + 3);
  const before = text.slice(Math.max(0, at - 2), at);
  return !/^(?:[\p{L}\p{N}]|[ -]\p{Lu})/u.test(after) && !/(?:\p{Lu}\.?|\p{L}-)\s?$/u.test(before);
}
