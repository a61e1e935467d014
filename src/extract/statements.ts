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
import { cueOf } from '../language/english/cues.ts';
import { SPEECH_NOUNS, speechNoun } from '../language/english/speech-nouns.ts';
import type { References } from './coreference/resolve.ts';
import { findChannel } from './facts/channels.ts';
import { resolveSaid } from './facts/said.ts';
import { resolveSpeakers } from './facts/speakers.ts';
import type { DocumentEntities } from './mentions/entities.ts';
import type { Attribution, Prepared, Surroundings } from './text/prepared.ts';
import type { Quotation } from './text/quotations.ts';
import type { Sentence } from './text/sentences.ts';

/** Makes statements of attributions: ids, kinds, speakers, dates, channels, acts and parents. In the order of the text. */
export function statementsOf(
  prepared: Prepared,
  attributions: readonly Attribution[],
  entities: DocumentEntities,
  references: References,
): Statement[] {
  const { document, quotations } = prepared;
  const places = new RangeIndex(attributions, placesOf);
  const sentences = new RangeIndex(prepared.sentences, (sentence) => [sentence]);
  const quoted = new RangeIndex(quotations, (quotation) => [quotation]);
  const numbers = new Map(attributions.map((attribution, i) => [attribution, i]));
  const parents = attributions.map((attribution) => parentOf(places.near(attribution.content[0]!), attribution));
  const speakers = resolveSpeakers(
    { ...entities, document, references },
    attributions,
    (attribution) => parents[numbers.get(attribution)!],
  );
  const surroundings = attributions.map((attribution) => surroundingsOf(attribution, sentences, places));
  const said = resolveSaid(document, attributions, surroundings);
  const ids = attributions.map((attribution) => statementId(document, attribution));
  const mentioned = new RangeIndex(entities.mentions, ({ mention }) => [mention]);
  return attributions.map((attribution, i) => {
    const span = (run: Range): Span => spanOf(document.text, run.start, run.end);
    const { speaker, confidence, through } = speakers[i]!;
    const channel = findChannel(document.text, surroundings[i]!, attribution, through);
    const parent = parents[i];
    return {
      id: ids[i]!,
      kind:
        attribution.by === 'label'
          ? 'direct'
          : kindOf(
              document.text,
              attribution.content,
              attribution.content.flatMap((run) => quoted.near(run)),
            ),
      content: attribution.content.map(span),
      cue: attribution.cue.map(span),
      source: attribution.source.map(span),
      speaker,
      ...(channel ? { channel } : {}),
      act: actOf(document.text, attribution),
      ...(isNegated(document.text, attribution) ? { negated: true } : {}),
      ...aboutIn(document.text, attribution, mentioned),
      said: said[i]!.said,
      ...(parent ? { parent: ids[numbers.get(parent)!]! } : {}),
      confidence: { statement: round(attribution.confidence), speaker: round(confidence), said: said[i]!.confidence },
    };
  });
}

/** Whom and what a content names, each once. */
function aboutIn(
  text: string,
  { content }: Attribution,
  mentioned: RangeIndex<DocumentEntities['mentions'][number]>,
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

function placesOf(attribution: Attribution): Range[] {
  return [...attribution.content, ...attribution.cue, ...attribution.source];
}

/** The sentence that an attribution's words of saying stand in, and the attributions that have a part in it. */
function surroundingsOf(
  attribution: Attribution,
  sentences: RangeIndex<Sentence>,
  places: RangeIndex<Attribution>,
): Surroundings {
  const anchor = attribution.cue[0] ?? attribution.content[0]!;
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

/** The attribution whose content holds all of this one's content and its cue; of several, the innermost. */
function parentOf(attributions: readonly Attribution[], attribution: Attribution): Attribution | undefined {
  const own = [...attribution.content, ...attribution.cue];
  const holders = attributions.filter(
    (other) =>
      other !== attribution &&
      own.every((run) =>
        other.content.some((held) => contains(held, run) && held.end - held.start > run.end - run.start),
      ),
  );
  return holders.sort((a, b) => size(a) - size(b))[0];
}

function size(attribution: Attribution): number {
  return attribution.content.reduce((sum, run) => sum + run.end - run.start, 0);
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
