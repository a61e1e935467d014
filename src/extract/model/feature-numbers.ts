/** Features as numbers. */

/** Unknown, for a decision tree to send either way. */
export const NONE = -1;
/** The farthest that a distance is told. */
export const FAR = 40;

export function flag(value: boolean): number {
  return value ? 1 : 0;
}

export function far(distance: number): number {
  return Math.max(-FAR, Math.min(FAR, distance));
}
