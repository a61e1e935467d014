import { test } from 'vitest';
import { describePages, opened, watching } from '../stage.ts';

describePages('watching', () => {
  test('a feed is followed, paused, taken up again and forgotten, with undo', async () => {
    const { page, close } = await opened(`${watching.url}/feeds`);
    await page.getByLabel('Address of a feed').fill('https://courier.example/feed');
    await page.getByLabel('Outlet').fill('Larkhaven Courier');
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    const row = page.getByRole('row', { name: /Larkhaven Courier/u });
    await row.getByRole('button', { name: /^Pause/u }).click();
    await row.getByText('Paused.').waitFor();
    await row.getByRole('button', { name: /^Resume/u }).click();
    await row.getByRole('button', { name: /^Pause/u }).waitFor();
    await row.getByRole('button', { name: /^Unfollow/u }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await watching.send('DELETE', '/feeds', { url: 'https://courier.example/feed' });
    await close();
  });

  test('a search is saved, and forgotten with undo', async () => {
    const { page, close } = await opened(`${watching.url}/alerts`);
    await page.getByText('Save a search', { exact: true }).click();
    await page.getByLabel('Name').fill('Denials');
    await page.getByLabel('Act', { exact: true }).fill('deny');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Delete Denials' }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Denials', exact: true }).waitFor();
    await close();
  });

  test('an alert leads to its statement, a change to what was altered', async () => {
    const { page, close } = await opened(`${watching.url}/alerts`);
    await page
      .getByRole('link', { name: /Vane on the pier/u })
      .first()
      .click();
    await page.waitForURL(/\/statements\//u);
    await page.goto(`${watching.url}/feeds`);
    await page.getByRole('link', { name: 'Pier may close' }).click();
    await page.locator('del', { hasText: 'June' }).first().waitFor();
    await close();
  });
});
