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
      // After this, the server is asked again; its ETag makes that cheap where nothing has changed.
      staleTime: 5_000,
      // Retries only what may work the next time.
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
