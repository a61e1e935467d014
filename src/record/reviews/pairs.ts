import { OnrecordError } from '../../document/index.ts';
import { getStatement } from '../statements/find.ts';
import type { OpenRecord } from '../store/open.ts';
import type { PairMark } from './apply.ts';
import { listReviews, reviewPair } from './reviews.ts';

export const PAIR_MARKS: readonly PairMark[] = ['shift', 'same', 'unrelated'];

/** Where a statement of a marked pair stands. */
export interface PairPlace {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Marks two statements of one speaker as a shift of position, as the same, or as unrelated. A review like others: it
 * outlasts new readings, can be undone, and is shared.
 *
 * @returns the review's id
 * @throws OnrecordError `not-found` where an id fits none or several, `wrong-usage` where both are one
 */
export async function markPair(
  record: OpenRecord,
  earlier: string,
  later: string,
  mark: PairMark,
  author: string,
): Promise<string> {
  const [first, second] = [await getStatement(record, earlier), await getStatement(record, later)];
  if (first.id === second.id) throw new OnrecordError('wrong-usage', 'a pair is of two statements');
  return await reviewPair(record, first, second, mark, author);
}

/** The marks that stand, oldest first, with the places of the earlier and the later statement. */
export async function listPairMarks(
  record: OpenRecord,
): Promise<{ readonly places: readonly [PairPlace, PairPlace]; readonly mark: PairMark; readonly author: string }[]> {
  return (await listReviews(record)).flatMap(({ kind, document, selector, value, author }) => {
    if (kind !== 'pair' || !value.pair) return [];
    const place = (of: string, { start, exact }: { start: number; exact: string }): PairPlace => ({
      document: of,
      start,
      end: start + exact.length,
    });
    const { mark, later } = value.pair;
    return [{ places: [place(document, selector), place(later.document, later.selector)] as const, mark, author }];
  });
}
