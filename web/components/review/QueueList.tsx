import { useEffect, useRef } from 'react';
import type { Statement } from '../../api/types.ts';
import { contentWords, percentWords, speakerName } from '../../words.ts';

/** The statements to review, each with the verdict given on this page. */
export function QueueList({
  items,
  at,
  said,
  onChoose,
}: {
  readonly items: readonly Statement[];
  /** Index of the current one. */
  readonly at: number;
  /** Verdicts by the id of the statement. */
  readonly said: ReadonlyMap<string | undefined, string>;
  readonly onChoose: (at: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list scrolls when another becomes the current one
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ol ref={list} className="plain-list queue">
      {items.map((item, i) => (
        <li key={item.id}>
          <button type="button" aria-current={i === at} className="queue-item" onClick={() => onChoose(i)}>
            <span className="speaker">{speakerName(item)}</span>
            <span className="meta"> {percentWords(Math.min(item.confidence.statement, item.confidence.speaker))}</span>
            {said.get(item.id) && <span className="said"> {said.get(item.id)}</span>}
            <span className="queue-words">{contentWords(item)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
