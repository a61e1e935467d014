import { Worker } from 'node:worker_threads';
import { OnrecordError } from '../document/index.ts';
import { type FilterLine, filterLine } from './filter.ts';

/** Lines on their way through the workers at once, for each of them: enough that none waits for the next. */
const AHEAD = 2;

/** What a worker is sent and what it sends back. */
export interface Job {
  readonly line: string;
  readonly number: number;
}
export type JobAnswer = { readonly answer: FilterLine } | { readonly failure: Pick<OnrecordError, 'code' | 'message'> };

/**
 * The filter of `extract --ndjson` on several processors: lines in, answers out, in the order of the lines, each as
 * soon as it and all before it are done. Memory is bounded however long the stream: no more lines are taken while
 * `AHEAD` a worker are on their way.
 *
 * @param threads how many workers, each with a tagger of its own; 1 works without any
 * @param give is called with each answer in turn, and awaited
 * @throws OnrecordError when the tagger cannot be loaded
 */
export async function filterLines(
  lines: AsyncIterable<string>,
  threads: number,
  give: (answer: FilterLine) => Promise<void>,
): Promise<void> {
  const pool = threads > 1 ? new Pool(threads) : undefined;
  try {
    const waiting = new Set<Promise<void>>();
    let given = Promise.resolve();
    let number = 0;
    let failed = false;
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const answer = pool ? pool.run({ line, number }) : filterLine(line, number);
      const turn: Promise<void> = Promise.all([answer, given]).then(([ready]) => give(ready));
      given = turn;
      const done: Promise<void> = turn
        .catch(() => {
          failed = true;
        })
        .finally(() => waiting.delete(done));
      waiting.add(done);
      if (waiting.size >= AHEAD * threads) await Promise.race(waiting);
      if (failed) break;
    }
    await given;
  } finally {
    await pool?.close();
  }
}

/** Workers that each do one job at a time; a job waits for the first that is free. */
class Pool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #waiting: ((worker: Worker) => void)[] = [];

  constructor(threads: number) {
    // The sources run as they are in development, and as one file a worker once they are built.
    const file = import.meta.url.endsWith('.ts') ? './filter-worker.ts' : './filter-worker.js';
    this.#workers = Array.from({ length: threads }, () => new Worker(new URL(file, import.meta.url)));
    this.#idle = [...this.#workers];
  }

  async run(job: Job): Promise<FilterLine> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((free) => this.#waiting.push(free)));
    const reply = await new Promise<JobAnswer>((done, fail) => {
      const ended = (error: unknown) =>
        fail(error instanceof Error ? error : new Error(`a worker ended with ${error}`));
      worker.once('error', ended).once('exit', ended);
      worker.once('message', (message: JobAnswer) => {
        worker.off('error', ended).off('exit', ended);
        done(message);
      });
      worker.postMessage(job);
    });
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
    if ('failure' in reply) throw new OnrecordError(reply.failure.code, reply.failure.message);
    return reply.answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
