import type { Entity } from '../../api/types.ts';
import { countWords, dayWords } from '../../words.ts';

/** Who somebody is: name, type, other names, and the posts they held. */
export function SpeakerHead({
  entity: { name, type, aliases, posts, statements, documents },
}: {
  readonly entity: Entity;
}) {
  return (
    <>
      <h1>{name}</h1>
      <p className="meta">
        {type} · {countWords(statements, 'statement')} · named in {countWords(documents, 'article')}
        {aliases.length > 0 && <> · also {aliases.slice(0, 6).join(', ')}</>}
      </p>
      {posts.length > 0 && (
        <ul className="posts">
          {posts.map(({ post, organisation, earliest, latest }) => (
            <li key={post + earliest}>
              {post}
              {organisation && `, ${organisation}`}{' '}
              <span className="meta">
                {earliest ? dayWords(earliest, true) : '?'} – {latest ? dayWords(latest, true) : 'now'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
