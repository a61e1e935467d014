import { z } from '@hono/zod-openapi';
import { SPEAKER_TYPES, STATEMENT_KINDS } from '../../document/index.ts';
import { PAIR_MARKS } from '../../record/index.ts';
import { list } from './page.ts';
import { flag, partialDate } from './query.ts';
import { statementFilter } from './statement.ts';

const author = z
  .string()
  .min(1)
  .max(100)
  .optional()
  .openapi({ description: 'who reviews; by default the author the server was started with' });
const speaker = z.object({ name: z.string().min(1).max(300), type: z.enum(SPEAKER_TYPES) });
const said = z.object({ from: partialDate, until: partialDate.optional() });
const range = z.object({ start: z.int().min(0), end: z.int().min(1) });

/** What a person says of one statement. */
export const newReview = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('right'), statement: z.string(), author }),
    z.object({ kind: z.literal('not-a-statement'), statement: z.string(), author }),
    z.object({ kind: z.literal('speaker'), statement: z.string(), speaker, author }),
    z.object({ kind: z.literal('said'), statement: z.string(), said, author }),
    z.object({ kind: z.literal('kind'), statement: z.string(), value: z.enum(STATEMENT_KINDS), author }),
    z.object({ kind: z.literal('extent'), statement: z.string(), content: z.array(range).min(1).max(50), author }),
    z.object({
      kind: z.literal('added'),
      document: z.string(),
      content: z.array(range).min(1).max(50),
      speaker: speaker.optional(),
      said: said.optional(),
      value: z.enum(STATEMENT_KINDS).default('indirect'),
      author,
    }),
    z.object({
      kind: z.literal('pair'),
      earlier: z.string(),
      later: z.string(),
      mark: z.enum(PAIR_MARKS),
      author,
    }),
  ])
  .openapi('NewReview');

/** Which reviews are wanted. */
export const reviewFilter = z.object({ document: z.string().optional(), undone: flag.optional() });

/** The most statements that are reviewed at once. */
export const BULK = 1000;

export const bulkReview = z
  .object({
    kind: z.enum(['right', 'not-a-statement']),
    filter: statementFilter,
    expected: z.int().min(0).openapi({
      description: 'how many statements the filter matches; the request is refused if it matches another number',
    }),
    author,
  })
  .openapi('BulkReview');

export const reviewsToUndo = z.object({ ids: z.array(z.string()).min(1).max(BULK) });

export const review = z
  .object({
    id: z.string(),
    document: z.string(),
    kind: z.enum(['right', 'not-a-statement', 'speaker', 'said', 'kind', 'extent', 'added', 'pair']),
    selector: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string(), start: z.int() }),
    value: z.record(z.string(), z.unknown()),
    author: z.string(),
    made: z.string(),
    undone: z.string().nullable(),
  })
  .openapi('Review');

export const reviewConflict = z.object({ older: review, newer: review }).openapi('ReviewConflict');
export const noted = z.object({ id: z.string().openapi({ description: 'the id to undo it by' }) }).openapi('Noted');
export const notedAll = z.object({ ids: list(z.string()) }).openapi('NotedAll');
