import { contains, type Range } from '../../document/index.ts';
import { type Gender, genderOf } from '../../language/english/gender.ts';
import { formalNames } from '../../language/english/nicknames.ts';
import { isShortName, mayAgree, type PersonName, parseName } from '../../language/english/person-names.ts';
import { plain } from '../../language/english/plain.ts';
import { AFTER_NAMES, LABEL_TITLES } from '../../language/english/titles.ts';
import { LABEL_COMMON, PARTS, QUESTIONER } from '../../language/english/turns.ts';
import type { Standing, Voice } from './fidelity.ts';

/** What labels call those whom they do not name. */
const PARTS_IN_LABELS: ReadonlySet<string> = new Set([...PARTS, ...LABEL_COMMON, QUESTIONER, 'unidentified', 'q']);

/** A name as it is compared: without the titles and the role before it. */
interface Called {
  readonly name: PersonName;
  /** As the first printed word tells it, a title or a given name. */
  readonly gender: ReturnType<typeof genderOf>;
}

/**
 * Whether two names may mean the same speaker: one is a part of the other ("Captain Reyk", "JONAS REYK") or another form
 * of it ("J. Reyk"; "Mike Reyk", "Michael Reyk"). "Anna Lund" and "Peter Lund", "Mr Lund" and "Mrs Lund" are two people. A name that lists several, as bylines
 * do, means each of them. Undefined where a description ("a union spokeswoman") or a part ("THE CHAIRMAN", "MODERATOR")
 * leaves it open, because nobody can tell.
 */
export function sameSpeaker(one: string, other: string): boolean | undefined {
  const theirs = calledIn(other);
  if (calledIn(one).some((ours) => theirs.some((their) => mayBeSame(ours, their)))) return true;
  return isName(one) && isName(other) ? false : undefined;
}

function mayBeSame(one: Called, other: Called): boolean {
  if (differ(one.gender, other.gender) || differ(one.name.generation, other.name.generation)) return false;
  if (isPart(one.name.words, other.name.words) || isPart(other.name.words, one.name.words)) return true;
  const areShort = isShortName(one.name) && isShortName(other.name);
  return mayAgree(one.name, other.name) && (!areShort || one.name.surname === other.name.surname);
}

/** Whether both are told and are not the same. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function isPart(words: readonly string[], all: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => all.includes(word));
}

/** The names that one text lists: "Anna Lund and Peter Berg", "Jonas Reyk, Nesse"; "Leroy Maddox, Jr." is one. */
function calledIn(text: string): Called[] {
  return text
    .replace(/,\s+(\S+)/gu, (whole, word: string) => (AFTER_NAMES.has(plain(word)) ? ` ${word}` : whole))
    .split(/,|&|\sand\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [first] = part.split(/\s/u) as [string];
      const name = withoutTitles(part);
      return { name: parseName(name), gender: isTitle(first) ? genderOf(first) : genderOfGiven(name.split(/\s/u)[0]!) };
    });
}

/** The gender that a given name suggests; a short form suggests one only where all that it may stand for do ("Mike", not "Chris"). */
function genderOfGiven(name: string): Gender | undefined {
  const genders = new Set(formalNames(name.toLowerCase()).map(genderOf));
  if (genders.size === 0) return genderOf(name);
  return genders.size === 1 ? [...genders][0] : undefined;
}

/** What stands behind the last title, "Reyk" of "Former Harbour Captain Reyk", or else the words that are no titles. */
function withoutTitles(name: string): string {
  const words = name.split(/\s+/u);
  const own = words.filter((word) => !isTitle(word));
  const last = words.findLastIndex(
    (word, i) => i < words.length - 1 && (isTitle(word) || isPartWord(word)) && /^\p{Lu}/u.test(word),
  );
  return (last < 0 ? own : words.slice(last + 1)).join(' ') || name;
}

/** Not the letter of "Witness A". */
function isTitle(word: string): boolean {
  return word !== 'A' && LABEL_TITLES.has(plain(word));
}

/** The word of an office or a part: "Secretary Volk", "MODERATOR". */
function isPartWord(word: string): boolean {
  return PARTS_IN_LABELS.has(plain(word));
}

function isName(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => !isTitle(word));
  if (words.length === 0 || words.every(isPartWord)) return false;
  return words.every((word) => /^\p{Lu}/u.test(word));
}

/** Who says a passage, and how it stands there. */
export interface Heard {
  /** Undefined if unknown, or if the speaker is quoting somebody else there. */
  readonly speaker?: string;
  readonly standing: Standing;
}

/** Who says a passage, which may run over several paragraphs of theirs. */
export function voiceAt(text: string, voices: readonly Voice[], passage: Range): Heard {
  const innermost = innermostAt(voices, passage) ?? fromEndToEnd(voices, passage);
  if (!innermost) return { standing: 'narration' };
  const before = text.slice(innermost.part.start, passage.start).replace(/^["“]/u, '');
  const straight = (before.match(/"/gu) ?? []).length % 2 === 1;
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”');
  if (!straight && !curly) return { speaker: innermost.speaker, standing: innermost.standing };
  // What is read out in a turn is on the record; what an article quotes is not its author's.
  const isAuthor = innermost.part.start === 0 && innermost.part.end === text.length;
  return { standing: isAuthor ? 'quoted' : innermost.standing };
}

/** The part that holds the beginning of a passage, if the same speaker has its end. */
function fromEndToEnd(voices: readonly Voice[], { start, end }: Range) {
  const begins = innermostAt(voices, { start, end: start + 1 });
  const ends = begins && innermostAt(voices, { start: end - 1, end });
  return begins?.speaker === ends?.speaker && begins?.standing === ends?.standing ? begins : undefined;
}

/** The shortest part of what somebody says that holds a passage. */
function innermostAt(voices: readonly Voice[], passage: Range) {
  const holding = voices.flatMap(({ speaker, content, standing = 'own' }) =>
    content.filter((part) => contains(part, passage)).map((part) => ({ speaker, standing, part })),
  );
  return holding.sort((a, b) => a.part.end - a.part.start - (b.part.end - b.part.start))[0];
}
