import type { DocumentDetails, OnrecordError } from '../../document/index.ts';

/** One document in a file of many: its bytes as `read` takes them, or why there are none. */
export type ArchiveEntry =
  | {
      /** The file's name, `#`, and what identifies the document in it. */
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly details?: DocumentDetails;
      /** What is known of it where it says nothing itself. */
      readonly defaults?: DocumentDetails;
      /** The charset that came with it. */
      readonly header?: string;
      /** Whether it is the file itself, as a message is beside what is attached to it: it is not taken apart once more. */
      readonly isWhole?: boolean;
    }
  | { readonly name: string; readonly failure: OnrecordError };
