import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import {
  intervalOf,
  OnrecordError,
  SPEAKER_TYPES,
  type SpeakerType,
  STATEMENT_KINDS,
  selectorOf,
} from '../../document/index.ts';
import {
  getDocument,
  getStatement,
  listReviews,
  markPair,
  type OpenRecord,
  PAIR_MARKS,
  type Review,
  type ReviewKind,
  type ReviewValue,
  readReview,
  reviewConflicts,
} from '../../record/index.ts';
import { authorOf, withAuthor } from '../author.ts';
import { fail } from '../failure.ts';
import { placesOf } from '../places.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

type Authored = { readonly author?: string };

/** `onrecord review …` */
export function reviewCommand(): Command {
  const review = new Command('review').description(
    'correct a statement: a correction overrides what the program found, outlasts every new reading, and can be undone',
  );
  for (const make of [
    right,
    wrong,
    speaker,
    said,
    kind,
    extent,
    adding,
    pairing,
    list,
    conflicts,
    undo,
    exporting,
    importing,
  ])
    review.addCommand(make().exitOverride());
  return review;
}

/** What corrects a record loads what encodes and compares: only the commands that do wait for it. */
const correcting = () => import('../../pipeline/review.ts');

const STATEMENT = 'id of a statement, or the beginning of it (onrecord show DOCUMENT)';

/** A command that corrects one thing of one statement. */
function saying<Options>(
  command: Command,
  kind: Exclude<ReviewKind, 'added' | 'pair'>,
  told: (record: OpenRecord, args: string[], options: Options) => ReviewValue | Promise<ReviewValue>,
): Command {
  return withAuthor(command).action(async (...all: unknown[]) => {
    const args = all.slice(0, command.registeredArguments.length) as string[];
    const options = all[command.registeredArguments.length] as Options & Authored;
    await withRecord(command, async (record) => {
      const value = await told(record, args, options);
      const { reviewStatement } = await correcting();
      const id = await reviewStatement(record, args[0]!, kind, value, authorOf(options));
      process.stderr.write(`Noted. To take it back: onrecord review undo ${id}\n`);
    });
  });
}

function right(): Command {
  return saying(
    new Command('right').description('the statement is right as it is').argument('<statement>', STATEMENT),
    'right',
    () => ({}),
  );
}

function wrong(): Command {
  return saying(
    new Command('wrong')
      .description('it is not a statement; it is left out of every answer')
      .argument('<statement>', STATEMENT),
    'not-a-statement',
    () => ({}),
  );
}

function pairing(): Command {
  const command = new Command('pair')
    .description('what two statements of one speaker are to each other (onrecord positions); the earlier first')
    .argument('<earlier>', STATEMENT)
    .argument('<later>', STATEMENT)
    .argument('<mark>', PAIR_MARKS.join(', '));
  return withAuthor(command).action(async (earlier: string, later: string, word: string, options: Authored) => {
    const mark = PAIR_MARKS.find((one) => one === word);
    if (!mark) throw new OnrecordError('wrong-usage', `${word} is none of ${PAIR_MARKS.join(', ')}`);
    await withRecord(command, async (record) => {
      const id = await markPair(record, earlier, later, mark, authorOf(options));
      process.stderr.write(`Noted. To take it back: onrecord review undo ${id}\n`);
    });
  });
}

function speaker(): Command {
  const command = new Command('speaker')
    .description('who said it')
    .argument('<statement>', STATEMENT)
    .argument('<name>', 'the full name, or a description of a source without a name')
    .option('--type <type>', SPEAKER_TYPES.join(', '), 'person');
  return saying<{ type: string }>(command, 'speaker', (_, [, name], { type }) => ({
    speaker: { name: name!, type: typeOf(type) },
  }));
}

function typeOf(type: string): SpeakerType {
  const found = SPEAKER_TYPES.find((one) => one === type);
  if (!found) throw new OnrecordError('wrong-usage', `--type ${type} is none of ${SPEAKER_TYPES.join(', ')}`);
  return found;
}

function said(): Command {
  const command = new Command('said')
    .description('when it was said')
    .argument('<statement>', STATEMENT)
    .argument('<date>', 'a day, a month or a year: 2024-12-19, 2024-12, 2024')
    .argument('[until]', 'the last, where it is an interval');
  return saying(command, 'said', (_, [, from, until]) => ({ said: intervalOf(from!, until) }));
}

function kind(): Command {
  const command = new Command('kind')
    .description('whether its words are quoted')
    .argument('<statement>', STATEMENT)
    .argument('<kind>', STATEMENT_KINDS.join(', '));
  return saying(command, 'kind', (_, [, name]) => {
    const found = STATEMENT_KINDS.find((one) => one === name);
    if (!found) throw new OnrecordError('wrong-usage', `${name} is none of ${STATEMENT_KINDS.join(', ')}`);
    return { kind: found };
  });
}

function extent(): Command {
  const command = new Command('extent')
    .description('which words are its content')
    .argument('<statement>', STATEMENT)
    .argument('<words>', 'the words as the document prints them; … stands for words left out');
  return saying(command, 'extent', async (record, [id, words]) => {
    const statement = await getStatement(record, id!);
    const { text } = await getDocument(record, statement.document.id);
    const content = placesOf(text, words!, statement.content[0]!.start);
    return { content: content.map((range) => selectorOf(text, range)) };
  });
}

