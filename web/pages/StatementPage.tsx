import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { StatementDetail } from '../api/types.ts';
import { ExportMenu } from '../components/Menus.tsx';
import { Asked } from '../components/States.tsx';
import { DiffWords } from '../components/statement/Diff.tsx';
import { StatementParts } from '../components/statement/StatementParts.tsx';
import { dayWords, speakerName } from '../words.ts';

/** One statement: its context, how it was established, and who else printed it. */
export function StatementPage() {
  const { id } = useParams({ from: '/statements/$id' });
  const query = useQuery({ queryKey: ['statement', id], queryFn: () => ask('/statements/{id}', { id }) });
  return (
    <div className="page narrow">
      <Asked query={query} lines={9}>
        {(detail) => <Alone detail={detail} />}
      </Asked>
    </div>
  );
}

function Alone({ detail: { statement, context, utterance } }: { readonly detail: StatementDetail }) {
  const navigate = useNavigate();
  const { document, id, content } = statement;
  const between = content.flatMap((run, i) => (i === 0 ? [run] : [undefined, run]));
  return (
    <>
      <h1>What {speakerName(statement)} said</h1>
      <blockquote className="context">
        {context.before}
        {between.map((run) =>
          run ? (
            <mark key={run.start} className={`mark mark-${statement.kind}`}>
              {run.text}
            </mark>
          ) : (
            ' … '
          ),
        )}
        {context.after}
      </blockquote>
      <p className="meta">
        <Link to="/documents/$id" params={{ id: document.id }} search={{ statement: id }}>
          {document.title ?? 'Untitled'}
        </Link>
        {document.outlet && <> · {document.outlet}</>}
        {document.published && <> · {dayWords(document.published)}</>}
      </p>
      <StatementParts
        statement={statement}
        all={[]}
        onChoose={(other) => void navigate({ to: '/statements/$id', params: { id: other } })}
      />
      <ExportMenu query={{ ids: [id] }} label="Export or dossier" />
      {utterance && <Reports utterance={utterance} own={id} />}
    </>
  );
}

/** How others printed the same utterance, compared with the fullest report. */
function Reports({ utterance, own }: { readonly utterance: string; readonly own: string }) {
  const query = useQuery({
    queryKey: ['utterance', utterance],
    queryFn: () => ask('/utterances/{id}', { id: utterance }),
  });
  return (
    <Asked query={query}>
      {({ statements, fullest }) => {
        if (statements.length < 2) return null;
        const full = statements.find(({ id }) => id === fullest)!;
        return (
          <section>
            <h2 className="section-title">Printed in {statements.length} articles</h2>
            <ul className="plain-list">
              {statements.map((report) => (
                <li key={report.id} className="card">
                  <p className="meta">
                    <Link to="/documents/$id" params={{ id: report.document }} search={{ statement: report.id }}>
                      {report.outlet ?? 'unknown outlet'}
                    </Link>
                    {report.published && <> · {dayWords(report.published, true)}</>} ·{' '}
                    {report.id === fullest ? 'the fullest' : report.version}
                    {report.id === own && ' · this one'}
                  </p>
                  <p className="words">
                    {report.id === fullest ? report.text : <DiffWords before={full.text} after={report.text} />}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Asked>
  );
}
