import { compact, type Document, type Range, turnBlocks } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';

/** The turns that the blocks of a document tell, each one attribution of all that is said in it. */
export function turnsOf({ text, blocks }: Document): Attribution[] {
  return turnBlocks(blocks).map((turn) => {
    const { name, role, label, channel, from } = turn[0].speaker;
    return {
      content: turn.map(({ speaker, end }) => ({ start: speaker.from, end })),
      cue: label ? cueBetween(text, channel?.end ?? label.end, from) : [],
      source: label ? [label] : [],
      class: 'speech',
      confidence: 0.9,
      by: 'label',
      speaker: { name, ...compact({ role, channel }) },
    };
  });
}

/** The colon, stop or dash between a label and what is said. */
function cueBetween(text: string, start: number, end: number): Range[] {
  const mark = /[:.?—–]/u.exec(text.slice(start, end));
  return mark ? [{ start: start + mark.index, end: start + mark.index + 1 }] : [];
}
