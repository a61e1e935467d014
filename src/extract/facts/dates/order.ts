import { type FigureOrder, MONTH } from './rule.ts';

const FIGURES = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d|[/.-]\d)/gu;
const MONTH_FIRST = new RegExp(`(?<![\\p{L}])${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`, 'giu');
const DAY_FIRST = new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?![\\p{L}])`, 'giu');

/**
 * In which order a text writes dates in figures: as one of them shows that can be read in one way only, else as it writes dates
 * with the month's name. Undefined where it shows neither, or both.
 */
export function figureOrder(text: string): FigureOrder | undefined {
  let [dayFirst, monthFirst] = [false, false];
  for (const [, first, , second] of text.matchAll(FIGURES)) {
    dayFirst ||= +first! > 12 && +second! <= 12;
    monthFirst ||= +second! > 12 && +first! <= 12;
  }
  if (dayFirst === monthFirst && !dayFirst) {
    monthFirst = text.search(MONTH_FIRST) >= 0;
    dayFirst = text.search(DAY_FIRST) >= 0;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'day first' : 'month first';
}
