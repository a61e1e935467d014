import type { Sample } from '../sample.ts';
import { rootOf } from '../xml/head.ts';

const CLOCK = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
/** The line of a cue's times (WebVTT, SubRip), and that of YouTube's SBV. */
export const TIMES = new RegExp(String.raw`^\s*(${CLOCK})\s*(?:-->\s*|,(?=\d))(${CLOCK})(?=\s|$)`, 'u');

/** Whether a file is subtitles (WebVTT, SubRip, SBV, TTML), by its content. */
export function looksLikeSubtitles({ head }: Pick<Sample, 'head'>): boolean {
  if (/^\s*WEBVTT(?:\s|$)/u.test(head) || rootOf(head) === 'tt') return true;
  const [first = '', second = ''] = head
    .slice(0, 400)
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '');
  return TIMES.test(first) || (/^\s*\d+\s*$/u.test(first) && TIMES.test(second));
}
