import type { Statement } from '../../api/types.ts';
import { useKeys } from '../shell/keys.tsx';
import { notifyFailure } from '../shell/notices.tsx';
import { selectedRange } from '../statement/Marked.tsx';
import type { useReviews } from './useReviews.ts';

/** The verdicts that can be given on the current statement, bound to their keys. */
export function useVerdicts({
  statement,
  reviews,
  onMove,
  onNameSpeaker,
}: {
  readonly statement: Statement;
  readonly reviews: ReturnType<typeof useReviews>;
  readonly onMove: (by: 1 | -1) => void;
  /** Asks for the name of the speaker. */
  readonly onNameSpeaker: () => void;
}) {
  const { id, document } = statement;
  const { last } = reviews;
  // The next statement comes at once. A notice tells if the review could not be saved.
  const right = () => {
    onMove(1);
    return reviews.say({ kind: 'right', statement: id }, statement);
  };
  const wrong = () => {
    onMove(1);
    return reviews.say({ kind: 'not-a-statement', statement: id }, statement);
  };
  const again = () => last && reviews.say({ kind: 'speaker', statement: id, speaker: last }, statement);
  const extent = () => {
    const range = selectedRange();
    if (!range) return notifyFailure(new Error('Select the words in the article first.'));
    return reviews.say({ kind: 'extent', statement: id, content: [range] }, statement);
  };
  const missed = () => {
    const range = selectedRange();
    if (!range) return notifyFailure(new Error('Select the words that were missed first.'));
    return reviews.say(
      { kind: 'added', document: document.id, content: [range], ...(last ? { speaker: last } : {}) },
      undefined,
    );
  };
  const undo = () => reviews.undo();
  useKeys({
    j: () => onMove(1),
    k: () => onMove(-1),
    Enter: () => void right(),
    x: () => void wrong(),
    s: onNameSpeaker,
    '.': () => void again(),
    e: () => void extent(),
    n: () => void missed(),
    u: () => void undo(),
  });
  return { right, wrong, speaker: onNameSpeaker, again, extent, missed, undo };
}
