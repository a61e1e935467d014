import { z } from '@hono/zod-openapi';

/** A readonly list, as the library returns them. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly();
}

/** One page of a list. */
export function pageOf<T extends z.ZodType>(name: string, item: T) {
  return z
    .object({
      items: list(item),
      next: z.string().optional().openapi({ description: 'cursor of the next page; absent on the last' }),
      total: z.int().optional().openapi({ description: 'how many there are in all; only on the first page' }),
    })
    .openapi(name);
}
