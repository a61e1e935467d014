import { Command } from 'commander';
import type { PositionStatement, PossibleShift } from '../../compare/index.ts';
import type { OpenRecord } from '../../record/index.ts';
import { withThoughts } from '../details.ts';
import { dateWords, wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface PositionsOptions {
  readonly exact?: boolean;
  readonly thoughts?: boolean;
  readonly json?: boolean;
}

/** `onrecord positions [SPEAKER [TOPIC…]]` */
export function positionsCommand(): Command {
  const command = new Command('positions')
    .description(
      'what a speaker said on a topic, in order, and pairs that may be a shift of position, with the reason; ' +
        'without a topic, the subjects that the speaker spoke of more than once; ' +
        'without a speaker, the strongest possible shifts of the whole record, newest first',
    )
    .argument('[speaker]', 'a name, or a part of it made of whole words')
    .argument('[topic...]', 'words, or a saved topic (onrecord topic); each argument is a phrasing of one topic')
    .option('--exact', 'only statements that hold the words, not those about the same thing in others')
    .option('--json', 'JSON instead of text');
  return withThoughts(command).action(
    async (speaker: string | undefined, topic: string[], options: PositionsOptions) =>
      await withRecord(command, async (record) => {
        if (speaker === undefined) return await printShifts(record, options);
        if (topic.length === 0) return await printSubjects(record, speaker, options);
        return await printPositions(record, speaker, topic, options);
      }),
  );
}

async function printPositions(
  record: OpenRecord,
  speaker: string,
  topic: readonly string[],
  { json, ...options }: PositionsOptions,
): Promise<void> {
  const { positionsOn } = await import('../../pipeline/positions.ts');
  const { statements, shifts } = await positionsOn(record, speaker, topic, options);
  if (json) return writeJson({ statements, shifts });
  if (statements.length === 0) {
    process.stderr.write(`Nothing that ${speaker} said on this is in the record.\n`);
    return;
  }
  await write([
    ...(shifts.length > 0 ? ['Possible shifts, likeliest first\n\n', ...shifts.map(shiftLines)] : []),
    'In order\n\n',
    ...statements.map((statement) => `${statementLine(statement)}\n\n`),
  ]);
}

async function printSubjects(record: OpenRecord, speaker: string, { json, thoughts }: PositionsOptions): Promise<void> {
  const { subjectsBy } = await import('../../pipeline/positions.ts');
  const subjects = await subjectsBy(record, speaker, { thoughts });
  if (json) return writeJson({ subjects });
  if (subjects.length === 0) {
    process.stderr.write(`The record has no subject on which ${speaker} spoke on more than one day.\n`);
    return;
  }
  await write(
    subjects.map(
      ({ words, statements, days, first, last }) =>
        `${words}\n    ${statements} statements on ${days} days, ${first} to ${last}\n`,
    ),
  );
}

async function printShifts(record: OpenRecord, { json }: PositionsOptions): Promise<void> {
  const { shiftsOfRecord } = await import('../../pipeline/positions.ts');
  const shifts = await shiftsOfRecord(record);
  if (json) return writeJson({ shifts });
  if (shifts.length === 0) {
    process.stderr.write('Nothing in the record is likely to be a shift of position.\n');
    return;
  }
  await write(['Possible shifts, newest first\n\n', ...shifts.map(shiftLines)]);
}

function shiftLines({ earlier, later, reason, mark }: PossibleShift): string {
  const told = mark ? `\n${wrap(`marked a shift by ${mark.author}`, '      ', '    · ')}` : '';
  return `${statementLine(earlier)}\n${statementLine(later)}\n${wrap(reason, '      ', '    · ')}${told}\n\n`;
}

function statementLine({
  said,
  speaker,
  position,
  text,
  outlet,
  title,
  published,
  document,
  id,
}: PositionStatement): string {
  const where = [outlet, title, published?.slice(0, 10), document].filter(
    (part) => part !== null && part !== undefined,
  );
  return [
    `${dateWords(said)}  ${speaker}, position ${position}  ${id}`,
    wrap(text, '    '),
    wrap(where.join(' · '), '      ', '    — '),
  ].join('\n');
}
