import { alertsAsAtom, alertsAsJsonFeed } from '../../export/index.ts';
import {
  getSearch,
  listAlerts,
  listSearches,
  removeSearch,
  resendAlerts,
  type SavedSearch,
  saveSearch,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { list } from '../schemas/page.ts';
import { alert, alertFilter, alertsSent, newSearch, savedSearch } from '../schemas/watching.ts';
import { byId, file, reads, routes, writes } from './route.ts';

/** Alerts of a feed, at most. */
const LISTED = 100;

/** Saved searches, what they found, and feeds of that. */
export function alertRoutes({ record, author, keyOfFeed }: ServerContext) {
  const app = routes();
  const tag = 'Alerts';
  const withFeeds = (search: SavedSearch) => {
    const key = keyOfFeed ? `?key=${keyOfFeed(search.id)}` : '';
    const path = (ending: string) => `/api/v1/searches/${search.id}/feed.${ending}${key}`;
    return { ...search, feeds: { atom: path('atom'), json: path('json') } };
  };

  app.openapi(reads('/searches', { summary: 'Saved searches by name', tag, gives: list(savedSearch) }), async (c) =>
    c.json((await listSearches(record)).map(withFeeds), 200),
  );
  app.openapi(
    writes('post', '/searches', {
      summary: 'Save a search; what comes into the record from now on fires it, once for each statement',
      tag,
      body: newSearch,
      gives: savedSearch,
    }),
    async (c) => {
      const { name, query, webhook, author: by = author } = c.req.valid('json');
      const { on, ...conditions } = query;
      const given = Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
      const { search, secret } = await saveSearch(record, name, { on, ...given }, by, webhook);
      return c.json({ ...withFeeds(search), ...(secret === undefined ? {} : { secret }) }, 200);
    },
  );
  app.openapi(
    writes('delete', '/searches/{id}', {
      summary: 'Forget a search and its alerts',
      tag,
      params: byId,
      gives: savedSearch,
    }),
    async (c) => {
      const search = await getSearch(record, c.req.valid('param').id);
      await removeSearch(record, search.id);
      return c.json(withFeeds(search), 200);
    },
  );
  app.openapi(
    reads('/alerts', {
      summary: 'What saved searches found, newest first, and why',
      tag,
      query: alertFilter,
      gives: list(alert),
    }),
    async (c) => {
      const { search, delivery, limit } = c.req.valid('query');
      const id = search === undefined ? {} : { search: (await getSearch(record, search)).id };
      return c.json(await listAlerts(record, { limit, ...id, ...(delivery === undefined ? {} : { delivery }) }), 200);
    },
  );
  app.openapi(
    writes('post', '/alerts/{id}/resend', {
      summary: 'Send an alert again that could not be delivered',
      tag,
      params: byId,
      gives: alertsSent,
    }),
    async (c) => c.json({ sent: await resendAlerts(record, c.req.valid('param').id) }, 200),
  );
  for (const [ending, type, print] of [
    ['atom', 'application/atom+xml; charset=utf-8', alertsAsAtom],
    ['json', 'application/feed+json; charset=utf-8', alertsAsJsonFeed],
  ] as const)
    file(
      app,
      `/searches/{id}/feed.${ending}`,
      {
        summary: `What a saved search found, as a feed of ${ending === 'atom' ? 'Atom' : 'JSON Feed'}`,
        tag,
        params: byId,
        type,
      },
      async (c, _query, { id }) => {
        const search = await getSearch(record, id);
        const alerts = await listAlerts(record, { search: search.id, limit: LISTED });
        c.header('content-type', type);
        return c.body(await print(search, alerts, c.req.url));
      },
    );
  return app;
}
