import { createHash } from 'node:crypto';
import {
  type About,
  type Act,
  type Channel,
  compact,
  contains,
  type Document,
  overlap,
  type Range,
  RangeIndex,
  type Said,
  type Span,
  type Statement,
  type StatementKind,
  spanOf,
} from '../document/index.ts';
import { cueOf } from '../language/english/cues.ts';
import { SPEECH_NOUNS, speechNoun } from '../language/english/speech-nouns.ts';
import { type Attribution, anchorOf, type SentenceContext } from './attribution.ts';
import type { References } from './coreference/resolve.ts';
import { findChannel } from './facts/channels.ts';
import { resolveSaid } from './facts/said.ts';
import type { DocumentEntities, EntityMention } from './mentions/entities.ts';
import type { Choices } from './model/trees.ts';
import { resolveSpeakers } from './speakers/choose.ts';
import { documentContext } from './speakers/context.ts';
import { layoutOf } from './speakers/layout.ts';
import type { Prepared } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import type { Sentence } from './text/sentences.ts';

/** The statements that attributions make, in the order of the text. */
export function statementsOf(
  prepared: Prepared,
  attributions: readonly Attribution[],
  entities: DocumentEntities,
  references: References,
  trees: Choices,
): Statement[] {
  const { document, quotationIndex } = prepared;
  const { text } = document;
  const places = new RangeIndex(attributions, placesOf);
  const parents = parentsOf(attributions, places);
  const context = documentContext(prepared, entities, references);
  const speakers = resolveSpeakers(context, layoutOf(prepared, context), trees.speakers, attributions, parents);
  const contexts = attributions.map((attribution) => contextOf(attribution, prepared.sentenceIndex, places));
  const names = speakers.map(({ speaker }) => speaker.name);
  const said = resolveSaid(prepared, attributions, contexts, names, trees.dates);
  const ids = new Map(attributions.map((attribution) => [attribution, statementId(document, attribution)]));
  const mentionIndex = new RangeIndex(entities.mentions, ({ mention }) => [mention]);
  const spans = (ranges: readonly Range[]): Span[] => ranges.map(({ start, end }) => spanOf(text, start, end));
  return attributions.map((attribution, i) => {
    const { speaker, confidence, through } = speakers[i]!;
    const channel = postChannel(text, attribution) ?? findChannel(text, contexts[i]!, attribution, through);
    const parent = parents.get(attribution);
    return {
      id: ids.get(attribution)!,
      kind: kindOf(text, attribution, quotationIndex),
      class: attribution.class,
      content: spans(attribution.content),
      cue: spans(attribution.cue),
      source: spans(attribution.source),
      speaker,
      ...compact({ channel }),
      act: actOf(text, attribution),
      ...(isNegated(text, attribution) ? { negated: true } : {}),
      ...aboutIn(text, attribution, mentionIndex),
      said: postSaid(text, attribution) ?? said[i]!.said,
      ...(parent ? { parent: ids.get(parent)! } : {}),
      confidence: {
        statement: round(attribution.confidence),
        speaker: round(confidence),
        said: round(said[i]!.confidence),
      },
    };
  });
}

/** The platform of a post, pinned to the line that signs it. */
function postChannel(text: string, { post }: Attribution): Channel | undefined {
  return post && { name: post.channel, span: spanOf(text, post.signature.start, post.signature.end) };
}

/** The day of a post, as its platform prints it. */
function postSaid(text: string, { post }: Attribution): Said | undefined {
  if (!post?.published) return undefined;
  const day = post.published.slice(0, 10);
  const expression = spanOf(text, post.signature.start, post.signature.end);
  return { earliest: day, latest: day, expression, basis: 'stated' };
}

/** Whom and what a content names, each once. */
function aboutIn(text: string, { content }: Attribution, mentions: RangeIndex<EntityMention>): { about?: About[] } {
  const inside = content
    .flatMap((run) => mentions.near(run).filter(({ mention }) => contains(run, mention)))
    .sort((a, b) => a.mention.start - b.mention.start);
  const first = inside.filter(({ entity }, i) => inside.findIndex((other) => other.entity === entity) === i);
  const about = first.map(({ mention, entity }) => ({
    name: entity.name,
    type: entity.type,
    span: spanOf(text, mention.start, mention.end),
  }));
  return about.length > 0 ? { about } : {};
}

export function placesOf(attribution: Attribution): Range[] {
  return [...attribution.content, ...attribution.cue, ...attribution.source];
}

/** The sentence that an attribution is anchored in, and the attributions that have a part in it. */
export function contextOf(
  attribution: Attribution,
  sentences: RangeIndex<Sentence>,
  places: RangeIndex<Attribution>,
): SentenceContext {
  const anchor = anchorOf(attribution);
  const sentence = sentences.near(anchor).find((candidate) => contains(candidate, anchor));
  return { sentence, attributions: places.near(sentence ?? anchor) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function statementId(document: Document, attribution: Attribution): string {
  const place = [...attribution.content, ...attribution.cue].map((run) => `${run.start}-${run.end}`).join(',');
  return `s${createHash('sha256').update(`${document.id}:${place}`).digest('hex').slice(0, 12)}`;
}

/** Of each attribution the one in whose content it stands. */
export function parentsOf(
  attributions: readonly Attribution[],
  places = new RangeIndex(attributions, placesOf),
): Map<Attribution, Attribution | undefined> {
  return new Map(
    attributions.map((attribution) => [attribution, parentOf(places.near(attribution.content[0]!), attribution)]),
  );
}

/** The attribution whose content holds all of this one's content and its cue; of several, the innermost. */
function parentOf(attributions: readonly Attribution[], attribution: Attribution): Attribution | undefined {
  const runs = [...attribution.content, ...attribution.cue];
  const holders = attributions.filter(
    (other) =>
      other !== attribution &&
      runs.every((run) =>
        other.content.some((outer) => contains(outer, run) && outer.end - outer.start > run.end - run.start),
      ),
  );
  return holders.sort((a, b) => contentLength(a) - contentLength(b))[0];
}

function contentLength({ content }: Attribution): number {
  return content.reduce((sum, run) => sum + run.end - run.start, 0);
}

/**
 * `direct` when every letter of the content stands in quotation marks of its own, `indirect` when none does. What follows
 * a transcript's label is direct.
 */
function kindOf(text: string, { by, content }: Attribution, quotations: RangeIndex<Quotation>): StatementKind {
  if (by === 'label') return 'direct';
  const near = content.flatMap((run) => quotations.near(run));
  let quoted = 0;
  let all = 0;
  for (const run of content) {
    const within = near.filter(
      (quotation) => overlap(quotation, run) > 0 && !(quotation.start < run.start && run.end < quotation.end),
    );
    for (let at = run.start; at < run.end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text[at]!)) continue;
      all++;
      if (within.some((quotation) => quotation.start <= at && at < quotation.end)) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted === all ? 'direct' : 'mixed';
}

/** What the cue does, by the last of its words that the tables know. */
function actOf(text: string, attribution: Attribution): Act {
  const words = attribution.cue.flatMap((run) => text.slice(run.start, run.end).split(/[^\p{L}’'-]+/u)).reverse();
  for (const word of words) {
    const act = cueOf(word)?.act ?? SPEECH_NOUNS.get(speechNoun(word) ?? '');
    if (act) return act;
  }
  return 'say';
}

function isNegated(text: string, attribution: Attribution): boolean {
  return attribution.cue.some((run) =>
    /\b(?:not|never)\b|n[’']t\b|\bhas yet to\b/iu.test(text.slice(run.start, run.end)),
  );
}
