import { expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';

test('of a document in another language nothing is extracted, and no network is loaded', async () => {
  const document = { ...documentOf('«Non», a dit Petra Holm.'), language: 'fr' };
  const loadNetwork = () => Promise.reject(new Error('the network was loaded'));
  expect(await extract(document, loadNetwork)).toEqual({ statements: [], figures: [], names: [] });
  await expect(extract(documentOf('“No,” Petra Holm said.'), loadNetwork)).rejects.toThrow('the network was loaded');
});
