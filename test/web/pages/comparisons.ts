import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serving } from '../../server/run.ts';
import { describePages, opened } from '../stage.ts';

describePages('comparisons', () => {
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
});
