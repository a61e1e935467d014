import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { EntityCount, SearchHit } from '../api/types.ts';
import { AddPanel } from '../components/AddPanel.tsx';
import { FIELDS, SearchBox } from '../components/SearchBox.tsx';
import { Asked, Empty } from '../components/States.tsx';
import { StatementList } from '../components/statement/StatementList.tsx';
import type { Search } from '../router.tsx';
import { countWords, dayWords } from '../words.ts';

/** The way in: one search box, what fits, and a place to add articles. */
export function Home() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const filters = Object.fromEntries(
    FIELDS.filter((name) => search[name]).map((name) => [name, search[name]]),
  ) as Search;
  const words = typeof search.q === 'string' ? search.q : '';
  const isSearch = words !== '' || Object.keys(filters).length > 0;
  return (
    <div className="page home">
      <h1 className={isSearch ? 'visually-hidden' : 'home-title'}>Who said what, when</h1>
      <SearchBox search={search} onSearch={(next) => void navigate({ search: next })} />
      {words !== '' && <Hits words={words} />}
      {words === '' && (
        <>
          {!isSearch && <AddPanel />}
          <h2 className="section-title">{isSearch ? 'What fits' : 'Latest statements'}</h2>
          <StatementList
            query={filters}
            order={isSearch ? 'oldest' : 'newest'}
            empty={
              isSearch ? (
                <Empty title="Nothing in the record fits.">
                  <p>Take a filter away, or write fewer words.</p>
                </Empty>
              ) : (
                <Empty title="The record is empty.">
                  <p>Drop an article here, paste its address or its text, and read who says what in it.</p>
                </Empty>
              )
            }
          />
        </>
      )}
    </div>
  );
}

/** What holds the words: people, statements, articles; and statements about the same thing in other words. */
function Hits({ words }: { readonly words: string }) {
  const query = useQuery({
    queryKey: ['search', words],
    queryFn: () => ask<{ hits: SearchHit[]; entities: EntityCount[] }>('/search', { q: words, limit: 60 }),
  });
  return (
    <Asked query={query} lines={10}>
      {({ hits, entities }) =>
        hits.length + entities.length === 0 ? (
          <Empty title={`Nothing in the record holds “${words}”.`}>
            <p>All words must be there; a word’s beginning and * stands for all that begin so: har*.</p>
          </Empty>
        ) : (
          <>
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
                    {type === 'statement' ? countWords(own.length, 'statement') : countWords(own.length, 'article')}
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
