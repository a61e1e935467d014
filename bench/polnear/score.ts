import { overlap, type Range } from '../../src/document/index.ts';

/** Content, cue and source of a statement, gold or found. Quotation marks in the content tell its kind. */
export interface Scored {
  readonly content: readonly Range[];
  readonly source: readonly Range[];
}

export interface Tally {
  gold: number;
  found: number;
  predicted: number;
  right: number;
  contentExact: number;
  sourceRight: number;
}

export const emptyTally = (): Tally => ({ gold: 0, found: 0, predicted: 0, right: 0, contentExact: 0, sourceRight: 0 });

/** Whether the content contains a quotation mark (curly or straight double marks, or a pair of single ones). */
function isQuoted(text: string, runs: readonly Range[]): boolean {
  return runs.some((run) => /[“”"«»]/u.test(text.slice(run.start, run.end)));
}

/**
 * Pairs gold and found statements, each at most once, by the largest shared content first. A pair counts when the
 * shared characters are at least half of the gold content and half of the found one.
 */
export function pair<G extends Scored, P extends Scored>(gold: readonly G[], found: readonly P[]): [G, P][] {
  const candidates = gold.flatMap((g) => found.map((p) => ({ g, p, shared: shared(g.content, p.content) })));
  const pairs: [G, P][] = [];
  const used = new Set<Scored>();
  for (const { g, p, shared: common } of candidates.sort((a, b) => b.shared - a.shared)) {
    if (common === 0 || used.has(g) || used.has(p) || !halfAlike(g.content, p.content)) continue;
    used.add(g).add(p);
    pairs.push([g, p]);
  }
  return pairs;
}

/** Whether the shared characters are at least half of both. */
export function halfAlike(a: readonly Range[], b: readonly Range[]): boolean {
  return 2 * shared(a, b) >= Math.max(length(a), length(b));
}

/** Adds one article to the tallies of quoted (direct and mixed) and indirect statements. */
export function tally(
  text: string,
  gold: readonly Scored[],
  found: readonly Scored[],
  into: { quoted: Tally; indirect: Tally },
): void {
  const kind = (statement: Scored) => (isQuoted(text, statement.content) ? into.quoted : into.indirect);
  for (const statement of gold) kind(statement).gold++;
  for (const statement of found) kind(statement).predicted++;
  for (const [g, p] of pair(gold, found)) {
    kind(g).found++;
    kind(p).right++;
    if (sameRuns(g.content, p.content)) kind(g).contentExact++;
    if (sameSource(g.source, p.source)) kind(g).sourceRight++;
  }
}

/** Whether both have no source, or overlap by half of the shorter one, because annotators differ on appositions. */
export function sameSource(gold: readonly Range[], found: readonly Range[]): boolean {
  if (gold.length === 0 || found.length === 0) return gold.length === found.length;
  return shared(gold, found) >= Math.min(length(gold), length(found)) / 2;
}

export function sameRuns(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((run, i) => run.start === b[i]!.start && run.end === b[i]!.end);
}

function length(runs: readonly Range[]): number {
  return runs.reduce((sum, run) => sum + run.end - run.start, 0);
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  return a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + overlap(x, y), 0), 0);
}
