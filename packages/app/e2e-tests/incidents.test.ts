import AxeBuilder from '@axe-core/playwright';
import { Browser, expect, Locator, Page, test } from '@playwright/test';
import { signInAs } from './signIn';

/** A page of its own: each is another person. */
async function pageOf(browser: Browser, name: string, width = 1280) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  await signInAs(page, name);
  return page;
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // The frame around the pages belongs to the portal.
    .include('main')
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  expect(grave).toEqual([]);
}

/** Creates an incident from the tab of a component, and stays on its page. */
async function createIncident(page: Page, title: string) {
  await page.goto('/catalog/default/component/booking-engine/incidents');
  await page.getByRole('link', { name: 'Create incident' }).click();
  await expect(page.getByText('Booking Engine')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Create incident' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

/** The state of the record whose page it is. */
const stateOn = (page: Page) => page.getByRole('definition').first();

const moveTo = async (page: Page, transition: string) => {
  const name = transition;
  await page
    .getByRole('group', { name: 'Next steps' })
    .getByRole('button', { name, exact: true })
    .click();
  return page.getByRole('dialog', { name });
};

test('an incident is created where it shows, worked, and confirmed by its reporter', async ({
  browser,
}) => {
  const title = `Payment hangs ${Date.now()}`;
  const reporter = await pageOf(browser, 'Kirsty Flett');
  await createIncident(reporter, title);
  await expect(stateOn(reporter)).toContainText('New');

  // What one may not do says why.
  const refused = reporter.getByRole('button', { name: 'Start work' });
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await expect(refused).toHaveAccessibleDescription(/Only .* can do this/);

  // Somebody of the team opens the same page in another window.
  const engineer = await pageOf(browser, 'Tomasz Wierzba');
  await engineer.goto('/catalog/default/component/booking-engine/incidents');
  await engineer.getByRole('link', { name: title }).click();
  await expect(engineer.getByRole('heading', { name: title })).toBeVisible();

  let dialog = await moveTo(engineer, 'Start work');
  await dialog.getByRole('button', { name: 'Start work', exact: true }).click();
  await expect(stateOn(engineer)).toContainText('In progress');
  // The reporter sees it without a reload.
  await expect(stateOn(reporter)).toContainText('In progress');

  dialog = await moveTo(engineer, 'Put on hold');
  await dialog.getByRole('button', { name: /Waiting for/ }).click();
  await engineer.getByRole('option', { name: 'A vendor' }).click();
  await dialog
    .getByRole('button', { name: 'Put on hold', exact: true })
    .click();
  await expect(stateOn(reporter)).toContainText('On hold');

  dialog = await moveTo(engineer, 'Resume');
  await dialog.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(stateOn(engineer)).toContainText('In progress');

  await engineer
    .getByRole('textbox', { name: 'Comment' })
    .fill('The vendor has sent a **new certificate**.');
  await engineer.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(
    reporter.locator('strong', { hasText: 'new certificate' }).first(),
  ).toBeVisible();

  dialog = await moveTo(engineer, 'Resolve');
  await dialog
    .getByRole('textbox', { name: 'Resolution' })
    .fill('Installed the certificate.');
  await dialog.getByRole('button', { name: /Closure code/ }).click();
  await engineer.getByRole('option', { name: 'Solved', exact: true }).click();
  await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(stateOn(engineer)).toContainText('Resolved');

  await moveTo(reporter, 'Confirm that it works');
  await expect(stateOn(reporter)).toContainText('Closed');
  await expect(stateOn(engineer)).toContainText('Closed');

  await engineer.goto('/catalog/default/component/booking-engine/incidents');
  await expect(
    engineer.getByRole('link', { name: 'Create incident' }),
  ).toBeVisible();
  await expect(engineer.getByRole('link', { name: title })).toBeHidden();
});

test('what one types stays while somebody else changes the record (REC-2)', async ({
  browser,
}) => {
  const title = `Fares are wrong ${Date.now()}`;
  const one = await pageOf(browser, 'Tomasz Wierzba');
  await createIncident(one, title);
  const other = await pageOf(browser, 'Ifeoma Adeyinka');
  await other.goto(one.url());

  await one.getByRole('button', { name: 'Edit' }).click();
  await one.getByRole('textbox', { name: 'Title' }).fill(`${title}, mine`);
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByRole('textbox', { name: 'Title' }).fill(`${title}, theirs`);
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(
    other.getByRole('heading', { name: `${title}, theirs` }),
  ).toBeVisible();

  await expect(one.getByText('Changed by somebody else')).toBeVisible();
  await expect(one.getByRole('textbox', { name: 'Title' })).toHaveValue(
    `${title}, mine`,
  );
  await one.getByRole('button', { name: 'Save' }).click();
  const dialog = one.getByRole('dialog');
  await expect(dialog.getByText(`${title}, mine`)).toBeVisible();
  await expect(dialog.getByText(`${title}, theirs`)).toBeVisible();
  await dialog.getByText('Take theirs').click();
  await dialog.getByRole('button', { name: 'Save these values' }).click();
  await expect(
    one.getByRole('heading', { name: `${title}, theirs` }),
  ).toBeVisible();
});

test('a queue opens as its address says, and a change of it is in the address', async ({
  page,
}) => {
  await signInAs(page, 'Samuel Owusu');
  await page.goto('/fitsm/isrm?tab=unassigned&category=closed');
  await expect(page.getByRole('tab', { name: 'Unassigned' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.getByRole('tab', { name: 'Mine' }).click();
  await expect(page).toHaveURL(/tab=mine&category=closed/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Mine' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('all of it works at 800 pixels, by keyboard alone', async ({
  browser,
}) => {
  const title = `Tickets print twice ${Date.now()}`;
  const page = await pageOf(browser, 'Tomasz Wierzba', 800);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Walks on by Tab until what is looked for has the focus. */
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < 120; steps++) {
      await press('Tab');
      if (await target.evaluate(element => element === document.activeElement))
        return;
    }
    throw new Error(`Tab never reaches ${target}`);
  };
  const expectNoSidewaysScroll = async () =>
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      ),
    ).toBeLessThanOrEqual(0);

  await page.goto('/catalog/default/component/booking-engine/incidents');
  await tabTo(page.getByRole('link', { name: 'Create incident' }));
  await expectNoSidewaysScroll();
  await press('Enter');
  await tabTo(page.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.type(title);
  await expectNoSidewaysScroll();
  await press('Enter');

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expectNoSidewaysScroll();
  await tabTo(page.getByRole('button', { name: 'Put on hold' }));
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Put on hold' });
  await tabTo(dialog.getByRole('button', { name: /Waiting for/ }));
  await press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await press('ArrowDown', 'Enter');
  await tabTo(dialog.getByRole('button', { name: 'Put on hold', exact: true }));
  await press('Enter');
  await expect(stateOn(page)).toContainText('On hold');
});

test('no page has serious findings of accessibility', async ({ page }) => {
  test.slow();
  await signInAs(page, 'Tomasz Wierzba');
  await createIncident(page, `Seats are counted twice ${Date.now()}`);
  const record = page.url();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await expectAccessible(page);
  for (const address of [
    '/fitsm',
    '/fitsm/isrm',
    '/fitsm/create/incident',
    '/catalog/default/component/booking-engine/incidents',
    `${record}0000`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole('main')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  }
});
