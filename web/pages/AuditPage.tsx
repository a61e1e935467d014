import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ask } from '../api/client.ts';
import type { Audit, Query } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { TableLinks } from '../components/Menus.tsx';
import { Asked, Loading, TableRoom } from '../components/States.tsx';
import { countWords, numberWords, percentWords } from '../words.ts';

const Intervals = lazy(async () => ({ default: (await import('../components/Plots.tsx')).Intervals }));

const GROUPS = [
  ['speaker', 'Speaker'],
  ['type', 'Type of source'],
  ['outlet', 'Outlet'],
  ['author', 'Author'],
  ['month', 'Month'],
  ['post', 'Post'],
  ['party', 'Party'],
  ['sex', 'Sex'],
  ['country', 'Country'],
] as const;

/** Rows of the chart, and of the table before one asks for more. */
const CHARTED = 15;
const SHOWN = 100;

/** Whom these articles quote: a chart with a table below it. */
export function AuditPage() {
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const { about, outlet, author, since, until } = search;
  const by = search.by ?? 'speaker';
  const query = { by, about, outlet, author, since, until };
  const audit = useQuery({ queryKey: ['audit', query], queryFn: () => ask('/audit', query) });
  return (
    <div className="page wide">
      <h1>Audit</h1>
      <Filters
        fields={['about', 'outlet', 'author', 'since', 'until']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
      />
      <fieldset className="segmented">
        <legend>Group by</legend>
        {GROUPS.map(([name, label]) => (
          <button
            key={name}
            type="button"
            aria-pressed={by === name}
            onClick={() => void navigate({ search: (now) => ({ ...now, by: name }) })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <Asked query={audit} lines={12}>
        {(found) => <Rows audit={found} query={query} />}
      </Asked>
    </div>
  );
}

function Rows({ audit: { by, documents, statements, rows }, query }: { readonly audit: Audit; readonly query: Query }) {
  const [shown, setShown] = useState(SHOWN);
  const words = rows.reduce((sum, row) => sum + row.words, 0);
  const charted = rows
    .slice(0, CHARTED)
    .flatMap(({ group, quotedRate }) => (quotedRate ? [{ group: group || 'unknown', ...quotedRate }] : []));
  const showsUnnamed = by !== 'speaker' && by !== 'type';
  const name = GROUPS.find(([group]) => group === by)![1];
  return (
    <>
      <div className="list-head">
        <p className="meta">
          {countWords(statements, 'statement')} in {countWords(documents, 'article')}; statements inside other
          statements are not counted.
        </p>
        <TableLinks path="/audit" query={query} />
      </div>
      <div className="plot-room">
        <Suspense fallback={<Loading lines={6} label="Drawing the chart" />}>
          <Intervals rows={charted} />
        </Suspense>
      </div>
      <TableRoom label="Whom these articles quote">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">Articles</th>
              <th scope="col">Statements</th>
              <th scope="col">Words</th>
              <th scope="col">Of all words</th>
              <th scope="col">Quoted (95%)</th>
              {showsUnnamed && <th scope="col">Unnamed (95%)</th>}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.group + row.type}>
                <th scope="row">
                  {row.group || 'unknown'} {row.type && <span className="meta">{row.type}</span>}
                </th>
                <td>{numberWords(row.documents)}</td>
                <td>{numberWords(row.statements)}</td>
                <td>{numberWords(row.words)}</td>
                <td>{percentWords(row.words / Math.max(1, words))}</td>
                <td>{rateWords(row.quotedRate)}</td>
                {showsUnnamed && <td>{rateWords(row.unnamedRate)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 5 * SHOWN)}>
          More ({numberWords(rows.length - shown)})
        </button>
      )}
    </>
  );
}

function rateWords(rate: Audit['rows'][number]['quotedRate']): string {
  return rate ? `${percentWords(rate.value)} (${percentWords(rate.low)}–${percentWords(rate.high)})` : '';
}
