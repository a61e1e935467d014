import { expect, test } from 'vitest';
import { changed, describePages, faultsOf, opened, pageOfVane, server, VANE, watching } from '../stage.ts';

/** Addresses of pages, by what they show. */
const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  home: async () => '/',
  search: async () => '/?speaker=Vane',
  hits: async () => '/?q=pier',
  documents: async () => '/documents',
  document: async () => {
    const [{ id }] = await server.get<[{ id: string }]>('/statements.json?speaker=Vane');
    return `/documents/${VANE}?statement=${id}`;
  },
  statement: async () => {
    const [{ id }] = await server.get<[{ id: string }]>('/statements.json?speaker=Vane');
    return `/statements/${id}`;
  },
  speaker: pageOfVane,
  positions: async () => '/positions?speaker=Vane&topic=close&topic=closing',
  coverage: async () => '/coverage?since=2024',
  verify: async () => `/verify?document=${VANE}`,
  audit: async () => '/audit',
  review: async () => '/review',
  people: async () => '/people',
  doubles: async () => '/people?view=doubles',
  log: async () => '/people?view=log',
  reference: async () => '/reference',
  feeds: async () => `${watching.url}/feeds`,
  versions: async () => `${watching.url}/documents/${changed}/versions`,
  alerts: async () => `${watching.url}/alerts`,
  'no feeds': async () => '/feeds',
  'no alerts': async () => '/alerts',
  nothing: async () => '/documents/d000000000000',
};

describePages('every page', () => {
  test.each(
    Object.keys(PAGES).flatMap((name) => [
      [name, 'light', 1280],
      [name, 'dark', 360],
    ]) as [string, 'light' | 'dark', number][],
  )('%s, %s and %i wide: axe finds nothing, nothing overflows, nothing fails', async (name, colorScheme, width) => {
    const { page, faults, close } = await opened(await PAGES[name]!(), {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('h1').count()).toBeLessThanOrEqual(1);
    expect(await faultsOf(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    if (name !== 'nothing') expect(faults).toEqual([]);
    await close();
  });

  test('at 200% zoom of a narrow screen nothing is cut off', async () => {
    const { page, close } = await opened('/', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    await close();
  });

  test('what cannot be had is told with a way on', async () => {
    const { page, close } = await opened('/documents/d000000000000');
    await page.getByRole('alert').getByText('no document in the record has the id d000000000000').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await close();
  });
});
