import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { OnrecordError } from '../../src/document/index.ts';
import { readBounded } from '../../src/pipeline/bounded/bounded.ts';
import { documentsIn } from '../../src/read/archive/documents.ts';
import { contentsOfFile } from '../../src/read/contents.ts';
import { answerOf } from '../../test/read/cases/case.ts';
import { CASES } from '../../test/read/cases/index.ts';

/** What is looked at of a document, in the order of the table. */
const COLUMNS = ['text', 'kinds', 'title', 'byline', 'date', 'outlet', 'url', 'speakers', 'name', 'refused'];
/** Seconds that a file may take. */
const SECONDS = 10;

/**
 * Prints how many of our own files of each format are read right, by what is looked at; and whether each of the public
 * files that break readers ends in documents or a sentence, within ten seconds and a gigabyte.
 *
 * @param data a folder with files, as `shared/data/files`
 */
export async function run(data: string): Promise<void> {
  await printTable();
  await readAll(data);
}

async function printTable(): Promise<void> {
  const rows = new Map<string, Map<string, { right: number; all: number }>>();
  const wrong: string[] = [];
  for (const one of CASES) {
    const row = rows.get(one.format) ?? new Map();
    rows.set(one.format, row);
    for (const document of await answerOf(one))
      for (const [asked, { right, read }] of Object.entries(document)) {
        const cell = row.get(asked) ?? { right: 0, all: 0 };
        const isRight = isDeepStrictEqual(read, right);
        row.set(asked, { right: cell.right + Number(isRight), all: cell.all + 1 });
        if (!isRight) wrong.push(`${one.format}: ${one.name}: ${asked}: ${JSON.stringify(read)}`);
      }
  }
  const cells = (line: readonly string[]) => line.map((cell, i) => cell.padEnd(i === 0 ? 18 : 9)).join('');
  console.log(cells(['format', ...COLUMNS]));
  for (const [format, row] of rows)
    console.log(
      cells([
        format,
        ...COLUMNS.map((column) => (row.has(column) ? `${row.get(column)!.right}/${row.get(column)!.all}` : '–')),
      ]),
    );
  for (const line of wrong) console.log(`wrong: ${line}`);
}

async function readAll(folder: string): Promise<void> {
  const paths = await filesIn(folder);
  // Starting the process that reads is not part of any file's time.
  await readBounded(Buffer.from('The pier is closed.'), 'warm');
  const tally = { documents: 0, refused: 0, broken: 0, slow: 0 };
  for (const path of paths) {
    const start = performance.now();
    try {
      for await (const document of documentsIn(await contentsOfFile(path))) {
        if ('failure' in document) throw document.failure;
        const { name, bytes, ...known } = document;
        await readBounded(bytes, name, { ...known, limit: SECONDS });
        tally.documents++;
      }
    } catch (cause) {
      if (cause instanceof OnrecordError && cause.code !== 'too-slow') tally.refused++;
      else {
        tally.broken++;
        console.log(`${path}: ${(cause as Error).message}`);
      }
    }
    if (performance.now() - start > SECONDS * 1000) {
      tally.slow++;
      console.log(`${path}: ${Math.round((performance.now() - start) / 1000)} s`);
    }
  }
  console.log(
    `${paths.length} files: ${tally.documents} documents, ${tally.refused} files refused with a sentence, ${tally.broken} broken, ${tally.slow} over ${SECONDS} s`,
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).isDirectory()) paths.push(...(await filesIn(path)));
    else paths.push(path);
  }
  return paths;
}
