import { expect, Page } from '@playwright/test';

/** Enters the portal as one of the people whom the sign-in page offers. */
export async function signInAs(page: Page, name: string) {
  await page.goto('/');
  await page.getByRole('button', { name: `Enter as ${name}` }).click();
  // The sidebar itself has no height of its own: its items show that it is there.
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
}
