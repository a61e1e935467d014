import { z } from '@hono/zod-openapi';

/** What is told of text that a machine recognised in a picture. */
export const recognised = z
  .number()
  .openapi({ description: 'how sure a machine is of its letters, 0–1, where it recognised them in a picture' });

/** A run of a document's text. */
export const span = z
  .object({
    start: z.int().openapi({ description: 'UTF-16 offset into the document’s text' }),
    end: z.int().openapi({ description: 'exclusive' }),
    text: z.string().openapi({ description: 'the text between them' }),
  })
  .openapi('Span');
