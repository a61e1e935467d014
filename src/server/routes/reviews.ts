import { z } from '@hono/zod-openapi';
import { compact, intervalOf, OnrecordError, selectorOf } from '../../document/index.ts';
import { placeAnnotation, REVIEW_COLUMNS, readAnnotations } from '../../export/index.ts';
import {
  addStatement,
  importReviews,
  reviewStatement,
  reviewStatements,
  undoReview,
  undoReviews,
} from '../../pipeline/review.ts';
import {
  countStatements,
  findStatements,
  getDocument,
  getStatement,
  listReviews,
  markPair,
  type Review,
  readReview,
  reviewConflicts,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { list } from '../schemas/page.ts';
import { given } from '../schemas/query.ts';
import {
  BULK,
  bulkReview,
  newReview,
  noted,
  notedAll,
  review,
  reviewConflict,
  reviewFilter,
  reviewsToUndo,
} from '../schemas/review.ts';
import { byId, reads, routes, table, writes } from './route.ts';

/** What persons say of statements: one, many, undone, sent to colleagues. */
export function reviewRoutes(context: ServerContext) {
  const { record } = context;
  const app = routes();
  const tag = 'Reviews';

  app.openapi(
    reads('/reviews', { summary: 'What persons said, oldest first', tag, query: reviewFilter, gives: list(review) }),
    async (c) => c.json((await listReviews(record, given(c.req.valid('query')))).map(plain), 200),
  );
  table(app, '/reviews', {
    summary: 'What persons said',
    tag,
    query: reviewFilter,
    item: review,
    rows: async (query) => ({ rows: await listReviews(record, given(query)), columns: REVIEW_COLUMNS }),
  });
  app.openapi(
    reads('/reviews/conflicts', { summary: 'Where persons differ, newest first', tag, gives: list(reviewConflict) }),
    async (c) =>
      c.json(
        (await reviewConflicts(record)).map(({ older, newer }) => ({ older: plain(older), newer: plain(newer) })),
        200,
      ),
  );
  app.openapi(
    writes('post', '/reviews', {
      summary: 'What a person says of a statement, or one that was missed; it counts over what the program found',
      tag,
      body: newReview,
      gives: noted,
    }),
    async (c) => c.json({ id: await say(context, c.req.valid('json')) }, 200),
  );
  app.openapi(
    writes('post', '/reviews/bulk', {
      summary: 'Right, or not a statement, of all that a filter leaves and nobody has reviewed',
      tag,
      body: bulkReview,
      gives: notedAll,
    }),
    async (c) => {
      const { kind, filter: wanted, expected, author = context.author } = c.req.valid('json');
      const open = { ...given(wanted), reviewed: false };
      const count = await countStatements(record, open);
      if (count !== expected)
        throw new OnrecordError('wrong-usage', `the filter leaves ${count} statements, not ${expected}; look again`);
      if (count > BULK)
        throw new OnrecordError('wrong-usage', `${count} statements at once are too many; up to ${BULK}`);
      const ids = await reviewStatements(record, await findStatements(record, open), kind, author);
      return c.json({ ids }, 200);
    },
  );
  app.openapi(
    writes('delete', '/reviews/{id}', { summary: 'Takes a review back', tag, params: byId, gives: review }),
    async (c) => c.json(plain(await undoReview(record, c.req.valid('param').id)), 200),
  );
  app.openapi(
    writes('post', '/reviews/undo', {
      summary: 'Takes several reviews back',
      tag,
      body: reviewsToUndo,
      gives: notedAll,
    }),
    async (c) => {
      const { ids } = c.req.valid('json');
      await undoReviews(record, ids);
      return c.json({ ids }, 200);
    },
  );
  app.openapi(
    writes('post', '/reviews/import', {
      summary: 'Takes in the reviews of colleagues, as GET /reviews gives them',
      tag,
      body: z.object({ reviews: z.array(review).max(10_000) }),
      gives: z.object({ added: z.int(), known: z.int(), waiting: z.int() }),
    }),
    async (c) => c.json(await importReviews(record, c.req.valid('json').reviews.map(checked)), 200),
  );

  app.openapi(
    writes('post', '/annotations', {
      summary: 'Reads W3C Web Annotations back: where each stands now, and which are lost; new ones are added',
      tag,
      body: z.looseObject({ items: z.array(z.unknown()).max(10_000) }),
      gives: z.object({
        found: list(z.object({ id: z.string(), start: z.int(), end: z.int(), added: z.boolean() })),
        lost: list(z.object({ id: z.string(), exact: z.string(), reason: z.string() })),
      }),
    }),
    async (c) => c.json(await annotated(context, JSON.stringify(c.req.valid('json'))), 200),
  );
  return app;
}

/** A review that a client sent. Throws `wrong-usage` where its value does not fit its kind. */
function checked(sent: z.output<typeof review>, place: number): Review {
  const read = readReview(sent);
  if (!read) throw new OnrecordError('wrong-usage', `reviews.${place}: is no review as GET /reviews gives them`);
  return read;
}

/** As the schema has it, whose values are of all kinds. */
function plain(one: Review) {
  return { ...one, value: one.value as Record<string, unknown> };
}

async function say({ record, author: own }: ServerContext, said: z.output<typeof newReview>): Promise<string> {
  const author = said.author ?? own;
  switch (said.kind) {
    case 'right':
    case 'not-a-statement':
      return reviewStatement(record, said.statement, said.kind, {}, author);
    case 'speaker':
      return reviewStatement(record, said.statement, 'speaker', { speaker: said.speaker }, author);
    case 'said':
      return reviewStatement(
        record,
        said.statement,
        'said',
        { said: intervalOf(said.said.from, said.said.until) },
        author,
      );
    case 'kind':
      return reviewStatement(record, said.statement, 'kind', { kind: said.value }, author);
    case 'extent': {
      const { document } = await getStatement(record, said.statement);
      const content = rangesIn((await getDocument(record, document.id)).text, said.content);
      return reviewStatement(record, said.statement, 'extent', { content }, author);
    }
    case 'added': {
      const { id, text } = await getDocument(record, said.document);
      rangesIn(text, said.content);
      const value = {
        kind: said.value,
        ...compact({ speaker: said.speaker }),
        ...(said.said ? { said: intervalOf(said.said.from, said.said.until) } : {}),
      };
      return addStatement(record, id, said.content, value, author);
    }
    case 'pair':
      return markPair(record, said.earlier, said.later, said.mark, author);
  }
}

/** Selectors of places in a text. Throws `wrong-usage` where one lies outside it or is empty. */
function rangesIn(text: string, ranges: readonly { readonly start: number; readonly end: number }[]) {
  return ranges.map((range) => {
    if (range.start >= range.end || range.end > text.length || text.slice(range.start, range.end).trim() === '')
      throw new OnrecordError('wrong-usage', `${range.start}–${range.end} is no run of words in this document`);
    return selectorOf(text, range);
  });
}

/** Annotations on the record's documents: placed, lost, or added where no statement stands there. */
async function annotated({ record, author }: ServerContext, json: string) {
  const found: { id: string; start: number; end: number; added: boolean }[] = [];
  const lost: { id: string; exact: string; reason: string }[] = [];
  for (const annotation of readAnnotations(json)) {
    const { exact } = annotation.targets[0]!;
    const document = await getDocument(record, annotation.document).catch(() => undefined);
    const places = document && placeAnnotation(document.text, annotation);
    if (!document || !places) {
      const reason = document ? 'the text has changed too much' : 'its document is not in this record';
      lost.push({ id: annotation.id, exact, reason });
      continue;
    }
    const [start, end] = [places[0]!.start, places.at(-1)!.end];
    const known = (await findStatements(record, { document: document.id, rejected: true, thoughts: true })).some(
      ({ content }) => content[0]!.start === start && content.at(-1)!.end === end,
    );
    if (!known) {
      const { kind, speaker, said } = annotation.body;
      const value = {
        kind,
        ...(speaker.name === '' ? {} : { speaker }),
        ...(Object.keys(said).length > 0 ? { said } : {}),
      };
      await addStatement(record, document.id, places, value, author);
    }
    found.push({ id: annotation.id, start, end, added: !known });
  }
  return { found, lost };
}
