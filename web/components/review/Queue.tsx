import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import type { Statement, StatementQuery } from '../../api/types.ts';
import { countWords } from '../../words.ts';
import { StatementParts } from '../statement/StatementParts.tsx';
import { BulkReview } from './BulkReview.tsx';
import { QueueList } from './QueueList.tsx';
import { QueueSource } from './QueueSource.tsx';
import { ReviewHistory } from './ReviewHistory.tsx';
import { ReviewTools } from './ReviewTools.tsx';
import { SpeakerForm } from './SpeakerForm.tsx';
import { useReviews } from './useReviews.ts';
import { useVerdicts } from './useVerdicts.ts';

/** The statements to review, the current one in its article, and what can be said of it. */
export function Queue({
  items,
  total,
  filter,
}: {
  readonly items: readonly Statement[];
  /** How many statements match; `items` are the first of them. */
  readonly total: number;
  readonly filter: StatementQuery;
}) {
  const [at, setAt] = useState(0);
  const [namesSpeaker, setNamesSpeaker] = useState(false);
  const client = useQueryClient();
  const reviews = useReviews();
  const one = items[Math.min(at, items.length - 1)]!;
  const { data: detail } = useQuery({
    queryKey: ['document', one.document.id],
    queryFn: () => ask('/documents/{id}', { id: one.document.id, thoughts: true }),
  });
  const statements = detail?.statements ?? [];
  const verdicts = useVerdicts({
    statement: one,
    reviews,
    onMove: (by) => {
      setNamesSpeaker(false);
      setAt((now) => Math.min(items.length - 1, Math.max(0, now + by)));
    },
    onNameSpeaker: () => setNamesSpeaker(true),
  });
  const choose = (id: string) => {
    const next = items.findIndex((item) => item.id === id);
    if (next >= 0) setAt(next);
  };
  return (
    <div className="review">
      <div className="review-queue">
        <div className="list-head">
          <p className="meta">
            {countWords(total, 'statement')}, least certain first{total > items.length && `; ${items.length} shown`}
          </p>
          <BulkReview filter={filter} onDone={() => void client.invalidateQueries()} />
        </div>
        <QueueList items={items} at={at} said={reviews.said} onChoose={setAt} />
      </div>
      <QueueSource statement={one} detail={detail} onChoose={choose} />
      <div className="review-panel">
        <ReviewTools last={reviews.last?.name} canUndo={reviews.history.length > 0} on={verdicts} />
        {namesSpeaker && (
          <SpeakerForm
            known={[...new Set(statements.map((other) => other.speaker.name).filter(Boolean))]}
            onCancel={() => setNamesSpeaker(false)}
            onSay={(speaker) => {
              setNamesSpeaker(false);
              void reviews.say({ kind: 'speaker', statement: one.id, speaker }, one);
            }}
          />
        )}
        {/* From the article, which is loaded again after each review. */}
        <StatementParts
          statement={statements.find(({ id }) => id === one.id) ?? one}
          all={statements}
          onChoose={() => {}}
        />
        <ReviewHistory reviews={reviews} />
      </div>
    </div>
  );
}
