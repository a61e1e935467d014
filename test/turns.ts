import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A turn that a transcript has: who speaks, and with which words it begins and ends. */
export interface ExpectedTurn {
  readonly name: string;
  /** Only where the transcript must give it. */
  readonly role?: string;
  readonly from: string;
  readonly to: string;
}

/** A transcript as a file would hold it, and its turns in order. */
export interface Transcript {
  /** The file of the form, such as `court`. */
  readonly form: string;
  /** A file name, whose ending tells the format. */
  readonly name: string;
  readonly text: string;
  readonly turns: readonly ExpectedTurn[];
}

/**
 * The transcripts of a folder. Each file holds those of one form, in the notation
 * `=== name`, the text, `--- turns`, and a line `Speaker; role | first words … last words` for each turn.
 */
export function readTranscripts(folder: string): Transcript[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split(/^=== /mu)
        .slice(1)
        .map((one) => parseTranscript(basename(file, '.txt'), one)),
    );
}

function parseTranscript(form: string, one: string): Transcript {
  const [head = '', turns = ''] = one.split(/^--- turns\n/mu);
  const [name = '', ...lines] = head.split('\n');
  return { form, name, text: lines.join('\n'), turns: turns.trim().split('\n').map(parseTurn) };
}

function parseTurn(line: string): ExpectedTurn {
  const [who = '', words = ''] = line.split(' | ');
  const [name = '', role] = who.split('; ');
  const [from = '', to = ''] = words.split(' … ');
  return { name, ...(role === undefined ? {} : { role }), from, to };
}

/** Whether a turn's speaker and words are those that are expected. */
export function isRight(
  { name, role, from, to }: ExpectedTurn,
  found: { readonly name: string; readonly role?: string | undefined; readonly words: string },
): boolean {
  const words = found.words.replace(/\s+/gu, ' ').trim();
  return (
    name === found.name && (role === undefined || role === found.role) && words.startsWith(from) && words.endsWith(to)
  );
}
