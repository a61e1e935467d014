/**
 * A process that reads and extracts documents for another, one at a time. It may be ended at any moment: `pool.ts`
 * ends it when a document takes too long, `reading-guard.ts` when one takes too much memory.
 */
import { type Document, type Extraction, OnrecordError } from '../../document/index.ts';
import { type ReadOptions, read } from '../../read/read.ts';
import { extract, loadTagger } from '../extract.ts';
import { type FilterLine, filterLine } from '../filter.ts';
import { startThread } from './sibling.ts';

/** What can be asked of it. */
const WORK = {
  read: async (bytes: Uint8Array, name: string, options: ReadOptions) => {
    const reading = await read(bytes, name, { ...options, onPage });
    // Who asks has the bytes, and they may be many; but not those of a document inside them.
    const own = reading.original.bytes === bytes ? new Uint8Array() : reading.original.bytes;
    return { ...reading, original: { ...reading.original, bytes: own } };
  },
  extract: (document: Document): Promise<Extraction> => extract(document),
  filter: (line: string, number: number): Promise<FilterLine> => filterLine(line, number),
};
export type Work = typeof WORK;

/** A message to the process. */
export type Task = {
  readonly [Kind in keyof Work]: {
    readonly kind: Kind;
    readonly args: Parameters<Work[Kind]>;
    /** Of processor time, not counting what loading the tagger takes. */
    readonly seconds: number;
  };
}[keyof Work];

/** A message from it: that it begins with the document at hand, or a page of it, then what came of it. */
export type Answer =
  | { readonly state: 'begun' }
  | { readonly state: 'done'; readonly result: unknown }
  | {
      readonly state: 'failed';
      readonly code?: OnrecordError['code'];
      readonly message: string;
      readonly stack: string;
    };

/** Seconds that the document at hand may take. */
let allowed = Number.POSITIVE_INFINITY;

/** A page on which text is recognised has the time of a whole document. */
function onPage(): void {
  guard.postMessage(allowed);
  tell({ state: 'begun' });
}

const guard = startThread(import.meta.url, 'reading-guard', {
  limit: Number(process.argv[2]),
  parent: process.ppid,
});
guard.unref();

async function answer({ kind, args, seconds }: Task): Promise<void> {
  try {
    // Loading the tagger is not part of any document's time.
    if (kind === 'filter' || (kind === 'extract' && args[0].language === 'en')) await loadTagger();
    allowed = seconds;
    guard.postMessage(allowed);
    tell({ state: 'begun' });
    const work = WORK[kind] as (...args: unknown[]) => Promise<unknown>;
    const result = await work(...args);
    guard.postMessage(Number.POSITIVE_INFINITY);
    tell({ state: 'done', result });
  } catch (cause) {
    guard.postMessage(Number.POSITIVE_INFINITY);
    const { message, stack = message } = cause as Error;
    tell({ state: 'failed', message, stack, ...(cause instanceof OnrecordError ? { code: cause.code } : {}) });
  }
}

function tell(message: Answer): void {
  process.send?.(message);
}

// Ctrl-C in a terminal reaches this process too; whoever started it says when to end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => void answer(task));
