import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { VersionChange, WordChange } from '../api/types.ts';
import { Asked } from '../components/States.tsx';
import { countWords, timeWords } from '../words.ts';

/** How an article changed after it was first read. */
export function Versions() {
  const { id } = useParams({ from: '/documents/$id/versions' });
  const query = useQuery({
    queryKey: ['versions', id],
    queryFn: () => ask('/documents/{id}/versions', { id }),
  });
  return (
    <Asked query={query} lines={10} isPage>
      {({ versions, changes }) => {
        const last = versions.at(-1);
        if (!last)
          return (
            <div className="page">
              <h1>No versions</h1>
              <p>This document has no address, so other versions of it cannot be found.</p>
            </div>
          );
        return (
          <div className="page">
            <h1>{last.title ?? last.address}</h1>
            <p className="meta">
              {countWords(versions.length, 'version')} of <a href={last.address}>{last.address}</a> ·{' '}
              <Link to="/documents/$id" params={{ id: last.document }}>
                current version
              </Link>
            </p>
            {changes.length === 0 && <p>It has not changed since it was first read, {timeWords(last.seen)}.</p>}
            {[...changes].reverse().map((change) => (
              <Change key={`${change.to.address} ${change.to.number}`} change={change} />
            ))}
          </div>
        );
      }}
    </Asked>
  );
}

const KINDS = { appeared: 'Appeared', vanished: 'Vanished', altered: 'Altered' } as const;

function Change({ change }: { readonly change: VersionChange }) {
  const { from, to, title, statements, text } = change;
  return (
    <section aria-label={`Version ${to.number}`}>
      <h2>
        From version {from.number} to {to.number}, seen {timeWords(to.seen)}
      </h2>
      {title && (
        <p className="diff">
          <span className="visually-hidden">The title was </span>
          <del>{title.before}</del> <ins>{title.after}</ins>
        </p>
      )}
      {statements.length === 0 ? (
        <p>No statements changed.</p>
      ) : (
        <ul className="plain-list">
          {statements.map(({ kind, before, after, altered, words }) => {
            const shown = (after ?? before)!;
            return (
              <li key={`${kind} ${shown.id}`}>
                <div className="card">
                  <p>
                    <span className={`kind change-${kind}`}>{KINDS[kind]}</span>{' '}
                    <span className="speaker">{shown.speaker.name || 'No source named'}</span>
                    {altered?.includes('speaker') && (
                      <span className="meta"> was {before!.speaker.name || 'no source named'}</span>
                    )}
                    {altered?.includes('date') && <span className="meta"> date changed</span>}
                  </p>
                  <p className="words">
                    {words ? <Words words={words} /> : shown.content.map((span) => span.text).join(' … ')}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {text.length > 0 && (
        <details>
          <summary>{countWords(text.length, 'paragraph')} changed</summary>
          {text.map(({ words }) => (
            <p key={words.map((word) => word.text).join('')}>
              <Words words={words} />
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

/** Text with removed words struck out and new ones underlined. */
function Words({ words }: { readonly words: readonly WordChange[] }) {
  let at = 0;
  return (
    <span className="diff">
      {words.map(({ kind, text }) => {
        const key = `${at} ${kind}`;
        at += text.length;
        if (kind === 'gone') return <del key={key}>{text}</del>;
        return kind === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </span>
  );
}
