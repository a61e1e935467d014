import type { Document } from '../../../src/document/index.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';

/** What the posts of a document say, who says it and where. */
export function statementsIn(document: Document) {
  return prepare(document).posts.map(({ content: [content], speaker, source, post }) => ({
    words: document.text.slice(content!.start, content!.end),
    speaker: speaker!.name,
    source: source.map(({ start, end }) => document.text.slice(start, end)),
    channel: { channel: post!.channel },
  }));
}
