import { z } from '@hono/zod-openapi';
import { entityCount } from './entity.ts';
import { list } from './page.ts';
import { flag } from './query.ts';
import { thoughts } from './statement.ts';

const words = z.string().min(1).max(500).openapi({ example: 'pier' });
/** What is searched for. */
export const searchQuery = z.object({
  q: words,
  like: flag.optional().openapi({ description: 'find statements about the same thing in other words' }),
  thoughts,
  typing: flag.optional().openapi({ description: 'the last word may be incomplete' }),
});
export const limitedSearch = searchQuery.extend({ limit: z.coerce.number().int().min(1).max(200).default(20) });

export const searchHit = z
  .object({
    type: z.enum(['statement', 'document']),
    id: z.string(),
    document: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    speaker: z.string().optional(),
    passage: z.string().openapi({ description: 'with [ and ] around each match' }),
    likeness: z.number().optional(),
  })
  .openapi('SearchHit');

export const searchResult = z.object({
  hits: list(searchHit),
  totals: z
    .object({ statements: z.int(), documents: z.int() })
    .openapi({ description: 'how many there are, shown or not' }),
  words: z.enum(['all', 'any']).openapi({ description: 'any where nothing has all the words' }),
  entities: list(entityCount),
});

/** What is being typed, and into which filter. */
export const completionQuery = z.object({
  field: z.enum(['speaker', 'about', 'outlet']).openapi({ example: 'speaker' }),
  q: z.string().max(100).default(''),
});
export const completion = z.object({ value: z.string(), label: z.string(), documents: z.int() });
