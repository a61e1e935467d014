import { decodeHTML } from 'entities';
import { rootOf } from '../xml/head.ts';
import { type Cue, type CueLine, secondsOf } from './cue.ts';
import { TIMES } from './head.ts';
import { ttmlCues } from './ttml.ts';

/** The cues of subtitles in whatever form, in their order, each with the lines that are new in it. */
export function cuesIn(text: string): Cue[] {
  const cues = rootOf(text) === 'tt' ? ttmlCues(text) : timedCues(text);
  return rolls(cues) ? withoutRepeated(cues) : cues;
}

function timedCues(text: string): Cue[] {
  const cues: { start: number; end: number; lines: CueLine[] }[] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n?|\n/u)) {
    const times = TIMES.exec(line);
    if (times) {
      cues.push({ start: secondsOf(times[1]!), end: secondsOf(times[2]!), lines: [] });
      isOpen = true;
    } else if (line.trim() === '') isOpen = false;
    else if (isOpen) cues.at(-1)!.lines.push(...linesOf(line));
  }
  return cues;
}

/** A line by its voice tags, without other tags and what tells where it is shown. */
function linesOf(line: string): CueLine[] {
  return line.split(/(?=<v[.\s])/u).flatMap((part) => {
    const voice = /^<v[^\s>]*\s([^>]*)>/u.exec(part)?.[1]?.trim();
    const words = decodeHTML(part.replace(/<[^<>]*>|\{\\[^{}]*\}/gu, '')).trim();
    return words === '' ? [] : [voice ? { voice, words } : { words }];
  });
}

/** Whether captions roll: what one shows last, the next shows first. */
function rolls(cues: readonly Cue[]): boolean {
  const repeated = cues.filter((cue, i) => i > 0 && sharedLines(cues[i - 1]!, cue) > 0).length;
  return cues.length > 3 && repeated > cues.length / 3;
}

function withoutRepeated(cues: readonly Cue[]): Cue[] {
  return cues
    .map((cue, i) => ({ ...cue, lines: cue.lines.slice(i === 0 ? 0 : sharedLines(cues[i - 1]!, cue)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** How many lines at the end of one stand at the beginning of the next. */
function sharedLines(one: Cue, next: Cue): number {
  for (let count = Math.min(one.lines.length, next.lines.length, 4); count > 0; count--)
    if (one.lines.slice(-count).every(({ words }, i) => words === next.lines[i]!.words)) return count;
  return 0;
}
