import { wordsOfText } from '../utterances/likeness.ts';

/** Words in a row by which two texts are compared. */
const SHINGLE = 8;
/** Share of the shorter text's runs of words from which on it is a copy: an agency's text, perhaps cut or with a new top. */
const COPY = 0.6;

/** A document as it is compared with others. */
export interface Copied {
  readonly id: string;
  readonly text: string;
}

/**
 * Which documents print one text: the same words in a row for most of the shorter of the two. The first of each group
 * stands for it; documents that are copies of none stand alone.
 *
 * @returns groups of ids, in the order of their first documents
 */
export function wireCopies(documents: readonly Copied[]): string[][] {
  const holders = new Map<string, number[]>();
  const sizes: number[] = [];
  const groupOf = documents.map((_, number) => number);
  documents.forEach(({ text }, number) => {
    const words = wordsOfText(text);
    const shingles = new Set<string>();
    for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
    sizes.push(shingles.size);
    const common = new Map<number, number>();
    for (const shingle of shingles) {
      const held = holders.get(shingle) ?? [];
      for (const other of held) common.set(other, (common.get(other) ?? 0) + 1);
      holders.set(shingle, [...held, number]);
    }
    const copied = [...common].filter(([other, shared]) => shared >= COPY * Math.min(sizes[other]!, shingles.size));
    const [first] = copied.map(([other]) => groupOf[other]!).sort((a, b) => a - b);
    if (first !== undefined) groupOf[number] = first;
  });
  const groups = new Map<number, string[]>();
  groupOf.forEach((group, number) => {
    groups.set(group, [...(groups.get(group) ?? []), documents[number]!.id]);
  });
  return [...groups.values()];
}
