import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VENV = resolve('scale', 'spark', '.venv');

/** Folder of PySpark; undefined where it is not installed. */
const SPARK: string | undefined = (() => {
  const folder = process.env.SPARK_HOME ?? findIn(join(VENV, 'lib'));
  return folder && existsSync(join(folder, 'bin', 'spark-submit')) ? folder : undefined;
})();

function findIn(lib: string): string | undefined {
  if (!existsSync(lib)) return undefined;
  return readdirSync(lib)
    .map((python) => join(lib, python, 'site-packages', 'pyspark'))
    .find((folder) => existsSync(folder));
}

const HAS_JAVA = (() => {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Why the tests of Spark do not run here; empty where they do. */
export const WITHOUT_SPARK =
  SPARK && HAS_JAVA
    ? ''
    : ' (skipped: install Java 17, and PySpark by: python3 -m venv scale/spark/.venv && scale/spark/.venv/bin/pip install -r scale/spark/requirements.txt)';

/** A job that runs. */
export interface Submitted {
  readonly child: ChildProcess;
  /** Ends when it does; gives what it printed. Throws with its last words where it failed. */
  readonly done: Promise<string>;
}

/** Runs a job of `scale/spark/` on a cluster of two executors on this machine, with the built program. */
export function submit(job: 'extract' | 'match', args: readonly string[]): Submitted {
  const python = join(VENV, 'bin', 'python');
  const child = spawn(
    join(SPARK!, 'bin', 'spark-submit'),
    [
      ...['--master', 'local-cluster[2,1,1024]', '--conf', 'spark.ui.enabled=false'],
      ...['--conf', 'spark.sql.shuffle.partitions=4', '--conf', 'spark.default.parallelism=4'],
      join('scale', 'spark', `${job}.py`),
      ...args,
      ...['--onrecord', `${process.execPath} ${resolve('dist', 'cli', 'onrecord.js')}`],
    ],
    {
      env: {
        ...process.env,
        SPARK_HOME: SPARK!,
        SPARK_LOCAL_IP: '127.0.0.1',
        PYSPARK_PYTHON: process.env.PYSPARK_PYTHON ?? (existsSync(python) ? python : 'python3'),
      },
    },
  );
  const done = new Promise<string>((resolved, reject) => {
    let [told, failed] = ['', ''];
    child.stdout.on('data', (data) => {
      told += data;
    });
    child.stderr.on('data', (data) => {
      failed = (failed + data).slice(-20_000);
    });
    child.on('exit', (code) => (code === 0 ? resolved(told) : reject(new Error(failed))));
  });
  return { child, done };
}

/** Processes that a process has begun, and those that these have, whose command line holds some words. */
export function descendants(of: number, words: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line);
      return match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3]! }] : [];
    });
  const own = new Set([of]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of lines)
      if (own.has(parent) && !own.has(pid)) {
        own.add(pid);
        grown = true;
      }
  }
  return lines.filter(({ pid, args }) => own.has(pid) && args.includes(words)).map(({ pid }) => pid);
}
