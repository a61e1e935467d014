import { memo } from 'react';
import type { DocumentDetail, Statement } from '../../api/types.ts';
import { percentWords, recognisedWords, speakerName } from '../../words.ts';

interface Segment {
  readonly start: number;
  readonly end: number;
  /** The statements that contain it, the outermost first. */
  readonly statements: readonly Statement[];
  /** Which part of the chosen statement it is. */
  readonly part?: 'source' | 'cue' | undefined;
}

/** Cuts the run `start`–`end` of a text wherever a statement, or a part of the chosen one, begins or ends. */
function segmentsOf(
  start: number,
  end: number,
  statements: readonly Statement[],
  chosen: Statement | undefined,
): Segment[] {
  const inside = statements.filter(({ content }) => content.some((run) => run.start < end && start < run.end));
  const parts = chosen ? [...chosen.source, ...chosen.cue] : [];
  const cuts = new Set([start, end]);
  for (const run of [...inside.flatMap(({ content }) => content), ...parts])
    for (const at of [run.start, run.end]) if (at > start && at < end) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  const size = ({ content }: Statement) => content.at(-1)!.end - content[0]!.start;
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1]!;
    const within = (run: { start: number; end: number }) => run.start <= from && to <= run.end;
    return {
      start: from,
      end: to,
      statements: inside.filter(({ content }) => content.some(within)).sort((a, b) => size(b) - size(a)),
      part: chosen?.source.some(within) ? 'source' : chosen?.cue.some(within) ? 'cue' : undefined,
    };
  });
}

/** A document's text with its statements marked; direct, mixed and indirect differ in their underlines. */
export const Marked = memo(function Marked({
  document,
  statements,
  chosen,
  onChoose,
}: {
  readonly document: DocumentDetail['document'];
  readonly statements: readonly Statement[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const one = statements.find(({ id }) => id === chosen);
  const begun = new Set<string>();
  return (
    <div className="text" data-text="">
      {document.blocks.map(({ kind, start, end, recognised }) => {
        const words = segmentsOf(start, end, statements, one).map((segment) => {
          const text = document.text.slice(segment.start, segment.end);
          const inner = segment.statements.at(-1);
          const isChosen = segment.statements.some(({ id }) => id === chosen);
          const part = segment.part ? ` part-${segment.part}` : '';
          if (!inner)
            return (
              <span key={segment.start} data-start={segment.start} className={part.trim() || undefined}>
                {text}
              </span>
            );
          // Each statement is one stop for the Tab key.
          const isFirst = !begun.has(inner.id);
          begun.add(inner.id);
          const nested = segment.statements.length > 1 ? ' nested' : '';
          return (
            // biome-ignore lint/a11y/useSemanticElements: a button does not wrap over lines as text does
            <span
              key={segment.start}
              data-start={segment.start}
              data-statement={inner.id}
              role="button"
              tabIndex={isFirst ? 0 : -1}
              aria-pressed={isChosen}
              aria-label={isFirst ? undefined : `continued: ${text}`}
              title={`${speakerName(inner)} · ${inner.kind}`}
              className={`mark mark-${inner.kind}${nested}${isChosen ? ' chosen' : ''}${part}`}
              onClick={() => {
                if (window.getSelection()?.isCollapsed !== false) onChoose(inner.id);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault();
                  onChoose(inner.id);
                }
              }}
            >
              {text}
            </span>
          );
        });
        const sure = recognised === undefined ? undefined : <Recognised confidence={recognised} />;
        return blockOf(kind, start, [words, sure]);
      })}
    </div>
  );
});

/** Stands behind a block whose letters a machine recognised in a picture, and is no part of its words. */
function Recognised({ confidence }: { readonly confidence: number }) {
  return (
    <small key="recognised" className="recognised" title={recognisedWords(confidence)}>
      {percentWords(confidence)}
    </small>
  );
}

function blockOf(kind: DocumentDetail['document']['blocks'][number]['kind'], key: number, words: React.ReactNode) {
  switch (kind) {
    case 'title':
      return (
        <p key={key} className="text-title">
          {words}
        </p>
      );
    case 'heading':
      return (
        <p key={key} className="text-heading">
          {words}
        </p>
      );
    case 'blockquote':
      return <blockquote key={key}>{words}</blockquote>;
    default:
      return (
        <p key={key} className={kind === 'paragraph' ? undefined : `text-${kind}`}>
          {words}
        </p>
      );
  }
}

/** The selected words of a marked text as UTF-16 offsets into the document; undefined where none are selected. */
export function selectedRange(): { start: number; end: number } | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset, 1),
    offsetOf(range.endContainer, range.endOffset, -1),
  ];
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function offsetOf(node: Node, offset: number, way: 1 | -1): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const own = element?.closest<HTMLElement>('[data-start]');
  if (own && node.nodeType === Node.TEXT_NODE) return Number(own.dataset.start) + offset;
  // The selection ends between blocks; the nearest run of words counts.
  const inside = element?.closest('[data-text]') ?? element?.querySelector('[data-text]');
  if (!inside) return undefined;
  const runs = [...inside.querySelectorAll<HTMLElement>('[data-start]')];
  const place = (run: HTMLElement) => node.compareDocumentPosition(run) & Node.DOCUMENT_POSITION_FOLLOWING;
  const near = way === 1 ? runs.find(place) : runs.findLast((run) => !place(run));
  if (!near) return undefined;
  return Number(near.dataset.start) + (way === 1 ? 0 : (near.textContent ?? '').length);
}
