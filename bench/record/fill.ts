import { createHash } from 'node:crypto';
import { joinDocument } from '../../src/compare/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { encodeSentence } from '../../src/pipeline/sentence-vectors.ts';
import { addDocument, type OpenRecord, writeVectors } from '../../src/record/index.ts';
import type { EventArticle } from '../utterances/basil.ts';
import { Copier } from './copies.ts';

/** How many statements a large record has; `ONRECORD_STATEMENTS` sets another number. */
const STATEMENTS = Number(process.env.ONRECORD_STATEMENTS ?? 100_000);

/** Fills a record with altered copies of articles, and prints how long each took. */
export async function fill(record: OpenRecord, articles: readonly EventArticle[]): Promise<void> {
  const read = [];
  for (const { event, name, outlet, published, title, text } of articles) {
    const document = { ...documentOf(text, { published, outlet, title }), event: `${event} ${name}` };
    const extraction = await extract(document);
    const vectors: Int8Array[] = [];
    for (const { content } of extraction.statements)
      vectors.push(await encodeSentence(content.map((span) => span.text).join(' … ')));
    read.push({ document, extraction, vectors });
  }
  const copier = new Copier(articles.map(({ text }) => text));
  const started = performance.now();
  let statements = 0;
  let documents = 0;
  for (let number = 0; statements < STATEMENTS; number++)
    for (const { document, extraction, vectors } of read) {
      const copy = copier.copy(document, extraction, number);
      const bytes = Buffer.from(copy.document.text);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const original = { bytes, sha256, format: 'text' as const, name: `${document.event}-${number}` };
      await addDocument(record, copy.document, original, copy.extraction);
      const encoded = copy.extraction.statements.map(({ id }, i) => ({ statement: id, value: vectors[i]! }));
      await writeVectors(record, encoded);
      await joinDocument(record, copy.document.id);
      statements += copy.extraction.statements.length;
      documents++;
    }
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `recorded, linked and joined in ${seconds.toFixed(0)} s, ${((1000 * seconds) / documents).toFixed(0)} ms a document\n`,
  );
}
