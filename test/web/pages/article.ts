import { expect, test } from 'vitest';
import { serving } from '../../server/run.ts';
import { openPage } from '../browser.ts';
import { browser, describePages, faultsOf, opened, VANE } from '../stage.ts';

/**
 * Where "more than / 500 people waited outside without tickets" begins and ends on the two lines of `samples/cup-final.pdf`, in
 * points, as Poppler's `pdftotext -bbox` has it (without the full stop).
 */
const CROWD = [
  [477.2, 525.5],
  [66, 265.6],
] as const;
/** A mark may be off its words by so many points. */
const NEARLY = 1;

describePages('an article', () => {
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
    const places = await page.locator('.pdf-mark').evaluateAll((marks) =>
      marks.map((mark) => {
        const { left, right } = mark.getBoundingClientRect();
        const sheet = mark.parentElement!.getBoundingClientRect();
        return [left - sheet.left, right - sheet.left].map((place) => (place / sheet.width) * 612);
      }),
    );
    for (const [i, edges] of CROWD.entries())
      for (const [side, edge] of edges.entries())
        expect(Math.abs(places.at(i - CROWD.length)![side]! - edge)).toBeLessThan(NEARLY);
    await page.locator('.pdf-mark').first().click();
    await page.getByRole('region', { name: /Statement by/u }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    await pdf.stop();
  });
});
