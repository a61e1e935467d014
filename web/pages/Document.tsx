import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { apiPath, ask } from '../api/client.ts';
import type { DocumentDetail, Statement } from '../api/types.ts';
import { ExportMenu } from '../components/Menus.tsx';
import { Asked, Loading } from '../components/States.tsx';
import { useKeys } from '../components/shell/keys.tsx';
import { Marked } from '../components/statement/Marked.tsx';
import { StatementParts } from '../components/statement/StatementParts.tsx';
import { countWords, dayWords, percentWords, speakerName } from '../words.ts';

const PdfPages = lazy(() => import('../components/statement/PdfPages.tsx'));

/** An article: its text with the statements marked, and the parts of the selected one. */
export function Document() {
  const { id } = useParams({ from: '/documents/$id' });
  const query = useQuery({ queryKey: ['document', id], queryFn: () => ask('/documents/{id}', { id }) });
  return (
    <Asked query={query} lines={14} isPage>
      {(detail) => <Article detail={detail} />}
    </Asked>
  );
}

function Article({ detail }: { readonly detail: DocumentDetail }) {
  const { document, statements, figures, format, names } = detail;
  const search = useSearch({ from: '/documents/$id' });
  const navigate = useNavigate({ from: '/documents/$id' });
  const chosen = search.statement;
  const view = format === 'pdf' && search.view === 'pages' ? 'pages' : 'text';
  const choose = useCallback(
    (statement: string) =>
      void navigate({ search: (now) => ({ ...now, statement }), replace: true, resetScroll: false }),
    [navigate],
  );
  const step = (by: 1 | -1) => () => {
    const at = statements.findIndex(({ id }) => id === chosen);
    const next = statements[at < 0 ? 0 : Math.min(statements.length - 1, Math.max(0, at + by))];
    if (next) choose(next.id);
  };
  useKeys({ j: step(1), k: step(-1) });
  useEffect(() => {
    const mark = chosen && window.document.querySelector(`[data-statement="${CSS.escape(chosen)}"]`);
    if (!mark) return;
    const { top, bottom } = mark.getBoundingClientRect();
    if (top < 80 || bottom > window.innerHeight - 40) mark.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const one = statements.find((statement) => statement.id === chosen);
  const shares = useMemo(() => voiceShares(detail), [detail]);
  return (
    <div className="page article">
      <header className="article-head">
        <h1>{document.title ?? names[0] ?? 'Untitled'}</h1>
        <p className="meta">
          {[document.outlet, document.byline, document.published && dayWords(document.published)]
            .filter(Boolean)
            .join(' · ')}
          {document.url && (
            <>
              {' · '}
              <a href={document.url} rel="noreferrer noopener">
                original page
              </a>
            </>
          )}
          {' · '}
          <a href={apiPath('/documents/{id}/original', { id: document.id })}>original file</a>
          {document.url && (
            <>
              {' · '}
              <Link to="/documents/$id/versions" params={{ id: document.id }}>
                versions
              </Link>
            </>
          )}
        </p>
        <Voices shares={shares} count={statements.length} />
        <div className="article-tools">
          {format === 'pdf' && (
            <fieldset className="segmented">
              <legend className="visually-hidden">View</legend>
              {(['text', 'pages'] as const).map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={view === name}
                  onClick={() => void navigate({ search: (now) => ({ ...now, view: name }), replace: true })}
                >
                  {name === 'text' ? 'Text' : 'Pages'}
                </button>
              ))}
            </fieldset>
          )}
          <ExportMenu query={{ documents: document.id }} />
          <Link to="/verify" search={{ document: document.id }} className="button">
            Verify quotations
          </Link>
          <Link to="/coverage" search={{ documents: [document.id] }} className="button">
            Coverage
          </Link>
        </div>
      </header>
      <div className="article-body">
        {view === 'pages' ? (
          <Suspense fallback={<Loading lines={12} label="Drawing the pages" />}>
            <PdfPages detail={detail} chosen={chosen} onChoose={choose} />
          </Suspense>
        ) : (
          <div className="article-text">
            <Rail detail={detail} chosen={chosen} onChoose={choose} />
            <Marked document={document} statements={statements} chosen={chosen} onChoose={choose} />
          </div>
        )}
        <aside className={one ? 'side side-chosen' : 'side'} aria-label="Selected statement">
          {one ? (
            <StatementParts statement={one} all={statements} figures={figures} onChoose={choose} />
          ) : (
            <div className="side-hint">
              <p>Choose a statement in the text to see who said it, when, and how that was established.</p>
              <Legend />
            </div>
          )}
        </aside>
      </div>
    </div>
  );
}

function Legend() {
  return (
    <ul className="legend">
      <li>
        <span className="mark mark-direct">direct</span> in quotation marks
      </li>
      <li>
        <span className="mark mark-mixed">mixed</span> in part
      </li>
      <li>
        <span className="mark mark-indirect">indirect</span> in the article’s words
      </li>
    </ul>
  );
}

type Shares = Readonly<Record<'author' | Statement['kind'], number>>;

/** How much of the article is in the author's voice, and how much in each kind of reported speech; from 0 to 1. */
function voiceShares({ document, statements }: DocumentDetail): Shares {
  const body = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline');
  const all = body.reduce((sum, { start, end }) => sum + end - start, 0);
  const shares = { author: 1, direct: 0, mixed: 0, indirect: 0 };
  for (const { kind, content, parent } of statements) {
    if (parent) continue;
    const letters = content.reduce((sum, { start, end }) => sum + end - start, 0);
    shares[kind] += letters / Math.max(1, all);
  }
  shares.author = Math.max(0, 1 - shares.direct - shares.mixed - shares.indirect);
  return shares;
}

function Voices({ shares, count }: { readonly shares: Shares; readonly count: number }) {
  const names = { author: 'the author', direct: 'direct', mixed: 'mixed', indirect: 'indirect' } as const;
  return (
    <figure className="voices">
      <div className="voices-bar" aria-hidden="true">
        {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
          <span key={name} className={`voice voice-${name}`} style={{ flexGrow: Math.max(0.001, shares[name]) }} />
        ))}
      </div>
      <figcaption className="meta">
        {countWords(count, 'statement')}. Voices:{' '}
        {(Object.keys(names) as (keyof typeof names)[])
          .map((name) => `${names[name]} ${percentWords(shares[name])}`)
          .join(', ')}
        .
      </figcaption>
    </figure>
  );
}

/** Who speaks where in the article: a line for each statement, at its place. */
function Rail({
  detail: { document, statements },
  chosen,
  onChoose,
}: {
  readonly detail: DocumentDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const length = Math.max(1, document.text.length);
  return (
    <nav className="rail" aria-label="Who speaks where">
      {statements
        .filter(({ parent }) => !parent)
        .map((statement) => {
          const { id, kind, content } = statement;
          const [start, end] = [content[0]!.start, content.at(-1)!.end];
          return (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={`rail-mark rail-${kind}${id === chosen ? ' chosen' : ''}`}
              style={{ top: `${(100 * start) / length}%`, height: `max(6px, ${(100 * (end - start)) / length}%)` }}
              title={`${speakerName(statement)} · ${kind}`}
              aria-label={`${speakerName(statement)}, at ${percentWords(start / length)} of the article`}
              onClick={() => onChoose(id)}
            />
          );
        })}
    </nav>
  );
}
