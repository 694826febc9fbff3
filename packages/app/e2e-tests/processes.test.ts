import { expect, test } from '@playwright/test';
import {
  approve,
  begin,
  choose,
  create,
  createFromThis,
  enter,
  expectNotFound,
  expectRefused,
  expectState,
  expectText,
  fill,
  move,
  on,
  openProcess,
  openRecord,
  pick,
  rows,
  tick,
  titled,
} from './road';

// A step that is not there fails soon, and by its name.
test.use({ actionTimeout: 15_000 });

test('sms: a policy is approved, read by everybody, and superseded', async ({
  browser,
}) => {
  // Two rounds of votes, and the first look of everybody at the portal.
  test.slow();
  const title = titled('Policy on tickets');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(grace, 'Service management system', 'Documents');
  await create(grace, { Title: title, Kind: choose('Policy') });

  // A draft is nobody's business yet.
  const kirsty = await enter(browser, 'Kirsty Flett');
  await kirsty.goto(grace.url());
  await expectNotFound(kirsty);

  await move(grace, 'Send for approval', 'In approval', {
    Summary: 'Whoever sees a fault raises a ticket.',
    Version: '1',
    Approvers: pick('Sven Kallio', 'László Fehér'),
  });
  const sven = await enter(browser, 'Sven Kallio');
  await approve(sven, title);
  await expectState(grace, 'In approval');
  const laszlo = await enter(browser, 'László Fehér');
  await approve(laszlo, title);
  await expectState(grace, 'Approved');

  await openProcess(kirsty, 'Service management system', 'Documents');
  await openRecord(kirsty, title);
  await expectText(kirsty, 'Whoever sees a fault');
  await expectRefused(kirsty, 'Retire');

  const next = `${title}, next version`;
  await createFromThis(grace, 'Draft the next version', { Title: next });
  await move(grace, 'Send for approval', 'In approval', {
    Summary: 'Whoever sees a fault raises a ticket at once.',
    Version: '2',
  });
  await approve(sven, next);
  await approve(laszlo, next);
  await expectState(grace, 'Approved');
  await grace.getByRole('link', { name: title }).last().click();
  await expectState(grace, 'Retired');
  // It holds no longer, and those who do not keep it need not see it.
  await expectNotFound(kirsty);
});

test('spm: a proposal is decided on and taken into the portfolio', async ({
  browser,
}) => {
  const title = titled('Bookings for groups');
  const ifeoma = await enter(browser, 'Ifeoma Adeyinka');
  await openProcess(
    ifeoma,
    'Service portfolio management',
    'Service proposals',
  );
  await create(ifeoma, {
    Title: title,
    'What is proposed?': 'Parties of twenty and more book in one go.',
  });
  await move(ifeoma, 'Submit', 'Submitted', {
    Demand: 'Schools and clubs ask for it each spring.',
    'Potential customers': 'Schools and clubs',
    Benefits: 'Fuller sailings in spring.',
  });

  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(grace, 'Service portfolio management', 'Service proposals');
  await openRecord(grace, title);
  await move(grace, 'Start evaluation', 'In evaluation', {
    'Evaluated by': pick('Rosa Delgado'),
  });
  const sven = await enter(browser, 'Sven Kallio');
  await openProcess(sven, 'Service portfolio management', 'Service proposals');
  await openRecord(sven, title);
  await expectRefused(sven, 'Send for approval');
  await move(grace, 'Send for approval', 'Waits for a decision', {
    'Resources needed': 'Two people for a season.',
    'Resources and skills at hand': 'The booking team knows how.',
    'Limits and constraints': 'No more seats than there are.',
    Evaluation: 'Worth it.',
    Recommendation: choose('Accept'),
    'Decided by': pick('Sven Kallio'),
  });
  await approve(sven, title);
  await expectState(ifeoma, 'Approved');

  await createFromThis(ifeoma, 'Take into the portfolio', { Title: title });
  await move(ifeoma, 'Start design', 'In design', {
    'Target customers': 'Schools and clubs',
  });
  // The proposal goes along.
  await expectState(grace, 'Taken up');
});

