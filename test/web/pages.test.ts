import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Running, serving } from '../server/run.ts';
import { watched } from '../server/watched.ts';
import { launch, openPage, WITHOUT_BROWSER } from './browser.ts';

let browser: Browser;
let server: Running;
/** One with feeds, versions and alerts. */
let other: Running;
let changed: string;
beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  browser = await launch();
  server = await serving();
  ({ server: other, document: changed } = await watched());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.stop(), other?.stop()]);
});

// What one test says of statements is no other's business.
afterEach(async () => {
  const ids = server ? (await server.get<{ id: string }[]>('/reviews')).map(({ id }) => id) : [];
  if (ids.length > 0) await server.send('POST', '/reviews/undo', { ids });
});

const opened = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
  openPage(browser, path.startsWith('http') ? path : `${server.url}${path}`, options);

/** What axe finds wrong, by the rules of WCAG 2.2 AA and good practice: a line each. */
async function faultsOf(page: Page): Promise<string[]> {
  // Not as a script of the page: its policy lets none in.
  await page.evaluate(axeCore.source);
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}

const VANE = 'dbd1d768074f1';
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
  speaker: async () => {
    const { items } = await server.get<{ items: [{ id: string }] }>('/entities?name=Ada+Vane');
    return `/speakers/${items[0].id}`;
  },
  positions: async () => '/positions?speaker=Vane&topic=close&topic=closing',
  coverage: async () => '/coverage?since=2024',
  verify: async () => `/verify?document=${VANE}`,
  audit: async () => '/audit',
  review: async () => '/review',
  people: async () => '/people',
  doubles: async () => '/people?view=doubles',
  log: async () => '/people?view=log',
  reference: async () => '/reference',
  feeds: async () => `${other.url}/feeds`,
  versions: async () => `${other.url}/documents/${changed}/versions`,
  alerts: async () => `${other.url}/alerts`,
  'no feeds': async () => '/feeds',
  'no alerts': async () => '/alerts',
  nothing: async () => '/documents/d000000000000',
};

