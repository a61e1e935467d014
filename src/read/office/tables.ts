import type { ReadBlock } from '../assemble.ts';

/** A cell's blocks, in the cells of a row. */
export type Row = readonly (readonly ReadBlock[])[];

/** Letters of a name in a column of names. */
const NAME = 60;

/**
 * A table, cell by cell, each its own blocks. Transcripts are often laid out so, with a column of who speaks: there the
 * name stands before what is said, with a colon.
 */
export function tableBlocks(rows: readonly Row[]): ReadBlock[] {
  const cells = rows.map((row) => row.filter((blocks) => blocks.length > 0));
  const turns = cells.filter(isTurn).length;
  const isTranscript = turns >= 3 && turns >= cells.length * 0.6;
  return cells.flatMap((row) => (isTranscript && isTurn(row) ? turnOf(row) : row.flat()));
}

/** "Ada Vane", and beside it a sentence. */
function isTurn(row: Row): boolean {
  const [name, words] = row.map((blocks) => blocks[0]?.text.trim() ?? '').slice(-2);
  return (
    row.length === 2 && /^\p{Lu}[^.!?;]*:?$/u.test(name!) && name!.length <= NAME && /[.!?…]["”’')]*$/u.test(words!)
  );
}

function turnOf([name, words]: Row): ReadBlock[] {
  const [first, ...rest] = words!;
  return [{ ...first!, text: `${name![0]!.text.trim().replace(/:$/u, '')}: ${first!.text.trim()}` }, ...rest];
}
