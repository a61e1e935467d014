import { createHash } from 'node:crypto';
import {
  type About,
  type Act,
  contains,
  type Document,
  overlap,
  type Range,
  RangeIndex,
  type Span,
  type Statement,
  type StatementKind,
  spanOf,
} from '../document/index.ts';
import { cueOf, SPEECH_NOUNS, speechNoun } from '../language/english/cues.ts';
import type { References } from './coreference/resolve.ts';
import { findChannel } from './facts/channels.ts';
import { resolveSaid } from './facts/said.ts';
import { resolveSpeakers } from './facts/speakers.ts';
import type { Cast } from './mentions/entities.ts';
import type { LabelledSpans, Prepared, Surroundings } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import type { Frame } from './text/sentences.ts';

/** Makes statements of tags: ids, kinds, speakers, dates, channels, acts and parents. In the order of the text. */
export function statementsOf(
  prepared: Prepared,
  tags: readonly LabelledSpans[],
  cast: Cast,
  references: References,
): Statement[] {
  const { document, quotations } = prepared;
  const places = new RangeIndex(tags, placesOf);
  const frames = new RangeIndex(prepared.frames, (frame) => [frame]);
  const quoted = new RangeIndex(quotations, (quotation) => [quotation]);
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  const parents = tags.map((tag) => parentOf(places.near(tag.content[0]!), tag));
  const speakers = resolveSpeakers({ ...cast, document, references }, tags, (tag) => parents[numbers.get(tag)!]);
  const surroundings = tags.map((tag) => surroundingsOf(tag, frames, places));
  const said = resolveSaid(document, tags, surroundings);
  const ids = tags.map((tag) => statementId(document, tag));
  const mentioned = new RangeIndex(cast.mentions, ({ mention }) => [mention]);
  return tags.map((tag, i) => {
    const span = (run: Range): Span => spanOf(document.text, run.start, run.end);
    const { speaker, confidence, through } = speakers[i]!;
    const channel = findChannel(document.text, surroundings[i]!, tag, through);
    const parent = parents[i];
    return {
      id: ids[i]!,
      kind:
        tag.by === 'label'
          ? 'direct'
          : kindOf(
              document.text,
              tag.content,
              tag.content.flatMap((run) => quoted.near(run)),
            ),
      content: tag.content.map(span),
      cue: tag.cue.map(span),
      source: tag.source.map(span),
      speaker,
      ...(channel ? { channel } : {}),
      act: actOf(document.text, tag),
      ...(isNegated(document.text, tag) ? { negated: true } : {}),
      ...aboutIn(document.text, tag, mentioned),
      said: said[i]!.said,
      ...(parent ? { parent: ids[numbers.get(parent)!]! } : {}),
      confidence: { statement: round(tag.confidence), speaker: round(confidence), said: said[i]!.confidence },
    };
  });
}

/** Whom and what a content names, each once. */
function aboutIn(
  text: string,
  { content }: LabelledSpans,
  mentioned: RangeIndex<Cast['mentions'][number]>,
): { about?: About[] } {
  const inside = content
    .flatMap((run) => mentioned.near(run).filter(({ mention }) => contains(run, mention)))
    .sort((a, b) => a.mention.start - b.mention.start);
  const first = inside.filter(({ named }, i) => inside.findIndex((other) => other.named === named) === i);
  const about = first.map(({ mention, named }) => ({
    name: named.name,
    type: named.type,
    span: spanOf(text, mention.start, mention.end),
  }));
  return about.length > 0 ? { about } : {};
}

function placesOf(tag: LabelledSpans): Range[] {
  return [...tag.content, ...tag.cue, ...tag.source];
}

/** The sentence that a tag's words of saying stand in, and the tags that have a part in it. */
function surroundingsOf(
  tag: LabelledSpans,
  frames: RangeIndex<Frame>,
  places: RangeIndex<LabelledSpans>,
): Surroundings {
  const anchor = tag.cue[0] ?? tag.content[0]!;
  const frame = frames.near(anchor).find((candidate) => contains(candidate, anchor));
  return { frame, tags: places.near(frame ?? anchor) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function statementId(document: Document, tag: LabelledSpans): string {
  const place = [...tag.content, ...tag.cue].map((run) => `${run.start}-${run.end}`).join(',');
  return `s${createHash('sha256').update(`${document.id}:${place}`).digest('hex').slice(0, 12)}`;
}

/** The tag whose content holds all of this one's content and its cue; of several, the innermost. */
function parentOf(tags: readonly LabelledSpans[], tag: LabelledSpans): LabelledSpans | undefined {
  const own = [...tag.content, ...tag.cue];
  const holders = tags.filter(
    (other) =>
      other !== tag &&
      own.every((run) =>
        other.content.some((held) => contains(held, run) && held.end - held.start > run.end - run.start),
      ),
  );
  return holders.sort((a, b) => size(a) - size(b))[0];
}

function size(tag: LabelledSpans): number {
  return tag.content.reduce((sum, run) => sum + run.end - run.start, 0);
}

/** `direct` when every letter of the content stands in quotation marks of its own, `indirect` when none does. */
function kindOf(text: string, content: readonly Range[], quotations: readonly Quotation[]): StatementKind {
  let inside = 0;
  let all = 0;
  for (const run of content) {
    const own = quotations.filter(
      (quotation) => overlap(quotation, run) > 0 && !(quotation.start < run.start && run.end < quotation.end),
    );
    for (let at = run.start; at < run.end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue;
      all++;
      if (own.some((quotation) => quotation.start <= at && at < quotation.end)) inside++;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === all ? 'direct' : 'mixed';
}

/** What the cue does, by the last of its words that the tables know. */
function actOf(text: string, tag: LabelledSpans): Act {
  const words = tag.cue.flatMap((run) => text.slice(run.start, run.end).split(/[^\p{L}’'-]+/u)).reverse();
  for (const word of words) {
    const act = cueOf(word)?.act ?? SPEECH_NOUNS.get(speechNoun(word) ?? '');
    if (act) return act;
  }
  return 'say';
}

function isNegated(text: string, tag: LabelledSpans): boolean {
  return tag.cue.some((run) => /\b(?:not|never)\b|n[’']t\b|\bhas yet to\b/iu.test(text.slice(run.start, run.end)));
}
