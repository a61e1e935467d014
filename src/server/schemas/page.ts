import { z } from '@hono/zod-openapi';

/** A list as the library has them: nobody changes it. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly();
}

/** A part of a list. */
export function pageOf<T extends z.ZodType>(name: string, item: T) {
  return z
    .object({
      items: list(item),
      next: z.string().optional().openapi({ description: 'the cursor of the next page; none on the last' }),
      total: z.int().optional().openapi({ description: 'how many there are in all; on the first page' }),
    })
    .openapi(name);
}
