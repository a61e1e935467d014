import { useMemo } from 'react';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { countWords, percentWords } from '../../words.ts';

type Shares = Readonly<Record<'author' | Statement['kind'], number>>;

/** How much of the article is in the author's voice, and how much in each kind of reported speech; from 0 to 1. */
function voiceShares({ document, statements }: DocumentDetail): Shares {
  const body = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline');
  const all = body.reduce((sum, { start, end }) => sum + end - start, 0);
  const shares = { author: 1, direct: 0, mixed: 0, indirect: 0 };
  for (const { kind, content, parent } of statements) {
    if (parent) continue;
    const letters = content.reduce((sum, { start, end }) => sum + end - start, 0);
    shares[kind] += letters / Math.max(1, all);
  }
  shares.author = Math.max(0, 1 - shares.direct - shares.mixed - shares.indirect);
  return shares;
}

/** The share of each voice in an article, as a bar and in words. */
export function Voices({ detail }: { readonly detail: DocumentDetail }) {
  const shares = useMemo(() => voiceShares(detail), [detail]);
  const names = { author: 'the author', direct: 'direct', mixed: 'mixed', indirect: 'indirect' } as const;
  return (
    <figure className="voices">
      <div className="voices-bar" aria-hidden="true">
        {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
          <span key={name} className={`voice voice-${name}`} style={{ flexGrow: Math.max(0.001, shares[name]) }} />
        ))}
      </div>
      <figcaption className="meta">
        {countWords(detail.statements.length, 'statement')}. Voices:{' '}
        {(Object.keys(names) as (keyof typeof names)[])
          .map((name) => `${names[name]} ${percentWords(shares[name])}`)
          .join(', ')}
        .
      </figcaption>
    </figure>
  );
}
