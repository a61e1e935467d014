import { Command } from 'commander';
import { withRecord } from '../record.ts';

/** `onrecord backup FILE` */
export function backupCommand(): Command {
  const command = new Command('backup')
    .description('copy the record to a new file, even while others write to it')
    .argument('<file>', 'a file that is not there yet');
  return command.action(async (file: string) => {
    await withRecord(command, async (record) => {
      await record.backup(file);
      process.stderr.write(`The record is copied to ${file}\n`);
    });
  });
}
