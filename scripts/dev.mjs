// Runs the server and the web app from the sources, reloading both on changes: http://localhost:5173. The record is
// ./onrecord.sqlite or $ONRECORD_DB.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const shell = process.platform === 'win32';
const children = [
  spawn('npx', ['tsx', 'watch', '--clear-screen=false', 'src/cli/onrecord.ts', 'serve'], { stdio: 'inherit', shell }),
  spawn('npx', ['vite'], { stdio: 'inherit', shell }),
];
for (const child of children) child.on('exit', () => process.exit());
process.on('exit', () => {
  for (const child of children) child.kill();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
