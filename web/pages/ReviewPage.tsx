import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import { Queue } from '../components/review/Queue.tsx';
import { ReviewFilters } from '../components/review/ReviewFilters.tsx';
import { ReviewLog } from '../components/review/ReviewLog.tsx';
import { Asked, Empty } from '../components/States.tsx';

/** Statements in the queue, at most. */
const SHOWN = 200;

/** The least certain statements first, each beside its source. Looking at one accepts nothing. */
export function ReviewPage() {
  const search = useSearch({ from: '/review' });
  const navigate = useNavigate({ from: '/review' });
  const filter = { ...search, ids: search.ids && [...search.ids] };
  const queue = useQuery({
    queryKey: ['queue', filter],
    queryFn: () =>
      ask('/statements', {
        ...filter,
        ...(filter.ids ? {} : { reviewed: false }),
        order: 'least-certain',
        limit: SHOWN,
      }),
    // A reviewed statement keeps its place until the queue is loaded again.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="page wide">
      <h1>Review</h1>
      <ReviewFilters values={search} onChange={(next) => void navigate({ search: next })} />
      <Asked query={queue} lines={12}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="Nothing left to review here.">
              <p>
                <Link to="/">Add an article</Link>, or remove a filter.
              </p>
            </Empty>
          ) : (
            <Queue key={JSON.stringify(filter)} items={items} total={total ?? items.length} filter={filter} />
          )
        }
      </Asked>
      <ReviewLog />
    </div>
  );
}
