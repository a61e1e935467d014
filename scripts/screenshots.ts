import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serving } from '../test/server/run.ts';
import { watched } from '../test/server/watched.ts';
import { launch, openPage } from '../test/web/browser.ts';

/**
 * Takes pictures of every page of a record made from `samples/`: light and dark, wide and narrow, in `docs/screenshots/`.
 * `npm run build` first; `npm run screenshots [part of a name]`.
 */
const FOLDER = 'docs/screenshots';
const SIZES = { wide: { width: 1280, height: 860 }, narrow: { width: 390, height: 844 } } as const;

const server = await serving();
const [statement] = await server.get<{ id: string }[]>('/statements.json?speaker=Vane');
const { items } = await server.get<{ items: { id: string; name: string }[] }>('/entities?name=Ada+Vane');
const { items: documents } = await server.get<{ items: { id: string; names: string[] }[] }>('/documents');
const pdf = await serving(['samples/cup-final.pdf']);
const { server: other, document: changed } = await watched();
const { items: printed } = await pdf.get<{ items: { id: string }[] }>('/documents');

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  search: '/?speaker=Vane&until=2025-03-11',
  documents: '/documents',
  document: `/documents/dbd1d768074f1?statement=${statement!.id}`,
  'document-pdf': `${pdf.url}/documents/${printed[0]!.id}?view=pages`,
  statement: `/statements/${statement!.id}`,
  speaker: `/speakers/${items[0]!.id}`,
  positions: '/positions?speaker=Vane&topic=close&topic=closing&topic=pier',
  coverage: `/coverage?${documents.map(({ id }) => `documents=${id}`).join('&')}`,
  verify: '/verify?quote=We+have+patched+it+for+forty+years.+It+will+not+take+another+winter.',
  audit: '/audit',
  review: '/review',
  people: '/people',
  feeds: `${other.url}/feeds`,
  versions: `${other.url}/documents/${changed}/versions`,
  alerts: `${other.url}/alerts`,
  api: '/reference',
};

mkdirSync(FOLDER, { recursive: true });
const browser = await launch();
for (const [name, path] of Object.entries(PAGES)) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'] as const) {
      const url = path.startsWith('http') ? path : `${server.url}${path}`;
      const { page, faults, close } = await openPage(browser, url, { viewport, colorScheme });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(FOLDER, `${name}-${size}-${colorScheme}.png`) });
      if (faults.length > 0) process.stderr.write(`${name}: ${faults.join('; ')}\n`);
      await close();
    }
}
await browser.close();
await Promise.all([server.stop(), pdf.stop(), other.stop()]);
