import { Command } from 'commander';
import { listDocuments } from '../../record/index.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord list` */
export function listCommand(): Command {
  const command = new Command('list')
    .description('list the documents in the record, newest first')
    .option('--removed', 'list removed documents instead')
    .option('--json', 'JSON instead of a table');
  return command.action(async (options: { removed?: boolean; json?: boolean }) => {
    await withRecord(command, async (record) => {
      const documents = await listDocuments(record, { removed: options.removed ?? false });
      if (options.json) return writeJson(documents);
      await write(
        table(
          ['document', 'published', 'statements', 'outlet', 'title'],
          documents.map(({ id, published, statements, outlet, title, names }) => [
            id,
            published?.slice(0, 10) ?? '',
            String(statements),
            outlet ?? '',
            title ?? names[0] ?? '',
          ]),
        ),
      );
    });
  });
}
