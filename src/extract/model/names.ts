import type { Range } from '../../document/index.ts';
import type { Prepared } from '../tagger.ts';
import { labelRuns } from './crf.ts';
import type { Network } from './network.ts';
import { sectionsOf } from './sections.ts';

const TYPES = ['person', 'organisation', 'place'] as const;

/** A name in a text, without titles and determiners. */
export interface Name extends Range {
  readonly type: (typeof TYPES)[number];
  /** 0–1. */
  readonly probability: number;
}

/** The names of people, organisations and places in a document, in the order of the text. */
export async function findNames(network: Network, prepared: Prepared): Promise<Name[]> {
  const names: Name[] = [];
  for await (const { words, scores } of sectionsOf(network, prepared)) {
    for (const { first, last, kind, probability } of labelRuns(network.tables.names, scores.names))
      names.push({ type: TYPES[kind]!, start: words[first]!.start, end: words[last - 1]!.end, probability });
  }
  return names;
}
