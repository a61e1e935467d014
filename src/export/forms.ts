import { type Block, OnrecordError } from '../document/index.ts';
import { getDocument, type OpenRecord, type StoredStatement } from '../record/index.ts';
import { toAnnotations } from './annotations.ts';
import { toJsonLd } from './jsonld.ts';
import { toParquet } from './parquet.ts';
import { toCsv, toJsonLines } from './statements.ts';

type Statements = Iterable<StoredStatement> | AsyncIterable<StoredStatement>;

/** A format in which statements are exported. */
export interface StatementForm {
  /** Media type. */
  readonly type: string;
  /** The name of an exported file. */
  readonly file: string;
  readonly write: (record: OpenRecord, statements: Statements) => AsyncIterable<string | Uint8Array>;
}

/** All formats by name, for the command line and the API alike. */
export const STATEMENT_FORMS = {
  csv: { type: 'text/csv; charset=utf-8', file: 'statements.csv', write: (_, all) => toCsv(all) },
  jsonl: { type: 'application/x-ndjson', file: 'statements.jsonl', write: (_, all) => toJsonLines(all) },
  parquet: {
    type: 'application/vnd.apache.parquet',
    file: 'statements.parquet',
    async *write(_, all) {
      yield await toParquet(all);
    },
  },
  jsonld: { type: 'application/ld+json', file: 'statements.jsonld', write: (_, all) => toJsonLd(all) },
  annotations: {
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    file: 'statements.annotations.jsonld',
    write: (record, all) => toAnnotations(all, textsOf(record)),
  },
} as const satisfies Readonly<Record<string, StatementForm>>;

export type StatementFormName = keyof typeof STATEMENT_FORMS;

/**
 * The format of this name.
 *
 * @throws OnrecordError `wrong-usage` if there is none
 */
export function statementForm(name: string): StatementForm {
  if (!Object.hasOwn(STATEMENT_FORMS, name))
    throw new OnrecordError('wrong-usage', `${name} is not a format; use ${Object.keys(STATEMENT_FORMS).join(', ')}`);
  return STATEMENT_FORMS[name as StatementFormName];
}

/** How many documents are kept in memory, at most. */
const KEPT = 32;

/** Reads the texts of documents by id, each only once as long as its statements follow each other. */
export function textsOf(
  record: OpenRecord,
): (id: string) => Promise<{ readonly text: string; readonly blocks: readonly Block[] }> {
  const kept = new Map<string, Awaited<ReturnType<typeof getDocument>>>();
  return async (id) => {
    const known = kept.get(id);
    if (known) return known;
    const document = await getDocument(record, id);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(id, document);
    return document;
  };
}
