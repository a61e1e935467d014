import type { Range, Statement } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { parseMarked } from '../marked.ts';

/** A text without its marks, and the statements that the marks tell, a line each. */
export interface Case {
  readonly text: string;
  /** `[source=Speaker] {cue} <content> <content>`, in the order of their numbers; the speaker only where the case has it. */
  readonly statements: readonly string[];
}

interface Parts {
  readonly content: readonly string[];
  readonly source: readonly string[];
  readonly cue: readonly string[];
  readonly speaker?: string;
}

/** Reads a text in the notation of `parseMarked`; the speaker is compared only where the case names one. */
export function parseCase(marked: string): Case {
  const { text, statements } = parseMarked(marked);
  const printed = (runs: readonly Range[]) => runs.map((run) => text.slice(run.start, run.end));
  return {
    text,
    statements: statements.map(({ content, source, cue, speaker }) =>
      line({
        content: printed(content),
        source: printed(source),
        cue: printed(cue),
        ...(speaker === undefined ? {} : { speaker }),
      }),
    ),
  };
}

function line({ content, source, cue, speaker }: Parts): string {
  const who = `[${source.map(withoutStop).join(' … ')}${speaker === undefined ? '' : `=${speaker}`}]`;
  return [who, ...cue.map((words) => `{${withoutStop(words)}}`), ...content.map((words) => `<${words}>`)].join(' ');
}

/** The corpus counts a colon to the cue and mostly the comma that closes an apposition to the source; cases do not. */
function withoutStop(words: string): string {
  return words.replace(/[,:]$/u, '');
}

/** The statements found in a case's text, as lines to compare with the case's own. */
export async function findIn({ text, statements: expected }: Case, published = '2024-12-19'): Promise<string[]> {
  // The cases mark no statement inside another.
  const { statements } = await extract(documentOf(text, { published }));
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
