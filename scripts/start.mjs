// Shows what the program does, from a fresh clone: installs, builds, adds the samples, and prints their statements.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await import('./install.mjs');

for (const command of [
  ['tsdown', '--log-level', 'error'],
  ['vite', 'build', '--logLevel', 'error'],
]) {
  const build = spawnSync('npx', command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) {
    process.stderr.write('The build failed, for the reason above.\n');
    process.exit(1);
  }
}
const onrecord = (...args) =>
  spawnSync(process.execPath, ['dist/cli/onrecord.js', ...args], { stdio: 'inherit' }).status ?? 1;
const status = onrecord('add', '--print', 'samples');
process.stderr.write(
  '\nThe record is ./onrecord.sqlite. Ask it:\n  npx onrecord speakers\n  npx onrecord said Vane\n  npx onrecord search harbour\n  npx onrecord list\nor in a browser:\n  npx onrecord serve\n',
);
process.exit(status);
