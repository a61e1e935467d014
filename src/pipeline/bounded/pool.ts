import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OnrecordError } from '../../document/index.ts';
import type { Answer, Task, Work } from './reading-process.ts';
import { loaderFor, siblingFile } from './sibling.ts';

/** The most bytes that a process may have in memory while it reads or extracts a document. */
const MEMORY_LIMIT = 1_000_000_000;

/** What waits without using the processor is given up after so many times its limit. */
const PATIENCE = 10;

type Result<Kind extends keyof Work> = Awaited<ReturnType<Work[Kind]>>;

/**
 * Processes that each read or extract one document at a time, with a tagger of their own. They are processes and not
 * threads because only a process can be ended for the memory that it takes: threads share theirs, and where one has
 * too much all end. Tasks are taken up in the order in which they come. Processes start with the first tasks, and do
 * not keep the program from ending.
 */
export class Pool {
  readonly #size: number;
  readonly #running = new Set<ChildProcess>();
  readonly #idle: ChildProcess[] = [];
  readonly #waiting: (() => void)[] = [];

  /** @param size how many processes there may be */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Has one task done.
   *
   * @param seconds of processor time that it may take, so that a busy machine fails nothing; waiting for its turn and
   *   for the tagger to load does not count
   * @throws OnrecordError `too-slow` or `too-large` where the process had to be ended, and whatever the task throws
   */
  async run<Kind extends keyof Work>(kind: Kind, args: Parameters<Work[Kind]>, seconds: number): Promise<Result<Kind>> {
    const child = await this.#free();
    try {
      return (await resultOf(child, { kind, args, seconds } as Task)) as Result<Kind>;
    } finally {
      if (isAlive(child)) this.#idle.push(child);
      else this.#running.delete(child);
      this.#waiting.shift()?.();
    }
  }

  /** Ends all processes, whatever they are doing. */
  close(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }

  async #free(): Promise<ChildProcess> {
    for (;;) {
      const child = this.#idle.pop();
      if (child && isAlive(child)) return child;
      if (child) this.#running.delete(child);
      else if (this.#running.size < this.#size) return this.#start();
      else await new Promise<void>((free) => this.#waiting.push(free));
    }
  }

  #start(): ChildProcess {
    const file = siblingFile(import.meta.url, 'reading-process');
    const child = fork(fileURLToPath(file), [String(MEMORY_LIMIT)], {
      execArgv: [`--max-old-space-size=${Math.floor(MEMORY_LIMIT / 2 ** 20)}`, ...loaderFor(file)],
      serialization: 'advanced',
      // What a process that runs out of memory prints is of no use to anybody.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    this.#running.add(child);
    return child;
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.connected && child.exitCode === null && child.signalCode === null && !child.killed;
}

async function resultOf(child: ChildProcess, task: Task): Promise<unknown> {
  const { seconds } = task;
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const onTime = () => {
    isLate = true;
    child.kill('SIGKILL');
  };
  hold(child, true);
  try {
    return await new Promise((done, fail) => {
      child.on('message', (answer: Answer) => {
        if (answer.state === 'begun') {
          clearTimeout(timer);
          timer = setTimeout(onTime, seconds * 1000 * PATIENCE);
        } else if (answer.state === 'done') done(answer.result);
        else fail(failureOf(answer));
      });
      child.once('exit', (code, signal) =>
        fail(isLate || signal === 'SIGXCPU' ? tooSlow(seconds) : endedBy(code, signal)),
      );
      child.once('error', fail);
      child.send(task, (error) => error && fail(error));
    });
  } finally {
    clearTimeout(timer);
    child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error');
    child.on('error', () => undefined);
    hold(child, false);
  }
}

/** Whether the program waits for the process before it ends. */
function hold(child: ChildProcess, isNeeded: boolean): void {
  if (isNeeded) child.ref();
  else child.unref();
  if (isNeeded) child.channel?.ref();
  else child.channel?.unref();
}

function failureOf({ code, message, stack }: Answer & { state: 'failed' }): Error {
  return code === undefined ? Object.assign(new Error(message), { stack }) : new OnrecordError(code, message);
}

function tooSlow(seconds: number): OnrecordError {
  return new OnrecordError('too-slow', `it took more than ${seconds} seconds of processor time and was given up`);
}

/** Why a process ended of itself. The system kills too what takes too much memory, and V8 aborts. */
function endedBy(code: number | null, signal: NodeJS.Signals | null): OnrecordError {
  if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134)
    return new OnrecordError(
      'too-large',
      `it takes more than ${MEMORY_LIMIT / 1e9} GB of memory; split it into smaller documents`,
    );
  return new OnrecordError('unreadable', `what reads documents stopped over it (${signal ?? `status ${code}`})`);
}
