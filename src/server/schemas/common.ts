import { z } from '@hono/zod-openapi';
import { isPartialDate } from '../../document/index.ts';

/** A list as the library has them: nobody changes it. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).readonly();
}

export const span = z
  .object({
    start: z.int().openapi({ description: 'UTF-16 offset into the document’s text' }),
    end: z.int().openapi({ description: 'exclusive' }),
    text: z.string().openapi({ description: 'the text between them' }),
  })
  .openapi('Span');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string().openapi({ example: 'not-found' }),
    status: z.int(),
    detail: z.string().openapi({ description: 'one sentence for a person' }),
  })
  .openapi('Problem', { description: 'RFC 9457' });

/** A day, a month or a year. */
export const partialDate = z
  .string()
  .refine(isPartialDate, 'write a date as 2024, 2024-12 or 2024-12-19')
  .openapi({ description: 'a day, a month or a year: 2024-12-19, 2024-12, 2024' });

/** One value or several: `?x=a&x=b`. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));

export const share = z.coerce.number().min(0).max(1);
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Which part of a list is wanted. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ description: 'items of a page, at most' }),
  cursor: z.string().max(500).optional().openapi({ description: 'the `next` of the page before; none for the first' }),
});

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

/** An object without what is undefined in it. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
