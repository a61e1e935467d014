import { describe, expect, test } from 'vitest';
import { assertionsIn } from '../../../src/compare/index.ts';

describe('what asserts something', () => {
  test.each([
    ['“We will not sell the port,”', 'We will not sell the port,'],
    ['that the port would not be sold', 'that the port would not be sold'],
    ['he is running for mayor in May', 'he is running for mayor in May'],
    ['the attack was the result of a protest', 'the attack was the result of a protest'],
    ['“The harbour needs new piles.”', 'The harbour needs new piles.'],
    [
      'that the server, which held letters, will remain private',
      'that the server, which held letters, will remain private',
    ],
  ])('%s', (text, passage) => {
    expect(assertionsIn(text)).toEqual([passage]);
  });

  test.each([
    'his wall',
    'the president',
    'Ada Vane, Bodo Lint and Ines Farrow',
    'the plan to build a wall along the northern border',
    'the number of people who have died in the flood',
    'whether she supports the bill on fishing',
    'his call for a ban on trawlers entering the bay',
    '“Will you sell the port to the highest bidder?”',
    '“Good afternoon, and thank you for joining us today.”',
    'of the mayor for the late trains',
  ])('not: %s', (text) => {
    expect(assertionsIn(text)).toEqual([]);
  });

  test('an infinitive is a position where it is promised or demanded, and only there', () => {
    expect(assertionsIn('to keep the night trains running', 'promise')).toHaveLength(1);
    expect(assertionsIn('to keep the night trains running', 'say')).toEqual([]);
  });

  test('of a speech, each sentence by itself', () => {
    const speech =
      'Good afternoon everybody. Thank you for coming. The ferry will run until October. Is that enough? We have asked Mr. Lint for two more boats.\n\nThe pier stays shut.';
    expect(assertionsIn(speech)).toEqual([
      'The ferry will run until October.',
      'We have asked Mr. Lint for two more boats.',
      'The pier stays shut.',
    ]);
  });
});
