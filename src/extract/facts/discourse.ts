import type { Speaker } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';

/** A speaker, and where in the text their latest statement ends. */
interface SpokenTurn {
  readonly speaker: Speaker;
  readonly end: number;
}

/** Who has spoken so far in a document. Statements inside other statements and those of unknown speakers do not count. */
export interface Discourse {
  /** Who spoke last. */
  readonly last?: SpokenTurn | undefined;
  /** Who spoke last before the last speaker did. */
  readonly previous?: SpokenTurn | undefined;
  /** Who asked in the last attribution: "asked by Ada Quill what he had seen". It ends with their name. */
  readonly asker?: SpokenTurn | undefined;
}

/** The discourse at the beginning of a document. */
export const NOBODY_YET: Discourse = {};

/** The discourse after an attribution whose speaker is known; `isNested` where it stands in another's content. */
export function afterAttribution(
  { last, previous }: Discourse,
  text: string,
  attribution: Attribution,
  speaker: Speaker,
  isNested: boolean,
): Discourse {
  const asker = isAsker(text, attribution) ? { speaker, end: attribution.source[0]!.end } : undefined;
  if (isNested || speaker.type === 'unknown') return { last, previous, asker };
  const isAnother = last !== undefined && last.speaker.name !== speaker.name;
  return { last: { speaker, end: endOf(attribution) }, previous: isAnother ? last : previous, asker };
}

function endOf({ content, cue, source }: Attribution): number {
  return Math.max(...[content, cue, source].map((runs) => runs.at(-1)?.end ?? 0));
}

/** "[Asked] by Ada Quill what he had seen, he replied": whoever speaks next in the sentence is not she. */
function isAsker(text: string, { cue: [cue], source: [source] }: Attribution): boolean {
  if (!cue || !source || source.start < cue.end) return false;
  return (
    /^(?:asked|pressed|questioned|challenged|quizzed)\b/iu.test(text.slice(cue.start, cue.end)) &&
    /\bby\s+$/iu.test(text.slice(cue.start, source.start))
  );
}
