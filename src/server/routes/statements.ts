import { z } from '@hono/zod-openapi';
import { utterancesOf } from '../../compare/index.ts';
import {
  citationOf,
  type DossierEntry,
  establishedOf,
  STATEMENT_COLUMNS,
  toAnnotations,
  toDossier,
  toJsonLd,
  toJsonLines,
  toParquet,
} from '../../export/index.ts';
import {
  countByDay,
  countFacets,
  eachStatement,
  getDocument,
  getStatement,
  listReviews,
  type OpenRecord,
  pageStatements,
  type StatementFilter,
  type StatementOrder,
  type StoredDocument,
  type StoredStatement,
  statementsInside,
  utteranceIds,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { given, list, pageOf, paging } from '../schemas/common.ts';
import { statement, statementDetail, statementFilter, statementOrder } from '../schemas/statement.ts';
import { byId, download, reads, routes, table } from './route.ts';

const ordered = statementFilter.extend({ order: statementOrder });
const valueCount = z.object({ value: z.string().nullable(), count: z.int() });

/** Statements: lists, one alone, counts, and exports. */
export function statementRoutes({ record }: ServerContext) {
  const app = routes();
  const tag = 'Statements';

  app.openapi(
    reads('/statements', {
      summary: 'Statements that fit, a page at a time',
      tag,
      query: ordered.extend(paging.shape),
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
    query: ordered,
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
      gives: list(z.object({ day: z.string(), kind: z.string(), count: z.int() })),
    }),
    async (c) => c.json(await countByDay(record, given(c.req.valid('query'))), 200),
  );

  app.openapi(
    reads('/statements/facets', {
      summary: 'What fits by kind, outlet, act and how the speaker was found',
      tag,
      query: statementFilter,
      gives: z.object({
        kind: list(valueCount),
        outlet: list(valueCount),
        act: list(valueCount),
        basis: list(valueCount),
      }),
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

/** The forms in which statements leave, besides JSON and CSV. */
function exportRoutes(app: ReturnType<typeof routes>, record: OpenRecord): void {
  const forms = {
    jsonl: ['application/x-ndjson', (all: AsyncIterable<StoredStatement>) => toJsonLines(all)],
    jsonld: ['application/ld+json', (all: AsyncIterable<StoredStatement>) => toJsonLd(all)],
    annotations: [
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      (all: AsyncIterable<StoredStatement>) => toAnnotations(all, documentsOf(record)),
    ],
    parquet: ['application/vnd.apache.parquet', async (all: AsyncIterable<StoredStatement>) => [await toParquet(all)]],
  } as const;
  const names: Record<string, string> = { annotations: 'statements.annotations.jsonld' };
  for (const [form, [type, make]] of Object.entries(forms)) {
    const route = reads(`/statements.${form}`, {
      summary: `Statements that fit, all of them, as ${type.split(';')[0]}`,
      tag: 'Exports',
      query: ordered,
      gives: z.unknown(),
    });
    app.openapi(route, (async (c: Parameters<Parameters<typeof app.openapi>[1]>[0]) => {
      const { order, ...filter } = (c.req as never as { valid(of: 'query'): z.output<typeof ordered> }).valid('query');
      const all = eachStatement(record, given(filter) as StatementFilter, order as StatementOrder);
      return download(c, type, names[form] ?? `statements.${form}`, await make(all));
    }) as never);
  }

  app.openapi(
    reads('/dossier', {
      summary: 'A page that stands by itself, of up to 500 statements with their sources and how each was established',
      tag: 'Exports',
      query: statementFilter.extend({ title: z.string().max(200).default('Dossier') }),
      gives: z.string(),
    }),
    (async (c: Parameters<Parameters<typeof app.openapi>[1]>[0]) => {
      const query = (
        c.req as never as { valid(of: 'query'): z.output<typeof statementFilter> & { title: string } }
      ).valid('query');
      const { title, ...filter } = query;
      const statements = (await pageStatements(record, given(filter) as StatementFilter, { limit: 500 })).items;
      const page = toDossier(title, await entriesOf(record, statements), new Date().toISOString().slice(0, 10));
      c.header('content-disposition', 'attachment; filename="dossier.html"');
      return c.body(page, 200, { 'content-type': 'text/html; charset=utf-8' });
    }) as never,
  );
}

/** Documents that are kept at once while statements of several are written. */
const KEPT = 32;

function documentsOf(record: OpenRecord): (id: string) => Promise<StoredDocument> {
  const kept = new Map<string, StoredDocument>();
  return async (id) => {
    const known = kept.get(id);
    if (known) return known;
    const document = await getDocument(record, id);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(id, document);
    return document;
  };
}

async function entriesOf(record: OpenRecord, statements: readonly StoredStatement[]): Promise<DossierEntry[]> {
  const documentOf = documentsOf(record);
  const entries: DossierEntry[] = [];
  for (const statement of statements) {
    const { text, blocks } = await documentOf(statement.document.id);
    const utterances = await utterancesOf(record, await utteranceIds(record, 'statement', [statement.id]));
    const versions = utterances.flatMap(({ statements: reports }) =>
      reports
        .filter(({ id }) => id !== statement.id)
        .map(({ outlet, document, published, version, text: printed }) => {
          const where = [outlet ?? document, published?.slice(0, 10)].filter(Boolean).join(', ');
          return `${where}: ${version} “${printed.replace(/^[“"]|[”"]$/gu, '')}”`;
        }),
    );
    const here = (await listReviews(record, { document: statement.document.id })).filter(({ selector }) =>
      statement.content.some((run) => selector.start < run.end && run.start < selector.start + selector.exact.length),
    );
    const reviews = here.map(({ kind, author, made }) => `${kind}, by ${author} on ${made.slice(0, 10)}`);
    entries.push({ statement, text, blocks, versions, reviews });
  }
  return entries;
}
