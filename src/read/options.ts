import type { DocumentDetails } from '../document/index.ts';
import type { CharsetHints } from './charset.ts';
import type { Columns } from './columns.ts';

/** What is known of a file besides its bytes. */
export interface ReadOptions extends CharsetHints {
  /** What the document does not say of itself, or says wrong; each overrides what is read. */
  readonly details?: DocumentDetails;
  /** What is known of it besides, where it says nothing itself. */
  readonly defaults?: DocumentDetails;
  /** Which fields of JSON, or columns of a table, hold what, where their names do not tell. */
  readonly columns?: Columns;
  /** Whether text is recognised in pictures, and on pages of PDFs that have none. It takes seconds a page. */
  readonly ocr?: boolean;
  /** Is called as each page begins on which text is recognised. */
  readonly onPage?: () => void;
}