test('slm: an agreement is signed and put into force', async ({ browser }) => {
  const title = titled('SLA for booking');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(
    grace,
    'Service level management',
    'Service level agreements',
  );
  await create(grace, { Title: title });

  const samuel = await enter(browser, 'Samuel Owusu');
  await openProcess(
    samuel,
    'Service level management',
    'Service level agreements',
  );
  await openRecord(samuel, title);
  await expectRefused(samuel, 'Send for signature');

  await move(grace, 'Send for signature', 'To be signed', {
    'What is delivered': 'Booking of all sailings.',
    'Service hours': 'Day and night',
    Targets: rows({ Parameter: 'Availability', Value: '99.5' }),
    'Valid from': on('2031-01-01'),
    Signatories: pick('Ifeoma Adeyinka'),
  });
  await approve(await enter(browser, 'Ifeoma Adeyinka'), title);
  await expectState(grace, 'Signed');
  await move(grace, 'Put into force', 'In force', {});
  await move(grace, 'Record an evaluation', 'In force', {
    'Evaluated from': on('2031-01-01'),
    'Evaluated until': on('2031-03-31'),
    Fulfilment: choose('All targets met'),
  });
  await expectText(grace, 'All targets met');
});

test('srm: a report is agreed on, delivered and accepted', async ({
  browser,
}) => {
  const title = titled('Monthly report on booking');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(
    grace,
    'Service reporting management',
    'Report specifications',
  );
  await create(grace, {
    Title: title,
    Code: 'REP-1',
    Purpose: 'Shows whether booking keeps its targets.',
    Audience: 'The owner of booking',
    Content: 'Availability and incidents.',
    Format: 'Two pages',
    Frequency: choose('Monthly'),
    Delivery: 'By e-mail',
  });
  await move(grace, 'Send to the recipients', 'With the recipients', {
    'Produced by': pick('Grace Wanjiru'),
    Recipients: pick('Ifeoma Adeyinka'),
  });
  const ifeoma = await enter(browser, 'Ifeoma Adeyinka');
  await approve(ifeoma, title);
  await expectState(grace, 'Agreed');

  const report = `${title}: May`;
  await createFromThis(grace, 'Produce a report', { Title: report });
  await move(grace, 'Record as produced', 'Produced', {
    'Period from': on('2031-05-01'),
    'Period until': on('2031-06-01'),
    Summary: 'All targets were kept.',
  });
  await move(grace, 'Deliver', 'Delivered', {
    Recipients: pick('Ifeoma Adeyinka'),
    Delivery: 'By e-mail',
  });
  const henrik = await enter(browser, 'Henrik Dahl');
  await openProcess(henrik, 'Service reporting management', 'Reports');
  await openRecord(henrik, report);
  await expectRefused(henrik, 'Verify and accept');
  await openProcess(ifeoma, 'Service reporting management', 'Reports');
  await openRecord(ifeoma, report);
  await move(ifeoma, 'Verify and accept', 'Accepted', {
    'Compared with the specification': choose('As specified and in time'),
  });
  await expectState(grace, 'Accepted');
});

test('sacm: a requirement leads to a plan that is approved', async ({
  browser,
}) => {
  const title = titled('Sign-in is always there');
  const sven = await enter(browser, 'Sven Kallio');
  const process = 'Service availability and continuity management';
  await openProcess(sven, process, 'Availability and continuity requirements');
  await create(sven, { Title: title });

  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await openProcess(
    tomasz,
    process,
    'Availability and continuity requirements',
  );
  await openRecord(tomasz, title);
  await expectRefused(tomasz, 'Agree');

  await move(sven, 'Agree', 'Agreed', {
    Criticality: choose('High: important work stops'),
  });
  const plan = `${title}: plan`;
  await createFromThis(sven, 'Draft a plan', { Title: plan });
  await move(sven, 'Send for approval', 'In approval', {
    Risks: rows({ Risk: 'The cluster stands still' }),
    Monitoring: 'A check each minute.',
    Approvers: pick('Grace Wanjiru'),
  });
  await approve(await enter(browser, 'Grace Wanjiru'), plan);
  await expectState(sven, 'In force');
  await move(sven, 'Record a review', 'In force', {
    'Outcome of the review': choose('Fits as it is'),
  });
  await expectText(sven, 'Fits as it is');
});

