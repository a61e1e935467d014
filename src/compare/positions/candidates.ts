import type { Said, StatementKind } from '../../document/index.ts';
import { topicStem } from '../../language/english/stems.ts';
import type { StoredStatement } from '../../record/index.ts';
import { wordsIn } from '../fidelity/words.ts';
import { assertionsIn } from './assertions.ts';

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

/** A statement as it is compared with others of its speaker. */
export interface Candidate {
  readonly statement: StoredStatement;
  readonly text: string;
  /** YYYY-MM-DD, for sorting; the far future if nothing is known. */
  readonly day: string;
  /** The passages that assert something, each with its stems; of a long text those that have most to do with the topic. */
  readonly assertions: readonly Assertion[];
}

export interface Assertion {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** How many passages of one statement are compared, at most: a statement may be a whole speech. */
const PASSAGES = 12;
/** A statement without a date of its own was made at most this many days before publication. */
const FRESH = 7;

/** @param topic phrasings; of a long statement, passages with their words come first */
export function candidateOf(statement: StoredStatement, topic: readonly string[] = []): Candidate {
  const text = statement.content.map((span) => span.text).join(' … ');
  const { earliest, latest } = statement.said;
  const wanted = new Set(topic.flatMap(stemsIn));
  const assertions = assertionsIn(text, statement.act).map((passage) => ({
    text: passage,
    stems: new Set(stemsIn(passage)),
  }));
  const onTopic = ({ stems }: Assertion) => [...wanted].filter((stem) => stems.has(stem)).length;
  return {
    statement,
    text,
    day: latest ?? earliest ?? statement.document.published ?? '9999',
    assertions:
      assertions.length <= PASSAGES
        ? assertions
        : [...assertions].sort((a, b) => onTopic(b) - onTopic(a)).slice(0, PASSAGES),
  };
}

function stemsIn(text: string): string[] {
  return wordsIn(text).flatMap(({ key }) => topicStem(key) ?? []);
}

/** Oldest first. */
export function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** False for two statements that may have been made on the same day, and for a statement and one inside it. */
export function isComparable(earlier: StoredStatement, later: StoredStatement): boolean {
  return isBefore(earlier, later) && earlier.parent !== later.id && later.parent !== earlier.id;
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

/** A candidate as it is shown. */
export function shown({ statement, text }: Candidate, position: number): PositionStatement {
  const { id, speaker, said, kind, document, entity } = statement;
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
