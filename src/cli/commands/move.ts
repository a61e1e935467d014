import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import { moveRecord, openRecord, recordError, type TableDigest } from '../../record/index.ts';
import { write } from '../print.ts';

/** `onrecord move FROM TO` */
export function moveCommand(): Command {
  return new Command('move')
    .description('copy a record to another place, with all that persons said, and prove that nothing is missing')
    .argument('<from>', 'a record: a file, or postgres://…')
    .argument('<to>', 'an empty place: a file, or postgres://…')
    .option('--json', 'print rows and digests of each table as JSON')
    .addHelpText(
      'after',
      '\nThe record stays where it was. Rows are read again on both sides, and their SHA-256 must agree.\nFeeds and saved searches move too; what workers have queued does not.',
    )
    .action(async (from: string, to: string, options: { json?: boolean }) => {
      if (from === to) throw new OnrecordError('wrong-usage', 'these are one place; name two');
      const digests = await move(from, to);
      if (options.json) await write([`${JSON.stringify(digests, null, 2)}\n`]);
      else
        await write(
          digests
            .filter(({ rows }) => rows > 0)
            .map(({ table, rows, digest }) => `${table.padEnd(14)} ${String(rows).padStart(9)}  ${digest}\n`),
        );
      process.stderr.write('The copy is the same, row by row.\n');
    });
}

async function move(from: string, to: string): Promise<TableDigest[]> {
  const source = await openRecord(from, { mustExist: true });
  try {
    const target = await openRecord(to);
    try {
      return await moveRecord(source, target, (table, rows) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${table} ${rows.toLocaleString('en')}          `);
      });
    } catch (cause) {
      throw recordError(cause, to);
    } finally {
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      await target.close();
    }
  } catch (cause) {
    throw recordError(cause, from);
  } finally {
    await source.close();
  }
}
