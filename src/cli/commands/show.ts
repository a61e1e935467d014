import { Command } from 'commander';
import { findFigures, findStatements, getDocument } from '../../record/index.ts';
import { withThoughts } from '../details.ts';
import { statementLines, wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

interface ShowOptions {
  readonly text?: boolean;
  readonly thoughts?: boolean;
  readonly json?: boolean;
}

/** `onrecord show DOC` */
export function showCommand(): Command {
  const command = new Command('show')
    .description('show a document and its statements')
    .argument('<document>', 'its id, or the beginning of its id')
    .option('--text', 'show its text, too')
    .option('--json', 'the same JSON as: extract --format json');
  return withThoughts(command).action(async (id: string, options: ShowOptions) => {
    await withRecord(command, async (record) => {
      const document = await getDocument(record, id);
      const stored = await findStatements(record, { document: document.id, thoughts: options.thoughts === true });
      const statements = stored
        .map(({ document: _, ...statement }) => statement)
        .sort((a, b) => a.content[0]!.start - b.content[0]!.start);
      const figures = await findFigures(record, document.id);
      if (options.json) return writeJson({ document, statements, figures });
      const facts = [
        document.outlet,
        document.byline,
        document.published?.slice(0, 10),
        document.language,
        document.url,
        document.id,
      ].filter((part) => part !== undefined);
      await write([`${document.title ?? 'Untitled'}\n${facts.join(' · ')}\n\n`]);
      if (options.text)
        await write(
          document.blocks.map(
            (block) =>
              `${wrap(document.text.slice(block.start, block.end), block.kind === 'paragraph' ? '' : '  ')}\n\n`,
          ),
        );
      await write(statements.map((statement) => `${statementLines(statement)}\n`));
    });
  });
}
