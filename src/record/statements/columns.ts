import type { Statement } from '../../document/index.ts';

/** The columns of a statement that a review can change. */
export function columnsOf(value: Statement) {
  return {
    kind: value.kind,
    speaker: value.speaker.name,
    speaker_type: value.speaker.type,
    content: value.content.map((span) => span.text).join(' … '),
    earliest: value.said.earliest ?? null,
    latest: value.said.latest ?? null,
    value: JSON.stringify(value),
  };
}
