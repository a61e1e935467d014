import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The file of a process or thread that lies beside the file that starts it, in the sources as in what is built. */
export function siblingFile(here: string, name: string): URL {
  return new URL(isSource(here) ? `./${name}.ts` : `./${name}.js`, here);
}

/** What Node must be told to run a process from the sources: TypeScript needs tsx. Empty for what is built. */
export function loaderFor(file: URL): string[] {
  return isSource(file.href) ? ['--import', tsx('tsx')] : [];
}

/**
 * Starts a thread from the file `name` beside the file `here`.
 *
 * @param here the `import.meta.url` of the file that starts it
 */
export function startThread(here: string, name: string, workerData: unknown): Worker {
  const file = siblingFile(here, name);
  if (!isSource(here)) return new Worker(file, { workerData });
  // Threads take over no loader from whoever starts them.
  const [api, source] = [tsx('tsx/esm/api'), file.href].map((address) => JSON.stringify(address));
  return new Worker(`import(${api}).then(({ register }) => (register(), import(${source})))`, {
    eval: true,
    workerData,
  });
}

function isSource(file: string): boolean {
  return file.endsWith('.ts');
}

function tsx(part: string): string {
  // The place of the CommonJS form is what this resolves; both lie side by side.
  return pathToFileURL(
    createRequire(import.meta.url)
      .resolve(part)
      .replace(/\.cjs$/u, '.mjs'),
  ).href;
}
