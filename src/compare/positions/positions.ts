import type { Said, StatementKind } from '../../document/index.ts';
import {
  findDocuments,
  findStatements,
  listPairMarks,
  type OpenRecord,
  type PairMark,
  type PairPlace,
  type StoredStatement,
  statementsLike,
  type Vector,
} from '../../record/index.ts';
import { type Taken, takeApart } from './clauses.ts';
import { reasonOf, scoreOf } from './shift.ts';
import { type Signals, signalsOf } from './signals.ts';

/** A statement among a speaker's positions. */
export interface PositionStatement {
  readonly id: string;
  readonly speaker: string;
  readonly said: Said;
  readonly kind: StatementKind;
  readonly text: string;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Statements of one number say alike; numbers count from 1 in the order in which positions were first taken. */
  readonly position: number;
}

/** Two statements that may be a shift, and why. */
export interface PossibleShift {
  /** 0–1, for ranking; no probability. 1 where a person marked it. */
  readonly score: number;
  /** A person said so, and who. */
  readonly mark?: { readonly mark: 'shift'; readonly author: string };
  readonly earlier: PositionStatement;
  readonly later: PositionStatement;
  readonly reason: string;
}

export interface Positions {
  /** In the order in which they were said. */
  readonly statements: readonly PositionStatement[];
  /** Likeliest first. */
  readonly shifts: readonly PossibleShift[];
}

/** Possible shifts that are given, and pairs that are looked at, at most. */
const SHIFTS = 50;
const PAIRS = 4000;
/** Statements that share a stem beyond which it says little. */
const COMMON = 150;
/** Statements up to which every pair is looked at. */
const FEW = 120;
/** The least score of a shift that is told. */
const LEAST = 0.2;
/** The least topic of two statements of one position. */
const ALIKE = 0.6;
/** Characters around two statements of an article in which it may say that they answer one question. */
const AROUND = 160;
const TOGETHER = 400;

interface Candidate {
  readonly statement: StoredStatement;
  readonly taken: Taken;
  readonly text: string;
  readonly day: string;
}

/**
 * What a speaker said on a topic, in order, and the pairs that may be a shift of position. Statements that the text ties to
 * one on the topic ("responded to the same question") count too.
 *
 * @param topic phrasings; a statement is on the topic when it has all words of one of them
 * @param vectors what the phrasings are about: statements about the same thing in other words count too
 */
