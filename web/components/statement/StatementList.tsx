import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import type { Statement, StatementQuery } from '../../api/types.ts';
import { countWords } from '../../words.ts';
import { ExportMenu } from '../Menus.tsx';
import { Empty, Failure, Loading } from '../States.tsx';
import { StatementCard } from './StatementCard.tsx';
import { ThoughtsSwitch, useThoughts } from './Thoughts.tsx';

/** The query for a list of statements; a page may start it before it shows them. */
export function statementPages(query: StatementQuery, order: 'oldest' | 'newest') {
  return infiniteQueryOptions({
    queryKey: ['statements', order, query],
    queryFn: ({ pageParam, signal }) => ask('/statements', { ...query, order, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

/** All statements of a query, loaded as one scrolls; only those on the screen are in the document. */
export function StatementList({
  query: asked,
  order = 'oldest',
  empty,
}: {
  readonly query: StatementQuery;
  readonly order?: 'oldest' | 'newest';
  readonly empty?: ReactNode;
}) {
  const [thoughts, showThoughts] = useThoughts();
  const query = thoughts ? { ...asked, thoughts } : asked;
  const pages = useInfiniteQuery(statementPages(query, order));
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading lines={9} />;
  const statements = pages.data.pages.flatMap(({ items }) => items);
  const total = pages.data.pages[0]?.total ?? statements.length;
  const toggle = <ThoughtsSwitch shown={thoughts} onShow={showThoughts} />;
  if (statements.length === 0)
    return (
      <>
        {toggle}
        {empty ?? <Empty title="No statements match." />}
      </>
    );
  return (
    <section aria-label="Statements">
      <div className="list-head">
        <p className="meta">{countWords(total, 'statement')}</p>
        {toggle}
        <ExportMenu query={{ ...query, order }} />
      </div>
      <Rows statements={statements} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} />
    </section>
  );
}

/** More is loaded when this many cards or fewer are left below the screen. */
const AHEAD = 12;

function Rows({
  statements,
  hasMore,
  onMore,
}: {
  readonly statements: readonly Statement[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
  }, []);
  const rows = useWindowVirtualizer({
    count: statements.length,
    estimateSize: () => 148,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (i) => statements[i]!.id,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place that is reached
  useEffect(() => {
    if (hasMore && last >= statements.length - AHEAD) onMore();
  }, [last, statements.length, hasMore]);
  return (
    <div ref={list} className="rows" style={{ height: rows.getTotalSize() }}>
      {shown.map(({ key, index, start }) => (
        <div
          key={key}
          data-index={index}
          ref={rows.measureElement}
          className="row"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <StatementCard statement={statements[index]!} />
        </div>
      ))}
    </div>
  );
}
