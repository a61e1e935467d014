import { expect, test } from 'vitest';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

async function aboutIn(text: string) {
  const { statements } = await extract(documentOf(text));
  return statements.map(({ about }) => about?.map(({ name, type, span }) => [name, type, span.text]) ?? []);
}

test('people, organisations and places of a content, each once, by their fullest names', async () => {
  expect(
    await aboutIn('Ned Lund runs Tarn College. Ada Quill said that Lund had left Nesse, and that Lund was free.'),
  ).toEqual([
    [
      ['Ned Lund', 'person', 'Lund'],
      ['Nesse', 'place', 'Nesse'],
    ],
  ]);
});

test('inside quotation marks too', async () => {
  expect(await aboutIn('“Petra Holm never came to Norway,” said Ada Quill.')).toEqual([
    [
      ['Petra Holm', 'person', 'Petra Holm'],
      ['Norway', 'place', 'Norway'],
    ],
  ]);
});

test('nobody', async () => {
  expect(await aboutIn('Ada Quill said the pier was rotten.')).toEqual([[]]);
});

test('a storm is nobody and no place, a person of its name is', async () => {
  expect(
    await aboutIn(
      'Ada Quill said that Hurricane Ophelia would pass Nesse by noon. She said that Ophelia had taken the pier at Karrow.',
    ),
  ).toEqual([[['Nesse', 'place', 'Nesse']], [['Karrow', 'place', 'Karrow']]]);
  expect(await aboutIn('Ada Quill said that Tropical Storm Desmond had left Norway.')).toEqual([
    [['Norway', 'place', 'Norway']],
  ]);
  expect(await aboutIn('Ada Quill said that Ophelia Brandt had left Norway.')).toEqual([
    [
      ['Ophelia Brandt', 'person', 'Ophelia Brandt'],
      ['Norway', 'place', 'Norway'],
    ],
  ]);
});