export async function positionsOf(
  record: OpenRecord,
  speaker: string,
  topic: readonly string[],
  vectors: readonly Vector[] = [],
): Promise<Positions> {
  const byWords = await findStatements(record, { speaker, about: topic });
  const known = new Set(byWords.map(({ id }) => id));
  const alike = vectors.length > 0 ? await statementsLike(record, speaker, vectors) : [];
  const byLikeness = await findStatements(record, { ids: alike.filter((id) => !known.has(id)) });
  const onTopic = [...byWords, ...byLikeness];
  const documents = await findDocuments(record, {
    documents: [...new Set(onTopic.map(({ document }) => document.id))],
  });
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const tied = await tiedTo(record, speaker, onTopic, texts);
  const candidates = [...onTopic, ...tied]
    .map(candidateOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const positions = groupsOf(candidates);
  const statements = new Map(
    candidates.map(({ statement, text }, i) => [statement.id, shown(statement, text, positions[i]!)]),
  );
  const marked = await marksOn(record, candidates);
  const shifts: PossibleShift[] = [];
  const pairs = new Map([...pairsOf(candidates)].map((pair) => [keyOf(...pair), pair] as const));
  for (const [key, { earlier, later, mark }] of marked) if (mark === 'shift') pairs.set(key, [earlier, later]);
  for (const [key, [earlier, later]] of pairs) {
    const told = marked.get(key);
    const signals = between(earlier, later, texts) ?? (told && signalsOf(earlier.taken, later.taken));
    if (!signals || (told && told.mark !== 'shift')) continue;
    const score = told ? 1 : scoreOf(signals);
    if (!told && (score < LEAST || !differs(signals))) continue;
    shifts.push({
      score,
      ...(told ? { mark: { mark: 'shift', author: told.author } } : {}),
      earlier: statements.get(earlier.statement.id)!,
      later: statements.get(later.statement.id)!,
      reason: reasonOf(signals),
    });
  }
  shifts.sort((a, b) => b.score - a.score || (a.earlier.id < b.earlier.id ? -1 : 1));
  return { statements: [...statements.values()], shifts: shifts.slice(0, SHIFTS) };
}

function keyOf({ statement: earlier }: Candidate, { statement: later }: Candidate): string {
  return `${earlier.id} ${later.id}`;
}

interface Marked {
  readonly earlier: Candidate;
  readonly later: Candidate;
  readonly mark: PairMark;
  readonly author: string;
}

/** What persons said of pairs of the candidates; of two who differ the newer counts. */
async function marksOn(record: OpenRecord, candidates: readonly Candidate[]): Promise<Map<string, Marked>> {
  const found = new Map<string, Marked>();
  const at = ({ document, start, end }: PairPlace) =>
    candidates.find(
      ({ statement }) =>
        statement.document.id === document && statement.content.some((run) => run.start < end && start < run.end),
    );
  for (const { places, mark, author } of await listPairMarks(record)) {
    const [earlier, later] = places.map(at);
    if (earlier && later) found.set(keyOf(earlier, later), { earlier, later, mark, author });
  }
  return found;
}

function differs({ opposite, numbers, firmness, sameQuestion }: Signals): boolean {
  return opposite !== undefined || numbers !== undefined || firmness !== undefined || sameQuestion;
}

function candidateOf(statement: StoredStatement): Candidate {
  const text = statement.content.map((span) => span.text).join(' … ');
  const { earliest, latest } = statement.said;
  return { statement, text, taken: takeApart(text), day: latest ?? earliest ?? statement.document.published ?? '9999' };
}

function shown(
  { id, speaker, said, kind, document, entity }: StoredStatement,
  text: string,
  position: number,
): PositionStatement {
  const { id: of, title, outlet, published } = document;
  return {
    id,
    speaker: entity?.name ?? speaker.name,
    said,
    kind,
    text,
    document: of,
    title,
    outlet,
    published,
    position,
  };
}

/** Statements of the same speaker in the same documents that the text ties to one on the topic as answers to one question. */
async function tiedTo(
  record: OpenRecord,
  speaker: string,
  onTopic: readonly StoredStatement[],
  texts: ReadonlyMap<string, string>,
): Promise<StoredStatement[]> {
  const known = new Set(onTopic.map(({ id }) => id));
  const found: StoredStatement[] = [];
  for (const [document, text] of texts) {
    if (!/\bsame question\b/iu.test(text)) continue;
    const own = await findStatements(record, { speaker, document });
    const topical = own.filter(({ id }) => known.has(id));
    found.push(
      ...own.filter((one) => !known.has(one.id) && topical.some((other) => answerOneQuestion(text, one, other))),
    );
  }
  return found;
}

/** Whether the text between two statements that stand together says that the question was the same. */
function answerOneQuestion(text: string, one: StoredStatement, other: StoredStatement): boolean {
  if (one.document.id !== other.document.id) return false;
  const [first, second] = [one, other].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  const [start, end] = [first!.content.at(-1)!.end, second!.content[0]!.start];
  return end > start && end - start <= TOGETHER && /\bsame question\b/iu.test(text.slice(start, end));
}

/** Whether the sentence that a statement stands in says that it answers a question asked before. */
function answersAgain(text: string, { cue, content }: StoredStatement): boolean {
  const at = (cue[0] ?? content[0]!).start;
  const begins = Math.max(at - AROUND, text.lastIndexOf('\n', at) + 1);
  return /\bsame question\b/iu.test(text.slice(begins, at + AROUND / 2).split('\n')[0]!);
}

/** Undefined for two reports of one thing, and for two that were said on one day, unless as answers to one question. */
function between(earlier: Candidate, later: Candidate, texts: ReadonlyMap<string, string>): Signals | undefined {
  const text = texts.get(later.statement.document.id) ?? '';
  const tied = answerOneQuestion(text, earlier.statement, later.statement);
  const apart = isBefore(earlier.statement, later.statement);
  if (!apart && !tied) return undefined;
  if (earlier.statement.parent === later.statement.id || later.statement.parent === earlier.statement.id)
    return undefined;
  const signals = signalsOf(earlier.taken, later.taken, tied);
  const again = !tied && signals.topic > 0 && answersAgain(text, later.statement);
  return again ? { ...signals, sameQuestion: true } : signals;
}

/** Days before its publication that a statement without a date of its own is taken to have been made, at most. */
const FRESH = 7;

/** Whether one was surely said before the other, as far as the dates tell. */
function isBefore({ said: a, document: c }: StoredStatement, { said: b, document: d }: StoredStatement): boolean {
  const end = (a.latest ?? c.published)?.slice(0, 10);
  const start = b.earliest ?? daysBefore((b.latest ?? d.published)?.slice(0, 10), FRESH);
  return end !== undefined && start !== undefined && end < start;
}

function daysBefore(date: string | undefined, days: number): string | undefined {
  return date && new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Pairs of the earlier and the later: all where statements are few, else those that share rarer words of weight. */
function* pairsOf(candidates: readonly Candidate[]): Generator<[Candidate, Candidate]> {
  if (candidates.length <= FEW) {
    for (const [i, earlier] of candidates.entries())
      for (const later of candidates.slice(i + 1)) yield [earlier, later];
    return;
  }
  const holders = new Map<string, number[]>();
  candidates.forEach(({ taken }, number) => {
    for (const stem of taken.stems) {
      const held = holders.get(stem);
      if (held) held.push(number);
      else holders.set(stem, [number]);
    }
  });
  const weights = new Map<number, number>();
  for (const held of [...holders.values()].sort((a, b) => a.length - b.length)) {
    if (held.length > COMMON || weights.size > 10 * PAIRS) continue;
    for (const [i, one] of held.entries())
      for (const other of held.slice(i + 1)) {
        const key = one * candidates.length + other;
        weights.set(key, (weights.get(key) ?? 0) + 1 / Math.log2(2 + held.length));
      }
  }
  const best = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, PAIRS);
  for (const [key] of best)
    yield [candidates[Math.floor(key / candidates.length)]!, candidates[key % candidates.length]!];
}

/** The position of each statement: that of the first one which it says alike, or a new one. */
function groupsOf(candidates: readonly Candidate[]): number[] {
  const firsts: Taken[] = [];
  const byStem = new Map<string, number[]>();
  return candidates.map(({ taken }) => {
    const shared = new Map<number, number>();
    for (const stem of taken.stems)
      for (const number of byStem.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    const near = [...shared]
      .filter(([number, count]) => count >= ALIKE * Math.min(taken.stems.size, firsts[number]!.stems.size))
      .sort((a, b) => a[0] - b[0]);
    for (const [number] of near) {
      const signals = signalsOf(firsts[number]!, taken);
      if (signals.topic >= ALIKE && !differs(signals)) return number + 1;
    }
    firsts.push(taken);
    for (const stem of taken.stems) {
      const held = byStem.get(stem);
      if (!held) byStem.set(stem, [firsts.length - 1]);
      else if (held.length < COMMON) held.push(firsts.length - 1);
    }
    return firsts.length;
  });
}
