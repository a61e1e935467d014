import { TIME_ZONES } from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { alternation } from '../../../language/words.ts';
import type { Groups, Rule } from './rule.ts';

const ZONE = `(?:\\s*\\(?(?<zone>${alternation([...TIME_ZONES].map((zone) => zone.toUpperCase()))})(?:\\s?(?<offset>[+-]\\d{1,2}))?(?![${LETTERS}])\\)?)?`;
const HALF = '(?<half>[apAP])\\.?\\s?[mM](?:\\.|(?![A-Za-z]))';

/** A time of day: "6.30 p.m.", "15:00 GMT", "noon". Which day it is stands beside it, or was told last. */
export const CLOCK: Rule = {
  hint: /\d|noon|midnight/iu,
  pattern: new RegExp(
    `(?<![\\d${LETTERS}$£€:.,/-])(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?\\s*${HALF}|(?<hours>\\d{1,2}):(?<minutes>[0-5]\\d)(?![:\\d])|(?<oclock>\\d{1,2})\\s+o[’']clock|(?<named>[Nn]oon|[Mm]idnight))${ZONE}(?:\\s+local\\s+time)?(?![\\d${LETTERS}])`,
    'g',
  ),
  kind: 'clock',
  basis: 'relative',
  meaning: (g, { told }) => {
    if (!g.half && !g.zone) return undefined;
    const day = told(1);
    const time = timeOf(g);
    return time === undefined
      ? undefined
      : day
        ? { ...day, timex: `${day.timex.slice(0, 10)}${time}` }
        : { timex: time };
  },
};

/** "T18:30", "T15:00Z"; undefined where there is no such time. */
export function timeOf(g: Groups): string | undefined {
  if (g.named) return g.named.toLowerCase() === 'noon' ? 'T12:00' : 'T24:00';
  const printed = Number(g.hour ?? g.hours ?? g.oclock);
  if (g.half && (printed < 1 || printed > 12)) return undefined;
  const hour = g.half ? (printed % 12) + (g.half.toLowerCase() === 'p' ? 12 : 0) : printed;
  const zone = g.zone === 'GMT' || g.zone === 'UTC' ? offsetOf(g.offset) : '';
  return hour > 24 ? undefined : `T${String(hour).padStart(2, '0')}:${g.minute ?? g.minutes ?? '00'}${zone}`;
}

/** "Z", "+08:00" */
function offsetOf(hours: string | undefined): string {
  return hours === undefined ? 'Z' : `${hours[0]}${hours.slice(1).padStart(2, '0')}:00`;
}
