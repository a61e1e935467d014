import {
  bytes,
  type Column,
  caselessText,
  computed,
  growingNumber,
  integer,
  optionalText,
  partOf,
  pointerTo,
  rowNumber,
  text,
  withDefault,
} from './columns.ts';

/** A column of an index, or what is computed from columns. */
export type IndexPart = string | { readonly caseless: string } | { readonly expression: string };

export interface Index {
  readonly on: readonly IndexPart[];
  /** The condition for a row to be in the index. */
  readonly where?: string;
  /** Rows are listed in the order of this index; rows without a value come first. */
  readonly isOrder?: true;
}

export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  /** Columns, besides the key, whose values together are given only once. */
  readonly unique?: readonly (readonly string[])[];
  /** Indexes by name. */
  readonly indexes?: Readonly<Record<string, Index>>;
  /** Columns of full text with their weight: A for the text itself, B for what stands beside it. */
  readonly search?: Readonly<Record<string, 'A' | 'B'>>;
  /** Its rows hold much: SQLite keeps them apart from the key. */
  readonly isLarge?: true;
}

/**
 * The tables of a record, on both stores, in an order in which each points only to those before it. The stores' own SQL,
 * the types of `Schema`, what is copied to another record, and the triggers are made from this. To change it, change
 * it here and append a step to `steps.ts`. Columns of JSON hold text; times are ISO.
 */
