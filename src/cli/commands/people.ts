import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import {
  type Decision,
  ENTITY_TYPES,
  type EntityListing,
  type EntityType,
  getDocument,
  getEntity,
  likelyDoubles,
  listDecisions,
  listEntities,
  type OpenRecord,
  parsePeople,
  tellApart,
} from '../../record/index.ts';
import { authorOf, withAuthor } from '../author.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** What corrects a record loads what encodes and compares: only the commands that do wait for it. */
const correcting = () => import('../../pipeline/review.ts');

type Authored = { readonly author?: string };

/** `onrecord people …` */
export function peopleCommand(): Command {
  const people = new Command('people').description(
    'who is who: the people and organisations of the record, across documents',
  );
  for (const make of [list, show, doubles, merge, split, rename, different, importing, log, undo, relink])
    people.addCommand(make().exitOverride());
  return people;
}

function list(): Command {
  const command = new Command('list')
    .description('people and organisations, those of most documents first')
    .option('--type <type>', `only ${ENTITY_TYPES.join(', ')}`)
    .option('--json', 'JSON instead of a table');
  return command.action(async ({ type, json }: { type?: string; json?: boolean }) => {
    if (type !== undefined && !(ENTITY_TYPES as readonly string[]).includes(type))
      throw new OnrecordError('wrong-usage', `--type ${type} is none of ${ENTITY_TYPES.join(', ')}`);
    await withRecord(command, async (record) => {
      const entities = await listEntities(record, type ? { type: type as EntityType } : {});
      if (json) return writeJson(entities);
      await write(
        table(
          ['documents', 'type', 'id', 'name'],
          entities.map((entity) => [String(entity.documents), entity.type, entity.id, entity.name]),
        ),
      );
    });
  });
}

function show(): Command {
  const command = new Command('show')
    .description('one of them: names, posts, and how often they speak')
    .argument('<entity>', 'an id, a name, or a part of a name that only one has')
    .option('--json', 'JSON instead of text');
  return command.action(async (words: string, { json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const entity = await getEntity(record, words);
      await (json ? writeJson(entity) : write(entityLines(entity)));
    });
  });
}

function entityLines({ id, type, name, aliases, posts, statements, documents }: EntityListing): string[] {
  return [
    `${name} (${type}, ${id})\n`,
    ...(aliases.length > 0 ? [`also: ${aliases.join('; ')}\n`] : []),
    ...posts.map(
      ({ post, organisation, earliest, latest }) =>
        `${earliest ?? '?'} to ${latest ?? 'now'}  ${post}${organisation ? `, ${organisation}` : ''}\n`,
    ),
    `${statements} statements, named in ${documents} documents\n`,
  ];
}

function doubles(): Command {
  const command = new Command('doubles')
    .description('entities of one name that nobody has decided about: are they one?')
    .option('--json', 'JSON instead of a table');
  return command.action(async ({ json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const pairs = await likelyDoubles(record);
      if (json) return writeJson(pairs);
      if (pairs.length === 0) {
        process.stderr.write('No two entities of one name are left to decide about.\n');
        return;
      }
      await write(
        table(
          ['documents', 'one', 'documents', 'other', 'name'],
          pairs.map(({ one, other }) => [String(one.documents), one.id, String(other.documents), other.id, one.name]),
        ),
      );
      process.stderr.write('One: onrecord people merge ONE OTHER. Two: onrecord people different ONE OTHER.\n');
    });
  });
}

/** A command that decides something of one or two entities and says how to undo it. */
function deciding<Options>(
  command: Command,
  decide: (
    record: OpenRecord,
    args: string[],
    options: Options & Authored,
  ) => Promise<{ told: string; decision: string }>,
): Command {
  return withAuthor(command).action(async (...all: unknown[]) => {
    const args = all.slice(0, command.registeredArguments.length) as string[];
    const options = all[command.registeredArguments.length] as Options & Authored;
    await withRecord(command, async (record) => {
      const { told, decision } = await decide(record, args, options);
      process.stderr.write(`${told}. To take it back: onrecord people undo ${decision}\n`);
    });
  });
}

function merge(): Command {
  const command = new Command('merge')
    .description('two are one: the first counts as the second from now on')
    .argument('<from>', 'an id or a name')
    .argument('<into>', 'an id or a name');
  return deciding(command, async (record, [from, into], options) => {
    const [one, other] = [await getEntity(record, from!), await getEntity(record, into!)];
    const { mergeEntities } = await correcting();
    const decision = await mergeEntities(record, one.id, other.id, authorOf(options));
    return { told: `${one.name} (${one.id}) is ${other.name} (${other.id})`, decision };
  });
}

