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

/**
 * Makes rows of features from parts that hold them by their names, each name once. The parts are not joined as one object, for
 * thousands of those a document would cost more than what they hold.
 *
 * @param names in the order of a row
 */
export function rowMaker<Name extends string>(
  names: readonly Name[],
): (...parts: readonly Partial<Record<Name, number>>[]) => number[] {
  const places = new Map<string, number>(names.map((name, place) => [name, place]));
  return (...parts) => {
    const row = new Array<number>(names.length).fill(Number.NaN);
    for (const part of parts) for (const name in part) row[places.get(name)!] = part[name as Name]!;
    return row;
  };
}
