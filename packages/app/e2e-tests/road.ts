import { Browser, expect, Locator, Page } from '@playwright/test';
import { signInAs } from './signIn';

/** What goes into a field: text that one types, or what else its kind takes. */
export type Filling =
  | string
  | ((form: Locator, label: string) => Promise<void>);

/** What goes into a form, by the labels that people read. */
export type Fillings = Record<string, Filling>;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The label of a field; some say too that they must be filled in. */
const named = (label: string) => ({
  name: new RegExp(`^${escaped(label)}\\s?(\\(Required\\))?$`),
});

export async function fill(form: Locator, fillings: Fillings) {
  for (const [label, filling] of Object.entries(fillings)) {
    if (typeof filling === 'string') {
      await form
        .getByRole('textbox', { name: label, exact: true })
        .fill(filling);
    } else {
      await filling(form, label);
    }
  }
}

/** Ticks a box. */
export const tick: Filling = (form, label) =>
  form.getByText(label, { exact: true }).click();

/** Takes one option of a choice. */
export const choose =
  (option: string): Filling =>
  async (form, label) => {
    // A button is called by what is chosen, and then by its label.
    const name = new RegExp(`(^| )${escaped(label)}$`);
    const button = form.getByRole('button', { name });
    await button.click();
    await form
      .page()
      .getByRole('option', { name: option, exact: true })
      .click();
    await expect(button).toBeFocused();
  };

/** Looks people or things of the catalog up. */
export const pick =
  (...titles: string[]): Filling =>
  async (form, label) => {
    const search = form.getByRole('combobox', named(label));
    for (const title of titles) {
      // What comes in one go with the focus gets lost.
      await search.click();
      await search.fill(title);
      await form.page().getByRole('option', { name: title }).first().click();
    }
    // Where a list is open still, nothing else can be reached. Tab closes it; the
    // pointer is to lie on none of it.
    await form.page().mouse.move(0, 0);
    await expect(search).not.toHaveAttribute('aria-activedescendant');
    await search.press('Tab');
  };

/** A day such as 2031-05-20, at nine where a time is asked for. */
export const on =
  (day: string): Filling =>
  async (form, label) => {
    const group = form.getByRole('group', { name: label, exact: true });
    const [year, month, date] = day.split('-');
    await group.getByRole('spinbutton').first().focus();
    await form.page().keyboard.type(`${month}${date}${year}`);
    if (await group.getByRole('spinbutton', { name: /^hour/ }).count()) {
      await form.page().keyboard.type('0900AM');
    }
  };

/** Adds rows to a table. */
export const rows =
  (...added: Fillings[]): Filling =>
  async (form, label) => {
    const table = form.getByRole('group', named(label));
    for (const row of added) {
      await table.getByRole('button', { name: /^Add row/ }).click();
      const number = await table.locator('tbody > tr').count();
      await fill(
        table,
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [
            `Row ${number}, ${column}`,
            cell,
          ]),
        ),
      );
    }
  };

/** A title that no other run of the tests has given. */
export const titled = (words: string) => `${words} ${Date.now()}`;

const windows = new Map<string, Page>();

/**
 * The window of a person. It stays open from test to test, which spares most
 * of the sign-ins; after a failure, Playwright begins with new ones.
 */
export async function enter(browser: Browser, name: string) {
  const open = windows.get(name);
  if (open) return open;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await signInAs(page, name);
  windows.set(name, page);
  return page;
}

/** Opens one kind of records of a process, on the way that the menus give. */
export async function openProcess(page: Page, process: string, many?: string) {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Service management' })
    .click();
  await page.getByRole('button', { name: 'Processes' }).click();
  await page.getByRole('menuitemradio', { name: process, exact: true }).click();
  await expect(
    page.getByRole('heading', { name: process, exact: true }),
  ).toBeVisible();
  if (many) {
    await page
      .getByRole('tablist', { name: 'Kinds of records', exact: true })
      .getByRole('tab', { name: many, exact: true })
      .click();
  }
}

/** Opens a record out of the list that is shown. */
export async function openRecord(page: Page, title: string) {
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

async function submitNew(page: Page, fillings: Fillings) {
  const form = page.getByRole('form', { name: /^Create / });
  await fill(form, fillings);
  await form.getByRole('button', { name: /^Create / }).click();
  await expect(page.getByRole('group', { name: 'Next steps' })).toBeVisible();
}

/** Creates a record of the kind whose list is shown, and stays on its page. */
export async function create(page: Page, fillings: Fillings) {
  await page.getByRole('link', { name: /^Create / }).click();
  await submitNew(page, fillings);
}

/** Creates another record from the one whose page it is. */
export async function createFromThis(
  page: Page,
  what: string,
  fillings: Fillings,
) {
  await page.getByRole('button', { name: 'Create from this' }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
  await submitNew(page, fillings);
}

/** The record whose page it is has come to this state. */
export const expectState = (page: Page, state: string) =>
  expect(page.getByRole('definition').first()).toContainText(
    new RegExp(`^${escaped(state)} since`),
  );

const nextStep = (page: Page, transition: string) =>
  page
    .getByRole('group', { name: 'Next steps' })
    .getByRole('button', { name: transition, exact: true });

/** Begins a step that asks for something, and fills that in. */
export async function begin(
  page: Page,
  transition: string,
  fillings: Fillings,
) {
  await nextStep(page, transition).click();
  const dialog = page.getByRole('dialog', { name: transition });
  await fill(dialog, fillings);
  return {
    dialog,
    // A dialog has a button "Close" of its own, which comes first.
    submit: () =>
      dialog
        .getByRole('button', { name: transition, exact: true })
        .last()
        .click(),
  };
}

/** Makes a step; without fillings it is one that asks for nothing. */
export async function move(
  page: Page,
  transition: string,
  state: string,
  fillings?: Fillings,
) {
  if (fillings) {
    const { dialog, submit } = await begin(page, transition, fillings);
    await submit();
    await expect(dialog).toBeHidden();
  } else {
    await nextStep(page, transition).click();
  }
  await expectState(page, state);
  // A step that leaves the state as it is shows in the history.
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: `“${transition}”` })
      .first(),
  ).toBeVisible();
}

/** A step that is not open says why. */
export async function expectRefused(
  page: Page,
  transition: string,
  reason = /Only .* can do this|You may not move/,
) {
  const button = nextStep(page, transition);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(reason);
}

/** A value shows; the history has it too. */
export const expectText = (page: Page, text: string) =>
  expect(page.getByText(text).first()).toBeVisible();

/** Who may not see a record learns nothing of it. */
export const expectNotFound = (page: Page) =>
  expect(page.getByText(/There is no record .* may not see it/)).toBeVisible();

/** One of the lists of what there is to do for the person who looks. */
export async function openMyWork(page: Page, list: string) {
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Service management' })
    .click();
  const region = page.getByRole('region', { name: list, exact: true });
  await expect(region).toBeVisible();
  return region;
}

/** Finds what waits for one's decision, and approves it. */
export async function approve(page: Page, title: string) {
  const decisions = await openMyWork(page, 'Waits for my decision');
  await decisions.getByRole('link', { name: title }).click();
  const ballot = page.getByRole('form', { name: 'Your vote' });
  await ballot.getByRole('button', { name: 'Approve' }).click();
  await expect(ballot).toBeHidden();
}
