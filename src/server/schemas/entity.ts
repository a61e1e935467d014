import { z } from '@hono/zod-openapi';
import { ENTITY_TYPES, TRAIT_KINDS } from '../../record/index.ts';
import { list } from './page.ts';

const entityType = z.enum(ENTITY_TYPES);

export const entityCount = z
  .object({ id: z.string(), type: entityType, name: z.string(), documents: z.int() })
  .openapi('EntityCount');

export const entityDetail = z
  .object({
    id: z.string(),
    type: entityType,
    name: z.string(),
    aliases: list(z.string()),
    posts: list(
      z.object({
        post: z.string(),
        organisation: z.string().optional(),
        earliest: z.string().optional(),
        latest: z.string().optional(),
      }),
    ),
    traits: list(
      z.object({
        kind: z.string(),
        value: z.string(),
        earliest: z.string().optional(),
        latest: z.string().optional(),
        origin: z.string(),
      }),
    ).openapi({ description: 'parties, sex and countries, as files and people say; none is guessed' }),
    identifiers: list(z.object({ scheme: z.string(), value: z.string() })),
    statements: z.int(),
    documents: z.int(),
    companions: list(z.object({ id: z.string(), name: z.string(), type: z.string(), documents: z.int() })).openapi({
      description: 'who else speaks in the same articles',
    }),
    appearances: list(
      z.object({
        document: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        published: z.string().nullable(),
        names: list(z.string()),
        basis: z.string(),
        origin: z.string(),
      }),
    ).openapi({ description: 'articles that name it, newest first, at most 200; with how each was linked' }),
  })
  .openapi('Entity');

export const likelyDouble = z
  .object({
    one: entityCount,
    other: entityCount,
    undecided: z.boolean().openapi({ description: 'a person could not tell whether they are the same' }),
    likelihood: z.number().openapi({ description: '0 to 1; the likeliest come first' }),
    why: list(z.string()).openapi({ description: 'what speaks for it' }),
  })
  .openapi('LikelyDouble');

export const decision = z
  .object({
    id: z.string(),
    kind: z.enum(['merge', 'split', 'rename', 'different', 'undecided', 'trait']),
    value: z.record(z.string(), z.unknown()),
    author: z.string(),
    made: z.string(),
    undone: z.string().nullable(),
  })
  .openapi('Decision');

export const speakerListing = z
  .object({
    id: z.string().nullable().openapi({ description: 'the entity; null for who is only described' }),
    name: z.string(),
    type: z.string(),
    statements: z.int(),
    documents: z.int(),
  })
  .openapi('SpeakerListing');

/** Which entities are wanted. */
export const entityFilter = z.object({
  type: entityType.optional(),
  name: z.string().optional().openapi({ description: 'part of the name' }),
});
const author = z.string().min(1).max(100).optional();
/** What a person decides about entities. */
export const newDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), from: z.string(), into: z.string(), author }),
  z.object({
    kind: z.literal('split'),
    entity: z.string(),
    documents: z.array(z.string()).min(1),
    name: z.string().min(1).max(300).optional(),
    author,
  }),
  z.object({ kind: z.literal('rename'), entity: z.string(), name: z.string().min(1).max(300), author }),
  z.object({
    kind: z.literal('trait'),
    entity: z.string(),
    trait: z.enum(TRAIT_KINDS),
    values: z.array(
      z.object({
        value: z.string().min(1).max(300),
        earliest: z.iso.date().optional(),
        latest: z.iso.date().optional(),
      }),
    ),
    author,
  }),
  z.object({ kind: z.literal('different'), one: z.string(), other: z.string(), author }),
  z.object({ kind: z.literal('undecided'), one: z.string(), other: z.string(), author }),
]);
