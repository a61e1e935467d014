import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OnrecordError } from '../../document/index.ts';
import { plain } from '../../language/english/plain.ts';

/** "onre", in the head of the file: it tells a record from another program's database. */
export const APPLICATION_ID = 0x6f6e7265;

/** Milliseconds to wait for another program that writes to the file. */
const WAIT = 30_000;

/** A file of SQLite that is open. */
export interface OpenFile {
  readonly sqlite: Database.Database;
  readonly isReadOnly: boolean;
  /** What is to be done after it is closed. */
  after(): void;
}

/**
 * Opens a file that is a record, or is to be one. What is not ours is refused and left as it is.
 *
 * @throws OnrecordError `record-damaged`; what SQLite throws
 */
export function openFile(file: string): OpenFile {
  const isThere = existsSync(file);
  if (isThere) refuseForeign(file);
  if (isThere && !isWritable(file)) return openReadOnly(file);
  const sqlite = new Database(file, { timeout: WAIT });
  try {
    sqlite.pragma('journal_mode = wal');
    if (isEmpty(sqlite)) sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  } catch (cause) {
    sqlite.close();
    // The file may be written to, but not the folder, where SQLite keeps what it writes first.
    if (isThere && isForbidden(cause)) return openReadOnly(file);
    throw cause;
  }
  sqlite.pragma('synchronous = normal');
  return { sqlite: withFunctions(sqlite), isReadOnly: false, after: () => undefined };
}

function isEmpty(sqlite: Database.Database): boolean {
  return sqlite.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
}

function isWritable(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw cause;
  }
}

function isForbidden(cause: unknown): boolean {
  const { code = '' } = cause as { code?: string };
  return code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN');
}

/**
 * Opens a record to be asked. Where SQLite cannot read it without writing beside it, a copy is read, which takes as long as
 * copying the file.
 */
function openReadOnly(file: string): OpenFile {
  const sqlite = readOnly(file);
  if (sqlite) return { sqlite: withFunctions(sqlite), isReadOnly: true, after: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const after = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'record.sqlite');
    for (const end of ['', '-wal'])
      if (existsSync(file + end)) copyFileSync(file + end, copy + end, constants.COPYFILE_FICLONE);
    const copied = new Database(copy);
    copied.pragma('query_only = on');
    return { sqlite: withFunctions(copied), isReadOnly: true, after };
  } catch (cause) {
    after();
    throw cause;
  }
}

function readOnly(file: string): Database.Database | undefined {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { readonly: true, timeout: WAIT });
    sqlite.pragma('schema_version');
    return sqlite;
  } catch (cause) {
    sqlite?.close();
    if (isForbidden(cause)) return undefined;
    throw cause;
  }
}

function withFunctions(sqlite: Database.Database): Database.Database {
  sqlite.function('plain_name', { deterministic: true }, (name) => (typeof name === 'string' ? plain(name) : ''));
  return sqlite;
}

/** The head of a file of SQLite and the head of its first page: https://sqlite.org/fileformat2.html. */
const HEAD = 108;
const MAGIC = 'SQLite format 3\0';
const AT_APPLICATION_ID = 68;
const AT_PAGE_TYPE = 100;
const AT_CELLS = 103;
const LEAF = 13;

/**
 * Refuses a file that is neither a record nor empty. The head is read without SQLite, which would write to the file, or
 * beside it, to look into it.
 */
function refuseForeign(file: string): void {
  if (statSync(file).isDirectory()) throw new OnrecordError('record-damaged', `${file} is a folder, not a record`);
  const head = headOf(file);
  if (head.length === 0) return;
  if (head.length < HEAD || head.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new OnrecordError('record-damaged', `${file} is not a record, or it is damaged`);
  if (head.readInt32BE(AT_APPLICATION_ID) === APPLICATION_ID) return;
  const hasNoTables = head[AT_PAGE_TYPE] === LEAF && head.readUInt16BE(AT_CELLS) === 0;
  const isOurs = hasChangesBeside(file) ? isOursInAll(file) : hasNoTables && head.readInt32BE(AT_APPLICATION_ID) === 0;
  if (!isOurs) throw new OnrecordError('record-damaged', `${file} is a database of another program, not a record`);
}

function headOf(file: string): Buffer {
  const opened = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(opened, head, 0, HEAD, 0));
  } finally {
    closeSync(opened);
  }
}

/** Whether changes stand beside the file that are not in it yet. */
function hasChangesBeside(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function isOursInAll(file: string): boolean {
  const sqlite = new Database(file, { readonly: true, timeout: WAIT });
  try {
    const id = sqlite.pragma('application_id', { simple: true });
    return id === APPLICATION_ID || (id === 0 && isEmpty(sqlite));
  } finally {
    sqlite.close();
  }
}
