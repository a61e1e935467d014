import { execFileSync } from 'node:child_process';

/** Builds the program once for all tests that run it. */
export default function setup(): void {
  execFileSync('npx', ['tsdown', '--log-level', 'error'], { stdio: 'inherit' });
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { stdio: 'inherit' });
}
