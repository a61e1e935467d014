import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { apiPath, ask, send } from '../api/client.ts';
import type { Feed, NewFeeds } from '../api/types.ts';
import { Asked, Empty, TableRoom } from '../components/States.tsx';
import { notify, notifyFailure } from '../components/shell/notices.tsx';
import { countWords, timeWords } from '../words.ts';

/** The followed feeds and their state, and articles that changed after they were read. */
export function Feeds() {
  const query = useQuery({
    queryKey: ['feeds'],
    queryFn: () => ask('/feeds'),
    refetchInterval: 10_000,
  });
  return (
    <div className="page">
      <h1>Feeds</h1>
      <p className="lead">
        Feeds that <code>onrecord watch</code> follows. It reads new articles and notices changes to old ones.
      </p>
      <AddFeeds />
      <Asked query={query}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Empty title="No feeds yet.">
              <p>Add the address of one, or an OPML file exported from another reader.</p>
            </Empty>
          ) : (
            <FeedTable feeds={feeds} />
          )
        }
      </Asked>
      <h2>Changed after they were read</h2>
      <Changes />
    </div>
  );
}

function useChange() {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>, said?: string, undo?: () => Promise<unknown>) => {
    const again = () => client.invalidateQueries({ queryKey: ['feeds'] });
    try {
      await work();
      await again();
      if (said) notify(said, undo && (() => undo().then(again).catch(notifyFailure)));
    } catch (error) {
      notifyFailure(error);
    }
  };
}

function AddFeeds() {
  const change = useChange();
  const form = useRef<HTMLFormElement>(null);
  const add = (feeds: NewFeeds) =>
    change(async () => {
      const { added, known } = await send('POST', '/feeds', {}, feeds);
      notify(`${countWords(added, 'feed')} followed${known > 0 ? `, ${known} already` : ''}`);
      form.current?.reset();
    });
  return (
    <form
      ref={form}
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const outlet = String(data.get('outlet'));
        void add({ url: String(data.get('url')), ...(outlet ? { outlet } : {}) });
      }}
    >
      <div className="field field-quote">
        <label htmlFor="feed-url">Address of a feed</label>
        <input id="feed-url" name="url" type="url" required placeholder="https://…" />
      </div>
      <div className="field">
        <label htmlFor="feed-outlet">Outlet</label>
        <input id="feed-outlet" name="outlet" placeholder="as in the feed" />
      </div>
      <button type="submit" className="button primary">
        Follow
      </button>
      <div className="field field-file">
        <label htmlFor="feed-opml">or an OPML file</label>
        <input
          id="feed-opml"
          type="file"
          accept=".opml,.xml,text/x-opml"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void file.text().then((opml) => add({ opml }));
          }}
        />
      </div>
    </form>
  );
}

function FeedTable({ feeds }: { readonly feeds: readonly Feed[] }) {
  return (
    <>
      <div className="list-head">
        <p className="meta">{countWords(feeds.length, 'feed')}</p>
        <p className="table-links">
          <a href={apiPath('/feeds.opml')}>OPML</a>
        </p>
      </div>
      <TableRoom label="Followed feeds">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Feed</th>
              <th scope="col">Articles</th>
              <th scope="col">Waiting</th>
              <th scope="col">Failed</th>
              <th scope="col">Last read</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <FeedRow key={feed.url} feed={feed} />
            ))}
          </tbody>
        </table>
      </TableRoom>
    </>
  );
}

function FeedRow({ feed }: { readonly feed: Feed }) {
  const change = useChange();
  const { url, title, outlet, state, items, waiting, failed, succeeded, failures, problem, flaw } = feed;
  const name = outlet ?? title ?? url;
  const set = (next: 'active' | 'paused') => send('PATCH', '/feeds', {}, { url, state: next });
  const remove = () =>
    change(
      () => send('DELETE', '/feeds', {}, { url }),
      `${name} unfollowed. Its articles stay in the record.`,
      () => send('POST', '/feeds', {}, { url, ...(outlet ? { outlet } : {}) }),
    );
  const wrong = state === 'gone' ? `Gone: ${problem}` : (problem ?? flaw);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="meta feed-address">{url}</span>
        {state === 'paused' && <span className="meta">Paused.</span>}
        {wrong && (
          <span className="feed-wrong">
            {wrong}
            {failures > 1 ? ` (${failures} times)` : ''}
          </span>
        )}
      </th>
      <td>{items}</td>
      <td>{waiting}</td>
      <td>{failed}</td>
      <td>{succeeded ? timeWords(succeeded) : 'not yet'}</td>
      <td className="row-tools">
        {state === 'active' ? (
          <button type="button" className="quiet" onClick={() => void change(() => set('paused'))}>
            Pause<span className="visually-hidden"> {name}</span>
          </button>
        ) : (
          <button type="button" className="quiet" onClick={() => void change(() => set('active'))}>
            Resume<span className="visually-hidden"> {name}</span>
          </button>
        )}
        <button type="button" className="quiet" onClick={() => void remove()}>
          Unfollow<span className="visually-hidden"> {name}</span>
        </button>
      </td>
    </tr>
  );
}

function Changes() {
  const query = useQuery({
    queryKey: ['changes'],
    queryFn: () => ask('/changes', { limit: 200 }),
  });
  return (
    <Asked query={query} lines={3}>
      {(changes) =>
        changes.length === 0 ? (
          <Empty title="No changed articles." />
        ) : (
          <ul className="plain-list lines">
            {changes.map(({ address, document, title, outlet, versions, changed }) => (
              <li key={address}>
                <Link to="/documents/$id/versions" params={{ id: document }} className="title-link">
                  {title ?? address}
                </Link>
                <p className="meta">
                  {[outlet, countWords(versions, 'version'), `changed ${timeWords(changed)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}
