import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import {
  type OpenRecord,
  type SearchHit,
  type SearchOptions,
  type SearchResult,
  search,
  searchLike,
} from '../../record/index.ts';
import { withThoughts } from '../details.ts';
import { wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface SearchCommandOptions {
  readonly limit: string;
  readonly like?: boolean;
  readonly thoughts?: boolean;
  readonly json?: boolean;
}

/** `onrecord search QUERY` */
export function searchCommand(): Command {
  const command = new Command('search')
    .description('find statements and documents by their words')
    .argument(
      '<query...>',
      'words that must all occur, in any form; "phrases" in quotation marks; begin* for words that begin so',
    )
    .option('--like', 'find statements about the same thing in other words, most similar first')
    .option('--limit <number>', 'at most this many statements, and as many documents', '20')
    .option('--json', 'JSON instead of text');
  return withThoughts(command).action(async (words: string[], options: SearchCommandOptions) => {
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1)
      throw new OnrecordError('wrong-usage', `--limit ${options.limit} is not a whole number of at least 1`);
    const { thoughts } = options;
    await withRecord(command, async (record) => {
      const found = options.like
        ? { hits: await hitsLike(record, words.join(' '), { limit, thoughts }) }
        : await search(
            record,
            words.map((word) => (/\s/u.test(word) && words.length > 1 ? `"${word}"` : word)).join(' '),
            { limit, thoughts },
          );
      process.stderr.write(noteOn(found, words.join(' ')));
      const { hits } = found;
      if (options.json) return writeJson(hits);
      await write(
        hits.map(
          (hit) =>
            `${hit.type === 'statement' ? hit.speaker || 'no source named' : `Document: ${hit.title ?? hit.document}`}\n${wrap(hit.passage, '    ')}\n    — ${[hit.outlet, hit.title, hit.published?.slice(0, 10), hit.document].filter((part) => part).join(' · ')}\n\n`,
        ),
      );
    });
  });
}

/** What is to be said of what was found: that it is nothing, not all of it, or has not all of the words. */
function noteOn({ hits, totals, words }: Pick<SearchResult, 'hits'> & Partial<SearchResult>, sought: string): string {
  if (hits.length === 0) return `Nothing in the record contains: ${sought}\n`;
  const lines = words === 'any' ? [`Nothing has all of these words; these have some: ${sought}`] : [];
  if (totals && totals.statements + totals.documents > hits.length) {
    const shown = hits.filter(({ type }) => type === 'statement').length;
    lines.push(
      `${shown} of ${totals.statements} statements and ${hits.length - shown} of ${totals.documents} documents; --limit shows more`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Loads the encoder only here, so that a search by words starts quickly. */
async function hitsLike(record: OpenRecord, words: string, options: SearchOptions): Promise<SearchHit[]> {
  const { encodeSentence } = await import('../../pipeline/sentence-vectors.ts');
  return searchLike(record, await encodeSentence(words), options);
}
