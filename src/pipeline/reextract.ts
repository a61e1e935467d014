import { joinDocument, utterancesIn } from '../compare/index.ts';
import type { Statement } from '../document/index.ts';
import { documentIds, findExtracted, getDocument, type OpenRecord, replaceStatements } from '../record/index.ts';
import { extractBounded } from './bounded/bounded.ts';
import { encodeDocument, encodeStatements } from './sentence-vectors.ts';

/** What reading a document again changed: statements that are new, that are gone, and that say something else of the same words. */
export interface Reextracted {
  readonly document: string;
  readonly title: string | undefined;
  readonly added: number;
  readonly gone: number;
  readonly altered: number;
}

/**
 * Reads documents again with the present model, each in a transaction of its own, so that others can use the record
 * meanwhile and a stop loses nothing. What persons said is applied to what is found.
 *
 * @param ids of documents, or the beginnings of them; none for all
 */
export async function reextract(
  record: OpenRecord,
  ids: readonly string[] = [],
  progress: (done: number, all: number) => void = () => {},
): Promise<Reextracted[]> {
  const documents = ids.length > 0 ? ids : await documentIds(record);
  const changes: Reextracted[] = [];
  for (const [i, id] of documents.entries()) {
    const document = await getDocument(record, id);
    const before = await findExtracted(record, document.id);
    const extraction = await extractBounded(document);
    const utterances = await utterancesIn(record, document.id);
    await replaceStatements(record, document.id, extraction, await encodeStatements(extraction.statements));
    await encodeDocument(record, document.id);
    await joinDocument(record, document.id, utterances);
    changes.push({ document: document.id, title: document.title, ...compared(before, extraction.statements) });
    progress(i + 1, documents.length);
  }
  return changes;
}

function compared(before: readonly Statement[], after: readonly Statement[]) {
  const old = new Map(before.map((statement) => [statement.id, JSON.stringify(statement)]));
  const kept = after.filter(({ id }) => old.has(id));
  return {
    added: after.length - kept.length,
    gone: before.length - kept.length,
    altered: kept.filter((statement) => old.get(statement.id) !== JSON.stringify(statement)).length,
  };
}
