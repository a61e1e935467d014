import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { Loading } from '../States.tsx';
import { Marked } from '../statement/Marked.tsx';

/** The article of the statement that is reviewed, scrolled to where it stands. */
export function QueueSource({
  statement,
  detail,
  onChoose,
}: {
  readonly statement: Statement;
  /** Undefined until it is loaded. */
  readonly detail: DocumentDetail | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const { id, document } = statement;
  const room = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls again once the article is loaded
  useEffect(() => {
    const mark = room.current?.querySelector(`[data-statement="${CSS.escape(id)}"]`);
    if (room.current && mark)
      room.current.scrollTop += mark.getBoundingClientRect().top - room.current.getBoundingClientRect().top - 90;
  }, [id, detail]);
  return (
    <div className="review-source" ref={room}>
      <p className="meta">
        <Link to="/documents/$id" params={{ id: document.id }} search={{ statement: id }}>
          {document.title ?? 'Untitled'}
        </Link>
        {document.outlet && <> · {document.outlet}</>}
      </p>
      {detail ? (
        <Marked document={detail.document} statements={detail.statements} chosen={id} onChoose={onChoose} />
      ) : (
        <Loading lines={12} />
      )}
    </div>
  );
}
