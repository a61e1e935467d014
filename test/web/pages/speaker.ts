import { expect, test } from 'vitest';
import { describePages, opened, pageOfVane } from '../stage.ts';

describePages('a speaker', () => {
  test('a speaker’s timeline narrows what is under it', async () => {
    const { page, close } = await opened(await pageOfVane());
    await page.getByText('4 statements', { exact: true }).waitFor();
    const bars = page.locator('.plot-place rect[fill]');
    await bars.first().waitFor();
    expect(await bars.count()).toBe(3);
    await bars.first().click();
    await page.getByText('1 statement', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('since')).toBe('2025-02-01');
    await close();
  });

  test('somebody is renamed, and it is taken back', async () => {
    const { page, close } = await opened(await pageOfVane());
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('A. Vane');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { level: 1, name: 'A. Vane' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Vane' }).waitFor();
    await close();
  });
});
