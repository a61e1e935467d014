import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readEvents } from '../utterances/basil.ts';

/** What a person said of a pair of passages of one speaker. */
type PairLabel = 'shift' | 'same' | 'update' | 'other subject' | 'no position' | 'unrelated' | 'near-miss';

/** Two passages of one speaker, the earlier first. */
export interface LabelledPair {
  readonly label: PairLabel;
  readonly kind: string;
  readonly earlier: string;
  readonly later: string;
}

interface WrittenPair {
  readonly label: PairLabel;
  readonly kind: string;
  readonly earlier: { readonly text: string };
  readonly later: { readonly text: string };
}

/** Our own pairs, of invented people: `pairs` (the first ones), `training`, and `kept`, which nothing was ever trained on. */
export function ownPairs(name: 'pairs' | 'training' | 'kept'): LabelledPair[] {
  const file = join('test', 'gold', 'positions', `${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as WrittenPair[]).map(({ label, kind, earlier, later }) => ({
    label,
    kind,
    earlier: earlier.text,
    later: later.text,
  }));
}

/** Where a passage stands: `basil/2010/…` or `briefings/…`, with offsets into the body. */
interface Place {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Pairs of real speakers in BASIL's articles and in briefings, labelled by hand: `labels.jsonl` holds only where they stand. */
export function realPairs(data: string): LabelledPair[] {
  const bodies = new Map<string, string>([
    ...readEvents(join(data, 'basil')).map(
      ({ name, title, text }) => [`basil/${name}`, text.slice(title.length + 2)] as const,
    ),
    ...briefings(data).map(({ id, text }) => [`briefings/${id}`, text] as const),
  ]);
  const passage = ({ source, start, end }: Place) =>
    bodies
      .get(source)!
      .slice(start, end)
      .replace(/[“”"«»]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
  return lines<{ label: PairLabel; earlier: Place; later: Place }>(join('bench', 'positions', 'labels.jsonl')).map(
    ({ label, earlier, later }) => ({ label, kind: 'real', earlier: passage(earlier), later: passage(later) }),
  );
}

/** Speeches of one office, by day. */
export function briefings(data: string): { readonly id: string; readonly date: string; readonly text: string }[] {
  return lines(join(data, 'briefings', 'speeches.jsonl'));
}

function lines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** A pair of political statements with the relation that most annotators saw, and what two language models answered. */
export interface PoliticalPair {
  readonly relation: string;
  readonly earlier: string;
  readonly later: string;
  readonly answers: Readonly<Record<string, string>>;
}

export function politicalPairs(data: string): PoliticalPair[] {
  const rows = parse(readFileSync(join(data, 'inconsistency', 'pairs.csv'), 'utf8'), { columns: true }) as Record<
    string,
    string
  >[];
  return rows.map((row) => {
    const [, earlier = '', later = ''] = /Text 1:\s*([\s\S]*?)\s*Text 2:\s*([\s\S]*)/u.exec(row.Input!) ?? [];
    return { relation: row.Answer_3_classes!, earlier, later, answers: row };
  });
}
