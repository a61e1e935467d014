/**
 * A thread that ends its process, whatever that is busy with, when it takes more memory than it may, or when nobody is
 * there any more to give its answers to. V8's own limit counts only what it manages itself, and not, for example, the
 * bytes that a PDF unpacks to.
 */
import { workerData } from 'node:worker_threads';

/** Milliseconds between looks. */
const LOOK = 50;

const { limit, parent } = workerData as { limit: number; parent: number };
setInterval(() => {
  if (process.memoryUsage.rss() > limit || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK);
