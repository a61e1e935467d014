import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Range } from '../src/document/index.ts';

/** One statement of a marked text, in offsets. */
interface MarkedStatement {
  readonly content: Range[];
  readonly cue: Range[];
  readonly source: Range[];
  speaker?: string;
}

/** A text without its marks, and the statements that the marks tell, in the order of their numbers. */
export interface MarkedText {
  readonly text: string;
  readonly statements: readonly MarkedStatement[];
}

type Role = 'content' | 'source' | 'cue';
const ROLE_OF: Readonly<Record<string, Role>> = { '<': 'content', '[': 'source', '{': 'cue' };
const CLOSING: Readonly<Record<Role, string>> = { content: '>', source: ']', cue: '}' };

/**
 * Reads a text in which statements are marked: `<content>`, `[source]`, `{cue}`, and `[source=Speaker Name]` where the
 * speaker is known by another name. Where a text has several statements, parts bear the numbers of theirs:
 * `<1:“No,”> [12:Holm=Petra Holm] {1:said}, {2:adding} <2:that it was late>`. One statement may stand in another's
 * content: `<1:“[2:He] {2:said} <2:it was late>,”> [1:she] {1:recalled}`. A speaker without a source stands as
 * `[=Petra Holm]`. A text without marks has no statement.
 *
 * @throws Error when a mark is not closed, or closes what is not open
 */
export function parseMarked(marked: string): MarkedText {
  const statements = new Map<string, MarkedStatement>();
  const open: { role: Role; numbers: string; start: number }[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at]!;
    const role = ROLE_OF[char];
    if (role) {
      const numbers = /^\d+(?=:)/u.exec(marked.slice(at + 1))?.[0];
      open.push({ role, numbers: numbers ?? '1', start: text.length });
      if (numbers) at += numbers.length + 1;
    } else if (/[>\]}]/u.test(char)) {
      const part = open.pop();
      if (!part || CLOSING[part.role] !== char) throw new Error(`"${char}" closes nothing: ${marked.slice(0, at + 1)}`);
      const named = part.role === 'source' ? /=([^=]*)$/u.exec(text.slice(part.start)) : null;
      if (named) text = text.slice(0, part.start + named.index);
      for (const number of part.numbers) {
        const statement = statements.get(number) ?? { content: [], cue: [], source: [] };
        statements.set(number, statement);
        if (text.length > part.start) statement[part.role].push({ start: part.start, end: text.length });
        if (named) statement.speaker = named[1]!;
      }
    } else text += char;
  }
  if (open.length > 0) throw new Error(`a mark is not closed: ${marked}`);
  const ordered = [...statements.entries()].sort(([a], [b]) => a.localeCompare(b));
  return { text, statements: ordered.map(([, statement]) => statement) };
}

/** The marked articles of a folder: files `KIND.txt`, articles parted by lines of `---`. */
export function readMarked(folder: string): { kind: string; articles: MarkedText[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      kind: basename(file, '.txt'),
      articles: readFileSync(join(folder, file), 'utf8')
        .split(/^---$/mu)
        .map((article) => parseMarked(article.trim())),
    }));
}
