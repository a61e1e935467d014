import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, send } from '../api/client.ts';
import type { Decision, EntityCount, LikelyDouble } from '../api/types.ts';
import { TableLinks } from '../components/Menus.tsx';
import { PagedList } from '../components/PagedList.tsx';
import { Asked, Empty } from '../components/States.tsx';
import { useKeys } from '../components/shell/keys.tsx';
import { notify, notifyFailure } from '../components/shell/notices.tsx';
import { useDecide } from '../components/speaker/useDecide.ts';
import { countWords, dayWords } from '../words.ts';

const VIEWS = [
  ['all', 'Everyone'],
  ['doubles', 'Likely duplicates'],
  ['log', 'Decisions'],
] as const;

/** Who is who: everyone, likely duplicates, and what people decided about them. */
export function People() {
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const view = VIEWS.find(([name]) => name === search.view)?.[0] ?? 'all';
  return (
    <div className="page">
      <h1>People</h1>
      <fieldset className="segmented">
        <legend className="visually-hidden">View</legend>
        {VIEWS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => void navigate({ search: { view: name } })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {view === 'all' && <Everybody />}
      {view === 'doubles' && <Doubles />}
      {view === 'log' && <Log />}
    </div>
  );
}

function Everybody() {
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const query = { type: search.type, name: search.name };
  return (
    <>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          void navigate({ search: { view: 'all', name: String(data.get('name')), type: String(data.get('type')) } });
        }}
      >
        <div className="field">
          <label htmlFor="p-name">Name</label>
          <input id="p-name" name="name" defaultValue={search.name ?? ''} />
        </div>
        <div className="field">
          <label htmlFor="p-type">Type</label>
          <select id="p-type" name="type" defaultValue={search.type ?? ''}>
            <option value="">all</option>
            {['person', 'organisation', 'place'].map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          Show
        </button>
      </form>
      <PagedList
        path="/entities"
        query={query}
        counted={['entity', 'entities']}
        empty={<Empty title="No one by that name is in the record." />}
      >
        {({ id, name, type, documents }) => (
          <>
            <Link to="/speakers/$id" params={{ id }} data-open="">
              {name}
            </Link>{' '}
            <span className="meta">
              {type} · {countWords(documents, 'article')}
            </span>
          </>
        )}
      </PagedList>
    </>
  );
}

/** Asks about two entities that may be one, the likeliest first: the same, different, or cannot tell. */
function Doubles() {
  const query = useQuery({ queryKey: ['doubles'], queryFn: () => ask('/entities/doubles') });
  const decide = useDecide();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const key = ({ one, other }: LikelyDouble) => `${one.id} ${other.id}`;
  const open = (query.data ?? []).filter((pair) => !skipped.has(key(pair)) && !pair.undecided);
  const pair = open[0];
  const say = (kind: 'merge' | 'different' | 'undecided') => {
    if (!pair) return;
    const { one, other } = pair;
    setSkipped((now) => new Set([...now, key(pair)]));
    const [from, into] = one.documents < other.documents ? [one, other] : [other, one];
    if (kind === 'merge') void decide({ kind, from: from.id, into: into.id }, `Merged into ${into.name}`);
    else
      void decide(
        { kind, one: one.id, other: other.id },
        kind === 'different' ? `Two different entities named ${one.name}` : 'Left undecided',
      );
  };
  useKeys({ y: () => say('merge'), n: () => say('different'), h: () => say('undecided') });
  return (
    <Asked query={query} lines={6}>
      {(all) =>
        pair ? (
          <>
            <p className="meta">
              {countWords(open.length, 'pair')} left to decide. Why: {pair.why.join('; ')}.
            </p>
            <div className="pair">
              <Half entity={pair.one} />
              <Half entity={pair.other} />
            </div>
            <p className="shift-tools">
              <button type="button" className="button primary" onClick={() => say('merge')}>
                The same <kbd>y</kbd>
              </button>
              <button type="button" className="button" onClick={() => say('different')}>
                Different <kbd>n</kbd>
              </button>
              <button type="button" className="button" onClick={() => say('undecided')}>
                Cannot tell <kbd>h</kbd>
              </button>
            </p>
          </>
        ) : (
          <Empty title="No pairs left to decide.">
            {all.some(({ undecided }) => undecided) && (
              <p>{countWords(all.filter(({ undecided }) => undecided).length, 'pair')} left undecided.</p>
            )}
          </Empty>
        )
      }
    </Asked>
  );
}

function Half({ entity }: { readonly entity: EntityCount }) {
  const query = useQuery({ queryKey: ['entity', entity.id], queryFn: () => ask('/entities/{id}', { id: entity.id }) });
  return (
    <section className="card" aria-label={entity.name}>
      <h2>
        <Link to="/speakers/$id" params={{ id: entity.id }}>
          {entity.name}
        </Link>
      </h2>
      <p className="meta">
        {entity.type} · {countWords(entity.documents, 'article')}
      </p>
      <Asked query={query} lines={4}>
        {({ aliases, posts, companions, appearances }) => (
          <dl className="facts">
            {aliases.length > 0 && (
              <div>
                <dt>Also</dt>
                <dd>{aliases.join(', ')}</dd>
              </div>
            )}
            {posts.length > 0 && (
              <div>
                <dt>Posts</dt>
                <dd>{posts.map(({ post }) => post).join('; ')}</dd>
              </div>
            )}
            {companions.length > 0 && (
              <div>
                <dt>With</dt>
                <dd>{companions.map(({ name }) => name).join(', ')}</dd>
              </div>
            )}
            <div>
              <dt>In</dt>
              <dd>
                {appearances.slice(0, 5).map(({ document, title, outlet, published }) => (
                  <p key={document}>
                    <Link to="/documents/$id" params={{ id: document }}>
                      {title ?? 'Untitled'}
                    </Link>{' '}
                    <span className="meta">
                      {[outlet, published && dayWords(published, true)].filter(Boolean).join(' · ')}
                    </span>
                  </p>
                ))}
              </dd>
            </div>
          </dl>
        )}
      </Asked>
    </section>
  );
}

function Log() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['decisions'], queryFn: () => ask('/decisions') });
  const undo = async (id: string) => {
    try {
      await send('DELETE', '/decisions/{id}', { id });
      await client.invalidateQueries();
      notify('Undone');
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Asked query={query} lines={6}>
      {(decisions) =>
        decisions.length === 0 ? (
          <Empty title="No decisions yet." />
        ) : (
          <>
            <TableLinks path="/decisions" query={{}} />
            <ul className="plain-list">
              {decisions.map((one) => (
                <li key={one.id} className="card">
                  <p>
                    <b>{one.kind}</b> {valueWords(one)}
                  </p>
                  <p className="meta">
                    {one.author}, {dayWords(one.made)}
                    {one.undone ? ' · undone' : ''}
                    {!one.undone && (
                      <button type="button" className="quiet" onClick={() => void undo(one.id)}>
                        Undo
                      </button>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Asked>
  );
}

function valueWords({ kind, value }: Decision): string {
  const words: Readonly<Record<Decision['kind'], string>> = {
    merge: `${value.from} is ${value.into}`,
    split: `${value.entity} is ${value.made} in some articles`,
    rename: `${value.entity} is called ${value.after}`,
    different: `${value.one} and ${value.other} are different`,
    undecided: `${value.one} and ${value.other}: undecided`,
    trait: `${value.entity}: another ${value.trait}`,
  };
  return words[kind];
}
