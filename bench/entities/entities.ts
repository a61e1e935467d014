import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, type Extraction, overlap } from '../../src/document/index.ts';
import { entitiesOf } from '../../src/extract/mentions/entities.ts';
import { readByNetwork } from '../../src/extract/model/reading.ts';
import { prepare } from '../../src/extract/text/prepared.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { loadNetwork } from '../../src/pipeline/network.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import {
  addDocument,
  findStatements,
  linkAll,
  listEntities,
  listReviews,
  mergeEntities,
  type OpenRecord,
  openRecord,
  reviewStatement,
  splitEntity,
  undoDecision,
} from '../../src/record/index.ts';
import { readArticles } from '../facts/corpora.ts';
import { type GoldMention, type MeantimeArticle, readMeantime } from './meantime.ts';

/**
 * People and organisations across documents: B3 (Bagga and Baldwin 1998) on MEANTIME, and how long linking takes in a record of 5,000 documents.
 */
export async function run(data: string): Promise<void> {
  const articles = readMeantime(data);
  await inRecord(async (record) => {
    const clusters = await clustersOf(record, articles);
    for (const [name, wanted] of [
      ['names', (mention: GoldMention) => mention.named],
      ['all mentions', () => true],
    ] as const)
      printB3(
        name,
        clusters.filter(({ gold }) => wanted(gold)),
      );
    printErrors(clusters.filter(({ gold }) => gold.named));
  });
  await inRecord((record) => printScale(record, data));
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

/** A gold mention with the entity that the program links it to. */
interface Clustered {
  readonly gold: GoldMention;
  /** The entity that the program links it to; undefined if it did not find the mention. */
  readonly cluster: string | undefined;
  readonly printed: string;
}

async function clustersOf(record: OpenRecord, articles: readonly MeantimeArticle[]): Promise<Clustered[]> {
  const network = await loadNetwork();
  const casts: {
    article: MeantimeArticle;
    document: string;
    mentions: { start: number; end: number; type: string; name: string }[];
  }[] = [];
  for (const article of articles) {
    const document = documentOf(article.text, { published: article.published });
    await store(record, document, await extract(document));
    const prepared = prepare(document);
    const { names } = await readByNetwork(network, prepared);
    const { mentions } = entitiesOf(prepared, names, []);
    casts.push({
      article,
      document: document.id,
      mentions: mentions.map(({ mention: { start, end }, entity: { type, name } }) => ({ start, end, type, name })),
    });
  }
  const links = await record.db.selectFrom('link').selectAll().execute();
  const entity = new Map(links.map((link) => [`${link.document} ${link.type} ${link.name}`, link.entity]));
  return casts.flatMap(({ article, document, mentions }) =>
    article.mentions.map((gold) => {
      const own = answerTo(gold, mentions);
      // A name that neither says anything nor is mentioned in a statement is not linked: it is an entity of its own.
      const key = own && `${document} ${own.type} ${own.name}`;
      return { gold, cluster: key && (entity.get(key) ?? key), printed: article.text.slice(gold.start, gold.end) };
    }),
  );
}

type Answer = { readonly start: number; readonly end: number; readonly type: string; readonly name: string };

/**
 * The program's mention for a gold one, which spans the whole phrase ("U.S. automaker GM", "Ford CEO Alan Mulally"): the one
 * that ends with it, else the last in it that is of its kind, else the last.
 */
function answerTo(gold: GoldMention, mentions: readonly Answer[]): Answer | undefined {
  const inside = mentions.filter((mention) => overlap(mention, gold) > 0);
  const isOfKind = ({ type }: Answer) =>
    gold.type === 'PER' ? type === 'person' : type === 'organisation' || type === 'publication';
  return inside.find(({ end }) => end === gold.end) ?? inside.findLast(isOfKind) ?? inside.at(-1);
}

async function store(record: OpenRecord, document: Document, extraction: Extraction): Promise<string> {
  const bytes = new TextEncoder().encode(document.text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return (await addDocument(record, document, { sha256, format: 'text', bytes, name: document.id }, extraction))
    .document;
}

function printB3(name: string, mentions: readonly Clustered[]): void {
  const by = <K>(keyOf: (mention: Clustered) => K) => {
    const groups = new Map<K, Clustered[]>();
    for (const mention of mentions) groups.set(keyOf(mention), [...(groups.get(keyOf(mention)) ?? []), mention]);
    return groups;
  };
  const golds = by(({ gold }) => gold.entity);
  const systems = by((mention) => mention.cluster ?? mention);
  let [precision, recall] = [0, 0];
  for (const mention of mentions) {
    const gold = golds.get(mention.gold.entity)!;
    const system = systems.get(mention.cluster ?? mention)!;
    const shared = system.filter((other) => other.gold.entity === mention.gold.entity).length;
    precision += shared / system.length;
    recall += shared / gold.length;
  }
  const [p, r] = [precision / mentions.length, recall / mentions.length];
  process.stdout.write(
    `MEANTIME, people and organisations, ${name}: ${mentions.length} mentions of ${golds.size} entities; B3 precision ${(100 * p).toFixed(1)}, recall ${(100 * r).toFixed(1)}, F1 ${((200 * p * r) / (p + r)).toFixed(1)}\n`,
  );
}

/** For each gold entity: what happened to the mentions outside its largest cluster. */
function printErrors(mentions: readonly Clustered[]): void {
  const causes = new Map<string, number>();
  const count = (cause: string) => causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const entities = new Map<string, Clustered[]>();
  for (const mention of mentions)
    entities.set(mention.gold.entity, [...(entities.get(mention.gold.entity) ?? []), mention]);
  for (const own of entities.values()) {
    const sizes = new Map<string, number>();
    for (const { cluster } of own) if (cluster) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    const [main] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
    for (const { cluster } of own) {
      if (cluster === main && main !== undefined) continue;
      if (cluster === undefined) count('no name found there');
      else if (cluster.includes(' ')) count('named, but in no statement: not linked');
      else count('linked to another entity of the record');
    }
  }
  for (const [cause, number] of [...causes].sort((a, b) => b[1] - a[1]))
    process.stdout.write(`  ${String(number).padStart(5)} ${cause}\n`);
}

const DOCUMENTS = 5000;

/** 5,000 documents made from the statements of real ones, each with a line of its own and its people renamed. */
async function printScale(record: OpenRecord, data: string): Promise<void> {
  const real: { document: Document; extraction: Extraction }[] = [];
  for (const { text, published } of readArticles(data)) {
    const document = documentOf(text, { published });
    real.push({ document, extraction: await extract(document) });
  }
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    process.stdout.write(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s\n`);
  };
  const ids: string[] = [];
  await timed(`${DOCUMENTS} documents recorded and linked one by one`, async () => {
    for (let i = 0; i < DOCUMENTS; i++) {
      const { document, extraction } = real[i % real.length]!;
      const text = `${document.text}\n\nCopy ${i}.`;
      const copy = documentOf(text, { published: document.published! });
      const statements = extraction.statements.map((one) => ({ ...one, id: `${one.id}-${i}` }));
      ids.push(await store(record, copy, { statements, figures: [], names: extraction.names }));
    }
  });
  await timed('linked anew all together', () => record.transaction((tx) => linkAll(tx)));
  const people = await listEntities(record, { type: 'person' });
  process.stdout.write(`${people.length} people\n`);
  let decision = '';
  await timed('two of them merged', async () => {
    decision = await mergeEntities(record, people[1]!.id, people[0]!.id, 'bench');
  });
  await timed('taken back', () => undoDecision(record, decision));
  const [statement] = await findStatements(record, { entities: [people[0]!.id] });
  await timed('one of them split', () => splitEntity(record, people[0]!.id, [statement!.document.id], 'bench'));
  const reviewed = ids.slice(0, 50);
  for (const document of reviewed) {
    const [one] = await findStatements(record, { document });
    if (one)
      await reviewStatement(record, one.id, 'speaker', { speaker: { name: 'Ines Farrow', type: 'person' } }, 'bench');
  }
  await timed(`${reviewed.length} documents with reviews read again`, () => reextract(record, reviewed));
  const kept = (await findStatements(record, { speaker: 'Ines Farrow' })).length;
  process.stdout.write(`${kept} of ${(await listReviews(record)).length} reviews still count\n`);
}