describe.skipIf(WITHOUT_BROWSER !== '')(`every page${WITHOUT_BROWSER}`, () => {
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

describe.skipIf(WITHOUT_BROWSER !== '')(`what people do${WITHOUT_BROWSER}`, () => {
  test('an article is dropped, read, and its statements are there', async () => {
    const empty = await serving([]);
    const { page, faults, close } = await openPage(browser, empty.url);
    await page.getByText('The record is empty.').waitFor();
    const transfer = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'harbour-vote.md', { type: 'text/markdown' }));
        return data;
      },
      readFileSync('samples/harbour-vote.md', 'utf8'),
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await page.getByText('is in the record, with 13 statements').waitFor({ timeout: 60_000 });
    await page.getByText('13 statements', { exact: true }).waitFor();
    await page.getByLabel('Drop files anywhere').fill('ftp://example.com/x');
    await page.getByLabel('Drop files anywhere').fill('http://127.0.0.1:9/x');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('was not added: 127.0.0.1 is an address of a private network; it is not fetched').waitFor();
    await page.getByRole('link', { name: 'harbour-vote.md' }).click();
    await page.getByRole('heading', { name: 'Nesse council votes to close the old pier' }).waitFor();
    expect(faults).toEqual([]);
    await close();
    await empty.stop();
  });

  test('a word is searched as it is typed; a filter is completed, becomes a chip, is edited and taken away', async () => {
    const { page, close } = await opened('/');
    const box = page.getByRole('combobox');
    await box.fill('patch');
    await page.getByRole('option').filter({ hasText: 'We have patched it' }).waitFor();
    await box.fill('speaker:va');
    await page.getByRole('option', { name: /speaker: Ada Vane/u }).waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    await page.getByRole('button', { name: 'Edit speaker: Ada Vane' }).waitFor();
    await page.getByText('4 statements', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('speaker')).toBe('Ada Vane');
    await box.fill('until:2025-03-11');
    await box.press('Enter');
    await page.getByText('3 statements', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Without until: 2025-03-11' }).click();
    await page.getByText('4 statements', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('4 statements', { exact: true }).waitFor();
    await close();
  });

  test('a statement is chosen in its article: its parts, its basis, its address, its citation', async () => {
    const { page, close } = await opened(`/documents/${VANE}`);
    await page.getByRole('button', { name: '"We are not closing anything,"' }).click();
    const parts = page.getByRole('region', { name: 'Statement by Ada Vane' });
    await parts.getByText('February 2025').waitFor();
    await parts.getByText('“last month”, relative to the date of publication').waitFor();
    const id = new URL(page.url()).searchParams.get('statement');
    await page.keyboard.press('j');
    await page.locator(`.mark.chosen:not([data-statement="${id}"])`).first().waitFor();
    await page.keyboard.press('k');
    await page.locator(`.mark.chosen[data-statement="${id}"]`).first().waitFor();
    await parts.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('menuitem', { name: 'Citation, Markdown' }).click();
    await page.getByText('Citation copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      '> — Ada Vane (Mayor), in February 2025',
    );
    await close();
  });

  test('the pages of a PDF bear the same marks', async () => {
    const pdf = await serving(['samples/cup-final.pdf']);
    const { items } = await pdf.get<{ items: [{ id: string; statements: number }] }>('/documents');
    const { page, faults, close } = await openPage(browser, `${pdf.url}/documents/${items[0].id}?view=pages`);
    await page.locator('.pdf-mark').first().waitFor();
    const marked = await page
      .locator('.pdf-mark')
      .evaluateAll((marks) => [...new Set(marks.map((mark) => (mark as HTMLElement).dataset.statement))]);
    expect(marked).toHaveLength(items[0].statements);
    await page.locator('.pdf-mark').first().click();
    await page.getByRole('region', { name: /Statement by/u }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    await pdf.stop();
  });

  test('a speaker’s timeline narrows what is under it', async () => {
    const { page, close } = await opened(await PAGES.speaker!());
    await page.getByText('4 statements', { exact: true }).waitFor();
    const bars = page.locator('.plot-place rect[fill]');
    await bars.first().waitFor();
    expect(await bars.count()).toBe(4);
    await bars.first().click();
    await page.getByText('1 statement', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBe('2025-02-01');
    await close();
  });

  test('a pair is marked a shift, and the mark is taken back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-port-'));
    const file = join(folder, 'port.ndjson');
    const line = (published: string, words: string) =>
      `${JSON.stringify({ published, url: `https://gazette.example/${published}`, text: `“${words},” Ada Vane, the mayor, said on Monday.` })}\n`;
    writeFileSync(file, line('2025-05-13', 'We will not sell the port') + line('2025-06-17', 'We will sell the port'));
    const port = await serving([file]);
    const { page, close } = await opened(`${port.url}/positions?speaker=Vane&topic=port`);
    await page
      .getByRole('article', { name: /Possible shift/u })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'A shift' }).first().click();
    await page.getByText('marked a shift by Ida Brandt').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('marked a shift by Ida Brandt').waitFor({ state: 'hidden' });
    await close();
    await port.stop();
    rmSync(folder, { recursive: true });
  });

  test('quotations of an article are checked; one in words too', async () => {
    const { page, close } = await opened('/verify');
    await page.getByLabel('Quotation', { exact: true }).fill('We have patched it for forty years');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('Altered', { exact: true }).waitFor();
    await page.getByText('printed “forty”, said “thirty”').waitFor();
    await close();
  });

  test('coverage: a cell opens both versions, absent and not read are told apart', async () => {
    const { page, close } = await opened('/coverage?since=2024&outlets=The+Absent+Times');
    await page.getByRole('columnheader', { name: /The Absent Times 0 articles/u }).waitFor();
    await page.getByRole('button', { name: /whole/u }).first().click();
    await page.getByText(/^The fullest:/u).waitFor();
    expect(await page.locator('.cell-not-read').count()).toBeGreaterThan(0);
    expect(await page.locator('.cell-absent').count()).toBeGreaterThan(0);
    await close();
  });

  test('the queue by keys: moving accepts nothing; Enter accepts and goes on, x rejects, u takes back', async () => {
    const { page, close } = await opened('/review');
    const current = page.locator('.queue-item[aria-current="true"]');
    await current.waitFor();
    const first = await current.textContent();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await server.get('/reviews')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.history li').waitFor();
    expect(await current.textContent()).not.toBe(first);
    expect(await server.get<object[]>('/reviews')).toMatchObject([{ kind: 'right', author: 'Ida Brandt' }]);
    await page.keyboard.press('x');
    await page.locator('.history li').nth(1).waitFor();
    await page.keyboard.press('s');
    await page.getByLabel('Who said it?').fill('Nell Tove');
    await page.keyboard.press('Enter');
    await page.getByText('it was Nell Tove').first().waitFor();
    await page
      .locator('.review-tools')
      .getByRole('button', { name: /Nell Tove/u })
      .waitFor();
    for (const left of [2, 1, 0]) {
      await page.keyboard.press('u');
      await expect.poll(async () => (await server.get<object[]>('/reviews')).length).toBe(left);
    }
    await close();
  });

  test('the extent is what one selects in the source', async () => {
    const { page, close } = await opened('/review?speaker=Vane');
    await page.locator('.review-source .mark').first().waitFor();
    await page.locator('.queue-item', { hasText: 'that the old pier would close before the summer' }).click();
    await page.evaluate(() => {
      const mark = [...document.querySelectorAll('.review-source [data-start]')].find((one) =>
        one.textContent?.startsWith('that the old pier'),
      )!;
      window.getSelection()!.setBaseAndExtent(mark.firstChild!, 5, mark.firstChild!, 29);
    });
    await page.keyboard.press('e');
    await page
      .getByRole('region', { name: 'Statement by Ada Vane' })
      .getByText('the old pier would close', { exact: true })
      .waitFor();
    await page.keyboard.press('u');
    await expect.poll(async () => (await server.get<object[]>('/reviews')).length).toBe(0);
    await close();
  });

  test('all that a filter leaves at once, and back', async () => {
    const { page, close } = await opened('/review?speaker=Vane');
    await page.getByRole('button', { name: 'All of them …' }).click();
    await page.getByText('4 statements that nobody has reviewed.').waitFor();
    await page.getByRole('button', { name: 'All are right' }).click();
    await page.getByText('4 statements: right').waitFor();
    expect(await server.get<object[]>('/reviews')).toHaveLength(4);
    await page.getByText('All that people said of statements').click();
    await page
      .getByText(/^Ida Brandt, /u)
      .nth(3)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await server.get<object[]>('/reviews')).length).toBe(0);
    await close();
  });

  test('somebody is renamed, and it is taken back', async () => {
    const { page, close } = await opened(await PAGES.speaker!());
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('A. Vane');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { level: 1, name: 'A. Vane' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Vane' }).waitFor();
    await close();
  });

  test('what a filter leaves is exported, and a dossier is made of it', async () => {
    const { page, close } = await opened('/?speaker=Vane');
    for (const [item, file] of [
      ['CSV', 'statements.csv'],
      ['Dossier', 'dossier.html'],
    ] as const) {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain('We are not closing anything');
      expect(text).not.toContain('Piet Lund</h2>');
    }
    await close();
  });

  test('keys: ? shows them, g and a letter goes, / searches, and they can be turned off', async () => {
    const { page, close } = await opened('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('?');
    await page.getByLabel('Single keys do something').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    expect(new URL(page.url()).pathname).toBe('/');
    await close();
  });

  test('by the tabulator alone: first the way past the header, then in the order in which one reads', async () => {
    const { page, close } = await opened(`/documents/${VANE}`);
    await page.locator('.mark').first().waitFor();
    const order: string[] = [];
    for (let i = 0; i < 18; i++) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate(() =>
          (document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label') || '')
            .trim()
            .slice(0, 24),
        ),
      );
    }
    expect(order[0]).toBe('To the page');
    expect(order.slice(1, 9)).toEqual([
      'Onrecord',
      'Documents',
      'Positions',
      'Coverage',
      'Verify',
      'Audit',
      'Review',
      'People',
    ]);
    expect(order.indexOf('Export')).toBeGreaterThan(9);
    expect(order.indexOf('to close the old pier')).toBeGreaterThan(order.indexOf('Export'));
    await close();
  });
});

