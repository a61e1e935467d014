import type { Said, StatementKind } from '../../document/index.ts';
import {
  findStatements,
  listPairMarks,
  type OpenRecord,
  type PairMark,
  type PairPlace,
  type StoredStatement,
  statementsLike,
  type Vector,
} from '../../record/index.ts';
import { type Claim, claimOf } from './clauses.ts';
import { reasonOf, scoreOf } from './shift.ts';
import { differ, signalsOf } from './signals.ts';

/** A statement with the position that it takes. */
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
  /** Statements with the same number say the same thing. Counts from 1, in the order in which positions were first taken. */
  readonly position: number;
}

/** Two statements that may be a shift of position, and why. */
export interface PossibleShift {
  /** 0–1, for ranking; not a probability. 1 if a person marked the pair as a shift. */
  readonly score: number;
  /** Present if a person marked the pair as a shift. */
  readonly mark?: { readonly mark: 'shift'; readonly author: string };
  readonly earlier: PositionStatement;
  readonly later: PositionStatement;
  readonly reason: string;
}

/** A speaker's statements on a topic, and the possible shifts among them. */
export interface Positions {
  /** Oldest first. */
  readonly statements: readonly PositionStatement[];
  /** Highest score first, at most 50. */
  readonly shifts: readonly PossibleShift[];
}

/** How many possible shifts are returned, and how many pairs are compared, at most. */
const SHIFTS = 50;
const PAIRS = 4000;
/** A stem that more statements than this share says little, and suggests no pairs. */
const COMMON = 150;
/** Up to this many statements, every pair is compared. */
const FEW = 120;
/** The lowest score that is returned. */
const LEAST = 0.2;
/** The lowest topic overlap, 0–1, of two statements of the same position. */
const ALIKE = 0.6;
/** A statement without a date of its own was made at most this many days before publication. */
const FRESH = 7;

interface Candidate {
  readonly statement: StoredStatement;
  readonly claim: Claim;
  readonly text: string;
  /** YYYY-MM-DD, for sorting; the far future if nothing is known. */
  readonly day: string;
}

/** What belongs to a topic besides what was said in its words. */
interface Related {
  readonly vectors?: readonly Vector[];
  readonly thoughts?: boolean;
}

/**
 * What a speaker said on a topic, in order, and the pairs that may be a shift of position.
 *
 * @param topic phrasings; a statement is on the topic if it has all words of one of them
 * @param related.vectors sentence vectors of the phrasings; statements about the same thing in other words count too
 * @param related.thoughts also what the speaker is said to think
 */
