import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/extract/text/quotations.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

/** The quotations of a text with their depths, and `+` where one carries on the one before. */
function quotationsIn(text: string): string[] {
  return findQuotations(documentOf(text)).map(
    (quotation) => `${quotation.continues ? '+' : ''}${quotation.depth} ${text.slice(quotation.start, quotation.end)}`,
  );
}

describe('pairing', () => {
  test.each([
    ['curly', '“Yes,” she said.', ['0 “Yes,”']],
    ['straight', '"Yes," she said. "No."', ['0 "Yes,"', '0 "No."']],
    ['mixed in one quotation', 'She said, "Yes, of course.”', ['0 "Yes, of course.”']],
    ['closing marks on both sides', 'He wrote, ”Yes,” and left.', ['0 ”Yes,”']],
    ['guillemets', '«Oui,» she said.', ['0 «Oui,»']],
    [
      'nested single in double',
      '“It was a ‘de facto’ ban,” she said.',
      ['0 “It was a ‘de facto’ ban,”', '1 ‘de facto’'],
    ],
    ['nested double in single', '‘It was a “ban”,’ she said.', ['0 ‘It was a “ban”,’', '1 “ban”']],
    [
      'nested straight',
      '"You say you \'accept responsibility,\'" he said.',
      ['0 "You say you \'accept responsibility,\'"', "1 'accept responsibility,'"],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe('what is no quotation mark', () => {
  test.each([
    ['apostrophes', 'It’s the dogs’ bowl, isn’t it?', []],
    ['straight apostrophes', "It's the dogs' bowl, isn't it?", []],
    ['elisions', 'He sang rock ’n’ roll in the ’90s. ’Tis true.', []],
    ['primes', `A 6'2" man with a 12" pipe.`, []],
    [
      'a possessive inside single marks',
      '‘We can’t take the soldiers’ pay,’ she said.',
      ['0 ‘We can’t take the soldiers’ pay,’'],
    ],
    ['decades inside single marks', "'I left in the '90s,' he said.", ["0 'I left in the '90s,'"]],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe('over paragraphs', () => {
  test('each opens, the last closes', () => {
    expect(quotationsIn('“One.\n\n“Two.\n\n“Three,” she said.')).toEqual(['0 “One.', '+0 “Two.', '+0 “Three,”']);
  });
  test('an unclosed one does not swallow the article', () => {
    expect(quotationsIn('She said, “One.\n\nHe left. “Two,” he said.')).toEqual(['0 “One.', '0 “Two,”']);
  });
  test('an unclosed one before another in its paragraph ends with its sentence', () => {
    expect(quotationsIn('“We tried. “Twice,” he said.')).toEqual(['0 “We tried.', '0 “Twice,”']);
  });
});

describe('single marks over paragraphs', () => {
  test.each([
    [
      'straight, opened again by each paragraph',
      "She told them: 'The old ferry cannot last.\n\n'Its hull is thin.\n\n'We need a new one.'",
      ["0 'The old ferry cannot last.", "+0 'Its hull is thin.", "+0 'We need a new one.'"],
    ],
    [
      'curly',
      '‘The old ferry cannot last.\n\n‘We need a new one.’',
      ['0 ‘The old ferry cannot last.', '+0 ‘We need a new one.’'],
    ],
    ['two speakers, each closed', "'Why?'\n\n'Because.'", ["0 'Why?'", "0 'Because.'"]],
    ['an elision before a quotation', "It was in the summer of '61.\n\n'We sank,' she said.", ["0 'We sank,'"]],
    ['a possessive before a quotation', "It was the crews' boat.\n\n'We sank,' she said.", ["0 'We sank,'"]],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe('a closing mark that was forgotten before the words of saying', () => {
  test.each([
    [
      'a verb and a name',
      '“Should we wait? asked Mira Holt.\n\n“Yes,” said Tom Reid.',
      ['0 “Should we wait?', '0 “Yes,”'],
    ],
    [
      'a name and a verb',
      '“We should wait, Mira Holt said.\n\n“No,” said Tom Reid.',
      ['0 “We should wait,', '0 “No,”'],
    ],
    ['a pronoun', '“Never! she replied.\n\n“Now,” he said.', ['0 “Never!', '0 “Now,”']],
    [
      'straight marks',
      '"Should we wait? asked Mira Holt.\n\n"Yes," said Tom Reid.',
      ['0 "Should we wait?', '0 "Yes,"'],
    ],
    [
      'none: the quotation runs on',
      '“We asked Mira Holt.\n\n“She said no.”',
      ['0 “We asked Mira Holt.', '+0 “She said no.”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});
