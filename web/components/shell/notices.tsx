import { useEffect, useSyncExternalStore } from 'react';

interface Notice {
  readonly id: number;
  readonly words: string;
  readonly isFailure: boolean;
  readonly undo?: (() => unknown) | undefined;
}

let notices: readonly Notice[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/** Shows a notice at the foot of the page, with an Undo button where `undo` is given. */
export function notify(words: string, undo?: () => unknown): void {
  change([...notices.slice(-2), { id: ++count, words, isFailure: false, undo }]);
}

export function notifyFailure(error: unknown): void {
  change([...notices.slice(-2), { id: ++count, words: (error as Error).message, isFailure: true }]);
}

/** Milliseconds that a notice stays; failures stay twice as long. */
const STAYS = 8000;

export function Notices() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice: { id, words, isFailure, undo } }: { readonly notice: Notice }) {
  const close = () => change(notices.filter((one) => one.id !== id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each notice
  useEffect(() => {
    const timer = setTimeout(close, isFailure ? 2 * STAYS : STAYS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className={isFailure ? 'notice notice-failure' : 'notice'}>
      <span>{words}</span>
      {undo && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            close();
            void undo();
          }}
        >
          Undo
        </button>
      )}
      <button type="button" className="quiet" aria-label="Close this notice" onClick={close}>
        ×
      </button>
    </div>
  );
}
