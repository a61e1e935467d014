import { HEARER_PRONOUNS, SPEAKER_PRONOUNS } from '../../language/english/pronouns.ts';
import type { Network } from '../model/network.ts';
import { type EncoderState, STATE_WIDTH } from './encoder-states.ts';

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
  const vectors = await vectorsOf(network, mentions);
  const width = vectors.length / mentions.length;
  const rows = (first: number, last: number) => vectors.subarray(first * width, last * width);
  for (let at = 0; at < asking.length; at += BATCH) {
    const batch = asking.slice(at, at + BATCH);
    const { place } = mentions[batch[0]!]!.state;
    const first = mentions.findIndex(({ state }) => state.place >= place - BEFORE);
    const reach = mentions[batch.at(-1)!]!.state.place + AFTER;
    let last = batch.at(-1)!;
    while (last < mentions.length && mentions[last]!.state.place <= reach) last++;
    const near = mentions.slice(first, last);
    const queries = new Float32Array(batch.length * width);
    batch.forEach((number, i) => {
      queries.set(rows(number, number + 1), i * width);
    });
    const pairs = (of: (mention: T, candidate: T) => number) =>
      batch.flatMap((number) => near.map((candidate) => of(mentions[number]!, candidate)));
    const scores = await network.antecedents({
      queries,
      candidates: rows(first, last),
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
      found.set(number, averaged(each));
    });
  }
  return found;
}

/** Shares of the candidates, by their numbers, and of none of them. */
export interface Chances {
  readonly candidates: readonly (readonly [number: number, share: number])[];
  readonly none: number;
}

function shared(scores: Float32Array, first: number, allowed: (candidate: number) => boolean): Chances {
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
function averaged(each: readonly Chances[]): Chances {
  const mean = (share: (chances: Chances) => number) =>
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

/** The network's vector of each mention, one after the other: `Float32Array, mentions × 1605`. */
async function vectorsOf(network: Network, mentions: readonly ScorableMention[]): Promise<Float32Array> {
  const words = new Float32Array(mentions.length * 2 * STATE_WIDTH);
  mentions.forEach(({ state: { ends } }, i) => {
    words.set(ends[0], 2 * i * STATE_WIDTH);
    words.set(ends[1], (2 * i + 1) * STATE_WIDTH);
  });
  return await network.mentions(words);
}
