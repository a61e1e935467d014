import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onrecord } from './run.ts';

/** The samples that are text, some times over, a line each. */
const LINES = readdirSync('samples')
  .filter((file) => /\.(?:md|txt)$/u.test(file))
  .flatMap((file) =>
    [1, 2, 3].map((turn) => ({ id: `${file} ${turn}`, text: readFileSync(join('samples', file), 'utf8') })),
  )
  .map((line) => `${JSON.stringify(line)}\n`);

function filtered(...options: string[]) {
  const { status, stdout } = onrecord(['extract', '--ndjson', ...options], { input: LINES.join('') });
  expect(status).toBe(0);
  return stdout;
}

/** The confidences of all statements in an answer. */
function confidences(answer: string): number[] {
  return answer
    .trim()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { statements: { confidence: { statement: number } }[] }).statements)
    .map(({ confidence }) => confidence.statement);
}

describe('extract --ndjson', () => {
  test('the same answer, letter by letter, from one thread and from three', () => {
    const alone = filtered('--threads', '1');
    expect(alone.trim().split('\n')).toHaveLength(LINES.length);
    expect(filtered('--threads', '3')).toBe(alone);
  });

  test('--min-confidence leaves out what is less sure, and nothing else', () => {
    const all = confidences(filtered());
    const least = all.slice().sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
    expect(confidences(filtered('--min-confidence', String(least)))).toEqual(all.filter((value) => value >= least));
    expect(all.some((value) => value < least)).toBe(true);
  });

  test.each(['0', '2.5', 'many', '1000'])('--threads %s is refused with a sentence', (threads) => {
    const { status, stderr } = onrecord(['extract', '--ndjson', '--threads', threads], { input: '' });
    expect(status).toBe(2);
    expect(stderr).toContain(`--threads ${threads} is no number from 1 to 64`);
  });
});
