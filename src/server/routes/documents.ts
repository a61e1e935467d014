import { z } from '@hono/zod-openapi';
import type { Format } from '../../document/index.ts';
import { OnrecordError } from '../../document/index.ts';
import { DOCUMENT_COLUMNS } from '../../export/index.ts';
import { set } from '../../pipeline/add.ts';
import { removeDocument, restoreDocument } from '../../pipeline/review.ts';
import {
  eachDocument,
  findFigures,
  findStatements,
  getDocument,
  getOriginal,
  listDocuments,
  listOutlets,
  pageDocuments,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import {
  documentDetail,
  documentDetails,
  documentFilter,
  documentListing,
  shownStatements,
} from '../schemas/document.ts';
import { list, pageOf } from '../schemas/page.ts';
import { given, paging } from '../schemas/query.ts';
import { byId, file, reads, routes, table, writes } from './route.ts';

const done = z.object({ id: z.string() });

/** Documents: lists, one with all that it says, its original bytes; set, remove and restore. */
export function documentRoutes({ record }: ServerContext) {
  const app = routes();
  const tag = 'Documents';

  app.openapi(
    reads('/documents', {
      summary: 'Documents that fit, newest first, a page at a time',
      tag,
      query: documentFilter.extend(paging.shape),
      gives: pageOf('DocumentPage', documentListing),
    }),
    async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query');
      return c.json(await pageDocuments(record, given(filter), { limit, after: cursor }), 200);
    },
  );
  table(app, '/documents', {
    summary: 'Documents that fit',
    tag,
    query: documentFilter,
    item: documentListing,
    rows: async (filter) => ({ rows: eachDocument(record, given(filter)), columns: DOCUMENT_COLUMNS }),
  });

  app.openapi(
    reads('/documents/removed', { summary: 'Documents that were removed', tag, gives: list(documentListing) }),
    async (c) => c.json(await listDocuments(record, { removed: true }), 200),
  );

  app.openapi(
    reads('/outlets', {
      summary: 'Outlets, those of most documents first',
      tag,
      gives: list(z.object({ name: z.string(), documents: z.int() })),
    }),
    async (c) => c.json(await listOutlets(record), 200),
  );

  app.openapi(
    reads('/documents/{id}', {
      summary: 'A document with all that it says',
      tag,
      params: byId,
      query: shownStatements,
      gives: documentDetail,
    }),
    async (c) => {
      const document = await getDocument(record, c.req.valid('param').id);
      const original = await getOriginal(record, document.id);
      const statements = await findStatements(record, { document: document.id, ...given(c.req.valid('query')) });
      const { items } = await pageDocuments(record, { documents: [document.id] });
      return c.json(
        {
          document,
          format: (original?.format ?? 'text') as Format,
          names: items[0]?.names ?? [],
          statements: statements.toSorted((a, b) => a.content[0]!.start - b.content[0]!.start),
          figures: await findFigures(record, document.id),
        },
        200,
      );
    },
  );

  file(
    app,
    '/documents/{id}/original',
    {
      summary: 'The untouched bytes: a PDF as it is, all else as a download, so that no page of others runs here',
      tag,
      params: byId,
      type: 'application/octet-stream',
    },
    async (c, _, params) => {
      const { id } = await getDocument(record, params.id);
      const found = await getOriginal(record, id);
      if (!found) throw new OnrecordError('not-found', 'the bytes of this document are not kept');
      const isPdf = found.format === 'pdf';
      return c.body(found.bytes as Uint8Array<ArrayBuffer>, 200, {
        'content-type': isPdf ? 'application/pdf' : 'application/octet-stream',
        'content-disposition': `${isPdf ? 'inline' : 'attachment'}; filename="${id}.${found.format}"`,
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );

  app.openapi(
    writes('patch', '/documents/{id}', {
      summary: 'What a document does not say of itself; its dates are resolved anew',
      tag,
      params: byId,
      body: documentDetails,
      gives: done,
    }),
    async (c) => {
      const { id } = await getDocument(record, c.req.valid('param').id);
      await set(record, id, given(c.req.valid('json')));
      return c.json({ id }, 200);
    },
  );
  app.openapi(
    writes('delete', '/documents/{id}', {
      summary: 'Takes a document out of every answer; it can be restored',
      tag,
      params: byId,
      gives: done,
    }),
    async (c) => c.json({ id: (await removeDocument(record, c.req.valid('param').id)).id }, 200),
  );
  app.openapi(
    writes('post', '/documents/{id}/restore', {
      summary: 'Brings a removed document back',
      tag,
      params: byId,
      gives: done,
    }),
    async (c) => c.json({ id: (await restoreDocument(record, c.req.valid('param').id)).id }, 200),
  );
  return app;
}
