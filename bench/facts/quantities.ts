import { readFileSync } from 'node:fs';
import type { Figure } from '../../src/document/index.ts';
import { figuresIn } from '../../src/extract/facts/figures/figures.ts';

/** A sentence of NewsQuant (Almasian et al. 2023), or of our own file of the same form, with its labelled quantities. */
export interface QuantitySentence {
  readonly text: string;
  readonly quantities: readonly {
    /** "2.5", or "15.0-22.0" for a range. */
    readonly value: string;
    readonly normalized_unit: string;
  }[];
}

/** Counts by which precision and recall are computed, and what was wrong. */
export interface QuantityScore {
  readonly labelled: number;
  readonly found: number;
  readonly value: number;
  readonly valueAndUnit: number;
  readonly errors: readonly string[];
}

/** A value, the upper end of a range, and a unit as NewsQuant writes it. */
interface Quantity {
  readonly value: number;
  readonly upper?: number | undefined;
  readonly unit: string;
}

export function readQuantities(file: string): QuantitySentence[] {
  return JSON.parse(readFileSync(file, 'utf8')) as QuantitySentence[];
}

/**
 * Scores figures as CQE's own script does: a value is right if it is close to a labelled one of the sentence (a range by
 * both ends), value and unit if the unit is the same too; each label counts once.
 */
export function scoreQuantities(sentences: readonly QuantitySentence[]): QuantityScore {
  const score = { labelled: 0, found: 0, value: 0, valueAndUnit: 0, errors: [] as string[] };
  for (const { text, quantities } of sentences) {
    const labels = quantities.map(labelOf);
    const found = foundIn(text);
    score.labelled += labels.length;
    score.found += found.length;
    const { values, units, missed, extra } = matched(labels, found);
    score.value += values;
    score.valueAndUnit += units;
    const shown = ({ value, upper, unit }: Quantity) => `${value}${upper === undefined ? '' : `–${upper}`} ${unit}`;
    if (missed.length + extra.length > 0)
      score.errors.push(
        `missed ${missed.map(shown).join(', ') || 'none'}; extra ${extra.map(shown).join(', ') || 'none'}: ${text}`,
      );
  }
  return score;
}

function matched(labels: readonly Quantity[], found: readonly Quantity[]) {
  const left = [...found];
  const missed: Quantity[] = [];
  let values = 0;
  let units = 0;
  for (const label of labels) {
    const same = left.filter((one) => isClose(one.value, label.value) && isClose(one.upper, label.upper));
    const best = same.find(({ unit }) => unit === label.unit) ?? same[0];
    if (!best) missed.push(label);
    else {
      left.splice(left.indexOf(best), 1);
      values++;
      if (best.unit === label.unit) units++;
      else missed.push({ ...label, unit: `[${label.unit}, not ${best.unit}]` });
    }
  }
  return { values, units, missed, extra: left };
}

function isClose(one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(one - other) <= 1e-8 + 1e-5 * Math.abs(other);
}

function labelOf({ value, normalized_unit }: QuantitySentence['quantities'][number]): Quantity {
  const [, low = '', high] = /^\s*(-?[\d.]+)\s*(?:-\s*([\d.]+))?\s*$/u.exec(value) ?? [];
  return {
    value: Number(low),
    upper: high === undefined ? undefined : Number(high),
    unit: normalized_unit.toLowerCase(),
  };
}

/** NewsQuant labels "from 4.8 to 4.7 per cent" as one range, for us it is two figures. */
function foundIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let before: Figure | undefined;
  for (const figure of figuresIn(text)) {
    const between = before ? text.slice(before.end, figure.start) : '';
    const lead = before ? text.slice(Math.max(0, before.start - 5), before.start) : '';
    if (before && /\bfrom $/u.test(lead) && /^ to (?:about |nearly )?$/u.test(between)) {
      found.pop();
      found.push({ value: before.value, upper: figure.value, unit: unitOf(figure) });
    } else found.push({ value: figure.value, upper: figure.upper, unit: unitOf(figure) });
    before = figure;
  }
  return found;
}

/** Units of NewsQuant that it calls otherwise. */
const THEIR_NAMES: Readonly<Record<string, string>> = {
  percent: 'percentage',
  'degree Celsius': 'celsius',
  'degree Fahrenheit': 'fahrenheit',
  'revolution per minute': 'revolutions per minute',
  'kilowatt-hour': 'kilowatt hour',
  'newton-metre': 'newton metre',
  pence: 'penny',
  USD: 'dollar',
  GBP: 'pound sterling',
  EUR: 'euro',
  JPY: 'japanese yen',
  CNY: 'chinese yuan',
  INR: 'indian rupee',
  ILS: 'shekel',
  DKK: 'danish krone',
};

const CURRENCY_NAMES = new Intl.DisplayNames('en', { type: 'currency' });

function unitOf({ text, value, unit, currency, counts, per }: Figure): string {
  const name = unit ?? currency;
  // "a third of those screened": a share, which NewsQuant marks so.
  if (name === undefined && value > 0 && value < 1 && /\p{L}/u.test(text))
    return `% ${singular(counts?.toLowerCase() ?? '-')}`;
  const simple = name === undefined ? singular(counts?.toLowerCase() ?? '-') : nameOf(name);
  return per ? `${simple} per ${per}` : simple;
}

function nameOf(name: string): string {
  return THEIR_NAMES[name] ?? (/^[A-Z]{3}$/u.test(name) ? CURRENCY_NAMES.of(name)!.toLowerCase() : name);
}

/** What is counted, with its last word in the singular. */
function singular(counts: string): string {
  if (counts === 'times') return 'count';
  return counts
    .replace(/ies$/u, 'y')
    .replace(/(ss|sh|ch|x|us)es$/u, '$1')
    .replace(/(?<![su])s$/u, '');
}

/** Precision, recall and their harmonic mean in percent. */
export function f1(right: number, labelled: number, found: number): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = labelled === 0 ? 0 : (100 * right) / labelled;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
