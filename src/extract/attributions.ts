import { contains, type Document, overlap, type Range, RangeIndex } from '../document/index.ts';
import { type Attribution, anchorOf, type CueWithSource } from './attribution.ts';
import type { Network } from './model/network.ts';
import { type Reading, readByNetwork } from './model/reading.ts';
import { attributionsInside } from './nested.ts';
import { repaired } from './repairs.ts';
import { type AttributedSentence, carryOn } from './rules/continuation.ts';
import { isNotSaid } from './rules/not-said.ts';
import { announcedQuotations, signedQuotations } from './rules/signatures.ts';
import type { Prepared } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import { isQuote, type Sentence } from './text/sentences.ts';

/** What the network and the rules read in a document. */
export interface Attributed extends Pick<Reading, 'names' | 'encoderStates'> {
  /** In the order of the text. */
  readonly attributions: readonly Attribution[];
}

/**
 * The attributions of a document, those inside others among them. The network finds them by their words. Rules do what
 * the layout alone tells: the turns of a transcript, signed quotations, quotations that continue without a cue,
 * quotations that nobody said.
 */
export async function findAttributions(
  prepared: Prepared,
  descriptions: readonly Range[],
  network: Network,
): Promise<Attributed> {
  const { document, quotations, quotationIndex } = prepared;
  const printed = [
    ...prepared.turns,
    ...prepared.posts,
    ...signedQuotations(document, quotations),
    ...announcedQuotations(document, quotations),
  ];
  const printedIndex = new RangeIndex(printed, ({ content }) => content);
  const isNarration = (range: Range) =>
    !printedIndex.near(range).some(({ content }) => content.some((run) => overlap(run, range) > 0));
  const sentences = prepared.sentences.filter(({ block }) => isNarration(document.blocks[block]!));

  const reading = await readByNetwork(network, prepared, descriptions);
  const { names, encoderStates } = reading;
  const byCue = reading.attributions.filter((attribution) => isNarration(anchorOf(attribution)));
  const narrated = repaired(document.text, byCue, quotationIndex).filter(
    (attribution) =>
      !isNotSaid(document.text, attribution, quotationIndex) &&
      (hasQuotation(attribution, quotationIndex) || !isInCaption(document, attribution)),
  );
  const outermost = [
    ...printed,
    ...carryOn(document, attributedSentences(sentences, narrated, reading.cuesWithoutContent)),
  ];
  const inside = repaired(document.text, await attributionsInside(prepared, network, outermost), quotationIndex);
  return { attributions: [...outermost, ...inside].sort(byPosition), names, encoderStates };
}

/** Each sentence with the attributions that are anchored in it. */
function attributedSentences(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  cuesWithoutContent: readonly CueWithSource[],
): AttributedSentence[] {
  const attributionIndex = new RangeIndex(attributions, (attribution) => [anchorOf(attribution)]);
  const cueIndex = new RangeIndex(cuesWithoutContent, ({ cue }) => cue);
  return sentences.map((sentence) => ({
    sentence,
    attributions: attributionIndex.near(sentence).filter((attribution) => contains(sentence, anchorOf(attribution))),
    announces: cueIndex
      .near(sentence)
      .findLast(({ cue: [cue] }) => contains(sentence, cue!) && !isQuotedAfter(sentence, cue!)),
  }));
}

/** Whether something is quoted after a cue in its sentence; else what the cue announces comes next. */
function isQuotedAfter(sentence: Sentence, cue: Range): boolean {
  return sentence.items.some((item) => isQuote(item) && item.start > cue.start);
}

/** Captions tell what a picture shows; somebody speaks in them only where they quote. */
function isInCaption({ blocks }: Document, attribution: Attribution): boolean {
  return blocks.some((block) => block.kind === 'caption' && contains(block, anchorOf(attribution)));
}

function hasQuotation({ content }: Attribution, quotations: RangeIndex<Quotation>): boolean {
  return content.some((run) => quotations.near(run).some((quotation) => overlap(run, quotation) > 0));
}

function byPosition(a: Attribution, b: Attribution): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}
