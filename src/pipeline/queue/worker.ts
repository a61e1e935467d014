import { setTimeout } from 'node:timers/promises';
import { compact, OnrecordError } from '../../document/index.ts';
import { type FetchOptions, fetchDocument } from '../../net/fetch.ts';
import { documentsIn } from '../../read/archive/documents.ts';
import { contentsOfBytes } from '../../read/contents.ts';
import { documentsToCompare, getOriginalBytes, postgresPlace } from '../../record/index.ts';
import { add, compareDocument } from '../add.ts';
import { reextract } from '../reextract.ts';
import { JOB_KINDS, type JobData, type JobKind, type Queue } from './queue.ts';

/** What a worker tells of a job when it has ended. */
export interface JobReport {
  readonly kind: JobKind;
  readonly about: string;
  readonly outcome: 'done' | 'again' | 'failed';
  readonly reason?: string;
  readonly milliseconds: number;
}

export interface WorkOptions extends FetchOptions {
  /** End when nothing waits, instead of waiting for more. */
  readonly once?: boolean;
  /** Ends the work after the job at hand. */
  readonly signal?: AbortSignal;
  readonly onJob?: (report: JobReport) => void;
}

/** Milliseconds between looks for a job where there is none, and between looks for jobs whose worker died. */
const IDLE = 500;
const SWEEP = 3000;
/** Seconds that a worker may take from taking a job to locking it. */
const GRACE = 5;

type Job = { readonly kind: JobKind; readonly id: string; readonly data: JobData[JobKind] };

/**
 * Takes jobs one after the other. Each is locked on a connection of the worker's own while it runs, so that a worker that
 * dies lets go of it at once, and another takes it up; each can be done twice without harm, since what is known is not
 * added again.
 */
export async function work(queue: Queue, options: WorkOptions = {}): Promise<void> {
  const { default: pg } = await import('pg');
  const { url } = postgresPlace(queue.record.place);
  const locks = new pg.Client({ connectionString: url, application_name: 'onrecord worker' });
  locks.on('error', () => undefined);
  await locks.connect();
  let swept = 0;
  try {
    // What an earlier run or an older version left; of jobs that wait already no second one is made.
    for (const document of await documentsToCompare(queue.record)) await queue.send('compare', { document });
    while (!options.signal?.aborted) {
      if (Date.now() - swept > SWEEP) {
        await requeueAbandoned(queue, locks);
        swept = Date.now();
      }
      const job = await nextJob(queue);
      if (!job) {
        if (options.once && (await isDone(queue))) return;
        await pause(IDLE, options.signal);
        continue;
      }
      const { rows } = await locks.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as locked', [job.id]);
      // Somebody thought that this worker had died: the job is theirs.
      if (!rows[0]!.locked) continue;
      try {
        await run(queue, job, options);
      } finally {
        await locks.query('select pg_advisory_unlock(hashtextextended($1, 0))', [job.id]);
      }
    }
  } finally {
    await locks.end();
  }
}

interface Locks {
  query(text: string, values: unknown[]): Promise<{ rows: { locked?: boolean }[] }>;
}

/** Jobs that are said to run and that nobody holds are tried again. */
async function requeueAbandoned(queue: Queue, locks: Locks): Promise<void> {
  const { rows } = await queue.boss.getDb().executeSql(
    `select id, name from ${queue.schema}.job
     where state = 'active' and name = any($1) and started_on < now() - make_interval(secs => $2)`,
    [JOB_KINDS, GRACE],
  );
  for (const { id, name } of rows) {
    const tried = await locks.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as locked', [id]);
    if (!tried.rows[0]!.locked) continue;
    try {
      await queue.boss.fail(name, id, { message: 'the worker ended in the middle of it' });
    } finally {
      await locks.query('select pg_advisory_unlock(hashtextextended($1, 0))', [id]);
    }
  }
}

async function nextJob(queue: Queue): Promise<Job | undefined> {
  for (const kind of JOB_KINDS) {
    const [job] = await queue.boss.fetch<JobData[JobKind]>(kind);
    if (job) return { kind, id: job.id, data: job.data };
  }
  return undefined;
}

async function isDone(queue: Queue): Promise<boolean> {
  const counts = await queue.counts();
  return counts.every(({ state, count }) => count === 0 || state === 'done' || state === 'failed');
}

async function run(queue: Queue, job: Job, options: WorkOptions): Promise<void> {
  const started = Date.now();
  const about = aboutOf(job);
  const tell = (outcome: JobReport['outcome'], reason?: string) =>
    options.onJob?.({
      kind: job.kind,
      about,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      milliseconds: Date.now() - started,
    });
  try {
    await perform(queue, job, options);
    await queue.boss.complete(job.kind, job.id);
    tell('done');
  } catch (cause) {
    const { message } = cause as Error;
    if (cause instanceof OnrecordError && !isPassing(cause)) {
      await queue.giveUp(job.kind, job.id, message);
      tell('failed', message);
    } else {
      await queue.boss.fail(job.kind, job.id, { message });
      tell('again', message);
    }
  }
}

/** Whether another try may do better. */
function isPassing({ code }: OnrecordError): boolean {
  return code === 'not-fetched' || code === 'record-busy' || code === 'disk-full';
}

function aboutOf({ data }: Job): string {
  return 'address' in data ? data.address : 'name' in data ? data.name : data.document;
}

async function perform(queue: Queue, { kind, data }: Job, options: WorkOptions): Promise<void> {
  const { record } = queue;
  switch (kind) {
    case 'read': {
      const { address, details, ocr } = data as JobData['read'];
      const { bytes, url, charset } = await fetchDocument(address, options);
      const known = { details: { url, ...details }, ...compact({ header: charset, ocr }) };
      let failure: OnrecordError | undefined;
      for await (const document of documentsIn(contentsOfBytes(bytes, url), known)) {
        if ('failure' in document) failure ??= document.failure;
        else {
          const { name, bytes: held, ...its } = document;
          await queue.sendBytes(held, name, its);
        }
      }
      if (failure) throw failure;
      return;
    }
    case 'extract': {
      const { original, name, known } = data as JobData['extract'];
      const bytes = await getOriginalBytes(record, original);
      const { document } = await add(record, bytes, name, { ...known, isCompared: false });
      return await queue.send('compare', { document });
    }
    case 'compare':
      return await compareDocument(record, (data as JobData['compare']).document);
    case 'reextract': {
      await reextract(record, [(data as JobData['reextract']).document]);
    }
  }
}

async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}
