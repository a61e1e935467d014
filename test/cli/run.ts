import { spawn, spawnSync } from 'node:child_process';

/** The program as built; `globalSetup` builds it. */
const PROGRAM = 'dist/cli/onrecord.js';

/** Runs `onrecord` to its end. */
export function onrecord(
  args: readonly string[],
  { input, env }: { input?: string; env?: Record<string, string> } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1e9,
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

/** Starts `onrecord` and gives its process. */
export function start(args: readonly string[]) {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}
