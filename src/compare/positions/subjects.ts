import { BEFORE_NOUN } from '../../language/english/assertions.ts';
import { topicStem } from '../../language/english/stems.ts';
import { findStatements, type OpenRecord } from '../../record/index.ts';
import { wordsIn } from '../fidelity/words.ts';
import { type Candidate, candidateOf } from './candidates.ts';

/** What a speaker spoke of more than once, named by their own words. */
export interface Subject {
  /** One or two words as the speaker said them: a topic for `positionsOf`. */
  readonly words: string;
  readonly statements: number;
  readonly days: number;
  /** YYYY-MM-DD of the first and the last day. */
  readonly first: string;
  readonly last: string;
}

/** How many subjects are listed, and how many of the newest statements are read, at most. */
const SUBJECTS = 25;
const READ = 3000;
/** A subject of which another has more than this share of its statements is told by the other. */
const SAME = 0.6;
/** What is spoken of on more than this share of a speaker's days is routine: greetings, the day's figures. */
const ROUTINE = 0.2;
/** A single word is a noun if it stands after an article or the like at least this often. */
const NOUN = 0.6;
/** Two words in a row name a subject better than one. */
const TWO_WORDS = 2.5;

interface Heard {
  readonly printed: Map<string, number>;
  /** How often a word stood before it that a noun follows. */
  nouns: number;
  times: number;
  readonly by: Set<Candidate>;
}

/** The subjects that a speaker spoke of on more than one day, those of most statements first. */
export async function subjectsOf(
  record: OpenRecord,
  speaker: string,
  { thoughts = false }: { readonly thoughts?: boolean } = {},
): Promise<Subject[]> {
  const said = (await findStatements(record, { speaker, thoughts }))
    .slice(-READ)
    .map((statement) => candidateOf(statement));
  const allDays = daysOf(new Set(said)).length;
  const own = new Set(
    said.flatMap(({ statement }) => wordsIn(statement.speaker.name).map(({ key }) => topicStem(key))),
  );
  const heard = new Map<string, Heard>();
  for (const candidate of said) for (const { text } of candidate.assertions) hear(candidate, text, own, heard);
  const subjects = [...heard.values()]
    .filter(({ nouns, times }) => nouns >= NOUN * times)
    .map(({ printed, by }) => ({ words: commonest(printed), by, days: daysOf(by) }))
    .filter(({ days }) => days.length > 1 && days.length <= Math.max(5, ROUTINE * allDays))
    .map((one) => ({ ...one, weight: one.days.length * (one.words.includes(' ') ? TWO_WORDS : 1) }))
    .sort((a, b) => b.weight - a.weight || b.by.size - a.by.size || (a.words < b.words ? -1 : 1));
  return apart(subjects).map(({ words, by, days }) => ({
    words,
    statements: by.size,
    days: days.length,
    first: days[0]!,
    last: days.at(-1)!,
  }));
}

/** Notes the content words of a passage, and each two in a row, for the candidate that said it. */
function hear(
  candidate: Candidate,
  text: string,
  own: ReadonlySet<string | undefined>,
  heard: Map<string, Heard>,
): void {
  const words = wordsIn(text).map(({ start, end, key }) => ({ start, end, key, stem: topicStem(key) }));
  const note = (stem: string, printed: string, isNoun: boolean) => {
    const known = heard.get(stem) ?? {
      printed: new Map<string, number>(),
      by: new Set<Candidate>(),
      nouns: 0,
      times: 0,
    };
    heard.set(stem, known);
    known.printed.set(printed, (known.printed.get(printed) ?? 0) + 1);
    known.by.add(candidate);
    known.times++;
    if (isNoun) known.nouns++;
  };
  words.forEach(({ start, end, key, stem }, at) => {
    if (stem === undefined || own.has(stem) || stem.length < 3 || key.includes("'")) return;
    note(stem, text.slice(start, end), BEFORE_NOUN.has(words[at - 1]?.key ?? ''));
    const next = words[at + 1];
    if (next?.stem === undefined || !/^\s$|^-$/u.test(text.slice(end, next.start))) return;
    note(`${stem} ${next.stem}`, text.slice(start, next.end), true);
  });
}

function commonest(printed: ReadonlyMap<string, number>): string {
  return [...printed].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function daysOf(by: ReadonlySet<Candidate>): string[] {
  return [...new Set([...by].flatMap(({ day }) => (day === '9999' ? [] : [day.slice(0, 10)])))].sort();
}

/** Leaves out what is hardly more than another way to name a subject listed before. */
function apart<One extends { readonly by: ReadonlySet<Candidate> }>(subjects: readonly One[]): One[] {
  const kept: One[] = [];
  for (const subject of subjects) {
    const isKnown = kept.some(
      ({ by }) => [...subject.by].filter((candidate) => by.has(candidate)).length > SAME * subject.by.size,
    );
    if (!isKnown) kept.push(subject);
    if (kept.length === SUBJECTS) break;
  }
  return kept;
}
