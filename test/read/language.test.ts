import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageNotice } from '../../src/cli/language.ts';
import { languageOf, SURE } from '../../src/read/language.ts';
import { read } from '../../src/read/read.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

/** Texts with the country that their names are of, or the language that they are in. */
function textsOf(file: string): { readonly of: string; readonly text: string }[] {
  return readFileSync(join(import.meta.dirname, 'languages', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([of, text]) => ({ of: of!, text: text! }));
}

const english = textsOf('english.tsv');
const foreign = textsOf('foreign.tsv');
const firstSentence = (text: string) => /^.*?[.!?]”?(?=\s|$)/u.exec(text)![0];
/** What is not told as it should be. */
const wrong = (
  texts: typeof english,
  isWrong: (language: string, of: string) => boolean,
  part = (text: string) => text,
) => texts.filter(({ of, text }) => isWrong(languageOf(part(text)).language, of)).map(({ text }) => part(text));

describe('English full of foreign names', () => {
  test('are 200 texts of twenty countries', () => {
    expect([english.length, new Set(english.map(({ of }) => of)).size]).toEqual([200, 20]);
  });

  test('is English', () => {
    expect(wrong(english, (language) => language !== 'en')).toEqual([]);
  });

  test('is English in nearly all first sentences', () => {
    expect(wrong(english, (language) => language !== 'en', firstSentence).length).toBeLessThanOrEqual(4);
  });

  test.runIf(SHARED)(`in a sentence with an Italian paper${WITHOUT_SHARED}`, () => {
    const { language } = languageOf(readFileSync(shared('cases', 'reports', 'l01.txt'), 'utf8'));
    expect(language).toBe('en');
  });
});

describe('other languages', () => {
  test('are not English, though they name and quote much that is', () => {
    expect(wrong(foreign, (language) => language === 'en')).toEqual([]);
  });

  test('are told from one another', () => {
    expect(wrong(foreign, (language, of) => language !== of).length).toBeLessThanOrEqual(4);
  });
});

describe('how sure it is', () => {
  const LONG = english
    .slice(0, 5)
    .map(({ text }) => text)
    .join(' ');

  test('is a share that grows with the text', () => {
    const confidences = [8, 20, 60].map((count) => languageOf(LONG.split(' ').slice(0, count).join(' ')).confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(confidences.at(-1)).toBeGreaterThan(0.99);
  });

  test.each([
    ['Ferrandi, Maranghi, Colonna'],
    ['Nein'],
    ['Pier open'],
    ['Corriere della Sera'],
  ])('%s is too short to be sure', (text) => {
    expect(languageOf(text).confidence).toBeLessThan(SURE);
  });

  test('nothing is told without words', () => {
    expect(languageOf('12 345 — 6')).toEqual({ language: 'und', confidence: 0 });
    expect(languageOf('12 345 — 6', 'pt-BR')).toEqual({ language: 'pt', confidence: 0 });
  });

  test('what a page says of itself tips the scale, and no more', () => {
    expect(languageOf('Nein', 'de').language).toBe('de');
    expect(languageOf(LONG, 'de').language).toBe('en');
    expect(languageOf('Nein', 'x-default').language).not.toBe('x-');
  });

  test('capitals are read as words', () => {
    expect(languageOf('THE PIER WILL NOT OPEN AGAIN THIS YEAR, AND THAT IS ALL WE KNOW').language).toBe('en');
    expect(languageOf('DER STEG WIRD IN DIESEM JAHR NICHT MEHR GEÖFFNET, UND MEHR WISSEN WIR NICHT').language).toBe(
      'de',
    );
  });

  test('comes with the document', async () => {
    const { document, languageConfidence } = await read(new TextEncoder().encode(LONG), 'x.txt');
    expect(document.language).toBe('en');
    expect(languageConfidence).toBeGreaterThan(0.99);
  });

  test.each([
    ['en', true, undefined],
    ['en', false, 'it is not sure that this is in English'],
    ['it', true, 'only English is extracted, and this is "it"'],
    ['und', false, 'only English is extracted, and there are no words in this'],
    ['it', false, 'only English is extracted, and this seems to be "it", which is not sure'],
  ])('is told: %s, sure: %s', (language, isSure, notice) => {
    expect(languageNotice(language, isSure)).toBe(notice);
  });
});
