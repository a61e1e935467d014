import { usePrefetchInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ask } from '../api/client.ts';
import type { Count, Entity, StatementQuery } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { Asked, Loading } from '../components/States.tsx';
import { Appearances } from '../components/speaker/Appearances.tsx';
import { Companions } from '../components/speaker/Companions.tsx';
import { EntityTools } from '../components/speaker/EntityTools.tsx';
import { SpeakerHead } from '../components/speaker/SpeakerHead.tsx';
import { StatementList, statementPages } from '../components/statement/StatementList.tsx';

const Timeline = lazy(() => import('../components/Plots.tsx'));

/** Which statements the timeline and the list below it show. */
function filterOf(
  id: string,
  { view, ...filter }: StatementQuery & { readonly view?: string | undefined },
): StatementQuery {
  return { ...(view === 'about' ? { mentions: id } : { entities: id }), ...filter };
}

/** A speaker: who they are, a timeline of what they said, and the statements themselves. */
export function Speaker() {
  const { id } = useParams({ from: '/speakers/$id' });
  const search = useSearch({ from: '/speakers/$id' });
  // The list loads at the same time as the entity.
  usePrefetchInfiniteQuery(statementPages(filterOf(id, search), 'oldest'));
  const query = useQuery({ queryKey: ['entity', id], queryFn: () => ask('/entities/{id}', { id }) });
  return (
    <Asked query={query} lines={12} isPage>
      {(entity) => <About key={entity.id} entity={entity} />}
    </Asked>
  );
}

function About({ entity }: { readonly entity: Entity }) {
  const search = useSearch({ from: '/speakers/$id' });
  const navigate = useNavigate({ from: '/speakers/$id' });
  const { outlet, kind } = search;
  const isAbout = search.view === 'about';
  const filter = filterOf(entity.id, search);
  const days = useQuery({
    queryKey: ['days', { ...filter, since: undefined, until: undefined }],
    queryFn: () => ask('/statements/days', { ...filter, since: undefined, until: undefined }),
  });
  const facets = useQuery({
    queryKey: ['facets', filter],
    queryFn: () => ask('/statements/facets', filter),
  });
  const set = (next: Record<string, string | undefined>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  return (
    <div className="page">
      <header>
        <SpeakerHead entity={entity} />
        <div className="article-tools">
          <fieldset className="segmented">
            <legend className="visually-hidden">Statements</legend>
            <button type="button" aria-pressed={!isAbout} onClick={() => set({ view: undefined })}>
              What they said
            </button>
            <button type="button" aria-pressed={isAbout} onClick={() => set({ view: 'about' })}>
              What is said about them
            </button>
          </fieldset>
          <Link to="/positions" search={{ speaker: entity.name }} className="button">
            Positions
          </Link>
          <EntityTools entity={entity} />
        </div>
      </header>
      <div className="plot-room">
        {days.data && days.data.length > 0 ? (
          <Suspense fallback={<Loading lines={4} label="Drawing the timeline" />}>
            <Timeline days={days.data} onRange={(from, to) => set({ since: from, until: to })} />
          </Suspense>
        ) : (
          days.isPending && <Loading lines={4} />
        )}
      </div>
      <Filters fields={['about', 'outlet', 'since', 'until']} values={search} onChange={set} />
      <div className="facets">
        <FacetLine name="kind" counts={facets.data?.kind} chosen={kind} onChoose={(value) => set({ kind: value })} />
        <FacetLine
          name="outlet"
          counts={facets.data?.outlet}
          chosen={outlet}
          onChoose={(value) => set({ outlet: value })}
        />
      </div>
      <StatementList query={filter} />
      <Companions entity={entity} />
      <Appearances entity={entity} />
    </div>
  );
}

function FacetLine({
  name,
  counts,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly counts: readonly Count[] | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  if (!counts) return <p className="facet-line meta">…</p>;
  return (
    <p className="facet-line">
      <span className="meta">{name}</span>
      {counts.slice(0, 10).map(({ value, count }) =>
        value === null ? (
          <span key="none" className="pill">
            unknown <span className="meta">{count}</span>
          </span>
        ) : (
          <button
            key={value}
            type="button"
            className="pill"
            aria-pressed={chosen === value}
            onClick={() => onChoose(chosen === value ? undefined : value)}
          >
            {value} <span className="meta">{count}</span>
          </button>
        ),
      )}
    </p>
  );
}
