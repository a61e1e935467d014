import { type Document, OnrecordError } from '../../../src/document/index.ts';
import { documentsIn } from '../../../src/read/archive/documents.ts';
import { contentsOfBytes } from '../../../src/read/contents.ts';
import { read } from '../../../src/read/read.ts';

/** A file that somebody may hold, and what must come of it. One row of `npm run bench -- read`. */
export interface ReadingCase {
  /** What it is, as people call it: "Word". */
  readonly format: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** The documents in it in their order, or the sentences of what cannot be read. */
  readonly right: readonly (Right | Refused)[];
}

/** What must be read of a document. What is not told is not looked at; `undefined` must not be there. */
export interface Right {
  /** The blocks without title and byline, each as printed, in their order. */
  readonly text?: readonly string[];
  /** The kinds of those blocks. */
  readonly kinds?: readonly string[];
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  /** The day, or the time too. */
  readonly date?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** Who has a turn, each once, in the order of the text. */
  readonly speakers?: readonly string[];
  /** Where it came from. */
  readonly name?: string;
}

interface Refused {
  readonly code: OnrecordError['code'];
  readonly sentence: RegExp;
}

/** What came of a case: for each thing that is looked at what it should be and what it is. */
export type Answer = Readonly<Record<string, { readonly right: unknown; readonly read: unknown }>>[];

/** Reads a file as the command line does, and gives for each document what was asked for beside what was read. */
export async function answerOf({ name, bytes, right }: ReadingCase): Promise<Answer> {
  const found: (Document | OnrecordError)[] = [];
  const names: string[] = [];
  try {
    for await (const document of documentsIn(contentsOfBytes(await bytes(), name))) {
      names.push(document.name);
      if ('failure' in document) found.push(document.failure);
      else {
        const { name: its, bytes: held, ...known } = document;
        found.push(await read(held, its, known).then(({ document: one }) => one, refusal));
      }
    }
  } catch (cause) {
    found.push(refusal(cause));
  }
  const length = Math.max(found.length, right.length);
  return Array.from({ length }, (_, i) => compared(right[i], found[i], names[i]));
}

function refusal(cause: unknown): OnrecordError {
  if (cause instanceof OnrecordError) return cause;
  throw cause;
}

function compared(right: Right | Refused | undefined, read: Document | OnrecordError | undefined, name?: string) {
  if (!right || !read) return { documents: { right, read } };
  if (read instanceof OnrecordError || 'code' in right) {
    const told = read instanceof OnrecordError ? `${read.code}: ${read.message}` : 'read';
    const isRight = read instanceof OnrecordError && 'code' in right && read.code === right.code;
    const asked = 'code' in right ? `${right.code}: ${right.sentence.source}` : 'read';
    return { refused: { right: isRight && right.sentence.test(read.message) ? told : asked, read: told } };
  }
  const body = read.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline');
  const all = {
    text: body.map(({ start, end }) => read.text.slice(start, end)),
    kinds: body.map(({ kind }) => kind),
    title: read.title,
    byline: read.byline,
    date: 'date' in right && right.date?.length === 10 ? read.published?.slice(0, 10) : read.published,
    outlet: read.outlet,
    url: read.url,
    speakers: [...new Set(read.blocks.flatMap(({ speaker }) => speaker?.name ?? []))],
    name,
  };
  const asked = Object.keys(all).filter((key) => key in right) as (keyof typeof all)[];
  return Object.fromEntries(asked.map((key) => [key, { right: right[key], read: all[key] }]));
}
