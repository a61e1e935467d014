import { Command } from 'commander';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord reextract` */
export function reextractCommand(): Command {
  const command = new Command('reextract')
    .description(
      'read all documents again with the present model; what people said stays. Others may use the record meanwhile',
    )
    .argument('[documents...]', 'ids of documents, or the beginnings of them; all where none is given')
    .option('--json', 'JSON instead of a table');
  return command.action(async (documents: string[], { json }: { json?: boolean }) => {
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
