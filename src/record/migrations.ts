/** One step of the schema. Steps are only ever appended; a step that has shipped is never changed. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'documents, statements, figures and their search',
    sql: `
      create table original (
        sha256 text primary key,
        format text not null,
        bytes blob not null
      ) strict;

      create table document (
        rowid integer primary key,
        id text not null unique,
        original text not null references original (sha256),
        fingerprint text not null,
        title text, byline text, outlet text, url text, published text,
        language text not null,
        text text not null,
        blocks text not null,
        details text not null default '{}',
        added text not null,
        removed text
      ) strict;
      create index document_fingerprint on document (fingerprint);
      create index document_published on document (published);

      create table appearance (
        document text not null references document (id) on delete cascade,
        original text not null references original (sha256),
        name text not null,
        title text, outlet text, url text, published text,
        added text not null,
        primary key (document, original, name)
      ) strict, without rowid;

      create table statement (
        rowid integer primary key,
        id text not null unique,
        document text not null references document (id) on delete cascade,
        position integer not null,
        kind text not null,
        act text not null,
        speaker text not null,
        speaker_type text not null,
        content text not null,
        earliest text,
        latest text,
        parent text,
        value text not null
      ) strict;
      create index statement_document on statement (document, position);
      create index statement_speaker on statement (speaker collate nocase, latest);

      create table figure (
        document text not null references document (id) on delete cascade,
        position integer not null,
        statement text,
        value text not null,
        primary key (document, position)
      ) strict, without rowid;

      create virtual table statement_search using fts5 (
        content, speaker, content = 'statement', tokenize = 'unicode61 remove_diacritics 2'
      );
      create trigger statement_added after insert on statement begin
        insert into statement_search (rowid, content, speaker) values (new.rowid, new.content, new.speaker);
      end;
      create trigger statement_gone after delete on statement begin
        insert into statement_search (statement_search, rowid, content, speaker)
        values ('delete', old.rowid, old.content, old.speaker);
      end;

      create virtual table document_search using fts5 (
        title, text, content = 'document', tokenize = 'unicode61 remove_diacritics 2'
      );
      create trigger document_added after insert on document begin
        insert into document_search (rowid, title, text) values (new.rowid, new.title, new.text);
      end;
      create trigger document_gone after delete on document begin
        insert into document_search (document_search, rowid, title, text)
        values ('delete', old.rowid, old.title, old.text);
      end;
      create trigger document_changed after update of title, text on document begin
        insert into document_search (document_search, rowid, title, text)
        values ('delete', old.rowid, old.title, old.text);
        insert into document_search (rowid, title, text) values (new.rowid, new.title, new.text);
      end;
    `,
  },
];
