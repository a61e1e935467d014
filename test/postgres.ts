import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Folder of Postgres' programs; undefined where none is installed. Debian keeps them by version, the newest is taken. */
export const POSTGRES_PROGRAMS: string | undefined = (() => {
  const versions = '/usr/lib/postgresql';
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : [];
  return [...folders, '/usr/local/bin', '/opt/homebrew/bin'].find((folder) => existsSync(join(folder, 'initdb')));
})();

/** A Postgres of our own. */
export interface RunningPostgres {
  /** `postgres://…/postgres` */
  readonly url: string;
  /** The id of its main process. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a new Postgres on a free port of this machine, its data in a folder that goes with it. */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = POSTGRES_PROGRAMS!;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
  // It refuses to run as root; the package makes a user for it.
  const owner: { uid?: number; gid?: number } = process.getuid?.() === 0 ? idsOf('postgres') : {};
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid!);
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'onrecord', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...owner, stdio: 'pipe', cwd: folder },
  );
  const port = await freePort();
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), '-F', '-c', 'max_connections=300'],
    { ...owner, stdio: 'pipe', cwd: folder },
  );
  await new Promise<void>((resolve, reject) => {
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
      if (told.includes('ready to accept connections')) resolve();
    });
    child.on('exit', () => reject(new Error(`Postgres did not start:\n${told}`)));
  });
  return {
    url: `postgres://onrecord@127.0.0.1:${port}/postgres`,
    pid: child.pid!,
    stop: async () => {
      const gone = new Promise((done) => child.on('exit', done));
      child.kill('SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idsOf(user: string): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' })));
  return { uid: uid!, gid: gid! };
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts Postgres once for the tests that run on it, and tells them where it is. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  provide('postgres', postgres.url);
  return () => postgres.stop();
}
