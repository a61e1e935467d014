import { z } from '@hono/zod-openapi';
import { auditOf, coverageOf, RecordSources, utterancesOf } from '../../compare/index.ts';
import { OnrecordError } from '../../document/index.ts';
import {
  AUDIT_COLUMNS,
  coverageColumns,
  FIDELITY_COLUMNS,
  POSITION_COLUMNS,
  REPORT_COLUMNS,
  reportsOf,
  SHIFT_COLUMNS,
} from '../../export/index.ts';
import { positionsOn, shiftsOfRecord, subjectsBy } from '../../pipeline/positions.ts';
import { verifyAsked } from '../../pipeline/verify.ts';
import { documentsToCompare, listTopics, pageUtterances, removeTopic, saveTopic } from '../../record/index.ts';
import { cached } from '../cached.ts';
import type { ServerContext } from '../context.ts';
import {
  audit,
  auditQuery,
  coverage,
  coverageFilter,
  fidelity,
  positionQuery,
  positions,
  possibleShifts,
  subject,
  subjectQuery,
  topic,
  utterance,
  utteranceFilter,
  utterancePage,
  verifyQuery,
} from '../schemas/comparison.ts';
import { list } from '../schemas/page.ts';
import { given, paging } from '../schemas/query.ts';
import { byId, reads, routes, table, writes } from './route.ts';

