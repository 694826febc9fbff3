import { expect, test } from '@playwright/test';
import { signInAs } from './signIn';

test('one becomes the person whom one chooses, and stays so over a reload', async ({
  page,
}) => {
  await signInAs(page, 'Tomasz Wierzba');
  await page.goto('/settings');
  const profile = page.getByText('Tomasz Wierzba').first();
  await expect(profile).toBeVisible();
  await page.reload();
  await expect(profile).toBeVisible();
});

test('two windows are two people at once', async ({ browser }) => {
  const people = ['Samuel Owusu', 'Henrik Dahl'];
  const pages = await Promise.all(
    people.map(async name => {
      const page = await (await browser.newContext()).newPage();
      await signInAs(page, name);
      await page.goto('/settings');
      return page;
    }),
  );
  await expect(pages[0].getByText(people[0]).first()).toBeVisible();
  await expect(pages[1].getByText(people[1]).first()).toBeVisible();
});

test('signing out forgets the person', async ({ page }) => {
  await signInAs(page, 'Kirsty Flett');
  await page.goto('/settings');
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(
    page.getByRole('button', { name: 'Enter as Kirsty Flett' }),
  ).toBeVisible();
  await page.reload();
  await expect(
    page.getByRole('button', { name: 'Enter as Kirsty Flett' }),
  ).toBeVisible();
});

test('a person who is not listed is refused', async ({ request }) => {
  const refresh = (user?: string) =>
    request.get('/api/auth/demo/refresh', {
      headers: user ? { 'x-demo-user': user } : {},
    });
  expect((await refresh('user:default/nobody')).status()).toBe(403);
  expect((await refresh()).status()).toBe(401);
  expect((await refresh('not a reference/at/all')).status()).toBe(403);
});

test('the home page, the catalog and search show the example organisation', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signInAs(page, 'Ifeoma Adeyinka');
  await expect(page.getByText('Welcome aboard')).toBeVisible();
  await page.goto('/catalog/default/system/booking');
  await expect(
    page.getByRole('heading', { name: /booking/i }).first(),
  ).toBeVisible();
  // The index of search follows the catalog within half a minute.
  await expect(async () => {
    await page.goto('/search?query=booking-engine');
    await expect(
      page.getByRole('link', { name: /booking.engine/i }).first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 50_000 });
});
