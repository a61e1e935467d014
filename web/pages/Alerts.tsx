import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, send } from '../api/client.ts';
import type { Alert, SavedSearch } from '../api/types.ts';
import { Asked, Empty } from '../components/States.tsx';
import { notify, notifyFailure } from '../components/shell/notices.tsx';
import { timeWords } from '../words.ts';

const EVENTS = {
  said: 'a statement',
  shift: 'a possible shift',
  altered: 'a quotation altered after publication',
} as const;
const FIELDS = [
  ['speaker', 'Speaker'],
  ['topic', 'Words or topic'],
  ['about', 'Mentions'],
  ['outlet', 'Outlet'],
  ['act', 'Act'],
] as const;

/** What saved searches found and why, and the searches themselves. */
export function Alerts() {
  const searches = useQuery({ queryKey: ['searches'], queryFn: () => ask('/searches') });
  const { search: chosen } = useSearch({ from: '/alerts' });
  const alerts = useQuery({
    queryKey: ['alerts', chosen],
    queryFn: () => ask('/alerts', { search: chosen }),
    refetchInterval: 10_000,
  });
  return (
    <div className="page">
      <h1>Alerts</h1>
      <Asked query={searches} lines={2}>
        {(saved) => <Searches searches={saved} chosen={chosen} />}
      </Asked>
      <SaveSearch />
      <h2>What was found</h2>
      <Asked query={alerts}>
        {(found) =>
          found.length === 0 ? (
            <Empty title="Nothing yet.">
              <p>A saved search finds what is added to the record after it was saved.</p>
            </Empty>
          ) : (
            <ul className="plain-list">
              {found.map((alert) => (
                <li key={alert.id}>
                  <AlertCard alert={alert} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}

function AlertCard({ alert }: { readonly alert: Alert }) {
  const client = useQueryClient();
  const { id, why, fired, statement, document, delivery, problem, isShown } = alert;
  const { text, start, end } = why.passage;
  const resend = () =>
    send('POST', '/alerts/{id}/resend', { id })
      .then(() => client.invalidateQueries({ queryKey: ['alerts'] }))
      .catch(notifyFailure);
  return (
    <article className="card" data-item="" tabIndex={-1}>
      <p>
        {isShown ? (
          <Link to="/statements/$id" params={{ id: statement }} data-open="" className="title-link">
            {why.reason}
          </Link>
        ) : (
          <Link to="/documents/$id/versions" params={{ id: document }} data-open="" className="title-link">
            {why.reason}
          </Link>
        )}
      </p>
      <p className="words">
        {text.slice(0, start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end)}
      </p>
      {why.before && <p className="meta">Before: {why.before}</p>}
      <p className="meta">
        {[why.outlet, why.title, timeWords(fired)].filter(Boolean).join(' · ')}
        {delivery === 'waiting' && ' · being sent'}
        {delivery === 'done' && ' · sent'}
      </p>
      {delivery === 'dead' && (
        <p className="feed-wrong">
          Not delivered: {problem}{' '}
          <button type="button" className="quiet" onClick={() => void resend()}>
            Send again
          </button>
        </p>
      )}
    </article>
  );
}

function Searches({
  searches,
  chosen,
}: {
  readonly searches: readonly SavedSearch[];
  readonly chosen: string | undefined;
}) {
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/alerts' });
  if (searches.length === 0) return <p className="lead">Save a search to get an alert when something matches.</p>;
  const remove = async ({ id, name, query, webhook }: SavedSearch) => {
    const again = () => client.invalidateQueries({ queryKey: ['searches'] });
    try {
      await send('DELETE', '/searches/{id}', { id });
      await again();
      notify(`${name} deleted`, () =>
        send('POST', '/searches', {}, { name, query, ...(webhook === null ? {} : { webhook }) })
          .then(again)
          .catch(notifyFailure),
      );
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <ul className="plain-list lines">
      {searches.map((search) => {
        const { id, name, query, webhook, feeds } = search;
        const { on, ...conditions } = query;
        return (
          <li key={id}>
            <button
              type="button"
              className="link"
              aria-pressed={chosen === id}
              onClick={() => void navigate({ search: chosen === id ? {} : { search: id } })}
            >
              {name}
            </button>
            <p className="meta">
              {[
                EVENTS[on],
                ...Object.entries(conditions).map(([field, value]) => `${field} ${value}`),
                webhook ? `sent to ${webhook}` : '',
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              · <a href={feeds.atom}>Atom</a> · <a href={feeds.json}>JSON Feed</a> ·{' '}
              <button type="button" className="quiet" onClick={() => void remove(search)}>
                Delete<span className="visually-hidden"> {name}</span>
              </button>
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function SaveSearch() {
  const client = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const save = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const given = (name: string) => String(data.get(name) ?? '').trim();
    const conditions = Object.fromEntries(FIELDS.flatMap(([field]) => (given(field) ? [[field, given(field)]] : [])));
    const webhook = given('webhook');
    try {
      const saved = await send(
        'POST',
        '/searches',
        {},
        {
          name: given('name'),
          query: { on: given('on') as SavedSearch['query']['on'], ...conditions },
          ...(webhook ? { webhook } : {}),
        },
      );
      setSecret(saved.secret);
      form.reset();
      await client.invalidateQueries({ queryKey: ['searches'] });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <details className="save-search">
      <summary>Save a search</summary>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <div className="field">
          <label htmlFor="search-name">Name</label>
          <input id="search-name" name="name" required maxLength={200} />
        </div>
        <div className="field">
          <label htmlFor="search-on">Alert me to</label>
          <select id="search-on" name="on">
            {Object.entries(EVENTS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {FIELDS.map(([field, label]) => (
          <div className="field" key={field}>
            <label htmlFor={`search-${field}`}>{label}</label>
            <input id={`search-${field}`} name={field} maxLength={300} />
          </div>
        ))}
        <div className="field field-quote">
          <label htmlFor="search-webhook">Webhook (messages are signed)</label>
          <input id="search-webhook" name="webhook" type="url" placeholder="https://…" />
        </div>
        <button type="submit" className="button primary">
          Save
        </button>
      </form>
      {secret && (
        <p role="status">
          Messages to the webhook are signed with this secret. It is shown only once: <code>{secret}</code>
        </p>
      )}
    </details>
  );
}
