/**
 * A thread that ends its process, whatever that is busy with, when a document takes more processor time or memory than
 * it may, or when nobody is there any more to give its answers to. V8's own limit counts only what it manages itself, and not, for example, the
 * bytes that a PDF unpacks to.
 */
import { parentPort, workerData } from 'node:worker_threads';

/** Milliseconds between looks. */
const LOOK = 50;

const { limit, parent } = workerData as { limit: number; parent: number };
/** Microseconds of processor time that the process may have used when it is done with the document at hand. */
let most = Number.POSITIVE_INFINITY;
parentPort!.on('message', (seconds: number) => {
  most = used() + seconds * 1e6;
});

setInterval(() => {
  if (process.memoryUsage.rss() > limit || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  if (used() > most) process.kill(process.pid, 'SIGXCPU');
}, LOOK);

function used(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
