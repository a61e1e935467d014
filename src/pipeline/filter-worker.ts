/** A worker of `pool.ts`: answers one line at a time, with a tagger of its own. */
import { parentPort } from 'node:worker_threads';
import { OnrecordError } from '../document/index.ts';
import { filterLine } from './filter.ts';
import type { Job, JobAnswer } from './pool.ts';

parentPort!.on('message', async ({ line, number }: Job) => {
  parentPort!.postMessage(await answerTo(line, number));
});

async function answerTo(line: string, number: number): Promise<JobAnswer> {
  try {
    return { answer: await filterLine(line, number) };
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    return { failure: { code: error.code, message: error.message } };
  }
}
