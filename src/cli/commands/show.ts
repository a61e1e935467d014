import { Command } from 'commander';
import type { Block } from '../../document/index.ts';
import { findFigures, findStatements, getDocument } from '../../record/index.ts';
import { withThoughts } from '../details.ts';
import { recognisedWords, statementLines, wrap, write, writeJson } from '../print.ts';
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
        recognisedIn(document.blocks),
        document.id,
      ].filter((part) => part !== undefined);
      await write([`${document.title ?? 'Untitled'}\n${facts.join(' · ')}\n\n`]);
      if (options.text) await write(document.blocks.map((block) => blockLines(document.text, block)));
      await write(statements.map((statement) => `${statementLines(statement)}\n`));
    });
  });
}

/** Whether a machine recognised a document's text, or pages of it. */
function recognisedIn(blocks: readonly Block[]): string | undefined {
  const recognised = blocks.flatMap((block) =>
    block.recognised === undefined ? [] : [{ ...block, sure: block.recognised }],
  );
  if (recognised.length === 0) return undefined;
  const letters = recognised.reduce((sum, { start, end }) => sum + end - start, 0);
  const sure = recognised.reduce((sum, { start, end, sure }) => sum + (end - start) * sure, 0) / letters;
  return `${recognised.length < blocks.length ? 'in part ' : ''}${recognisedWords(sure)}`;
}

/** A block's text; below one that a machine recognised stands how sure it was. */
function blockLines(text: string, { kind, start, end, recognised }: Block): string {
  const words = wrap(text.slice(start, end), kind === 'paragraph' ? '' : '  ');
  return `${words}\n${recognised === undefined ? '' : `    [${recognisedWords(recognised)}]\n`}\n`;
}
