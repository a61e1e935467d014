import { OnrecordError, type Statement } from '../document/index.ts';
import { getDocument } from './documents.ts';
import { statementOf } from './statements/json.ts';
import type { OpenRecord } from './store/record.ts';

/** What an address showed, from one time to another. */
export interface DocumentVersion {
  readonly address: string;
  /** From 1. */
  readonly number: number;
  readonly document: string;
  readonly title: string | null;
  /** ISO times at which it was seen first and last. */
  readonly seen: string;
  readonly last: string;
}

/**
 * All that the addresses of a document showed, oldest first; one line where nothing else is known.
 *
 * @param id of any version, or the beginning of it
 * @throws OnrecordError `not-found`
 */
export async function versionsOf(record: OpenRecord, id: string): Promise<DocumentVersion[]> {
  const document = await anyDocument(record, id);
  const addresses = await record.db.selectFrom('version').select('address').where('document', '=', document).execute();
  if (addresses.length === 0) return [];
  return await record.db
    .selectFrom('version')
    .innerJoin('document', 'document.id', 'version.document')
    .select(['version.address', 'version.number', 'version.document', 'document.title', 'version.seen', 'version.last'])
    .where(
      'version.address',
      'in',
      addresses.map(({ address }) => address),
    )
    .orderBy('version.address')
    .orderBy('version.number')
    .execute();
}

/** The id of a document, whether it is shown, out of date, or removed. */
async function anyDocument(record: OpenRecord, id: string): Promise<string> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('id', 'like', `${id.replace(/[%_]/gu, '')}%`)
    .orderBy('id')
    .limit(2)
    .execute();
  if (rows.length === 1 || rows[0]?.id === id) return rows[0]!.id;
  if (rows.length === 0) throw new OnrecordError('not-found', `no document in the record has the id ${id}`);
  throw new OnrecordError('not-found', `several documents have ids that begin with ${id}; give more of it`);
}

/** An article that was changed after it was read. */
export interface ChangedDocument {
  readonly address: string;
  /** The version that is shown now. */
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly versions: number;
  /** ISO time at which the last change was seen. */
  readonly changed: string;
}

/** Addresses that showed another document from a time on, with what they showed before. */
export async function versionsSince(
  record: OpenRecord,
  time: string,
): Promise<{ readonly before: string; readonly document: string; readonly seen: string }[]> {
  return await record.db
    .selectFrom('version')
    .innerJoin('version as earlier', (join) =>
      join
        .onRef('earlier.address', '=', 'version.address')
        .on((on) => on('earlier.number', '=', on('version.number', '-', 1))),
    )
    .select(['earlier.document as before', 'version.document', 'version.seen'])
    .where('version.seen', '>=', time)
    .orderBy('version.seen')
    .execute();
}

/** The articles of which several versions are known, the last changed first. */
export async function changedDocuments(record: OpenRecord, limit = 100): Promise<ChangedDocument[]> {
  const rows = await record.db
    .selectFrom('version')
    .innerJoin('document', 'document.id', 'version.document')
    .select([
      'version.address',
      'version.document',
      'document.title',
      'document.outlet',
      'version.number as versions',
      'version.seen as changed',
    ])
    .where('version.number', '>', 1)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('version as later')
            .select('later.number')
            .whereRef('later.address', '=', 'version.address')
            .whereRef('later.number', '>', 'version.number'),
        ),
      ),
    )
    .orderBy('version.seen', 'desc')
    .orderBy('version.address')
    .limit(limit)
    .execute();
  return rows;
}

/** The statements of a version, reviews applied, in the order of its text; also of a version that is out of date. */
export async function statementsOfVersion(record: OpenRecord, document: string): Promise<Statement[]> {
  const rows = await record.db
    .selectFrom('statement')
    .select('value')
    .where('document', '=', document)
    .where('origin', '!=', 'rejected')
    .orderBy('start')
    .orderBy('position')
    .execute();
  return rows.map(({ value }) => statementOf(value));
}

/** A document as it was read, whether it is shown or out of date. Throws `not-found`. */
export async function getVersion(record: OpenRecord, id: string) {
  const { removed } = await record.db
    .selectFrom('document')
    .select('removed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return await getDocument(record, id, { removed: removed !== null });
}
