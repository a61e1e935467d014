import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask, type Query } from '../api/client.ts';
import type { Page } from '../api/types.ts';
import { countWords } from '../words.ts';
import { TableLinks } from './Menus.tsx';
import { Failure, Loading } from './States.tsx';

/** A list of the API, a hundred at a time, with its CSV and JSON beside it. */
export function PagedList<T extends { readonly id: string }>({
  path,
  query,
  counted,
  empty,
  children,
}: {
  readonly path: string;
  readonly query: Query;
  /** What one and several of them are called. */
  readonly counted: readonly [one: string, many: string];
  readonly empty: ReactNode;
  /** What stands in a line. */
  readonly children: (item: T) => ReactNode;
}) {
  const pages = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam }) => ask<Page<T>>(path, { ...query, limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading lines={10} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      <div className="list-head">
        <p className="meta">{countWords(pages.data.pages[0]?.total ?? items.length, ...counted)}</p>
        <TableLinks path={path} query={query} />
      </div>
      <ul className="plain-list lines">
        {items.map((item) => (
          <li key={item.id} data-item="" tabIndex={-1}>
            {children(item)}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="button" onClick={() => void pages.fetchNextPage()}>
          More
        </button>
      )}
    </>
  );
}
