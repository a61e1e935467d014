import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../src/pipeline/add.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { type OpenRecord, openRecord } from '../../src/record/index.ts';
import { readGold } from '../polnear/standoff.ts';
import { readEvents } from '../utterances/basil.ts';

/** A file for all digested lines, to `diff` when two digests differ; set by `ONRECORD_LINES`. */
const LINES = process.env.ONRECORD_LINES;

/** One digest, of lines in a fixed order. */
interface Part {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Digests of everything that the program finds in two corpora: extraction from PolNeAR's `dev`, and a record of all of
 * BASIL with its statements, links, utterances and vectors. A change that is not meant to change results must leave every
 * digest as it was.
 *
 * @param data a folder with `polnear/dev` and `basil`
 */
export async function run(data: string): Promise<void> {
  const parts = [...(await extracted(join(data, 'polnear', 'dev'))), ...(await recorded(join(data, 'basil')))];
  for (const { name, lines } of parts)
    process.stdout.write(`${digest(lines).slice(0, 16)}  ${name}: ${lines.length} lines\n`);
  process.stdout.write(`${digest(parts.flatMap(({ lines }) => lines)).slice(0, 16)}  all\n`);
  if (LINES) {
    const all = parts.flatMap(({ name, lines }) => lines.map((line) => `${name}\t${line}\n`));
    writeFileSync(LINES, all.join(''));
  }
}

async function extracted(folder: string): Promise<Part[]> {
  const statements: string[] = [];
  const figures: string[] = [];
  const names: string[] = [];
  for (const { name, text } of readGold(folder)) {
    const found = await extract(documentOf(text));
    const line = (value: unknown) => `${name} ${JSON.stringify(value)}`;
    statements.push(...found.statements.map(line));
    figures.push(...found.figures.map(line));
    names.push(...found.names.map(line));
  }
  return [
    { name: 'polnear statements', lines: statements },
    { name: 'polnear figures', lines: figures },
    { name: 'polnear names', lines: names },
  ];
}

async function recorded(folder: string): Promise<Part[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const record = await openRecord(join(temporary, 'record.sqlite'));
  try {
    for (const { text, name, published, outlet } of readEvents(folder))
      await add(record, Buffer.from(text), `${name}.txt`, { details: { published, outlet } });
    return await partsOf(record);
  } finally {
    await record.close();
    rmSync(temporary, { recursive: true });
  }
}

async function partsOf({ db }: OpenRecord): Promise<Part[]> {
  const part = (name: string, rows: readonly object[]) => ({ name, lines: rows.map((row) => JSON.stringify(row)) });
  return [
    part(
      'basil statements',
      await db.selectFrom('statement').select(['document', 'value']).orderBy('document').orderBy('position').execute(),
    ),
    part(
      'basil links',
      await db
        .selectFrom('link')
        .select(['document', 'type', 'name', 'role', 'entity', 'origin', 'basis'])
        .orderBy('document')
        .orderBy('type')
        .orderBy('name')
        .execute(),
    ),
    part(
      'basil entities',
      await db.selectFrom('entity').select(['id', 'type', 'name', 'merged']).orderBy('id').execute(),
    ),
    part(
      'basil utterances',
      await db.selectFrom('report').select(['statement', 'utterance']).orderBy('statement').execute(),
    ),
    part(
      'basil vectors',
      (await db.selectFrom('vector').select(['statement', 'value']).orderBy('statement').execute()).map(
        ({ statement, value }) => ({ statement, value: Buffer.from(value).toString('base64') }),
      ),
    ),
  ];
}

function digest(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}
