import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { router } from './router.tsx';
import './styles/base.css';
import './styles/parts.css';
import './styles/pages.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server has not changed comes back at once, by its ETag.
      staleTime: 5_000,
      // Only what may go better the next time is asked for again.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status >= 503,
    },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
