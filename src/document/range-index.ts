import type { Range } from './span.ts';

/** Characters to a bucket: about a sentence. */
const BUCKET = 256;

/** Finds, among many values with places in a text, those near a place without looking at all of them. */
export class RangeIndex<T> {
  readonly #buckets = new Map<number, T[]>();

  /** @param rangesOf where a value stands; it may stand in several places */
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

  /** Every value that touches the range, and maybe some that only stand close to it, each once, in their first order. */
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
