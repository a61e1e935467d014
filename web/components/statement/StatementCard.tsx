import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Statement } from '../../api/types.ts';
import { contentWords, dayWords, saidWords, speakerName } from '../../words.ts';
import { CiteMenu } from '../Menus.tsx';

/** The speaker, with a link to their page where they are known. */
export function SpeakerLink({ statement }: { readonly statement: Pick<Statement, 'entity' | 'speaker'> }) {
  const name = speakerName(statement);
  return statement.entity ? (
    <Link to="/speakers/$id" params={{ id: statement.entity.id }} className="speaker">
      {name}
    </Link>
  ) : (
    <span className={statement.speaker.name ? 'speaker' : 'speaker unknown'}>{name}</span>
  );
}

/** A statement in a list: who, when and how, the words, where they are printed. */
export function StatementCard({
  statement,
  children,
}: {
  readonly statement: Statement;
  readonly children?: ReactNode;
}) {
  const {
    id,
    kind,
    class: uttered,
    act,
    negated,
    said,
    channel,
    document,
    speaker,
    entity,
    reviewed,
    parent,
  } = statement;
  const role = entity?.post ?? speaker.role;
  const facts = [
    saidWords(said),
    `${negated ? 'not ' : ''}${act}`,
    uttered === 'thought' && 'thought, not said',
    channel && `via ${channel.name}`,
    parent && 'inside another statement',
    reviewed && 'reviewed',
  ].filter(Boolean);
  return (
    <article className="card" data-item="" tabIndex={-1}>
      <header>
        <SpeakerLink statement={statement} />
        {role && <span className="role"> {role}</span>}
        <span className={`kind kind-${kind}`}>{kind}</span>
        <span className="meta"> {facts.join(' · ')}</span>
      </header>
      <blockquote className={`words words-${kind}`}>
        <Link
          to="/documents/$id"
          params={{ id: document.id }}
          search={{ statement: id }}
          data-open=""
          className="words-link"
        >
          {contentWords(statement)}
        </Link>
      </blockquote>
      <footer className="meta">
        <Link to="/documents/$id" params={{ id: document.id }} search={{ statement: id }}>
          {document.title ?? 'Untitled'}
        </Link>
        {document.outlet && <> · {document.outlet}</>}
        {document.published && <> · {dayWords(document.published, true)}</>}
        <span className="card-tools">
          <Link to="/statements/$id" params={{ id }} className="quiet">
            Details
          </Link>
          <CiteMenu id={id} document={document.id} />
          {children}
        </span>
      </footer>
    </article>
  );
}