/** What is compared: utterances, coverage, positions, verify, audit; and saved topics. */
export function comparisonRoutes({ record }: ServerContext) {
  const app = routes();
  const tag = 'Comparisons';
  const waiting = cached(record.version, async (_: undefined) => (await documentsToCompare(record)).length);

  const pageOfUtterances = async (query: z.output<typeof utteranceFilter>, limit: number, after?: string) => {
    const { atLeast: least, ...filter } = query;
    const page = await pageUtterances(record, given(filter), { atLeast: least, limit, after });
    const found = new Map((await utterancesOf(record, page.items)).map((one) => [one.id, one]));
    return { ...page, items: page.items.flatMap((id) => found.get(id) ?? []) };
  };
  app.openapi(
    reads('/utterances', {
      summary: 'Things said once with all their reports, those of most documents first, a page at a time',
      tag,
      query: utteranceFilter.extend(paging.shape),
      gives: utterancePage,
    }),
    async (c) => {
      const { limit, cursor, ...query } = c.req.valid('query');
      const page = await pageOfUtterances(query, limit, cursor);
      return c.json({ ...page, uncompared: await waiting(undefined) }, 200);
    },
  );
  table(app, '/utterances', {
    summary: 'Utterances, a row a report',
    tag,
    query: utteranceFilter,
    item: z.unknown(),
    rows: async (query) => ({
      rows: (async function* () {
        let after: string | undefined;
        do {
          const page = await pageOfUtterances(query, 200, after);
          yield* reportsOf(page.items);
          after = page.next;
        } while (after !== undefined);
      })(),
      columns: REPORT_COLUMNS,
    }),
  });
  app.openapi(
    reads('/utterances/{id}', { summary: 'One utterance with all its reports', tag, params: byId, gives: utterance }),
    async (c) => {
      const [found] = await utterancesOf(record, [c.req.valid('param').id]);
      if (!found) throw new OnrecordError('not-found', 'no utterance in the record has this id');
      return c.json(found, 200);
    },
  );

  const covered = cached(record.version, (query: z.output<typeof coverageFilter>) => coverageOf(record, given(query)));
  app.openapi(
    reads('/coverage', { summary: 'Utterances by outlets for an event', tag, query: coverageFilter, gives: coverage }),
    async (c) => c.json({ ...(await covered(c.req.valid('query'))), uncompared: await waiting(undefined) }, 200),
  );
  table(app, '/coverage', {
    summary: 'Utterances by outlets for an event',
    tag,
    query: coverageFilter,
    item: z.unknown(),
    rows: async (query) => {
      const found = await covered(query);
      return { rows: found.utterances, columns: coverageColumns(found) };
    },
  });

  const positioned = ({ speaker, topic: words, ...options }: z.output<typeof positionQuery>) =>
    positionsOn(record, speaker, words, options);
  app.openapi(
    reads('/positions', {
      summary: 'What a speaker said on a topic, in order, and pairs that may be a shift',
      tag,
      query: positionQuery,
      gives: positions,
    }),
    async (c) => c.json(await positioned(c.req.valid('query')), 200),
  );
  table(app, '/positions', {
    summary: 'What a speaker said on a topic',
    tag,
    query: positionQuery,
    item: z.unknown(),
    rows: async (query) => ({ rows: (await positioned(query)).statements, columns: POSITION_COLUMNS }),
  });
  table(app, '/shifts', {
    summary: 'Pairs that may be a shift of position',
    tag,
    query: positionQuery,
    item: z.unknown(),
    rows: async (query) => ({ rows: (await positioned(query)).shifts, columns: SHIFT_COLUMNS }),
  });

  app.openapi(
    reads('/subjects', {
      summary: 'What a speaker spoke of on more than one day, named by their own words',
      tag,
      query: subjectQuery,
      gives: list(subject),
    }),
    async (c) => {
      const { speaker, ...options } = c.req.valid('query');
      return c.json(await subjectsBy(record, speaker, options), 200);
    },
  );
  const strongest = cached(record.version, async (_: undefined) => shiftsOfRecord(record));
  app.openapi(
    reads('/possible-shifts', {
      summary: 'The strongest possible shifts of the whole record, newest first',
      tag,
      gives: possibleShifts,
    }),
    async (c) => c.json(await strongest(undefined), 200),
  );

  const audited = cached(record.version, ({ by, thoughts, ...filter }: z.output<typeof auditQuery>) =>
    auditOf(record, by, given(filter), { thoughts }),
  );
  app.openapi(
    reads('/audit', { summary: 'Whom these documents quote', tag, query: auditQuery, gives: audit }),
    async (c) => c.json(await audited(c.req.valid('query')), 200),
  );
  table(app, '/audit', {
    summary: 'Whom these documents quote',
    tag,
    query: auditQuery,
    item: z.unknown(),
    rows: async (query) => ({ rows: (await audited(query)).rows, columns: AUDIT_COLUMNS }),
  });

  const verified = (query: z.output<typeof verifyQuery>) => {
    if ((query.quote === undefined) === (query.document === undefined))
      throw new OnrecordError('wrong-usage', 'give a quotation, or a document whose quotations to check');
    if (query.quote?.match(/[\p{L}\p{N}]/u) === null)
      throw new OnrecordError('wrong-usage', 'the quotation has no words');
    return verifyAsked(record, new RecordSources(record), given(query));
  };
  app.openapi(
    reads('/verify', {
      summary: 'Is it in the source, and whole?',
      tag,
      query: verifyQuery,
      gives: list(fidelity),
    }),
    async (c) => c.json(await verified(c.req.valid('query')), 200),
  );
  table(app, '/verify', {
    summary: 'Is it in the source, and whole?',
    tag,
    query: verifyQuery,
    item: fidelity,
    rows: async (query) => ({ rows: await verified(query), columns: FIDELITY_COLUMNS }),
  });

  app.openapi(reads('/topics', { summary: 'Saved topics', tag, gives: list(topic) }), async (c) =>
    c.json(await listTopics(record), 200),
  );
  app.openapi(
    writes('put', '/topics/{id}', {
      summary: 'Saves the phrasings of a topic under a name',
      tag,
      params: byId,
      body: z.object({ phrasings: z.array(z.string().min(1).max(300)).min(1).max(50) }),
      gives: topic,
    }),
    async (c) => {
      const saved = { name: c.req.valid('param').id, phrasings: c.req.valid('json').phrasings };
      await saveTopic(record, saved);
      return c.json(saved, 200);
    },
  );
  app.openapi(
    writes('delete', '/topics/{id}', { summary: 'Takes a saved topic away', tag, params: byId, gives: topic }),
    async (c) => c.json(await removeTopic(record, c.req.valid('param').id), 200),
  );
  return app;
}
