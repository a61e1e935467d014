import { useRef, useState } from 'react';
import { ask, send } from '../../api/client.ts';
import type { Body, StatementQuery } from '../../api/types.ts';
import { countWords } from '../../words.ts';
import { notify, notifyFailure } from '../shell/notices.tsx';

/** Reviews everything that matches the filters at once, after showing how many statements that is. */
export function BulkReview({ filter, onDone }: { readonly filter: StatementQuery; readonly onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [count, setCount] = useState<number>();
  const open = async () => {
    setCount(undefined);
    dialog.current?.showModal();
    try {
      const page = await ask('/statements', { ...filter, reviewed: false, limit: 1 });
      setCount(page.total ?? 0);
    } catch (error) {
      notifyFailure(error);
    }
  };
  const say = async (kind: 'right' | 'not-a-statement') => {
    dialog.current?.close();
    try {
      const { ids } = await send(
        'POST',
        '/reviews/bulk',
        {},
        { kind, filter: filter as Body<'POST', '/reviews/bulk'>['filter'], expected: count ?? 0 },
      );
      onDone();
      notify(`${countWords(ids.length, 'statement')}: ${kind === 'right' ? 'right' : 'not statements'}`, async () => {
        await send('POST', '/reviews/undo', {}, { ids: [...ids] }).catch(notifyFailure);
        onDone();
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void open()}>
        Review all …
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="bulk-title">
        <h2 id="bulk-title">All matching statements</h2>
        <p>
          {count === undefined
            ? 'Counting …'
            : `${countWords(count, 'statement')} not yet reviewed. This can be undone.`}
        </p>
        <p className="dialog-tools">
          <button type="button" className="button primary" disabled={!count} onClick={() => void say('right')}>
            All are right
          </button>
          <button type="button" className="button" disabled={!count} onClick={() => void say('not-a-statement')}>
            None are statements
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </dialog>
    </>
  );
}
