import type { Range } from './span.ts';

/** What a block of a document's text is. */
export type BlockKind = 'title' | 'byline' | 'paragraph' | 'heading' | 'caption' | 'list-item' | 'blockquote';

/** Who says a block of a transcript, an interview or a speech, as the layout tells. */
export interface BlockSpeaker {
  /**
   * The fullest name that the document prints, in ordinary letters; the part where no name is told ("Operator"), or
   * `questioner`, `interviewer`, `interviewee`, `witness`.
   */
  readonly name: string;
  /** The role, as printed ("Minister for Justice"). */
  readonly role?: string;
  /** Where what is said begins: after the label. */
  readonly from: number;
  /** The words that name who speaks, in this block or in one before it; absent where the block carries on a turn. */
  readonly label?: Range;
  /** Of a post, the words that say where it was made ("Mastodon"). */
  readonly channel?: Range;
}

/** A post on another platform that an article shows. The block holds its words and, after them, the line that signs it. */
export interface BlockPost {
  /** The name that the platform prints; the handle ("@adaquill") where it prints none. */
  readonly author: string;
  /** The platform: "X", "Bluesky", "Mastodon". */
  readonly channel: string;
  /** When it was posted, in the form of a document's `published`. */
  readonly published?: string;
  /** Where its words end; after them come addresses of its pictures and the line that signs it. */
  readonly until: number;
}

/** A part of a document's text, such as a paragraph. UTF-16 offsets, end exclusive. Blocks are in order and do not overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** The page on which the block begins, from 1; only in documents with pages. */
  readonly page?: number;
  /** The place in a recording at which the block begins, in seconds; only where the document is of one. */
  readonly time?: number;
  /** How sure a machine is of its letters, 0–1; only where they were recognised in a picture. */
  readonly recognised?: number;
  /** Only where somebody speaks by the layout, as in a transcript. */
  readonly speaker?: BlockSpeaker;
  /** Only what was posted elsewhere and is shown here. */
  readonly post?: BlockPost;
}

/** Where a web page keeps the text that was read, if not where it shows it. */
export type BodySource = 'structured-data' | 'page-state';

/** The formats that `read` understands. */
export const FORMATS = [
  'text',
  'html',
  'pdf',
  'picture',
  'json',
  'email',
  'docx',
  'doc',
  'odt',
  'rtf',
  'epub',
  'mhtml',
  'msg',
  'xml',
  'subtitles',
] as const;
export type Format = (typeof FORMATS)[number];

/** One article, press release or transcript, as it was read. Immutable: a correction makes a new one. */
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
  /** When it was last changed, as the source says, in the form of `published`. */
  readonly modified?: string;
  /** Only where the text was not taken from what the page shows. */
  readonly bodyFrom?: BodySource;
  /** True if hardly any text was found for the size of the page: a title, a teaser. */
  readonly isThin?: boolean;
  /** ISO 639-1 code; `und` if the language cannot be determined. */
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

/** What a person or the document's source says about it. Each value overrides the one that was read. */
export interface DocumentDetails {
  readonly title?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
}
