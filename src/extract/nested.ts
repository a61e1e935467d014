import { contains, type Range, RangeIndex } from '../document/index.ts';
import { cueOf } from '../language/english/cues.ts';
import { SPEAKER_OR_NOBODY } from '../language/english/pronouns.ts';
import type { Network } from './model/network.ts';
import { attributionOf, readByNetwork } from './model/reading.ts';
import type { Attribution, Prepared } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';

/** Surer than elsewhere: the corpus that the network learnt from marks no statement inside another. */
const SURE = 0.6;

/** A content with fewer characters than this is taken to hold no statement of somebody else's. */
const SHORTEST = 20;

/** Forms that are words of saying by their letters and seldom by their sense: "going to", "the United States". */
const SELDOM_SAYS =
  /^(?:go(?:es|ing|ne|od|d)?|went|beg[aiu]n\w*|start\w*|continu\w*|read\w*|states?|points?|orders?)$/u;

/** What stands right before words of one's own: "I said", "we believe", "my answer". */
const OWN_WORDS = /^(?:i|we|you|my|our|your|one)(?:['’](?:ve|ll|d))?$/u;

/**
 * Statements inside statements: a speaker who tells what somebody else says. The labels of the network are flat, so a
 * content with a word of saying in it is read once more, as if it were a text of its own.
 */
export async function attributionsInside(
  prepared: Prepared,
  network: Network,
  attributions: readonly Attribution[],
): Promise<Attribution[]> {
  const { document } = prepared;
  const quoted = new RangeIndex(prepared.quotations, (quotation) => [quotation]);
  const found: Attribution[] = [];
  for (const run of attributions.flatMap((attribution) => attribution.content)) {
    const near = quoted.near(run);
    const inner = withoutMarks(run, near);
    if (inner.end - inner.start < SHORTEST || !hasCue(document.text.slice(inner.start, inner.end))) continue;
    const within: Prepared = {
      document: { ...document, blocks: [{ kind: 'paragraph', ...inner }] },
      quotations: near.filter((quotation) => contains(inner, quotation)),
      sentences: [],
    };
    const { attributions } = await readByNetwork(network, within);
    const tagged = attributions.map((one) => attributionOf(network, one));
    found.push(
      ...tagged.filter((attribution) => attribution.confidence >= SURE && isByAnother(document.text, attribution)),
    );
  }
  return found;
}

/** A run that is one whole quotation, without its marks. */
function withoutMarks(run: Range, quotations: readonly Quotation[]): Range {
  const whole = quotations.find((quotation) => quotation.start <= run.start && run.end <= quotation.end);
  return whole ? { start: Math.max(run.start, whole.inner.start), end: Math.min(run.end, whole.inner.end) } : run;
}

/** Whether a word of saying stands in a text that somebody else than its speaker could say it with. */
function hasCue(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}’'-]+/u);
  return words.some((word, i) => cueOf(word)?.speech && !SELDOM_SAYS.test(word) && !OWN_WORDS.test(words[i - 1] ?? ''));
}

function isByAnother(text: string, { source }: Attribution): boolean {
  return source[0] !== undefined && !SPEAKER_OR_NOBODY.has(text.slice(source[0].start, source[0].end).toLowerCase());
}
