import { Command } from 'commander';
import { compact } from '../../document/index.ts';
import { findStatements, getEntity } from '../../record/index.ts';
import { partialDate, withThoughts } from '../details.ts';
import { statementLines, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface AboutOptions {
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly thoughts?: boolean;
  readonly json?: boolean;
}

/** `onrecord about ENTITY` */
export function aboutCommand(): Command {
  const command = new Command('about')
    .description('show what is said about a person, organisation or place, and by whom; oldest first')
    .argument('<entity>', 'an id, a name, or an unambiguous part of a name')
    .option('--by <speaker>', 'only what this speaker said')
    .option('--since <date>', 'only what may have been said on or after this day, month or year')
    .option('--until <date>', 'only what may have been said on or before this day, month or year')
    .option('--outlet <name>', 'only as printed by this outlet')
    .option('--json', 'JSON instead of text');
  return withThoughts(command).action(async (words: string, { by, outlet, thoughts, json, ...dates }: AboutOptions) => {
    const since = partialDate('since', dates.since);
    const until = partialDate('until', dates.until);
    await withRecord(command, async (record) => {
      const entity = await getEntity(record, words);
      const statements = await findStatements(record, {
        mentions: [entity.id],
        ...compact({ speaker: by, since, until, outlet, thoughts }),
      });
      if (json) return writeJson(statements);
      if (statements.length === 0) process.stderr.write(`The record has nothing said about ${entity.name}.\n`);
      await write(statements.map((statement) => `${statementLines(statement)}\n`));
    });
  });
}
