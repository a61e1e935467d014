import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { POSTGRES_PROGRAMS } from './test/postgres.ts';

const own = { testTimeout: 120_000, hookTimeout: 120_000 };
const onPostgres = {
  ...own,
  name: 'postgres',
  // What keeps a record, or asks one, is tested once more on Postgres.
  include: [
    'test/record/**/*.test.ts',
    'test/compare/**/*.test.ts',
    'test/server/**/*.test.ts',
    'test/queue/**/*.test.ts',
    'test/watch/**/*.test.ts',
  ],
  exclude: ['test/record/sqlite.test.ts'],
  globalSetup: 'test/postgres.ts',
};

if (POSTGRES_PROGRAMS === undefined)
  process.stderr.write(
    'The tests of the record do not run on Postgres too: install it (Debian: apt-get install postgresql).\n',
  );

export default defineConfig({
  test: {
    globalSetup: 'test/build.ts',
    // Many tests wait for a browser, a database or a program of their own: one worker less than processors leaves half of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          ...own,
          name: 'onrecord',
          include: ['test/**/*.test.ts'],
          exclude: ['test/record/postgres.test.ts', 'test/queue/**'],
        },
      },
      ...(POSTGRES_PROGRAMS === undefined ? [] : [{ test: onPostgres }]),
    ],
  },
});
