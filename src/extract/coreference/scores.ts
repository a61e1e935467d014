import { HEARER_PRONOUNS, SPEAKER_PRONOUNS } from '../../language/english/pronouns.ts';
import type { EncoderState } from '../model/encoder-states.ts';
import type { Network } from '../model/network.ts';

/** What the head of a mention is; in the order of the network's table. */
const FORMS = ['name', 'nominal', 'pronoun'] as const;
export type Form = (typeof FORMS)[number];

/** An antecedent is looked for among so many words before a mention, and among the names in so many words after it. */
const BEFORE = 300;
export const AFTER = 40;

/** Distances in words go to buckets that double: … -2, -1, none, 1, 2 …; as `bucket` of `training/tagger/model.py`. */
const MIDDLE = 9;

function bucketOf(gap: number): number {
  const size = Math.min(MIDDLE, 32 - Math.clz32(Math.abs(gap)));
  return MIDDLE + (gap > 0 ? size : -size);
}

/** A mention as the network scores it. */
export interface ScorableMention {
  readonly state: EncoderState;
  readonly form: Form;
  /** Its last word, in small letters. */
  readonly lastWord: string;
  readonly turn?: Turn;
}

/** The turn of a transcript in which a mention stands. */
export interface Turn {
  readonly speaker: string;
  /** Who speaks before and after that turn: nobody, one or two. */
  readonly partners: readonly string[];
}

/**
 * Whether two pronouns mean the same person by the turns of a transcript; undefined where the turns do not say. "I" is
 * whoever has the turn; "you" is whoever is spoken to, which is certain where one person speaks before and after. As `same_by_turn` of
 * `training/tagger/antecedents.py`.
 */
export function sameByTurn(
  { lastWord: word, turn }: Pick<ScorableMention, 'lastWord' | 'turn'>,
  { lastWord: other, turn: otherTurn }: Pick<ScorableMention, 'lastWord' | 'turn'>,
): boolean | undefined {
  const isPerson = [word, other].every((pronoun) => SPEAKER_PRONOUNS.has(pronoun) || HEARER_PRONOUNS.has(pronoun));
  if (!isPerson || !turn || !otherTurn) return undefined;
  const isOneSpeaker = turn.speaker === otherTurn.speaker;
  const isFirst = SPEAKER_PRONOUNS.has(word);
  if (isFirst !== SPEAKER_PRONOUNS.has(other)) {
    if (isOneSpeaker) return false;
    const [speaking, addressing] = isFirst ? [turn, otherTurn] : [otherTurn, turn];
    const isAddressed = addressing.partners.length === 1 && addressing.partners[0] === speaking.speaker;
    return isAddressed ? true : undefined;
  }
  if (isFirst) return isOneSpeaker;
  const shared = turn.partners.filter((partner) => otherTurn.partners.includes(partner)).length;
  if (!isOneSpeaker) return shared > 0 ? undefined : false;
  return turn.partners.length === shared && otherTurn.partners.length === shared && shared < 2 ? true : undefined;
}

/** Mentions that are asked about at once. */
const BATCH = 16;

/**
 * For each of the mentions that `mayRefer` the chances that it refers to each of the candidates near it, and to none of
 * them; these sum to 1. As in Lee et al. (2017), with the tagger's encoder states of the words.
 *
 * @param mentions in the order of the text
 * @param mayTakeUp whether the first may refer to what the second does
 * @returns by the number of the mention; candidates by their numbers
 */
export async function chancesOf<T extends ScorableMention>(
  network: Network,
  mentions: readonly T[],
  mayRefer: (mention: T) => boolean,
  mayTakeUp: (mention: T, candidate: T) => boolean,
): Promise<Map<number, Chances>> {
  const found = new Map<number, Chances>();
  const asking = mentions.flatMap((mention, number) => (mayRefer(mention) ? [number] : []));
  if (asking.length === 0) return found;
  const vectorsOf = vectorsInParts(network, mentions);
  let first = 0;
  for (let at = 0; at < asking.length; at += BATCH) {
    const batch = asking.slice(at, at + BATCH);
    const { place } = mentions[batch[0]!]!.state;
    while (mentions[first]!.state.place < place - BEFORE) first++;
    const reach = mentions[batch.at(-1)!]!.state.place + AFTER;
    let last = batch.at(-1)!;
    while (last < mentions.length && mentions[last]!.state.place <= reach) last++;
    const near = mentions.slice(first, last);
    const candidates = await vectorsOf(first, last);
    const width = candidates.length / near.length;
    const queries = new Float32Array(batch.length * width);
    batch.forEach((number, i) => {
      const row = number - first;
      queries.set(candidates.subarray(row * width, (row + 1) * width), i * width);
    });
    const pairs = (of: (mention: T, candidate: T) => number) =>
      batch.flatMap((number) => near.map((candidate) => of(mentions[number]!, candidate)));
    const scores = await network.antecedents({
      queries,
      candidates,
      distances: pairs((mention, candidate) => bucketOf(candidate.state.place - mention.state.place)),
      kinds: pairs(kindOf),
    });
    const choices = near.length + 1;
    const members = scores.length / (batch.length * choices);
    batch.forEach((number, i) => {
      const allowed = (candidate: number) => mayTakeUp(mentions[number]!, mentions[candidate]!);
      const each = Array.from({ length: members }, (_, member) => {
        const at = (member * batch.length + i) * choices;
        return shared(scores.subarray(at, at + choices), first, allowed);
      });
      found.set(number, packed(averaged(each)));
    });
  }
  return found;
}

