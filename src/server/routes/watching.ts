import { z } from '@hono/zod-openapi';
import { versionHistory } from '../../compare/index.ts';
import { readOpml, writeOpml } from '../../read/feed/opml.ts';
import {
  changedDocuments,
  followFeed,
  getFeed,
  listFeeds,
  listItems,
  setFeedState,
  unfollowFeed,
} from '../../record/index.ts';
import type { ServerContext } from '../context.ts';
import { list } from '../schemas/page.ts';
import {
  changedDocument,
  changesQuery,
  feed,
  feedAddress,
  feedChange,
  feedItem,
  feedsAdded,
  versionHistory as history,
  newFeeds,
} from '../schemas/watching.ts';
import { byId, download, file, reads, routes, writes } from './route.ts';

/** Feeds that `onrecord watch` follows, and articles that were changed after they were read. */
export function watchingRoutes({ record }: ServerContext) {
  const app = routes();
  const tag = 'Watching';

  app.openapi(
    reads('/feeds', { summary: 'The followed feeds, those that fail first', tag, gives: list(feed) }),
    async (c) => c.json(await listFeeds(record), 200),
  );
  app.openapi(
    writes('post', '/feeds', {
      summary: 'Follow feeds: one by its address, or all of an OPML file',
      tag,
      body: newFeeds,
      gives: feedsAdded,
    }),
    async (c) => {
      const body = c.req.valid('json');
      const outlet = body.outlet === undefined ? {} : { outlet: body.outlet };
      const feeds = 'url' in body ? [{ url: body.url }] : readOpml(Buffer.from(body.opml));
      let added = 0;
      for (const one of feeds) if (await followFeed(record, { ...one, ...outlet })) added++;
      return c.json({ added, known: feeds.length - added }, 200);
    },
  );
  app.openapi(
    writes('patch', '/feeds', {
      summary: 'Pause a feed, or ask it again at once',
      tag,
      body: feedChange,
      gives: feed,
    }),
    async (c) => {
      const { url, state } = c.req.valid('json');
      const known = await getFeed(record, url);
      await setFeedState(record, known.url, state);
      return c.json(await getFeed(record, known.url), 200);
    },
  );
  app.openapi(
    writes('delete', '/feeds', {
      summary: 'Forget a feed; what was read of it stays',
      tag,
      body: feedAddress,
      gives: feed,
    }),
    async (c) => {
      const known = await getFeed(record, c.req.valid('json').url);
      await unfollowFeed(record, known.url);
      return c.json(known, 200);
    },
  );
  app.openapi(
    reads('/feeds/items', {
      summary: 'What feeds had, newest first, and what became of it',
      tag,
      query: z.object({
        feed: z.string().optional(),
        state: z.enum(['waiting', 'done', 'failed']).optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      gives: list(feedItem),
    }),
    async (c) => {
      const { feed: wanted, state, limit } = c.req.valid('query');
      const items = await listItems(record, {
        limit,
        ...(wanted === undefined ? {} : { feed: wanted }),
        ...(state === undefined ? {} : { state }),
      });
      return c.json(
        items.map(({ entry: _e, digest: _d, read: _r, ...item }) => item),
        200,
      );
    },
  );
  file(
    app,
    '/feeds.opml',
    { summary: 'The followed feeds as OPML', tag, type: 'text/x-opml; charset=utf-8' },
    async (c) => {
      const feeds = (await listFeeds(record)).map(({ url, title, home }) => ({
        url,
        ...(title === null ? {} : { title }),
        ...(home === null ? {} : { home }),
      }));
      return await download(c, 'text/x-opml; charset=utf-8', 'feeds.opml', [writeOpml(feeds)]);
    },
  );

  app.openapi(
    reads('/changes', {
      summary: 'Articles that were changed after they were read, the last change first',
      tag,
      query: changesQuery,
      gives: list(changedDocument),
    }),
    async (c) => c.json(await changedDocuments(record, c.req.valid('query').limit), 200),
  );
  app.openapi(
    reads('/documents/{id}/versions', {
      summary:
        'All versions of an article, none where it has no address: which statements appeared, vanished or were altered, and when',
      tag,
      params: byId,
      gives: history,
    }),
    async (c) => c.json(await versionHistory(record, c.req.valid('param').id), 200),
  );
  return app;
}
