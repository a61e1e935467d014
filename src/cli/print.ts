import type { Said, Statement } from '../document/index.ts';
import type { StoredStatement } from '../record/index.ts';

/** Columns of the terminal. One that does not know its width says 0. */
const width = () => Math.min(process.stdout.columns || 100, 120);

/** Writes lines or bytes to standard output, at the reader's pace. */
export async function write(lines: Iterable<string> | AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const line of lines) {
    if (!process.stdout.write(line)) await new Promise((done) => process.stdout.once('drain', done));
  }
}

export async function writeJson(value: unknown): Promise<void> {
  await write([`${JSON.stringify(value, null, 2)}\n`]);
}

/** Rows under a header. Columns are as wide as their widest cell; the last one is cut at the edge of the screen. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, i) => Math.min(48, Math.max(...all.map((row) => row[i]!.length))));
  return all.map(
    (row) =>
      `${row
        .map((cell, i) =>
          i === row.length - 1
            ? cut(cell, Math.max(20, width() - widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 0)))
            : cut(cell, widths[i]!).padEnd(widths[i]!),
        )
        .join('  ')
        .trimEnd()}\n`,
  );
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** Wraps text to the width of the screen. `first` replaces the indent of the first line. */
export function wrap(text: string, indent: string, first = indent): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && indent.length + line.length + word.length + 1 > width()) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return first + lines.join('\n').slice(indent.length);
}

/** When something was said, for people: "2024-12-18", "2024-11-01 to 2024-11-30", "by 2024-12-19", "date unknown". */
export function dateWords({ earliest, latest, basis }: Pick<Said, 'earliest' | 'latest' | 'basis'>): string {
  if (earliest !== undefined && latest !== undefined)
    return earliest === latest ? earliest : `${earliest} to ${latest}`;
  if (latest !== undefined) return `by ${latest}`;
  return earliest !== undefined ? `from ${earliest}` : basis === 'unknown' ? 'date unknown' : 'undated';
}

/** A statement in a few lines: who and when, then what, then where it is printed. */
export function statementLines(statement: Statement | StoredStatement): string {
  const { speaker, channel, said, act, negated, kind, class: uttered, content, parent } = statement;
  const entity = 'entity' in statement ? statement.entity : undefined;
  const printed = speaker.name === '' ? 'no source named' : speaker.name;
  const who = entity && entity.name !== printed ? `${entity.name}, printed “${printed}”` : printed;
  const facts = [
    entity?.post ?? speaker.role,
    channel && `via ${channel.name}`,
    `${negated ? 'not ' : ''}${act}`,
    kind,
    uttered === 'thought' && 'thought, not said',
    parent && 'inside another statement',
  ].filter((fact) => fact !== undefined && fact !== '' && fact !== false);
  const where =
    'document' in statement
      ? `\n${wrap([statement.document.outlet, statement.document.title, statement.document.published?.slice(0, 10), statement.document.id].filter((part) => part !== null && part !== undefined).join(' · '), '      ', '    — ')}`
      : '';
  return `${dateWords(said)}  ${who} (${facts.join(', ')})  ${statement.id}\n${wrap(content.map((span) => span.text).join(' … '), '    ')}${where}\n`;
}

/** How text is told that a machine recognised in a picture. */
export function recognisedWords(confidence: number): string {
  return `recognised by machine, ${Math.round(100 * confidence)}% sure`;
}
