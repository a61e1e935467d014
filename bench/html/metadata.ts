import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Document, OnrecordError } from '../../src/document/index.ts';
import { read } from '../../src/read/read.ts';

/** What a page says of its article, by `gold.json`. */
interface Gold {
  readonly url?: string;
  readonly title?: string | null;
  readonly author?: string | null;
  readonly date_published?: string | null;
  readonly outlet?: string | null;
}

/** How each fact is compared: the gold's words and the document's, both made comparable. */
const FACTS: Readonly<Record<string, (gold: Gold, document: Document | undefined) => [string, string]>> = {
  title: (gold, document) => [plain(gold.title), plain(document?.title)],
  author: (gold, document) => [names(gold.author), names(document?.byline)],
  day: (gold, document) => [gold.date_published?.slice(0, 10) ?? '', dayOf(document?.published, gold.date_published)],
  outlet: (gold, document) => [plain(gold.outlet), plain(document?.outlet)],
};

/**
 * Title, author, day and outlet of the pages that `gold.json` lists, each compared where the gold has it: titles letter by
 * letter but for white space and the form of quotation marks, authors as a set of names. `ONRECORD_ERRORS=1` lists what differs.
 */
export async function scoreMetadata(data: string): Promise<void> {
  const gold = JSON.parse(readFileSync(join(data, 'gold.json'), 'utf8')) as Record<string, Gold>;
  const counts = new Map(Object.keys(FACTS).map((fact) => [fact, { right: 0, all: 0 }]));
  let withOutlet = 0;
  for (const [path, told] of Object.entries(gold)) {
    const document = await documentOf(join(data, path), told.url);
    if (document?.outlet) withOutlet++;
    for (const [fact, compare] of Object.entries(FACTS)) {
      const [wanted, found] = compare(told, document);
      if (wanted === '') continue;
      const count = counts.get(fact)!;
      count.all++;
      if (wanted === found) count.right++;
      else if (process.env.ONRECORD_ERRORS)
        process.stdout.write(`${fact.padEnd(6)} ${basename(path)}\n  gold:  ${wanted}\n  found: ${found}\n`);
    }
  }
  const pages = Object.keys(gold).length;
  const shares = [...counts].filter(([, { all }]) => all > 0);
  const line = shares.map(([fact, { right, all }]) => `${fact} ${right}/${all} (${((100 * right) / all).toFixed(1)}%)`);
  process.stdout.write(`${pages} pages: ${line.join(', ')}; ${withOutlet} with an outlet\n`);
}

async function documentOf(file: string, url: string | undefined): Promise<Document | undefined> {
  try {
    return (await read(readFileSync(file), file, url === undefined ? {} : { details: { url } })).document;
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    return undefined;
  }
}

function plain(words: string | null | undefined): string {
  return (words ?? '').replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ').trim();
}

function names(byline: string | null | undefined): string {
  const all = plain(byline)
    .replace(/^by /iu, '')
    .toLowerCase()
    .split(/\s*(?:,|;|&|\band\b)\s*/u)
    .filter((name) => name !== '');
  return [...new Set(all)].sort().join(', ');
}

/** The day of publication where the page's own clock stood; a gold in UTC may name the day before or after. */
function dayOf(published: string | undefined, gold: string | null | undefined): string {
  if (!published) return '';
  const day = published.slice(0, 10);
  if (gold && published.length > 10 && /[Z+-]/u.test(published.slice(19))) {
    const utc = new Date(published).toISOString().slice(0, 10);
    if (utc === gold.slice(0, 10)) return utc;
  }
  return day;
}
