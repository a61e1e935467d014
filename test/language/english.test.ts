import { describe, expect, it } from 'vitest';
import { MONTH_ABBREVIATIONS, MONTHS, TEMPORAL } from '../../src/language/english/calendar.ts';
import { cueOf, verbLemma } from '../../src/language/english/cues.ts';
import { GIVEN_NAMES, genderOf, genderOfNoun } from '../../src/language/english/gender.ts';
import { ALL_GIVEN_NAMES, NAMES_THAT_ARE_WORDS } from '../../src/language/english/given-names.ts';
import { VALUES } from '../../src/language/english/numbers.ts';
import { LEGAL_FORMS, ORGANISATION_NOUNS, ORGANISATION_WORDS } from '../../src/language/english/organisations.ts';
import { isPlural } from '../../src/language/english/plurals.ts';
import { isEpithet, ROLE_NOUNS, UNNAMED } from '../../src/language/english/roles.ts';
import { STOP_WORDS, TOPIC_STOP_WORDS } from '../../src/language/english/stop-words.ts';
import { GENERATIONS, HONORIFICS, KEY_TITLES, SUFFIXES } from '../../src/language/english/titles.ts';
import { isWrittenSource } from '../../src/language/english/written-sources.ts';
import { alternation } from '../../src/language/words.ts';

const shared = (one: Iterable<string>, other: ReadonlySet<string>) => [...one].filter((word) => other.has(word));

describe('words of saying', () => {
  it.each([
    ['said', 'say'],
    ['told', 'tell'],
    ['quipped', 'quip'],
    ['admitted', 'admit'],
    ['begging', 'beg'],
    ['argued', 'argue'],
    ['replies', 'reply'],
    ['denied', 'deny'],
    ['worries', 'worry'],
    ['cried', 'cry'],
    ['testifies', 'testify'],
    ['implied', 'imply'],
    ['clarified', 'clarify'],
    ['queried', 'query'],
    ['decries', 'decry'],
    ['bragged', 'brag'],
    ['rebutted', 'rebut'],
    ['commits', 'commit'],
    ['referring', 'refer'],
    ['planning', 'plan'],
    ['slammed', 'slam'],
    ['blogged', 'blog'],
    ['nicknamed', 'nickname'],
    ['professed', 'profess'],
    ['beseeched', 'beseech'],
    ['offering', 'offer'],
    ['notified', 'notify'],
    ['attests', 'attest'],
    ['wrote', 'write'],
    ['understood', 'understand'],
    ['sworn', 'swear'],
  ])('finds %s as a form of %s', (form, lemma) => {
    expect(verbLemma(form)).toBe(lemma);
    expect(cueOf(form)).toBeDefined();
  });
});

describe('tables that must be disjoint', () => {
  it('has given names of both genders only where they are', () => {
    expect(shared(GIVEN_NAMES.male, new Set(GIVEN_NAMES.female))).toEqual(['jean']);
  });

  it('takes no title for a given name or an organisation', () => {
    expect(shared(HONORIFICS, ALL_GIVEN_NAMES)).toEqual([]);
    expect(shared(HONORIFICS, ORGANISATION_WORDS)).toEqual([]);
    expect(shared(SUFFIXES, LEGAL_FORMS)).toEqual([]);
  });

  it('takes no organisation for one of the people whom it speaks of', () => {
    expect(shared(ORGANISATION_NOUNS, UNNAMED)).toEqual([]);
    expect(shared(ORGANISATION_NOUNS, ROLE_NOUNS)).toEqual([]);
  });
});

describe('tables that are parts of others', () => {
  it('has them whole', () => {
    expect(shared(GENERATIONS, SUFFIXES)).toEqual([...GENERATIONS]);
    expect(shared(STOP_WORDS, TOPIC_STOP_WORDS)).toEqual([...STOP_WORDS]);
    expect(shared(KEY_TITLES, HONORIFICS)).toEqual([...KEY_TITLES].filter((word) => !/^(?:rt|the)$/u.test(word)));
    expect(
      [...MONTH_ABBREVIATIONS].every((short) => [...MONTHS].some((month) => month.startsWith(short.slice(0, 3)))),
    ).toBe(true);
    expect([...NAMES_THAT_ARE_WORDS].filter((name) => !ALL_GIVEN_NAMES.has(name))).toEqual(['art', 'drew', 'ray']);
  });
});

describe('what the tables tell', () => {
  it.each([
    ['Mrs.', 'female'],
    ['Congressman', 'male'],
    ['Petra', 'female'],
    ['Jean', undefined],
    ['Quill', undefined],
  ])('takes %s for %s', (word, gender) => expect(genderOf(word)).toBe(gender));

  it.each([
    ['actress', 'female'],
    ['father-of-three', 'male'],
    ['policewoman', 'female'],
    ['duchess', 'female'],
    ['engineer', undefined],
  ])('takes “the %s” for %s', (noun, gender) => expect(genderOfNoun(noun)).toBe(gender));

  it('knows plurals from singulars that end with "s"', () => {
    expect(['aides', 'policemen', 'staff', 'boss', 'virus', 'news', 'mayor'].filter(isPlural)).toEqual([
      'aides',
      'policemen',
      'staff',
    ]);
  });

  it('knows what somebody may be called instead', () => {
    expect(
      ['44-year-old', 'goalkeeper', 'grandmother-of-two', 'Italian', 'welshwoman', 'table'].filter(isEpithet),
    ).toEqual(['44-year-old', 'goalkeeper', 'grandmother-of-two', 'welshwoman']);
  });

  it('knows written sources in both numbers', () => {
    expect(['report', 'Studies', 'memos', 'press releases', 'mayor'].filter(isWrittenSource)).toEqual([
      'report',
      'memos',
      'press releases',
    ]);
  });

  it('leaves "may" out of the words that tell when', () => {
    expect([TEMPORAL.has('may'), TEMPORAL.has('march'), TEMPORAL.has('sept.'), TEMPORAL.has('hours')]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('counts in words', () => {
    expect(['zero', 'nineteen', 'twenty', 'ninety'].map((word) => VALUES.get(word))).toEqual([0, 19, 20, 90]);
  });
});

describe('alternation', () => {
  it('prefers the longer word, and takes both apostrophes and plain full stops', () => {
    const pattern = new RegExp(`^${alternation(['jun', 'june', "won't", 'no.'])}`, 'u');
    expect(['june', 'won’t', 'no.', 'nox'].map((text) => pattern.exec(text)?.[0])).toEqual([
      'june',
      'won’t',
      'no.',
      undefined,
    ]);
  });
});
