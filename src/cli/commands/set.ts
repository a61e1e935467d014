import { Command } from 'commander';
import { type DocumentDetails, OnrecordError } from '../../document/index.ts';
import { detailsOf, withDetails } from '../details.ts';
import { withRecord } from '../record.ts';

/** `onrecord set DOC …` */
export function setCommand(): Command {
  const command = new Command('set')
    .description('say what a document does not say of itself; its dates are resolved anew')
    .argument('<document>', 'its id, or the beginning of it');
  return withDetails(command).action(async (id: string, options: DocumentDetails) => {
    const details = detailsOf(options);
    if (Object.keys(details).length === 0)
      throw new OnrecordError('wrong-usage', 'say what to set, for example --published 2024-12-19');
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
