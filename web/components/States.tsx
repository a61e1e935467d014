import type { ReactNode } from 'react';

/** Placeholder lines that take about as much room as the text to come. */
export function Loading({ lines = 6, label = 'Loading' }: { readonly lines?: number; readonly label?: string }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <div key={i} className="loading-line" style={{ width: `${96 - ((i * 37) % 40)}%` }} />
      ))}
    </div>
  );
}

/** Says that nothing is there, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Room for a table that may be wider than the screen: it scrolls on its own, also with the keyboard. */
export function TableRoom({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: people must be able to scroll it with the keyboard
    <section className="table-room" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** Says in a sentence what went wrong, and lets people try again. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: (() => void) | undefined }) {
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Shows the answer to a query, or that it is loading or has failed. */
export function Asked<T>({
  query,
  children,
  lines,
  isPage = false,
}: {
  readonly query: {
    readonly data: T | undefined;
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
  readonly lines?: number;
  /** The query is the whole page, so loading and failure need a page with a heading too. */
  readonly isPage?: boolean;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  const state = query.error ? (
    <Failure error={query.error} onRetry={() => query.refetch()} />
  ) : (
    <Loading {...(lines ? { lines } : {})} />
  );
  if (!isPage) return state;
  return (
    <div className="page">
      <h1>{query.error ? 'Could not load' : 'Loading …'}</h1>
      {state}
    </div>
  );
}
