import { type Document, type Range, RangeIndex } from '../../document/index.ts';
import type { References } from '../coreference/resolve.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentEntities } from '../mentions/entities.ts';
import type { Prepared } from '../text/prepared.ts';
import type { Sentence } from '../text/sentences.ts';
import { roleInApposition } from './phrases.ts';

/** A document, who is named in it, and whom its pronouns and descriptions mean. Nothing in it changes. */
export interface DocumentContext extends DocumentEntities {
  readonly document: Document;
  readonly sentences: RangeIndex<Sentence>;
  readonly references: References;
  /** The entities with a mention at the range or close to it. */
  readonly entitiesNear: (range: Range) => readonly NamedEntity[];
  /** The role that an apposition gives an entity: "Jem Sorrel, [a retired surgeon], said". */
  readonly appositionRole: (entity: NamedEntity) => string | undefined;
}

/** Joins what is known of a document; the roles in appositions are looked for when they are first asked for. */
export function documentContext(
  { document, sentenceIndex }: Prepared,
  { entities, mentions }: DocumentEntities,
  references: References,
): DocumentContext {
  const index = new RangeIndex(entities, (entity) => entity.mentions);
  const roles = new Map<NamedEntity, string | undefined>();
  return {
    document,
    sentences: sentenceIndex,
    entities,
    mentions,
    references,
    entitiesNear: (range) => index.near(range),
    appositionRole: (entity) => {
      if (!roles.has(entity)) roles.set(entity, roleInApposition(document.text, entity.mentions));
      return roles.get(entity);
    },
  };
}
