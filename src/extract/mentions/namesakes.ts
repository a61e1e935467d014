import type { PersonName } from '../../language/english/person-names.ts';
import type { Mention } from './mentions.ts';

/** A person's mention with its name taken apart. */
export interface Named {
  readonly mention: Mention;
  readonly name: PersonName;
}

/** Mentions of people whom one short name may mean, counted once for all mentions of the short name. */
export class Namesakes {
  /** In the order of the text. */
  readonly #named: readonly Named[];
  /** How often each printed name is among them. */
  readonly #counts = new Map<string, number>();
  /** The first of each role, by the last word of it. */
  readonly #byRole = new Map<string, Named>();
  readonly #most: Named | undefined;
  /** The generation of the first that has one: "Jr.". */
  readonly generation: string | undefined;

  /** @param named in the order of the text */
  constructor(named: readonly Named[]) {
    this.#named = named;
    this.generation = named.find(({ name }) => name.generation)?.name.generation;
    for (const one of named) {
      const { name, role } = one.mention;
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      const last = role && lastWord(role);
      if (last !== undefined && !this.#byRole.has(last)) this.#byRole.set(last, one);
    }
    for (const one of named) if (!this.#most || this.#countOf(one) > this.#countOf(this.#most)) this.#most = one;
  }

  /** The first whose role ends alike: "Mayor", "the former Mayor". */
  withRole(role: string | undefined): Named | undefined {
    return role === undefined ? undefined : this.#byRole.get(lastWord(role));
  }

  /**
   * Whom a mention means: the one named most often, for a wife who is named once is meant by her surname seldom; of several
   * named as often one that was introduced by a role since.
   */
  likeliest({ start }: Mention): Named | undefined {
    const last = this.#lastBefore(start);
    return last?.mention.role && this.#countOf(last) === this.#countOf(this.#most!) ? last : this.#most;
  }

  #countOf({ mention }: Named): number {
    return this.#counts.get(mention.name)!;
  }

  #lastBefore(place: number): Named | undefined {
    let low = 0;
    let high = this.#named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#named[middle]!.mention.start < place) low = middle + 1;
      else high = middle;
    }
    return this.#named[low - 1];
  }
}

function lastWord(role: string): string {
  return role.toLowerCase().split(/\s+/u).at(-1)!;
}
