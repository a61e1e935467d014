import { afterAll, describe, expect, test } from 'vitest';
import { answerInRecord, openRecordGold, recordFaultsOf } from '../../../bench/verify/record-gold.ts';

const gold = await openRecordGold();
afterAll(gold.close);

describe('quotations of a speech, a hearing and a press release', () => {
  test.each(
    gold.cases.map((one) => [one.match, one.quote, one.in ?? one.against ?? 'the record', one] as const),
  )('%s: %s (%s)', async (_match, _quote, _where, one) => {
    expect(recordFaultsOf(one, await answerInRecord(one, gold), gold)).toEqual([]);
  });
});

test('a passage has its title, outlet, date and speaker, and so have the other printings', async () => {
  const found = await answerInRecord(
    { match: 'whole', quote: 'No department should mark its own homework', by: 'Hugo Marr' },
    gold,
  );
  expect(found!.sources).toMatchObject([
    {
      title: 'Senator Marr calls for independent inspection of all island ferries',
      outlet: 'Office of Senator Hugo Marr',
      published: '2026-04-10',
      speaker: 'Hugo Marr',
      standing: 'own',
    },
  ]);
  expect(found!.printings).toMatchObject([
    { outlet: 'Quay Gazette', published: '2026-04-15', standing: 'quoted', match: 'whole' },
  ]);
});

test.each([
  ['another-speaker', { quote: 'This is a disgrace.', by: 'Ruth Pell', against: 'committee' }],
  ['another-document', { quote: 'We will build the bridge before I leave office.', against: 'speech' }],
  ['only-quoted', { quote: 'We will build the bridge before I leave office.', by: 'Lena Ostrow' }],
] as const)('elsewhere, because %s', async (reason, asked) => {
  const found = await answerInRecord({ match: 'elsewhere', ...asked }, gold);
  expect([found!.match, found!.reason]).toEqual(['elsewhere', reason]);
});
