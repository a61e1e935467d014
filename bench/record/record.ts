import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditOf, coverageOf, findUtterances, positionsOf } from '../../src/compare/index.ts';
import { add } from '../../src/pipeline/add.ts';
import { positionReader } from '../../src/pipeline/position-reader.ts';
import { encodeSentence } from '../../src/pipeline/sentence-vectors.ts';
import { countRecord, findStatements, openRecord, search, searchLike } from '../../src/record/index.ts';
import { readEvents } from '../utterances/basil.ts';
import { fill } from './fill.ts';

/** How many statements are given to one speaker. */
const ONE = 20_000;
/** How often each query is run; the median is printed. */
const TIMES = 5;

/** A record of 100,000 statements made from BASIL: the time to add one article, and to answer queries. */
export async function run(data: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const record = await openRecord(join(folder, 'record.sqlite'));
  try {
    const articles = readEvents(data);
    const last = articles.pop()!;
    await fill(record, articles);
    const { documents, statements } = await countRecord(record.db);
    process.stdout.write(`${documents} documents, ${statements} statements\n`);
    const { event, outlet, published } = last;
    await timed('one article added: read, extracted, recorded, linked, joined', 1, () =>
      add(record, Buffer.from(last.text), 'last.txt', { details: { outlet, published } }),
    );
    const same = await record.db
      .selectFrom('appearance')
      .select(['document', 'name'])
      .where((where) => where.or([where('name', 'like', `${event}%`), where('name', '=', 'last.txt')]))
      .execute();
    const ids = same.filter(({ name }) => !/-[1-9]\d*$/u.test(name)).map(({ document }) => document);
    await timed(`coverage of an event of ${ids.length} articles`, TIMES, () => coverageOf(record, { documents: ids }));
    await timed('coverage of a week', TIMES, () => coverageOf(record, { since: '2012-08-12', until: '2012-08-18' }));
    await timed('utterances of one speaker', TIMES, () => findUtterances(record, { speaker: 'Paul Ryan' }));
    const said = await findStatements(record, { speaker: 'Obama' });
    const positions = () => positionsOf(record, 'Obama', ['tax', 'jobs', 'war'], positionReader);
    const { statements: onTopic } = await positions();
    await timed(
      `positions of a speaker with ${said.length} statements, ${onTopic.length} on the topic`,
      TIMES,
      positions,
    );
    await record.db
      .updateTable('statement')
      .set({ speaker: 'Ines Farrow' })
      .where('rowid', 'in', (select) => select.selectFrom('statement').select('rowid').orderBy('rowid').limit(ONE))
      .execute();
    for (const topic of [['tax'], ['president', 'house', 'senate']]) {
      const ask = () => positionsOf(record, 'Ines Farrow', topic, positionReader);
      const { statements: those } = await ask();
      await timed(`positions of one with ${ONE} statements, ${those.length} on the topic`, TIMES, ask);
    }
    await timed('audit of a year by outlet', TIMES, () => auditOf(record, 'outlet', { since: '2012', until: '2012' }));
    await timed('search by words', TIMES, () => search(record, 'health reform'));
    await timed('search by what it is about', TIMES, async () =>
      searchLike(record, await encodeSentence('the reform of health care')),
    );
    process.stdout.write(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
  } finally {
    await record.close();
    rmSync(folder, { recursive: true });
  }
}

async function timed(what: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await work();
    all.push(performance.now() - started);
  }
  const median = all.sort((a, b) => a - b)[Math.floor(times / 2)]!;
  process.stdout.write(`${what}: ${median.toFixed(0)} ms\n`);
}
