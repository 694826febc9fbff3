import { expect, Page } from '@playwright/test';

/** Enters the portal as one of the people whom the sign-in page offers. */
export async function signInAs(page: Page, name: string) {
  await page.goto('/');
  await page.getByRole('button', { name: `Enter as ${name}` }).click();
  await expect(
    page.getByRole('navigation', { name: 'sidebar nav' }),
  ).toBeVisible();
}
