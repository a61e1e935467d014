/** What a run of a document's text is. */
export type BlockKind = 'title' | 'byline' | 'paragraph' | 'heading' | 'caption' | 'list-item' | 'blockquote';

/** A run of the text with a kind; offsets are UTF-16, end exclusive. Blocks stand in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Page on which the block begins, from 1; only documents with pages have it. */
  readonly page?: number;
}

/** The formats that `read` understands. */
export type Format = 'text' | 'html' | 'pdf' | 'json' | 'email';

/** One article, release or transcript as read. Immutable: a correction makes another one. */
export interface Document {
  /** `d` and the first 12 hexadecimal digits of the SHA-256 of the original bytes. */
  readonly id: string;
  readonly title?: string;
  /** Names of the authors, joined by ", ". */
  readonly byline?: string;
  readonly outlet?: string;
  /** The canonical address. */
  readonly url?: string;
  /** Publication date: `YYYY-MM-DD`, or with a time as `YYYY-MM-DDTHH:MM:SS` and a zone where the source gives one. */
  readonly published?: string;
  /** ISO 639-1 code, `und` when it cannot be told. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The untouched bytes that a document was read from. */
export interface Original {
  readonly bytes: Uint8Array;
  /** Hexadecimal SHA-256 of `bytes`. */
  readonly sha256: string;
  readonly format: Format;
  /** Where it came from: a path, an address, or `-` for standard input. */
  readonly name: string;
}

/** What a person, or the place a document came from, tells of it; each overrides what was read. */
export interface DocumentDetails {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
}
