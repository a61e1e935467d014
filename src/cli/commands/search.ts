import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import { type OpenRecord, type SearchHit, type SearchOptions, search, searchLike } from '../../record/index.ts';
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
    .argument('<query...>', 'words that must all occur; "phrases" in quotation marks; begin* for words that begin so')
    .option('--like', 'find statements about the same thing in other words, most similar first')
    .option('--limit <number>', 'at most this many statements, and as many documents', '20')
    .option('--json', 'JSON instead of text');
  return withThoughts(command).action(async (words: string[], options: SearchCommandOptions) => {
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1)
      throw new OnrecordError('wrong-usage', `--limit ${options.limit} is not a whole number of at least 1`);
    const { thoughts } = options;
    await withRecord(command, async (record) => {
      const hits = options.like
        ? await hitsLike(record, words.join(' '), { limit, thoughts })
        : await search(
            record,
            words.map((word) => (/\s/u.test(word) && words.length > 1 ? `"${word}"` : word)).join(' '),
            { limit, thoughts },
          );
      if (options.json) return writeJson(hits);
      if (hits.length === 0) process.stderr.write(`Nothing in the record contains: ${words.join(' ')}\n`);
      await write(
        hits.map(
          (hit) =>
            `${hit.type === 'statement' ? hit.speaker || 'no source named' : `Document: ${hit.title ?? hit.document}`}\n${wrap(hit.passage, '    ')}\n    — ${[hit.outlet, hit.title, hit.published?.slice(0, 10), hit.document].filter((part) => part).join(' · ')}\n\n`,
        ),
      );
    });
  });
}

/** Loads the encoder only here, so that a search by words starts quickly. */
async function hitsLike(record: OpenRecord, words: string, options: SearchOptions): Promise<SearchHit[]> {
  const { encodeSentence } = await import('../../pipeline/sentence-vectors.ts');
  return searchLike(record, await encodeSentence(words), options);
}
