import { Command } from 'commander';
import type { StatementChange, VersionChange, WordChange } from '../../compare/index.ts';
import { changedDocuments } from '../../record/index.ts';
import { dateWords, table, wrap, write, writeJson } from '../print.ts';
import { withRecord } from '../record.ts';

/** `onrecord versions [DOC]` */
export function versionsCommand(): Command {
  const command = new Command('versions')
    .description(
      'show how articles were changed after they were read: what appeared, vanished or was altered, and when',
    )
    .argument('[document]', 'the id of any of its versions (default: list all articles that were changed)')
    .option('--text', 'show changed paragraphs, too')
    .option('--json', 'print JSON')
    .action(async (id: string | undefined, options: { text?: boolean; json?: boolean }) => {
      await withRecord(command, async (record) => {
        if (id === undefined) {
          const changed = await changedDocuments(record);
          if (options.json) return writeJson(changed);
          if (changed.length === 0) return await write(['No article in the record was changed.\n']);
          return await write(
            table(
              ['document', 'versions', 'changed', 'outlet', 'title'],
              changed.map(({ document, versions, changed: at, outlet, title }) => [
                document,
                String(versions),
                minute(at),
                outlet ?? '',
                title ?? '',
              ]),
            ),
          );
        }
        const { versionHistory } = await import('../../compare/index.ts');
        const history = await versionHistory(record, id);
        if (options.json) return writeJson(history);
        if (history.versions.length === 0)
          return await write(['It has no address, so other versions of it cannot be found.\n']);
        await write(
          history.versions.map(
            ({ number, document, seen, last, title, address }) =>
              `${number}  ${document}  ${minute(seen)} to ${minute(last)}  ${title ?? address}\n`,
          ),
        );
        for (const change of history.changes) await write(changeLines(change, options.text ?? false));
      });
    });
  return command;
}

/** An ISO time to the minute: "2025-03-12 09:30". */
function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ');
}

function changeLines({ from, to, title, statements, text }: VersionChange, withText: boolean): string[] {
  const lines = [`\nFrom version ${from.number} to ${to.number}, seen ${minute(to.seen)}\n`];
  if (title) lines.push(`  title    ${title.before}\n        →  ${title.after}\n`);
  for (const change of statements) lines.push(statementLines(change));
  if (statements.length === 0) lines.push('  No statement was changed.\n');
  const count = text.length;
  if (!withText && count > 0)
    lines.push(`  ${count} ${count === 1 ? 'paragraph' : 'paragraphs'} changed (show with --text)\n`);
  if (withText) for (const { kind, words } of text) lines.push(`${wrap(marked(words), '    ', `  ${kind}: `)}\n`);
  return lines;
}

function statementLines({ kind, before, after, altered, words }: StatementChange): string {
  const shown = (after ?? before)!;
  const who = shown.speaker.name || 'no source named';
  const what = words ? marked(words) : shown.content.map((span) => span.text).join(' … ');
  const more = (altered ?? []).flatMap((part) =>
    part === 'speaker'
      ? [`speaker was ${before!.speaker.name || 'not named'}`]
      : part === 'date'
        ? [`said was ${dateWords(before!.said)}, is ${dateWords(after!.said)}`]
        : [],
  );
  return `  ${kind.padEnd(9)}${who}${more.length > 0 ? ` (${more.join('; ')})` : ''}  ${shown.id}\n${wrap(what, '    ', '    ')}\n`;
}

/** Words with [-removed-] and {+added+} ones marked as in `git diff --word-diff`. */
function marked(words: readonly WordChange[]): string {
  return words
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
