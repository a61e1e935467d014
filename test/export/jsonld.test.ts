import { expect, test } from 'vitest';
import { toJsonLd } from '../../src/export/jsonld.ts';
import type { StoredStatement } from '../../src/record/index.ts';
import { stored } from './stored.ts';

async function graphOf(...statements: readonly StoredStatement[]) {
  let json = '';
  for await (const line of toJsonLd(statements)) json += line;
  return (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
}

test('a statement is a schema.org Quotation in a NewsArticle', async () => {
  expect(await graphOf(stored())).toEqual([
    {
      '@type': 'Quotation',
      '@id': 'urn:onrecord:statement:s000000000001',
      text: '“We will not sell the port,”',
      spokenByCharacter: { '@type': 'Person', name: 'Ada Vane', jobTitle: 'mayor' },
      dateCreated: '2025-03-11',
      isPartOf: {
        '@type': 'NewsArticle',
        '@id': 'https://gazette.example/port#top',
        headline: 'Port stays',
        datePublished: '2025-03-12',
        publisher: { '@type': 'Organization', name: 'Nesse Gazette' },
        url: 'https://gazette.example/port#top',
      },
    },
  ]);
});

test('a period, an organisation, and an indirect statement say so', async () => {
  const [quotation] = await graphOf(
    stored({
      kind: 'indirect',
      speaker: { name: 'Harbour Board', type: 'organisation', basis: 'named' },
      said: { earliest: '2025-02-01', latest: '2025-02-28', basis: 'relative' },
    }),
  );
  expect(quotation).toMatchObject({
    disambiguatingDescription: expect.stringContaining('indirect speech'),
    spokenByCharacter: { '@type': 'Organization', name: 'Harbour Board' },
    dateCreated: '2025-02-01/2025-02-28',
  });
});

test('no statements are an empty graph', async () => {
  expect(await graphOf()).toEqual([]);
});
