/**
 * The functions that give SQLite's words to Postgres, so that both stores are asked in the same ones; what counts the
 * changes of a record; and what splits a text into the words of its full text.
 */
export const POSTGRES_FUNCTIONS: readonly string[] = [
  `create function json_each(list text) returns table (value text) language sql immutable as
  $$ select jsonb_array_elements_text(list::jsonb) $$`,
  `create function append_json(list jsonb, value text) returns jsonb language sql immutable as
  $$ select list || to_jsonb(value) $$`,
  `create function print_json(list jsonb) returns text language sql immutable as $$ select list::text $$`,
  `create aggregate json_group_array(text) (sfunc = append_json, stype = jsonb, initcond = '[]', finalfunc = print_json)`,
  `create function instr(hay text, needle text) returns integer language sql immutable as
  $$ select strpos(hay, needle) $$`,
  `create function without_accents(name text) returns text language sql immutable as $$
  select lower(regexp_replace(normalize(name, NFD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu")
$$`,
  // Small letters without accents and marks, one space between words: as `plain` in language/english/plain.ts.
  `create function plain_name(name text) returns text language sql immutable as $$
  select coalesce(trim(regexp_replace(regexp_replace(regexp_replace(without_accents(name) collate "und-x-icu",
    '[’'']s?(?=\\s|$)', '', 'g'), '[.’''"“”]', '', 'g'), '[^[:alnum:]&]+', ' ', 'g')), '')
$$`,
  // The words of a text with their places; what is beyond half a million letters is not searched.
  `create function search_words(body text) returns tsvector language sql immutable as $$
  select coalesce(string_agg('''' || word || ''':' || least(place, 16383), ' '), '')::tsvector
  from regexp_split_to_table(without_accents(left(body, 500000)) collate "und-x-icu", '[^[:alnum:]]+')
    with ordinality as split (word, place)
  where word != '' and length(word) < 500
$$`,
  // Another number after each transaction that changed something.
  `create table change (number bigint not null, by_transaction text)`,
  `insert into change values (0, null)`,
  `create function note_change() returns trigger language plpgsql as $$
  begin
    update change set number = number + 1, by_transaction = pg_current_xact_id()::text
    where by_transaction is distinct from pg_current_xact_id()::text;
    return null;
  end
$$`,
];
