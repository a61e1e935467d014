import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { OnrecordError } from '../../document/index.ts';
import type { Addition } from '../adding.ts';
import type { ServerContext } from '../context.ts';
import { addition, addressToAdd, uploadQuery } from '../schemas/document.ts';
import { given } from '../schemas/query.ts';
import { byId, FAILURE, file, reads, routes, writes } from './route.ts';

/** Milliseconds between signs of life to who follows an addition. */
const HEARTBEAT = 15_000;

/** Adding: bytes or an address in, progress out. */
export function additionRoutes({ adding }: ServerContext) {
  const app = routes();
  const tag = 'Adding';

  const upload = createRoute({
    method: 'post',
    path: '/additions',
    summary: 'Adds a document: its bytes are the body, of any type; what it is is found from the content',
    tags: [tag],
    request: {
      query: uploadQuery,
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
    responses: {
      200: { description: 'taken in; follow its events', content: { 'application/json': { schema: addition } } },
      ...FAILURE,
    },
  });
  app.openapi(upload, async (c) => {
    const { name, ocr = false, ...details } = c.req.valid('query');
    const body = (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>;
    const upload = await adding.uploads.keep(body, Number(c.req.header('content-length') ?? 0));
    return c.json(adding.add({ name, source: { upload }, details: given(details), ocr }), 200);
  });

  app.openapi(
    writes('post', '/additions/address', {
      summary: 'Fetches the document at an address and adds it',
      tag,
      body: addressToAdd,
      gives: addition,
    }),
    async (c) => {
      const { url, ocr = false, ...details } = c.req.valid('json');
      return c.json(adding.add({ name: url, source: { url }, details: given(details), ocr }), 200);
    },
  );

  app.openapi(
    reads('/additions/{id}', { summary: 'How far an addition is', tag, params: byId, gives: addition }),
    (c) => c.json(found(c.req.valid('param').id), 200),
  );

  file(
    app,
    '/additions/{id}/events',
    {
      summary: 'Each step of an addition as a server-sent event, until it is done or has failed',
      tag,
      params: byId,
      type: 'text/event-stream',
    },
    async (c, _, { id }) => {
      const first = found(id);
      return streamSSE(c, async (out) => {
        const tell = (one: Addition) => out.writeSSE({ event: one.state, data: JSON.stringify(one) });
        const isOver = (one: Addition) => one.state === 'done' || one.state === 'failed';
        await tell(first);
        if (isOver(first)) return;
        await new Promise<void>((over) => {
          const beat = setInterval(() => void out.write(': still here\n\n'), HEARTBEAT);
          const stop = () => {
            clearInterval(beat);
            leave();
            over();
          };
          const leave = adding.follow(id, (one) => void tell(one).then(() => isOver(one) && stop()));
          out.onAbort(stop);
          const now = adding.get(id);
          if (now && isOver(now)) void tell(now).then(stop);
        });
      });
    },
  );

  function found(id: string): Addition {
    const one = adding.get(id);
    if (!one) throw new OnrecordError('not-found', `nothing is being added as ${id}; it may have been long ago`);
    return one;
  }
  return app;
}
