/** The learned part of a linear-chain conditional random field over BIO labels: `O`, then `B-` and `I-` of each kind. */
export interface Crf {
  readonly labels: readonly string[];
  /** What each label scores at the beginning. */
  readonly start: readonly number[];
  /** `[from][to]`. */
  readonly transitions: readonly (readonly number[])[];
}

/** Words `first` to before `last` that bear one kind of label. */
export interface LabelledRun {
  readonly first: number;
  readonly last: number;
  /** 0 for the labels 1 and 2, 1 for 3 and 4, and so on. */
  readonly kind: number;
  /** The model's probability of exactly this run, 0–1. */
  readonly probability: number;
}

/**
 * The best labels of a sequence (Viterbi) as runs in the order of the words, each with its probability (forward and
 * backward sums; Lafferty, McCallum and Pereira 2001).
 *
 * @param scores a row of label scores a word
 */
export function labelRuns(crf: Crf, scores: Float32Array): LabelledRun[] {
  const count = scores.length / crf.labels.length;
  if (count === 0) return [];
  const labels = bestLabels(crf, scores, count);
  const sums = sumsOf(crf, scores, count);
  const runs: LabelledRun[] = [];
  for (let at = 0; at < count; ) {
    const label = labels[at]!;
    if (label === 0) {
      at++;
      continue;
    }
    const kind = (label - 1) >> 1;
    let last = at + 1;
    while (last < count && labels[last] === 2 * kind + 2) last++;
    runs.push({ first: at, last, kind, probability: probabilityOf(crf, scores, sums, labels, at, last) });
    at = last;
  }
  return runs;
}

function bestLabels(crf: Crf, scores: Float32Array, count: number): Uint8Array {
  const size = crf.labels.length;
  const origins = new Uint8Array(count * size);
  let best = crf.start.map((start, label) => start + scores[label]!);
  for (let at = 1; at < count; at++) {
    best = crf.start.map((_, label) => {
      let top = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < size; from++) {
        const score = best[from]! + crf.transitions[from]![label]!;
        if (score > top) {
          top = score;
          origins[at * size + label] = from;
        }
      }
      return top + scores[at * size + label]!;
    });
  }
  const labels = new Uint8Array(count);
  labels[count - 1] = best.indexOf(Math.max(...best));
  for (let at = count - 1; at > 0; at--) labels[at - 1] = origins[at * size + labels[at]!]!;
  return labels;
}

interface Sums {
  /** Log of the sum over all labellings up to a word, with its score. */
  readonly forward: Float64Array;
  /** Log of the sum over all labellings after a word. */
  readonly backward: Float64Array;
  readonly all: number;
}

function sumsOf(crf: Crf, scores: Float32Array, count: number): Sums {
  const size = crf.labels.length;
  const to = crf.transitions.map((row) => Float64Array.from(row, Math.exp));
  const from = crf.labels.map((_, label) => Float64Array.from(crf.transitions, (row) => Math.exp(row[label]!)));
  const forward = new Float64Array(count * size);
  const backward = new Float64Array(count * size);
  for (let label = 0; label < size; label++) forward[label] = crf.start[label]! + scores[label]!;
  const row = new Float64Array(size);
  for (let at = 1; at < count; at++) {
    row.set(forward.subarray((at - 1) * size, at * size));
    addMoves(from, row, forward, at * size);
    for (let label = 0; label < size; label++) forward[at * size + label]! += scores[at * size + label]!;
  }
  for (let at = count - 2; at >= 0; at--) {
    const next = (at + 1) * size;
    for (let label = 0; label < size; label++) row[label] = scores[next + label]! + backward[next + label]!;
    addMoves(to, row, backward, at * size);
  }
  return { forward, backward, all: logSum(forward.subarray((count - 1) * size)) };
}

/**
 * For each label the logarithm of the sum over a neighbour's labels, written into `into` from `at` on: as many
 * exponentials as labels, not their square.
 *
 * @param moves `[label][neighbour's label]`, as weights
 * @param row logarithms of the neighbour's labels; overwritten
 */
function addMoves(moves: readonly Float64Array[], row: Float64Array, into: Float64Array, at: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const value of row) if (value > top) top = value;
  for (let label = 0; label < row.length; label++) row[label] = Math.exp(row[label]! - top);
  moves.forEach((weights, label) => {
    let sum = 0;
    for (let neighbour = 0; neighbour < row.length; neighbour++) sum += weights[neighbour]! * row[neighbour]!;
    into[at + label] = top + Math.log(sum);
  });
}

function probabilityOf(
  crf: Crf,
  scores: Float32Array,
  { forward, backward, all }: Sums,
  labels: Uint8Array,
  first: number,
  last: number,
): number {
  const size = crf.labels.length;
  const count = scores.length / size;
  let path = forward[first * size + labels[first]!]!;
  for (let at = first + 1; at < last; at++)
    path += crf.transitions[labels[at - 1]!]![labels[at]!]! + scores[at * size + labels[at]!]!;
  const label = labels[last - 1]!;
  const goesOn = 2 * ((label - 1) >> 1) + 2;
  let after = 0;
  if (last < count) {
    const ends = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    for (let to = 0; to < size; to++) {
      const next = last * size + to;
      if (to !== goesOn) ends[to] = crf.transitions[label]![to]! + scores[next]! + backward[next]!;
    }
    after = logSum(ends);
  }
  return Math.min(1, Math.exp(path + after - all));
}

function logSum(terms: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const term of terms) if (term > top) top = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
