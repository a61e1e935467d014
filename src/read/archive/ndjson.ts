import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { linesOf } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';

/** The lines of an NDJSON file, each a document of JSON: ninjs, or `{"text", "title"?, …}`. */
export async function* ndjsonEntries({ name: path, from }: Contents): AsyncGenerator<ArchiveEntry> {
  let number = 0;
  for await (const line of linesOf(from)) {
    number++;
    const name = `${path}#${number}`;
    if (line === undefined)
      yield { name, failure: new OnrecordError('damaged', `line ${number} cannot be read; left out`) };
    else if (line.some((byte) => byte !== 32 && byte !== 9)) yield { name, bytes: line };
  }
}
