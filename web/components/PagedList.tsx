import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../api/client.ts';
import type { Answer, Asked, Query } from '../api/types.ts';
import { countWords } from '../words.ts';
import { TableLinks } from './Menus.tsx';
import { Failure, Loading } from './States.tsx';

/** The items of the lists that come a page at a time. */
interface Items {
  readonly '/documents': Answer<'GET', '/documents'>['items'][number];
  readonly '/entities': Answer<'GET', '/entities'>['items'][number];
}

/** A list from the API, a hundred items at a time, with links to its CSV and JSON. */
export function PagedList<Path extends keyof Items>({
  path,
  query,
  counted,
  empty,
  children,
}: {
  readonly path: Path;
  readonly query: Asked<'GET', Path> & Query;
  /** The noun for one item and for several. */
  readonly counted: readonly [one: string, many: string];
  readonly empty: ReactNode;
  /** What a line shows. */
  readonly children: (item: Items[Path]) => ReactNode;
}) {
  const pages = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam }) => ask<keyof Items>(path, { ...query, limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading lines={10} />;
  const items = pages.data.pages.flatMap((page) => page.items as readonly Items[Path][]);
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
