import { Command } from 'commander';
import { OnrecordError } from '../../document/index.ts';
import { listTopics, removeTopic, saveTopic, type Topic } from '../../record/index.ts';
import { table, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord topic …` */
export function topicCommand(): Command {
  const topic = new Command('topic').description(
    'save several phrasings of a topic under one name, for: onrecord positions',
  );
  for (const make of [save, list, remove]) topic.addCommand(make().exitOverride());
  return topic;
}

function save(): Command {
  const command = new Command('save')
    .description('save phrasings under a name; replaces those of a topic of the same name')
    .argument('<name>', 'the name of the topic')
    .argument('<phrasings...>', 'words; put several in quotation marks to keep them together');
  return command.action(async (name: string, phrasings: string[]) => {
    if (phrasings.some((words) => !/[\p{L}\p{N}]/u.test(words)))
      throw new OnrecordError('wrong-usage', 'a phrasing has no words');
    await withRecord(command, async (record) => {
      const before = await saveTopic(record, { name, phrasings });
      if (before) process.stderr.write(`Saved. Before, it was: ${commandFor(before)}\n`);
      else process.stderr.write(`Saved. Use it as: onrecord positions SPEAKER ${quoted(name)}\n`);
    });
  });
}

function list(): Command {
  const command = new Command('list').description('list saved topics').option('--json', 'JSON instead of a table');
  return command.action(async ({ json }: { json?: boolean }) => {
    await withRecord(command, async (record) => {
      const topics = await listTopics(record);
      if (json) return writeJson(topics);
      if (topics.length === 0) process.stderr.write('No topics are saved; see: onrecord topic save --help\n');
      else
        await write(
          table(
            ['topic', 'phrasings'],
            topics.map(({ name, phrasings }) => [name, phrasings.join('; ')]),
          ),
        );
    });
  });
}

function remove(): Command {
  const command = new Command('remove').description('forget a topic').argument('<name>', 'its name');
  return command.action(async (name: string) => {
    await withRecord(command, async (record) => {
      const topic = await removeTopic(record, name);
      process.stderr.write(`Removed. To bring it back: ${commandFor(topic)}\n`);
    });
  });
}

function commandFor({ name, phrasings }: Topic): string {
  return `onrecord topic save ${[name, ...phrasings].map(quoted).join(' ')}`;
}

function quoted(words: string): string {
  return /^[\p{L}\p{N}-]+$/u.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
}
