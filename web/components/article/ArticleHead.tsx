import { Link } from '@tanstack/react-router';
import { apiPath } from '../../api/client.ts';
import type { DocumentDetail } from '../../api/types.ts';
import { dayWords } from '../../words.ts';
import { ExportMenu } from '../Menus.tsx';
import { Voices } from './Voices.tsx';

type View = 'text' | 'pages';

/** An article's title, where it is from, whose voices are in it, and what can be done with it. */
export function ArticleHead({
  detail,
  view,
  onView,
}: {
  readonly detail: DocumentDetail;
  readonly view: View;
  readonly onView: (view: View) => void;
}) {
  const { document, format, names } = detail;
  return (
    <header className="article-head">
      <h1>{document.title ?? names[0] ?? 'Untitled'}</h1>
      <Origin document={document} />
      <RecognisedNote document={document} />
      <Voices detail={detail} />
      <div className="article-tools">
        {format === 'pdf' && (
          <fieldset className="segmented">
            <legend className="visually-hidden">View</legend>
            {(['text', 'pages'] as const).map((name) => (
              <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
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
  );
}

/** Says that a machine recognised the text, or some of it, where one did. */
function RecognisedNote({ document }: Pick<DocumentDetail, 'document'>) {
  const all = document.blocks.length;
  const recognised = document.blocks.filter((block) => block.recognised !== undefined).length;
  if (recognised === 0) return null;
  return (
    <p className="meta">
      {recognised < all ? `${recognised} of ${all} paragraphs were` : 'Its text was'} recognised by machine in a
      picture; the number behind each says how sure the machine was. Compare what you quote with the original file.
    </p>
  );
}

/** Outlet, byline and date, with links to the original and to other versions. */
function Origin({ document }: Pick<DocumentDetail, 'document'>) {
  return (
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
  );
}
