import { useState } from 'react';

const SETTING = 'onrecord-thoughts';

/** Whether thoughts are shown beside what is said: as it was last set in this browser, at first not. */
export function useThoughts(): [shown: boolean, show: (shown: boolean) => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(SETTING) === 'shown');
  const show = (next: boolean) => {
    localStorage.setItem(SETTING, next ? 'shown' : 'hidden');
    setShown(next);
  };
  return [shown, show];
}

/** The switch for what somebody is said to believe, want, plan or fear. */
export function ThoughtsSwitch({
  shown,
  onShow,
}: {
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}) {
  return (
    <label className="check" title="What somebody is said to believe, want, plan or fear, and not to have said">
      <input
        type="checkbox"
        checked={shown}
        onChange={({ target }) => {
          onShow(target.checked);
        }}
      />
      Thoughts too
    </label>
  );
}
