import { type Judged, judge } from './judge.ts';

/** Dates, channels and figures of our gold: how many sentences are completely right, and what is wrong in the others. */
export async function run(data: string): Promise<void> {
  for (const kind of ['dates', 'channels', 'figures'] as const) {
    const judged = await judge(kind, data);
    const wrong = judged.filter(({ faults }) => faults.length > 0);
    process.stdout.write(
      `${kind}: ${shareOf(judged)} of sentences right; ` +
        `drawn ${shareOf(judged.filter(({ from }) => from === 'drawn'))}, own ${shareOf(judged.filter(({ from }) => from === 'own'))}\n` +
        wrong.map(({ from, faults, sentence }) => `  ${from}: ${faults.join('; ')} — ${sentence}\n`).join(''),
    );
  }
}

function shareOf(judged: readonly Judged[]): string {
  const right = judged.filter(({ faults }) => faults.length === 0).length;
  return `${right} of ${judged.length} (${((100 * right) / Math.max(1, judged.length)).toFixed(1)}%)`;
}
