import { Command } from 'commander';
import { compact } from '../../document/index.ts';
import { findStatements } from '../../record/index.ts';
import { partialDate, withThoughts } from '../details.ts';
import { statementLines, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface SaidOptions {
  readonly about?: string;
  readonly since?: string;
  readonly until?: string;
  readonly outlet?: string;
  readonly thoughts?: boolean;
  readonly json?: boolean;
}

/** `onrecord said SPEAKER` */
export function saidCommand(): Command {
  const command = new Command('said')
    .description('show what a speaker said, oldest first, and where it was printed')
    .argument('<speaker>', 'a name, or whole words of a name')
    .option('--about <words>', 'only statements that contain these words')
    .option('--since <date>', 'only what may have been said on or after this day, month or year')
    .option('--until <date>', 'only what may have been said on or before this day, month or year')
    .option('--outlet <name>', 'only as printed by this outlet')
    .option('--json', 'JSON instead of text');
  return withThoughts(command).action(async (speaker: string, options: SaidOptions) => {
    const { about, outlet, thoughts } = options;
    const since = partialDate('since', options.since);
    const until = partialDate('until', options.until);
    await withRecord(command, async (record) => {
      const statements = await findStatements(record, {
        speaker,
        ...compact({ about, since, until, outlet, thoughts }),
      });
      if (options.json) return writeJson(statements);
      if (statements.length === 0)
        process.stderr.write(`The record has nothing said by ${speaker}; see: onrecord speakers\n`);
      await write(statements.map((statement) => `${statementLines(statement)}\n`));
    });
  });
}
