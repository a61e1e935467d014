import type { LabelledRun } from './crf.ts';
import type { LinkTables, Scores } from './network.ts';

type Part = 'content' | 'cue_of_content' | 'cue_of_source' | 'source';

/** Words between two spans beyond which they are not linked. */
const FARTHEST = 250;

/** What a cue gains by having content at all, as a logarithm: words of saying without anything said are rare. */
const CONTENT_BONUS = 2;

/** Which of several spans a span may be linked with at all. */
export type Allowed = (span: LabelledRun, others: readonly LabelledRun[]) => boolean[];

/**
 * For each content the cue that it belongs to, and how sure that is; undefined where there is no cue near or none is meant. The
 * likeliest cue of each, but a cue that would have none takes a content from one that has several, unless that is far
 * less likely.
 */
export function cueOfContents(
  tables: LinkTables,
  scores: Pick<Scores, 'links' | 'noCue'>,
  contents: readonly LabelledRun[],
  cues: readonly LabelledRun[],
  allowed: Allowed,
): (Link | undefined)[] {
  const chances = contents.map((content) => {
    const pairs = pairScores(tables, scores, content, cues, ['content', 'cue_of_content'], tables.cueDistance);
    return probabilities([...among(pairs, allowed(content, cues)), scores.noCue[content.first]!]);
  });
  const chosen = chances.map(likeliest);
  const load = cues.map((_, cue) => chosen.filter((to) => to === cue).length);
  cues.forEach((_, silent) => {
    if (load[silent]! > 0) return;
    let [from, gain] = [-1, 0];
    chances.forEach((row, content) => {
      const now = chosen[content]!;
      if (now < 0 || (now < cues.length && load[now]! < 2)) return;
      const more = Math.log(row[silent]!) - Math.log(row[now]!) + CONTENT_BONUS;
      if (more > gain) [from, gain] = [content, more];
    });
    if (from < 0) return;
    if (chosen[from]! < cues.length) load[chosen[from]!]!--;
    load[silent] = 1;
    chosen[from] = silent;
  });
  return chosen.map((to, content) =>
    to < 0 || to === cues.length ? undefined : { to, probability: chances[content]![to]! },
  );
}

/** For each cue its source; undefined where it has none. */
export function sourceOfCues(
  tables: LinkTables,
  scores: Pick<Scores, 'links' | 'noSource'>,
  cues: readonly LabelledRun[],
  sources: readonly LabelledRun[],
  allowed: Allowed,
): (Link | undefined)[] {
  return cues.map((cue) => {
    const candidates = pairScores(tables, scores, cue, sources, ['cue_of_source', 'source'], tables.sourceDistance);
    const chances = probabilities([...among(candidates, allowed(cue, sources)), scores.noSource[cue.first]!]);
    const to = likeliest(chances);
    return to >= 0 && to < sources.length ? { to, probability: chances[to]! } : undefined;
  });
}

function among(scores: readonly number[], allowed: readonly boolean[]): number[] {
  return scores.map((score, i) => (allowed[i] ? score : Number.NEGATIVE_INFINITY));
}

/** The one of several spans that another belongs to. */
export interface Link {
  /** Index into the spans. */
  readonly to: number;
  /** 0–1. */
  readonly probability: number;
}

/** Softmax; all 0 where every score is minus infinity. */
function probabilities(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  if (!(top > Number.NEGATIVE_INFINITY)) return scores.map(() => 0);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Index of the largest probability; -1 where all are 0. */
function likeliest(chances: readonly number[]): number {
  const top = Math.max(0, ...chances);
  return top > 0 ? chances.indexOf(top) : -1;
}

function pairScores(
  tables: LinkTables,
  { links }: Pick<Scores, 'links'>,
  span: LabelledRun,
  others: readonly LabelledRun[],
  [own, theirs]: readonly [Part, Part],
  distances: readonly number[],
): number[] {
  const left = vectorOf(tables, links, span, own);
  return others.map((other) => {
    if (Math.abs(span.first - other.first) > FARTHEST) return Number.NEGATIVE_INFINITY;
    const right = vectorOf(tables, links, other, theirs);
    let product = 0;
    for (let i = 0; i < tables.width; i++) product += left[i]! * right[i]!;
    return product / Math.sqrt(tables.width) + distances[bucket(gap(span, other), distances.length)]!;
  });
}

/** The vector of a span's first word for its beginning and of its last word for its end, added. */
function vectorOf(tables: LinkTables, links: Float32Array, { first, last }: LabelledRun, part: Part): Float32Array {
  const { width, parts } = tables;
  const row = 2 * parts.length * width;
  const column = 2 * parts.indexOf(part) * width;
  const vector = new Float32Array(width);
  for (let i = 0; i < width; i++)
    vector[i] = links[first * row + column + i]! + links[(last - 1) * row + column + width + i]!;
  return vector;
}

/** Words between two spans, from 1 where they touch; negative where the other comes first, 0 where they overlap. */
function gap(span: LabelledRun, other: LabelledRun): number {
  if (other.first >= span.last) return other.first - span.last + 1;
  return span.first >= other.last ? -(span.first - other.last + 1) : 0;
}

/** Buckets that double: none, 1, 2–3, 4–7 … on either side of the middle one. */
function bucket(words: number, count: number): number {
  const middle = (count - 1) / 2;
  const size = Math.min(middle, 32 - Math.clz32(Math.abs(words)));
  return middle + Math.sign(words) * size;
}
