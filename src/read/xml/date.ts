import { parsePublished } from '../published.ts';

/** A date of NITF or NewsML, in either form of ISO 8601 ("20250312T101500Z") → as `Document.published`. */
export function dateOf(printed: string | undefined): string | undefined {
  const [, day, time, zone] = /^(\d{8})T(\d{6})(Z|[+-]\d{2}:?\d{2})?$/u.exec(printed?.trim() ?? '') ?? [];
  if (!day || !time) return parsePublished(printed ?? '');
  // Archives print midnight where they know only the day.
  if (time === '000000' && zone === undefined) return parsePublished(day);
  return parsePublished(`${cut(day, '-', [4, 6])}T${cut(time, ':', [2, 4])}${zone ?? ''}`);
}

function cut(digits: string, mark: string, [first, second]: readonly [number, number]): string {
  return [digits.slice(0, first), digits.slice(first, second), digits.slice(second)].join(mark);
}
