import { z } from '@hono/zod-openapi';
import { SEARCH_EVENTS } from '../../record/index.ts';
import { list } from './page.ts';
import { plainStatement } from './statement.ts';

const time = z.string().openapi({ description: 'ISO time' });

/** A followed feed and its state. */
export const feed = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable().openapi({ description: 'the outlet’s name, as a person gave it' }),
    home: z.string().nullable(),
    state: z.enum(['active', 'paused', 'gone']),
    added: time,
    asked: time.nullable(),
    succeeded: time.nullable(),
    due: time.openapi({ description: 'time of the next request' }),
    failures: z.int().openapi({ description: 'consecutive failures' }),
    problem: z.string().nullable().openapi({ description: 'the last failure' }),
    flaw: z.string().nullable().openapi({ description: 'what is wrong with the feed, although it could be read' }),
    items: z.int(),
    waiting: z.int(),
    failed: z.int(),
  })
  .openapi('Feed');

const address = z.url({ protocol: /^https?$/u }).max(2000);
const named = z.string().min(1).max(200).optional();
/** Feeds to follow: one by its address, or all of an OPML file. */
export const newFeeds = z.union([
  z.object({ url: address, outlet: named }),
  z.object({ opml: z.string().max(900_000), outlet: named }),
]);

export const feedsAdded = z.object({ added: z.int(), known: z.int() });
export const feedAddress = z.object({ url: z.string() });
export const feedChange = feedAddress.extend({ state: z.enum(['active', 'paused']) });

export const feedItem = z
  .object({
    feed: z.string(),
    key: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    state: z.enum(['waiting', 'done', 'failed']),
    document: z.string().nullable(),
    seen: time,
    due: time,
    attempts: z.int(),
    problem: z.string().nullable(),
  })
  .openapi('FeedItem');

const documentVersion = z
  .object({
    address: z.string(),
    number: z.int().openapi({ description: 'from 1' }),
    document: z.string(),
    title: z.string().nullable(),
    seen: time.openapi({ description: 'first seen' }),
    last: time.openapi({ description: 'last seen' }),
  })
  .openapi('DocumentVersion');

const words = list(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() }));

/** All versions of an article, and what changed between them. */
export const versionHistory = z
  .object({
    versions: list(documentVersion),
    changes: list(
      z.object({
        from: documentVersion,
        to: documentVersion,
        title: z.object({ before: z.string(), after: z.string() }).optional(),
        statements: list(
          z.object({
            kind: z.enum(['appeared', 'vanished', 'altered']),
            before: plainStatement.optional(),
            after: plainStatement.optional(),
            altered: list(z.enum(['words', 'speaker', 'date'])).optional(),
            words: words.optional(),
          }),
        ),
        text: list(z.object({ kind: z.enum(['added', 'removed', 'changed']), words })),
      }),
    ),
  })
  .openapi('VersionHistory');

export const changesQuery = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) });

export const changedDocument = z
  .object({
    address: z.string(),
    document: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    versions: z.int(),
    changed: time,
  })
  .openapi('ChangedDocument');

const condition = z.string().min(1).max(300).optional();
const searchQuery = z.object({
  on: z.enum(SEARCH_EVENTS).openapi({
    description:
      'said: a matching statement; shift: a possible shift of position; altered: a quotation altered after publication',
  }),
  speaker: condition,
  topic: condition,
  about: condition,
  outlet: condition,
  act: condition,
  thoughts: z.boolean().optional().openapi({ description: 'what somebody is said to think fires it too' }),
});

export const newSearch = z.object({
  name: z.string().min(1).max(200),
  query: searchQuery,
  webhook: z.url().max(2000).optional(),
  author: z.string().min(1).max(100).optional(),
});

export const savedSearch = z
  .object({
    id: z.string(),
    name: z.string(),
    query: searchQuery,
    author: z.string(),
    created: time,
    webhook: z.string().nullable(),
    feeds: z.object({ atom: z.string(), json: z.string() }).openapi({
      description:
        'paths of its feeds on this server; where the server requires a token, each path includes a key of its own',
    }),
    secret: z
      .string()
      .optional()
      .openapi({ description: 'key that signs the webhook’s messages; given only once, when the search is saved' }),
  })
  .openapi('SavedSearch');

export const alert = z
  .object({
    id: z.string(),
    search: z.string(),
    name: z.string().openapi({ description: 'name of the search' }),
    statement: z.string(),
    document: z.string(),
    fired: time,
    why: z.object({
      reason: z.string(),
      passage: z.object({ text: z.string(), start: z.int(), end: z.int() }),
      speaker: z.string(),
      content: z.string(),
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      published: z.string().nullable(),
      url: z.string().nullable(),
      before: z.string().optional(),
    }),
    delivery: z.enum(['none', 'waiting', 'sending', 'done', 'dead']),
    attempts: z.int(),
    due: z.string().nullable(),
    problem: z.string().nullable(),
    isShown: z
      .boolean()
      .openapi({ description: 'whether its document is still in the record and the current version' }),
  })
  .openapi('Alert');

export const alertsSent = z.object({ sent: z.int() });

/** Which alerts are wanted. */
export const alertFilter = z.object({
  search: z.string().optional(),
  delivery: z.enum(['none', 'waiting', 'sending', 'done', 'dead']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
