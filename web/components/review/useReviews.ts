import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { send } from '../../api/client.ts';
import type { NewReview, Statement } from '../../api/types.ts';
import { speakerName } from '../../words.ts';
import { notify, notifyFailure } from '../shell/notices.tsx';

interface Said {
  /** Ids of the reviews, by which they are undone. */
  readonly ids: readonly string[];
  /** Id of the statement; undefined for one that was missed. */
  readonly statement: string | undefined;
  readonly words: string;
}
type Spoken = Extract<NewReview, { kind: 'speaker' }>['speaker'];

const WORDS: Readonly<Record<NewReview['kind'], string>> = {
  right: 'right',
  'not-a-statement': 'not a statement',
  speaker: 'another speaker',
  said: 'another date',
  kind: 'another kind',
  extent: 'another extent',
  added: 'a missed statement',
  pair: 'a pair',
};

/** Sends reviews, keeps the history of this page, and undoes them. */
export function useReviews() {
  const client = useQueryClient();
  const [history, show] = useState<readonly Said[]>([]);
  // The current value: keys may come faster than React renders.
  const latest = useRef(history);
  const setHistory = (change: (now: readonly Said[]) => readonly Said[]) => {
    latest.current = change(latest.current);
    show(latest.current);
  };
  const [last, setLast] = useState<Spoken>();

  const refresh = () =>
    Promise.all(['document', 'statement', 'statements'].map((key) => client.invalidateQueries({ queryKey: [key] })));

  const undo = async (id: string | undefined = latest.current.at(-1)?.ids[0]) => {
    const one = latest.current.find(({ ids }) => ids[0] === id);
    if (!one) return;
    setHistory((now) => now.filter((other) => other !== one));
    try {
      await send('POST', '/reviews/undo', {}, { ids: [...one.ids] });
      notify('Undone');
    } catch (error) {
      setHistory((now) => [...now, one]);
      notifyFailure(error);
    }
    await refresh();
  };

  /** Gives whether it was saved. */
  const say = async (review: NewReview, statement: Statement | undefined): Promise<boolean> => {
    try {
      const { id } = await send('POST', '/reviews', {}, review);
      const of = statement ? `${speakerName(statement)}: ` : '';
      const words = review.kind === 'speaker' ? `${of}it was ${review.speaker.name}` : `${of}${WORDS[review.kind]}`;
      if (review.kind === 'speaker') setLast(review.speaker);
      setHistory((now) => [...now, { ids: [id], statement: statement?.id, words }]);
      await refresh();
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    }
  };

  const said = new Map(history.map(({ statement, words }) => [statement, words.split(': ').at(-1)!]));
  return { say, undo, history, last, said };
}
