import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import type { Fidelity } from '../api/types.ts';
import { Filters } from '../components/Filters.tsx';
import { TableLinks } from '../components/Menus.tsx';
import { Asked, Empty } from '../components/States.tsx';
import { DifferenceList, DiffWords } from '../components/statement/Diff.tsx';
import { countWords, dayWords, percentWords, recognisedWords } from '../words.ts';

const MATCHES: Readonly<Record<Fidelity['match'], readonly [name: string, meaning: string]>> = {
  whole: ['Whole', 'verbatim, to the ends of its sentences'],
  part: ['Part', 'a verbatim excerpt, or one with marked edits'],
  recognised: ['Recognised', 'the words that a machine recognised in a picture of the source; compare them with it'],
  clipped: ['Clipped', 'an excerpt that leaves out words that change the meaning'],
  altered: ['Altered', 'words changed without a mark'],
  stitched: ['Stitched', 'separate passages printed as one'],
  elsewhere: ['Elsewhere', 'in another document, or said by someone else'],
  'not-found': ['Not found', 'nowhere in the record'],
  'source-not-held': ['Source not held', 'the record has no document in which the speaker speaks for themselves'],
};

/** Is a printed quotation in its source, and whole? */
export function Verify() {
  const search = useSearch({ from: '/verify' });
  const navigate = useNavigate({ from: '/verify' });
  const { quote, document, against, speaker } = search;
  const query = document ? { document, against, speaker } : { quote, against, speaker };
  const checked = useQuery({
    queryKey: ['verify', query],
    queryFn: () => ask('/verify', query),
    enabled: Boolean(quote || document),
  });
  return (
    <div className="page">
      <h1>Verify</h1>
      <Filters
        fields={['quote', 'speaker', 'document', 'against']}
        values={search}
        onChange={(next) => void navigate({ search: next })}
        submit="Check"
      />
      {quote || document ? (
        <Asked query={checked} lines={8}>
          {(found) => (
            <>
              <div className="list-head">
                <p className="meta">{summaryOf(found)}</p>
                <TableLinks path="/verify" query={query} />
              </div>
              {found.length === 0 && <Empty title="This article has no quotations with a speaker." />}
              {found.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: quotations in the order of the article
                <Checked key={i} one={one} />
              ))}
            </>
          )}
        </Asked>
      ) : (
        <Empty title="Paste a quotation, or name an article.">
          <p>It is looked up in the source you name, or in the whole record.</p>
          <dl className="matches">
            {Object.values(MATCHES).map(([name, meaning]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Empty>
      )}
    </div>
  );
}

function summaryOf(found: readonly Fidelity[]): string {
  const counts = new Map<string, number>();
  for (const { match } of found) counts.set(match, (counts.get(match) ?? 0) + 1);
  const parts = [...counts].map(([match, count]) => `${count} ${MATCHES[match as Fidelity['match']][0].toLowerCase()}`);
  return `${countWords(found.length, 'quotation')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** Why a quotation is elsewhere. */
function reasonWords({ reason, sources }: Fidelity): string | undefined {
  if (reason === 'another-speaker') return `The record has it as said by ${sources[0]?.speaker}.`;
  if (reason === 'another-document') return 'It is in another document, not in the source.';
  if (reason === 'only-quoted')
    return 'Others quote or tell it, but none of the speaker’s own words in the record have it.';
  return undefined;
}

/** A passage's title, outlet, date and speaker, as far as known; the title opens the document. */
function Place({ at }: { readonly at: Fidelity['sources'][number] }) {
  const said = at.speaker && at.standing === 'paraphrased' ? `as told of ${at.speaker}` : at.speaker;
  const known = [at.outlet, at.published && dayWords(at.published.slice(0, 10)), said].filter((one) => one);
  return (
    <>
      <Link to="/documents/$id" params={{ id: at.document }} data-open="">
        {at.title ?? at.document}
      </Link>
      {known.map((one) => `, ${one}`)}
      {at.recognised !== undefined && `, ${recognisedWords(at.recognised)}`}
    </>
  );
}

function Checked({ one }: { readonly one: Fidelity }) {
  const { quote, speaker, match, likeness, sources, differences, printings } = one;
  const why = reasonWords(one);
  const [name, meaning] = MATCHES[match];
  return (
    <article className={`card checked checked-${match}`} data-item="" tabIndex={-1}>
      <p>
        <strong className="verdict">{name}</strong>{' '}
        <span className="meta">
          {meaning}
          {sources.length > 0 && likeness < 1 && ` · ${percentWords(likeness)} of its words`}
        </span>
      </p>
      {why && <p>{why}</p>}
      <div className="pair">
        <div>
          <p className="meta">Printed{speaker && `, as said by ${speaker}`}</p>
          <p className="words">“{quote}”</p>
        </div>
        <div>
          {sources.length === 0 && <p className="meta">Nothing like it is in the record.</p>}
          {sources.map((source) => (
            <div key={source.document + source.start}>
              <p className="meta">
                <Place at={source} />, characters {source.start}–{source.end}
              </p>
              <p className="words">
                “<DiffWords before={quote} after={source.text.replace(/\s+/gu, ' ')} />”
              </p>
            </div>
          ))}
        </div>
      </div>
      <DifferenceList differences={differences} />
      {printings.length > 0 && (
        <details>
          <summary>{countWords(printings.length, 'other printing')}</summary>
          <ul>
            {printings.map((printing) => (
              <li key={printing.document + printing.start}>
                <Place at={printing} />: {MATCHES[printing.match][0].toLowerCase()}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
