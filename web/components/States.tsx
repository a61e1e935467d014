import type { ReactNode } from 'react';

/** Lines where words will stand; takes the room that they will take. */
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

/** Nothing is there: what that means, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** A table that may be wider than the screen: it scrolls by itself, by the keyboard too. */
export function TableRoom({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table-room" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** It did not work: the reason in a sentence, and a way on. */
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

/** What was asked for in each of its states. */
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
  /** It is all that the page has: its other states stand as pages too. */
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
      <h1>{query.error ? 'Not here' : 'Loading …'}</h1>
      {state}
    </div>
  );
}
