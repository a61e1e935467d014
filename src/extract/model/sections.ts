import type { Prepared } from '../text/prepared.ts';
import type { Network, Scores } from './network.ts';
import { type Window, windowsOf } from './windows.ts';
import { BREAK, type Word, wordsOf } from './words.ts';

/** A part of a document that is decoded in one piece: its words, and what the network says of them. */
export interface Section {
  /** The number of its first word in the document. */
  readonly place: number;
  readonly words: readonly Word[];
  readonly scores: Scores;
}

/** Windows in a section: memory is bounded however long the document. */
const SECTION = 24;

/** A document through the network, section by section; it is cut between blocks wherever a block ends in time. */
export async function* sectionsOf(network: Network, prepared: Prepared): AsyncGenerator<Section> {
  const words = wordsOf(prepared);
  let parts: { window: Window; scores: Scores }[] = [];
  for (const window of windowsOf(words, network.vocabulary)) {
    parts.push({ window, scores: await network.run(window) });
    const ends = window.ownLast === words.length;
    const parted = parts.length >= SECTION && words[window.ownLast]?.text === BREAK;
    if (!ends && !parted && parts.length < 2 * SECTION) continue;
    yield {
      place: parts[0]!.window.ownFirst,
      words: words.slice(parts[0]!.window.ownFirst, window.ownLast),
      scores: joined(parts.map(({ scores }) => scores)),
    };
    parts = [];
  }
}

function joined(parts: readonly Scores[]): Scores {
  if (parts.length === 1) return parts[0]!;
  const join = (key: keyof Scores) => {
    const all = new Float32Array(parts.reduce((sum, part) => sum + part[key].length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part[key], at);
      at += part[key].length;
    }
    return all;
  };
  return {
    roles: join('roles'),
    names: join('names'),
    links: join('links'),
    noSource: join('noSource'),
    noCue: join('noCue'),
    thought: join('thought'),
    states: join('states'),
  };
}
