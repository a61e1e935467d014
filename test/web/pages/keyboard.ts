import { expect, test } from 'vitest';
import { describePages, opened, VANE } from '../stage.ts';

describePages('the keyboard', () => {
  test('keys: ? shows them, g and a letter goes, / searches, and they can be turned off', async () => {
    const { page, close } = await opened('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' });
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
    await page.getByLabel('Use single-key shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    expect(new URL(page.url()).pathname).toBe('/');
    await close();
  });

  test('by the tabulator alone: first the way past the header, then in the order in which one reads', async () => {
    const { page, close } = await opened(`/documents/${VANE}`);
    await page.locator('.mark').first().waitFor();
    const order: string[] = [];
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate(() =>
          (document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label') || '')
            .trim()
            .slice(0, 24),
        ),
      );
    }
    expect(order[0]).toBe('Skip to content');
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
    const first = order.findIndex((words) => words.startsWith('that the old pier'));
    expect(first).toBeGreaterThan(order.indexOf('Export'));
    await close();
  });
});
