import { readFileSync } from 'node:fs';
import type { Range } from '../../src/document/index.ts';
import { mulberry32 } from '../random.ts';

export type Gender = 'feminine' | 'masculine';

/** One passage of GAP (Webster et al. 2018): a pronoun, two names before or after it, and whether it means each. */
export interface Passage {
  readonly text: string;
  readonly pronoun: Range;
  readonly gender: Gender;
  readonly names: readonly { readonly range: Range; readonly meant: boolean }[];
}

/** Reads a GAP file (tab-separated, with a header). Its offsets count code points; these are UTF-16. */
export function readGap(file: string): Passage[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [, text = '', pronoun = '', at, a = '', aAt, aMeant, b = '', bAt, bMeant] = line.split('\t');
    const range = (printed: string, offset: string | undefined): Range => {
      const start = [...text].slice(0, Number(offset)).join('').length;
      return { start, end: start + printed.length };
    };
    return {
      text,
      pronoun: range(pronoun, at),
      gender: /^(?:she|her|hers)$/iu.test(pronoun) ? 'feminine' : 'masculine',
      names: [
        { range: range(a, aAt), meant: aMeant === 'TRUE' },
        { range: range(b, bAt), meant: bMeant === 'TRUE' },
      ],
    };
  });
}

/** How many names are meant by a pronoun, are predicted to be, and both. */
export interface Counts {
  meant: number;
  taken: number;
  right: number;
}

/** 0–100. */
export function f1({ meant, taken, right }: Counts): number {
  return (200 * right) / Math.max(1, meant + taken);
}

/** What a passage adds to the counts, given which of its names the pronoun was resolved to. */
export function countsOf({ names }: Passage, taken: readonly boolean[]): Counts {
  return {
    meant: names.filter((name) => name.meant).length,
    taken: taken.filter(Boolean).length,
    right: names.filter((name, i) => name.meant && taken[i]).length,
  };
}

export function sum(counts: readonly Counts[]): Counts {
  const total = { meant: 0, taken: 0, right: 0 };
  for (const { meant, taken, right } of counts) {
    total.meant += meant;
    total.taken += taken;
    total.right += right;
  }
  return total;
}

/**
 * The 95% interval of the ratio of two groups' F1 (percentile bootstrap; Efron 1979), with a fixed seed.
 */
export function ratioInterval(group: readonly Counts[], other: readonly Counts[], resamples = 2000): [number, number] {
  const random = mulberry32(1);
  const draw = (counts: readonly Counts[]) => f1(sum(counts.map(() => counts[Math.floor(random() * counts.length)]!)));
  const ratios = Array.from({ length: resamples }, () => draw(group) / draw(other)).sort((a, b) => a - b);
  return [ratios[Math.floor(resamples * 0.025)]!, ratios[Math.ceil(resamples * 0.975) - 1]!];
}
