import type { ReadBlock } from '../assemble.ts';
import { inlineLabel } from '../turns/label.ts';

const CUE = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}/u;

/**
 * Subtitles (WebVTT, SubRip) → blocks, without numbers and times; undefined where the text is none. Cues of one speaker
 * are one paragraph, with the label before it: "<v Ada Vane>Good morning" is "Ada Vane: Good morning". A cue without a
 * speaker goes on with the one before.
 */
export function subtitleBlocks(text: string): ReadBlock[] | undefined {
  if (!isSubtitles(text)) return undefined;
  const blocks: { who: string | undefined; words: string[] }[] = [];
  for (const cue of cuesIn(text)) {
    for (const { who, words } of voicesIn(cue)) {
      const last = blocks.at(-1);
      if (last && (who === undefined || who === last.who)) last.words.push(words);
      else blocks.push({ who, words: [words] });
    }
  }
  return blocks.map(({ who, words }) => ({
    kind: 'paragraph',
    text: who === undefined ? words.join(' ') : `${who}: ${words.join(' ')}`,
  }));
}

function isSubtitles(text: string): boolean {
  if (/^\ufeff?WEBVTT(?:\s|$)/u.test(text)) return true;
  const head = text
    .slice(0, 400)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return /^\ufeff?\s*\d+\s*$/u.test(head[0] ?? '') && CUE.test(head[1] ?? '');
}

/** The lines of each cue: those after its time, up to an empty line. */
function cuesIn(text: string): string[][] {
  const cues: string[][] = [];
  let open: string[] | undefined;
  for (const line of text.split('\n')) {
    if (CUE.test(line)) {
      open = [];
      cues.push(open);
    } else if (line.trim() === '') open = undefined;
    else open?.push(line.trim());
  }
  return cues;
}

interface Voice {
  readonly who: string | undefined;
  readonly words: string;
}

/** What a cue says, by its voice tags, its labels ("Ada Vane: …") and its dashes. */
function voicesIn(lines: readonly string[]): Voice[] {
  const voices: Voice[] = [];
  for (const line of lines) {
    for (const part of line.split(/(?=<v[.\s])/u)) {
      const tagged = /^<v[^\s>]*\s([^>]*)>/u.exec(part)?.[1]?.trim();
      const words = unescaped(part.replace(/<[^<>]*>/gu, '')).trim();
      if (words === '') continue;
      const label = tagged === undefined ? inlineLabel(words) : undefined;
      const who = tagged ?? (label?.form === 'colon' ? words.slice(label.words.start, label.words.end) : undefined);
      voices.push({ who, words: label?.form === 'colon' ? words.slice(label.from) : words });
    }
  }
  return voices;
}

function unescaped(words: string): string {
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    nbsp: ' ',
    '#39': "'",
    quot: '"',
    apos: "'",
    lrm: '',
    rlm: '',
    amp: '&',
  };
  return words.replace(/&([a-z]{2,4}|#39);/gu, (whole, name: string) => entities[name] ?? whole);
}
