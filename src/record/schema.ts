/** The tables as Kysely sees them; `migrations.ts` makes them. JSON columns hold text. */
export interface Schema {
  original: { sha256: string; format: string; bytes: Uint8Array };
  document: DocumentRow;
  appearance: {
    document: string;
    original: string;
    name: string;
    title: string | null;
    outlet: string | null;
    url: string | null;
    published: string | null;
    added: string;
  };
  statement: StatementRow;
  figure: { document: string; position: number; statement: string | null; value: string };
}

export interface DocumentRow {
  rowid?: number;
  id: string;
  original: string;
  fingerprint: string;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  url: string | null;
  published: string | null;
  language: string;
  text: string;
  /** JSON of the blocks. */
  blocks: string;
  /** JSON of what a person set; it outlasts every new reading. */
  details: string;
  /** ISO time. */
  added: string;
  /** ISO time at which it was removed; null while it is in the record. */
  removed: string | null;
}

interface StatementRow {
  rowid?: number;
  id: string;
  document: string;
  position: number;
  kind: string;
  act: string;
  speaker: string;
  speaker_type: string;
  /** The content's spans joined by " … ", for search. */
  content: string;
  earliest: string | null;
  latest: string | null;
  parent: string | null;
  /** JSON of the whole statement. */
  value: string;
}