test('capm: nobody approves their own plan of capacity', async ({
  browser,
}) => {
  const title = titled('Capacity of the cluster');
  const sven = await enter(browser, 'Sven Kallio');
  await openProcess(sven, 'Capacity management', 'Capacity plans');
  await create(sven, { Title: title });

  const { dialog, submit } = await begin(sven, 'Send for approval', {
    Resources: rows({ Resource: 'Processors', Metric: 'Share in use' }),
    Recommendation: 'Two more nodes before summer.',
    Monitoring: 'A graph of each node.',
    Approvers: pick('Sven Kallio'),
  });
  await submit();
  await expect(dialog.getByRole('alert')).toContainText('nobody can be asked');
  await fill(dialog, { Approvers: pick('Grace Wanjiru') });
  await submit();
  await expectState(sven, 'In approval');
  await approve(await enter(browser, 'Grace Wanjiru'), title);
  await expectState(sven, 'In force');
  await move(sven, 'Record measured utilisation', 'In force', {
    'Measured utilisation': rows({
      Day: on('2031-05-20'),
      Resource: 'Processors',
      'Utilisation, %': '71',
    }),
  });
  await expectText(sven, '71');
});

test('ism: a risk is treated, accepted by another, and kept from others', async ({
  browser,
}) => {
  const title = titled('Lost laptops');
  const laszlo = await enter(browser, 'László Fehér');
  await openProcess(laszlo, 'Information security management', 'Risks');
  await create(laszlo, { Title: title, Restricted: tick });

  // Readers see all that is not restricted.
  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await tomasz.goto(laszlo.url());
  await expectNotFound(tomasz);

  await move(laszlo, 'Record the assessment', 'Assessed', {
    Threat: 'Theft on the ferry',
    Vulnerability: 'Disks are not encrypted',
    Likelihood: choose('3 Possible: once a year'),
    Impact: choose('4 Major: lasting harm to customers'),
  });
  await move(laszlo, 'Start the treatment', 'Being treated', {
    Treatment: choose('Reduce: make it rarer or less bad'),
    'Treatment plan': 'Encrypt all disks.',
    'Treated by': on('2031-06-01'),
  });
  await move(laszlo, 'Treatment is done', 'Treated', {
    'Residual likelihood': choose('3 Possible: once a year'),
    'Residual impact': choose('1 Negligible: hardly noticed'),
    'Residual risk': choose('Low'),
  });
  await move(laszlo, 'Ask for acceptance', 'Acceptance asked for', {
    'Reason for acceptance': 'Only the price of a laptop is left.',
  });
  // Who asks does not answer.
  await expect(
    laszlo.getByRole('heading', { name: 'Votes', exact: true }),
  ).toBeVisible();
  await expect(laszlo.getByRole('form', { name: 'Your vote' })).toBeHidden();
  await approve(await enter(browser, 'Grace Wanjiru'), title);
  await expectState(laszlo, 'Accepted');
});

