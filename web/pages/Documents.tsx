import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Filters } from '../components/Filters.tsx';
import { PagedList } from '../components/PagedList.tsx';
import { Empty } from '../components/States.tsx';
import { countWords, dayWords } from '../words.ts';

/** The articles in the record, newest first. */
export function Documents() {
  const search = useSearch({ from: '/documents' });
  const navigate = useNavigate({ from: '/documents' });
  return (
    <div className="page">
      <h1>Documents</h1>
      <Filters
        fields={['about', 'outlet', 'author', 'since', 'until']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
      />
      <PagedList
        path="/documents"
        query={search}
        counted={['article', 'articles']}
        empty={
          <Empty title="No articles match.">
            <p>
              <Link to="/">Add one</Link>, or remove a filter.
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
                by ?? 'unknown outlet',
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
