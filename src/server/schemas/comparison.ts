import { z } from '@hono/zod-openapi';
import { AUDIT_GROUPS } from '../../compare/index.ts';
import { STATEMENT_KINDS } from '../../document/index.ts';
import { documentFilter } from './document.ts';
import { list, pageOf } from './page.ts';
import { flag, partialDate, several } from './query.ts';
import { recognised, span } from './span.ts';
import { said, thoughts } from './statement.ts';

const version = z.enum(['whole', 'part', 'clipped', 'altered', 'stitched', 'paraphrase']);

const difference = z
  .object({
    kind: z.enum([
      'inserted',
      'dropped',
      'changed',
      'bracketed',
      'ellipsis',
      'before',
      'after',
      'spelling',
      'punctuation',
    ]),
    printed: z.string().optional(),
    source: z.string().optional(),
    turnsSense: z.boolean().optional(),
  })
  .openapi('Difference');

const dates = said.pick({ earliest: true, latest: true, basis: true });

export const utterance = z
  .object({
    id: z.string(),
    speaker: z.string(),
    said: dates,
    fullest: z.string(),
    statements: list(
      z.object({
        id: z.string(),
        document: z.string(),
        outlet: z.string().nullable(),
        published: z.string().nullable(),
        kind: z.enum(STATEMENT_KINDS),
        text: z.string(),
        speaker: z.string(),
        version,
        differences: list(difference),
      }),
    ),
  })
  .openapi('Utterance');

const uncompared = z.int().openapi({
  description:
    'documents of the record whose statements are not compared with the others yet; adding goes on with them',
});

export const utterancePage = z
  .object({ ...pageOf('UtterancePage', utterance).shape, uncompared })
  .openapi('UtterancePage');

export const coverage = z
  .object({
    read: z.int(),
    uncompared,
    outlets: list(z.object({ name: z.string(), documents: list(z.string()) })),
    copies: list(list(z.string())),
    utterances: list(
      z.object({
        id: z.string(),
        speaker: z.string(),
        said: dates,
        fullest: z.string(),
        text: z.string(),
        count: z.int(),
        first: z.string().nullable(),
        cells: list(
          z.object({ version: z.enum([...version.options, 'absent', 'not-read']), reports: list(z.string()) }),
        ),
      }),
    ),
  })
  .openapi('Coverage');

const positionStatement = z
  .object({
    id: z.string(),
    speaker: z.string(),
    said,
    kind: z.enum(STATEMENT_KINDS),
    text: z.string(),
    document: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    position: z.int(),
  })
  .openapi('PositionStatement');

const possibleShift = z
  .object({
    score: z.number().openapi({ description: 'how likely it is a shift, 0.5–1; 1 if a person marked the pair as one' }),
    mark: z.object({ mark: z.literal('shift'), author: z.string() }).optional(),
    earlier: positionStatement,
    later: positionStatement,
    passages: z.object({ earlier: z.string(), later: z.string() }).openapi({ description: 'what was compared' }),
    reason: z.string(),
  })
  .openapi('PossibleShift');

export const possibleShifts = list(possibleShift);

export const positions = z.object({ statements: list(positionStatement), shifts: possibleShifts }).openapi('Positions');

export const subject = z
  .object({ words: z.string(), statements: z.int(), days: z.int(), first: z.string(), last: z.string() })
  .openapi('Subject');

const rate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

export const audit = z
  .object({
    by: z.enum(AUDIT_GROUPS),
    documents: z.int(),
    statements: z.int(),
    words: z.int(),
    rows: list(
      z.object({
        group: z.string(),
        type: z.string().optional(),
        documents: z.int(),
        statements: z.int(),
        direct: z.int(),
        mixed: z.int(),
        indirect: z.int(),
        words: z.int(),
        unnamed: z.int(),
        noSource: z.int(),
        quotedRate: rate,
        unnamedRate: rate,
        first: z.number(),
        last: z.number(),
      }),
    ),
  })
  .openapi('Audit');

const match = z.enum([
  'whole',
  'part',
  'recognised',
  'clipped',
  'altered',
  'stitched',
  'elsewhere',
  'not-found',
  'source-not-held',
]);
const passage = span.extend({
  document: z.string(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  speaker: z.string().optional(),
  recognised: recognised.optional(),
  standing: z
    .enum(['own', 'quoted', 'paraphrased', 'narration'])
    .openapi({ description: "as the speaker's own words, as quoted or told by others, or as nobody's in particular" }),
});

export const fidelity = z
  .object({
    quote: z.string(),
    speaker: z.string().optional(),
    span: span.optional(),
    statement: z.string().optional(),
    match,
    reason: z
      .enum(['another-document', 'another-speaker', 'only-quoted'])
      .optional()
      .openapi({ description: 'why it is elsewhere' }),
    likeness: z.number(),
    sources: list(passage),
    differences: list(difference),
    printings: list(passage.extend({ match, likeness: z.number() })).openapi({
      description: 'every other passage of the record with the same words, or nearly',
    }),
  })
  .openapi('Fidelity');

const atLeast = z.coerce.number().int().min(1).max(1000);
/** Which utterances are wanted. */
export const utteranceFilter = z.object({
  speaker: z.string().optional(),
  entities: several.optional(),
  about: z.string().optional(),
  since: partialDate.optional(),
  until: partialDate.optional(),
  atLeast: atLeast.default(2),
});
/** The documents of an event. */
export const coverageFilter = documentFilter.extend({
  outlets: several
    .optional()
    .openapi({ description: 'outlets that get a column even if they have no article on the event' }),
  atLeast: atLeast.default(1),
});
/** Whose positions, on what. */
export const positionQuery = z.object({
  speaker: z.string().min(1).openapi({ example: 'Vane' }),
  topic: several.openapi({
    example: 'pier',
    description: 'words, or a saved topic; several are phrasings of one topic',
  }),
  exact: flag.optional(),
  thoughts,
});
/** Whose subjects. */
export const subjectQuery = z.object({ speaker: z.string().min(1).openapi({ example: 'Vane' }), thoughts });
/** Which documents are counted, and what a row stands for. */
export const auditQuery = documentFilter.extend({ by: z.enum(AUDIT_GROUPS).default('speaker'), thoughts });
/** A quotation, or a document with all of its quotations. */
export const verifyQuery = z.object({
  quote: z
    .string()
    .max(8000)
    .optional()
    .openapi({ example: 'We are not closing anything', description: 'the words as printed' }),
  document: z
    .string()
    .optional()
    .openapi({ description: 'a document whose quotations are all checked, instead of a quotation' }),
  against: z.string().optional().openapi({ description: 'id of the source document; by default the whole record' }),
  speaker: z.string().optional(),
});
export const topic = z.object({ name: z.string(), phrasings: list(z.string()) }).openapi('Topic');
