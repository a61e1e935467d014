import { Command } from 'commander';
import { compact, type Document } from '../../document/index.ts';
import { sourcesOf } from '../adding/sources.ts';
import { type ColumnsOption, withColumns } from '../columns.ts';
import { fail } from '../failure.ts';
import { filesUnder } from '../files.ts';
import { type OcrOption, withOcr } from '../ocr.ts';
import { write } from '../print.ts';

/** `onrecord read PATH…` */
export function readCommand(): Command {
  const command = new Command('read')
    .description(
      'documents as lines of JSON {"id","text","title","byline","outlet","url","published","language"}, for extract --ndjson; no record is touched',
    )
    .argument(
      '<path...>',
      'files and folders; those of many documents (ZIP, WARC, WACZ, NDJSON, JSON, CSV, Parquet, feeds, mbox) one by one',
    )
    .option('--english', 'those alone that are in English');
  return withOcr(withColumns(command)).action(
    async (paths: string[], { english, columns, ocr }: { english?: boolean } & ColumnsOption & OcrOption) => {
      const { read } = await import('../../read/read.ts');
      const { files, failures } = await filesUnder(paths);
      for (const { path, error } of failures) fail(error, path);
      for (const path of files)
        for await (const source of sourcesOf(path, { ...compact({ columns, ocr }) })) {
          try {
            if ('failure' in source) throw source.failure;
            const { document } = await read(source.bytes, source.name, source.known);
            if (!english || document.language === 'en') await write([`${JSON.stringify(lineOf(document))}\n`]);
          } catch (cause) {
            fail(cause, source.name);
          }
        }
    },
  );
}

/** What `extract --ndjson` takes: the text without its title and byline, which it is told apart. */
function lineOf({ id, text, blocks, title, byline, outlet, url, published, language }: Document) {
  const body = blocks
    .filter(({ kind }) => kind !== 'title' && kind !== 'byline')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');
  return { id, text: body, title, byline, outlet, url, published, language };
}
