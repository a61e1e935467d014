import type { DocumentDetail } from '../../api/types.ts';
import { percentWords, speakerName } from '../../words.ts';

/** Who speaks where in the article: a line for each statement, at its place. */
export function Rail({
  detail: { document, statements },
  chosen,
  onChoose,
}: {
  readonly detail: DocumentDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const length = Math.max(1, document.text.length);
  return (
    <nav className="rail" aria-label="Who speaks where">
      {statements
        .filter(({ parent }) => !parent)
        .map((statement) => {
          const { id, kind, content } = statement;
          const [start, end] = [content[0]!.start, content.at(-1)!.end];
          return (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={`rail-mark rail-${kind}${id === chosen ? ' chosen' : ''}`}
              style={{ top: `${(100 * start) / length}%`, height: `max(6px, ${(100 * (end - start)) / length}%)` }}
              title={`${speakerName(statement)} · ${kind}`}
              aria-label={`${speakerName(statement)}, at ${percentWords(start / length)} of the article`}
              onClick={() => onChoose(id)}
            />
          );
        })}
    </nav>
  );
}
