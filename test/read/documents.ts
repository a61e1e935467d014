import type { Document } from '../../src/document/index.ts';
import { archiveEntries, archiveKind } from '../../src/read/archive/archive.ts';
import type { Columns } from '../../src/read/columns.ts';
import { type Contents, contentsOfBytes } from '../../src/read/contents.ts';
import { read } from '../../src/read/read.ts';

/** The documents of a file, one or many, in their order; `! sentence` for what cannot be read. */
export async function documentsIn(
  file: string | Uint8Array | Contents,
  columns: Columns = {},
): Promise<(Document | string)[]> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const contents = bytes instanceof Uint8Array ? contentsOfBytes(bytes, 'file') : bytes;
  try {
    const kind = await archiveKind(contents, columns);
    if (kind === undefined)
      return [(await read(await contents.slice(0, contents.size), contents.name, { columns })).document];
    const documents: (Document | string)[] = [];
    for await (const entry of archiveEntries(contents, kind, columns))
      documents.push(
        'failure' in entry ? `! ${entry.failure.message}` : (await read(entry.bytes, entry.name)).document,
      );
    return documents;
  } catch (cause) {
    return [`! ${(cause as Error).message}`];
  }
}

/** The only document of a file. Throws where it has none, or several. */
export async function onlyDocument(file: string | Uint8Array, columns?: Columns): Promise<Document> {
  const [document, ...others] = await documentsIn(file, columns);
  if (document === undefined || typeof document === 'string' || others.length > 0)
    throw new Error(`not one document: ${JSON.stringify([document, ...others])}`);
  return document;
}

/** "Ada Vane [Mayor] @1.5: What is said", "# A heading", "- What nobody says". Titles and bylines are left out. */
export function linesOf({ text, blocks }: Document): string[] {
  return blocks
    .filter(({ kind }) => kind !== 'title' && kind !== 'byline')
    .map(({ kind, start, end, time, speaker }) => {
      const at = time === undefined ? '' : ` @${time}`;
      if (!speaker)
        return `${kind === 'heading' ? '#' : kind === 'paragraph' ? '-' : kind}${at} ${text.slice(start, end)}`;
      const role = speaker.role === undefined ? '' : ` [${speaker.role}]`;
      return `${speaker.name}${role}${at}: ${text.slice(speaker.from, end)}`;
    });
}

/** The details of a document, without what its text has. */
export function detailsOf({ title, byline, outlet, url, published }: Document) {
  return { title, byline, outlet, url, published };
}
