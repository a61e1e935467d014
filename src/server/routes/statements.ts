import { z } from '@hono/zod-openapi';
import { OnrecordError } from '../../document/index.ts';
import {
  citationOf,
  establishedOf,
  STATEMENT_COLUMNS,
  STATEMENT_FORMS,
  type StatementForm,
  toDossier,
} from '../../export/index.ts';
import {
  countByDay,
  countFacets,
  eachStatement,
  getDocument,
  getStatement,
  type OpenRecord,
  pageStatements,
  statementsInside,
  utteranceIds,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { list, pageOf } from '../schemas/page.ts';
import { given, paging } from '../schemas/query.ts';
import {
  dayCount,
  facets,
  orderedStatements,
  statement,
  statementDetail,
  statementFilter,
} from '../schemas/statement.ts';
import { byId, download, file, reads, routes, table } from './route.ts';

/** Statements: lists, one alone, counts, and exports. */
export function statementRoutes({ record }: ServerContext) {
  const app = routes();
  const tag = 'Statements';

  app.openapi(
    reads('/statements', {
      summary: 'Statements that fit, a page at a time',
      tag,
      query: orderedStatements.extend(paging.shape),
      gives: pageOf('StatementPage', statement),
    }),
    async (c) => {
      const { limit, cursor, order, ...filter } = c.req.valid('query');
      return c.json(await pageStatements(record, given(filter), { order, limit, after: cursor }), 200);
    },
  );
  table(app, '/statements', {
    summary: 'Statements that fit',
    tag,
    query: orderedStatements,
    item: statement,
    rows: async ({ order, ...filter }) => ({
      rows: eachStatement(record, given(filter), order),
      columns: STATEMENT_COLUMNS,
    }),
  });

  app.openapi(
    reads('/statements/days', {
      summary: 'How many were said on each day, by kind',
      tag,
      query: statementFilter,
      gives: list(dayCount),
    }),
    async (c) => c.json(await countByDay(record, given(c.req.valid('query'))), 200),
  );

  app.openapi(
    reads('/statements/facets', {
      summary: 'What fits by kind, outlet, act and how the speaker was found',
      tag,
      query: statementFilter,
      gives: facets,
    }),
    async (c) => c.json(await countFacets(record, given(c.req.valid('query'))), 200),
  );

  exportRoutes(app, record);

  app.openapi(
    reads('/statements/{id}', {
      summary: 'One statement: how each part was established, how to cite it',
      tag,
      params: byId,
      gives: statementDetail,
    }),
    async (c) => {
      const found = await getStatement(record, c.req.valid('param').id);
      const [utterance = null] = await utteranceIds(record, 'statement', [found.id]);
      const { text, blocks } = await getDocument(record, found.document.id);
      const [first, last] = [found.content[0]!.start, found.content.at(-1)!.end];
      const begins = blocks.findLast(({ start }) => start <= first)?.start ?? 0;
      const ends = blocks.find(({ end }) => end >= last)?.end ?? text.length;
      return c.json(
        {
          statement: found,
          established: establishedOf(found),
          citation: citationOf(found),
          context: { before: text.slice(begins, first), after: text.slice(last, ends) },
          utterance,
          inside: (await statementsInside(record.db, [found.id])).map(({ id }) => id),
        },
        200,
      );
    },
  );
  return app;
}

/** Statements that a dossier holds, at most: a page that people read. */
const DOSSIER = 500;

/** The forms in which statements leave, besides JSON; and the dossier. */
function exportRoutes(app: ReturnType<typeof routes>, record: OpenRecord): void {
  for (const [name, form] of Object.entries(STATEMENT_FORMS)) {
    // A table has its CSV already.
    if (name === 'csv') continue;
    const { type, file: called, write } = form as StatementForm;
    file(
      app,
      `/statements.${name}`,
      { summary: `Statements that fit, all of them, as ${called}`, tag: 'Exports', query: orderedStatements, type },
      async (c, { order, ...filter }) =>
        download(c, type, called, write(record, eachStatement(record, given(filter), order))),
    );
  }
  const dossier = statementFilter.extend({ title: z.string().max(200).default('Dossier') });
  const type = 'text/html; charset=utf-8';
  file(
    app,
    '/dossier',
    {
      summary: `A page that stands by itself, of up to ${DOSSIER} statements with their sources and how each was established`,
      tag: 'Exports',
      query: dossier,
      type,
    },
    async (c, { title, ...filter }) => {
      const { items, total = 0 } = await pageStatements(record, given(filter), { limit: DOSSIER });
      if (total > DOSSIER)
        throw new OnrecordError(
          'wrong-usage',
          `${total} statements are too many for a dossier; choose up to ${DOSSIER}`,
        );
      const page = await toDossier(record, items, title, new Date().toISOString().slice(0, 10));
      return download(c, type, 'dossier.html', [page]);
    },
  );
}
