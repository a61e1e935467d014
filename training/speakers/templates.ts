import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIVEN_NAMES } from '../../src/language/english/gender.ts';
import { type MarkedText, parseMarked } from '../../test/marked.ts';

const SURNAMES =
  'Abara Adair Alder Arkwright Ashdown Barrow Bhatt Blom Boateng Byrne Carver Chandra Corbin Danso Delacroix Dorn Easton Farrow Fenn Ferreira Flint Garrick Goss Haddad Harker Hughes Ibarra Jansen Joshi Kemp Khoury Lacey Lang Lind Mace Malik Moran Nair Nash Novak Okafor Osei Pell Petrov Radley Reyes Rook Rossi Sadler Shah Sorrel Stone Tait Tembo Tran Udall Vane Varga Weir Yates'.split(
    ' ',
  );
const TOWNS = 'Larkhaven Oldmere Brackley Tolford Weston Harrow Kettering Mombasa Gdansk Porto Kalmin Estrey'.split(
  ' ',
);
const OUTLETS = [
  'Larkhaven Courier',
  'Times',
  'Daily Mail',
  'Guardian',
  'Nesse Gazette',
  'Washington Post',
  'Straits Times',
];
const BODIES = [
  'Environment Agency',
  'National Rivers Agency',
  'Food Safety Agency',
  'European Medicines Agency',
  'Coastal Rescue Agency',
];
const COMPANIES = ['Northmere Water', 'Brandt Motors', 'Strathmore Energy', 'Volta', 'Helix Foods', 'Oakline'];
const OFFICES = ['Defence Secretary', 'Justice Secretary', 'Finance Minister', 'Housing Minister', 'Health Secretary'];
const JOBS = ['Police chief', 'Council leader', 'Union leader', 'Fire chief', 'Head teacher'];

/** How often each template is filled. */
const TIMES = 16;

/** The templates of `templates.txt`, each filled several times with names of nobody; the same ones at every run. */
export function filledTemplates(): MarkedText[] {
  const lines = readFileSync(join('training', 'speakers', 'templates.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const random = generator(1);
  return lines.flatMap((line) => Array.from({ length: TIMES }, () => parseMarked(filledWith(line, random))));
}

/** A template with its slots filled. */
export function filledWith(line: string, random: () => number): string {
  const taken = new Set<string>();
  const pick = (from: readonly string[]) => {
    for (;;) {
      const found = from[Math.floor(random() * from.length)]!;
      if (taken.has(found) && taken.size < from.length) continue;
      taken.add(found);
      return found;
    }
  };
  const office = pick(OFFICES);
  const slots = new Map([
    ...['T1', 'T2'].map((slot) => [slot, pick(TOWNS)] as const),
    ['O1', pick(OUTLETS)],
    ['B1', pick(BODIES)],
    ['C1', pick(COMPANIES)],
    ['W1', pick(JOBS)],
  ]);
  for (const slot of ['M1', 'M2', 'F1', 'F2']) {
    const given = pick(slot.startsWith('M') ? GIVEN_NAMES.male : GIVEN_NAMES.female);
    const surname = pick(SURNAMES);
    const first = given[0]!.toUpperCase() + given.slice(1);
    slots.set(`${slot}g`, first).set(`${slot}s`, surname).set(slot, `${first} ${surname}`);
  }
  return line
    .replaceAll('\\n', '\n')
    .replace(/(\p{L}* ?)\$R1/gu, (_, before: string) => {
      const isDescription = /^the $/iu.test(before);
      return `${before}${isDescription ? office.toLowerCase() : office}`;
    })
    .replace(/=(Defence|Justice|Finance|Housing|Health) (Secretary|Minister)\]/gu, (name) => name.toLowerCase())
    .replace(/\$([A-Z]\d[gs]?)/gu, (_, slot: string) => slots.get(slot) ?? slots.get(slot.slice(0, 2))!);
}

/** A small generator of numbers from 0 to 1 (Park and Miller 1988). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