describe.skipIf(WITHOUT_BROWSER !== '')(`watching${WITHOUT_BROWSER}`, () => {
  test('a feed is followed, paused, taken up again and forgotten, with undo', async () => {
    const { page, close } = await opened(`${other.url}/feeds`);
    await page.getByLabel('Address of a feed').fill('https://courier.example/feed');
    await page.getByLabel('Outlet').fill('Larkhaven Courier');
    await page.getByRole('button', { name: 'Follow' }).click();
    const row = page.getByRole('row', { name: /Larkhaven Courier/u });
    await row.getByRole('button', { name: /^Pause/u }).click();
    await row.getByText('Paused.').waitFor();
    await row.getByRole('button', { name: /^Resume/u }).click();
    await row.getByRole('button', { name: /^Pause/u }).waitFor();
    await row.getByRole('button', { name: /^Forget/u }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await other.send('DELETE', '/feeds', { url: 'https://courier.example/feed' });
    await close();
  });

  test('a search is saved, and forgotten with undo', async () => {
    const { page, close } = await opened(`${other.url}/alerts`);
    await page.getByText('Save a search', { exact: true }).click();
    await page.getByLabel('Name').fill('Denials');
    await page.getByLabel('Act', { exact: true }).fill('deny');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget Denials' }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor();
    await close();
  });

  test('an alert leads to its statement, a change to what was altered', async () => {
    const { page, close } = await opened(`${other.url}/alerts`);
    await page
      .getByRole('link', { name: /Vane on the pier/u })
      .first()
      .click();
    await page.waitForURL(/\/statements\//u);
    await page.goto(`${other.url}/feeds`);
    await page.getByRole('link', { name: 'Pier may close' }).click();
    await page.locator('del', { hasText: 'June' }).first().waitFor();
    await close();
  });
});
