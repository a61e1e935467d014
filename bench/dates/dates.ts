import { overlap } from '../../src/document/index.ts';
import { type DateExpression, datesIn } from '../../src/extract/facts/dates/dates.ts';
import { readMeantime } from '../entities/meantime.ts';
import { type DateCase, type GoldExpression, isDated, readDateCases } from './cases.ts';
import { type DatedText, readDatedTexts, type TeiDate } from './gum.ts';

/**
 * Date expressions: found and value right on MEANTIME, on the English cases of Recognizers-Text that apply to news, and on GUM's
 * markup. `ONRECORD_ERRORS=1` lists what is wrong.
 */
export async function run(data: string): Promise<void> {
  printMeantime(data);
  printCases(readDateCases(data));
  printGum(readDatedTexts(data));
}

/** How often what. */
class Tally {
  gold = 0;
  found = 0;
  right = 0;
  add(found: boolean, right: boolean): void {
    this.gold++;
    if (found) this.found++;
    if (right) this.right++;
  }
  toString(): string {
    return `${this.gold}; found ${share(this.found, this.gold)}, of those with the right value ${share(this.right, this.found)}`;
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printError(line: string): void {
  if (process.env.ONRECORD_ERRORS) print(`  ${line.replace(/\s+/gu, ' ')}`);
}

/** As TempEval-3 scores: relaxed (any overlap), and of these the value equal to the gold's. */
function printMeantime(data: string): void {
  const kinds = new Map<string, Tally>();
  const all = new Tally();
  let [own, spare] = [0, 0];
  for (const { id, text, published, dates } of readMeantime(data)) {
    // Only the first sentences are annotated.
    const annotated = Math.max(...dates.map(({ end }) => end));
    const found = datesIn(text, { published }).filter(({ start }) => start < annotated);
    own += found.length;
    for (const date of found.filter((one) => !dates.some((gold) => overlap(one, gold) > 0))) {
      spare++;
      printError(`${id} spare: ${around(text, date)} as ${date.timex}`);
    }
    for (const gold of dates) {
      const match = found.find((one) => overlap(one, gold) > 0);
      const right = match?.timex === gold.value;
      const kind = isReference(gold.value) ? `${gold.type} without a place in the calendar` : gold.type;
      kinds.set(kind, kinds.get(kind) ?? new Tally());
      for (const tally of [kinds.get(kind)!, all]) tally.add(match !== undefined, right);
      if (!right) printError(`${id} ${gold.value}: ${around(text, gold)} ${match ? `as ${match.timex}` : 'not found'}`);
    }
  }
  print(`MEANTIME, DATE and TIME: ${all}`);
  const f1 = (right: number) => ((200 * right) / (all.gold + own)).toFixed(1);
  print(
    `  ${own} found, ${spare} of them where the corpus has none: relaxed F1 ${f1(own - spare)}, value F1 ${f1(all.right)}`,
  );
  for (const [kind, tally] of kinds) print(`  ${kind}: ${tally}`);
}

/** "PRESENT_REF", "XXXX-XX-XX". */
function isReference(value: string): boolean {
  return /_REF$|^X/u.test(value);
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`;
}

function printCases(cases: readonly DateCase[]): void {
  const applying = cases.filter(({ leftOut }) => leftOut === undefined);
  const right = applying.filter(isRight);
  print(
    `Recognizers-Text: ${applying.length} of ${cases.length} cases apply; right ${right.length}, ${shareOfRight(applying)}`,
  );
  const dated = cases.filter(({ expressions }) => expressions.length === 0 || expressions.some(isDated));
  print(`  ${dated.length} have dates or nothing at all; right ${shareOfRight(dated)}`);
  for (const [kind, some] of groups(cases, ({ kind, leftOut }) => (leftOut ? `left out, ${kind}: ${leftOut}` : kind)))
    print(`  ${kind}: ${some.length}${some.some((one) => dated.includes(one)) ? `, right ${shareOfRight(some)}` : ''}`);
  for (const one of applying.filter((each) => !right.includes(each))) {
    const own = datesIn(one.input, { published: one.reference });
    const wanted = one.expressions.map(
      ({ text, means }) => `${text} ${means.map(({ from, until }) => `${from}..${until}`)}`,
    );
    printError(
      `${one.reference} ${one.input} — ${wanted.join('; ') || 'nothing'} — ${own.map((date) => `${one.input.slice(date.start, date.end)} ${date.earliest}..${date.latest}`).join('; ') || 'nothing'}`,
    );
  }
}

function shareOfRight(cases: readonly DateCase[]): string {
  return share(cases.filter(isRight).length, cases.length);
}

/** Whether each date of the case is found with one of its values, and nothing where there is none. */
function isRight({ input, reference, expressions }: DateCase): boolean {
  const own = datesIn(input, { published: reference });
  const dated = expressions.filter(isDated);
  const spare = own.filter((date) => date.earliest && !expressions.some((gold) => overlap(gold, date) > 0));
  return (
    spare.length === 0 &&
    dated.every((gold) =>
      meets(
        gold,
        own.filter((date) => overlap(gold, date) > 0),
      ),
    )
  );
}

/**
 * Whether expressions in the span of one of the gold's mean what it means. Where we write differently on purpose, both count:
 * - The gold has one for "from May to July", we have one for each end, and the bare date for "after May".
 * - A part of a whole ("early May") is the whole with us, and a day counted in weeks, months or years ("two weeks ago") the week,
 *   month or year in which it lies, both as in TimeML.
 */
function meets({ means, text }: GoldExpression, all: readonly DateExpression[]): boolean {
  const own = all.filter(({ earliest }) => earliest !== undefined);
  if (means.length === 0) return own.length === 0;
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return false;
  const isCounted = /\b(?:week|fortnight|month|year|decade)/u.test(text);
  return means.some(({ timex, from, until, isPart }) => {
    if (timex === 'PRESENT_REF' && first.timex === 'PRESENT_REF') return true;
    if (own.length === 1 && first.timex === timex) return true;
    const wide = isPart || (isCounted && from === until);
    return (from === undefined || begins(first, from, wide)) && (until === undefined || ends(last, until, wide));
  });
}

/** @param wide whether it is enough that the day lies within the expression's */
function begins({ earliest = '', latest = '' }: DateExpression, from: string, wide: boolean): boolean {
  return from === earliest || from === dayAfter(latest) || (wide && earliest <= from && from <= dayAfter(latest)!);
}

function ends({ earliest = '', latest = '', timex = '' }: DateExpression, until: string, wide: boolean): boolean {
  // "2014-2018" ends in the gold where 2018 begins.
  const lastYear = /^\d{4}\/(\d{4})$/u.exec(timex)?.[1];
  if (lastYear && until === `${lastYear}-01-01`) return true;
  return (
    [earliest, latest, dayAfter(latest)].includes(until) || (wide && earliest <= until && until <= dayAfter(latest)!)
  );
}

function dayAfter(day: string | undefined): string | undefined {
  return day && new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function printGum(texts: readonly DatedText[]): void {
  const all = new Tally();
  const genres = new Map<string, Tally>();
  for (const { name, genre, text, created, dates } of texts) {
    const found = datesIn(text, { published: created });
    genres.set(genre, genres.get(genre) ?? new Tally());
    for (const gold of dates) {
      const match = found.find((one) => overlap(one, gold) > 0);
      const right = match !== undefined && isTei(gold, match);
      for (const tally of [genres.get(genre)!, all]) tally.add(match !== undefined, right);
      if (!right && genre === 'news')
        printError(
          `${name} ${gold.when ?? `${gold.from}..${gold.to}`}: ${around(text, gold)} ${match ? `as ${match.timex}` : 'not found'}`,
        );
    }
  }
  print(`GUM, dates of its markup: ${all}`);
  for (const [genre, tally] of genres) print(`  ${genre}: ${tally}`);
}

function isTei({ when, from, to }: TeiDate, { earliest = '', latest = '' }: DateExpression): boolean {
  if (when?.startsWith('--')) return earliest.endsWith(when.slice(1));
  if (when) return when.length === 10 ? earliest === when : earliest.startsWith(when) && latest.startsWith(when);
  return (
    (from === undefined || earliest.startsWith(from)) &&
    (to === undefined || latest.startsWith(to) || from === undefined)
  );
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}
