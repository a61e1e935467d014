import type { Range, RangeIndex } from '../document/index.ts';
import { CONTENT_BEGINNINGS } from '../language/english/conjunctions.ts';
import { cueOf } from '../language/english/cues.ts';
import { isKicker } from '../language/english/kickers.ts';
import { POINTED_AT, POINTS_ELSEWHERE } from '../language/english/pronouns.ts';
import { SPEECH_NOUNS, speechNoun, TOPIC_NOUNS } from '../language/english/speech-nouns.ts';
import { alternation } from '../language/words.ts';
import type { Attribution } from './attribution.ts';
import type { Quotation } from './text/quotations.ts';

/** Attributions with less confidence are left out. Measured on held-out articles: limits from 0.3 to 0.6 differ by less than their error. */
const LEAST = 0.4;

/** "her comments on <the strike>", "made no reference to <the war>": a topic, not what was said about it. */
const TOPIC_CUE = new RegExp(`\\b${alternation(TOPIC_NOUNS)}\\s+(?:on|about|to|of|over)$`, 'iu');
/** The beginning of what was said. */
const SAID = new RegExp(`["“”‘«]|^${alternation(CONTENT_BEGINNINGS)}\\b`, 'iu');

/** Mends or leaves out attributions that labels of single words get wrong. The others stay in their order. */
export function repaired(
  text: string,
  attributions: readonly Attribution[],
  quoted: RangeIndex<Quotation>,
): Attribution[] {
  return wholeClauses(text, attributions)
    .map((attribution) => ({
      ...attribution,
      content: attribution.content.flatMap((run) => withMarks(text, run, quoted) ?? []),
    }))
    .map((attribution) =>
      isLabel(text, attribution) || isTold(text, attribution) ? { ...attribution, source: [] } : attribution,
    )
    .map((attribution) => withPossessiveCue(text, withAgent(text, attribution)))
    .filter(({ content }) => content.length > 0)
    .filter(
      (attribution) =>
        attribution.confidence >= LEAST &&
        !pointsElsewhere(text, attribution) &&
        !isTopic(text, attribution) &&
        !isEvent(text, attribution),
    )

    .map((attribution) => ({
      ...attribution,
      source: attribution.source.map((run) => withAbbreviation(text, run)),
    }));
}

/**
 * A run with both quotation marks of its own words and without those of others. Straight marks look alike at both ends, so
 * that the network may take the last mark of one quotation for the first of the next. Undefined where nothing is left.
 */
function withMarks(text: string, run: Range, quoted: RangeIndex<Quotation>): Range | undefined {
  let { start, end } = run;
  for (const quotation of quoted.near({ start: start - 1, end: end + 1 })) {
    const { inner, closed } = quotation;
    if (closed && inner.end === start && inner.start < start) {
      start = quotation.end;
      // What stands between the two quotations is said by nobody.
      const between = /^\s*(?:[^“”"]*[.!?]\s+(?=[“"]))?/u.exec(text.slice(start, end))![0];
      start += between.length;
    } else if (inner.start === start && quotation.end <= end + 1) start = quotation.start;
    if (closed && inner.end === end && quotation.start >= start) end = quotation.end;
    if (quotation.start === end - 1 && inner.end > end) end -= 1;
  }
  end = start + text.slice(start, end).trimEnd().length;
  return end > start ? { start, end } : undefined;
}

/** "Interview: “I never asked”": a label of the article is nobody. */
function isLabel(text: string, { source, cue }: Attribution): boolean {
  const [run] = source;
  return (
    run !== undefined &&
    cue.every(({ start, end }) => text.slice(start, end) === ':') &&
    isKicker(text.slice(run.start, run.end))
  );
}

/** The name after "by": "{Asked} by [the Gazette] during a visit". */
const AGENT = /^\s+by\s+((?:the\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)*)/u;

/** Who does the asking, where a participle stands alone and the name after "by" was left out. */
function withAgent(text: string, attribution: Attribution): Attribution {
  const [cue] = attribution.cue;
  if (attribution.source.length > 0 || !cue || !/^\p{L}+ed$/u.test(text.slice(cue.start, cue.end))) return attribution;
  const found = AGENT.exec(text.slice(cue.end, cue.end + 80));
  if (!found) return attribution;
  const end = cue.end + found[0].length;
  return { ...attribution, source: [{ start: end - found[1]!.length, end }] };
}

