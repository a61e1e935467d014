import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask, send } from '../api/client.ts';
import type { Positions } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { TableLinks } from '../components/Menus.tsx';
import { Asked, Empty } from '../components/States.tsx';
import { notify, notifyFailure } from '../components/shell/notices.tsx';
import { DiffWords } from '../components/statement/Diff.tsx';
import { countWords, dayWords, saidWords } from '../words.ts';

type Position = Positions['statements'][number];
type Shift = Positions['shifts'][number];

/** What a speaker said on a topic, in order, and pairs of statements that may be a shift of position. */
export function PositionsPage() {
  const search = useSearch({ from: '/positions' });
  const navigate = useNavigate({ from: '/positions' });
  const { speaker = '', topic = [] } = search;
  const query = { speaker, topic: [...topic] };
  const isAsked = speaker !== '' && topic.length > 0;
  const positions = useQuery({
    queryKey: ['positions', query],
    queryFn: () => ask('/positions', query),
    enabled: isAsked,
  });
  return (
    <div className="page">
      <h1>Positions</h1>
      <Filters fields={['speaker', 'topic']} values={search} onChange={(next) => void navigate({ search: next })} />
      {!isAsked ? (
        <Empty title="Who, and on what?">
          <p>Give a speaker and a topic to see what they said on it, in order, with possible shifts first.</p>
        </Empty>
      ) : (
        <Asked query={positions} lines={10}>
          {({ statements, shifts }) =>
            statements.length === 0 ? (
              <Empty title={`The record has nothing that ${speaker} said on this.`} />
            ) : (
              <>
                <h2 className="section-title">
                  {shifts.length === 0 ? 'No possible shifts' : 'Possible shifts, most likely first'}
                </h2>
                {shifts.map((shift) => (
                  <ShiftPair key={shift.earlier.id + shift.later.id} shift={shift} />
                ))}
                <div className="list-head">
                  <h2 className="section-title">{countWords(statements.length, 'statement')}, in order</h2>
                  <TableLinks path="/positions" query={query} />
                </div>
                <ol className="plain-list">
                  {statements.map((one) => (
                    <li key={one.id} className="card" data-item="" tabIndex={-1}>
                      <PositionWords one={one} />
                    </li>
                  ))}
                </ol>
              </>
            )
          }
        </Asked>
      )}
    </div>
  );
}

function PositionWords({ one, before }: { readonly one: Position; readonly before?: string }) {
  const { id, said, speaker, kind, text, document, title, outlet, published, position } = one;
  return (
    <>
      <p className="meta">
        <b>{saidWords(said)}</b> · {speaker} · {kind} · position {position}
      </p>
      <blockquote className={`words words-${kind}`}>
        {before === undefined ? text : <DiffWords before={before} after={text} />}
      </blockquote>
      <p className="meta">
        <Link to="/documents/$id" params={{ id: document }} search={{ statement: id }} data-open="">
          {title ?? 'Untitled'}
        </Link>
        {outlet && <> · {outlet}</>}
        {published && <> · {dayWords(published, true)}</>}
      </p>
    </>
  );
}

const MARKS = [
  ['shift', 'A shift'],
  ['same', 'The same'],
  ['unrelated', 'Unrelated'],
] as const;

function ShiftPair({ shift: { earlier, later, reason, mark, score } }: { readonly shift: Shift }) {
  const client = useQueryClient();
  const say = async (word: (typeof MARKS)[number][0]) => {
    try {
      const { id } = await send(
        'POST',
        '/reviews',
        {},
        {
          kind: 'pair',
          earlier: earlier.id,
          later: later.id,
          mark: word,
        },
      );
      await client.invalidateQueries({ queryKey: ['positions'] });
      notify(`Marked: ${word}`, async () => {
        await send('DELETE', '/reviews/{id}', { id }).catch(notifyFailure);
        await client.invalidateQueries({ queryKey: ['positions'] });
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <article className="shift" data-item="" tabIndex={-1} aria-label={`Possible shift: ${reason}`}>
      <p className="shift-reason">
        {reason}{' '}
        <span className="meta">{mark ? `marked a shift by ${mark.author}` : `${Math.round(100 * score)}% likely`}</span>
      </p>
      <div className="pair">
        <div>
          <PositionWords one={earlier} />
        </div>
        <div>
          <PositionWords one={later} before={earlier.text} />
        </div>
      </div>
      <p className="shift-tools">
        {MARKS.map(([word, name]) => (
          <button
            key={word}
            type="button"
            className="button"
            aria-pressed={mark?.mark === word}
            onClick={() => void say(word)}
          >
            {name}
          </button>
        ))}
      </p>
    </article>
  );
}
