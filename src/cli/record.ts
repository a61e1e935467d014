import type { Command } from 'commander';
import { type OpenRecord, openRecord, recordError } from '../record/index.ts';

/** The record that a command is to use: `--record`, else `ONRECORD_DB`, else `./onrecord.sqlite`. */
export function recordFile(command: Command): string {
  const { record } = command.optsWithGlobals<{ record?: string }>();
  return record ?? (process.env.ONRECORD_DB || 'onrecord.sqlite');
}

/** Opens the record for one command and closes it after, whatever happens. */
export async function withRecord<T>(
  command: Command,
  use: (record: OpenRecord) => Promise<T>,
  { make = false } = {},
): Promise<T> {
  const record = await openRecord(recordFile(command), { mustExist: !make });
  try {
    return await use(record);
  } catch (cause) {
    throw recordError(cause, record.place);
  } finally {
    await record.close();
  }
}
