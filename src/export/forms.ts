import { type Block, OnrecordError } from '../document/index.ts';
import { getDocument, type OpenRecord, type StoredStatement } from '../record/index.ts';
import { toAnnotations } from './annotations.ts';
import { toJsonLd } from './jsonld.ts';
import { toParquet } from './parquet.ts';
import { toCsv, toJsonLines } from './statements.ts';

type Statements = Iterable<StoredStatement> | AsyncIterable<StoredStatement>;

/** A form in which statements leave. */
export interface StatementForm {
  /** Media type. */
  readonly type: string;
  /** What a file of it is called. */
  readonly file: string;
  readonly write: (record: OpenRecord, statements: Statements) => AsyncIterable<string | Uint8Array>;
}

/** All forms by their names; the command line and the API know the same. */
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

/** The form of a name. Throws `wrong-usage` for a name that none has. */
export function statementForm(name: string): StatementForm {
  if (!Object.hasOwn(STATEMENT_FORMS, name))
    throw new OnrecordError('wrong-usage', `${name} is none of ${Object.keys(STATEMENT_FORMS).join(', ')}`);
  return STATEMENT_FORMS[name as StatementFormName];
}

/** Documents that are kept at once while statements of several are written. */
const KEPT = 32;

/** The texts of documents, each read once while statements of it come one after the other. */
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
