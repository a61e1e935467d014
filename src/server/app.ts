import { Hono, type MiddlewareHandler } from 'hono';
import { keyOfFeed, knownHost, sameOrigin, securityHeaders, smallBodies, unchanged, withToken } from './access.ts';
import type { ServerContext } from './context.ts';
import { problem, problemOf } from './problems.ts';
import { additionRoutes } from './routes/additions.ts';
import { alertRoutes } from './routes/alerts.ts';
import { comparisonRoutes } from './routes/comparisons.ts';
import { documentRoutes } from './routes/documents.ts';
import { entityRoutes } from './routes/entities.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { routes } from './routes/route.ts';
import { searchRoutes } from './routes/search.ts';
import { siteRoutes } from './routes/site.ts';
import { statementRoutes } from './routes/statements.ts';
import { watchingRoutes } from './routes/watching.ts';

/** Who may come in. */
export interface Access {
  /** Only this machine reaches it. */
  readonly onLoopback: boolean;
  /** Asked of everybody where it is given. */
  readonly token?: string;
}

/** The whole of the server: who may come in, then the API under `/api/v1`, then the web app. */
export function createApp(context: ServerContext, { onLoopback, token }: Access): Hono {
  const app = new Hono();
  app.onError(problemOf);
  app.use(securityHeaders, knownHost(onLoopback), sameOrigin);
  if (token !== undefined) app.use(withToken(token));
  app.use('/api/*', smallBodies, unchanged(context.record.version));
  const keyed = token === undefined ? {} : { keyOfFeed: (search: string) => keyOfFeed(token, search) };
  const routed = api({ ...context, ...keyed });
  app.route('/api/v1', routed);
  app.all('/api/v1/*', otherMethod(routed));
  app.all('/api/*', (c) => problem(c, 404, 'not-found', 'there is no such part of the API; see /api/v1/openapi.json'));
  app.route('/', siteRoutes(context));
  return app;
}

/** The API by itself; its document is at `/openapi.json`. */
function api(context: ServerContext) {
  const all = routes();
  for (const make of [
    statementRoutes,
    documentRoutes,
    additionRoutes,
    entityRoutes,
    comparisonRoutes,
    reviewRoutes,
    searchRoutes,
    watchingRoutes,
    alertRoutes,
  ])
    all.route('/', make(context));
  all.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version: '1.0.0',
      description:
        'Who said what, when: statements, each pinned to the words it was printed in. Offsets are UTF-16, ends exclusive; dates are ISO; shares lie between 0 and 1. Lists give a page and the cursor of the next; beside each stand its .json and .csv with the same filters, every row and every column. Errors are RFC 9457 problems. Fields may be added; none is renamed or taken away.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  });
  return all;
}

/** Where the path is known and the method is not: 405 with the methods that there are. Other paths go on. */
function otherMethod(routed: Pick<Hono, 'routes'>): MiddlewareHandler {
  const known = new Map<string, Set<string>>();
  for (const { path, method } of routed.routes)
    if (/^[A-Z]+$/u.test(method) && method !== 'ALL') known.set(path, (known.get(path) ?? new Set()).add(method));
  const isAt = (path: string, asked: string): boolean => {
    const [parts, own] = [path.split('/'), asked.slice('/api/v1'.length).split('/')];
    return (
      parts.length === own.length &&
      parts.every((part, i) => part === own[i] || (part.startsWith(':') && own[i] !== ''))
    );
  };
  return async (c, next) => {
    const allowed = new Set(
      [...known].filter(([path]) => isAt(path, c.req.path)).flatMap(([, methods]) => [...methods]),
    );
    if (allowed.size === 0) return next();
    if (allowed.has('GET')) allowed.add('HEAD');
    c.header('Allow', [...allowed].sort().join(', '));
    return problem(c, 405, 'method', `${c.req.method} is not possible here; ${[...allowed].sort().join(', ')} is`);
  };
}
