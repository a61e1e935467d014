import { z } from '@hono/zod-openapi';
import {
  ACTS,
  SAID_BASES,
  SPEAKER_BASES,
  SPEAKER_TYPES,
  STATEMENT_CLASSES,
  STATEMENT_KINDS,
} from '../../document/index.ts';
import { STATEMENT_ORDERS } from '../../record/index.ts';
import { list } from './page.ts';
import { flag, partialDate, several, share } from './query.ts';
import { span } from './span.ts';

const speaker = z
  .object({
    name: z.string().openapi({ description: 'the fullest name in the document; empty when unknown' }),
    type: z.enum(SPEAKER_TYPES),
    role: z.string().optional(),
    mention: span.optional(),
    basis: z.enum(SPEAKER_BASES).openapi({ description: 'how the speaker was found from the source' }),
    alternatives: list(z.object({ name: z.string(), score: z.number() })).optional(),
  })
  .openapi('Speaker');

export const said = z
  .object({
    earliest: z.string().optional(),
    latest: z.string().optional(),
    expression: span.optional(),
    timex: z.string().optional().openapi({ description: 'TIMEX3 value of the expression' }),
    basis: z.enum(SAID_BASES),
  })
  .openapi('Said');

/** A statement as printed. */
export const plainStatement = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  class: z.enum(STATEMENT_CLASSES).openapi({ description: 'whether it is said to be uttered, or only thought' }),
  content: list(span),
  cue: list(span),
  source: list(span),
  speaker,
  channel: z.object({ name: z.string(), span }).optional(),
  act: z.enum(ACTS),
  negated: z.boolean().optional(),
  about: list(
    z.object({ name: z.string(), type: z.enum(['person', 'organisation', 'publication', 'place']), span }),
  ).optional(),
  said,
  parent: z.string().optional(),
  confidence: z.object({ statement: z.number(), speaker: z.number(), said: z.number() }),
});

/** A statement with its document. */
export const statement = plainStatement
  .extend({
    document: z.object({
      id: z.string(),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      published: z.string().nullable(),
      url: z.string().nullable(),
    }),
    entity: z.object({ id: z.string(), name: z.string(), post: z.string().optional() }).optional(),
    reviewed: z
      .object({ extracted: plainStatement.optional(), rejected: z.literal(true).optional() })
      .optional()
      .openapi({ description: 'present where a person reviewed it; with what was extracted' }),
  })
  .openapi('Statement');

export const thoughts = flag
  .optional()
  .openapi({ description: 'include what somebody is said to believe, want, plan or fear, not only what is said' });

/** Which statements are wanted; the same filters as on the command line. */
export const statementFilter = z.object({
  speaker: z.string().optional().openapi({ description: 'a name, or whole words of it', example: 'Vane' }),
  entities: several.optional().openapi({ description: 'ids of entities; the speaker must be one of them' }),
  mentions: several.optional().openapi({ description: 'ids of entities; the content must mention one of them' }),
  about: z.string().optional().openapi({ description: 'words that the content must contain', example: 'pier' }),
  since: partialDate.optional(),
  until: partialDate.optional(),
  documents: several.optional(),
  ids: several.optional(),
  outlet: z.string().optional(),
  kind: z.enum(STATEMENT_KINDS).optional(),
  act: z.enum(ACTS).optional(),
  basis: z.enum(SPEAKER_BASES).optional().openapi({ description: 'how the speaker was found' }),
  speakerType: z.enum(SPEAKER_TYPES).optional(),
  minConfidence: share.optional(),
  minCertainty: share.optional().openapi({ description: 'the lower of the confidences in statement and speaker' }),
  maxCertainty: share.optional(),
  reviewed: flag.optional().openapi({ description: 'whether a person has reviewed it' }),
  thoughts,
  rejected: flag.optional().openapi({ description: 'include those that a person rejected' }),
});

/** Which statements are wanted, and in which order. */
export const orderedStatements = statementFilter.extend({ order: z.enum(STATEMENT_ORDERS).default('oldest') });

/** Statements of one kind that were made on one day. */
export const dayCount = z.object({ day: z.string(), kind: z.string(), count: z.int() });

const valueCount = z.object({ value: z.string().nullable(), count: z.int() });
/** How many statements have each value of a field. */
export const facets = z.object({
  kind: list(valueCount),
  outlet: list(valueCount),
  act: list(valueCount),
  basis: list(valueCount),
});

/** A statement with how each part was established, how to cite it, its context and related statements. */
export const statementDetail = z
  .object({
    statement,
    established: list(
      z.object({ part: z.enum(['statement', 'speaker', 'said']), words: z.string(), confidence: z.number() }),
    ),
    citation: z.object({ plain: z.string(), markdown: z.string(), link: z.string().nullable() }),
    context: z
      .object({ before: z.string(), after: z.string() })
      .openapi({ description: 'the words before and after it in its paragraph' }),
    utterance: z.string().nullable().openapi({ description: 'id of the utterance it reports' }),
    inside: list(z.string()).openapi({ description: 'ids of the statements inside its content' }),
  })
  .openapi('StatementDetail');

export const figure = span
  .extend({
    value: z.number(),
    upper: z.number().optional(),
    unit: z.string().optional(),
    currency: z.string().optional(),
    counts: z.string().optional(),
    bound: z.enum(['about', 'at least', 'at most']).optional(),
    per: z.string().optional(),
    statement: z.string().optional(),
  })
  .openapi('Figure');
