import { parentPort, workerData } from 'node:worker_threads';
import { OnrecordError } from '../document/index.ts';
import { type FetchOptions, fetchDocument } from '../net/fetch.ts';
import { add } from '../pipeline/add.ts';
import { completeRecord } from '../pipeline/complete.ts';
import { openRecord, recordError } from '../record/index.ts';
import type { AddingEvent, AddingJob } from './adding.ts';
import { takeUpload } from './uploads.ts';

/** Adds what it is sent, one after the other, with a connection of its own to the record. */
const { file, fetching } = workerData as { file: string; fetching: FetchOptions };
const record = await openRecord(file);
const tell = (event: AddingEvent) => parentPort!.postMessage(event);

async function run({ name, source, details }: AddingJob): Promise<void> {
  try {
    if ('url' in source) tell({ state: 'running', stage: 'fetching' });
    const fetched = 'url' in source ? await fetchDocument(source.url, fetching) : undefined;
    const bytes = 'url' in source ? fetched!.bytes : await takeUpload(source.upload);
    const added = await add(record, bytes, fetched?.url ?? name, {
      details: { ...(fetched ? { url: fetched.url } : {}), ...details },
      ...(fetched?.charset ? { header: fetched.charset } : {}),
      onStage: (stage) => tell({ state: 'running', stage }),
    });
    tell({ state: 'done', ...added });
  } catch (cause) {
    const error = recordError(cause, file);
    const known = error instanceof OnrecordError;
    tell({
      state: 'failed',
      code: known ? error.code : 'unreadable',
      reason: known ? error.message : `an error of Onrecord's own: ${(error as Error).message}`,
    });
  }
}

/** What an interrupted add or an older version left is completed first; where that fails, before the next document again. */
let isComplete = false;
async function complete(): Promise<void> {
  if (isComplete) return;
  try {
    await completeRecord(record);
    isComplete = true;
  } catch (cause) {
    process.stderr.write(`onrecord serve: documents are not all compared yet: ${(cause as Error).message}\n`);
  }
}

let turn = complete();
parentPort!.on('message', (job: AddingJob) => {
  turn = turn.then(complete).then(() => run(job));
});
