import { OTHERS_SAY } from '../../language/english/positions.ts';
import {
  ADVICE,
  ANSWERED_FOR,
  DENYING,
  FIGURE_NOUNS,
  OF_NOW,
  OPPOSING,
  PERHAPS,
  PROMISING,
  SUPPORTING,
} from '../../language/english/stances.ts';
import { cosine, type Vector } from '../../record/index.ts';
import { wordsIn } from '../fidelity/words.ts';
import { type Claim, claimOf } from './clauses.ts';
import { scoreOf } from './shift.ts';
import { signalsOf } from './signals.ts';

/** A passage that asserts something, as pairs of them are compared. */
export interface Passage {
  readonly text: string;
  readonly claim: Claim;
  readonly vector: Vector;
  readonly stance: Stance;
}

/** What a passage's words tell of its stance, each counted. */
interface Stance {
  readonly words: number;
  readonly denials: number;
  readonly opposing: number;
  readonly supporting: number;
  readonly promising: number;
  readonly perhaps: number;
  readonly ofNow: number;
  readonly figures: number;
  readonly advice: number;
  readonly own: number;
  readonly past: number;
}

export function passageOf(text: string, vector: Vector): Passage {
  return { text, claim: claimOf(text), vector, stance: stanceOf(text) };
}

function stanceOf(text: string): Stance {
  const words = wordsIn(text).map(({ key }) => key);
  const count = (table: ReadonlySet<string>) => words.filter((word) => table.has(word)).length;
  return {
    words: words.length,
    denials: words.filter((word) => DENYING.has(word) || word.endsWith("n't")).length,
    opposing: count(OPPOSING),
    supporting: count(SUPPORTING),
    promising: words.filter((word) => PROMISING.has(word) || word.endsWith("'ll")).length,
    perhaps: count(PERHAPS),
    ofNow: count(OF_NOW),
    figures: count(FIGURE_NOUNS) + (/\d/u.test(text) ? 1 : 0),
    advice: count(ADVICE),
    own: count(ANSWERED_FOR),
    past: words.filter((word) => /(?:ed|was|were|had|did)$/u.test(word)).length,
  };
}

/** The names of what a pair of passages is judged by, in the order of `featuresOf`. */
export const FEATURES = [
  'likeness',
  'topic',
  'shared',
  'share of all',
  'opposite',
  'opposite on',
  'numbers',
  'weaker',
  'firmer',
  'condition',
  'subject',
  'time',
  'others',
  'words',
  'words apart',
  'denials differ',
  'one denies',
  'both deny',
  'stance turns',
  'one opposes',
  'both promise',
  'promise then perhaps',
  'numbers of a promise',
  'of now',
  'figures',
  'advice',
  'own',
  'past',
  'others say',
  'same beginning',
  'nearest share',
  'nearest denials differ',
  'nearest opposing differ',
  'nearest apart',
  'apart',
  'question of will',
  'score',
] as const;

/** What a pair of passages is judged by: whole and real numbers, the same for the same pair. */
export function featuresOf(earlier: Passage, later: Passage): number[] {
  const signals = signalsOf(earlier.claim, later.claim);
  const [a, b] = [earlier.stance, later.stance];
  const shared = [...earlier.claim.stems].filter((stem) => later.claim.stems.has(stem)).length;
  const all = earlier.claim.stems.size + later.claim.stems.size - shared;
  const parity = a.denials % 2 !== b.denials % 2;
  const leaning = ({ opposing, supporting, denials }: Stance) =>
    Math.sign(supporting - opposing) * (denials % 2 === 0 ? 1 : -1);
  const near = nearestOf(earlier.claim, later.claim);
  const flag = (is: unknown) => (is ? 1 : 0);
  return [
    cosine(earlier.vector, later.vector),
    signals.topic,
    shared,
    all === 0 ? 0 : shared / all,
    flag(signals.opposite),
    signals.opposite ? signals.topic : 0,
    flag(signals.numbers),
    flag(signals.firmness === 'weaker'),
    flag(signals.firmness === 'firmer'),
    flag(signals.excuse === 'condition'),
    flag(signals.excuse === 'subject'),
    flag(signals.excuse === 'time'),
    flag(signals.excuse === 'others'),
    Math.log(Math.max(1, Math.max(a.words, b.words))),
    Math.abs(Math.log(Math.max(1, a.words) / Math.max(1, b.words))),
    flag(parity),
    flag(a.denials > 0 !== b.denials > 0),
    flag(a.denials > 0 && b.denials > 0),
    flag(leaning(a) * leaning(b) < 0),
    flag(a.opposing > 0 !== b.opposing > 0),
    flag(a.promising > 0 && b.promising > 0),
    flag(a.promising > 0 && b.perhaps > 0 && a.perhaps === 0),
    flag(signals.numbers && a.promising > 0 && b.promising > 0),
    Math.min(3, a.ofNow + b.ofNow),
    Math.min(4, a.figures + b.figures),
    Math.min(3, a.advice + b.advice),
    flag(a.own > 0) + flag(b.own > 0),
    flag(a.past > 0) + flag(b.past > 0),
    flag(OTHERS_SAY.test(earlier.text)) + flag(OTHERS_SAY.test(later.text)),
    flag(beginning(earlier) === beginning(later)),
    near.share,
    flag(near.denials),
    flag(near.opposing),
    near.apart,
    Math.min(8, all - shared),
    flag(a.promising > 0) + flag(b.promising > 0),
    scoreOf(signals),
  ];
}

/** The first stem of a passage: most often what it is about. */
function beginning({ claim }: Passage): string | undefined {
  return claim.clauses[0]?.stems.keys().next().value;
}

/** How the two clauses that have most in common differ. */
interface Nearest {
  /** Stems that both have, of those that either has, 0–1. */
  readonly share: number;
  /** Stems that one has alone, at most 8. */
  readonly apart: number;
  /** One denies and the other does not. */
  readonly denials: boolean;
  readonly opposing: boolean;
}

function nearestOf(earlier: Claim, later: Claim): Nearest {
  let best: Nearest = { share: 0, apart: 8, denials: false, opposing: false };
  for (const one of earlier.clauses)
    for (const other of later.clauses) {
      const shared = [...one.stems.keys()].filter((stem) => other.stems.has(stem)).length;
      const all = one.stems.size + other.stems.size - shared;
      const share = all === 0 ? 0 : shared / all;
      if (share <= best.share) continue;
      const [a, b] = [stanceOf(one.text), stanceOf(other.text)];
      best = {
        share,
        apart: Math.min(8, all - shared),
        denials: a.denials % 2 !== b.denials % 2,
        opposing: a.opposing % 2 !== b.opposing % 2,
      };
    }
  return best;
}
