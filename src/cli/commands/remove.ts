import { Command } from 'commander';
import { fail } from '../failure.ts';
import { withRecord } from '../record.ts';

/** `onrecord remove DOC…` and its undo */
export function removeCommand(): Command {
  const command = new Command('remove')
    .description('leave documents out of all results; --undo brings them back')
    .argument('<document...>', 'ids, or the beginnings of ids')
    .option('--undo', 'bring back removed documents');
  return command.action(async (ids: string[], options: { undo?: boolean }) => {
    const { removeDocument, restoreDocument } = await import('../../pipeline/review.ts');
    await withRecord(command, async (record) => {
      for (const id of ids) {
        try {
          const document = options.undo ? await restoreDocument(record, id) : await removeDocument(record, id);
          const undo = options.undo ? '' : `; undo with: onrecord remove --undo ${document.id}`;
          process.stderr.write(`${options.undo ? 'Back' : 'Removed'}: ${document.title ?? document.id}${undo}\n`);
        } catch (error) {
          fail(error);
        }
      }
    });
  });
}
