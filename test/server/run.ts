import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onrecord } from '../cli/run.ts';
import { recordPlace } from '../records.ts';

/** A server of the built program over a record of its own. */
export interface Running {
  /** Without a slash at its end. */
  readonly url: string;
  readonly record: string;
  /** The JSON of a path under `/api/v1`. */
  get<T>(path: string): Promise<T>;
  /** Any request under `/api/v1`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON and gives the answer's. Throws where it is a problem. */
  send<T>(method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** Starts `onrecord serve` on a port that is free, on a record with these files. */
export async function serving(files: readonly string[] = ['samples'], args: readonly string[] = []): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-serve-'));
  const record = recordPlace(folder);
  if (files.length > 0) {
    const { status, stderr } = onrecord(['--record', record, 'add', '-q', ...files]);
    if (status !== 0) throw new Error(stderr);
  }
  const child = spawn(process.execPath, [
    'dist/cli/onrecord.js',
    '--record',
    record,
    'serve',
    '--port',
    '0',
    '--author',
    'Ida Brandt',
    ...args,
  ]);
  const first = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (data) => resolve(String(data).trim()));
    child.stderr.on('data', (data) => {
      told += data;
    });
    child.on('exit', () => reject(new Error(told)));
  });
  const url = first.replace(/\/(?:\?.*)?$/u, '');
  const ask = (path: string, init?: RequestInit) => fetch(`${url}/api/v1${path}`, init);
  return {
    url,
    record,
    ask,
    get: async <T>(path: string) => {
      const response = await ask(path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    send: async <T>(method: string, path: string, body?: unknown) => {
      const response = await ask(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    stop: async () => {
      const gone = new Promise((done) => child.on('exit', done));
      child.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Uploads and follows until it is done or has failed; gives the states and stages it went through, and the last. */
export async function upload(server: Running, name: string, bytes: Uint8Array | string, query = '') {
  const response = await server.ask(`/additions?name=${encodeURIComponent(name)}${query}`, {
    method: 'POST',
    body: bytes as BodyInit,
  });
  const { id } = (await response.json()) as { id: string };
  return followed(server, id);
}

/** The events of an addition to its end. */
export async function followed(server: Running, id: string) {
  const events = await server.ask(`/additions/${id}/events`);
  const steps = (await events.text())
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)) as Record<string, unknown> & { state: string; stage?: string });
  return { steps: steps.map(({ state, stage }) => stage ?? state), last: steps.at(-1)! };
}
