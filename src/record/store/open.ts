import { existsSync } from 'node:fs';
import { OnrecordError } from '../../document/index.ts';
import { moveRecord } from './move.ts';
import { isPostgresPlace, openPostgres } from './postgres.ts';
import type { OpenOptions, OpenRecord } from './record.ts';
import { openSqlite } from './sqlite.ts';

export type { OpenRecord } from './record.ts';

/**
 * Opens a record, made new where there is none unless `mustExist`. An older record is brought up to date; of a SQLite file
 * a copy is kept beside it. A file that cannot be written to is opened to be asked.
 *
 * @param place a file, or `postgres://user:password@host/database?schema=onrecord`
 * @throws OnrecordError `record-missing`, `record-newer`, `record-damaged` (also for what another program made),
 *   `record-busy`, `record-read-only` where an older record cannot be brought up to date, `wrong-usage` for an address
 *   that is none
 */
export async function openRecord(place: string, options: OpenOptions = {}): Promise<OpenRecord> {
  return isPostgresPlace(place) ? await openPostgres(place, options, copyToFile) : await openSqlite(place, options);
}

async function copyToFile(record: OpenRecord, file: string): Promise<void> {
  if (existsSync(file)) throw new OnrecordError('wrong-usage', `${file} is already there; name a new file`);
  const copy = await openSqlite(file);
  try {
    await moveRecord(record, copy);
  } finally {
    await copy.close();
  }
}
