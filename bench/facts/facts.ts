import { contains, type Extraction, type Figure, overlap } from '../../src/document/index.ts';
import { findDates } from '../../src/extract/facts/dates.ts';
import { extract } from '../../src/pipeline/extract.ts';
import {
  type GoldCase,
  type GoldChannel,
  type GoldDate,
  type GoldFacts,
  type GoldFigure,
  readGoldFacts,
} from './gold.ts';

/** Dates, channels and figures of our gold: sentences right in all that they hold, and what is wrong in the others. */
export async function run(data: string): Promise<void> {
  await measure('dates', data, datesOf);
  await measure('channels', data, async (one) => channelsOf(one, await extract(one.document)));
  await measure('figures', data, async (one) => figuresOf(one, await extract(one.document)));
}

/** What is wrong with a sentence; empty where all is right. */
type Judge<T> = (one: GoldCase<T>) => string[] | Promise<string[]>;

async function measure<K extends keyof GoldFacts>(kind: K, data: string, judge: Judge<GoldFacts[K]>): Promise<void> {
  const cases = readGoldFacts(kind, data);
  const wrong: string[] = [];
  const right = { drawn: 0, own: 0 };
  for (const one of cases) {
    const faults = await judge(one);
    if (faults.length === 0) right[one.from]++;
    const sentence = one.document.text.slice(one.sentence.start, one.sentence.end).replace(/\s+/gu, ' ');
    if (faults.length > 0) wrong.push(`  ${one.from}: ${faults.join('; ')} — ${sentence}\n`);
  }
  const share = (from: 'drawn' | 'own') => {
    const all = cases.filter((one) => one.from === from).length;
    return all > 0
      ? `${from} ${right[from]} of ${all} (${((100 * right[from]) / all).toFixed(1)}%)`
      : `${from}: no data`;
  };
  const all = ((100 * (right.drawn + right.own)) / Math.max(1, cases.length)).toFixed(1);
  process.stdout.write(`${kind}: ${all}% of sentences right; ${share('drawn')}, ${share('own')}\n${wrong.join('')}`);
}

function datesOf({ document, sentence, expected }: GoldCase<readonly GoldDate[]>): string[] {
  const found = findDates(document.text, sentence, document.published);
  const text = ({ start, end }: { start: number; end: number }) => `“${document.text.slice(start, end)}”`;
  const missed = expected.filter((gold) => !gold.optional && !found.some((date) => overlap(date, gold) > 0));
  const extra = found.filter((date) => !expected.some((gold) => overlap(date, gold) > 0));
  const misread = found.filter((date) => {
    const gold = expected.find((one) => overlap(date, one) > 0);
    return gold && !gold.means.some(([earliest, latest]) => date.earliest === earliest && date.latest === latest);
  });
  return [
    ...missed.map((gold) => `missed ${text(gold)}`),
    ...extra.map((date) => `took ${text(date)} for a date`),
    ...misread.map((date) => `read ${text(date)} as ${date.earliest} to ${date.latest}`),
  ];
}

function channelsOf(
  { document, sentence, expected }: GoldCase<readonly GoldChannel[]>,
  { statements }: Extraction,
): string[] {
  const found = statements
    .filter((statement) => statement.cue.some((cue) => contains(sentence, cue)))
    .flatMap(({ channel }) => (channel && contains(sentence, channel.span) ? [channel.span] : []));
  const missed = expected.filter((gold) => !gold.some((span) => found.some((channel) => overlap(channel, span) > 0)));
  const extra = found.filter((channel) => !expected.some((gold) => gold.some((span) => overlap(channel, span) > 0)));
  return [
    ...missed.map(([span]) => `missed “${document.text.slice(span!.start, span!.end)}”`),
    ...extra.map(({ text }) => `took “${text}” for a channel`),
  ];
}

function figuresOf({ sentence, expected }: GoldCase<readonly GoldFigure[]>, { figures }: Extraction): string[] {
  const found = figures.filter((figure) => contains(sentence, figure));
  const left = [...found];
  const missed = expected.filter((gold) => {
    const at = left.findIndex((figure) => isEqual(figure, gold));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missed.map((gold) => `missed ${JSON.stringify(gold)}`),
    ...left.map(
      (figure) => `took ${JSON.stringify({ ...figure, start: undefined, end: undefined, statement: undefined })}`,
    ),
  ];
}

function isEqual(figure: Figure, gold: GoldFigure): boolean {
  return (
    Math.abs(figure.value - gold.value) < 1e-3 * Math.max(1, gold.value) &&
    figure.upper === gold.upper &&
    figure.unit === gold.unit &&
    figure.currency === gold.currency &&
    figure.bound === gold.bound &&
    figure.per === gold.per &&
    (gold.counts === undefined || (figure.counts ?? '').split(/\s+/u).includes(gold.counts))
  );
}
