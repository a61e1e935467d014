import {
  featuresOf,
  type Passage,
  type PositionReader,
  passageOf,
  RELATIONS,
  type RelationWeights,
  relationScores,
} from '../compare/index.ts';
import { scoreOf, type Trees } from '../extract/model/trees.ts';
import { modelsFolder, readModelFile } from './models.ts';
import { encodeSentence, type SentenceVector } from './sentence-vectors.ts';

/** What is learnt of pairs of passages; written by `training/positions.py`. */
interface PositionModel {
  readonly relation: RelationWeights;
  readonly shift: Trees;
  /** Turns the trees' score into a probability: slope and intercept (Platt 1999). */
  readonly calibration: readonly [slope: number, intercept: number];
}

/** How many vectors of passages are kept in memory; some 400 bytes each. */
const KEPT = 20_000;
const vectors = new Map<string, SentenceVector>();
let model: PositionModel | undefined;

function positionModel(): PositionModel {
  model ??= JSON.parse(readModelFile(modelsFolder(), 'positions.json')) as PositionModel;
  return model;
}

/** What the trees are asked: the features of the two passages, and how much they contradict each other by their content. */
function rowOf(relation: RelationWeights, earlier: Passage, later: Passage): number[] {
  const [inconsistent, ...others] = relationScores(relation, earlier.vector, later.vector);
  return [...featuresOf(earlier, later), inconsistent! - Math.max(...others)];
}

/** How likely two statements contradict each other, agree, or have nothing to do with each other, by their content alone. */
export async function relationOf(earlier: string, later: string): Promise<Readonly<Record<string, number>>> {
  const scores = relationScores(positionModel().relation, await encodeSentence(earlier), await encodeSentence(later));
  const weights = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(RELATIONS.map((relation, at) => [relation, weights[at]! / sum]));
}

/** Reads passages and judges pairs of them by the models that ship. Throws `model-unavailable` as soon as one is needed. */
export const positionReader: PositionReader = {
  passage: async (text) => {
    let vector = vectors.get(text);
    if (!vector) {
      vector = await encodeSentence(text);
      if (vectors.size >= KEPT) vectors.delete(vectors.keys().next().value!);
      vectors.set(text, vector);
    }
    return passageOf(text, vector);
  },
  confidence: (earlier, later) => {
    const { relation, shift, calibration } = positionModel();
    const [slope, intercept] = calibration;
    return 1 / (1 + Math.exp(-(slope * scoreOf(shift, rowOf(relation, earlier, later)) + intercept)));
  },
};
