import type { Range } from '../../document/index.ts';
import { labelRuns } from './crf.ts';
import type { Tables } from './network.ts';
import type { Section } from './sections.ts';

const TYPES = ['person', 'organisation', 'place'] as const;

/** A name in a text, without titles and determiners. */
export interface Name extends Range {
  readonly type: (typeof TYPES)[number];
  /** 0–1. */
  readonly probability: number;
}

/** The names of people, organisations and places in a section of a document, in the order of the text. */
export function namesIn({ names }: Tables, { words, scores }: Section): Name[] {
  return labelRuns(names, scores.names).map(({ first, last, kind, probability }) => ({
    type: TYPES[kind]!,
    start: words[first]!.start,
    end: words[last - 1]!.end,
    probability,
  }));
}

/** What makes the name after it one of a storm: of nobody, and of no place. */
const STORM = /\b(?:cyclone|hurricane|typhoon|(?:tropical )?(?:storm|depression)|t\.? ?c\.?)\s+$/iu;

/**
 * The names of a document, but for those of storms: "Hurricane Ada", and then "Ada" alone.
 *
 * @param names as the network found them
 */
export function withoutStorms(text: string, names: readonly Name[]): Name[] {
  const isStorm = ({ start, end }: Name) =>
    STORM.test(text.slice(Math.max(0, start - 24), start)) ||
    STORM.test(text.slice(start, end).replace(/(?<!\S)\S+$/u, ''));
  const storms = new Set(names.filter(isStorm).map(({ start, end }) => lastWord(text.slice(start, end))));
  return names.filter((name) => {
    const printed = text.slice(name.start, name.end);
    return !isStorm(name) && !(storms.has(printed) && !/\s/u.test(printed));
  });
}

function lastWord(words: string): string {
  return words.split(/\s+/u).at(-1)!;
}

/** The names of a document, each of one type throughout: the one that it is likeliest to have, all its places taken together. */
export function settled(text: string, names: readonly Name[]): Name[] {
  const votes = new Map<string, Record<Name['type'], number>>();
  const printed = ({ start, end }: Range) => text.slice(start, end).replace(/\s+/gu, ' ');
  for (const name of names) {
    const vote = votes.get(printed(name)) ?? { person: 0, organisation: 0, place: 0 };
    vote[name.type] += name.probability;
    votes.set(printed(name), vote);
  }
  return names.map((name) => {
    const vote = votes.get(printed(name))!;
    const type = [...TYPES].sort((a, b) => vote[b] - vote[a])[0]!;
    return { ...name, type };
  });
}
