import { z } from '@hono/zod-openapi';

/** An error as RFC 9457 has it. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string().openapi({ example: 'not-found' }),
    status: z.int(),
    detail: z.string().openapi({ description: 'one sentence for a person' }),
  })
  .openapi('Problem', { description: 'RFC 9457' });