interface AddOptions extends Authored {
  readonly speaker?: string;
  readonly type: string;
  readonly said?: string;
  readonly kind: string;
}

function adding(): Command {
  const command = new Command('add')
    .description('a statement that the program missed')
    .argument('<document>', 'its id, or the beginning of it')
    .argument('<words>', 'its content as the document prints it; … stands for words left out')
    .option('--speaker <name>', 'who said it')
    .option('--type <type>', `what the speaker is: ${SPEAKER_TYPES.join(', ')}`, 'person')
    .option('--said <date>', 'when: a day, a month or a year')
    .option('--kind <kind>', STATEMENT_KINDS.join(', '), 'indirect');
  return withAuthor(command).action(async (id: string, words: string, options: AddOptions) => {
    const found = STATEMENT_KINDS.find((one) => one === options.kind);
    if (!found)
      throw new OnrecordError('wrong-usage', `--kind ${options.kind} is none of ${STATEMENT_KINDS.join(', ')}`);
    const value: ReviewValue = {
      kind: found,
      ...(options.speaker ? { speaker: { name: options.speaker, type: typeOf(options.type) } } : {}),
      ...(options.said ? { said: intervalOf(options.said) } : {}),
    };
    await withRecord(command, async (record) => {
      const document = await getDocument(record, id);
      const { addStatement } = await correcting();
      const review = await addStatement(
        record,
        document.id,
        placesOf(document.text, words, 0),
        value,
        authorOf(options),
      );
      process.stderr.write(`Added. To take it back: onrecord review undo ${review}\n`);
    });
  });
}

function list(): Command {
  const command = new Command('list')
    .description('what people said, oldest first')
    .argument('[document]', 'only of this document')
    .option('--json', 'JSON instead of a table');
  return command.action(async (document: string | undefined, { json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const reviews = await listReviews(record, document ? { document } : {});
      if (json) return writeJson(reviews);
      await write(table(['id', 'made', 'by', 'document', 'review'], reviews.map(row)));
    });
  });
}

function row({ id, made, author, document, kind, value, selector }: Review): string[] {
  const told =
    value.speaker?.name ?? (value.said ? `${value.said.earliest} to ${value.said.latest}` : (value.kind ?? ''));
  return [
    id,
    made.slice(0, 16).replace('T', ' '),
    author,
    document.slice(0, 10),
    `${kind}${told ? ` ${told}` : ''}: ${selector.exact.replace(/\s+/gu, ' ')}`,
  ];
}

function conflicts(): Command {
  const command = new Command('conflicts')
    .description('where people differ; the newer review counts until one is undone')
    .option('--json', 'JSON instead of a table');
  return command.action(async ({ json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const found = await reviewConflicts(record);
      if (json) return writeJson(found);
      await write(
        found.flatMap(({ newer, older }) =>
          table(['id', 'made', 'by', 'document', 'review'], [row(newer), row(older)]),
        ),
      );
    });
  });
}

function undo(): Command {
  const command = new Command('undo')
    .description('take a review back')
    .argument('<review>', 'its id, from: onrecord review list');
  return command.action(async (id: string) => {
    await withRecord(command, async (record) => {
      const { undoReview } = await correcting();
      const { kind, selector } = await undoReview(record, id);
      process.stderr.write(`Taken back: ${kind} of “${selector.exact.slice(0, 60)}”\n`);
    });
  });
}

function exporting(): Command {
  const command = new Command('export')
    .description('all reviews, undone ones too, as JSON Lines for colleagues')
    .argument('[file]', 'where to; standard output where none is given');
  return command.action(async (file: string | undefined) => {
    await withRecord(command, async (record) => {
      const lines = (await listReviews(record, { undone: true })).map((review) => `${JSON.stringify(review)}\n`);
      if (file === undefined) await write(lines);
      else
        await writeFile(file, lines.join(''), { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
          throw cause.code === 'EEXIST'
            ? new OnrecordError('wrong-usage', `${file} is already there; name a new file`, { cause })
            : cause;
        });
    });
  });
}

function importing(): Command {
  const command = new Command('import')
    .description('the reviews of a colleague')
    .argument('<file>', 'what their `review export` wrote');
  return command.action(async (file: string) => {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    const reviews = lines.flatMap((line, i) => {
      const review = readLine(line);
      if (!review) fail(new OnrecordError('damaged', `line ${i + 1} is no review; left out`), file);
      return review ?? [];
    });
    await withRecord(command, async (record) => {
      const { importReviews } = await correcting();
      const { added, known, waiting } = await importReviews(record, reviews);
      process.stderr.write(
        `${added} new, ${known} known already, ${waiting} of documents that are not in this record yet\n`,
      );
      const found = await reviewConflicts(record);
      if (found.length > 0) process.stderr.write(`You differ in ${found.length}; see: onrecord review conflicts\n`);
    });
  });
}

function readLine(line: string): Review | undefined {
  try {
    return readReview(JSON.parse(line));
  } catch {
    return undefined;
  }
}
