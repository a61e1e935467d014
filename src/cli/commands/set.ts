import { Command } from 'commander';
import { type DocumentDetails, OnrecordError } from '../../document/index.ts';
import { detailsOf, withDetails } from '../details.ts';
import { withRecord } from '../record.ts';

/** `onrecord set DOC …` */
export function setCommand(): Command {
  const command = new Command('set')
    .description('set details that a document does not give itself; its dates are then resolved again')
    .argument('<document>', 'its id, or the beginning of its id');
  return withDetails(command).action(async (id: string, options: DocumentDetails) => {
    const details = detailsOf(options);
    if (Object.keys(details).length === 0)
      throw new OnrecordError('wrong-usage', 'nothing to set; give an option, for example --published 2024-12-19');
    const { set } = await import('../../pipeline/add.ts');
    await withRecord(command, async (record) => {
      const document = await set(record, id, details);
      process.stderr.write(
        `Set ${Object.entries(details)
          .map(([name, value]) => `${name} to ${value}`)
          .join(', ')} for ${document.id}\n`,
      );
    });
  });
}
