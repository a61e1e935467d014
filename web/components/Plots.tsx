import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { DayCount } from '../api/types.ts';

/** Draws a plot as wide as its place in the page; again when the width or the key changes. */
function useDrawn(draw: (width: number) => SVGElement | HTMLElement, key: string) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  latest.current = draw;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with what is drawn
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let width = 0;
    const redraw = () => {
      if (element.clientWidth === width || element.clientWidth === 0) return;
      width = element.clientWidth;
      element.replaceChildren(latest.current(width));
    };
    redraw();
    const watch = new ResizeObserver(redraw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [key]);
  return place;
}

const KINDS = ['direct', 'mixed', 'indirect'];
/** The kinds differ in lightness and keep the order of the legend, so that colour is not needed to tell them apart. */
const FILLS = ['var(--direct)', 'var(--mixed)', 'var(--indirect)'];

/** Statements by day, month or year, depending on how long they span; a click on a bar selects its time. */
export default function Timeline({
  days,
  onRange,
}: {
  readonly days: readonly DayCount[];
  readonly onRange: (since: string, until: string) => void;
}) {
  const months = new Set(days.map(({ day }) => day.slice(0, 7)));
  const years = new Set(days.map(({ day }) => day.slice(0, 4)));
  const unit = months.size <= 3 ? 10 : years.size <= 12 ? 7 : 4;
  const counts = new Map<string, { time: string; kind: string; count: number }>();
  for (const { day, kind, count } of days) {
    const time = day.slice(0, unit);
    const key = `${time} ${kind}`;
    counts.set(key, { time, kind, count: (counts.get(key)?.count ?? 0) + count });
  }
  const rows = [...counts.values()];
  const sums = new Map<string, number>();
  for (const { time, count } of rows) sums.set(time, (sums.get(time) ?? 0) + count);
  const most = Math.max(1, ...sums.values());
  const interval = unit === 10 ? 'day' : unit === 7 ? 'month' : 'year';
  const date = (time: string) =>
    new Date(`${time.padEnd(7, '-01').slice(0, 7)}${unit === 10 ? time.slice(7) : '-01'}T00:00:00Z`);
  const place = useDrawn((width) => {
    const plot = Plot.plot({
      width,
      height: 160,
      marginLeft: 34,
      x: { type: 'utc', label: null },
      y: { grid: true, label: null, tickFormat: 'd', ticks: Math.min(4, most) },
      color: { domain: KINDS, range: FILLS },
      marks: [
        Plot.rectY(rows, {
          x: ({ time }: { time: string }) => date(time),
          y: 'count',
          fill: 'kind',
          interval,
          order: KINDS,
          insetLeft: 0.5,
          insetRight: 0.5,
          title: ({ time, kind, count }: { time: string; kind: string; count: number }) => `${time}: ${count} ${kind}`,
        }),
        Plot.ruleY([0]),
      ],
    });
    plot.querySelectorAll('rect').forEach((rect) => {
      const time = rect.querySelector('title')?.textContent?.split(':')[0];
      if (!time) return;
      rect.style.cursor = 'pointer';
      rect.addEventListener('click', () => onRange(time, time));
    });
    plot.setAttribute('aria-hidden', 'true');
    return plot;
  }, JSON.stringify(rows));
  return (
    <figure className="plot">
      <div ref={place} className="plot-place" />
      <figcaption className="meta">
        Statements by {interval} and kind; select a bar to see only that time.
        <span className="plot-legend">
          {KINDS.map((kind) => (
            <span key={kind}>
              <i className={`swatch swatch-${kind}`} /> {kind}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}

/** Shares with their confidence intervals, one line each. */
export function Intervals({
  rows,
}: {
  readonly rows: readonly {
    readonly group: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}) {
  const place = useDrawn((width) => {
    const plot = Plot.plot({
      width,
      height: 34 + 24 * rows.length,
      marginLeft: Math.min(200, width / 3),
      x: { domain: [0, 100], percent: true, label: 'quoted in their own words, %', grid: true },
      y: {
        label: null,
        domain: rows.map(({ group }) => group),
        tickFormat: (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name),
      },
      marks: [
        Plot.ruleY(rows, { y: 'group', x1: 'low', x2: 'high', stroke: 'var(--muted)', strokeWidth: 2 }),
        Plot.dot(rows, { y: 'group', x: 'value', fill: 'var(--accent)', r: 4 }),
      ],
    });
    plot.setAttribute('aria-hidden', 'true');
    return plot;
  }, JSON.stringify(rows));
  return <div ref={place} className="plot-place" />;
}
