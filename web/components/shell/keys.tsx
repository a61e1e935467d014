import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/** Pages by the letter that opens them after `g`. */
export const PLACES: Readonly<Record<string, readonly [path: string, name: string]>> = {
  h: ['/', 'Home'],
  d: ['/documents', 'Documents'],
  s: ['/positions', 'Positions'],
  c: ['/coverage', 'Coverage'],
  v: ['/verify', 'Verify'],
  a: ['/audit', 'Audit'],
  r: ['/review', 'Review'],
  p: ['/people', 'People'],
  f: ['/feeds', 'Feeds'],
  l: ['/alerts', 'Alerts'],
};

const SETTING = 'onrecord-keys';

/** Whether single-key shortcuts are on; people may turn them off. */
function keysAreOn(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog[open], [role="menu"]',
    ) !== null
  );
}

/** Calls what a key is bound to, except while somebody types or with shortcuts turned off. A binding that returns false leaves the key to others. */
export function useKeys(bindings: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // Enter on a focused button or link activates that.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a, button, summary'))
        return;
      if (!keysAreOn() && event.key !== '?') return;
      const bound = latest.current[event.key];
      if (bound && bound(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** The shortcuts that work on every page: `g` and a letter, `/`, `j`, `k`, `o` and `?`. */
export function useGlobalKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  const waiting = useRef(0);
  const go = (key: string) => () => {
    if (Date.now() - waiting.current > 1500 || !PLACES[key]) return false;
    waiting.current = 0;
    void navigate({ to: PLACES[key][0] });
    return true;
  };
  const step = (by: 1 | -1) => () => {
    const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
    if (items.length === 0) return false;
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  useKeys({
    ...Object.fromEntries(Object.keys(PLACES).map((key) => [key, go(key)])),
    g: () => {
      waiting.current = Date.now();
    },
    '?': onHelp,
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    j: step(1),
    k: step(-1),
    o: () => document.activeElement?.closest('[data-item]')?.querySelector<HTMLAnchorElement>('a[data-open]')?.click(),
  });
}

const HELP: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'go to the search box'],
  ['j k', 'next and previous in a list'],
  ['o', 'open the current item'],
  ...Object.entries(PLACES).map(([key, [, name]]): [string, string] => [`g ${key}`, name]),
  ['Enter', 'review: right; go to the next'],
  ['x', 'review: not a statement'],
  ['s  .', 'review: name another speaker; the same one again'],
  ['e', 'review: the selected words are its content'],
  ['n', 'review: the selected words are a missed statement'],
  ['u', 'review: undo'],
  ['y n h', 'people: same, different, cannot tell'],
  ['?', 'this help'],
];

/** Lists the keyboard shortcuts, with a setting to turn them off. */
export function KeyHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(keysAreOn);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keyboard shortcuts</h2>
      <dl className="keys">
        {HELP.map(([keys, does]) => (
          <div key={keys + does}>
            <dt>
              {keys
                .split(' ')
                .filter(Boolean)
                .map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            localStorage.setItem(SETTING, target.checked ? 'on' : 'off');
            setOn(target.checked);
          }}
        />
        Use single-key shortcuts
      </label>
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
