import type { Block, Document, Range } from '../../document/index.ts';
import { isQuoteVerb } from '../../language/english/cues.ts';
import { isFormLabel } from '../../language/english/labels.ts';
import type { Attribution } from '../attribution.ts';

const LABEL =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?((?:Q|A|[\p{Lu}][\p{L}.'’ ()/-]{1,48}?))(?:\s*\([^)]{1,40}\))?\s*(:|\.\s?—|\?\s?—)\s+(?=\S)/u;
const CAPITALS = /^[\p{Lu}\d .'’()/-]+$/u;

interface Turn {
  readonly label: Range;
  readonly colon: Range;
  readonly body: Range;
}

/**
 * The turns of a transcript or interview: "MINISTER: We tried.", "Q: Why?". A label counts when it is all
 * capitals, or when its kind comes back: at least two different labels, one of them twice; in a text where every
 * paragraph has one, all of them count. A paragraph without a label carries on the turn before it.
 */
export function labelledTurns(document: Document): Attribution[] {
  const turns = document.blocks.map((block) => turnOf(document.text, block));
  const names = turns.flatMap((turn) => (turn ? [nameOf(document.text, turn)] : []));
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  const dialogue = repeated.size >= 2 && names.length >= 4;
  const shouted = names.filter((name) => CAPITALS.test(name)).length;
  const throughout = isLabelledThroughout(document, turns);
  if (!dialogue && !throughout && shouted < 2) return [];
  const attributions: Attribution[] = [];
  let open: Attribution | undefined;
  document.blocks.forEach((block, index) => {
    const turn = turns[index];
    const name = turn && nameOf(document.text, turn);
    if (turn && (throughout || (dialogue && repeated.has(name!)) || CAPITALS.test(name!))) {
      open = {
        content: [turn.body],
        cue: [turn.colon],
        source: [turn.label],
        class: 'speech',
        confidence: 0.9,
        by: 'label',
      };
      attributions.push(open);
    } else if (open && block.kind === 'paragraph' && !isStageDirection(document.text, block)) {
      open = { ...open, content: [...open.content, { start: block.start, end: block.end }] };
      attributions[attributions.length - 1] = open;
    } else open = undefined;
  });
  return attributions;
}

/** "Host: For everyone?", "Dr. Ruhl: For most.": two paragraphs or more, each a label and a sentence. */
function isLabelledThroughout({ text, blocks }: Document, turns: readonly (Turn | undefined)[]): boolean {
  const own = turns.filter((_, i) => blocks[i]!.kind !== 'title' && !isStageDirection(text, blocks[i]!));
  return (
    own.length >= 2 &&
    own.every((turn) => turn && !isFormLabel(nameOf(text, turn)) && /[.?!…][”’"')]*$/u.test(textOf(text, turn)))
  );
}

function textOf(text: string, { body }: Turn): string {
  return text.slice(body.start, body.end).trimEnd();
}

function nameOf(text: string, turn: Turn): string {
  return text.slice(turn.label.start, turn.label.end);
}

function isStageDirection(text: string, block: Block): boolean {
  return /^[([].*[)\]]$/su.test(text.slice(block.start, block.end));
}

function turnOf(text: string, block: Block): Turn | undefined {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return undefined;
  const match = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + 120)));
  if (!match || match[1]!.split(/\s+/u).length > 6 || isQuoteVerb(match[1]!.split(/\s+/u).at(-1)!)) return undefined;
  const label = block.start + match[0].indexOf(match[1]!);
  const colon = block.start + match[0].indexOf(match[2]!, match[0].indexOf(match[1]!) + match[1]!.length);
  return {
    label: { start: label, end: label + match[1]!.length },
    colon: { start: colon, end: colon + 1 },
    body: { start: block.start + match[0].length, end: block.end },
  };
}
