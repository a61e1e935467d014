/**
 * The steps of a SQLite record's schema as they shipped with and before version 0.1: older records go through those that
 * they lack. Frozen: never changed, and nothing is appended; later steps are in `steps.ts`.
 */
export const SQLITE_HISTORY: readonly string[] = [
  `
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
  `
  create table entity (
    id text primary key,
    type text not null,
    name text not null,
    renamed text,
    origin text not null,
    merged text references entity (id),
    created text not null
  ) strict, without rowid;
  create index entity_merged on entity (merged);
  create table alias (
    entity text not null references entity (id) on delete cascade,
    key text not null,
    name text not null,
    origin text not null,
    primary key (entity, key, name)
  ) strict, without rowid;
  create index alias_key on alias (key);
  create table identifier (
    entity text not null references entity (id) on delete cascade,
    scheme text not null,
    value text not null,
    primary key (scheme, value)
  ) strict, without rowid;
  create table holding (
    entity text not null references entity (id) on delete cascade,
    post text not null,
    key text not null,
    organisation text,
    earliest text not null default '',
    latest text,
    primary key (entity, post, earliest)
  ) strict, without rowid;
  create index holding_key on holding (key);
  create table link (
    document text not null references document (id) on delete cascade,
    type text not null,
    name text not null,
    role text,
    entity text not null references entity (id),
    origin text not null,
    basis text not null,
    primary key (document, type, name)
  ) strict, without rowid;
  create index link_entity on link (entity);
  create table about (
    statement text not null references statement (id) on delete cascade,
    document text not null,
    type text not null,
    name text not null,
    primary key (statement, type, name)
  ) strict, without rowid;
  create index about_name on about (document, type, name);
  create table named (
    document text not null references document (id) on delete cascade,
    type text not null,
    name text not null,
    role text,
    aliases text not null default '[]',
    primary key (document, type, name)
  ) strict, without rowid;
  create table decision (
    id text primary key,
    kind text not null,
    value text not null,
    author text not null,
    made text not null,
    undone text
  ) strict, without rowid;
  create table review (
    id text primary key,
    document text not null,
    kind text not null,
    selector text not null,
    value text not null,
    author text not null,
    made text not null,
    undone text
  ) strict, without rowid;
  create index review_document on review (document);
  alter table statement add column extracted text;
  alter table statement add column origin text not null default 'program';
  create trigger statement_changed after update of content, speaker on statement
  when old.content != new.content or old.speaker != new.speaker begin
    insert into statement_search (statement_search, rowid, content, speaker)
    values ('delete', old.rowid, old.content, old.speaker);
    insert into statement_search (rowid, content, speaker) values (new.rowid, new.content, new.speaker);
  end;
  `,
  `
  create table report (
    statement text primary key references statement (id) on delete cascade,
    document text not null references document (id) on delete cascade,
    utterance text not null
  ) strict, without rowid;
  create index report_document on report (document);
  create index report_utterance on report (utterance);
  create table vector (
    statement text primary key references statement (id) on delete cascade,
    value blob not null
  ) strict, without rowid;
  create table topic (
    name text primary key collate nocase,
    phrasings text not null
  ) strict, without rowid;
  create index statement_parent on statement (parent) where parent is not null;
  `,
  `
  alter table statement add column day text as (coalesce(earliest, latest, '9999')) virtual;
  alter table statement add column confidence real
    as (coalesce(json_extract(value, '$.confidence.statement'), 0)) virtual;
  alter table statement add column certainty real as (coalesce(
    min(json_extract(value, '$.confidence.statement'), json_extract(value, '$.confidence.speaker')), 0)) virtual;
  alter table statement add column basis text as (json_extract(value, '$.speaker.basis')) virtual;
  create index statement_day on statement (day, document, position);
  create index statement_certainty on statement (certainty, id);
  create index document_order on document (coalesce(published, ''), id);
  `,
  `
  alter table statement add column start integer as (json_extract(value, '$.content[0].start')) virtual;
  alter table document add column superseded text;
  create index document_url on document (url) where url is not null;
  create index document_superseded on document (superseded) where superseded is not null;
  create table version (
    address text not null,
    number integer not null,
    document text not null references document (id) on delete cascade,
    seen text not null,
    last text not null,
    primary key (address, number)
  ) strict, without rowid;
  create index version_document on version (document);
  create table feed (
    url text primary key,
    title text, outlet text, home text,
    state text not null,
    etag text, modified text,
    added text not null, asked text, succeeded text, due text not null,
    failures integer not null default 0,
    problem text, flaw text
  ) strict, without rowid;
  create table item (
    feed text not null references feed (url) on delete cascade,
    key text not null,
    url text, title text,
    digest text not null,
    state text not null,
    document text,
    seen text not null, due text not null,
    read text,
    attempts integer not null default 0,
    problem text,
    entry text not null,
    primary key (feed, key)
  ) strict, without rowid;
  create index item_due on item (state, due);
  create table saved_search (
    id text primary key,
    name text not null unique,
    query text not null,
    author text not null,
    created text not null,
    looked text not null,
    webhook text, secret text
  ) strict, without rowid;
  create table alert (
    id text primary key,
    search text not null references saved_search (id) on delete cascade,
    statement text not null,
    document text not null,
    fired text not null,
    why text not null,
    delivery text not null,
    attempts integer not null default 0,
    due text, problem text,
    unique (search, statement, document)
  ) strict, without rowid;
  create index alert_fired on alert (search, fired);
  create index alert_due on alert (delivery, due);
  `,
];
