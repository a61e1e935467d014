import { OnrecordError } from '../document/index.ts';
import { secondsFor, TIME_LIMIT } from './bounded/bounded.ts';
import { Pool } from './bounded/pool.ts';
import type { FilterLine } from './filter.ts';

/** Lines under way at once for each process: enough that none has to wait for the next. */
const AHEAD = 2;

export interface FilterOptions {
  /** How many processes, each with a tagger of its own. */
  readonly threads: number;
  /** Seconds for each 500,000 characters of a line; 120 by default. */
  readonly limit?: number;
}

/**
 * The filter of `extract --ndjson` on several processors: lines in, answers out, in the order of the lines, each as
 * soon as it and all before it are done. Memory is bounded however long the stream: no more lines are taken while
 * `AHEAD` a process are under way. A line that takes too long or too much memory gets an answer with `error`.
 *
 * @param give is called with each answer in turn, and awaited
 * @throws OnrecordError when the tagger cannot be loaded
 */
export async function filterLines(
  lines: AsyncIterable<string>,
  { threads, limit = TIME_LIMIT }: FilterOptions,
  give: (answer: FilterLine) => Promise<void>,
): Promise<void> {
  const pool = new Pool(threads);
  try {
    const waiting = new Set<Promise<void>>();
    let given = Promise.resolve();
    let number = 0;
    let failed = false;
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const turn: Promise<void> = Promise.all([answerTo(pool, line, number, limit), given]).then(([ready]) =>
        give(ready),
      );
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
    pool.close();
  }
}

async function answerTo(pool: Pool, line: string, number: number, limit: number): Promise<FilterLine> {
  try {
    return await pool.run('filter', [line, number], secondsFor(line, limit));
  } catch (cause) {
    if (!(cause instanceof OnrecordError) || cause.code === 'model-unavailable') throw cause;
    return { id: idOf(line), error: `line ${number}: ${cause.message}` };
  }
}

function idOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { id?: unknown }).id ?? null;
  } catch {
    return null;
  }
}
