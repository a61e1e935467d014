import { type Block, type BlockSpeaker, compact, type Range } from '../../document/index.ts';
import type { Label } from './label.ts';
import type { Person } from './people.ts';
import type { Line } from './recognise.ts';

/** A line of a block, and where it stands. */
export interface PlacedLine extends Line, Range {
  readonly block: Block;
}

/** Blocks as they are spoken, one line after the other. */
export class Spoken {
  readonly blocks: Block[] = [];
  #open: Person | undefined;
  #beforeClip: Person | undefined;
  /** A label on a line above, for the words below. */
  #label: Range | undefined;
  #lastOf: Block | undefined;

  begin(line: PlacedLine, person: Person, label: Label): void {
    this.#open = person;
    this.#label = undefined;
    this.#add(line, { ...person, from: line.start + label.from, label: within(line, label) });
  }

  announce(line: PlacedLine, person: Person, label: Label): void {
    this.beside(line);
    this.#open = person;
    this.#label = within(line, label);
  }

  /** More of what is said, or what stands before anybody speaks. */
  carryOn(line: PlacedLine): void {
    const last = this.blocks.at(-1);
    if (this.#lastOf === line.block && !this.#label && last && last.kind === line.kind) {
      this.blocks[this.blocks.length - 1] = { ...last, end: line.end };
      return;
    }
    this.#add(line, this.#open && { ...this.#open, from: line.start, ...compact({ label: this.#label }) });
    this.#label = undefined;
  }

  direction(line: PlacedLine, clip: 'begins' | 'ends' | undefined): void {
    if (clip === 'begins') this.#beforeClip = this.#open;
    if (clip === 'ends') this.#open = this.#beforeClip;
    this.beside(line);
  }

  /** The article again, below a dialogue that it prints. */
  narrate(line: PlacedLine): void {
    this.#open = undefined;
    this.beside(line);
  }

  /** What nobody says. */
  beside(line: PlacedLine): void {
    this.#add(line, undefined);
    this.#lastOf = undefined;
  }

  #add({ start, end, block, kind }: PlacedLine, speaker: BlockSpeaker | undefined): void {
    this.blocks.push({ kind, start, end, ...placeOf(block), ...compact({ speaker }) });
    this.#lastOf = block;
  }
}

/** The page, or the time in a recording, of a block, and how surely its letters were recognised. */
export function placeOf({ page, time, recognised }: Block): Pick<Block, 'page' | 'time' | 'recognised'> {
  return { ...compact({ page, recognised }), ...(time === undefined ? {} : { time }) };
}

function within({ start }: PlacedLine, { words }: Label): Range {
  return { start: start + words.start, end: start + words.end };
}
