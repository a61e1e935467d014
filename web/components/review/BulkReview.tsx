import { useRef, useState } from 'react';
import { ask, type Query, send } from '../../api/client.ts';
import type { Page, Statement } from '../../api/types.ts';
import { countWords } from '../../words.ts';
import { notify, notifyFailure } from '../shell/notices.tsx';

/** All that the filters leave, right or not statements, after one has seen how many they are. */
export function BulkReview({ filter, onDone }: { readonly filter: Query; readonly onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [count, setCount] = useState<number>();
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
  const open = async () => {
    setCount(undefined);
    dialog.current?.showModal();
    try {
      const page = await ask<Page<Statement>>('/statements', { ...given, reviewed: false, limit: 1 });
      setCount(page.total ?? 0);
    } catch (error) {
      notifyFailure(error);
    }
  };
  const say = async (kind: 'right' | 'not-a-statement') => {
    dialog.current?.close();
    try {
      const { ids } = await send<{ ids: string[] }>('POST', '/reviews/bulk', { kind, filter: given, expected: count });
      onDone();
      notify(`${countWords(ids.length, 'statement')}: ${kind === 'right' ? 'right' : 'not statements'}`, async () => {
        await send('POST', '/reviews/undo', { ids }).catch(notifyFailure);
        onDone();
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void open()}>
        All of them …
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="bulk-title">
        <h2 id="bulk-title">All that the filters leave</h2>
        <p>
          {count === undefined
            ? 'Counting …'
            : `${countWords(count, 'statement')} that nobody has reviewed. What you say of them can be taken back.`}
        </p>
        <p className="dialog-tools">
          <button type="button" className="button primary" disabled={!count} onClick={() => void say('right')}>
            All are right
          </button>
          <button type="button" className="button" disabled={!count} onClick={() => void say('not-a-statement')}>
            None is a statement
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Leave them
          </button>
        </p>
      </dialog>
    </>
  );
}
