import type { Command } from 'commander';
import { type OpenRecord, openRecord, recordError } from '../record/index.ts';

/** The record that a command uses: `--record`, else `ONRECORD_DB`, else `./onrecord.sqlite`. */
export function recordFile(command: Command): string {
  const { record } = command.optsWithGlobals<{ record?: string }>();
  return record ?? (process.env.ONRECORD_DB || 'onrecord.sqlite');
}

/**
 * Opens the record for one command and closes it afterwards.
 *
 * @param make whether to create a record that does not exist
 * @throws OnrecordError `record-missing` if it does not exist and is not created, or what `use` throws
 */
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
