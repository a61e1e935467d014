import { Command } from 'commander';
import { documentIds, getDocument, type OpenRecord } from '../../record/index.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord reextract` */
export function reextractCommand(): Command {
  const command = new Command('reextract')
    .description(
      'read all documents again with the present model; what people said stays. Others may use the record meanwhile',
    )
    .argument('[documents...]', 'ids of documents, or the beginnings of them; all where none is given')
    .option('--queue', 'leave the work to workers (onrecord work); for a record of Postgres')
    .option('--json', 'JSON instead of a table');
  return command.action(async (documents: string[], { json, queue }: { json?: boolean; queue?: boolean }) => {
    if (queue) return await withRecord(command, (record) => queueAll(record, documents));
    const { reextract } = await import('../../pipeline/reextract.ts');
    await withRecord(command, async (record) => {
      const changes = await reextract(record, documents, (done, all) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} documents${done === all ? '\n' : ''}`);
      });
      const changed = changes.filter(({ added, gone, altered }) => added + gone + altered > 0);
      if (json) await writeJson(changes);
      else if (changed.length > 0)
        await write(
          table(
            ['new', 'gone', 'altered', 'document', 'title'],
            changed.map(({ added, gone, altered, document, title }) => [
              String(added),
              String(gone),
              String(altered),
              document,
              title ?? 'Untitled',
            ]),
          ),
        );
      process.stderr.write(`${changes.length} documents read again, ${changed.length} changed\n`);
    });
  });
}

async function queueAll(record: OpenRecord, documents: readonly string[]): Promise<void> {
  const { openQueue } = await import('../../pipeline/queue/queue.ts');
  const ids =
    documents.length === 0
      ? await documentIds(record)
      : await Promise.all(documents.map(async (beginning) => (await getDocument(record, beginning)).id));
  const queue = await openQueue(record);
  try {
    for (const document of ids) await queue.send('reextract', { document });
  } finally {
    await queue.close();
  }
  process.stderr.write(`${ids.length} queued; onrecord jobs shows how far they are\n`);
}
