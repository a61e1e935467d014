import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { DocumentListing, Page } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { TableLinks } from '../components/Menus.tsx';
import { Empty, Failure, Loading } from '../components/States.tsx';
import { countWords, dayWords } from '../words.ts';

/** The articles of the record, newest first. */
export function Documents() {
  const search = useSearch({ from: '/documents' });
  const navigate = useNavigate({ from: '/documents' });
  const { about, outlet, since, until, author } = search;
  const query = { about, outlet, since, until, author };
  const pages = useInfiniteQuery({
    queryKey: ['documents', query],
    queryFn: ({ pageParam }) => ask<Page<DocumentListing>>('/documents', { ...query, limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <h1>Documents</h1>
      <Filters
        fields={['about', 'outlet', 'author', 'since', 'until']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
      />
      {pages.error ? (
        <Failure error={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <Loading lines={10} />
      ) : rows.length === 0 ? (
        <Empty title="No article fits.">
          <p>
            <Link to="/">Add one</Link>, or take a filter away.
          </p>
        </Empty>
      ) : (
        <>
          <div className="list-head">
            <p className="meta">{countWords(pages.data.pages[0]?.total ?? rows.length, 'article')}</p>
            <TableLinks path="/documents" query={query} />
          </div>
          <ul className="plain-list">
            {rows.map(({ id, title, outlet: by, published, statements, names, language }) => (
              <li key={id} className="card" data-item="" tabIndex={-1}>
                <Link to="/documents/$id" params={{ id }} data-open="" className="title-link">
                  {title ?? names[0] ?? 'Untitled'}
                </Link>
                <p className="meta">
                  {[
                    by ?? 'outlet not known',
                    published ? dayWords(published) : 'no date',
                    countWords(statements, 'statement'),
                    language === 'en' ? '' : `in ${language}, not searched for statements`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          {pages.hasNextPage && (
            <button type="button" className="button" onClick={() => void pages.fetchNextPage()}>
              More
            </button>
          )}
        </>
      )}
    </div>
  );
}
