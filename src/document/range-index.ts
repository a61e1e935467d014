import type { Range } from './span.ts';

/** Characters in a bucket: about a sentence. */
const BUCKET = 256;

/** An index of values by their places in a text, to find those near a place without looking at all of them. */
export class RangeIndex<T> {
  readonly #buckets = new Map<number, T[]>();

  /** @param rangesOf the places of a value: none, one or several */
  constructor(values: Iterable<T>, rangesOf: (value: T) => readonly Range[]) {
    for (const value of values) {
      for (const range of rangesOf(value)) {
        for (const bucket of bucketsOf(range)) {
          const held = this.#buckets.get(bucket);
          if (!held) this.#buckets.set(bucket, [value]);
          else if (held.at(-1) !== value) held.push(value);
        }
      }
    }
  }

  /** Every value that touches the range, and possibly some that are only close to it. Each once, in insertion order. */
  near(range: Range): T[] {
    const found = new Set<T>();
    for (const bucket of bucketsOf(range)) for (const value of this.#buckets.get(bucket) ?? []) found.add(value);
    return [...found];
  }
}

function* bucketsOf({ start, end }: Range): Generator<number> {
  for (let bucket = Math.floor(start / BUCKET); bucket <= Math.floor(Math.max(start, end - 1) / BUCKET); bucket++) {
    yield bucket;
  }
}
