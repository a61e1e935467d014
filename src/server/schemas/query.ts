import { z } from '@hono/zod-openapi';
import { isPartialDate } from '../../document/index.ts';

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

/** Which page of a list is wanted. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ description: 'items per page, at most' }),
  cursor: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: 'the `next` of the previous page; leave it out for the first' }),
});

/** An object without its undefined values. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