export async function positionsOf(
  record: OpenRecord,
  speaker: string,
  topic: readonly string[],
  { vectors = [], thoughts = false }: Related = {},
): Promise<Positions> {
  const candidates = (await onTopic(record, speaker, topic, { vectors, thoughts }))
    .map(candidateOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const positions = groupsOf(candidates);
  const statements = candidates.map(({ statement, text }, i) => shown(statement, text, positions[i]!));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const marked = await marksOn(record, candidates);
  const shifts = [...pairsToCompare(candidates, marked)]
    .flatMap((pair) => shiftOf(pair, marked.get(keyOf(pair)), byId) ?? [])
    .sort((a, b) => b.score - a.score || (a.earlier.id < b.earlier.id ? -1 : 1));
  return { statements, shifts: shifts.slice(0, SHIFTS) };
}

async function onTopic(
  record: OpenRecord,
  speaker: string,
  topic: readonly string[],
  { vectors, thoughts }: Required<Related>,
): Promise<StoredStatement[]> {
  const byWords = await findStatements(record, { speaker, about: topic, thoughts });
  const known = new Set(byWords.map(({ id }) => id));
  const alike = vectors.length > 0 ? await statementsLike(record, speaker, vectors) : [];
  return [...byWords, ...(await findStatements(record, { ids: alike.filter((id) => !known.has(id)), thoughts }))];
}

type Pair = readonly [earlier: Candidate, later: Candidate];

function keyOf([earlier, later]: Pair): string {
  return `${earlier.statement.id} ${later.statement.id}`;
}

/** Pairs that words suggest, and those that a person marked as a shift, each once. */
function pairsToCompare(candidates: readonly Candidate[], marked: ReadonlyMap<string, MarkedPair>): Iterable<Pair> {
  const pairs = new Map([...pairsOf(candidates)].map((pair) => [keyOf(pair), pair] as const));
  for (const [key, { pair, mark }] of marked) if (mark === 'shift') pairs.set(key, pair);
  return pairs.values();
}

/** The pair as a possible shift; undefined if it is none, or if a person said that it is none. */
function shiftOf(
  pair: Pair,
  marked: MarkedPair | undefined,
  statements: ReadonlyMap<string, PositionStatement>,
): PossibleShift | undefined {
  if (marked && marked.mark !== 'shift') return undefined;
  const [earlier, later] = pair;
  if (!marked && !isComparable(earlier.statement, later.statement)) return undefined;
  const signals = signalsOf(earlier.claim, later.claim);
  const score = marked ? 1 : scoreOf(signals);
  if (!marked && (score < LEAST || !differ(signals))) return undefined;
  return {
    score,
    ...(marked ? { mark: { mark: 'shift', author: marked.author } } : {}),
    earlier: statements.get(earlier.statement.id)!,
    later: statements.get(later.statement.id)!,
    reason: reasonOf(signals),
  };
}

/** False for two statements that may have been made on the same day, and for a statement and one inside it. */
function isComparable(earlier: StoredStatement, later: StoredStatement): boolean {
  return isBefore(earlier, later) && earlier.parent !== later.id && later.parent !== earlier.id;
}

interface MarkedPair {
  readonly pair: Pair;
  readonly mark: PairMark;
  readonly author: string;
}

/** What people said about pairs of the candidates; of several marks on a pair, the newest counts. */
async function marksOn(record: OpenRecord, candidates: readonly Candidate[]): Promise<Map<string, MarkedPair>> {
  const found = new Map<string, MarkedPair>();
  const at = ({ document, start, end }: PairPlace) =>
    candidates.find(
      ({ statement }) =>
        statement.document.id === document && statement.content.some((run) => run.start < end && start < run.end),
    );
  for (const { places, mark, author } of await listPairMarks(record)) {
    const [earlier, later] = places.map(at);
    if (!earlier || !later) continue;
    const pair = [earlier, later] as const;
    found.set(keyOf(pair), { pair, mark, author });
  }
  return found;
}

function candidateOf(statement: StoredStatement): Candidate {
  const text = statement.content.map((span) => span.text).join(' … ');
  const { earliest, latest } = statement.said;
  return { statement, text, claim: claimOf(text), day: latest ?? earliest ?? statement.document.published ?? '9999' };
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

/** Whether one statement was made before the other on any reading of their dates. */
function isBefore({ said: a, document: c }: StoredStatement, { said: b, document: d }: StoredStatement): boolean {
  const end = (a.latest ?? c.published)?.slice(0, 10);
  const start = b.earliest ?? daysBefore((b.latest ?? d.published)?.slice(0, 10), FRESH);
  return end !== undefined && start !== undefined && end < start;
}

function daysBefore(date: string | undefined, days: number): string | undefined {
  return date && new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Pairs of candidates in order: all of them if there are few, else those that share the rarest stems. */
function* pairsOf(candidates: readonly Candidate[]): Generator<Pair> {
  if (candidates.length <= FEW) {
    for (const [i, earlier] of candidates.entries())
      for (const later of candidates.slice(i + 1)) yield [earlier, later];
    return;
  }
  const holders = new Map<string, number[]>();
  candidates.forEach(({ claim }, number) => {
    for (const stem of claim.stems) {
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

/** The number of each candidate's position: that of the first candidate that says the same, or a new one. */
function groupsOf(candidates: readonly Candidate[]): number[] {
  const firsts: Claim[] = [];
  const byStem = new Map<string, number[]>();
  return candidates.map(({ claim }) => {
    const shared = new Map<number, number>();
    for (const stem of claim.stems)
      for (const number of byStem.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    const near = [...shared]
      .filter(([number, count]) => count >= ALIKE * Math.min(claim.stems.size, firsts[number]!.stems.size))
      .sort((a, b) => a[0] - b[0]);
    for (const [number] of near) {
      const signals = signalsOf(firsts[number]!, claim);
      if (signals.topic >= ALIKE && !differ(signals)) return number + 1;
    }
    firsts.push(claim);
    for (const stem of claim.stems) {
      const held = byStem.get(stem);
      if (!held) byStem.set(stem, [firsts.length - 1]);
      else if (held.length < COMMON) held.push(firsts.length - 1);
    }
    return firsts.length;
  });
}