test('crm: a complaint is answered, and who complained follows it', async ({
  browser,
}) => {
  const title = titled('Nobody called back');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(grace, 'Customer relationship management', 'Complaints');
  await create(grace, {
    Title: title,
    'What do they complain of?': 'Two weeks without an answer.',
    Complainant: pick('Kirsty Flett'),
  });

  const kirsty = await enter(browser, 'Kirsty Flett');
  await openProcess(kirsty, 'Customer relationship management', 'Complaints');
  await openRecord(kirsty, title);
  await expectRefused(kirsty, 'Answer');

  await move(grace, 'Start work', 'Being answered', {
    'Answer due': on('2031-05-20'),
  });
  await move(grace, 'Answer', 'Answered', {
    Answer: 'We are sorry. Somebody will call today.',
    Justified: choose('Yes'),
  });
  await expectText(kirsty, 'Somebody will call today');
  await move(grace, 'Close', 'Closed', {
    'How the customer took it': choose('Content'),
  });
  await expectState(kirsty, 'Closed');
});

test('suppm: a supplier is taken on and evaluated', async ({ browser }) => {
  const title = titled('Northern Cables');
  const grace = await enter(browser, 'Grace Wanjiru');
  await openProcess(grace, 'Supplier relationship management', 'Suppliers');
  await create(grace, { Title: title });
  await move(grace, 'Take on', 'Active', {
    'What they supply': 'The link between the terminals.',
    'Contacts on their side': rows({ Name: 'A. Sparks' }),
  });

  // An auditor reads, and changes nothing.
  const henrik = await enter(browser, 'Henrik Dahl');
  await openProcess(henrik, 'Supplier relationship management', 'Suppliers');
  await openRecord(henrik, title);
  await expectRefused(henrik, 'Suspend', /./);

  await createFromThis(grace, 'Plan an evaluation', {
    Title: `${title}: evaluation`,
  });
  await move(grace, 'Record the results', 'Evaluated', {
    Criteria: rows({ Criterion: 'Faults are mended within a day' }),
    Overall: choose('As agreed'),
    Findings: 'All faults were mended in time.',
  });
  await move(grace, 'Agree with the supplier', 'Agreed', {
    'Discussed with': 'A. Sparks',
  });
  await move(grace, 'Close', 'Closed', {});
});

test('isrm: a service request is approved, fulfilled and confirmed', async ({
  browser,
}) => {
  const title = titled('A second screen');
  const process = 'Incident and service request management';
  const kirsty = await enter(browser, 'Kirsty Flett');
  await openProcess(kirsty, process, 'Service requests');
  await create(kirsty, {
    Title: title,
    Kind: choose('Equipment'),
    Service: pick('Managed Laptops'),
    'What is needed?': 'A screen for the desk at Northpier.',
  });
  await expectRefused(kirsty, 'Start work');

  const samuel = await enter(browser, 'Samuel Owusu');
  await openProcess(samuel, process, 'Service requests');
  await openRecord(samuel, title);
  await move(samuel, 'Send for approval', 'In approval', {
    'Approval needed': choose("The requester's manager"),
    Approvers: pick('Viktor Marinov'),
  });
  await approve(await enter(browser, 'Viktor Marinov'), title);
  await expectState(samuel, 'Approved');
  await move(samuel, 'Start work', 'In progress', {});
  await move(samuel, 'Fulfil', 'Fulfilled', {
    Fulfilment: 'It stands on the desk.',
  });
  await expectState(kirsty, 'Fulfilled');
  await move(kirsty, 'Confirm that it is done', 'Closed');
  await expectState(samuel, 'Closed');
});

test('pm: a problem gets a known error, and takes it along when solved', async ({
  browser,
}) => {
  const title = titled('Payments hang each evening');
  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await openProcess(tomasz, 'Problem management', 'Problems');
  await create(tomasz, {
    Title: title,
    Affected: pick('Booking Engine'),
    Category: choose('Software'),
  });
  const kirsty = await enter(browser, 'Kirsty Flett');
  await kirsty.goto(tomasz.url());
  await expectNotFound(kirsty);

  await move(tomasz, 'Start the investigation', 'Investigating', {});
  await move(tomasz, 'Name the root cause', 'Root cause known', {
    'Root cause': 'A lock is held too long.',
  });
  const knownError = `${title}: pay again`;
  await createFromThis(tomasz, 'Document a known error', { Title: knownError });
  await move(tomasz, 'Add to the known errors', 'Active', {
    Symptoms: 'The page of payment does not answer.',
    Workaround: 'Wait a minute and pay again.',
  });

  await openProcess(kirsty, 'Problem management', 'Known errors');
  await openRecord(kirsty, knownError);
  await expectText(kirsty, 'Wait a minute');
  await expectRefused(kirsty, 'Retire');

  await tomasz.getByRole('link', { name: title }).last().click();
  await move(tomasz, 'Resolve', 'Resolved', {
    Resolution: 'The lock is released at once.',
  });
  await move(tomasz, 'Close, the cause is gone', 'Closed', {});
  await expectNotFound(kirsty);
});

