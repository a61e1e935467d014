import type { DocumentDetails, OnrecordError } from '../../document/index.ts';

/** One document in a file of many: its bytes as `read` takes them, or why there are none. */
export type ArchiveEntry =
  | {
      /** The file's name, `#`, and what identifies the document in it. */
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly details?: DocumentDetails;
      /** The charset that came with it. */
      readonly header?: string;
    }
  | { readonly name: string; readonly failure: OnrecordError };
