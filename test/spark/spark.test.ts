import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOf, madeArticles, pageOf } from '../../bench/made/articles.ts';
import { extractedRows, parquetFiles } from '../../src/read/archive/extracted.ts';
import { countRecord, findStatements, openRecord } from '../../src/record/index.ts';
import { onrecord } from '../cli/run.ts';
import { warcRecord } from '../read/archives.ts';
import { descendants, submit, WITHOUT_SPARK } from './submit.ts';

const ARTICLES = 240;
let folder: string;
let input: string;

/** Ids of the statements of each document, by one process. */
const alone = new Map<string, string[]>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-spark-'));
  input = join(folder, 'articles.ndjson');
  if (WITHOUT_SPARK) return;
  const articles = [...madeArticles(ARTICLES)];
  // Some are printed once more, by another outlet, under another title.
  const again = articles.slice(0, 10).map((article) => ({
    ...article,
    outlet: 'Wire Copy',
    title: 'In brief',
    paragraphs: article.paragraphs.slice(0, 3),
  }));
  const lines = [...articles, ...again].map((article, i) => lineOf(article, `m${i}`));
  writeFileSync(input, [...lines, '{"id":"broken"}', ''].join('\n'));
  const { stdout } = onrecord(['extract', '--ndjson', '--full'], { input: `${lines.join('\n')}\n` });
  for (const line of stdout.trim().split('\n')) {
    const { id, statements } = JSON.parse(line) as { id: string; statements: { id: string }[] };
    alone.set(
      id,
      statements.map((statement) => statement.id),
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = async (path: string) => {
  const rows = [];
  for (const file of await parquetFiles(path)) for await (const row of extractedRows(file)) rows.push(row);
  return rows;
};

describe.skipIf(WITHOUT_SPARK !== '')(`an archive on Spark${WITHOUT_SPARK}`, () => {
  test('gives what one process gives, though an executor is killed in the middle', async () => {
    const output = join(folder, 'killed');
    const { child, done } = submit('extract', [input, output, '--partitions', '8']);
    let killed = 0;
    const ended = done.finally(() => {
      killed ||= -1;
    });
    while (killed === 0) {
      await setTimeout(100);
      if (descendants(child.pid!, 'extract --ndjson').length < 2) continue;
      await setTimeout(1500);
      const [executor] = descendants(child.pid!, 'CoarseGrainedExecutorBackend');
      if (executor) process.kill(executor, 'SIGKILL');
      killed ||= executor ?? 0;
    }
    await ended;
    expect(killed).toBeGreaterThan(0);
    const rows = await rowsOf(join(output, 'documents'));
    const failed = rows.filter(({ answer }) => 'error' in JSON.parse(answer));
    expect(failed.map(({ id }) => id)).toEqual(['broken']);
    const whole = rows.filter((row) => !failed.includes(row));
    expect(whole.map(({ id }) => id).sort()).toEqual([...alone.keys()].sort());
    for (const { id, answer } of whole)
      expect((JSON.parse(answer) as { statements: { id: string }[] }).statements.map((one) => one.id)).toEqual(
        alone.get(id),
      );

    const statements: unknown[] = [];
    for (const path of await parquetFiles(join(output, 'statements')))
      statements.push(...(await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })));
    expect(statements).toHaveLength([...alone.values()].flat().length);
  }, 300_000);

  test('is grouped into utterances, and taken into a record, whole or in part, once', async () => {
    const output = join(folder, 'killed');
    const groups = join(folder, 'utterances');
    expect(await submit('match', [join(output, 'statements'), groups]).done).toMatch(/statements, \d+ utterances/u);
    const rows: { statement: string; document: string; utterance: string }[] = [];
    for (const path of await parquetFiles(groups))
      rows.push(...((await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })) as typeof rows));
    const byDocument = (document: string) =>
      rows.filter((row) => row.document === document).map(({ utterance }) => utterance);
    let joined = 0;
    for (let i = 0; i < 10; i++)
      if (byDocument(`m${ARTICLES + i}`).some((utterance) => byDocument(`m${i}`).includes(utterance))) joined++;
    expect(joined).toBe(10);
    // Articles that say other things are not one.
    const ofFirst = (document: string) =>
      rows.find((row) => row.document === document && row.statement === alone.get(document)![0])!.utterance;
    expect(new Set(Array.from({ length: 100 }, (_, i) => ofFirst(`m${i}`))).size).toBeGreaterThan(90);

    const place = join(folder, 'r.sqlite');
    const take = (...args: string[]) => onrecord(['--record', place, 'import', join(output, 'documents'), ...args]);
    expect(take('--outlet', 'wire copy').stderr).toMatch(/10 documents added/u);
    expect(take().stderr).toMatch(/240 documents added .* 10 already there/u);
    expect(take().stderr).toMatch(/0 documents added .* 250 already there/u);
    const record = await openRecord(place);
    expect(await countRecord(record.db)).toEqual({ documents: 250, statements: [...alone.values()].flat().length });
    expect((await findStatements(record, { outlet: 'Wire Copy' })).length).toBeGreaterThan(20);
    await record.close();
  }, 300_000);

  test('may be WARC', async () => {
    const articles = [...madeArticles(6, 7)];
    const records = articles.map((article, i) =>
      warcRecord({ url: `https://made.example/${i}`, body: pageOf(article) }),
    );
    writeFileSync(join(folder, 'a.warc'), Buffer.concat(records.slice(0, 3)));
    writeFileSync(join(folder, 'b.warc'), Buffer.concat([...records.slice(3), Buffer.from('rubbish\r\n\r\n')]));
    const output = join(folder, 'warc');
    await submit('extract', [join(folder, '*.warc'), output, '--format', 'warc']).done;
    const rows = await rowsOf(join(output, 'documents'));
    expect(rows.map(({ url }) => url).sort()).toEqual(articles.map((_, i) => `https://made.example/${i}`));
    expect(rows.map(({ title }) => title).sort()).toEqual(articles.map(({ title }) => title).sort());
  }, 300_000);
});
