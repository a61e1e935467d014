import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ask, send } from '../../api/client.ts';
import { dayWords } from '../../words.ts';
import { TableLinks } from '../Menus.tsx';
import { Asked, Empty } from '../States.tsx';
import { notify, notifyFailure } from '../shell/notices.tsx';

/** Reviews that are shown at most; the CSV has all of them. */
const SHOWN = 100;

/** Everyone's reviews, newest first; each can be undone. */
export function ReviewLog() {
  const [isOpen, setIsOpen] = useState(false);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['reviews'],
    queryFn: () => ask('/reviews'),
    enabled: isOpen,
    staleTime: 0,
  });
  const undo = async (id: string) => {
    try {
      await send('DELETE', '/reviews/{id}', { id });
      notify('Undone');
    } catch (error) {
      notifyFailure(error);
    }
    await client.invalidateQueries();
  };
  return (
    <details className="operation" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>All reviews</summary>
      {isOpen && (
        <Asked query={query}>
          {(reviews) =>
            reviews.length === 0 ? (
              <Empty title="No reviews yet." />
            ) : (
              <>
                <TableLinks path="/reviews" query={{}} />
                <ul className="plain-list lines">
                  {reviews
                    .toReversed()
                    .slice(0, SHOWN)
                    .map(({ id, kind, author, made, document, selector }) => (
                      <li key={id}>
                        <b>{kind}</b>{' '}
                        <Link to="/documents/$id" params={{ id: document }} className="words">
                          {selector.exact.slice(0, 160)}
                        </Link>{' '}
                        <span className="meta">
                          {author}, {dayWords(made)}
                        </span>
                        <button type="button" className="quiet" onClick={() => void undo(id)}>
                          Undo
                        </button>
                      </li>
                    ))}
                </ul>
              </>
            )
          }
        </Asked>
      )}
    </details>
  );
}
