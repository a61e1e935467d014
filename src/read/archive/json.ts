import { JSONParser } from '@streamparser/json';
import { OnrecordError } from '../../document/index.ts';
import { type Columns, isObject, noTextColumn, rowOf } from '../columns.ts';
import type { Contents } from '../contents.ts';
import { itemsOf } from '../json/collection.ts';
import { jsonIn } from '../json/head.ts';
import { isDocument } from '../json/json.ts';
import { type Sample, sampleOf } from '../sample.ts';
import type { ArchiveEntry } from './entry.ts';
import { textOf } from './text.ts';

type Item = Readonly<Record<string, unknown>>;

/** Whether a file is an object of JSON that holds a list of articles or posts, and is none itself. */
export async function holdsJsonList(sample: Sample, columns: Columns = {}): Promise<boolean> {
  const value = await jsonIn(sample);
  if (!isObject(value) || isDocument(value, columns)) return false;
  return itemsOf(value, (item) => isDocument(item, columns)) !== undefined;
}

/** The articles or posts that an object of JSON holds: what the API of a newspaper or a network answers. */
export async function* jsonObjectEntries(contents: Contents, columns: Columns = {}): AsyncGenerator<ArchiveEntry> {
  const value = await jsonIn(await sampleOf(contents));
  const items = isObject(value) ? itemsOf(value, (item) => isDocument(item, columns)) : undefined;
  for (const [i, item] of (items ?? []).entries()) yield entryOf(item, `${contents.name}#${i + 1}`, columns);
}

/**
 * The elements of a list of JSON, each an article or a post; the list may be as long as it likes.
 *
 * @throws OnrecordError `not-a-document` where no field of the first is known to hold the text
 */
export async function* jsonListEntries(contents: Contents, columns: Columns = {}): AsyncGenerator<ArchiveEntry> {
  const owner = await ownerOf(contents);
  let number = 0;
  try {
    for await (const value of elementsOf(contents)) {
      number++;
      const name = `${contents.name}#${number}`;
      if (isObject(value) && value.type === 'Announce') continue;
      const item = isObject(value) ? { ...value, ...owner } : undefined;
      if (number === 1 && !(item && isDocument(item, columns)))
        throw noTextColumn('list', item ? Object.keys(item) : []);
      yield item
        ? entryOf(item, name, columns)
        : { name, failure: new OnrecordError('not-a-document', `element ${number} is no object`) };
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    const failure = new OnrecordError('damaged', `the list cannot be read beyond element ${number}`, { cause });
    yield { name: `${contents.name}#${number + 1}`, failure };
  }
}

/** An article under the names that a document of JSON has its parts, where these were told; else as it stands. */
function entryOf(item: Item, name: string, columns: Columns): ArchiveEntry {
  const isTold = Object.keys(columns).length > 0;
  const document = isTold ? rowOf(item, columns) : isDocument(item) ? item : undefined;
  if (document) return { name, bytes: Buffer.from(JSON.stringify(document)) };
  return { name, failure: new OnrecordError('no-text', 'it has no text') };
}

/** The elements of the first list of a text. */
async function* elementsOf(contents: Contents): AsyncGenerator<unknown> {
  const ready: unknown[] = [];
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  parser.onValue = ({ value }) => {
    ready.push(value);
  };
  let isBegun = false;
  for await (const text of textOf(contents)) {
    // An archive of X assigns its list to a variable.
    const from = isBegun ? 0 : text.indexOf('[');
    if (from < 0) continue;
    isBegun = true;
    if (!parser.isEnded) parser.write(text.slice(from));
    while (ready.length > 0) yield ready.shift();
  }
  if (!parser.isEnded) throw new Error('it breaks off');
}

/** Whose posts an archive of X has: that stands in another of its files (account.js). */
async function ownerOf(contents: Contents): Promise<Item> {
  if (!/YTD\.\w*tweet/u.test((await sampleOf(contents)).head.slice(0, 200))) return {};
  const [account] = (await contents.beside?.((name) => name === 'account.js')) ?? [];
  if (!account) return {};
  for await (const value of elementsOf(account)) {
    const own = isObject(value) && isObject(value.account) ? value.account : undefined;
    if (own) return { user: { name: own.accountDisplayName, screen_name: own.username } };
  }
  return {};
}
