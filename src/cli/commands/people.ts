import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { compact, OnrecordError } from '../../document/index.ts';
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
  type PeopleFile,
  parsePeople,
  parsePeopleFolder,
  setTraits,
  TRAIT_KINDS,
  tellApart,
} from '../../record/index.ts';
import { authorOf, withAuthor } from '../author.ts';
import { partialDate } from '../details.ts';
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
  for (const make of [list, show, doubles, merge, split, rename, different, setting, importing, log, undo, relink])
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

function entityLines({ id, type, name, aliases, posts, traits, statements, documents }: EntityListing): string[] {
  return [
    `${name} (${type}, ${id})\n`,
    ...(aliases.length > 0 ? [`also: ${aliases.join('; ')}\n`] : []),
    ...posts.map(
      ({ post, organisation, earliest, latest }) =>
        `${earliest ?? '?'} to ${latest ?? 'now'}  ${post}${organisation ? `, ${organisation}` : ''}\n`,
    ),
    ...traits.map(
      ({ kind, value, earliest, latest, origin }) =>
        `${kind}: ${value}${earliest || latest ? ` (${earliest ?? '?'} to ${latest ?? 'now'})` : ''}${origin === 'person' ? ', set by hand' : ''}\n`,
    ),
    `${statements} statements, named in ${documents} documents\n`,
  ];
}

function doubles(): Command {
  const command = new Command('doubles')
    .description('entities that may be one, the likeliest first, with why; nobody has decided about them')
    .option('--json', 'JSON instead of a table');
  return command.action(async ({ json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const pairs = await likelyDoubles(record);
      if (json) return writeJson(pairs);
      if (pairs.length === 0) {
        process.stderr.write('No two entities that may be one are left to decide about.\n');
        return;
      }
      await write(
        table(
          ['likely', 'one', 'other', 'names', 'why'],
          pairs.map(({ one, other, likelihood, why }) => [
            likelihood.toFixed(2),
            one.id,
            other.id,
            `${one.name} (${one.documents}), ${other.name} (${other.documents})`,
            why.join('; '),
          ]),
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

interface SetOptions {
  readonly party?: string;
  readonly sex?: string;
  readonly country?: string;
  readonly from?: string;
  readonly until?: string;
}

function setting(): Command {
  const command = new Command('set')
    .description('the party, the sex or a country of somebody, for audits; an empty value takes it back')
    .argument('<entity>', 'an id or a name')
    .option('--party <party>', 'the party')
    .option('--sex <sex>', 'the sex, as the person or a source says it')
    .option('--country <country>', 'the country')
    .option('--from <date>', 'since when')
    .option('--until <date>', 'until when');
  return deciding<SetOptions>(command, async (record, [words], options) => {
    const given = TRAIT_KINDS.filter((kind) => options[kind] !== undefined);
    if (given.length !== 1)
      throw new OnrecordError('wrong-usage', 'people set needs one of --party, --sex and --country, one at a time');
    const kind = given[0]!;
    const value = options[kind]!.trim();
    const entity = await getEntity(record, words!);
    const days = {
      earliest: widened(partialDate('from', options.from), 'start'),
      latest: widened(partialDate('until', options.until), 'end'),
    };
    const traits = value === '' ? [] : [{ kind, value, ...compact(days) }];
    const decision = await setTraits(record, entity.id, kind, traits, authorOf(options));
    return {
      told: value === '' ? `${entity.name} has no ${kind} by hand` : `${entity.name}: ${kind} ${value}`,
      decision,
    };
  });
}

function importing(): Command {
  const command = new Command('import')
    .description(
      'who is who from a file: Popolo JSON, Wikidata’s JSON, or CSV (name, type, aliases, post, organisation, from, until, party, sex, country, scheme, identifier); or from a folder of the Institute for Government’s tables of ministers',
    )
    .argument('<file>', 'the file, or the folder');
  return command.action(async (file: string) => {
    const people = await readPeople(file);
    for (const fault of people.faults.slice(0, 20)) process.stderr.write(`onrecord: ${file}: ${fault}; left out\n`);
    if (people.faults.length > 20)
      process.stderr.write(`onrecord: ${file}: ${people.faults.length - 20} more left out\n`);
    if (people.faults.length > 0) process.exitCode = 1;
    await withRecord(
      command,
      async (record) => {
        const { importPeople } = await correcting();
        const { added, known, posts, traits } = await importPeople(record, people, tellLinked);
        process.stderr.write(
          `${added} new, ${known} known already, ${posts} posts, ${traits} parties, sexes and countries\n`,
        );
      },
      { make: true },
    );
  });
}

/** A date as far as it was given, as a day: the first of "2019-05" or the last. */
function widened(date: string | undefined, side: 'start' | 'end'): string | undefined {
  const rest = side === 'start' ? '-01-01' : '-12-31';
  return (
    date && (date.length === 7 ? `${date}${side === 'start' ? '-01' : '-31'}` : date.length === 4 ? date + rest : date)
  );
}

async function readPeople(file: string): Promise<PeopleFile> {
  if (!(await stat(file)).isDirectory()) return parsePeople(await readFile(file, 'utf8'), file);
  const tables = (await readdir(file)).filter((name) => name.endsWith('.csv'));
  const read = tables.map(
    async (name) => [name.slice(0, -'.csv'.length), await readFile(join(file, name), 'utf8')] as const,
  );
  return parsePeopleFolder(new Map(await Promise.all(read)));
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
  const words: Record<Decision['kind'], () => string> = {
    merge: () => `${value.from} is ${value.into}`,
    split: () => `${value.entity} is ${value.made} in some documents`,
    rename: () => `${value.entity} is called ${value.after}`,
    different: () => `${value.one} and ${value.other} are two`,
    undecided: () => `${value.one} and ${value.other}: it cannot be told`,
    trait: () => `${value.entity}: ${value.trait} ${told(value.after)}`,
  };
  return `${words[kind]()}${undone ? ' (taken back)' : ''}`;
}

/** "Labour", "Labour, Green"; "taken back" where no value is left. */
function told(values: unknown): string {
  const given = (values as readonly { readonly value: string }[]).map(({ value }) => value);
  return given.length > 0 ? given.join(', ') : 'taken back';
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
