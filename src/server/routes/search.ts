import { z } from '@hono/zod-openapi';
import { SEARCH_COLUMNS } from '../../export/index.ts';
import { encodeSentence } from '../../pipeline/sentence-vectors.ts';
import {
  completeEntities,
  countRecord,
  listOutlets,
  type SearchResult,
  search,
  searchLike,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { list } from '../schemas/page.ts';
import { completion, completionQuery, limitedSearch, searchHit, searchQuery, searchResult } from '../schemas/search.ts';
import { reads, routes, table } from './route.ts';

/** Search over statements, documents and people; completions; how much there is. */
export function searchRoutes({ record, author }: ServerContext) {
  const app = routes();
  const tag = 'Search';
  const find = async ({ q, like, thoughts }: z.output<typeof searchQuery>, limit: number): Promise<SearchResult> => {
    if (!like) return await search(record, q, { limit, thoughts });
    const hits = await searchLike(record, await encodeSentence(q), { limit, thoughts });
    return { hits, totals: { statements: hits.length, documents: 0 }, words: 'all' };
  };

  app.openapi(
    reads('/search', {
      summary: 'Statements, documents and people by words',
      tag,
      query: limitedSearch,
      gives: searchResult,
    }),
    async (c) => {
      const { limit, q, typing, ...query } = c.req.valid('query');
      const beginning = typing && /[\p{L}\p{N}]$/u.test(q) ? `${q}*` : q;
      const found = await find({ ...query, q: beginning }, limit);
      return c.json({ ...found, entities: await completeEntities(record, q, 6) }, 200);
    },
  );
  table(app, '/search', {
    summary: 'Statements and documents by words',
    tag,
    query: searchQuery,
    item: searchHit,
    rows: async (query) => ({ rows: (await find(query, 100_000)).hits, columns: SEARCH_COLUMNS }),
  });

  app.openapi(
    reads('/completions', {
      summary: 'What the record holds that begins so',
      tag,
      query: completionQuery,
      gives: list(completion),
    }),
    async (c) => {
      const { field, q } = c.req.valid('query');
      if (field !== 'outlet') {
        const found = await completeEntities(record, q, 8);
        return c.json(
          found.map(({ id, name, documents }) => ({ value: id, label: name, documents })),
          200,
        );
      }
      const outlets = (await listOutlets(record)).filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
      return c.json(
        outlets.slice(0, 8).map(({ name, documents }) => ({ value: name, label: name, documents })),
        200,
      );
    },
  );

  app.openapi(
    reads('/record', {
      summary: 'How much is in the record, and who reviews here',
      tag,
      gives: z.object({ documents: z.int(), statements: z.int(), author: z.string() }),
    }),
    async (c) => c.json({ ...(await countRecord(record.db)), author }, 200),
  );
  return app;
}
