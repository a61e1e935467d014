import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { type DocumentDetails, OnrecordError } from '../document/index.ts';
import type { FetchOptions } from '../net/fetch.ts';
import type { AddStage } from '../pipeline/add.ts';
import { startThread } from '../pipeline/bounded/sibling.ts';
import type { Whole } from './held.ts';
import { type Upload, Uploads } from './uploads.ts';

/** What a worker is sent. */
export interface AddingJob {
  readonly name: string;
  readonly source: { readonly upload: Upload } | { readonly url: string };
  readonly details: DocumentDetails;
  /** Whether text is recognised in pictures. */
  readonly ocr: boolean;
}

/** How far a document that is being added has come. */
export type AddingEvent =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly stage: 'fetching' | AddStage }
  | Whole;

/** A document that is being added, or was. */
export type Addition = { readonly id: string; readonly name: string } & AddingEvent;

/** Documents that may wait, and the bytes on disk that they may have together. */
const WAITING = 500;
const BYTES = 2_000_000_000;
/** Additions that are remembered once they are done. */
const REMEMBERED = 2000;

/**
 * Adds documents one after the other in a thread of its own, so that nobody who reads waits for it. Uploads wait on disk.
 */
export class Adding {
  readonly uploads = new Uploads();
  readonly #file: string;
  readonly #fetching: FetchOptions;
  readonly #additions = new Map<string, Addition>();
  readonly #queue: { id: string; job: AddingJob }[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #bytes = 0;
  #worker: Worker | undefined;
  #current: string | undefined;

  constructor(file: string, fetching: FetchOptions = {}) {
    this.#file = file;
    this.#fetching = fetching;
  }

  /** Takes a document in. Throws `record-busy` when too many wait already. */
  add(job: AddingJob): Addition {
    const size = 'upload' in job.source ? job.source.upload.size : 0;
    if (this.#queue.length >= WAITING || this.#bytes + size > BYTES) {
      if ('upload' in job.source) rmSync(job.source.upload.file, { force: true });
      throw new OnrecordError('record-busy', 'too many documents wait already; try again when some are done');
    }
    const id = `a${randomUUID().slice(0, 8)}`;
    this.#bytes += size;
    this.#queue.push({ id, job });
    const addition: Addition = { id, name: job.name, state: 'waiting' };
    this.#additions.set(id, addition);
    this.#forget();
    this.#next();
    return this.#additions.get(id) ?? addition;
  }

  /** Starts the worker before there is anything to add: it completes what an earlier run left. */
  start(): void {
    this.#worker ??= this.#start();
  }

  get(id: string): Addition | undefined {
    return this.#additions.get(id);
  }

  /** Calls back with each change of an addition until it is done or the listener is taken off; gives what takes it off. */
  follow(id: string, onChange: (addition: Addition) => void): () => void {
    this.#changes.on(id, onChange);
    return () => this.#changes.off(id, onChange);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    await this.uploads.close();
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#current = next.id;
    if ('upload' in next.job.source) this.#bytes -= next.job.source.upload.size;
    this.#worker ??= this.#start();
    this.#worker.postMessage(next.job);
  }

  #start(): Worker {
    const worker = startThread(import.meta.url, 'adding-worker', { file: this.#file, fetching: this.#fetching });
    worker.on('message', (event: AddingEvent) => this.#note(event));
    worker.on('error', (error) => this.#lost(error.message));
    worker.on('exit', (code) => code !== 0 && this.#lost(`it ended with ${code}`));
    return worker;
  }

  #note(event: AddingEvent): void {
    const id = this.#current;
    if (id === undefined) return;
    const { name } = this.#additions.get(id)!;
    const addition: Addition = { id, name, ...event };
    this.#additions.set(id, addition);
    this.#changes.emit(id, addition);
    if (event.state !== 'done' && event.state !== 'failed') return;
    this.#current = undefined;
    this.#next();
  }

  /** A worker that ends of itself (out of memory, say) costs the document at hand, and nothing else. */
  #lost(reason: string): void {
    if (!this.#worker) return;
    this.#worker = undefined;
    this.#note({ state: 'failed', code: 'unreadable', reason: `what reads documents stopped over it: ${reason}` });
  }

  #forget(): void {
    for (const [id, { state }] of this.#additions) {
      if (this.#additions.size <= REMEMBERED) break;
      if (state === 'done' || state === 'failed') this.#additions.delete(id);
    }
  }
}