test('confm: a CI type comes into force, and an item of it into service', async ({
  browser,
}) => {
  const title = titled('Barriers');
  const sven = await enter(browser, 'Sven Kallio');
  await openProcess(sven, 'Configuration management', 'CI types');
  await create(sven, { Title: title, Kind: choose('Hardware') });

  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await openProcess(tomasz, 'Configuration management', 'CI types');
  await openRecord(tomasz, title);
  await expectRefused(tomasz, 'Approve');

  await move(sven, 'Approve', 'In force', {
    'What belongs to it': 'All barriers of the terminals.',
    'Level of detail': 'Each barrier, not its parts.',
    Attributes: rows({ Name: 'Height' }),
  });
  await createFromThis(sven, 'Record a configuration item', {
    Title: `${title}: lane 1`,
  });
  await move(sven, 'Put into service', 'Live', { Version: '3' });
  await move(sven, 'Record as verified', 'Live', {});
  await expectText(sven, 'Last verified');
});

test('chm: a change created from an incident is decided by two of the board', async ({
  browser,
}) => {
  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await openProcess(
    tomasz,
    'Incident and service request management',
    'Incidents',
  );
  await create(tomasz, {
    Title: titled('Fares are slow'),
    Affected: pick('Booking Engine'),
  });

  const title = titled('Keep fares in memory');
  await createFromThis(tomasz, 'Raise a change', {
    Title: title,
    'What is to be changed?': 'Fares stay in memory for an hour.',
    'Why?': 'They are read at each click.',
    Affected: pick('Booking Engine'),
  });
  await move(tomasz, 'Submit the request', 'Submitted', {});
  await move(tomasz, 'Start the evaluation', 'In evaluation', {
    Area: choose('Application'),
    'Impact level': choose('Medium: a part of a service, or a team'),
  });
  await move(tomasz, 'Send for approval', 'In approval', {
    Benefits: 'Fares come at once.',
    Impact: 'A new fare shows an hour later.',
    'Risk level': choose('Medium'),
    Risks: 'Memory runs out.',
    'Effort and cost': 'Two days.',
    Feasibility: 'Done before elsewhere.',
    'Implementation plan': 'Switch it on at night.',
    'Test plan': 'Compare a hundred fares.',
    'Back-out plan': 'Switch it off.',
    Implementer: pick('Ifeoma Adeyinka'),
    'Decided by': choose('The change advisory board'),
  });
  // The team that owns it is asked, but not whoever asks.
  await expect(
    tomasz.getByRole('heading', { name: 'Votes', exact: true }),
  ).toBeVisible();
  await expect(tomasz.getByRole('form', { name: 'Your vote' })).toBeHidden();

  await approve(await enter(browser, 'Sven Kallio'), title);
  await expectState(tomasz, 'In approval');
  await approve(await enter(browser, 'László Fehér'), title);
  await expectState(tomasz, 'Approved');

  await move(tomasz, 'Schedule', 'Scheduled', {
    'Planned start': on('2031-05-20'),
    'Planned end': on('2031-05-21'),
  });
  await move(tomasz, 'Start the implementation', 'In implementation', {});
  await move(tomasz, 'Report as implemented', 'Implemented', {
    'Test result': 'All hundred fares agree.',
  });
  await move(tomasz, 'Record the review and close', 'Closed', {
    Outcome: choose('Successful'),
    'Incidents caused': '0',
  });
});

