import { contains, type Document, overlap, type Range, RangeIndex } from '../document/index.ts';
import type { Network } from './model/network.ts';
import { type Reading, readByNetwork, tagOf, type WordsOfSaying } from './model/reading.ts';
import { tagInside } from './nested.ts';
import { repaired } from './repairs.ts';
import { carryOn, type TaggedFrame } from './rules/continuation.ts';
import { labelledTurns } from './rules/labels.ts';
import { isNotSaid } from './rules/not-said.ts';
import { signedQuotations } from './rules/signatures.ts';
import type { LabelledSpans, Prepared } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import { type Frame, isQuote } from './text/sentences.ts';

/** What the network and the rules read in a document. */
export interface Tagged extends Pick<Reading, 'names' | 'traces'> {
  /** In the order of the text. */
  readonly tags: readonly LabelledSpans[];
}

/**
 * The attributions of a document, those inside others among them. The network finds them by their words; rules see to
 * what print alone tells: the turns of a transcript, signed quotations, quotations that carry on without words of
 * saying, quotations that nobody said.
 */
export async function tag(prepared: Prepared, descriptions: readonly Range[], network: Network): Promise<Tagged> {
  const { document, quotations } = prepared;
  const printed = [...labelledTurns(document), ...signedQuotations(document, quotations)];
  const turns = new RangeIndex(printed, (turn) => turn.content);
  const isNarrated = (range: Range) =>
    !turns.near(range).some((turn) => turn.content.some((run) => overlap(run, range) > 0));
  const frames = prepared.frames.filter((frame) => isNarrated(document.blocks[frame.block]!));

  const { attributions, silent, names, traces } = await readByNetwork(network, prepared, descriptions);
  const byWords = attributions
    .map((attribution) => tagOf(network, attribution))
    .filter((found) => isNarrated(anchorOf(found)));
  const quoted = new RangeIndex(quotations, (quotation) => [quotation]);
  const found = repaired(document.text, byWords, quoted).filter(
    (one) => !isNotSaid(document.text, one, quoted) && !(isInCaption(document, one) && !hasQuotation(one, quoted)),
  );
  const outermost = [...printed, ...carryOn(document, placed(frames, found, silent))];
  const inside = repaired(document.text, await tagInside(prepared, network, outermost), quoted);
  return { tags: [...outermost, ...inside].sort(byPosition), names, traces };
}

/** Each sentence with the tags whose words of saying stand in it. */
function placed(
  frames: readonly Frame[],
  tags: readonly LabelledSpans[],
  silent: readonly WordsOfSaying[],
): TaggedFrame[] {
  const tagsNear = new RangeIndex(tags, (tag) => [anchorOf(tag)]);
  const silentNear = new RangeIndex(silent, (words) => words.cue);
  return frames.map((frame) => ({
    frame,
    tags: tagsNear.near(frame).filter((tag) => contains(frame, anchorOf(tag))),
    announces: silentNear.near(frame).findLast((words) => contains(frame, words.cue[0]!) && closes(frame, words)),
  }));
}

/** Whether nothing is quoted after the words of saying: what they announce comes next. */
function closes(frame: Frame, { cue }: WordsOfSaying): boolean {
  return !frame.items.some((item) => isQuote(item) && item.start > cue[0]!.start);
}

/** Captions tell what a picture shows; somebody speaks in them only where they quote. */
function isInCaption({ blocks }: Document, tag: LabelledSpans): boolean {
  return blocks.some((block) => block.kind === 'caption' && contains(block, anchorOf(tag)));
}

function hasQuotation({ content }: LabelledSpans, quotations: RangeIndex<Quotation>): boolean {
  return content.some((run) => quotations.near(run).some((quotation) => overlap(run, quotation) > 0));
}

function anchorOf({ cue, content }: LabelledSpans): Range {
  return cue[0] ?? content[0]!;
}

function byPosition(a: LabelledSpans, b: LabelledSpans): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}
