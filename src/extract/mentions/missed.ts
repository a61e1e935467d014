import { type Document, overlap, type Range, RangeIndex } from '../../document/index.ts';
import { MONTHS_THAT_ARE_NAMES } from '../../language/english/calendar.ts';
import { GIVEN_NAMES, HONORIFICS, ORGANISATION_WORDS, ROLE_NOUNS, UNNAMED } from '../../language/english/names.ts';
import type { FoundName } from './mentions.ts';

const GIVEN: ReadonlySet<string> = new Set([...GIVEN_NAMES.male, ...GIVEN_NAMES.female]);

/** Given names that are other words too: at the beginning of a sentence, or always where they are months. */
const OTHER_WORDS = /^(?:will|mark|grant|hope|rose|faith|grace|joy|dawn|art|frank|jack|rob|bill|chuck|drew|ray|max)$/u;

/** Last words of what is named after somebody, or by a given name: "Victoria Station", "Grace Hospital". */
const NO_SURNAME =
  /^(?:street|avenue|road|lane|drive|park|square|county|river|lake|bay|beach|hill|hills|mount|mountain|island|islands|point|port|airport|station|bridge|stadium|arena|hall|house|tower|plaza|mall|inn|day|award|awards|prize|act|law|bill|cup|trophy|festival|show|city|town|village|field|fields|memorial|monument|high|elementary|middle|north|south|east|west|democrat|democrats|republican|republicans|news|times|post|herald|journal)$/iu;

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{Ll}[\\p{L}\\p{M}’'-]*";
const SURNAME = new RegExp(`^${CAPITAL}$`, 'u');
const RUN = new RegExp(`(?<![\\p{L}\\p{N}’'.&-])(?:\\p{Lu}\\. )?${CAPITAL}(?: (?:\\p{Lu}\\. )?${CAPITAL})*`, 'gu');

/** Endings of what members of peoples and faiths are called: "Sunni Muslims". */
const PEOPLES = /(?:ans|ians|ims|ists|ers|ese|crats)$/u;

/**
 * Names of people that the network did not see, in the paragraphs of a document: a given name with a surname ("Joe Okafor"),
 * what stands after a role ("captain Adaeze Okafor"), a surname that stands alone elsewhere with the word before it.
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
    .flatMap((block) =>
      [...text.slice(block.start, block.end).matchAll(RUN)].flatMap((run) => {
        const name = nameIn(text, block, block.start + run.index, run[0], surnames);
        const isKnown = name && known.near(name).some((one) => overlap(one, name) > 0);
        return name && !isKnown ? [{ ...name, type: 'person' as const }] : [];
      }),
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
  if (words.length < 2 || words.length > 4 || NO_SURNAME.test(last)) return undefined;
  if (words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()))) return undefined;
  const first = words[0]!.toLowerCase();
  const begins = skipped === 0 && /(?:^|[.!?:]["”’)]*\s+|["“‘(])$/u.test(text.slice(block.start, start));
  // "Peter King" is somebody, "the new King" nobody.
  if (isTitle(last) && !GIVEN.has(first)) return undefined;
  const isGiven = GIVEN.has(first) && !MONTHS_THAT_ARE_NAMES.has(first) && !(begins && OTHER_WORDS.test(first));
  const role = /(?<![\p{L}-])(\p{Ll}[\p{L}-]+) $/u.exec(text.slice(block.start, start))?.[1];
  const hasRole = role !== undefined && skipped === 0 && (isTitle(role) || UNNAMED.test(role)) && !/s$/u.test(role);
  if (!isGiven && !hasRole && (begins || PEOPLES.test(last) || !surnames.has(last))) return undefined;
  return { start: start + skipped, end: start + run.replace(/[’']s$/u, '').length };
}

/** What members of parties are called before their names: "Republican Pat Toomey". */
const PARTISANS = /^(?:republican|democrat|democratic|independent|conservative|labour|liberal|tory|green)$/iu;

function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return ROLE_NOUNS.has(lower) || HONORIFICS.has(lower) || PARTISANS.test(word);
}
