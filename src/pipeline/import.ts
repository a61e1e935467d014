import { createHash } from 'node:crypto';
import { compact, type Document, type DocumentDetails, type Extraction } from '../document/index.ts';
import { type AddResult, addDocument, findKnown, type OpenRecord } from '../record/index.ts';
import { compareDocument } from './add.ts';
import { documentOf } from './filter.ts';
import { encodeStatements } from './sentence-vectors.ts';

/** A document that was extracted elsewhere: what `extract --ndjson` was given, and what it gave. */
export interface Extracted extends DocumentDetails {
  readonly id: string;
  readonly text: string;
  readonly language?: string | null;
  readonly extraction: Extraction;
}

/** Takes a document that was extracted elsewhere into a record; what is known is not added again. */
export async function importDocument(record: OpenRecord, { extraction, ...given }: Extracted): Promise<AddResult> {
  const { title, byline, outlet, url, published, language } = given;
  const bytes = Buffer.from(JSON.stringify(given));
  const document: Document = {
    ...documentOf(given.text, given),
    id: given.id,
    ...compact({ title, byline, outlet, url, published }),
    language: language ?? 'en',
  };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = url ?? given.id;
  const original = { bytes, sha256, format: 'json', name } as const;
  const known = await findKnown(record, original, document);
  const vectors = known ? [] : await encodeStatements(extraction.statements);
  const added = await addDocument(record, document, original, extraction, vectors);
  if (added.outcome === 'added' || added.outcome === 'version') await compareDocument(record, added.document);
  return added;
}
