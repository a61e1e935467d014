import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iso, parseDay, parts, weekdayOf } from '../../src/extract/facts/dates/calendar.ts';
import { WEEKDAYS } from '../../src/language/english/calendar.ts';
import { capitalised } from '../../src/language/words.ts';
import { type MarkedText, parseMarked } from '../../test/marked.ts';
import { filledWith, generator } from '../speakers/templates.ts';

/** A text of ours with its day of publication and, of each statement, when it was said. */
export interface DatedText {
  readonly marked: MarkedText;
  readonly published: string;
  readonly days: readonly (string | null)[];
}

/** How often each template is filled. */
const TIMES = 12;
/** Publication is on one of so many days from the first of 2015. */
const DAYS = 4000;

/** The templates of `templates.txt`, each filled several times with names of nobody and other days; the same ones at every run. */
export function filledDayTemplates(): DatedText[] {
  const lines = readFileSync(join('training', 'days', 'templates.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const random = generator(2);
  return lines.flatMap((line) => Array.from({ length: TIMES }, () => dated(line, random)));
}

function dated(line: string, random: () => number): DatedText {
  const [marked = '', codes = ''] = line.split(' | ');
  const published = parseDay('2015-01-01') + Math.floor(random() * DAYS);
  const back = [1 + Math.floor(random() * 3), 4 + Math.floor(random() * 3)];
  const days = new Map(back.map((count, i) => [`D${i + 1}`, published - count]));
  const names = [...WEEKDAYS].map(capitalised);
  const text = [...days].reduce((words, [slot, day]) => words.replaceAll(`$${slot}`, names[weekdayOf(day)]!), marked);
  const { year, month } = parts(published);
  const before = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);
  const meant = (code: string) =>
    code === '-' ? null : code === 'M' ? before : days.has(code) ? iso(days.get(code)!) : code;
  return {
    marked: parseMarked(filledWith(text, random)),
    published: iso(published),
    days: codes.split(', ').map(meant),
  };
}
