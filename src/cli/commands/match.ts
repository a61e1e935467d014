import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import { write } from '../print.ts';

/** `onrecord match --ndjson` */
export function matchCommand(): Command {
  return new Command('match')
    .description('a filter: whether two statements report one thing said; no record is touched')
    .option(
      '--ndjson',
      'a JSON line {"id","one":{"statement","document","outlet"?,"published"?},"other":{…}} in, a line {"id","same"} out, in order',
    )
    .action(async (options: { ndjson?: boolean }) => {
      if (!options.ndjson)
        throw new OnrecordError('wrong-usage', 'match is a filter: use --ndjson, and pipe pairs to it');
      const { matchLine } = await import('../../pipeline/match.ts');
      let number = 0;
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        number++;
        if (line.trim() === '') continue;
        const answer = matchLine(line, number);
        if ('error' in answer) {
          process.exitCode = 1;
          process.stderr.write(`onrecord: ${answer.error}\n`);
        }
        await write([`${JSON.stringify(answer)}\n`]);
      }
    });
}
