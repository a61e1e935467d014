/** The step that makes a new record whole, and brings an older one to what version 0.1 made. */
export const FIRST_STEP = '05-as-released-in-0.1';

/** The units of figures that had other names in 0.1, and the names that they have now. */
const RENAMED_UNITS = [
  ['km', 'kilometre'],
  ['kilometer', 'kilometre'],
  ['mm', 'millimetre'],
  ['cm', 'centimetre'],
  ['meter', 'metre'],
  ['kg', 'kilogram'],
  ['kilo', 'kilogram'],
  ['mg', 'milligram'],
  ['liter', 'litre'],
  ['mph', 'mile per hour'],
  ['mw', 'megawatt'],
  ['gw', 'gigawatt'],
  ['kw', 'kilowatt'],
] as const;

/** In the JSON of a figure; the same for both stores. */
const RENAME_UNITS = `
  update figure set value = replace(value, '"unit":"' || renamed.old || '"', '"unit":"' || renamed.name || '"')
  from (${RENAMED_UNITS.map(([old, name]) => `select '${old}' as old, '${name}' as name`).join(' union all ')}) as renamed
  where value like '%"unit":"' || renamed.old || '"%';
`;

/**
 * The later steps of the schema, by names that begin with the schema's number, each as SQL for both stores. Only ever
 * appended; a step that has shipped is never changed. A new record is made from `tables.ts` and needs none of them.
 */
export const LATER_STEPS: Readonly<Record<string, { readonly sqlite: string; readonly postgres: string }>> = {
  '06-statement-numbers-only-grow': {
    // The table is made again, for `autoincrement` cannot be added. Numbers that saved searches have seen stay taken,
    // although the statements that had them may be gone. Only Postgres had the index of originals.
    sqlite: `
      create table statement_made_again (
        rowid integer primary key autoincrement,
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
        value text not null,
        extracted text,
        origin text not null default 'program',
        day text generated always as (coalesce(earliest, latest, '9999')) virtual,
        confidence real generated always as (coalesce(json_extract(value, '$.confidence.statement'), 0)) virtual,
        certainty real generated always as (coalesce(min(json_extract(value, '$.confidence.statement'),
          json_extract(value, '$.confidence.speaker')), 0)) virtual,
        basis text generated always as (json_extract(value, '$.speaker.basis')) virtual,
        start integer generated always as (json_extract(value, '$.content[0].start')) virtual
      ) strict;
      insert into statement_made_again (rowid, id, document, position, kind, act, speaker, speaker_type, content,
          earliest, latest, parent, value, extracted, origin)
        select rowid, id, document, position, kind, act, speaker, speaker_type, content,
          earliest, latest, parent, value, extracted, origin from statement order by rowid;
      drop table statement;
      alter table statement_made_again rename to statement;
      delete from sqlite_sequence where name = 'statement';
      insert into sqlite_sequence (name, seq) select 'statement', max(
        (select coalesce(max(rowid), 0) from statement),
        (select coalesce(max(json_extract(looked, '$.statement')), 0) from saved_search));
      create index statement_document on statement (document, position);
      create index statement_speaker on statement (speaker collate nocase, latest);
      create index statement_parent on statement (parent) where parent is not null;
      create index statement_day on statement (day, document, position);
      create index statement_certainty on statement (certainty, id);
      create trigger statement_added after insert on statement begin
        insert into statement_search (rowid, content, speaker) values (new.rowid, new.content, new.speaker);
      end;
      create trigger statement_gone after delete on statement begin
        insert into statement_search (statement_search, rowid, content, speaker)
        values ('delete', old.rowid, old.content, old.speaker);
      end;
      create trigger statement_changed after update of content, speaker on statement
      when old.content is not new.content or old.speaker is not new.speaker begin
        insert into statement_search (statement_search, rowid, content, speaker)
        values ('delete', old.rowid, old.content, old.speaker);
        insert into statement_search (rowid, content, speaker) values (new.rowid, new.content, new.speaker);
      end;
      create index appearance_original on appearance (original);
      drop trigger document_changed;
      create trigger document_changed after update of title, text on document
      when old.title is not new.title or old.text is not new.text begin
        insert into document_search (document_search, rowid, title, text)
        values ('delete', old.rowid, old.title, old.text);
        insert into document_search (rowid, title, text) values (new.rowid, new.title, new.text);
      end;
    `,
    // Its sequence always grew, but a record that was moved here began again after its highest number. The index is
    // dropped because the key does the same: text is ordered by code points.
    postgres: `
      lock table statement in exclusive mode;
      select setval('statement_rowid_seq', 1 + greatest(
        (select case when is_called then last_value else last_value - 1 end from statement_rowid_seq),
        (select max((looked::jsonb ->> 'statement')::bigint) from saved_search)), false);
      drop index document_id_beginning;
    `,
  },
  '07-speech-or-thought': {
    sqlite: `
      alter table statement add column class text
        generated always as (coalesce(json_extract(value, '$.class'), 'speech')) virtual;
    `,
    postgres: `
      alter table statement add column class text collate "C"
        generated always as (coalesce(value::jsonb #>> '{class}', 'speech')) stored;
    `,
  },
  '08-units-by-their-names': { sqlite: RENAME_UNITS, postgres: RENAME_UNITS },
  '09-modified-and-thin': {
    sqlite: `
      alter table document add column modified text;
      alter table document add column body_from text;
      alter table document add column thin text;
    `,
    postgres: `
      alter table document add column modified text collate "C";
      alter table document add column body_from text collate "C";
      alter table document add column thin text collate "C";
    `,
  },
  '10-traits': {
    sqlite: `
      create table trait (
        entity text not null references entity (id) on delete cascade,
        kind text not null,
        value text not null,
        earliest text not null default '',
        latest text,
        origin text not null,
        primary key (entity, kind, value, earliest, origin)
      ) strict, without rowid;
    `,
    postgres: `
      create table trait (
        entity text collate "C" not null references entity (id) on delete cascade,
        kind text collate "C" not null,
        value text collate "C" not null,
        earliest text collate "C" not null default '',
        latest text collate "C",
        origin text collate "C" not null,
        primary key (entity, kind, value, earliest, origin)
      );
      create trigger noted after insert or update or delete on trait for each statement execute function note_change();
    `,
  },
};

/** The number of a schema, by the name of its last step. */
export function schemaNumber(step: string): number {
  return Number.parseInt(step, 10);
}
