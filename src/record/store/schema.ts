import type { GeneratedAlways } from 'kysely';

/** The tables as Kysely sees them, alike on both stores; `sqlite-schema.ts` and `postgres-schema.ts` make them. JSON columns hold text. */
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
  entity: EntityRow;
  alias: { entity: string; key: string; name: string; origin: string };
  identifier: { entity: string; scheme: string; value: string };
  holding: {
    entity: string;
    post: string;
    /** The words of the post by which it is found, as `postKey` makes them. */
    key: string;
    organisation: string | null;
    /** ISO dates; an empty one is not known. */
    earliest: string;
    latest: string | null;
  };
  link: LinkRow;
  /** Whom and what a document names; `aliases` is JSON. */
  named: { document: string; type: string; name: string; role: string | null; aliases: string };
  about: { statement: string; document: string; type: string; name: string };
  decision: {
    id: string;
    kind: string;
    value: string;
    author: string;
    made: string;
    undone: string | null;
  };
  review: ReviewRow;
  vector: { statement: string; value: Uint8Array };
  /** `phrasings` is a JSON list. */
  topic: { name: string; phrasings: string };
  /** Which statements report one utterance; a statement is in one at most. */
  report: { statement: string; document: string; utterance: string };
  figure: { document: string; position: number; statement: string | null; value: string };
  version: { address: string; number: number; document: string; seen: string; last: string };
  feed: FeedRow;
  item: ItemRow;
  saved_search: SavedSearchRow;
  alert: AlertRow;
}

/** A feed that is followed; times are ISO. */
interface FeedRow {
  url: string;
  title: string | null;
  outlet: string | null;
  home: string | null;
  state: string;
  etag: string | null;
  modified: string | null;
  added: string;
  asked: string | null;
  succeeded: string | null;
  due: string;
  failures: number;
  /** The last failure in words. */
  problem: string | null;
  /** What is wrong with a feed that was read as far as it goes. */
  flaw: string | null;
}

/** An item that a feed had. */
interface ItemRow {
  feed: string;
  key: string;
  url: string | null;
  title: string | null;
  digest: string;
  state: string;
  document: string | null;
  seen: string;
  due: string;
  read: string | null;
  attempts: number;
  problem: string | null;
  /** JSON of what the feed itself has of it. */
  entry: string;
}

interface SavedSearchRow {
  id: string;
  name: string;
  /** JSON. */
  query: string;
  author: string;
  created: string;
  /** JSON of how far it has looked. */
  looked: string;
  webhook: string | null;
  secret: string | null;
}

interface AlertRow {
  id: string;
  search: string;
  statement: string;
  document: string;
  fired: string;
  /** JSON. */
  why: string;
  delivery: string;
  attempts: number;
  due: string | null;
  problem: string | null;
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
  /** The document that its address shows now, where that is another; null for what is shown. */
  superseded: string | null;
}

/** A person or organisation across documents. */
interface EntityRow {
  id: string;
  type: string;
  name: string;
  renamed: string | null;
  origin: string;
  merged: string | null;
  created: string;
}

/** A name as one document uses it, and whom it means. */
export interface LinkRow {
  document: string;
  type: string;
  name: string;
  role: string | null;
  entity: string;
  origin: string;
  /** How it was found: "new", "name", "alias", "surname", "post", "person". */
  basis: string;
}

interface ReviewRow {
  id: string;
  document: string;
  kind: string;
  /** JSON of a quote selector. */
  selector: string;
  /** JSON of what the person says. */
  value: string;
  author: string;
  /** ISO times. */
  made: string;
  undone: string | null;
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
  /** JSON of the whole statement, reviews applied. */
  value: string;
  /** JSON of it as it was extracted, where a review says otherwise. */
  extracted: string | null;
  /** "program", "person" where somebody added it, "rejected" where somebody said that it is none. */
  origin: string;
  /** When it was said, for the order: the first date that is known, '9999' where none is. */
  day: GeneratedAlways<string>;
  /** The confidence in the statement, and the lower of that and the one in its speaker. */
  confidence: GeneratedAlways<number>;
  certainty: GeneratedAlways<number>;
  /** How its speaker was found. */
  basis: GeneratedAlways<string>;
  /** Where its content begins: UTF-16 offset in the document's text. */
  start: GeneratedAlways<number>;
}
