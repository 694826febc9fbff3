import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { create, enter, move, openProcess, pick, titled } from './road';
import { signInAs } from './signIn';

// A step that is not there fails soon, and by its name.
test.use({ actionTimeout: 15_000 });

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // The frame around the pages belongs to the portal.
    .include('main')
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  // The other pages are looked at all the same.
  expect.soft(grave, page.url()).toEqual([]);
}

test('an auditor finds what is missing, exports rows and freezes them', async ({
  page,
}) => {
  await signInAs(page, 'Henrik Dahl');
  await page.getByRole('link', { name: 'Service management' }).click();
  await page.getByRole('link', { name: 'Conformity' }).click();

  // All that is missing; how much that is depends on what the portal holds.
  const missing = page.getByRole('button', { name: /^Missing \d+$/ });
  const [count] = (await missing.textContent())?.match(/\d+$/) ?? [];
  await missing.click();
  await expect(page).toHaveURL(/state=missing/);
  const rows = page.getByRole('rowheader');
  await expect(rows).toHaveCount(Number(count));

  // One process, whatever the state of its rows.
  const chooseFilter = async (label: string, option: string) => {
    await page
      .getByRole('search')
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await page.keyboard.press('Escape');
  };
  await chooseFilter('Process', 'Capacity management');
  await expect(page).toHaveURL(/state=missing&process=capm/);
  await chooseFilter('State', 'Missing');
  await expect(page).toHaveURL(/conformity\?process=capm/);
  await expect(page.getByRole('table')).toHaveCount(1);

  // A row says how the product does it.
  const first = page.getByRole('row').filter({ has: rows }).first();
  await expect(first.getByText(/Stale after \d+ days/)).toBeHidden();
  await first.locator('summary').click();
  await expect(first.getByText(/Stale after \d+ days/)).toBeVisible();

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('conformity.csv');
  const csv = await readFile(await download.path(), 'utf8');
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  expect(header).toMatch(/^standard,version,requirement,process,row,/);
  expect(lines).toHaveLength(await rows.count());

  const title = titled('Audit in spring');
  await page
    .getByRole('textbox', { name: 'Title of the snapshot' })
    .fill(title);
  await page.getByRole('button', { name: 'Freeze a snapshot' }).click();
  await page
    .getByRole('region', { name: 'Snapshots' })
    .getByRole('link', { name: title })
    .click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hash' })).toContainText(
    /[0-9a-f]{64}/,
  );
  await expect(page.getByText('the content fits the hash')).toBeVisible();
});

test('who is not in charge is not shown how far FitSM is met', async ({
  page,
}) => {
  await signInAs(page, 'Kirsty Flett');
  await page.goto('/fitsm/conformity');
  await expect(
    page.getByText('You may not see how far FitSM is met'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has serious findings of accessibility, ${colorScheme}`, async ({
    browser,
  }) => {
    test.slow();
    const page = await enter(browser, 'Grace Wanjiru');
    await page.emulateMedia({ colorScheme });
    await openProcess(page, 'Service level management', 'Agreement templates');
    await create(page, { Title: titled('Template for SLAs') });
    await move(page, 'Send for approval', 'In approval', {
      'When to use it': 'For services within one building.',
      Version: '1',
      Approvers: pick('Sven Kallio'),
    });
    await expectAccessible(page);
    for (const address of ['/fitsm/slm', '/fitsm', '/fitsm/conformity']) {
      await page.goto(address);
      await expect(page.getByRole('main')).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  });
}
