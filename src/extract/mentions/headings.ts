/** Words of a line from which on it may be a heading that prints its words with capitals. */
const FEWEST = 4;

/** Which places of a text are in lines that print every longer word with a capital, so that a capital tells no name there. */
export class Headings {
  readonly #text: string;
  /** Where lines begin, and whether each is such a line, once it was asked for. */
  readonly #starts: readonly number[];
  readonly #isHeading = new Map<number, boolean>();

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  }

  has(at: number): boolean {
    const line = this.#lineOf(at);
    const known = this.#isHeading.get(line);
    if (known !== undefined) return known;
    const isHeading = printsCapitals(this.#text.slice(this.#starts[line], this.#starts[line + 1]));
    this.#isHeading.set(line, isHeading);
    return isHeading;
  }

  #lineOf(at: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** "Mayor Calls For Calm As Harbour Closes": articles, and one other long word, may have a small letter. */
function printsCapitals(line: string): boolean {
  const words = line.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const small = words.filter((word) => word.length > 3 && /^[^\p{L}]*\p{Ll}/u.test(word));
  return words.length >= FEWEST && small.length <= words.length / 10;
}
