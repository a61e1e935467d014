import { z } from '@hono/zod-openapi';

/** A run of a document's text. */
export const span = z
  .object({
    start: z.int().openapi({ description: 'UTF-16 offset into the document’s text' }),
    end: z.int().openapi({ description: 'exclusive' }),
    text: z.string().openapi({ description: 'the text between them' }),
  })
  .openapi('Span');
