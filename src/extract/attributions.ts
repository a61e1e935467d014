import { contains, type Document, overlap, type Range, RangeIndex } from '../document/index.ts';
import type { Network } from './model/network.ts';
import { attributionOf, type Reading, readByNetwork, type WordsOfSaying } from './model/reading.ts';
import { attributionsInside } from './nested.ts';
import { repaired } from './repairs.ts';
import { type AttributedSentence, carryOn } from './rules/continuation.ts';
import { labelledTurns } from './rules/labels.ts';
import { isNotSaid } from './rules/not-said.ts';
import { signedQuotations } from './rules/signatures.ts';
import type { Attribution, Prepared } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import { isQuote, type Sentence } from './text/sentences.ts';

/** What the network and the rules read in a document. */
export interface Attributed extends Pick<Reading, 'names' | 'encoderStates'> {
  /** In the order of the text. */
  readonly attributions: readonly Attribution[];
}

/**
 * The attributions of a document, those inside others among them. The network finds them by their words; rules see to
 * what print alone tells: the turns of a transcript, signed quotations, quotations that carry on without words of
 * saying, quotations that nobody said.
 */
export async function attribute(
  prepared: Prepared,
  descriptions: readonly Range[],
  network: Network,
): Promise<Attributed> {
  const { document, quotations } = prepared;
  const printed = [...labelledTurns(document), ...signedQuotations(document, quotations)];
  const turns = new RangeIndex(printed, (turn) => turn.content);
  const isNarrated = (range: Range) =>
    !turns.near(range).some((turn) => turn.content.some((run) => overlap(run, range) > 0));
  const sentences = prepared.sentences.filter((sentence) => isNarrated(document.blocks[sentence.block]!));

  const { attributions, silent, names, encoderStates } = await readByNetwork(network, prepared, descriptions);
  const byWords = attributions
    .map((attribution) => attributionOf(network, attribution))
    .filter((found) => isNarrated(anchorOf(found)));
  const quoted = new RangeIndex(quotations, (quotation) => [quotation]);
  const found = repaired(document.text, byWords, quoted).filter(
    (one) => !isNotSaid(document.text, one, quoted) && !(isInCaption(document, one) && !hasQuotation(one, quoted)),
  );
  const outermost = [...printed, ...carryOn(document, placed(sentences, found, silent))];
  const inside = repaired(document.text, await attributionsInside(prepared, network, outermost), quoted);
  return { attributions: [...outermost, ...inside].sort(byPosition), names, encoderStates };
}

/** Each sentence with the attributions whose words of saying stand in it. */
function placed(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  silent: readonly WordsOfSaying[],
): AttributedSentence[] {
  const tagsNear = new RangeIndex(attributions, (attribute) => [anchorOf(attribute)]);
  const silentNear = new RangeIndex(silent, (words) => words.cue);
  return sentences.map((sentence) => ({
    sentence,
    attributions: tagsNear.near(sentence).filter((attribute) => contains(sentence, anchorOf(attribute))),
    announces: silentNear
      .near(sentence)
      .findLast((words) => contains(sentence, words.cue[0]!) && closes(sentence, words)),
  }));
}

/** Whether nothing is quoted after the words of saying: what they announce comes next. */
function closes(sentence: Sentence, { cue }: WordsOfSaying): boolean {
  return !sentence.items.some((item) => isQuote(item) && item.start > cue[0]!.start);
}

/** Captions tell what a picture shows; somebody speaks in them only where they quote. */
function isInCaption({ blocks }: Document, attribute: Attribution): boolean {
  return blocks.some((block) => block.kind === 'caption' && contains(block, anchorOf(attribute)));
}

function hasQuotation({ content }: Attribution, quotations: RangeIndex<Quotation>): boolean {
  return content.some((run) => quotations.near(run).some((quotation) => overlap(run, quotation) > 0));
}

function anchorOf({ cue, content }: Attribution): Range {
  return cue[0] ?? content[0]!;
}

function byPosition(a: Attribution, b: Attribution): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}
