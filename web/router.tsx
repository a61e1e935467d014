import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './components/shell/Shell.tsx';
import { Home } from './pages/Home.tsx';
import { parseSearch, searchOf, stringifySearch } from './search.ts';

const root = createRootRoute({ component: Shell });

const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: searchOf(['q', 'speaker', 'outlet', 'about', 'since', 'until', 'kind']),
    component: Home,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents',
    validateSearch: searchOf(['about', 'outlet', 'author', 'since', 'until']),
    component: lazyRouteComponent(() => import('./pages/Documents.tsx'), 'Documents'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents/$id',
    validateSearch: searchOf(['statement', 'view']),
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
    validateSearch: searchOf(['search']),
    component: lazyRouteComponent(() => import('./pages/Alerts.tsx'), 'Alerts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statements/$id',
    component: lazyRouteComponent(() => import('./pages/StatementPage.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/speakers/$id',
    validateSearch: searchOf(['about', 'outlet', 'kind', 'since', 'until', 'view']),
    component: lazyRouteComponent(() => import('./pages/Speaker.tsx'), 'Speaker'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/positions',
    validateSearch: searchOf(['speaker'], ['topic']),
    component: lazyRouteComponent(() => import('./pages/PositionsPage.tsx'), 'PositionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/coverage',
    validateSearch: searchOf(['about', 'since', 'until', 'only'], ['documents', 'outlets']),
    component: lazyRouteComponent(() => import('./pages/CoveragePage.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    validateSearch: searchOf(['quote', 'speaker', 'document', 'against']),
    component: lazyRouteComponent(() => import('./pages/Verify.tsx'), 'Verify'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/audit',
    validateSearch: searchOf(['by', 'about', 'outlet', 'author', 'since', 'until']),
    component: lazyRouteComponent(() => import('./pages/AuditPage.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    validateSearch: searchOf(['speaker', 'basis', 'outlet', 'kind', 'maxCertainty'], ['ids']),
    component: lazyRouteComponent(() => import('./pages/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    validateSearch: searchOf(['view', 'name', 'type']),
    component: lazyRouteComponent(() => import('./pages/People.tsx'), 'People'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reference',
    component: lazyRouteComponent(() => import('./pages/ApiPage.tsx'), 'ApiPage'),
  }),
];

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
