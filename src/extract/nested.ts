import { contains, type Range } from '../document/index.ts';
import { cueOf } from '../language/english/cues.ts';
import { SPEAKER_OR_NOBODY } from '../language/english/pronouns.ts';
import type { Attribution } from './attribution.ts';
import type { Network } from './model/network.ts';
import { readByNetwork } from './model/reading.ts';
import { type Prepared, prepareContent } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';

/** Least confidence of a statement inside another: higher than elsewhere, for a content is read without what stands around it. */
const LEAST = 0.4;

/** A content with fewer characters than this is not searched for statements. */
const SHORTEST = 20;

/** Forms of cue verbs that are usually other words: "going to", "the United States". */
const SELDOM_SAYS =
  /^(?:go(?:es|ing|ne|od|d)?|went|beg[aiu]n\w*|start\w*|continu\w*|read\w*|states?|points?|orders?)$/u;

/** What stands before a cue of the speaker's own: "I said", "we believe", "my answer". */
const OWN_WORDS = /^(?:i|we|you|my|our|your|one)(?:['’](?:ve|ll|d))?$/u;

/**
 * Statements inside statements: a speaker reports what somebody else says. The network's labels are flat, so a content
 * with a cue verb in it is read again as a text of its own.
 */
export async function attributionsInside(
  prepared: Prepared,
  network: Network,
  attributions: readonly Attribution[],
): Promise<Attribution[]> {
  const { document, quotationIndex } = prepared;
  const found: Attribution[] = [];
  for (const run of attributions.flatMap(({ content }) => content)) {
    const quotations = quotationIndex.near(run);
    const inner = withoutMarks(run, quotations);
    if (inner.end - inner.start < SHORTEST || !hasCue(document.text.slice(inner.start, inner.end))) continue;
    const insideQuotations = quotations.filter((quotation) => contains(inner, quotation));
    const reading = await readByNetwork(network, prepareContent(document, inner, insideQuotations));
    found.push(
      ...reading.attributions.filter(
        (attribution) => attribution.confidence >= LEAST && isByAnother(document.text, attribution),
      ),
    );
  }
  return found;
}

/** A run without the quotation marks around the whole of it. */
function withoutMarks(run: Range, quotations: readonly Quotation[]): Range {
  const whole = quotations.find((quotation) => quotation.start <= run.start && run.end <= quotation.end);
  return whole ? { start: Math.max(run.start, whole.inner.start), end: Math.min(run.end, whole.inner.end) } : run;
}

/** Whether a text has a cue verb whose source may be somebody else than its speaker. */
function hasCue(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}’'-]+/u);
  return words.some((word, i) => cueOf(word)?.speech && !SELDOM_SAYS.test(word) && !OWN_WORDS.test(words[i - 1] ?? ''));
}

function isByAnother(text: string, { source }: Attribution): boolean {
  return source[0] !== undefined && !SPEAKER_OR_NOBODY.has(text.slice(source[0].start, source[0].end).toLowerCase());
}
