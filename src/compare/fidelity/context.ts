import type { Range } from '../../document/index.ts';
import { NAME_ABBREVIATIONS } from '../../language/english/abbreviations.ts';
import { alternation } from '../../language/words.ts';
import type { Difference, Source } from './fidelity.ts';
import { afterTurns, beforeTurns } from './sense.ts';

/** The rest of the sentence before and after a passage; empty where the passage begins or ends the sentence. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** A full stop that does not end a sentence: "Mr.", "U.S.", an initial. */
const ABBREVIATION = new RegExp(`(?:\\b(?:${alternation(NAME_ABBREVIATIONS)}|etc)|(?<![\\p{L}’'])\\p{L})\\.$`, 'iu');
/** A speaker's label at the beginning of a transcript paragraph. */
const LABEL = /^[\p{Lu}][\p{L}.'’ ()/-]{0,48}:\s+/u;

/** The rest of the sentence that a passage stands in. It never crosses the paragraph. */
export function contextOf({ text, blocks, asides = [] }: Source, passage: Range): Context {
  const block = blocks.find(({ start, end }) => start <= passage.start && passage.start < end);
  const last = blocks.find(({ start, end }) => start < passage.end && passage.end <= end);
  const lead = withoutAsides(text, asides, { start: block?.start ?? 0, end: passage.start }).replace(LABEL, '');
  const rest = withoutAsides(text, asides, { start: passage.end, end: last?.end ?? text.length });
  const [before, after] = withinMarks(lead, rest);
  return { before: afterLastStop(before), after: untilStop(after).replace(/^[^\p{L}\p{N}]+$/u, '') };
}

/** A range of a text without the words of saying in it, so that “We will,” she said, “if we must” is one sentence. */
export function withoutAsides(text: string, asides: readonly Range[], { start, end }: Range): string {
  let kept = '';
  let at = start;
  for (const aside of asides.filter((one) => one.start >= start && one.end <= end)) {
    const closes = /[.!?]["”\s“]*$/u.test(text.slice(aside.start, aside.end));
    kept += text
      .slice(at, aside.start)
      .replace(/["”]$/u, '')
      .replace(/,$/u, closes ? '.' : ',');
    at = aside.end + (/^["“]/u.test(text.slice(aside.end, aside.end + 1)) ? 1 : 0);
    kept += ' ';
  }
  return kept + text.slice(at, end);
}

/** If the passage is inside a quotation of the source, the context ends at the marks of that quotation. */
function withinMarks(lead: string, rest: string): [before: string, after: string] {
  const curly = lead.lastIndexOf('“');
  if (curly > lead.lastIndexOf('”')) return [lead.slice(curly + 1), rest.split('”')[0]!];
  const straight = lead.split('"');
  return straight.length % 2 === 0 ? [straight.at(-1)!, rest.split('"')[0]!] : [lead, rest];
}

function afterLastStop(lead: string): string {
  let begins = 0;
  for (const match of lead.matchAll(/[.!?…]["”’')\]]*\s+|:\s*["“‘]/gu)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATION.test(lead.slice(0, match.index + 1))) begins = end;
  }
  return lead.slice(begins).replace(/^["“”‘’'(\s]+/u, '');
}

function untilStop(rest: string): string {
  for (const match of rest.matchAll(/[.!?…](?=["”’')\]]*(?:\s|$))/gu)) {
    const end = match.index + 1;
    const next = rest.slice(end).trimStart();
    if (ABBREVIATION.test(rest.slice(0, end)) && /^\p{Ll}/u.test(next)) continue;
    return rest.slice(0, match.index);
  }
  return rest.replace(/(?<![\s"”’')\].!?])[\s"”’')\].!?]+$/u, '');
}

/** The words that an excerpt leaves out of its sentence, if they change its meaning: no, one or two differences. */
export function clippingIn({ before, after }: Context, excerpt: string): Difference[] {
  const found: Difference[] = [];
  if (beforeTurns(before, excerpt)) found.push({ kind: 'before', source: before.trim(), turnsSense: true });
  if (afterTurns(after, excerpt))
    found.push({ kind: 'after', source: after.replace(/^[\s,;:–—-]+/u, ''), turnsSense: true });
  return found;
}
