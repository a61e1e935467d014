import type { Vector } from '../../record/index.ts';

/** How two political statements stand to each other by what they are about, as learnt from labelled pairs. */
export const RELATIONS = ['Inconsistent', 'Consistent', 'Unrelated'] as const;

/** Multinomial logistic regression over two sentence vectors; written by `training/positions.py`. */
export interface RelationWeights {
  /** For each relation, in the order of `RELATIONS`: its weights of the earlier vector, the later one, their distance and their product. */
  readonly weights: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
}

/** How likely each relation is, in the order of `RELATIONS`: scores, of which the highest is the likeliest. */
export function relationScores({ weights, intercepts }: RelationWeights, earlier: Vector, later: Vector): number[] {
  const [u, v] = [unit(earlier), unit(later)];
  const size = u.length;
  return weights.map((row, relation) => {
    let sum = intercepts[relation]!;
    for (let i = 0; i < size; i++)
      sum +=
        row[i]! * u[i]! +
        row[size + i]! * v[i]! +
        row[2 * size + i]! * Math.abs(u[i]! - v[i]!) +
        row[3 * size + i]! * u[i]! * v[i]!;
    return sum;
  });
}

function unit(vector: Vector): number[] {
  const length = Math.hypot(...vector) || 1;
  return Array.from(vector, (value) => value / length);
}
