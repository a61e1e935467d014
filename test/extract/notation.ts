import type { Statement } from '../../src/document/index.ts';
import { extract } from '../../src/extract/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

/** A text without its marks, and the statements that the marks tell, a line each. */
export interface Case {
  readonly text: string;
  /** `[source=Speaker] {cue} <content> <content>`, in the order of their numbers; the speaker only where the case has it. */
  readonly statements: readonly string[];
}

interface Parts {
  content: string[];
  source: string[];
  cue: string[];
  speaker?: string;
}

const MARKS = /<(?:(\d+):)?([^<>]+)>|\[(?:(\d+):)?([^\]=]*)(?:=([^\]]*))?\]|\{(?:(\d+):)?([^}]+)\}/gsu;

/**
 * Reads a text in the notation of the cases: `<content>`, `[source]`, `{cue}`, and `[source=Speaker Name]` where the
 * speaker is asked for. Where a text has several statements, parts bear the numbers of theirs:
 * `<1:“No,”> [12:Holm=Petra Holm] {1:said}, {2:adding} <2:that it was late>`. A speaker without a source stands as
 * `[=Petra Holm]`. A text without marks has no statement.
 */
export function parseCase(marked: string): Case {
  const parts = new Map<string, Parts>();
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARKS)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    const printed = match[2] ?? match[4] ?? match[7] ?? '';
    for (const number of match[1] ?? match[3] ?? match[6] ?? '1') {
      const part = parts.get(number) ?? { content: [], source: [], cue: [] };
      parts.set(number, part);
      if (match[2] !== undefined) part.content.push(printed);
      else if (match[7] !== undefined) part.cue.push(printed);
      else {
        if (printed !== '') part.source.push(printed);
        if (match[5] !== undefined) part.speaker = match[5];
      }
    }
    text += printed;
  }
  text += marked.slice(at);
  const ordered = [...parts.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, part]) => part);
  return { text, statements: ordered.map(line) };
}

function line({ content, source, cue, speaker }: Parts): string {
  const who = `[${source.join(' … ')}${speaker === undefined ? '' : `=${speaker}`}]`;
  return [who, ...cue.map((words) => `{${words}}`), ...content.map((words) => `<${words}>`)].join(' ');
}

/** The statements found in a case's text, as lines to compare with the case's own. */
export function findIn({ text, statements: expected }: Case, published = '2024-12-19'): string[] {
  // The notation cannot mark one statement inside another.
  const { statements } = extract(documentOf(text, { published }));
  return statements
    .filter((statement) => statement.parent === undefined)
    .map((statement) => lineOf(statement, expected));
}

function lineOf({ content, source, cue, speaker }: Statement, expected: readonly string[]): string {
  const texts = (spans: readonly { text: string }[]) => spans.map((span) => span.text);
  const parts = { content: texts(content), source: texts(source), cue: texts(cue) };
  const named = line({ ...parts, speaker: speaker.name });
  return expected.includes(named) ||
    expected.some((one) => one.includes('=') && one.endsWith(line(parts).replace(/^\[[^\]]*\] /u, '')))
    ? named
    : line(parts);
}
