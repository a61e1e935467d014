import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ask, type Query } from '../api/client.ts';
import type { DocumentDetail, Page, Statement } from '../api/types.ts';
import { BulkReview } from '../components/review/BulkReview.tsx';
import { ReviewHistory } from '../components/review/ReviewHistory.tsx';
import { ReviewLog } from '../components/review/ReviewLog.tsx';
import { ReviewTools } from '../components/review/ReviewTools.tsx';
import { SpeakerForm } from '../components/review/SpeakerForm.tsx';
import { useReviews } from '../components/review/useReviews.ts';
import { Asked, Empty, Loading } from '../components/States.tsx';
import { useKeys } from '../components/shell/keys.tsx';
import { notifyFailure } from '../components/shell/notices.tsx';
import { Marked, selectedRange } from '../components/statement/Marked.tsx';
import { StatementParts } from '../components/statement/StatementParts.tsx';
import { contentWords, countWords, percentWords, speakerName } from '../words.ts';

const BASES = ['named', 'pronoun', 'role', 'continued', 'label', 'described', 'none'];

/** The least certain first, the source always beside: looking accepts nothing. */
export function ReviewPage() {
  const search = useSearch({ from: '/review' });
  const navigate = useNavigate({ from: '/review' });
  const { ids, speaker, basis, outlet, kind, maxCertainty } = search;
  const filter: Query = { ids, speaker, basis, outlet, kind, maxCertainty };
  const queue = useQuery({
    queryKey: ['queue', filter],
    queryFn: () =>
      ask<Page<Statement>>('/statements', {
        ...filter,
        ...(ids ? {} : { reviewed: false }),
        order: 'least-certain',
        limit: 200,
      }),
    // What is reviewed stays in its place until the queue is asked for anew.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    void navigate({ search: given });
  };
  return (
    <div className="page wide">
      <h1>Review</h1>
      <form className="filters" onSubmit={onSubmit} key={JSON.stringify(filter)}>
        <div className="field">
          <label htmlFor="r-speaker">Speaker</label>
          <input id="r-speaker" name="speaker" defaultValue={(speaker as string) ?? ''} />
        </div>
        <div className="field">
          <label htmlFor="r-basis">Speaker found by</label>
          <select id="r-basis" name="basis" defaultValue={(basis as string) ?? ''}>
            <option value="">any way</option>
            {BASES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="r-certainty">At most so sure</label>
          <select id="r-certainty" name="maxCertainty" defaultValue={(maxCertainty as string) ?? ''}>
            <option value="">any</option>
            {['0.5', '0.7', '0.8', '0.9'].map((one) => (
              <option key={one} value={one}>
                {percentWords(Number(one))}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          Show
        </button>
      </form>
      <Asked query={queue} lines={12}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="Nothing is left to review here.">
              <p>
                <Link to="/">Add an article</Link>, or take a filter away.
              </p>
            </Empty>
          ) : (
            <Queue key={JSON.stringify(filter)} items={items} total={total ?? items.length} filter={filter} />
          )
        }
      </Asked>
      <ReviewLog />
    </div>
  );
}

function Queue({
  items,
  total,
  filter,
}: {
  readonly items: readonly Statement[];
  readonly total: number;
  readonly filter: Query;
}) {
  const [at, setAt] = useState(0);
  const [changes, setChanges] = useState(false);
  const reviews = useReviews();
  const client = useQueryClient();
  const one = items[Math.min(at, items.length - 1)]!;
  const document = useQuery({
    queryKey: ['document', one.document.id],
    queryFn: () => ask<DocumentDetail>(`/documents/${one.document.id}`),
  });
  const list = useRef<HTMLOListElement>(null);
  const text = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place in the source follows the statement
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
    const room = text.current;
    const mark = room?.querySelector<HTMLElement>(`[data-statement="${CSS.escape(one.id)}"]`);
    if (room && mark) room.scrollTop += mark.getBoundingClientRect().top - room.getBoundingClientRect().top - 90;
  }, [one.id, document.data]);
  const move = (by: 1 | -1) => {
    setChanges(false);
    setAt((now) => Math.min(items.length - 1, Math.max(0, now + by)));
  };
  // On to the next at once: what was said is told, and so is what could not be noted.
  const right = async () => {
    move(1);
    await reviews.say({ kind: 'right', statement: one.id }, one);
  };
  const wrong = async () => {
    move(1);
    await reviews.say({ kind: 'not-a-statement', statement: one.id }, one);
  };
  const extent = async () => {
    const range = selectedRange();
    if (!range) return notifyFailure(new Error('Select the words in the article first.'));
    await reviews.say({ kind: 'extent', statement: one.id, content: [range] }, one);
  };
  const missed = async () => {
    const range = selectedRange();
    if (!range) return notifyFailure(new Error('Select the words that were missed first.'));
    const { last } = reviews;
    await reviews.say(
      { kind: 'added', document: one.document.id, content: [range], ...(last ? { speaker: last } : {}) },
      undefined,
    );
  };
  const again = () => reviews.last && reviews.say({ kind: 'speaker', statement: one.id, speaker: reviews.last }, one);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => void right(),
    x: () => void wrong(),
    s: () => setChanges(true),
    '.': () => void again(),
    e: () => void extent(),
    n: () => void missed(),
    u: () => void reviews.undo(),
  });
  // What persons said since shows at once, in the source and in the queue.
  const now = document.data?.statements.find(({ id }) => id === one.id) ?? one;
  return (
    <div className="review">
      <div className="review-queue">
        <div className="list-head">
          <p className="meta">
            {countWords(total, 'statement')}, the least certain first{total > items.length && `; ${items.length} here`}
          </p>
          <BulkReview
            filter={filter}
            onDone={() => {
              void client.invalidateQueries();
            }}
          />
        </div>
        <ol ref={list} className="plain-list queue">
          {items.map((item, i) => (
            <li key={item.id}>
              <button type="button" aria-current={i === at} className="queue-item" onClick={() => setAt(i)}>
                <span className="speaker">{speakerName(item)}</span>
                <span className="meta">
                  {' '}
                  {percentWords(Math.min(item.confidence.statement, item.confidence.speaker))}
                </span>
                {reviews.said.get(item.id) && <span className="said"> {reviews.said.get(item.id)}</span>}
                <span className="queue-words">{contentWords(item)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div className="review-source" ref={text}>
        <p className="meta">
          <Link to="/documents/$id" params={{ id: one.document.id }} search={{ statement: one.id }}>
            {one.document.title ?? 'Untitled'}
          </Link>
          {one.document.outlet && <> · {one.document.outlet}</>}
        </p>
        {document.data ? (
          <Marked
            document={document.data.document}
            statements={document.data.statements}
            chosen={one.id}
            onChoose={(id) => {
              const next = items.findIndex((item) => item.id === id);
              if (next >= 0) setAt(next);
            }}
          />
        ) : (
          <Loading lines={12} />
        )}
      </div>
      <div className="review-panel">
        <ReviewTools
          last={reviews.last?.name}
          canUndo={reviews.history.length > 0}
          on={{ right, wrong, speaker: () => setChanges(true), again, extent, missed, undo: () => reviews.undo() }}
        />
        {changes && (
          <SpeakerForm
            known={[...new Set((document.data?.statements ?? []).map((other) => other.speaker.name).filter(Boolean))]}
            onCancel={() => setChanges(false)}
            onSay={(speaker) => {
              setChanges(false);
              void reviews.say({ kind: 'speaker', statement: one.id, speaker }, one);
            }}
          />
        )}
        <StatementParts statement={now} all={document.data?.statements ?? []} onChoose={() => {}} />
        <ReviewHistory reviews={reviews} />
      </div>
    </div>
  );
}
