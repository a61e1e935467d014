import { z } from '@hono/zod-openapi';
import { compact, OnrecordError } from '../../document/index.ts';
import { DECISION_COLUMNS, ENTITY_COLUMNS, SPEAKER_COLUMNS } from '../../export/index.ts';
import { mergeEntities, renameEntity, splitEntity, undoDecision } from '../../pipeline/review.ts';
import {
  appearancesOf,
  companionsOf,
  cursorOf,
  describeEntity,
  type EntityCount,
  getDocument,
  likelyDoubles,
  listDecisions,
  listEntities,
  listSpeakers,
  placeOf,
  setTraits,
  tellApart,
} from '../../record/index.ts';
import { cached } from '../cached.ts';
import type { ServerContext } from '../context.ts';
import {
  decision,
  entityCount,
  entityDetail,
  entityFilter,
  likelyDouble,
  newDecision,
  speakerListing,
} from '../schemas/entity.ts';
import { list, pageOf } from '../schemas/page.ts';
import { paging } from '../schemas/query.ts';
import { noted } from '../schemas/review.ts';
import { byId, reads, routes, table, writes } from './route.ts';

/** People and organisations: who they are, likely doubles, and what persons decide about them. */
export function entityRoutes(context: ServerContext) {
  const { record } = context;
  const app = routes();
  const tag = 'People';
  const all = cached(record.version, (_: undefined) => listEntities(record));
  const fitting = async ({ type, name }: z.output<typeof entityFilter>): Promise<EntityCount[]> => {
    const wanted = name?.toLowerCase();
    return (await all(undefined)).filter(
      (one) => (!type || one.type === type) && (!wanted || one.name.toLowerCase().includes(wanted)),
    );
  };

  app.openapi(
    reads('/entities', {
      summary: 'People, organisations and places, those of most documents first, a page at a time',
      tag,
      query: entityFilter.extend(paging.shape),
      gives: pageOf('EntityPage', entityCount),
    }),
    async (c) => {
      const { limit, cursor, ...wanted } = c.req.valid('query');
      const found = await fitting(wanted);
      const from = cursor === undefined ? 0 : (placeOf(cursor, ['number'])[0] as number);
      const next = from + limit < found.length ? { next: cursorOf([from + limit]) } : {};
      return c.json({ items: found.slice(from, from + limit), total: found.length, ...next }, 200);
    },
  );
  table(app, '/entities', {
    summary: 'People, organisations and places',
    tag,
    query: entityFilter,
    item: entityCount,
    rows: async (wanted) => ({ rows: await fitting(wanted), columns: ENTITY_COLUMNS }),
  });
  table(app, '/speakers', {
    summary: 'Who speaks: people and bodies once, with all their names; others as documents describe them',
    tag,
    query: z.object({}),
    item: speakerListing,
    rows: async () => ({ rows: await listSpeakers(record), columns: SPEAKER_COLUMNS }),
  });

  app.openapi(
    reads('/entities/doubles', {
      summary: 'Pairs that may be one, the likeliest first, with what speaks for it; nobody has decided',
      tag,
      gives: list(likelyDouble),
    }),
    async (c) => c.json(await likelyDoubles(record), 200),
  );

  app.openapi(
    reads('/entities/{id}', {
      summary: 'One of them: names, posts, where it is named, with whom it speaks',
      tag,
      params: byId,
      gives: entityDetail,
    }),
    async (c) => {
      const entity = await describeEntity(record, c.req.valid('param').id);
      const companions = await companionsOf(record, [entity.id]);
      return c.json({ ...entity, companions, appearances: await appearancesOf(record, entity.id) }, 200);
    },
  );

  app.openapi(
    reads('/decisions', { summary: 'What persons decided about them, newest first', tag, gives: list(decision) }),
    async (c) => c.json(await listDecisions(record), 200),
  );
  table(app, '/decisions', {
    summary: 'What persons decided',
    tag,
    query: z.object({}),
    item: decision,
    rows: async () => ({ rows: await listDecisions(record), columns: DECISION_COLUMNS }),
  });

  app.openapi(
    writes('post', '/decisions', {
      summary: 'Merge, split, rename; two are different, or it cannot be told; a party, the sex or a country',
      tag,
      body: newDecision,
      gives: noted,
    }),
    async (c) => {
      const made = c.req.valid('json');
      const by = made.author ?? context.author;
      switch (made.kind) {
        case 'merge':
          return c.json({ id: await mergeEntities(record, made.from, made.into, by) }, 200);
        case 'rename':
          return c.json({ id: await renameEntity(record, made.entity, made.name, by) }, 200);
        case 'split': {
          const documents = await Promise.all(made.documents.map(async (id) => (await getDocument(record, id)).id));
          return c.json({ id: (await splitEntity(record, made.entity, documents, by, made.name)).decision }, 200);
        }
        case 'trait': {
          const traits = made.values.map(({ value, ...days }) => ({ kind: made.trait, value, ...compact(days) }));
          return c.json({ id: await setTraits(record, made.entity, made.trait, traits, by) }, 200);
        }
        case 'different':
        case 'undecided':
          if (made.one === made.other) throw new OnrecordError('wrong-usage', 'these are one entity');
          return c.json({ id: await tellApart(record, made.one, made.other, made.kind, by) }, 200);
      }
    },
  );
  app.openapi(
    writes('delete', '/decisions/{id}', { summary: 'Takes a decision back', tag, params: byId, gives: decision }),
    async (c) => c.json(await undoDecision(record, c.req.valid('param').id), 200),
  );
  return app;
}
