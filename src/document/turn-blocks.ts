import type { Block, BlockSpeaker } from './document.ts';

/** A block in which somebody speaks. */
export type SpokenBlock = Block & { readonly speaker: BlockSpeaker };

/** The blocks of each turn: a label begins one, and so does another speaker. */
export function turnBlocks(blocks: readonly Block[]): readonly (readonly [SpokenBlock, ...SpokenBlock[]])[] {
  const turns: [SpokenBlock, ...SpokenBlock[]][] = [];
  for (const block of blocks) {
    const { speaker } = block;
    if (!speaker) continue;
    const open = turns.at(-1);
    const spoken = { ...block, speaker };
    if (open && !speaker.label && open[0].speaker.name === speaker.name) open.push(spoken);
    else turns.push([spoken]);
  }
  return turns;
}
