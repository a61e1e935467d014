import type { Line } from './lines.ts';

/**
 * Lines in reading order. The page is cut again and again, as in Nagy and Seth's recursive X-Y cut (1984): by an
 * upright gutter that no line crosses where both sides hold several lines, else across the widest gap between lines.
 */
export function columnOrder(lines: readonly Line[]): Line[] {
  if (lines.length < 4) return [...lines].sort(byPosition);
  const gutter = gutterOf(lines);
  if (gutter !== undefined) {
    const left = lines.filter((line) => line.right <= gutter);
    const right = lines.filter((line) => line.left >= gutter);
    return [...columnOrder(left), ...columnOrder(right)];
  }
  const cut = widestGap(lines);
  if (cut === undefined) return [...lines].sort(byPosition);
  return [...columnOrder(lines.filter((line) => line.y > cut)), ...columnOrder(lines.filter((line) => line.y <= cut))];
}

function byPosition(a: Line, b: Line): number {
  return b.y - a.y || a.left - b.left;
}

/** Where an upright strip runs through that no line touches, with at least three lines side by side on each side. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const spans = [...lines].sort((a, b) => a.left - b.left);
  let reach = spans[0]!.right;
  let best: { at: number; width: number } | undefined;
  for (const line of spans.slice(1)) {
    const width = line.left - reach;
    if (width > line.size * 0.8 && isGutter(lines, reach + width / 2) && (!best || width > best.width))
      best = { at: reach + width / 2, width };
    reach = Math.max(reach, line.right);
  }
  return best?.at;
}

function isGutter(lines: readonly Line[], at: number): boolean {
  const left = lines.filter((line) => line.right <= at);
  const right = lines.filter((line) => line.left >= at);
  const sides = [left, right].map((side) => side.filter((line) => line.text.length > 12).length);
  if (Math.min(...sides) < 3) return false;
  const top = Math.min(Math.max(...left.map((line) => line.y)), Math.max(...right.map((line) => line.y)));
  const bottom = Math.max(Math.min(...left.map((line) => line.y)), Math.min(...right.map((line) => line.y)));
  return top - bottom > 0;
}

/** The height of the widest gap between lines, if it is wider than the usual one; cuts titles from columns. */
function widestGap(lines: readonly Line[]): number | undefined {
  const sorted = [...lines].sort(byPosition);
  let best: { at: number; width: number } | undefined;
  for (let i = 1; i < sorted.length; i++) {
    const width = sorted[i - 1]!.y - sorted[i]!.y;
    const crosses = sorted[i - 1]!.size !== sorted[i]!.size || width > sorted[i]!.size * 1.35;
    if (crosses && width > 2 && (!best || width > best.width))
      best = { at: (sorted[i - 1]!.y + sorted[i]!.y) / 2, width };
  }
  return best?.at;
}
