import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serving } from '../../server/run.ts';
import { openPage } from '../browser.ts';
import { browser, describePages, opened } from '../stage.ts';

describePages('the start page', () => {
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
    await page.getByText('is in the record, with 12 statements').waitFor({ timeout: 60_000 });
    await page.getByText('12 statements', { exact: true }).waitFor();
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
    await box.fill('until:2025-03-10');
    await box.press('Enter');
    await page.getByText('1 statement', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove until: 2025-03-10' }).click();
    await page.getByText('4 statements', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('4 statements', { exact: true }).waitFor();
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
});