function split(): Command {
  const command = new Command('split')
    .description('in some documents the name means somebody else')
    .argument('<entity>', 'an id or a name')
    .argument('<documents...>', 'ids of the documents, or the beginnings of them')
    .option('--name <name>', 'what the other is called');
  return deciding<{ name?: string }>(command, async (record, args, options) => {
    const [words, ids] = args as unknown as [string, string[]];
    const entity = await getEntity(record, words);
    const documents: string[] = [];
    for (const id of ids) documents.push((await getDocument(record, id)).id);
    const { splitEntity } = await correcting();
    const made = await splitEntity(record, entity.id, documents, authorOf(options), options.name);
    return {
      told: `In ${documents.length} documents ${entity.name} is another (${made.entity})`,
      decision: made.decision,
    };
  });
}

function rename(): Command {
  const command = new Command('rename')
    .description('what one of them is called')
    .argument('<entity>', 'an id or a name')
    .argument('<name>', 'the name from now on');
  return deciding(command, async (record, [words, name], options) => {
    const entity = await getEntity(record, words!);
    const { renameEntity } = await correcting();
    const decision = await renameEntity(record, entity.id, name!, authorOf(options));
    return { told: `${entity.name} is called ${name}`, decision };
  });
}

function different(): Command {
  const command = new Command('different')
    .description('two of one name are two, and are not asked about again')
    .argument('<one>', 'an id')
    .argument('<other>', 'an id')
    .option('--unsure', 'it cannot be told: noted, and asked about again');
  return deciding<{ unsure?: boolean }>(command, async (record, [first, second], options) => {
    const [one, other] = [await getEntity(record, first!), await getEntity(record, second!)];
    const kind = options.unsure ? 'undecided' : 'different';
    const decision = await tellApart(record, one.id, other.id, kind, authorOf(options));
    return { told: `${one.id} and ${other.id} are ${options.unsure ? 'undecided' : 'two'}`, decision };
  });
}

function importing(): Command {
  const command = new Command('import')
    .description(
      'who is who from a file: Popolo JSON, or CSV (name, type, aliases, post, organisation, from, until, scheme, identifier)',
    )
    .argument('<file>', 'the file');
  return command.action(async (file: string) => {
    const people = parsePeople(await readFile(file, 'utf8'), file);
    for (const fault of people.faults.slice(0, 20)) process.stderr.write(`onrecord: ${file}: ${fault}; left out\n`);
    if (people.faults.length > 20)
      process.stderr.write(`onrecord: ${file}: ${people.faults.length - 20} more left out\n`);
    if (people.faults.length > 0) process.exitCode = 1;
    await withRecord(
      command,
      async (record) => {
        const { importPeople } = await correcting();
        const { added, known, posts } = await importPeople(record, people, tellLinked);
        process.stderr.write(`${added} new, ${known} known already, ${posts} posts\n`);
      },
      { make: true },
    );
  });
}

function tellLinked(done: number, all: number): void {
  if (process.stderr.isTTY && (done % 100 === 0 || done === all))
    process.stderr.write(`\rlinking ${done} of ${all} documents${done === all ? '\n' : ''}`);
}

function relink(): Command {
  const command = new Command('relink').description('link the names of all documents anew; what people decided stays');
  return command.action(async () => {
    const { relink } = await correcting();
    await withRecord(command, (record) => relink(record, tellLinked));
  });
}

function log(): Command {
  const command = new Command('log')
    .description('what people decided, newest first')
    .option('--json', 'JSON instead of a table');
  return command.action(async ({ json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const decisions = await listDecisions(record);
      if (json) return writeJson(decisions);
      await write(
        table(
          ['id', 'made', 'by', 'decision'],
          decisions.map((one) => [one.id, one.made.slice(0, 16).replace('T', ' '), one.author, decisionWords(one)]),
        ),
      );
    });
  });
}

function decisionWords({ kind, value, undone }: Decision): string {
  const words: Record<Decision['kind'], string> = {
    merge: `${value.from} is ${value.into}`,
    split: `${value.entity} is ${value.made} in some documents`,
    rename: `${value.entity} is called ${value.after}`,
    different: `${value.one} and ${value.other} are two`,
    undecided: `${value.one} and ${value.other}: it cannot be told`,
  };
  return `${words[kind]}${undone ? ' (taken back)' : ''}`;
}

function undo(): Command {
  const command = new Command('undo')
    .description('take a decision back')
    .argument('<decision>', 'its id, from: onrecord people log');
  return command.action(async (id: string) => {
    await withRecord(command, async (record) => {
      const { undoDecision } = await correcting();
      process.stderr.write(`Taken back: ${decisionWords(await undoDecision(record, id))}\n`);
    });
  });
}
