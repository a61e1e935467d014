import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../api/client.ts';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { contentWords, dayWords, percentWords, saidWords, speakerName } from '../../words.ts';
import { CiteMenu } from '../Menus.tsx';
import { SpeakerLink } from './StatementCard.tsx';

const PARTS = { statement: 'Found', speaker: 'Speaker', said: 'Date' } as const;

/** Every part of a statement, and how each was established. */
export function StatementParts({
  statement,
  all,
  figures = [],
  onChoose,
}: {
  readonly statement: Statement;
  /** The statements of its document, among them its parent. */
  readonly all: readonly Statement[];
  readonly figures?: DocumentDetail['figures'];
  readonly onChoose: (id: string) => void;
}) {
  const { id, kind, speaker, entity, parent, reviewed } = statement;
  const outer = all.find((one) => one.id === parent);
  const inner = all.filter((one) => one.parent === id);
  const role = entity?.post ?? speaker.role;
  return (
    <section className="parts" aria-label={`Statement by ${speakerName(statement)}`}>
      <h2 className="parts-who">
        <SpeakerLink statement={statement} />
        {role && <span className="role"> {role}</span>}
      </h2>
      <blockquote className={`words words-${kind}`}>{contentWords(statement)}</blockquote>
      <Facts statement={statement} figures={figures} />
      <Established id={id} />
      {reviewed?.extracted && (
        <p className="meta">
          Extracted as: {speakerName({ speaker: reviewed.extracted.speaker })}, {saidWords(reviewed.extracted.said)},{' '}
          {reviewed.extracted.kind}. Corrected since.
        </p>
      )}
      {outer && (
        <p className="meta">
          Part of what{' '}
          <button type="button" className="link" onClick={() => onChoose(outer.id)}>
            {speakerName(outer)}
          </button>{' '}
          says.
        </p>
      )}
      {inner.length > 0 && (
        <p className="meta">
          Contains:{' '}
          {inner.map((one) => (
            <button key={one.id} type="button" className="link" onClick={() => onChoose(one.id)}>
              {speakerName(one)}
            </button>
          ))}
        </p>
      )}
      <p className="parts-tools">
        <CiteMenu id={id} document={statement.document.id} />
        <Link to="/statements/$id" params={{ id }} className="quiet">
          Details
        </Link>
        <Link to="/verify" search={{ quote: contentWords(statement), speaker: speaker.name }} className="quiet">
          Verify
        </Link>
        <Link to="/review" search={{ ids: [id] }} className="quiet">
          Review
        </Link>
      </p>
      <p className="meta">
        {id}
        {statement.document.published && <> · printed {dayWords(statement.document.published, true)}</>}
      </p>
    </section>
  );
}

/** The facts about a statement that are known. */
function Facts({
  statement: { id, kind, class: uttered, act, negated, said, channel, speaker, about, cue, source },
  figures,
}: {
  readonly statement: Statement;
  readonly figures: DocumentDetail['figures'];
}) {
  const own = figures.filter((figure) => figure.statement === id);
  return (
    <dl className="facts">
      <Fact name={uttered === 'thought' ? 'Thought' : 'Said'}>{saidWords(said)}</Fact>
      <Fact name="Kind">
        {kind}, {negated ? 'not ' : ''}
        {act}
        {uttered === 'thought' && ', thought, not said'}
      </Fact>
      <Fact name="Source">{source.map(({ text }) => text).join(' … ')}</Fact>
      <Fact name="Cue">{cue.map(({ text }) => text).join(' … ')}</Fact>
      <Fact name="Channel">{channel?.name}</Fact>
      <Fact name="About">{about?.map(({ name }) => name).join(', ')}</Fact>
      <Fact name="Figures">{own.map(({ text, counts }) => (counts ? `${text} (${counts})` : text)).join(', ')}</Fact>
      <Fact name="Other possible speakers">
        {speaker.alternatives?.map(({ name, score }) => `${name} ${percentWords(score)}`).join(', ')}
      </Fact>
    </dl>
  );
}

/** How each part was established, and with what confidence. */
function Established({ id }: { readonly id: string }) {
  const { data } = useQuery({ queryKey: ['statement', id], queryFn: () => ask('/statements/{id}', { id }) });
  if (!data || data.established.length === 0) return null;
  return (
    <table className="established">
      <caption className="visually-hidden">How each part was established</caption>
      <tbody>
        {data.established.map(({ part, words, confidence }) => (
          <tr key={part}>
            <th scope="row">{PARTS[part]}</th>
            <td>{words}</td>
            <td className="number">
              <meter min={0} max={1} value={confidence} aria-label={`confidence: ${percentWords(confidence)}`} />
              {percentWords(confidence)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  if (children === undefined || children === '' || children === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
