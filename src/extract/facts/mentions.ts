import { OUTLET_ENDINGS, type Range } from '../../document/index.ts';
import { type Frame, type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import { isName, isTemporal, isVerb } from '../print/item-kinds.ts';
import type { Token } from '../print/tokens.ts';
import {
  DEPARTMENTS,
  type Gender,
  genderOf,
  HONORIFICS,
  METONYMS,
  NOT_NAMES,
  ORGANISATION_WORDS,
  OUTLETS,
  ROLE_NOUNS,
  UNNAMED,
} from './names.ts';

type MentionType = 'person' | 'organisation' | 'publication' | 'place';

/** A name in the text, with the role or title printed before it. */
export interface Mention extends Range {
  readonly type: MentionType;
  /** The name without titles and roles: "John Healey" in "UK Defence Secretary John Healey". */
  readonly name: string;
  readonly role?: string;
  readonly gender?: Gender;
  /** Index of the frame it stands in. */
  readonly frame: number;
  /** True for the first mention of its frame: likeliest its subject. */
  readonly first: boolean;
  /** True right before a verb: whoever does something is likelier a person than a place. */
  readonly acts: boolean;
  /** True after "in", "at", "from": likelier a place than a person. */
  readonly located: boolean;
}

const PARTICLES = /^(?:de|del|della|di|da|dos|van|von|der|den|ter|la|le|al|bin|ibn|el|af|y)$/u;
/** Titles that are part of a name when nothing else is: "Lady Marsh". */
const NOBLE = /^(?:lord|lady|baroness|baron|king|queen|prince|princess|pope|duke|duchess)$/u;
const JUNIOR = /^(?:jr\.?|sr\.?|i{2,3}|iv)$/iu;

/** Names of countries, from the runtime's own data, and short forms that it lacks. */
const PLACES: ReadonlySet<string> = (() => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Set(
    'uk us usa eu u.s u.k u.s. u.k. britain america england scotland wales europe asia africa kyiv kiev moscow london paris berlin washington beijing tehran gaza tokyo brussels jerusalem damascus alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming chicago boston houston philadelphia phoenix detroit dallas seattle denver manchester birmingham liverpool leeds glasgow edinburgh cardiff belfast dublin sydney melbourne toronto delhi mumbai baghdad kabul cairo tripoli benghazi'.split(
      ' ',
    ),
  );
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const name = names.of(String.fromCharCode(a, b));
      if (name) found.add(name.toLowerCase());
    }
  }
  return found;
})();

/** All names in the frames' narration, in the order of the text. */
export function findMentions(text: string, frames: readonly Frame[]): Mention[] {
  const mentions: Mention[] = [];
  frames.forEach((frame, index) => {
    let first = true;
    for (const run of nameRuns(frame.items)) {
      const mention = mentionOf(text, frame.items, run, index, first);
      if (!mention) continue;
      mentions.push(mention);
      if (mention.type !== 'place') first = false;
    }
  });
  return mentions;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Runs of capitalised words: "Prime Minister Sir Keir Starmer", "Ministry of Defence", "Ursula von der Leyen". */
function nameRuns(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < items.length; i++) {
    if (!startsName(items, i)) continue;
    let last = i;
    while (continuesName(items, last)) last = nextOfName(items, last);
    runs.push({ first: i, last });
    i = last;
  }
  return runs;
}

