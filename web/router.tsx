import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './components/shell/Shell.tsx';
import { Home } from './pages/Home.tsx';

/** The filters of a view, as they stand in its address: names and values as the API has them. */
export type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

const root = createRootRoute({ component: Shell });
const validateSearch = (search: Record<string, unknown>) => search as Search;

const pages = [
  createRoute({ getParentRoute: () => root, path: '/', validateSearch, component: Home }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/Documents.tsx'), 'Documents'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/Document.tsx'), 'Document'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id/versions',
    component: lazyRouteComponent(() => import('./pages/Versions.tsx'), 'Versions'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/feeds',
    component: lazyRouteComponent(() => import('./pages/Feeds.tsx'), 'Feeds'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/alerts',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/Alerts.tsx'), 'Alerts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statements/$id',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/StatementPage.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/speakers/$id',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/Speaker.tsx'), 'Speaker'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/positions',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/PositionsPage.tsx'), 'PositionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/coverage',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/CoveragePage.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/Verify.tsx'), 'Verify'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    validateSearch,
    component: lazyRouteComponent(() => import('./pages/People.tsx'), 'People'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reference',
    component: lazyRouteComponent(() => import('./pages/ApiPage.tsx'), 'ApiPage'),
  }),
];

/** Addresses read `?speaker=Vane&outlet=A&outlet=B`: plain text, nothing packed. */
function parseSearch(text: string): Search {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const known = found[name];
    found[name] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value];
  }
  return found;
}

function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export const router = createRouter({
  routeTree: root.addChildren(pages),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
