import { expect, test } from '@playwright/test';
import {
  approve,
  choose,
  create,
  enter,
  expectState,
  move,
  on,
  openMyWork,
  openProcess,
  pick,
  titled,
} from './road';

// A step that is not there fails soon, and by its name.
test.use({ actionTimeout: 15_000 });

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('what is due comes soonest first, says what is overdue, and opens', async ({
  browser,
}) => {
  // Three records are filled in.
  test.slow();
  const words = titled('Ask the harbour');
  const [late, soon, then] = ['a', 'b', 'c'].map(end => `${words} ${end}`);
  const grace = await enter(browser, 'Grace Wanjiru');
  const take = async (title: string, days: number) => {
    await openProcess(
      grace,
      'Continual service improvement management',
      'Follow-up actions',
    );
    await create(grace, { Title: title, Due: on(inDays(days)) });
  };
  await take(then, 20);
  await take(late, -3);
  await take(soon, 9);

  const due = await openMyWork(grace, 'Due');
  const rows = due.getByRole('row').filter({ hasText: words });
  await expect(rows).toContainText([late, soon, then]);
  await expect(rows.getByText('Overdue')).toHaveCount(1);
  await expect(rows.first()).toContainText('Overdue');

  await due.getByRole('link', { name: late }).click();
  await expectState(grace, 'Open');
  await move(grace, 'Done', 'Done', { Result: 'They said yes.' });
  await openMyWork(grace, 'Due');
  await expect(rows).toContainText([soon, then]);
});

test('a decision waits for whoever is asked, until it is made', async ({
  browser,
}) => {
  const title = titled('Policy on sign-in');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(grace, 'Service management system', 'Documents');
  await create(grace, { Title: title, Kind: choose('Policy') });
  await move(grace, 'Send for approval', 'In approval', {
    Summary: 'Nobody shares an account.',
    Version: '1',
    Approvers: pick('Sven Kallio'),
  });
  // Who asks does not answer.
  const ofGrace = await openMyWork(grace, 'Waits for my decision');
  await expect(ofGrace.getByRole('rowgroup').last()).toBeVisible();
  await expect(ofGrace.getByText(title)).toHaveCount(0);

  const sven = await enter(browser, 'Sven Kallio');
  const decisions = await openMyWork(sven, 'Waits for my decision');
  await expect(
    decisions.getByRole('row').filter({ hasText: title }),
  ).toContainText('In approval');
  await approve(sven, title);
  await expectState(sven, 'Approved');
  await openMyWork(sven, 'Waits for my decision');
  await expect(
    decisions.getByRole('columnheader', { name: 'Title' }),
  ).toBeVisible();
  await expect(decisions.getByText(title)).toHaveCount(0);
});
