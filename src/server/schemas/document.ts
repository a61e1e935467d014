import { z } from '@hono/zod-openapi';
import { FORMATS, isDate } from '../../document/index.ts';
import { ADD_STAGES } from '../../pipeline/add.ts';
import { list } from './page.ts';
import { flag, partialDate, several } from './query.ts';
import { recognised } from './span.ts';
import { figure, statement, thoughts } from './statement.ts';

export const documentListing = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
    statements: z.int(),
    names: list(z.string()).openapi({ description: 'the files and addresses it was read from' }),
  })
  .openapi('DocumentListing');

/** Which documents are wanted; the same filters as on the command line. */
export const documentFilter = z.object({
  documents: several.optional().openapi({ description: 'ids, or their beginnings' }),
  about: z.string().optional().openapi({ description: 'words that the title or text must contain' }),
  since: partialDate.optional(),
  until: partialDate.optional(),
  outlet: z.string().optional(),
  author: z.string().optional().openapi({ description: 'an author’s name, or part of it' }),
});

/** Which of a document's statements are wanted. */
export const shownStatements = z.object({ thoughts });

/** A document with its text, statements and figures. */
export const documentDetail = z
  .object({
    document: z.object({
      id: z.string(),
      title: z.string().optional(),
      byline: z.string().optional(),
      outlet: z.string().optional(),
      url: z.string().optional(),
      published: z.string().optional(),
      modified: z.string().optional(),
      bodyFrom: z.enum(['structured-data', 'page-state']).optional(),
      isThin: z.boolean().optional(),
      language: z.string(),
      text: z.string(),
      blocks: list(
        z.object({
          kind: z.enum(['title', 'byline', 'paragraph', 'heading', 'caption', 'list-item', 'blockquote']),
          start: z.int(),
          end: z.int(),
          page: z.int().optional(),
          time: z.number().optional().openapi({ description: 'where in a recording it begins, in seconds' }),
          recognised: recognised.optional(),
          speaker: z
            .object({
              name: z.string(),
              role: z.string().optional(),
              from: z.int().openapi({ description: 'where what is said begins' }),
              label: z.object({ start: z.int(), end: z.int() }).optional(),
              channel: z.object({ start: z.int(), end: z.int() }).optional(),
            })
            .optional()
            .openapi({ description: 'who says the block, in a transcript, an interview or a speech' }),
          post: z
            .object({
              author: z.string(),
              channel: z.string(),
              published: z.string().optional(),
              until: z.int().openapi({ description: 'where its words end and the line that signs it begins' }),
            })
            .optional()
            .openapi({ description: 'who posted the block elsewhere, where an article shows a post' }),
        }),
      ),
      added: z.string(),
    }),
    format: z.enum(FORMATS),
    names: list(z.string()),
    statements: list(statement).openapi({ description: 'in the order of the text' }),
    figures: list(figure),
  })
  .openapi('DocumentDetail');

/** Details that a document does not contain itself. */
export const documentDetails = z
  .object({
    title: z.string().max(1000).optional(),
    byline: z.string().max(1000).optional(),
    outlet: z.string().max(200).optional(),
    url: z.url({ protocol: /^https?$/u }).optional(),
    published: z.string().refine(isDate, 'write a date as 2024-12-19').optional(),
  })
  .openapi('DocumentDetails');

const OCR = 'whether text is recognised in pictures, and on pages of PDFs that have none';

/** The name of an upload, and details that it does not contain itself. */
export const uploadQuery = documentDetails.extend({
  name: z.string().min(1).max(500).default('upload'),
  ocr: flag.optional().openapi({ description: OCR }),
});

/** The address of a document, and details that it does not contain itself. */
export const addressToAdd = documentDetails.extend({
  url: z.string().min(1).max(2000),
  ocr: z.boolean().optional().openapi({ description: OCR }),
});

export const addition = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    stage: z.enum(['fetching', ...ADD_STAGES]).optional(),
    outcome: z.enum(['added', 'known', 'copy', 'restored', 'version']).optional(),
    replaced: z.string().optional(),
    document: z.string().optional(),
    language: z.string().optional(),
    isLanguageSure: z.boolean().optional(),
    statements: z.int().optional(),
    held: z
      .object({
        added: z.int(),
        known: z.int().openapi({ description: 'documents that were in the record already' }),
        statements: z.int(),
        failed: z.int(),
        failures: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string() })),
      })
      .optional()
      .openapi({ description: 'of an archive, what came of all its documents; the rest tells of the first' }),
    code: z.string().optional(),
    reason: z.string().optional().openapi({ description: 'why it failed, in one sentence' }),
  })
  .openapi('Addition');
