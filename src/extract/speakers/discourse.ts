import { contains, type Range, type Speaker } from '../../document/index.ts';
import { type Attribution, anchorOf } from '../attribution.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import { type Candidate, candidatesOf, identityOf, type Source, sourceOf } from './candidates.ts';
import type { DocumentContext } from './context.ts';
import { endOf, type Moment, type Spoken } from './moment.ts';
import { entityAtHead, entityInApposition } from './source-entities.ts';

/** Characters around a statement in which those named may have said it; an article is hardly longer. */
const AROUND = 12_000;
/** So many of those who have spoken, and of those who are named most, are always considered. */
const FEW = 20;
/** Statements before one that are looked back at. */
const LATELY = 200;

/** An attribution with all that a choice of its speaker starts from. */
export interface Question {
  readonly moment: Moment;
  readonly candidates: readonly Candidate[];
}

/** Reads the attributions of a document one after the other, and knows who has spoken. */
export class Discourse {
  readonly #context: DocumentContext;
  readonly #main: readonly NamedEntity[];
  readonly #attributions: readonly Attribution[];
  readonly #parents: ReadonlyMap<Attribution, Attribution | undefined>;
  readonly #sources: readonly (Source | undefined)[];
  readonly #explicit: readonly (NamedEntity | undefined)[];
  readonly #spoken: Spoken[] = [];
  readonly #speakers = new Map<Attribution, { identity: NamedEntity | string; speaker: Speaker }>();
  /** Those without a name who have spoken. */
  readonly #described: Speaker[] = [];

  /** @param attributions in the order of the text */
  constructor(
    context: DocumentContext,
    attributions: readonly Attribution[],
    parents: ReadonlyMap<Attribution, Attribution | undefined>,
  ) {
    this.#context = context;
    this.#main = [...context.entities].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, FEW);
    this.#attributions = attributions;
    this.#parents = parents;
    this.#sources = attributions.map((attribution) => sourceOf(context, attribution));
    this.#explicit = this.#sources.map((source) => (source ? namedIn(context, source) : undefined));
  }

  /** Who may have said the attribution at an index, and what is known so far. */
  question(index: number): Question {
    const attribution = this.#attributions[index]!;
    const source = this.#sources[index];
    const parent = this.#parents.get(attribution);
    const holder = parent && this.#speakers.get(parent);
    const at = this.#explicit.findIndex((entity, i) => i > index && entity !== undefined);
    const next = at < 0 ? undefined : { entity: this.#explicit[at]!, at: this.#sources[at]!.range.start };
    return {
      moment: { attribution, source, spoken: this.#spoken.slice(-LATELY), holder: holder?.identity, next },
      candidates: candidatesOf(
        this.#context,
        this.#named(source?.range ?? anchorOf(attribution)),
        source,
        holder?.speaker,
        this.#described.slice(-FEW),
      ),
    };
  }

  /** Everybody named around a place, whoever has spoken lately, and those whom the document names most. */
  #named({ start, end }: Range): NamedEntity[] {
    const around = { start: Math.max(0, start - AROUND), end: end + AROUND };
    const some = new Set<NamedEntity | string>([
      ...this.#context.entitiesNear(around),
      ...this.#spoken.slice(-FEW).map(({ identity }) => identity),
      ...this.#main,
    ]);
    return this.#context.entities.filter((entity) => some.has(entity));
  }

  /** Who spoke last before the last speaker did, and where that ends. */
  previous(): { readonly speaker: Speaker; readonly end: number } | undefined {
    const last = this.#spoken.at(-1)?.identity;
    const found = this.#spoken.findLast(({ identity }) => identity !== last);
    return found && { speaker: this.#speakers.get(found.attribution)!.speaker, end: endOf(found.attribution) };
  }

  /** Notes who says the attribution at an index; the later ones are asked about with that. */
  answer(index: number, candidate: Candidate, speaker: Speaker): void {
    const attribution = this.#attributions[index]!;
    const identity = identityOf(candidate);
    this.#speakers.set(attribution, { identity, speaker });
    if (this.#parents.get(attribution) || candidate.kind === 'nobody') return;
    this.#spoken.push({ attribution, identity, isNamed: this.#explicit[index] !== undefined });
    if (candidate.kind === 'own') this.#described.push(candidate.speaker);
  }
}

/** Whom the source of an attribution names. */
function namedIn(context: DocumentContext, { phrase, pronoun }: Source): NamedEntity | undefined {
  if (!phrase || pronoun) return undefined;
  const found = entityAtHead(context, phrase) ?? entityInApposition(context, phrase);
  if (found) return found;
  const inside = context
    .entitiesNear(phrase)
    .filter(({ mentions }) => mentions.some((mention) => contains(phrase, mention)));
  return inside.length === 1 && inside[0]!.type === 'person' ? inside[0] : undefined;
}
