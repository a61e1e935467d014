import {
  findStatements,
  listPairMarks,
  type OpenRecord,
  type PairPlace,
  type StoredStatement,
  statementsLike,
  type Vector,
  vectorsOf,
} from '../../record/index.ts';
import { type Candidate, candidateOf, inOrder, type PositionStatement, shown } from './candidates.ts';
import { groupsOf } from './groups.ts';
import {
  type FoundShift,
  keyOf,
  type MarkedPair,
  type PositionReader,
  type PossibleShift,
  shiftsAmong,
} from './shifts.ts';

/** A speaker's statements on a topic, and the possible shifts among them. */
export interface Positions {
  /** Oldest first. */
  readonly statements: readonly PositionStatement[];
  /** Likeliest first, at most 50. */
  readonly shifts: readonly PossibleShift[];
}

/** How many possible shifts are returned, and how many pairs of passages are judged, at most. */
const SHIFTS = 50;
const JUDGED = 600;

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
  reader: PositionReader,
  { vectors = [], thoughts = false }: Related = {},
): Promise<Positions> {
  const said = await onTopic(record, speaker, topic, { vectors, thoughts });
  const candidates = inOrder(said.map((statement) => candidateOf(statement, topic)));
  const groups = groupsOf(candidates.map(({ text }) => text));
  const statements = candidates.map((candidate, at) => shown(candidate, groups[at]!));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const shifts = await shiftsAmong(candidates, await marksOn(record, candidates), reader, {
    vectors: await vectorsOf(
      record,
      candidates.map(({ statement }) => statement.id),
    ),
    judged: JUDGED,
  });
  return { statements, shifts: shifts.slice(0, SHIFTS).map((shift) => shownShift(shift, byId)) };
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

/** @param statements as they are shown; one that is not among them takes a position of its own */
export function shownShift(
  { earlier, later, passages, score, reason, author }: FoundShift,
  statements: ReadonlyMap<string, PositionStatement> = new Map(),
): PossibleShift {
  const [before, after] = [earlier, later].map(
    (candidate, at) => statements.get(candidate.statement.id) ?? shown(candidate, at + 1),
  );
  return {
    score,
    ...(author === undefined ? {} : { mark: { mark: 'shift' as const, author } }),
    earlier: before!,
    later: after!,
    passages: { earlier: passages[0].text, later: passages[1].text },
    reason,
  };
}

/** What people said about pairs of the candidates; of several marks on a pair, the newest counts. */
export async function marksOn(record: OpenRecord, candidates: readonly Candidate[]): Promise<Map<string, MarkedPair>> {
  const found = new Map<string, MarkedPair>();
  const at = ({ document, start, end }: PairPlace) =>
    candidates.find(
      ({ statement }) =>
        statement.document.id === document && statement.content.some((run) => run.start < end && start < run.end),
    );
  for (const { places, mark, author } of await listPairMarks(record)) {
    const [earlier, later] = places.map(at);
    if (!earlier || !later) continue;
    found.set(keyOf(earlier, later), { earlier, later, mark, author });
  }
  return found;
}
