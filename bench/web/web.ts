import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { countRecord, listEntities, openRecord, pageDocuments } from '../../src/record/index.ts';
import { serve } from '../../src/server/serve.ts';
import { launch, openPage, WITHOUT_BROWSER } from '../../test/web/browser.ts';
import { fill } from '../record/fill.ts';
import { readEvents } from '../utterances/basil.ts';

/** How often each page is opened, with an empty cache. The median is printed, and the first time. */
const TIMES = 3;
/** A frame that takes longer is a visible stutter. */
const STUTTER = 50;

/**
 * Measures the web app over a record of 100,000 statements (run `npm run build` first). `ONRECORD_WEB_RECORD` names a file
 * in which the record is kept, to be used again.
 */
export async function run(data: string): Promise<void> {
  if (WITHOUT_BROWSER) {
    process.stderr.write(`No Chromium is here${WITHOUT_BROWSER}\n`);
    process.exitCode = 1;
    return;
  }
  const kept = process.env.ONRECORD_WEB_RECORD;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const record = await openRecord(kept ?? join(folder, 'record.sqlite'));
  try {
    if ((await countRecord(record.db)).documents === 0) await fill(record, readEvents(data));
    const { documents, statements } = await countRecord(record.db);
    process.stdout.write(`${documents} documents, ${statements} statements\n`);
    const site = fileURLToPath(new URL('../../dist/web', import.meta.url));
    const server = await serve(record, { port: 0, author: 'bench', site });
    const browser = await launch();
    try {
      await measure(browser, server.url.replace(/\/$/u, ''), await pagesOf(record));
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    await record.close();
    rmSync(folder, { recursive: true });
  }
}

/** Pages, and a selector that matches once they are usable. */
async function pagesOf(record: Awaited<ReturnType<typeof openRecord>>): Promise<[string, string, string][]> {
  const person = (await listEntities(record, { type: 'person' }))[0]!;
  const { items } = await pageDocuments(record, {}, { limit: 1 });
  return [
    ['home', '/', '.row .card'],
    ['a search with filters', '/?speaker=Obama&about=health', '.row .card'],
    ['a search by words', '/?q=health+reform', '.card'],
    ['documents', '/documents', '.lines li'],
    ['a document', `/documents/${items[0]!.id}`, '.mark'],
    [`a speaker (${person.documents} articles)`, `/speakers/${person.id}`, '.row .card'],
    ['positions', '/positions?speaker=Obama&topic=tax', '.card, .empty'],
    ['coverage of a week', '/coverage?since=2012-08-12&until=2012-08-18', '.matrix tbody tr'],
    ['verify', '/verify?quote=the+reform+of+health+care+will+not+wait', '.checked'],
    ['audit of a year by outlet', '/audit?by=outlet&since=2012&until=2012', 'table.numbers tbody tr'],
    ['audit of all by speaker', '/audit', 'table.numbers tbody tr'],
    ['review', '/review', '.queue-item'],
    ['people', '/people', '.lines li'],
  ];
}

async function measure(browser: Browser, url: string, pages: readonly [string, string, string][]): Promise<void> {
  for (const [name, path, ready] of pages) {
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const { page, close } = await openPage(browser, 'about:blank');
      const started = performance.now();
      await page.goto(`${url}${path}`, { waitUntil: 'commit' });
      await page.locator(ready).first().waitFor({ timeout: 60_000 });
      times.push(performance.now() - started);
      await close();
    }
    const [first] = times;
    const median = times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)]!;
    process.stdout.write(`${name}: ${Math.round(median)} ms, the first time ${Math.round(first!)} ms\n`);
  }
  const { page, close } = await openPage(browser, 'about:blank');
  let script = 0;
  page.on('requestfinished', async (request) => {
    if (/\.js$/u.test(new URL(request.url()).pathname)) script += (await request.sizes()).responseBodySize;
  });
  await page.goto(url);
  await page.locator('.row .card').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  process.stdout.write(`script of the first view, compressed: ${Math.round(script / 1000)} KB\n`);
  const frames = await scrolled(page);
  const slow = frames.filter((frame) => frame > STUTTER).length;
  process.stdout.write(
    `scrolling the list for five seconds: ${frames.length} frames, ${slow} of them over ${STUTTER} ms, the longest ${Math.round(Math.max(...frames))} ms\n`,
  );
  await close();
}

/** Milliseconds of each frame while the page is scrolled. */
async function scrolled(page: Page): Promise<number[]> {
  // tsx names functions with a helper that the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  return await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const frames: number[] = [];
        let before = performance.now();
        const started = before;
        const step = (now: number) => {
          frames.push(now - before);
          before = now;
          window.scrollBy(0, 60);
          if (now - started < 5000) requestAnimationFrame(step);
          else done(frames.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
}
