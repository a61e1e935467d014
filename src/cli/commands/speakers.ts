import { Command } from 'commander';
import { listSpeakers } from '../../record/index.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord speakers` */
export function speakersCommand(): Command {
  const command = new Command('speakers')
    .description('list the speakers in the record, most statements first')
    .option('--json', 'JSON instead of a table');
  return command.action(async (options: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const speakers = await listSpeakers(record);
      if (options.json) return writeJson(speakers);
      await write(
        table(
          ['statements', 'documents', 'type', 'speaker'],
          speakers.map(({ name, type, statements, documents }) => [String(statements), String(documents), type, name]),
        ),
      );
    });
  });
}
