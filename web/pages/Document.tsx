import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { ask } from '../api/client.ts';
import type { DocumentDetail } from '../api/types.ts';
import { ArticleHead } from '../components/article/ArticleHead.tsx';
import { Rail } from '../components/article/Rail.tsx';
import { Asked, Loading } from '../components/States.tsx';
import { useKeys } from '../components/shell/keys.tsx';
import { Marked } from '../components/statement/Marked.tsx';
import { StatementParts } from '../components/statement/StatementParts.tsx';
import { ThoughtsSwitch, useThoughts } from '../components/statement/Thoughts.tsx';

const PdfPages = lazy(() => import('../components/pdf/PdfPages.tsx'));

/** An article: its text with the statements marked, and the parts of the selected one. */
export function Document() {
  const { id } = useParams({ from: '/documents/$id' });
  const query = useQuery({ queryKey: ['document', id], queryFn: () => ask('/documents/{id}', { id, thoughts: true }) });
  return (
    <Asked query={query} lines={14} isPage>
      {(detail) => <Article detail={detail} />}
    </Asked>
  );
}

function Article({ detail }: { readonly detail: DocumentDetail }) {
  const { document, figures, format } = detail;
  const [thoughts, showThoughts] = useThoughts();
  const search = useSearch({ from: '/documents/$id' });
  const navigate = useNavigate({ from: '/documents/$id' });
  const chosen = search.statement;
  const statements = useMemo(
    () => detail.statements.filter((one) => thoughts || one.class === 'speech' || one.id === chosen),
    [detail, thoughts, chosen],
  );
  const shown = useMemo(() => ({ ...detail, statements }), [detail, statements]);
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
  return (
    <div className="page article">
      <ArticleHead
        detail={shown}
        view={view}
        onView={(next) => void navigate({ search: (now) => ({ ...now, view: next }), replace: true })}
      />
      <ThoughtsSwitch shown={thoughts} onShow={showThoughts} />
      <div className="article-body">
        {view === 'pages' ? (
          <Suspense fallback={<Loading lines={12} label="Drawing the pages" />}>
            <PdfPages detail={shown} chosen={chosen} onChoose={choose} />
          </Suspense>
        ) : (
          <div className="article-text">
            <Rail detail={shown} chosen={chosen} onChoose={choose} />
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
