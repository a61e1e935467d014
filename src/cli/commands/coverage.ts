import { Command } from 'commander';
import { type Coverage, coverageOf } from '../../compare/index.ts';
import { compact } from '../../document/index.ts';
import { coverageColumns, csvTable } from '../../export/index.ts';
import { noteUncompared } from '../compared.ts';
import { partialDate } from '../details.ts';
import { table, wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';
import { atLeastOf } from './utterances.ts';

interface CoverageOptions {
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlets?: string;
  readonly atLeast: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `onrecord coverage` */
export function coverageCommand(): Command {
  const command = new Command('coverage')
    .description(
      'utterances by outlets for an event: who has what whole, in part, clipped, altered, in other words, or not',
    )
    .argument(
      '[documents...]',
      'the documents of the event (ids, or the beginnings of them); or choose them by the options',
    )
    .option('--about <words>', 'documents that hold these words')
    .option('--since <date>', 'documents published on or after this day (month, year)')
    .option('--until <date>', 'documents published on or before this day (month, year)')
    .option(
      '--outlets <names>',
      'outlets, parted by commas, that are shown even where nothing of them is in the record',
    )
    .option('--at-least <number>', 'only utterances that so many documents report', '1')
    .option('--json', 'JSON instead of a table')
    .option('--csv', 'CSV instead of a table');
  return command.action(async (documents: string[], options: CoverageOptions) => {
    const { about, outlets, json, csv } = options;
    const atLeast = atLeastOf(options.atLeast);
    const since = partialDate('since', options.since);
    const until = partialDate('until', options.until);
    await withRecord(command, async (record) => {
      await noteUncompared(record);
      const coverage = await coverageOf(record, {
        ...(documents.length > 0 ? { documents } : {}),
        ...compact({ about, since, until }),
        ...(outlets ? { outlets: outlets.split(',').map((name) => name.trim()) } : {}),
        atLeast,
      });
      if (json) return writeJson(coverage);
      if (csv) return write(csvTable(coverageColumns(coverage), coverage.utterances));
      await write(coverageLines(coverage));
    });
  });
}

/** Letters of an outlet's name in the table, so that the words beside it have room. */
const NAME = 16;

/** Outlets up to which each has its name over its column; more have letters, and a list of them before the table. */
const NAMED = 4;

/** A, B … Z, AA, AB … */
function letterOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last;
}

function shortened(name: string): string {
  return name.length <= NAME ? name : `${name.slice(0, NAME - 1)}…`;
}

const SHOWN: Readonly<Record<string, string>> = { absent: '—', 'not-read': 'not read' };

function coverageLines({ read, outlets, copies, utterances }: Coverage): string[] {
  const isWide = outlets.length > NAMED;
  const names = outlets.map(({ name }, i) => (isWide ? letterOf(i) : shortened(name)));
  const header = [...outlets.map(({ documents }, i) => `${names[i]} (${documents.length})`), 'said'];
  const legend = isWide ? [...outlets.map(({ name }, i) => `${names[i]}  ${name}\n`), '\n'] : [];
  const rows = utterances.map(({ speaker, text, cells }) => [
    ...cells.map(({ version }) => SHOWN[version] ?? version),
    `${speaker || 'no source named'}: ${text.replace(/\s+/gu, ' ')}`,
  ]);
  const only = utterances.filter(({ cells }) => cells.filter(({ reports }) => reports.length > 0).length === 1);
  const articles = `${read} ${read === 1 ? 'article' : 'articles'}`;
  const notes = [
    `— means not found in the articles read of that outlet; ${articles} read in all${copies.length > 0 ? ', copies of one text counted once' : ''}.`,
    `${only.length} of ${utterances.length} utterances are in one outlet only.`,
    ...copies.map((group) => `One text in several outlets: ${group.join(', ')}.`),
  ];
  return [...legend, ...table(header, rows), '\n', ...notes.map((note) => `${wrap(note, '')}\n`)];
}