function startsName(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (!isWord(item) || !isName(item) || isTemporal(item) || !/\p{L}/u.test(item.text)) return false;
  if (!/^\p{Lu}/u.test(item.text) && item.class === 'PROPN') return false;
  const opens = i === 0 || isQuote(items[i - 1]) || /^[.:;“"—–-]$/u.test(lowerOf(items[i - 1]));
  return !(opens && item.class !== 'PROPN' && !isName(items[i + 1]) && !ROLE_NOUNS.has(item.lower));
}

/** The item after `last` that belongs to the same name, through particles and the "of" of institutions. */
function nextOfName(items: readonly Item[], last: number): number {
  const next = items[last + 1];
  if (isQuote(next)) return last + 2;
  if (isWord(next) && isName(next) && !isTemporal(next)) return last + 1;
  if (isWord(next) && JUNIOR.test(next.text)) return last + 1;
  let i = last + 1;
  while (isWord(items[i]) && PARTICLES.test((items[i] as Token).text)) i++;
  return i;
}

function continuesName(items: readonly Item[], last: number): boolean {
  const next = items[last + 1];
  if (isQuote(next)) return isName(items[last + 2]) && next.end - next.start < 30; // Dwyn “The Anchor” Marsh
  if (!isWord(next)) return false;
  if (isTemporal(next) && !isName(items[last + 2])) return false;
  if (isName(next) && /^\p{Lu}/u.test(next.text)) return !isTemporal(next);
  if (JUNIOR.test(next.text)) return true;
  if (PARTICLES.test(next.text)) return isName(items[nextOfName(items, last)]);
  if (next.lower === 'of' || next.lower === 'and' || next.lower === 'for')
    return isName(items[last + 2]) && isInstitution(items, last);
  return false;
}

/** "Ministry [of] Defence", "Minister [of] Defence", "Department [for] Transport". */
function isInstitution(items: readonly Item[], last: number): boolean {
  const word = lowerOf(items[last]);
  return /^(?:ministry|department|minister|secretary|university|bank|house|institute|board|court|council|office|bureau|house|church|college|society|association|commission|agency|federation|league|chancellor|center|centre)$/u.test(
    word,
  );
}

function mentionOf(text: string, items: readonly Item[], run: Run, frame: number, first: boolean): Mention | undefined {
  const words = items.slice(run.first, run.last + 1).filter((item) => isWord(item));
  const cut = roleLength(words);
  const nameWords = words.slice(cut);
  const start = words[0]!.start;
  if (nameWords.length === 0) return undefined;
  const end = nameWords.at(-1)!.end;
  const noble =
    nameWords.length === 1 && cut > 0 && NOBLE.test(words[cut - 1]!.lower) ? words[cut - 1]! : nameWords[0]!;
  const name = text.slice(noble.start, end).replace(/\s+/gu, ' ');
  const before = lowerRoleBefore(items, run.first, text);
  const role = roleText(text, words.slice(0, cut)) ?? before;
  const type = typeOf(nameWords, name, role !== undefined || cut > 0);
  if (!type) return undefined;
  const gender =
    type === 'person' ? [...words].map((word) => genderOf(word.text)).find((found) => found !== undefined) : undefined;
  return {
    start,
    end,
    type,
    name,
    ...(role && type === 'person' ? { role } : {}),
    ...(gender ? { gender } : {}),
    frame,
    first,
    acts: isVerb(items[run.last + 1]),
    located: /^(?:of|in|at|from|near|to|across|outside|around|on)$/u.test(lowerOf(items[run.first - 1])),
  };
}

/** How many words of the run are titles and roles before the name. */
function roleLength(words: readonly Token[]): number {
  let cut = 0;
  words.forEach((word, i) => {
    if (i === words.length - 1 && !ROLE_NOUNS.has(word.lower) && !HONORIFICS.has(word.lower)) return;
    if (ROLE_NOUNS.has(word.lower) || HONORIFICS.has(word.lower)) cut = i + 1;
    else if (cut > 0 && DEPARTMENTS.has(word.lower) && i > 1 && /^(?:of|for|and)$/u.test(words[i - 1]!.lower))
      cut = i + 1;
    else if (cut === i && /^(?:of|for)$/u.test(word.lower)) cut = i;
  });
  while (cut < words.length && /^(?:of|for|and)$/u.test(words[cut]!.lower)) cut++;
  // "Assistant Secretary for Diplomatic Security Ada Quill": the name begins with a given name
  const given = words.findIndex((word, i) => i > cut && i < words.length - 1 && genderOf(word.text) !== undefined);
  return cut > 0 && given > cut ? given : cut;
}

/** The role without titles of address: "Prime Minister" of "Prime Minister Sir". */
function roleText(text: string, words: readonly Token[]): string | undefined {
  const kept = words.filter((word) => !HONORIFICS.has(word.lower));
  if (kept.length === 0 || !kept.some((word) => ROLE_NOUNS.has(word.lower))) return undefined;
  return text.slice(kept[0]!.start, kept.at(-1)!.end);
}

/** "campaign manager Robby Mook": a role in small letters before the name. */
function lowerRoleBefore(items: readonly Item[], first: number, text: string): string | undefined {
  let start = first;
  for (let i = first - 1; i >= 0; i--) {
    const item = items[i];
    if (!isWord(item) || !/^(?:NOUN|ADJ)$/u.test(item.class) || /^\p{Lu}/u.test(item.text)) break;
    start = i;
  }
  if (start === first || !ROLE_NOUNS.has(lowerOf(items[first - 1]))) return undefined;
  return text.slice(items[start]!.start, items[first - 1]!.end);
}

function typeOf(words: readonly Token[], name: string, hasRole: boolean): MentionType | undefined {
  const lower = words.map((word) => word.lower);
  const last = lower.at(-1)!;
  if (PLACES.has(name.toLowerCase())) return 'place';
  if (words.length === 1 && (NOT_NAMES.test(name) || UNNAMED.test(name))) return undefined;
  if (
    words.length <= 2 &&
    (OUTLETS.has(last) || OUTLETS.has(lower[0]!)) &&
    !(words.length === 2 && genderOf(words[0]!.text))
  )
    return 'publication';
  if (OUTLET_ENDINGS.test(name) && !(words.length > 1 && genderOf(words[0]!.text))) return 'publication';
  if (hasRole && words.length <= 3 && !lower.some((word) => ORGANISATION_WORDS.has(word))) return 'person';
  if (lower.some((word) => ORGANISATION_WORDS.has(word)) || METONYMS.has(lower[0]!)) return 'organisation';
  if (words.length === 1 && /^\p{Lu}[\p{Lu}&.]{1,6}$/u.test(name)) return 'organisation';
  if (words.length === 1 && words[0]!.class !== 'PROPN') return undefined;
  if (lower.some((word) => /^(?:of|for|and)$/u.test(word))) return 'organisation';
  return words.length <= 4 ? 'person' : 'organisation';
}
