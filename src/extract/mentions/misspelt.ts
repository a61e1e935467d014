import search from 'approx-string-match';

/** Letters of a surname from which on one wrong letter does not make it another's. */
const LONG_SURNAME = 5;
/** Letters up to which a surname is looked at. */
const LONGEST = 40;

/** Surnames, to be found by others that differ from them by one letter: "Barrot" by "Barot". */
export class Misspelt {
  readonly #surnames: readonly string[];
  /** The places of the surnames by what is left of each when a letter is dropped; made with the first question. */
  #byRest: Map<string, number[]> | undefined;

  constructor(surnames: Iterable<string>) {
    this.#surnames = [...surnames];
  }

  /** Those with the same first letter that differ by one letter, in the order in which they were given. */
  near(surname: string): string[] {
    if (surname.length < LONG_SURNAME) return [];
    this.#byRest ??= indexed(this.#surnames);
    const places = new Set(restsOf(surname).flatMap((rest) => this.#byRest!.get(rest) ?? []));
    return [...places]
      .sort((a, b) => a - b)
      .map((place) => this.#surnames[place]!)
      .filter((other) => other[0] === surname[0] && differsByOne(surname, other));
  }
}

function indexed(surnames: readonly string[]): Map<string, number[]> {
  const byRest = new Map<string, number[]>();
  for (const [place, surname] of surnames.entries())
    for (const rest of restsOf(surname)) {
      const before = byRest.get(rest);
      if (before) before.push(place);
      else byRest.set(rest, [place]);
    }
  return byRest;
}

/** A word whole and without each of its letters: words that differ by one letter have one of these in common. */
function restsOf(word: string): string[] {
  if (word.length > LONGEST) return [];
  const without = Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
  return [...new Set([word, ...without])];
}

function differsByOne(one: string, other: string): boolean {
  return search(other, one, 1).some(({ start, end, errors }) => errors === 1 && start === 0 && end === other.length);
}
