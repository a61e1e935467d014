import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, overlap } from '../../src/document/index.ts';
import { entitiesOf, namesOf } from '../../src/extract/mentions/entities.ts';
import type { Network } from '../../src/extract/model/network.ts';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { loadNetwork } from '../../src/pipeline/network.ts';
import { addDocument, listEntities, type OpenRecord, openRecord } from '../../src/record/index.ts';
import { readEvents } from '../utterances/basil.ts';

/** An article with whom the program names in it, and where. */
interface Read {
  readonly document: Document;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly key: string }[];
}

/** A place in an article: its id, and UTF-16 offsets. */
type Place = readonly [article: string, start: number, end: number];

/** Two places that name one person, or two; our own labels. */
interface Pair {
  readonly same: boolean;
  readonly one: Place;
  readonly other: Place;
}

/** What the names are that stood as people in a record of BASIL, before and after; our own labels. */
interface Labels {
  readonly people: readonly string[];
  /** Other names of people, by the fullest. */
  readonly one: Readonly<Record<string, readonly string[]>>;
  /** Bodies, groups, places, works and words that are nobody. */
  readonly things: readonly string[];
}

/** Who is named most in those years. */
const WELL_KNOWN = [
  'Barack Obama',
  'Hillary Rodham Clinton',
  'Bill Clinton',
  'Donald J. Trump',
  'Mitt Romney',
  'Joseph R. Biden Jr.',
  'John A. Boehner',
  'Paul D. Ryan',
];

/**
 * One person, one page: what stands as a person in a record of BASIL and is none, or is somebody who has a page; and
 * pairs of names of BASIL and of the labelled news that are one person's, or two people's.
 */
export async function run(data: string): Promise<void> {
  const network = await loadNetwork();
  const basil = readEvents(join(data, 'basil')).map(({ name, ...article }) => ({ ...article, id: `basil/${name}` }));
  await inRecord(async (record) => {
    for (const article of basil) await read(record, network, article);
    const people = await listEntities(record, { type: 'person' });
    printPeople(people.map(({ name }) => name));
  });
  await inRecord(async (record) => {
    const articles = new Map<string, Read>();
    for (const article of [...basil, ...trainingNews(data)])
      articles.set(article.id, await read(record, network, article));
    await printPairs(record, articles);
  });
}

async function inRecord(work: (record: OpenRecord) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const record = await openRecord(join(folder, 'record.sqlite'));
  try {
    await work(record);
  } finally {
    await record.close();
    rmSync(folder, { recursive: true });
  }
}

interface Article {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
}

function trainingNews(data: string): Article[] {
  const lines = readFileSync(join(data, 'news', 'articles.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const articles = lines.map((line) => JSON.parse(line) as Article & { readonly part: string });
  return articles.filter(({ part }) => part === 'train').map((article) => ({ ...article, id: `news/${article.id}` }));
}

async function read(record: OpenRecord, network: Network, { text, published, outlet, title }: Article): Promise<Read> {
  const document = documentOf(text, {
    ...(published ? { published } : {}),
    ...(outlet ? { outlet } : {}),
    ...(title ? { title } : {}),
  });
  const prepared = prepare(document);
  const entities = entitiesOf(prepared, (await readByNetwork(network, prepared)).names, []);
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const names = namesOf(text, entities);
  await addDocument(
    record,
    document,
    { sha256, format: 'text', bytes, name: document.id },
    { statements: [], figures: [], names },
  );
  const mentions = entities.mentions.map(({ mention: { start, end }, entity: { type, name } }) => ({
    start,
    end,
    key: `${document.id} ${type} ${name}`,
  }));
  return { document, mentions };
}

function printPeople(names: readonly string[]): void {
  const labels = JSON.parse(readFileSync(join(import.meta.dirname, 'basil.json'), 'utf8')) as Labels;
  const whose = new Map(Object.entries(labels.one).flatMap(([name, others]) => others.map((other) => [other, name])));
  const things = names.filter((name) => labels.things.includes(name));
  const rest = names.filter((name) => !labels.things.includes(name));
  const unknown = rest.filter((name) => !whose.has(name) && !labels.people.includes(name) && !(name in labels.one));
  const pages = new Set<string>();
  const doubles = rest.filter((name) => {
    const person = whose.get(name) ?? name;
    const isDouble = pages.has(person);
    pages.add(person);
    return isDouble;
  });
  const wellKnown = doubles.filter((name) => WELL_KNOWN.includes(whose.get(name) ?? name));
  print(
    `BASIL: ${names.length} people; ${things.length} are none, ${doubles.length} have a page already (${wellKnown.length} of them one of the ${WELL_KNOWN.length} named most), ${unknown.length} are not judged`,
  );
  if (process.env.ONRECORD_ERRORS)
    print(`none: ${things.join('; ')}\ntwice: ${doubles.join('; ')}\nnot judged: ${unknown.join('; ')}`);
}

async function printPairs(record: OpenRecord, articles: ReadonlyMap<string, Read>): Promise<void> {
  const pairs = JSON.parse(readFileSync(join(import.meta.dirname, 'pairs.json'), 'utf8')) as Pair[];
  const links = await record.db.selectFrom('link').selectAll().execute();
  const linked = new Map(links.map((link) => [`${link.document} ${link.type} ${link.name}`, link.entity]));
  const entityAt = ([article, start, end]: Place) => {
    const mention = articles.get(article)!.mentions.find((one) => overlap(one, { start, end }) > 0);
    return mention && linked.get(mention.key);
  };
  const textAt = ([article, start, end]: Place) => articles.get(article)!.document.text.slice(start, end);
  const wrong = pairs.filter(({ same, one, other }) => {
    const [first, second] = [entityAt(one), entityAt(other)];
    return first === undefined || second === undefined || (first === second) !== same;
  });
  const share = (100 * (pairs.length - wrong.length)) / pairs.length;
  print(`pairs of names: ${pairs.length - wrong.length} of ${pairs.length} right (${share.toFixed(1)}%)`);
  if (process.env.ONRECORD_ERRORS)
    for (const { same, one, other } of wrong)
      print(`  ${same ? 'one' : 'two'}: ${textAt(one)} (${one[0]}), ${textAt(other)} (${other[0]})`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
