import { describe, expect, test } from 'vitest';
import { sameByTurn } from '../../../src/extract/coreference/scores.ts';

/** "you in A>B,C": the word, who has the turn, and who speak before and after it. */
function parse(mention: string) {
  const [, word = '', speaker = '', partners = ''] = /^(\S+) in (\w*)>?(.*)$/u.exec(mention)!;
  return {
    lastWord: word.toLowerCase(),
    ...(speaker ? { turn: { speaker, partners: partners.split(',').filter(Boolean) } } : {}),
  };
}

describe('whether turns make one of two pronouns', () => {
  test.each<[one: string, other: string, same: boolean | undefined, why: string]>([
    ['I in A>B', 'my in A>B', true, 'one who speaks twice'],
    ['I in A>B', 'I in B>A', false, 'two who speak'],
    ['you in A>B', 'I in A>B', false, 'who speaks is not spoken to'],
    ['you in A>B', 'I in B>A', true, 'two who talk'],
    ['me in B>A', 'your in A>B', true, 'the other way round'],
    ['you in A>B', 'you in B>A', false, 'each speaks to the other'],
    ['you in A>B', 'you in A>B', true, 'the same is spoken to again'],
    ['you in A>B,C', 'I in B>A', undefined, 'B or C may be spoken to'],
    ['you in A>B,C', 'you in A>B,C', undefined, 'now B, now C'],
    ['you in A>B', 'you in A>C', undefined, 'B first, then C'],
    ['you in A>C', 'you in B>C', undefined, 'both may speak to C'],
    ['you in A>B', 'I in C>A,B', undefined, 'C listens'],
    ['you in A>', 'you in A>', true, 'one who speaks to all'],
    ['you in ', 'I in A>B', undefined, 'no transcript'],
    ['they in A>B', 'I in B>A', undefined, 'somebody who is not there'],
  ])('%s and %s: %s, %s', (one, other, same) => {
    expect(sameByTurn(parse(one), parse(other))).toBe(same);
    expect(sameByTurn(parse(other), parse(one))).toBe(same);
  });
});
