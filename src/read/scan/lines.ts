import { rowsOf } from '../pdf/rows.ts';
import type { PageRows } from '../pdf/running.ts';
import type { RecognisedLine, RecognisedPage } from './recognise.ts';

/** Size in points that the body of a page is given: pictures do not tell how large their paper is. */
const BODY = 10;
/** Lines whose height differs from the body's by less, as a share of it, are the body's too: letters vary, ink runs. */
const ALIKE = 0.15;
/** Letters of lines that tell the body's height and the slope. */
const LONG = 12;

/**
 * The lines of a recognised page as rows of a PDF's page: in points, with the baseline upwards from the page's foot, and straight
 * where the page lay askew.
 *
 * @param scale points to a pixel, where the size of the paper is known
 */
export function pageRows(recognised: RecognisedPage, page: number, scale?: number): PageRows {
  if (recognised.length === 0) return { page, rows: [], height: 0 };
  const long = recognised.filter(({ text }) => text.length >= LONG);
  const telling = long.length > 0 ? long : recognised;
  const body = median(telling.map(({ height }) => height));
  const slope = median(telling.map(slopeOf));
  const points = scale ?? BODY / Math.max(1, body);
  const sizeOf = (height: number) => Math.round(height * points * 2) / 2;
  const [top, foot] = edgesOf(recognised);
  const heights = evened(
    recognised.map(({ baseline, left }) => baseline[0] - left * slope),
    body,
  );
  const pieces = recognised.map(({ text, confidence, left, right, height }, i) => ({
    text,
    left: left * points,
    right: right * points,
    y: (foot + top - heights[i]!) * points,
    size: sizeOf(Math.abs(height - body) < body * ALIKE ? body : height),
    font: '',
    confidence,
  }));
  return { page, rows: rowsOf(pieces), height: (foot + top) * points };
}

/** Where the first line of a page begins and its last one stands; the margins are taken to be alike. */
function edgesOf(recognised: RecognisedPage): [top: number, foot: number] {
  const tops = recognised.map(({ baseline, height }) => Math.min(...baseline) - height);
  const feet = recognised.map(({ baseline }) => Math.max(...baseline));
  return [Math.max(0, Math.min(...tops)), Math.max(...feet)];
}

/** How far a line falls from left to right, as a share of its length. */
function slopeOf({ left, right, baseline }: RecognisedLine): number {
  return (baseline[1] - baseline[0]) / Math.max(1, right - left);
}

/**
 * Baselines in reading order, those of one run of lines at even distances: each is found to the pixel, and by their
 * distances paragraphs are told apart.
 */
function evened(baselines: readonly number[], body: number): number[] {
  const gaps = baselines.slice(1).map((baseline, i) => baseline - baselines[i]!);
  // Short paragraphs may be more than their lines: the smaller gaps are those between lines.
  const usual = quantile(
    gaps.filter((gap) => gap > body / 2 && gap < body * 2.5),
    0.25,
  );
  const isUsual = (gap: number) => Math.abs(gap - usual) < usual * ALIKE;
  const alike = gaps.filter(isUsual);
  const step = alike.reduce((sum, gap) => sum + gap, 0) / Math.max(1, alike.length);
  const even: number[] = [];
  for (const [i, baseline] of baselines.entries())
    even.push(i > 0 && isUsual(gaps[i - 1]!) ? even[i - 1]! + step : baseline);
  return even;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
