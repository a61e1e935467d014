import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { SearchHit } from '../api/types.ts';
import { AddPanel } from '../components/AddPanel.tsx';
import { Asked, Empty } from '../components/States.tsx';
import { SearchBox } from '../components/search/SearchBox.tsx';
import { StatementList } from '../components/statement/StatementList.tsx';
import { countWords, dayWords } from '../words.ts';

/** The start page: a search box, what matches, and a place to add articles. */
export function Home() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const { q: words = '', ...filters } = search;
  const isSearch = words !== '' || Object.keys(filters).length > 0;
  return (
    <div className="page home">
      <h1 className={isSearch ? 'visually-hidden' : 'home-title'}>Who said what, when</h1>
      <SearchBox search={search} onSearch={(next) => void navigate({ search: next })} />
      {words !== '' && <Hits words={words} />}
      {words === '' && (
        <>
          {!isSearch && <AddPanel />}
          <h2 className="section-title">{isSearch ? 'Matching statements' : 'Latest statements'}</h2>
          <StatementList
            query={filters}
            order={isSearch ? 'oldest' : 'newest'}
            empty={
              isSearch ? (
                <Empty title="Nothing in the record matches.">
                  <p>Remove a filter, or use fewer words.</p>
                </Empty>
              ) : (
                <Empty title="The record is empty.">
                  <p>Drop an article here, or paste its address or its text, to see who says what in it.</p>
                </Empty>
              )
            }
          />
        </>
      )}
    </div>
  );
}

/** People, statements and articles that contain the words. */
function Hits({ words }: { readonly words: string }) {
  const query = useQuery({
    queryKey: ['search', words],
    queryFn: () => ask('/search', { q: words, limit: 60 }),
  });
  return (
    <Asked query={query} lines={10}>
      {({ hits, entities, totals, words: how }) =>
        hits.length + entities.length === 0 ? (
          <Empty title={`Nothing in the record contains “${words}”.`}>
            <p>A * stands for any ending: har*. Quotation marks keep words together: “old pier”.</p>
          </Empty>
        ) : (
          <>
            {how === 'any' && <p className="meta">Nothing has all of these words; what follows has some of them.</p>}
            {entities.length > 0 && (
              <section>
                <h2 className="section-title">People and organisations</h2>
                <p className="entity-row">
                  {entities.map(({ id, name, documents }) => (
                    <Link key={id} to="/speakers/$id" params={{ id }} className="pill">
                      {name} <span className="meta">{documents}</span>
                    </Link>
                  ))}
                </p>
              </section>
            )}
            {(['statement', 'document'] as const).map((type) => {
              const own = hits.filter((hit) => hit.type === type);
              if (own.length === 0) return null;
              return (
                <section key={type}>
                  <h2 className="section-title">
                    {type === 'statement'
                      ? countWords(totals.statements, 'statement')
                      : countWords(totals.documents, 'article')}
                    {own.length < (type === 'statement' ? totals.statements : totals.documents) &&
                      `, the first ${own.length}`}
                  </h2>
                  {own.map((hit) => (
                    <Hit key={hit.id} hit={hit} />
                  ))}
                </section>
              );
            })}
          </>
        )
      }
    </Asked>
  );
}

function Hit({ hit: { type, id, document, title, outlet, published, speaker, passage } }: { readonly hit: SearchHit }) {
  return (
    <article className="card" data-item="" tabIndex={-1}>
      {type === 'statement' && <header className="speaker">{speaker || 'Unknown speaker'}</header>}
      <p className="words">
        <Link
          to="/documents/$id"
          params={{ id: document }}
          search={type === 'statement' ? { statement: id } : {}}
          data-open=""
          className="words-link"
        >
          {passage.split(/(\[[^[\]]*\])/u).map((part, i) =>
            part.startsWith('[') ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one passage in their order
              <b key={i}>{part.slice(1, -1)}</b>
            ) : (
              part
            ),
          )}
        </Link>
      </p>
      <footer className="meta">
        {[title ?? 'Untitled', outlet, published && dayWords(published, true)].filter(Boolean).join(' · ')}
      </footer>
    </article>
  );
}
