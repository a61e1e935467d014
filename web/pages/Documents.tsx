import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { DocumentListing } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { PagedList } from '../components/PagedList.tsx';
import { Empty } from '../components/States.tsx';
import { countWords, dayWords } from '../words.ts';

/** The articles of the record, newest first. */
export function Documents() {
  const search = useSearch({ from: '/documents' });
  const navigate = useNavigate({ from: '/documents' });
  const { about, outlet, since, until, author } = search;
  const query = { about, outlet, since, until, author };
  return (
    <div className="page">
      <h1>Documents</h1>
      <Filters
        fields={['about', 'outlet', 'author', 'since', 'until']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
      />
      <PagedList<DocumentListing>
        path="/documents"
        query={query}
        counted={['article', 'articles']}
        empty={
          <Empty title="No article fits.">
            <p>
              <Link to="/">Add one</Link>, or take a filter away.
            </p>
          </Empty>
        }
      >
        {({ id, title, outlet: by, published, statements, names, language }) => (
          <>
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
          </>
        )}
      </PagedList>
    </div>
  );
}
