import type { Document, Extraction, Span, Statement } from '../../src/document/index.ts';

/** Words of similar frequency, which are exchanged for each other in copies. */
const BAND = 40;
const WORD = /[\p{L}\p{M}]+/gu;

/** Makes copies of texts with other words of the same frequency, so that a large record is like a real one. */
export class Copier {
  readonly #rank = new Map<string, number>();
  readonly #words: string[];

  constructor(texts: readonly string[]) {
    const counts = new Map<string, number>();
    for (const text of texts)
      for (const [word] of text.matchAll(WORD))
        counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    this.#words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
    for (const [rank, word] of this.#words.entries()) this.#rank.set(word, rank);
  }

  /** Copy number 0 is the text itself. */
  copy(document: Document, extraction: Extraction, number: number): { document: Document; extraction: Extraction } {
    const { text, moved } = this.#copied(document.text, number);
    const span = ({ start, end }: Span): Span => ({
      start: moved[start]!,
      end: moved[end]!,
      text: text.slice(moved[start], moved[end]),
    });
    const id = (own: string) => `${own}-${number}`;
    const statements = extraction.statements.map(
      (one): Statement => ({
        ...one,
        id: id(one.id),
        content: one.content.map(span),
        cue: one.cue.map(span),
        source: one.source.map(span),
        ...(one.parent ? { parent: id(one.parent) } : {}),
      }),
    );
    const day = Date.parse(`${document.published!.slice(0, 10)}T00:00:00Z`) - number * 30 * 86_400_000;
    const published = new Date(day).toISOString().slice(0, 10);
    const blocks = document.blocks.map((block) => ({ ...block, start: moved[block.start]!, end: moved[block.end]! }));
    return {
      document: { ...document, id: id(document.id), text, blocks, published },
      extraction: { ...extraction, statements, figures: [] },
    };
  }

  /** The text with all words but names exchanged, and the new place of each offset. */
  #copied(text: string, number: number): { text: string; moved: Int32Array } {
    const moved = new Int32Array(text.length + 1);
    let copied = '';
    let at = 0;
    for (const match of text.matchAll(WORD)) {
      for (; at < match.index; at++) {
        moved[at] = copied.length;
        copied += text[at];
      }
      const [word] = match;
      const rank = this.#rank.get(word)!;
      const begins = rank - (rank % BAND);
      const size = Math.min(BAND, this.#words.length - begins);
      const other = rank === undefined ? word : this.#words[begins + ((rank - begins + number) % size)]!;
      for (let i = 0; i < word.length; i++) moved[at + i] = copied.length + Math.min(i, other.length);
      copied += other;
      at += word.length;
    }
    for (; at < text.length; at++) {
      moved[at] = copied.length;
      copied += text[at];
    }
    moved[text.length] = copied.length;
    return { text: copied, moved };
  }
}
