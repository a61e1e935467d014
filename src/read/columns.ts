import { OnrecordError } from '../document/index.ts';
import { COLUMN_NAMES, FIELD_GROUPS, NAMING_FIELDS } from '../language/english/columns.ts';
import { outletOf } from './outlets.ts';

/** The parts of an article that a column or a field can hold. */
const PARTS = ['text', 'html', 'title', 'byline', 'outlet', 'url', 'published', 'language'] as const;
type Part = (typeof PARTS)[number];

/** Which column, or field, holds which part; a way into an object has dots ("fields.bodyText"). */
export type Columns = Readonly<Partial<Record<Part, string>>>;

/** What columns hold of an article, under the names that a document of JSON has them. */
export type Row = Readonly<Partial<Record<Part, string>>>;

/** "text=body,title=headline" → which column holds which part. Throws `wrong-usage`. */
export function parseColumns(printed: string): Columns {
  const columns: Partial<Record<Part, string>> = {};
  for (const pair of printed.split(',')) {
    const at = pair.indexOf('=');
    const [part, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || column === '' || !PARTS.includes(part as Part))
      throw new OnrecordError(
        'wrong-usage',
        `--columns has "${pair.trim()}"; write it as text=NAME,title=NAME: the parts are ${PARTS.join(', ')}`,
      );
    columns[part as Part] = column;
  }
  return columns;
}

/** The columns of a table, by their names; those that are told count before what they are called. */
export function columnsAmong(names: readonly string[], told: Columns = {}): Columns {
  const plain = new Map(names.map((name) => [plainName(name), name]));
  const found = (part: keyof typeof COLUMN_NAMES) =>
    [...COLUMN_NAMES[part]].map((name) => plain.get(name)).find((name) => name !== undefined);
  const columns: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const name = told[part] ?? found(part);
    if (name !== undefined) columns[part] = name;
  }
  const hasWords = columns.text !== undefined || columns.html !== undefined;
  if (hasWords || columns.title === undefined) return columns;
  const lead = found('lead');
  return lead === undefined ? columns : { ...columns, text: lead };
}

/** Whether columns hold what a document needs. */
export function holdText({ text, html }: Columns): boolean {
  return text !== undefined || html !== undefined;
}

/** What to say of a table in which nothing tells where the text is. */
export function noTextColumn(what: string, names: readonly string[]): OnrecordError {
  const some = names.slice(0, 20).join(', ') + (names.length > 20 ? ' …' : '');
  return new OnrecordError(
    'not-a-document',
    `no column of this ${what} is known to hold the text (it has: ${some}); say which does: --columns text=NAME`,
  );
}

/** The parts of an article that an object has, by the names of its fields; undefined where none of them is its text. */
export function rowOf(item: Readonly<Record<string, unknown>>, told: Columns = {}): Row | undefined {
  const fields = flatFields(item);
  const columns = columnsAmong([...fields.keys()], told);
  // What is in an archive may have the names of its parts already.
  const named = columnsAmong([...fields.keys()]);
  const row: Partial<Record<Part, string>> = {};
  for (const part of PARTS) {
    const column = columns[part];
    if (column === undefined) continue;
    const value = fields.get(column) ?? valueAt(item, column) ?? fields.get(named[part] ?? column);
    const words = part === 'published' ? dateIn(value) : wordsIn(value);
    if (words !== undefined) row[part] = part === 'outlet' ? outletNamed(words) : words;
  }
  if (row.text === undefined && row.html === undefined) return undefined;
  // {"message": "Not found"} is no article.
  const isSure =
    told.text !== undefined || told.html !== undefined || /^(?:text|html)$/iu.test(columns.text ?? columns.html!);
  return isSure || BESIDE.some((part) => row[part] !== undefined) ? row : undefined;
}

/** Parts of which an article has one at least beside its text. */
const BESIDE = ['title', 'byline', 'url', 'published'] as const;

/** An address that stands for an outlet is that of its host: "https://www.bbc.co.uk/" → "BBC". */
function outletNamed(words: string): string {
  return /^https?:\/\/\S/iu.test(words) ? (outletOf(words) ?? words) : words;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The fields of an object with those that stand together in another in it; its own count before those. */
function flatFields(item: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(item)) {
    if (!FIELD_GROUPS.has(name.toLowerCase()) || !isObject(value)) continue;
    for (const [inner, own] of Object.entries(value)) if (holdsSomething(own)) fields.set(inner, own);
  }
  for (const [name, value] of Object.entries(item))
    if (holdsSomething(value) && !(FIELD_GROUPS.has(name.toLowerCase()) && isObject(value))) fields.set(name, value);
  return fields;
}

function holdsSomething(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

function valueAt(item: Readonly<Record<string, unknown>>, way: string): unknown {
  let value: unknown = item;
  for (const name of way.split('.')) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** The words of a value: of an object its name, of a list all of them. */
function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => wordsIn(one) ?? []);
    return all.length > 0 ? all.join(', ') : undefined;
  }
  if (!isObject(value)) return undefined;
  const fields = new Map(Object.entries(value).map(([name, own]) => [plainName(name), own]));
  return [...NAMING_FIELDS]
    .map((name) => fields.get(name))
    .find((own): own is string => typeof own === 'string' && own.trim() !== '');
}

/** A date as it stands, or as seconds or milliseconds since 1970. */
function dateIn(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  const words = wordsIn(value);
  const number =
    typeof value === 'number' || typeof value === 'bigint'
      ? Number(value)
      : words !== undefined && /^\d{10}(?:\d{3})?$/u.test(words)
        ? Number(words)
        : undefined;
  if (number === undefined) return words;
  const time = new Date(number > 1e11 ? number : number * 1000);
  return Number.isNaN(time.getTime()) || number < 1e8 ? undefined : time.toISOString().replace('.000Z', 'Z');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
