import type { Range, Statement } from '../../src/document/index.ts';
import type { Label, LabelledRun } from './articles.ts';

/** A label, and the statement that it was found as. */
export interface Judgement {
  readonly label: Label;
  readonly statement: Statement | undefined;
  /** Whether the statement has the label's speaker. */
  readonly isSpeakerRight: boolean;
}

/** How an article's statements stand to its labels. */
export interface Judged {
  readonly judgements: readonly Judgement[];
  /** Statements that no label has. */
  readonly superfluous: readonly Statement[];
}

/**
 * Pairs statements with labels, each once, those that share most letters first. A statement is a label's where the shared
 * letters are at least half of both contents.
 */
export function judge(labels: readonly Label[], statements: readonly Statement[]): Judged {
  const found = pairs(
    statements.map(({ content }) => content),
    labels.map(({ content }) => content.map(rangeOf)),
  );
  const judgements = labels.map((label, i): Judgement => {
    const at = found.get(i);
    const statement = at === undefined ? undefined : statements[at];
    return { label, statement, isSpeakerRight: statement !== undefined && isSpeakerOf(statement, label) };
  });
  const used = new Set(found.values());
  return { judgements, superfluous: statements.filter((_, i) => !used.has(i)) };
}

/** The number of the statement for each label that has one. */
export function pairs(
  statements: readonly (readonly Range[])[],
  labels: readonly (readonly Range[])[],
): Map<number, number> {
  const ofStatements = statements.map(lettersOf);
  const ofLabels = labels.map(lettersOf);
  const shares = ofStatements.flatMap((own, i) =>
    ofLabels.flatMap((gold, j) => {
      const shared = [...own].filter((letter) => gold.has(letter)).length;
      return shared > 0 && 2 * shared >= Math.max(own.size, gold.size) ? [{ shared, i, j }] : [];
    }),
  );
  const found = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of shares.sort((a, b) => b.shared - a.shared || b.i - a.i || b.j - a.j)) {
    if (used.has(i) || found.has(j)) continue;
    used.add(i);
    found.set(j, i);
  }
  return found;
}

export function rangeOf([start, end]: LabelledRun): Range {
  return { start, end };
}

function lettersOf(runs: readonly Range[]): Set<number> {
  const letters = new Set<number>();
  for (const { start, end } of runs) for (let at = start; at < end; at++) letters.add(at);
  return letters;
}

const MARKED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?<!\w)‘[^’]*(?:’(?!\w)|$)|(?<!\w)'[^']*'(?!\w)/gu;

/** Direct, mixed or indirect, by how much of a labelled content stands in quotation marks of its own. */
export function kindOf(text: string, { content }: Label): 'direct' | 'mixed' | 'indirect' {
  const printed = content.map(([start, end]) => text.slice(start, end)).join('');
  const marked = (printed.match(MARKED) ?? []).reduce((sum, part) => sum + part.length, 0);
  if (marked === 0) return 'indirect';
  return marked >= 0.9 * printed.length ? 'direct' : 'mixed';
}

/** Whether a statement's speaker is who the label says: by a full name or a part of it, or by the description. */
export function isSpeakerOf({ speaker: { name, type } }: Statement, label: Label): boolean {
  const wanted = label.speaker;
  if (wanted?.includes(' + ')) {
    const own = new Set(wordsIn(name));
    return wanted.split(' + ').some((one) => isSameName(name, one)) || bareWords(wanted).every((word) => own.has(word));
  }
  if (wanted) return isSameName(name, wanted, ['organisation', 'publication', 'document'].includes(label.type));
  if (label.type === 'unknown') return name === '' || ['unknown', 'anonymous', 'group'].includes(type);
  return isSameName(name, label.description ?? '');
}

/**
 * The same name, in full or in part: a surname, initials, and of a body the first words of its name.
 *
 * @param isBody whether it is the name of an organisation or a document
 */
function isSameName(name: string, wanted: string, isBody = false): boolean {
  const own = bareWords(name);
  const other = bareWords(wanted);
  if (own.length === 0 || other.length === 0) return false;
  if (isSubset(own, other) && isSubset(other, own)) return true;
  const [short, long] = own.length <= other.length ? [own, other] : [other, own];
  if (short.length === 1 && long.length > 1 && short[0] === long.map((word) => word[0]).join('')) return true;
  if (isBody && short.every((word, i) => word === long[i])) return true;
  return isSubset(short, long) && (short.at(-1) === long.at(-1) || short.length >= 2);
}

function isSubset(some: readonly string[], others: readonly string[]): boolean {
  return some.every((word) => others.includes(word));
}

const SMALL = new Set(['the', 'a', 'an', 'of', 'for', 'and', 'in', 'mr', 'mrs', 'ms', 'dr', 'sir', 'dame', 'lord']);

function bareWords(text: string): string[] {
  return wordsIn(text).filter((word) => !SMALL.has(word));
}

function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Whether the day of a statement is the label's, as exactly as the label tells it. */
export function isDateOf({ said }: Statement, wanted: string): boolean {
  return said.earliest?.slice(0, wanted.length) === wanted && said.latest?.slice(0, wanted.length) === wanted;
}