/** "[Owners] {have been told} <that>": who is told says nothing. */
function isTold(text: string, { source: [source], cue: [cue] }: Attribution): boolean {
  if (!source || !cue || source.end > cue.start) return false;
  return /\b(?:been|was|were|is|are|being)\s+(?:\p{L}+ly\s+)?(?:told|informed|assured|warned|advised|reminded)$/u.test(
    text.slice(cue.start, cue.end),
  );
}

/** "has been clear <that> [it] {considers} <the bases fair targets>": the clause after "that" is one content. */
function wholeClauses(text: string, attributions: readonly Attribution[]): Attribution[] {
  const taken = new Set<Attribution>();
  const whole = attributions.map((attribution) => {
    const that = attribution.content.at(-1)!;
    if (!/^that$/iu.test(text.slice(that.start, that.end))) return attribution;
    const clause = attributions.find(
      ({ source, content }) => source[0] && follows(text, that, source[0]) && content[0]!.start > source[0].end,
    );
    if (!clause) return attribution;
    taken.add(clause);
    const content = [...attribution.content.slice(0, -1), { start: that.start, end: clause.content.at(-1)!.end }];
    return { ...attribution, content, confidence: Math.max(attribution.confidence, clause.confidence) };
  });
  return whole.filter((_, i) => !taken.has(attributions[i]!));
}

function follows(text: string, before: Range, after: Range): boolean {
  return after.start > before.end && text.slice(before.end, after.start).trim() === '';
}

function pointsElsewhere(text: string, { content }: Attribution): boolean {
  return content.every((run) => POINTS_ELSEWHERE.has(text.slice(run.start, run.end).toLowerCase()));
}

function isTopic(text: string, { cue, content }: Attribution): boolean {
  const words = cue.map((run) => text.slice(run.start, run.end)).join(' ');
  if (/^(?:about|on|over|of)$/iu.test(words)) return true;
  return TOPIC_CUE.test(words) && !content.some((run) => SAID.test(text.slice(run.start, run.end)));
}

/**
 * "<This> {was aimed at} <calming the town>", "<she> {appeared} <to stumble>": an event, not a statement. Its content begins
 * with a pronoun, it has no source, and its cue is no cue verb. ("<He> {was said} <to be ill>" is a statement.)
 */
function isEvent(text: string, { cue, source, content }: Attribution): boolean {
  if (source.length > 0 || cue.length === 0 || content.length < 2) return false;
  const [first] = content;
  if (!POINTED_AT.has(text.slice(first!.start, first!.end).toLowerCase())) return false;
  const words = cue.flatMap((run) => text.slice(run.start, run.end).split(/[^\p{L}’'-]+/u));
  return !words.some((word) => cueOf(word) || SPEECH_NOUNS.has(speechNoun(word) ?? ''));
}

/** "[Healey]{’s comment}": where a noun tells, what makes it somebody's belongs to the cue. */
function withPossessiveCue(text: string, attribution: Attribution): Attribution {
  const source = attribution.source.at(-1);
  const [cue, ...rest] = attribution.cue;
  if (!source || !cue || !/[’']s$/u.test(text.slice(source.start, source.end))) return attribution;
  if (text.slice(source.end, cue.start) !== ' ') return attribution;
  const end = source.end - "'s".length;
  return {
    ...attribution,
    source: [...attribution.source.slice(0, -1), { start: source.start, end }],
    cue: [{ start: end, end: cue.end }, ...rest],
  };
}

/** "[UK] Foreign Secretary Ines Calder": an abbreviation at the beginning of a sentence belongs to the name. */
function withAbbreviation(text: string, run: Range): Range {
  const lead = /(?:^|\n|[.!?]["”’)]*\s)((?:U\.S\.|U\.K\.|\p{Lu}{2,4}) )$/u.exec(
    text.slice(Math.max(0, run.start - 12), run.start),
  );
  return lead && /^\p{Lu}/u.test(text.slice(run.start)) ? { start: run.start - lead[1]!.length, end: run.end } : run;
}
