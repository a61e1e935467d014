import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import type { Coverage, Query } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { TableLinks } from '../components/Menus.tsx';
import { Asked, Empty, TableRoom } from '../components/States.tsx';
import { DifferenceList, DiffWords } from '../components/statement/Diff.tsx';
import { countWords, dayWords, saidWords } from '../words.ts';

type Covered = Coverage['utterances'][number];

/** A sign and a word for each version, so that nobody has to rely on colour. */
const SIGNS: Readonly<Record<string, readonly [sign: string, name: string]>> = {
  whole: ['●', 'whole'],
  part: ['◐', 'part'],
  clipped: ['✂', 'clipped'],
  altered: ['≠', 'altered'],
  stitched: ['&', 'stitched'],
  paraphrase: ['“', 'in other words'],
  absent: ['—', 'absent'],
  'not-read': ['·', 'not read'],
};

/** Rows that are shown at first. */
const SHOWN = 60;

/** Utterances by outlet for an event: who printed what, and how. */
export function CoveragePage() {
  const search = useSearch({ from: '/coverage' });
  const navigate = useNavigate({ from: '/coverage' });
  const { only, ...query } = search;
  const isAsked = Object.keys(query).length > 0;
  const coverage = useQuery({
    queryKey: ['coverage', query],
    queryFn: () => ask('/coverage', query),
    enabled: isAsked,
  });
  return (
    <div className="page wide">
      <h1>Coverage</h1>
      <Filters
        fields={['about', 'since', 'until', 'outlets', 'documents']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
      />
      {isAsked ? (
        <Asked query={coverage} lines={12}>
          {(found) => <Matrix coverage={found} query={query} onlyOne={only === 'one'} />}
        </Asked>
      ) : (
        <Empty title="Which event?">
          <p>
            Choose its articles by words and dates, or by their ids. Each outlet becomes a column, each utterance a row.
          </p>
        </Empty>
      )}
    </div>
  );
}

function Matrix({
  coverage: { read, outlets, copies, utterances },
  query,
  onlyOne,
}: {
  readonly coverage: Coverage;
  readonly query: Query;
  readonly onlyOne: boolean;
}) {
  const navigate = useNavigate({ from: '/coverage' });
  const [shown, setShown] = useState(SHOWN);
  const [open, setOpen] = useState<{ readonly utterance: string; readonly outlet: number }>();
  const inOne = utterances.filter(({ cells }) => cells.filter(({ reports }) => reports.length > 0).length === 1);
  const rows = onlyOne ? inOne : utterances;
  return (
    <>
      <div className="list-head">
        <p className="meta">
          {countWords(utterances.length, 'utterance')} in {countWords(read, 'article')}
          {copies.length > 0 && `, copies of one text counted once (${countWords(copies.length, 'group')})`}.{' '}
          <button
            type="button"
            className="link"
            aria-pressed={onlyOne}
            onClick={() => void navigate({ search: (now) => ({ ...now, only: onlyOne ? undefined : 'one' }) })}
          >
            {onlyOne ? 'Show all' : `${countWords(inOne.length, 'utterance')} in one outlet only`}
          </button>
        </p>
        <TableLinks path="/coverage" query={query} />
      </div>
      <ul className="signs meta">
        {Object.values(SIGNS).map(([sign, name]) => (
          <li key={name}>
            <span aria-hidden="true">{sign}</span> {name}
          </li>
        ))}
      </ul>
      <TableRoom label="Utterances by outlet">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">Utterance</th>
              {outlets.map(({ name, documents }) => (
                <th scope="col" key={name}>
                  {name} <span className="meta">{countWords(documents.length, 'article')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row
                key={row.id}
                row={row}
                outlets={outlets}
                open={open?.utterance === row.id ? open.outlet : undefined}
                onOpen={setOpen}
              />
            ))}
          </tbody>
        </table>
      </TableRoom>
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 5 * SHOWN)}>
          More ({rows.length - shown})
        </button>
      )}
      <p className="meta">
        “Absent” means not found in the articles read from that outlet. “Not read” means that the record has none of its
        articles here.
      </p>
    </>
  );
}

function Row({
  row,
  outlets,
  open,
  onOpen,
}: {
  readonly row: Covered;
  readonly outlets: Coverage['outlets'];
  readonly open: number | undefined;
  readonly onOpen: (place: { utterance: string; outlet: number } | undefined) => void;
}) {
  return (
    <>
      <tr data-item="" tabIndex={-1}>
        <th scope="row">
          <span className="speaker">{row.speaker || 'Unknown speaker'}</span>{' '}
          <span className="meta">
            {saidWords(row.said)}
            {row.first && ` · first in ${row.first}`}
          </span>
          <span className="matrix-words">{row.text}</span>
        </th>
        {row.cells.map(({ version, reports }, i) => {
          const [sign, name] = SIGNS[version]!;
          return (
            <td key={outlets[i]!.name} className={`cell cell-${version}`}>
              {reports.length === 0 ? (
                <span title={name}>
                  <span aria-hidden="true">{sign}</span>
                  <span className="visually-hidden">{name}</span>
                </span>
              ) : (
                <button
                  type="button"
                  aria-expanded={open === i}
                  onClick={() => onOpen(open === i ? undefined : { utterance: row.id, outlet: i })}
                >
                  <span aria-hidden="true">{sign}</span> {name}
                </button>
              )}
            </td>
          );
        })}
      </tr>
      {open !== undefined && (
        <tr className="opened">
          <td colSpan={outlets.length + 1}>
            <Versions utterance={row.id} reports={row.cells[open]!.reports} />
          </td>
        </tr>
      )}
    </>
  );
}

/** An outlet's reports beside the fullest one, with a word diff. */
function Versions({ utterance, reports }: { readonly utterance: string; readonly reports: readonly string[] }) {
  const query = useQuery({
    queryKey: ['utterance', utterance],
    queryFn: () => ask('/utterances/{id}', { id: utterance }),
  });
  return (
    <Asked query={query} lines={3}>
      {({ statements, fullest }) => {
        const full = statements.find(({ id }) => id === fullest)!;
        return (
          <div className="pair">
            <div>
              <p className="meta">The fullest: {full.outlet ?? 'unknown outlet'}</p>
              <p className="words">{full.text}</p>
            </div>
            {statements
              .filter(({ id }) => reports.includes(id))
              .map((report) => (
                <div key={report.id}>
                  <p className="meta">
                    <Link to="/documents/$id" params={{ id: report.document }} search={{ statement: report.id }}>
                      {report.outlet ?? 'unknown outlet'}
                    </Link>
                    {report.published && <> · {dayWords(report.published, true)}</>} ·{' '}
                    {report.id === fullest ? 'the fullest' : report.version}
                  </p>
                  <p className="words">
                    <DiffWords before={full.text} after={report.text} />
                  </p>
                  <DifferenceList differences={report.differences} />
                </div>
              ))}
          </div>
        );
      }}
    </Asked>
  );
}
