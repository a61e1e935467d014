import { expect, test } from 'vitest';
import { describePages, faultsOf, opened, server } from '../stage.ts';

describePages('review', () => {
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
    await page.getByRole('button', { name: 'Review all …' }).click();
    await page.getByText('4 statements not yet reviewed.').waitFor();
    await page.getByRole('button', { name: 'All are right' }).click();
    await page.getByText('4 statements: right').waitFor();
    expect(await server.get<object[]>('/reviews')).toHaveLength(4);
    await page.getByText('All reviews').click();
    await page
      .getByText(/^Ida Brandt, /u)
      .nth(3)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await server.get<object[]>('/reviews')).length).toBe(0);
    await close();
  });

  test('keys are letters while one types, and Escape gives up', async () => {
    const { page, close } = await opened('/review');
    await page.locator('.queue-item[aria-current="true"]').waitFor();
    await page.keyboard.press('s');
    const name = page.getByLabel('Who said it?');
    await name.pressSequentially('exx unju');
    expect(await name.inputValue()).toBe('exx unju');
    await page.keyboard.press('Escape');
    await name.waitFor({ state: 'detached' });
    expect(await server.get('/reviews')).toEqual([]);
    await close();
  });
});
