import { wordsOfText } from '../utterances/likeness.ts';

/** Length, in words, of the runs by which two texts are compared. */
const SHINGLE = 8;
/** Share of the shorter text's runs that make it a copy: an agency text, perhaps cut or with a new first paragraph. */
const COPY = 0.6;

/** A document to compare with others. */
export interface Copied {
  readonly id: string;
  readonly text: string;
}

/**
 * Groups documents that print the same text: most runs of eight words in the shorter one are also in the other. The first of each group
 * represents it; a document that copies no other is a group of its own.
 *
 * @returns groups of document ids, in the order of their first documents
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