export const TABLES = {
  original: { columns: { sha256: text, format: text, bytes }, key: ['sha256'], isLarge: true },

  document: {
    columns: {
      rowid: rowNumber,
      id: text,
      original: pointerTo('original', 'sha256'),
      fingerprint: text,
      title: optionalText,
      byline: optionalText,
      outlet: optionalText,
      url: optionalText,
      published: optionalText,
      /** When the source says that it was last changed. */
      modified: optionalText,
      /** Where a page kept the text, if not where it shows it: "structured-data" or "page-state". */
      body_from: optionalText,
      /** "true" where a page gave hardly any text. */
      thin: optionalText,
      language: text,
      text,
      /** JSON of the blocks. */
      blocks: text,
      /** JSON of what a person set; it outlasts every new reading. */
      details: withDefault(text, '{}'),
      added: text,
      /** When it was removed; null while it is in the record. */
      removed: optionalText,
      /** The document that its address shows now, where that is another; null for what is shown. */
      superseded: optionalText,
    },
    key: ['id'],
    indexes: {
      document_fingerprint: { on: ['fingerprint'] },
      document_published: { on: ['published'], isOrder: true },
      document_order: { on: [{ expression: "coalesce(published, '')" }, 'id'], isOrder: true },
      document_url: { on: ['url'], where: 'url is not null' },
      document_superseded: { on: ['superseded'], where: 'superseded is not null' },
    },
    search: { title: 'B', text: 'A' },
  },

  appearance: {
    columns: {
      document: partOf('document', 'id'),
      original: pointerTo('original', 'sha256'),
      name: text,
      title: optionalText,
      outlet: optionalText,
      url: optionalText,
      published: optionalText,
      added: text,
    },
    key: ['document', 'original', 'name'],
    indexes: { appearance_original: { on: ['original'] } },
  },

  statement: {
    columns: {
      /** Saved searches, and comparisons that wait for the record, know by it what came since. */
      rowid: growingNumber,
      id: text,
      document: partOf('document', 'id'),
      position: integer,
      kind: text,
      act: text,
      speaker: text,
      speaker_type: text,
      /** The content's spans joined by " … ", for search. */
      content: text,
      earliest: optionalText,
      latest: optionalText,
      parent: optionalText,
      /** JSON of the whole statement, reviews applied. */
      value: text,
      /** JSON of the statement as it was extracted, where a review says otherwise. */
      extracted: optionalText,
      /** "program", "person" where somebody added it, "rejected" where somebody said that it is none. */
      origin: withDefault(text, 'program'),
      /** When it was said, for the order: the first date that is known, '9999' where none is. */
      day: computed<string>('text', () => "coalesce(earliest, latest, '9999')"),
      /** The confidence in the statement. */
      confidence: computed<number>(
        'real',
        ({ json }) => `coalesce(${json('value', ['confidence', 'statement'], 'real')}, 0)`,
      ),
      /** The lower of the confidences in the statement and in its speaker. */
      certainty: computed<number>('real', ({ json, lowest }) => {
        const [statement, speaker] = ['statement', 'speaker'].map((of) => json('value', ['confidence', of], 'real'));
        return `coalesce(${lowest(statement!, speaker!)}, 0)`;
      }),
      /** How its speaker was found. */
      basis: computed<string>('text', ({ json }) => json('value', ['speaker', 'basis'], 'text')),
      /** Where its content begins: UTF-16 offset in the document's text. */
      start: computed<number>('integer', ({ json }) => json('value', ['content', 0, 'start'], 'integer')),
      /** "speech" or "thought"; statements of before they were told apart count as speech. */
      class: computed<string>('text', ({ json }) => `coalesce(${json('value', ['class'], 'text')}, 'speech')`),
    },
    key: ['id'],
    indexes: {
      statement_document: { on: ['document', 'position'] },
      statement_speaker: { on: [{ caseless: 'speaker' }, 'latest'] },
      statement_parent: { on: ['parent'], where: 'parent is not null' },
      statement_day: { on: ['day', 'document', 'position'], isOrder: true },
      statement_certainty: { on: ['certainty', 'id'], isOrder: true },
    },
    search: { content: 'A', speaker: 'B' },
  },

  figure: {
    columns: { document: partOf('document', 'id'), position: integer, statement: optionalText, value: text },
    key: ['document', 'position'],
  },

  /** A person or organisation across documents. */
  entity: {
    columns: {
      id: text,
      type: text,
      name: text,
      /** What a person calls it; null where nobody has said. */
      renamed: optionalText,
      /** Who made it: "program", "import" or "person". */
      origin: text,
      /** The entity that a person merged it into. */
      merged: { ...pointerTo('entity', 'id'), isNullable: true } as Column<string | null>,
      created: text,
    },
    key: ['id'],
    indexes: { entity_merged: { on: ['merged'] } },
  },

  alias: {
    columns: { entity: partOf('entity', 'id'), key: text, name: text, origin: text },
    key: ['entity', 'key', 'name'],
    indexes: { alias_key: { on: ['key'] } },
  },

  identifier: {
    columns: { entity: partOf('entity', 'id'), scheme: text, value: text },
    key: ['scheme', 'value'],
  },

  /** A post that somebody held. */
  holding: {
    columns: {
      entity: partOf('entity', 'id'),
      post: text,
      /** The words of the post by which it is found, as `postKey` makes them. */
      key: text,
      organisation: optionalText,
      /** ISO date; empty where it is not known. */
      earliest: withDefault(text, ''),
      latest: optionalText,
    },
    key: ['entity', 'post', 'earliest'],
    indexes: { holding_key: { on: ['key'] } },
  },

  /** A party, the sex or a country of somebody, as a file or a person says: never guessed. */
  trait: {
    columns: {
      entity: partOf('entity', 'id'),
      /** "party", "sex" or "country". */
      kind: text,
      value: text,
      /** ISO dates between which it held; empty and null where they are not known, or it holds still. */
      earliest: withDefault(text, ''),
      latest: optionalText,
      /** "import" or "person"; what a person says stands before what files say. */
      origin: text,
    },
    key: ['entity', 'kind', 'value', 'earliest', 'origin'],
  },

  /** A name as one document uses it, and whom it means. */
  link: {
    columns: {
      document: partOf('document', 'id'),
      type: text,
      name: text,
      role: optionalText,
      entity: pointerTo('entity', 'id'),
      origin: text,
      /** How it was found: "new", "name", "alias", "surname", "post", "person". */
      basis: text,
    },
    key: ['document', 'type', 'name'],
    indexes: { link_entity: { on: ['entity'] } },
  },

  /** Whom and what a statement mentions. */
  about: {
    columns: { statement: partOf('statement', 'id'), document: text, type: text, name: text },
    key: ['statement', 'type', 'name'],
    indexes: { about_name: { on: ['document', 'type', 'name'] } },
  },

  /** Whom and what a document names, in its statements or not. */
  named: {
    columns: {
      document: partOf('document', 'id'),
      type: text,
      name: text,
      role: optionalText,
      /** JSON list of short names. */
      aliases: withDefault(text, '[]'),
    },
    key: ['document', 'type', 'name'],
  },

  /** What a person decided about entities; the newest counts, an undone one does not. */
  decision: {
    columns: { id: text, kind: text, value: text, author: text, made: text, undone: optionalText },
    key: ['id'],
  },

  /** What a person said of a statement. */
  review: {
    columns: {
      id: text,
      document: text,
      kind: text,
      /** JSON of a quote selector. */
      selector: text,
      /** JSON of what the person says. */
      value: text,
      author: text,
      made: text,
      undone: optionalText,
    },
    key: ['id'],
    indexes: { review_document: { on: ['document'] } },
  },

  /** Which statements report one utterance; a statement is in one at most. */
  report: {
    columns: { statement: partOf('statement', 'id'), document: partOf('document', 'id'), utterance: text },
    key: ['statement'],
    indexes: { report_document: { on: ['document'] }, report_utterance: { on: ['utterance'] } },
  },

  /** What a statement is about: 384 bytes, each a whole number from -127 to 127. */
  vector: {
    columns: { statement: partOf('statement', 'id'), value: bytes },
    key: ['statement'],
  },

  /** Phrasings of a topic under one name; a JSON list. */
  topic: { columns: { name: caselessText, phrasings: text }, key: ['name'] },

  /** What an address showed, and when; the one with the highest number is what it shows now. */
  version: {
    columns: { address: text, number: integer, document: partOf('document', 'id'), seen: text, last: text },
    key: ['address', 'number'],
    indexes: { version_document: { on: ['document'] } },
  },

  /** A feed that is followed. */
  feed: {
    columns: {
      url: text,
      title: optionalText,
      outlet: optionalText,
      home: optionalText,
      /** "active", "paused" by a person, or "gone" where its server says so. */
      state: text,
      etag: optionalText,
      modified: optionalText,
      added: text,
      asked: optionalText,
      /** When it was last read without failure. */
      succeeded: optionalText,
      due: text,
      /** Failures in a row. */
      failures: withDefault(integer, 0),
      /** The last failure in words. */
      problem: optionalText,
      /** What is wrong with a feed that was read as far as it goes. */
      flaw: optionalText,
    },
    key: ['url'],
  },

  /** An item that a feed had. */
  item: {
    columns: {
      feed: partOf('feed', 'url'),
      /** What tells the feed's items apart: an id, or else an address. */
      key: text,
      url: optionalText,
      title: optionalText,
      /** Of what was seen of it: an item whose digest changes is read again. */
      digest: text,
      /** "waiting", "done" or "failed". */
      state: text,
      document: optionalText,
      seen: text,
      due: text,
      /** When it was first read. */
      read: optionalText,
      attempts: withDefault(integer, 0),
      problem: optionalText,
      /** JSON of what the feed itself has of it. */
      entry: text,
    },
    key: ['feed', 'key'],
    indexes: { item_due: { on: ['state', 'due'] } },
  },

  saved_search: {
    columns: {
      id: text,
      name: text,
      /** JSON of what is searched for. */
      query: text,
      author: text,
      created: text,
      /** JSON of how far it has looked: the number of the last statement, and the time of the last version. */
      looked: text,
      webhook: optionalText,
      secret: optionalText,
    },
    key: ['id'],
    unique: [['name']],
  },

  /** A saved search found a statement. */
  alert: {
    columns: {
      id: text,
      search: partOf('saved_search', 'id'),
      statement: text,
      document: text,
      fired: text,
      /** JSON: why it fired, with the passage. */
      why: text,
      /** Of the webhook: "none", "waiting", "sending", "done" or "dead". */
      delivery: text,
      attempts: withDefault(integer, 0),
      due: optionalText,
      problem: optionalText,
    },
    key: ['id'],
    unique: [['search', 'statement', 'document']],
    indexes: { alert_fired: { on: ['search', 'fired'] }, alert_due: { on: ['delivery', 'due'] } },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof TABLES;

/** The tables as a list, in their order, without the types of their columns. */
export const TABLE_LIST: readonly (readonly [TableName, Table])[] = Object.entries(TABLES) as [TableName, Table][];
