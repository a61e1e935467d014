import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { type Running, serving } from '../server/run.ts';
import { watched } from '../server/watched.ts';
import { launch, openPage, WITHOUT_BROWSER } from './browser.ts';

/** The browser and the servers that the tests of all pages share. */
export let browser: Browser;
export let server: Running;
/** A server with feeds, versions and alerts. */
export let watching: Running;
/** The article there that has two versions. */
export let changed: string;

beforeAll(async () => {
  if (WITHOUT_BROWSER) return;
  browser = await launch();
  server = await serving();
  ({ server: watching, document: changed } = await watched());
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([server?.stop(), watching?.stop()]);
});

// Reviews of one test must not be seen by the next.
afterEach(async () => {
  const ids = server ? (await server.get<{ id: string }[]>('/reviews')).map(({ id }) => id) : [];
  if (ids.length > 0) await server.send('POST', '/reviews/undo', { ids });
});

/** An article of the samples, by Ada Vane. */
export const VANE = 'dbd1d768074f1';

/** Tests of pages, left out where no browser is installed. */
export function describePages(name: string, tests: () => void): void {
  describe.skipIf(WITHOUT_BROWSER !== '')(`${name}${WITHOUT_BROWSER}`, tests);
}

/** A page of the server, or of another one by its whole address. */
export function opened(path: string, options: Parameters<typeof openPage>[2] = {}) {
  return openPage(browser, path.startsWith('http') ? path : `${server.url}${path}`, options);
}

/** The address of the page of Ada Vane. */
export async function pageOfVane(): Promise<string> {
  const { items } = await server.get<{ items: [{ id: string }] }>('/entities?name=Ada+Vane');
  return `/speakers/${items[0].id}`;
}

/** What axe finds wrong, by the rules of WCAG 2.2 AA and good practice: a line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows no foreign scripts.
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