test('rdm: a release is built, accepted, prepared, deployed and reviewed', async ({
  browser,
}) => {
  const title = titled('Booking 5.2');
  const process = 'Release and deployment management';
  const tomasz = await enter(browser, 'Tomasz Wierzba');
  await openProcess(tomasz, process, 'Releases');
  await create(tomasz, {
    Title: title,
    Contents: 'Fares stay in memory.',
    Affected: pick('Booking Engine'),
  });

  const kirsty = await enter(browser, 'Kirsty Flett');
  await openProcess(kirsty, process, 'Releases');
  await openRecord(kirsty, title);
  await expectRefused(kirsty, 'Start building');

  await move(tomasz, 'Start building', 'Building', {
    'Release plan': 'Build on Monday, deploy on Wednesday.',
  });
  await move(tomasz, 'Start testing', 'Testing', { Build: 'booking 5.2.0' });
  await move(tomasz, 'Send for acceptance', 'In acceptance', {
    Tests: rows({ Test: 'A hundred fares' }),
    'Acceptance criteria': rows({ Criterion: 'No fare differs' }),
    'Back-out plan': 'Deploy 5.1 again.',
  });
  // She accepts for the team that owns what is released.
  await approve(await enter(browser, 'Ifeoma Adeyinka'), title);
  await expectState(tomasz, 'Accepted');
  await move(tomasz, 'Users are informed and trained', 'Accepted', {
    'Informing and training users': 'A note to all terminals.',
  });
  await move(tomasz, 'Support staff is informed and trained', 'Accepted', {
    'Informing and training support staff': 'A talk on Tuesday.',
  });
  await move(tomasz, 'Live environment is prepared', 'Accepted', {
    'Preparing the live environment': 'More memory is in place.',
  });
  await move(tomasz, 'Ready for deployment', 'Ready', {
    'Deployment planned from': on('2031-05-20'),
    'Deployment planned to': on('2031-05-21'),
  });
  await move(tomasz, 'Report as deployed', 'Deployed', {});
  await move(tomasz, 'Record the review and close', 'Closed', {
    Success: choose('Successful'),
    'Findings of the review': 'It went as planned.',
  });
  await expectState(kirsty, 'Closed');
});

test('csi: a suggestion is evaluated, approved, implemented and looked back at', async ({
  browser,
}) => {
  const title = titled('Print tickets on both sides');
  const process = 'Continual service improvement management';
  const kirsty = await enter(browser, 'Kirsty Flett');
  await openProcess(kirsty, process, 'Improvements');
  await create(kirsty, {
    Title: title,
    'What could be better?': 'Half of the paper would do.',
    Services: pick('Booking Engine'),
  });
  await expectRefused(kirsty, 'Prioritise and evaluate');

  const ifeoma = await enter(browser, 'Ifeoma Adeyinka');
  await openProcess(ifeoma, process, 'Improvements');
  await openRecord(ifeoma, title);
  await move(ifeoma, 'Prioritise and evaluate', 'In evaluation', {
    Benefit: choose('Medium: a service or a process'),
    Effort: choose('Small: days'),
  });
  await move(ifeoma, 'Send for approval', 'In approval', {
    'What is it good for?': 'It saves paper.',
    Evaluation: 'The printers can do it.',
    Plan: 'Change one setting.',
  });
  const grace = await enter(browser, 'Grace Wanjiru');
  await approve(grace, title);
  await expectState(ifeoma, 'Approved');
  await move(ifeoma, 'Start work', 'In implementation', {
    Due: on('2031-05-20'),
  });
  await move(ifeoma, 'Is implemented', 'Effect is watched', {
    Result: 'All printers are set.',
  });
  await move(grace, 'Finish', 'Done', {
    'Did it help?': choose('Yes'),
    'How that shows': 'Half of the paper was bought.',
  });
  await expectState(kirsty, 'Done');
});
