import { describe, expect, test } from 'vitest';
import { sameSpeaker, voiceAt } from '../../../src/compare/fidelity/voices.ts';

describe('two names', () => {
  test.each([
    ['Captain Reyk', 'JONAS REYK'],
    ['Former Harbour Captain Reyk', 'Jonas Reyk'],
    ['J. Reyk', 'Jonas Reyk'],
    ['Reyk, captain', 'Jonas Reyk'],
    ['Mike Reyk', 'Senator Michael Reyk'],
    ['Bob Reyk', 'Rob Reyk'],
    ['Chris Reyk', 'Christine Reyk'],
    ['Lund', 'Anna Lund'],
    ['MS. LUND', 'Anna Lund'],
    ['Secretary Berg', 'Peter Berg'],
    ['Professor Lund', 'Mayor Anna Lund'],
    ['Press Officer Dahl', 'Ines Dahl'],
    ['Khoury', 'Samir al-Khoury'],
    ['van der Kolk', 'Maarten van der Kolk'],
    ['Anna K. Lund', 'Anna Lund and Peter Berg'],
    ['Peter Berg', 'Anna Lund, Peter Berg'],
    ['Leroy Maddox', 'Leroy Maddox, Jr.'],
    ['Ministry of Roads', 'the Roads Ministry'],
    ['Northmere', 'Northmere Water'],
    ['a union spokeswoman', 'the union spokeswoman'],
  ])('“%s” and “%s” may be one speaker’s', (one, other) => {
    expect([sameSpeaker(one, other), sameSpeaker(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['Captain Reyk', 'Captain Nyberg'],
    ['Anna Lund', 'Peter Lund'],
    ['Anna Lund', 'Anna Berg'],
    ['Mr Lund', 'Mrs Lund'],
    ['Mike Lund', 'Mark Lund'],
    ['MR. LUND', 'Anna Lund'],
    ['Leroy Maddox Sr.', 'Leroy Maddox, Jr.'],
    ['Anna Lund and Peter Berg', 'Anna Berg and Peter Lund'],
    ['Minister Anna Lund', 'Minister Peter Berg'],
    ['SPEAKER_00', 'SPEAKER_01'],
    ['Witness A', 'Witness B'],
    ['Ministry of Roads', 'Ministry of Ports'],
  ])('“%s” and “%s” are two speakers’', (one, other) => {
    expect([sameSpeaker(one, other), sameSpeaker(other, one)]).toEqual([false, false]);
  });

  test('nobody can tell whom a description means', () => {
    expect(sameSpeaker('Captain Reyk', 'a union spokeswoman')).toBeUndefined();
    expect(sameSpeaker('a union spokeswoman', 'a union official')).toBeUndefined();
  });

  test.each([
    'THE CHAIRMAN',
    'MODERATOR',
    'Questioner',
    'Q',
    'Witness',
    'The Mayor',
    'UNIDENTIFIED MALE',
  ])('nor whom the part “%s” means', (label) => {
    expect([sameSpeaker(label, 'Anna Lund'), sameSpeaker('Anna Lund', label)]).toEqual([undefined, undefined]);
  });
});

test('of two people of one surname in a text each has the words that are theirs', () => {
  const text = '“We pay,” said Anna Lund. “We do not,” said Peter Lund.';
  const said = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const voices = [
    { speaker: 'Anna Lund', content: [said('“We pay,”')] },
    { speaker: 'Peter Lund', content: [said('“We do not,”')] },
  ];
  expect(voiceAt(text, voices, said('We do not')).speaker).toBe('Peter Lund');
  expect(sameSpeaker(voiceAt(text, voices, said('We pay')).speaker!, 'Peter Lund')).toBe(false);
});
