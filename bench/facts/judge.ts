import { contains, type Extraction, type Figure, overlap } from '../../src/document/index.ts';
import { findDates } from '../../src/extract/facts/dates/dates.ts';
import { extract } from '../../src/pipeline/extract.ts';
import {
  type GoldCase,
  type GoldChannel,
  type GoldDate,
  type GoldFacts,
  type GoldFigure,
  readGoldFacts,
} from './gold.ts';

/** A gold sentence and the errors in what was found; none if all is right. */
export interface Judged {
  readonly from: 'drawn' | 'own';
  readonly sentence: string;
  readonly faults: readonly string[];
}

/** Judges every sentence of one kind; drawn ones only if `data` has their articles. */
export async function judge(kind: keyof GoldFacts, data: string | undefined): Promise<Judged[]> {
  const judged = async <K extends keyof GoldFacts>(
    name: K,
    faultsOf: (one: GoldCase<GoldFacts[K]>, extraction: Extraction) => string[],
  ) => {
    const found: Judged[] = [];
    for (const one of readGoldFacts(name, data)) {
      const { document, sentence, from } = one;
      const printed = document.text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
      found.push({ from, sentence: printed, faults: faultsOf(one, await extract(document)) });
    }
    return found;
  };
  if (kind === 'dates') return await judged(kind, datesOf);
  return kind === 'channels' ? await judged(kind, channelsOf) : await judged(kind, figuresOf);
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
