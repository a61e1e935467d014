import { rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { compact, OnrecordError } from '../document/index.ts';
import { type FetchOptions, fetchDocument } from '../net/fetch.ts';
import { add } from '../pipeline/add.ts';
import { completeRecord } from '../pipeline/complete.ts';
import { documentsIn, type HeldDocument } from '../read/archive/documents.ts';
import { contentsOfBytes, contentsOfFile } from '../read/contents.ts';
import { openRecord, recordError } from '../record/index.ts';
import type { AddingEvent, AddingJob } from './adding.ts';
import { newHeld, noteAdded, noteFailure, whole } from './held.ts';

/** Adds what it is sent, one after the other, with a connection of its own to the record. */
const { file, fetching } = workerData as { file: string; fetching: FetchOptions };
const record = await openRecord(file);
const tell = (event: AddingEvent) => parentPort!.postMessage(event);

async function run(job: AddingJob): Promise<void> {
  const held = newHeld();
  try {
    for await (const document of documentsOf(job)) {
      try {
        noteAdded(held, await addOne(document, job));
      } catch (cause) {
        noteFailure(held, document.name, failureOf(cause));
      }
    }
    tell(whole(held));
  } catch (cause) {
    tell({ state: 'failed', ...failureOf(cause) });
  } finally {
    if ('upload' in job.source) await rm(job.source.upload.file, { force: true });
  }
}

/** The documents that are to be added: one, or those of an archive. */
async function* documentsOf({ name, source, ocr }: AddingJob): AsyncGenerator<HeldDocument> {
  if ('upload' in source) {
    yield* documentsIn(await contentsOfFile(source.upload.file, name), { ocr });
    return;
  }
  tell({ state: 'running', stage: 'fetching' });
  const { bytes, url, charset } = await fetchDocument(source.url, fetching);
  yield* documentsIn(contentsOfBytes(bytes, url), { ocr, details: { url }, ...compact({ header: charset }) });
}

async function addOne(document: HeldDocument, { details }: AddingJob) {
  if ('failure' in document) throw document.failure;
  const { name, bytes, ...known } = document;
  return await add(record, bytes, name, {
    ...known,
    details: { ...known.details, ...details },
    onStage: (stage) => tell({ state: 'running', stage }),
  });
}

function failureOf(cause: unknown): { code: string; reason: string } {
  const error = recordError(cause, file);
  return error instanceof OnrecordError
    ? { code: error.code, reason: error.message }
    : { code: 'unreadable', reason: `an error of Onrecord's own: ${(error as Error).message}` };
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
