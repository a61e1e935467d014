import type { Document, Range } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Quotation } from '../text/quotations.ts';

/** A dash and a name that closes its line: "― Petra Holm", "— Petra Holm, a nurse in Nesse". */
const SIGNATURE = /^\s*([—–―]|--|-)\s*(\p{Lu}[\p{L}.’'-]+(?:[ ,][^\n.!?“”"]{0,80})?)\.?$/u;

/** "And from Chairwoman Rosa Weil:", before a paragraph that is a quotation. */
const ANNOUNCED =
  /^(?:(?:\p{Lu}\p{Ll}{1,9}\s+)?(?:from|by)|From|By)\s+((?:the\s(?:\p{Ll}+\s){0,4})?\p{Lu}[^\n.!?:“”"]{2,90}):$/u;

/** Quotations that make a paragraph, below one that tells from whom they are: `And from Petra Holm:`, `“We tried.”` */
export function announcedQuotations({ text, blocks }: Document, quotations: readonly Quotation[]): Attribution[] {
  const at = new Map(quotations.filter(({ depth }) => depth === 0).map((quotation) => [quotation.start, quotation]));
  return blocks.flatMap((block, index) => {
    const match = ANNOUNCED.exec(text.slice(block.start, Math.min(block.end, block.start + 140)));
    const quotation = at.get(blocks[index + 1]?.start ?? -1);
    if (!match || block.kind === 'byline' || !quotation || quotation.end !== blocks[index + 1]!.end) return [];
    const colon = block.end - 1;
    return {
      content: [{ start: quotation.start, end: quotation.end }],
      cue: [{ start: colon, end: colon + 1 }],
      source: [{ start: colon - match[1]!.length, end: colon }],
      class: 'speech' as const,
      confidence: 0.9,
    };
  });
}

/**
 * Quotations signed with a dash and a name, on the same line or on the next: `“We tried twice.” ― Petra Holm`.
 * Only a quotation that ends its paragraph, but for the signature, is signed.
 */
export function signedQuotations(document: Document, quotations: readonly Quotation[]): Attribution[] {
  const { text, blocks } = document;
  const attributions: Attribution[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'byline' || block.kind === 'title') return;
    const last = quotations.findLast(
      (quotation) => quotation.depth === 0 && quotation.start >= block.start && quotation.end <= block.end,
    );
    if (!last) return;
    const here = signatureIn(text, { start: last.end, end: block.end });
    const next = blocks[index + 1];
    const below = last.end === block.end && next ? signatureIn(text, next) : undefined;
    const signature = here ?? below;
    if (!signature || last.start > block.start) return;
    attributions.push({
      content: [{ start: last.start, end: last.end }],
      ...signature,
      class: 'speech',
      confidence: 0.9,
    });
  });
  return attributions;
}

function signatureIn(text: string, range: Range): { cue: Range[]; source: Range[] } | undefined {
  const match = SIGNATURE.exec(text.slice(range.start, range.end));
  if (!match) return undefined;
  const dash = range.start + match[0].indexOf(match[1]!);
  const name = range.start + match[0].indexOf(match[2]!, match[0].indexOf(match[1]!) + match[1]!.length);
  // "— Petra Holm (@petra) November 18, 2019": a post's handle and date are no part of the name
  const handle = match[2]!.indexOf('(@');
  const printed = handle < 0 ? match[2]! : match[2]!.slice(0, handle).trimEnd();
  return {
    cue: [{ start: dash, end: dash + match[1]!.length }],
    source: [{ start: name, end: name + printed.length }],
  };
}
