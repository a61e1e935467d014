import { Command, Option } from 'commander';
import {
  getSearch,
  listSearches,
  removeSearch,
  type SavedSearch,
  SEARCH_EVENTS,
  type SearchEvent,
  saveSearch,
} from '../../record/index.ts';
import { authorOf, withAuthor } from '../author.ts';
import { withThoughts } from '../details.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface SaveOptions {
  readonly on: SearchEvent;
  readonly speaker?: string;
  readonly topic?: string;
  readonly about?: string;
  readonly outlet?: string;
  readonly act?: string;
  readonly thoughts?: boolean;
  readonly webhook?: string;
}

/** `onrecord searches` */
export function searchesCommand(): Command {
  const command = new Command('searches')
    .description('saved searches: each fires an alert for what comes into the record and fits')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      await withRecord(command, async (record) => {
        const searches = await listSearches(record);
        if (options.json) return writeJson(searches);
        if (searches.length === 0) return await write(['No search is saved; see: onrecord searches save --help\n']);
        await write(
          table(
            ['id', 'name', 'fires for', 'webhook'],
            searches.map((search) => [search.id, search.name, conditionsOf(search), search.webhook ?? '']),
          ),
        );
      });
    });
  const save = command
    .command('save')
    .description('save a search; what comes into the record from now on fires it, once for each statement')
    .argument('<name>', 'what it is called')
    .addOption(
      new Option('--on <event>', 'what fires it: a statement, a possible shift, a quotation altered after publication')
        .choices(SEARCH_EVENTS)
        .default('said'),
    )
    .option('--speaker <name>', 'who speaks: a name, or a part of it')
    .option('--topic <words>', 'words of what is said, or the name of a saved topic')
    .option('--about <name>', 'whom it mentions')
    .option('--outlet <name>', 'who prints it')
    .option('--act <act>', 'what the words of saying do: say, deny, promise, warn …')
    .option('--webhook <url>', 'an address that each alert is sent to, signed as Standard Webhooks has it');
  withAuthor(withThoughts(save)).action(async (name: string, options: SaveOptions & { author?: string }) => {
    const { webhook, author: _, ...query } = options;
    await withRecord(
      command,
      async (record) => {
        const { search, secret } = await saveSearch(record, name, query, authorOf(options), webhook);
        process.stderr.write(`${search.id} is saved; its alerts: onrecord alerts ${quoted(name)}\n`);
        if (secret !== undefined) {
          process.stderr.write('Its messages are signed with this secret, which is not shown again:\n');
          await write([`${secret}\n`]);
        }
      },
      { make: true },
    );
  });
  command
    .command('remove')
    .description('forget a search and its alerts')
    .argument('<search>', 'its id or name')
    .action(async (words: string) => {
      await withRecord(command, async (record) => {
        const search = await getSearch(record, words);
        await removeSearch(record, search.id);
        process.stderr.write(`${search.name} is forgotten. To have it again: ${commandFor(search)}\n`);
      });
    });
  return command;
}

function conditionsOf({ query: { on, ...conditions } }: SavedSearch): string {
  const parts = Object.entries(conditions).map(([name, value]) => (value === true ? name : `${name} ${value}`));
  const event = { said: 'a statement', shift: 'a possible shift', altered: 'a quotation altered' }[on];
  return [event, ...parts].join(', ');
}

function commandFor({ name, query, webhook }: SavedSearch): string {
  const options = Object.entries({ ...query, ...(webhook === null ? {} : { webhook }) });
  return [
    'onrecord searches save',
    quoted(name),
    ...options.map(([option, value]) => (value === true ? `--${option}` : `--${option} ${quoted(String(value))}`)),
  ].join(' ');
}

function quoted(words: string): string {
  return /^[\w./:-]+$/u.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
}
