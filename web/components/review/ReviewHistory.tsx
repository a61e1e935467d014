import type { useReviews } from './useReviews.ts';

/** Reviews made since the page was opened, newest first. */
export function ReviewHistory({ reviews }: { readonly reviews: ReturnType<typeof useReviews> }) {
  if (reviews.history.length === 0) return null;
  return (
    <section>
      <h2 className="section-title">Your reviews</h2>
      <ol className="plain-list history">
        {reviews.history.toReversed().map(({ ids, words }) => (
          <li key={ids[0]}>
            <span>{words}</span>
            <button type="button" className="quiet" onClick={() => void reviews.undo(ids[0])}>
              Undo
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