/** Shares of the candidates, by their numbers, and of none of them. */
export interface Chances {
  readonly candidates: Iterable<readonly [number: number, share: number]>;
  readonly none: number;
}

/** Chances while they are computed. */
interface OpenChances extends Chances {
  readonly candidates: readonly (readonly [number: number, share: number])[];
}

/** The same in a fifth of the memory: a long document has millions of candidates, and all are kept until its end. */
function packed({ candidates, none }: OpenChances): Chances {
  const numbers = Int32Array.from(candidates, ([number]) => number);
  const shares = Float64Array.from(candidates, ([, share]) => share);
  return {
    candidates: {
      *[Symbol.iterator]() {
        for (let i = 0; i < numbers.length; i++) yield [numbers[i]!, shares[i]!] as const;
      },
    },
    none,
  };
}

function shared(scores: Float32Array, first: number, allowed: (candidate: number) => boolean): OpenChances {
  const none = scores.at(-1)!;
  const open = Array.from(scores.subarray(0, -1), (score, i) => [first + i, score] as const).filter(([number]) =>
    allowed(number),
  );
  const highest = Math.max(none, ...open.map(([, score]) => score));
  const weights = open.map(([, score]) => Math.exp(score - highest));
  const all = weights.reduce((sum, weight) => sum + weight, Math.exp(none - highest));
  return {
    candidates: open.map(([number], i) => [number, weights[i]! / all]),
    none: Math.exp(none - highest) / all,
  };
}

/** What several networks that were trained alike say, averaged. */
function averaged(each: readonly OpenChances[]): OpenChances {
  const mean = (share: (chances: OpenChances) => number) =>
    each.reduce((sum, chances) => sum + share(chances), 0) / each.length;
  return {
    candidates: each[0]!.candidates.map(([number], i) => [number, mean(({ candidates }) => candidates[i]![1])]),
    none: mean(({ none }) => none),
  };
}

/** The row of the network's table: each form twice, with another last word and with the same; and last the same by turns. */
function kindOf(mention: ScorableMention, candidate: ScorableMention): number {
  if (sameByTurn(mention, candidate)) return 2 * FORMS.length;
  return FORMS.indexOf(candidate.form) + (candidate.lastWord === mention.lastWord ? FORMS.length : 0);
}

/** Mentions whose vectors are computed at once. An article has fewer; a book has hundreds of times as many. */
const PART = 512;

/**
 * The network's vector of each mention, one after the other: `Float32Array, mentions × 1605`. A vector takes 6.4 KB, so
 * only those that may be asked for again are kept.
 *
 * @returns the vectors from mention `first` to before `last`; asked for in the order of the text
 */
function vectorsInParts(network: Network, mentions: readonly ScorableMention[]) {
  const parts = new Map<number, Float32Array>();
  return async (first: number, last: number): Promise<Float32Array> => {
    for (const part of parts.keys()) if ((part + 1) * PART <= first) parts.delete(part);
    const rows: Float32Array[] = [];
    for (let part = Math.floor(first / PART); part * PART < last; part++) {
      const start = part * PART;
      const inPart = mentions.slice(start, start + PART);
      const vectors = parts.get(part) ?? (await network.mentions(wordsOf(inPart)));
      parts.set(part, vectors);
      const width = vectors.length / inPart.length;
      rows.push(vectors.subarray(Math.max(0, first - start) * width, (last - start) * width));
    }
    return rows.length === 1 ? rows[0]! : joined(rows);
  };
}

/** The encoder's states of the first and the last word of each mention: `Float32Array, mentions × 2 × 384`. */
function wordsOf(mentions: readonly ScorableMention[]): Float32Array {
  return joined(mentions.flatMap(({ state }) => state.ends));
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((length, row) => length + row.length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
