import { ConflictError } from '@backstage/errors';
import { ApprovalRound } from '@fitsm/plugin-fitsm-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../__testUtils__/FakeServer';
import { renderFitsm } from '../__testUtils__/renderFitsm';
import { sampleChange } from '../__testUtils__/sampleChange';

function serverWith(...records: Parameters<FakeServer['add']>[0][]) {
  const server = new FakeServer();
  server.definitions = [...server.definitions, sampleChange];
  records.forEach(record =>
    server.add({ type: 'change', fields: {}, ...record }),
  );
  return server;
}

const openRound = (): ApprovalRound => ({
  round: 2,
  approval: 'board',
  label: 'Approval by the board',
  revision: 1,
  askedAt: '2026-11-20T10:00:00.000Z',
  dueAt: '2020-11-27T10:00:00.000Z',
  asked: ['user:default/ada', 'user:default/bob'],
  votes: [],
});

function waitingServer() {
  const server = serverWith({
    id: 'CHG-1',
    state: 'inApproval',
    stateCategory: 'waiting',
  });
  server.approvals.set('CHG-1', [
    openRound(),
    {
      ...openRound(),
      round: 1,
      closedAt: '2026-11-20T09:00:00.000Z',
      outcome: 'refused',
      votes: [
        {
          voter: 'user:default/bob',
          asked: 'user:default/bob',
          vote: 'refuse',
          reason: 'Not on a Friday',
          at: '2026-11-20T09:00:00.000Z',
        },
      ],
    },
  ]);
  server.mayVote = true;
  return server;
}

const posted = ({ requests }: FakeServer) =>
  requests.filter(({ method }) => method === 'POST');

const cell = (name: string) => screen.getByRole('textbox', { name });

describe('a table in a form', () => {
  const addRow = () =>
    userEvent.click(screen.getByRole('button', { name: 'Add row to Steps' }));
  const submit = () =>
    userEvent.click(screen.getByRole('button', { name: 'Create change' }));

  it('is filled in row by row, and sent without the rows that stayed empty', async () => {
    const { server } = renderFitsm('/fitsm/create/change', serverWith());
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'A new pump',
    );
    await addRow();
    await addRow();
    await addRow();
    await userEvent.type(cell('Row 1, Step'), 'Switch it off');
    await userEvent.type(cell('Row 3, Step'), 'Take it out');
    await userEvent.click(
      screen.getByRole('button', { name: 'Move row 3 up' }),
    );
    expect(cell('Row 2, Step')).toHaveValue('Take it out');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Move row 2 up' }),
      ).toHaveFocus(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Remove row 1' }));
    await submit();

    await waitFor(() => expect(posted(server)).toHaveLength(1));
    expect(posted(server)[0].body.fields).toEqual({
      steps: [{ step: 'Take it out', state: 'open' }],
    });
  });

  it('names the row and the column in which something is wrong (API-1)', async () => {
    const { server } = renderFitsm('/fitsm/create/change', serverWith());
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'A new pump',
    );
    await addRow();
    await addRow();
    await userEvent.type(cell('Row 2, Note'), 'Beware');
    await submit();

    const step = cell('Row 2, Step');
    await waitFor(() => expect(step).toBeInvalid());
    expect(step).toHaveAccessibleDescription('Row 2, Step is required');
    expect(cell('Row 1, Step')).toBeValid();
    await waitFor(() => expect(step).toHaveFocus());
    expect(posted(server)).toEqual([]);
  });

  it('is read as a table', async () => {
    renderFitsm(
      '/fitsm/records/CHG-1',
      serverWith({
        id: 'CHG-1',
        state: 'draft',
        fields: { steps: [{ step: 'Switch it off', state: 'done' }] },
      }),
    );
    const table = within(await screen.findByRole('region', { name: 'Steps' }));
    // Nothing stands in the other columns.
    expect(
      table.getAllByRole('columnheader').map(({ textContent }) => textContent),
    ).toEqual(['Step', 'State']);
    expect(
      table.getAllByRole('cell').map(({ textContent }) => textContent),
    ).toEqual(['Switch it off', 'Done']);
  });
});

describe('the page of a record', () => {
  it('shows of a table what changed in it, not all of it', async () => {
    const server = serverWith({ id: 'CHG-1', state: 'draft' });
    const rows = ['Switch it off', 'Take it out'].map(step => ({
      step,
      state: 'open',
    }));
    server.history.push({
      recordId: 'CHG-1',
      sequence: 2,
      kind: 'changed',
      at: '2026-11-20T10:00:00.000Z',
      actor: { kind: 'person', ref: 'user:default/bob' },
      changes: {
        steps: { from: rows, to: [rows[0], { ...rows[1], state: 'done' }] },
      },
      hash: '',
    });
    renderFitsm('/fitsm/records/CHG-1', server);
    const tables = await screen.findAllByRole('region', { name: 'Steps' });
    expect(
      tables.map(table =>
        within(table)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['Take it out', 'Open'],
      ['Take it out', 'Done'],
    ]);
  });

  it('gathers its links by what they are called, and folds many of one kind', async () => {
    const server = serverWith({ id: 'CHG-1', state: 'draft' });
    const link = (number: number, state = 'draft') => ({
      relation: 'repeatedBy',
      direction: 'incoming' as const,
      label: 'Repeated by',
      record: {
        id: `CHG-${number}`,
        type: 'change',
        title: 'Again',
        state,
        stateCategory:
          state === 'draft' ? ('open' as const) : ('closed' as const),
      },
    });
    server.links.set('CHG-1', [
      link(2, 'approved'),
      ...[3, 4, 5, 6, 7].map(number => link(number)),
    ]);
    renderFitsm('/fitsm/records/CHG-1', server);
    const group = within(
      await screen.findByRole('group', { name: 'Repeated by' }),
    );
    expect(group.getByRole('link', { name: /^CHG-3/ })).toBeVisible();
    // What is closed comes last.
    expect(group.getByText(/^CHG-2/)).not.toBeVisible();
    await userEvent.click(group.getByText('1 more'));
    expect(group.getByText(/^CHG-2/)).toBeVisible();
  });
});

describe('what one does with a record', () => {
  const press = (name: string) =>
    userEvent.click(screen.getByRole('button', { name }));

  it('is not offered again until the page shows what became of the record', async () => {
    const server = serverWith({ id: 'CHG-1', state: 'draft' });
    renderFitsm('/fitsm/records/CHG-1', server);
    await screen.findByRole('button', { name: 'Send for approval' });
    const release = server.holdReads();
    await press('Send for approval');
    await press('Send for approval');
    expect(posted(server)).toHaveLength(1);

    release();
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Send for approval' }),
      ).not.toBeInTheDocument(),
    );
    expect(screen.getAllByText('In approval')[0]).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps its dialog open until then, so that the next step can follow', async () => {
    const server = serverWith({
      id: 'INC-1',
      type: 'incident',
      state: 'new',
      fields: { impact: 'low', urgency: 'low' },
    });
    renderFitsm('/fitsm/records/INC-1', server);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start work' }),
    );
    const release = server.holdReads();
    const start = () =>
      within(screen.getByRole('dialog')).getByRole('button', {
        name: /Start work/,
      });
    await userEvent.click(start());
    await waitFor(() => expect(posted(server)).toHaveLength(1));
    await userEvent.click(start());
    expect(posted(server)).toHaveLength(1);

    release();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await press('Put on hold');
    expect(
      await screen.findByRole('dialog', { name: 'Put on hold' }),
    ).toBeInTheDocument();
  });

  it('leaves the form only then, so that a step goes with what was saved', async () => {
    const server = serverWith({ id: 'CHG-1', state: 'draft', title: 'Pump' });
    renderFitsm('/fitsm/records/CHG-1', server);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Title/ }), 's');
    const release = server.holdReads();
    await press('Save');
    await waitFor(() =>
      expect(server.records.get('CHG-1')?.title).toBe('Pumps'),
    );
    expect(
      screen.queryByRole('button', { name: 'Send for approval' }),
    ).not.toBeInTheDocument();

    release();
    await screen.findByRole('button', { name: 'Send for approval' });
    await press('Send for approval');
    await waitFor(() => expect(posted(server)).toHaveLength(1));
    expect(posted(server)[0].body).toEqual({ revision: 2 });
  });

  it('is told of as refused in the words of the server, whatever these are', async () => {
    const server = serverWith({ id: 'CHG-1', state: 'draft' });
    server.refusal = new ConflictError('The plan is at revision 7 only');
    renderFitsm('/fitsm/records/CHG-1', server);
    await screen.findByRole('button', { name: 'Send for approval' });
    await press('Send for approval');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The plan is at revision 7 only');
    expect(alert).not.toHaveTextContent('Somebody else');
  });
});

describe('a vote (APP-1)', () => {
  it('shows who is asked, and how earlier rounds ended', async () => {
    renderFitsm('/fitsm/records/CHG-1', waitingServer());
    expect(await screen.findAllByText('Not yet')).toHaveLength(2);
    expect(screen.getByText('Overdue')).toBeInTheDocument();
    expect(
      screen.getByText(/Approval by the board: Refused/),
    ).toBeInTheDocument();
    expect(screen.getByText('Reason: Not on a Friday')).toBeInTheDocument();
  });

  it('approves what one sees', async () => {
    const { server } = renderFitsm('/fitsm/records/CHG-1', waitingServer());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Approve' }),
      ).not.toBeInTheDocument(),
    );
    expect(posted(server)[0].body).toEqual({ revision: 1, vote: 'approve' });
    expect(screen.getByText('Approved')).toBeInTheDocument();
  });

  it('is cast once, however often one presses', async () => {
    const { server } = renderFitsm('/fitsm/records/CHG-1', waitingServer());
    const approve = await screen.findByRole('button', { name: 'Approve' });
    const release = server.holdReads();
    await userEvent.click(approve);
    await userEvent.click(approve);
    expect(posted(server)).toHaveLength(1);
    release();
    await waitFor(() => expect(approve).not.toBeInTheDocument());
  });

  it('asks why one refuses', async () => {
    const { server } = renderFitsm('/fitsm/records/CHG-1', waitingServer());
    const refuse = await screen.findByRole('button', { name: 'Refuse' });
    await userEvent.click(refuse);
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    expect(reason).toBeInvalid();
    expect(reason).toHaveFocus();
    expect(posted(server)).toEqual([]);

    await userEvent.type(reason, 'Too early');
    await userEvent.click(refuse);
    await waitFor(() =>
      expect(posted(server).map(({ body }) => body)).toEqual([
        { revision: 1, vote: 'refuse', reason: 'Too early' },
      ]),
    );
  });

  it('is not taken for what somebody changed meanwhile (REC-2)', async () => {
    const { server } = renderFitsm('/fitsm/records/CHG-1', waitingServer());
    const approve = await screen.findByRole('button', { name: 'Approve' });
    server.change('CHG-1', { title: 'Two pumps' });
    await userEvent.click(approve);
    expect(
      await screen.findByText('Somebody else changed this record meanwhile'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Two pumps' }),
    ).toBeInTheDocument();
  });

  it('stands in the history in words', async () => {
    const server = waitingServer();
    server.history.push({
      recordId: 'CHG-1',
      sequence: 2,
      kind: 'voted',
      at: '2026-11-20T10:00:00.000Z',
      actor: { kind: 'person', ref: 'user:default/bob' },
      changes: { board: { to: 'refuse' } },
      hash: '',
    });
    renderFitsm('/fitsm/records/CHG-1', server);
    expect(
      await screen.findByText(/voted to refuse: “Approval by the board”/),
    ).toBeInTheDocument();
  });

  it('settles a record: nobody edits it then, and the page says why', async () => {
    renderFitsm(
      '/fitsm/records/CHG-1',
      serverWith({ id: 'CHG-1', state: 'approved', stateCategory: 'closed' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Edit' }),
    ).toHaveAccessibleDescription(
      'It is “Approved”, and what it holds is settled. To change it, “Revise” comes first.',
    );
  });
});

describe('the focus', () => {
  const nextSteps = () => screen.getByRole('group', { name: 'Next steps' });

  it('stays at the steps after one of them', async () => {
    renderFitsm(
      '/fitsm/records/CHG-1',
      serverWith({ id: 'CHG-1', state: 'draft' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Send for approval' }),
    );
    await waitFor(() => expect(nextSteps()).toHaveFocus());
  });

  it('stays at the steps after a dialog', async () => {
    renderFitsm(
      '/fitsm/records/INC-1',
      serverWith({
        id: 'INC-1',
        type: 'incident',
        state: 'new',
        fields: { impact: 'low', urgency: 'low' },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start work' }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Start work',
      }),
    );
    await waitFor(() => expect(nextSteps()).toHaveFocus());
  });

  it('goes into the form that one opens, and back to where one came from', async () => {
    renderFitsm(
      '/fitsm/records/CHG-1',
      serverWith({ id: 'CHG-1', state: 'draft' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const title = screen.getByRole('textbox', { name: /Title/ });
    expect(title).toHaveFocus();
    await userEvent.type(title, '!');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: 'Edit' })).toHaveFocus();
  });

  it('stays at the votes after one', async () => {
    renderFitsm('/fitsm/records/CHG-1', waitingServer());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('group', { name: 'Votes' })).toHaveFocus(),
    );
  });
});

describe('a field for people', () => {
  it('opens its list when one asks for it, not when one passes by', async () => {
    renderFitsm('/fitsm/create/change', serverWith());
    const people = await screen.findByRole('combobox', { name: 'Approvers' });
    act(() => people.focus());
    expect(people).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowDown}');
    expect(people).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('raising a record from another', () => {
  it('leads from the menu to a form that is filled in, and links the two', async () => {
    const server = serverWith({
      id: 'INC-1',
      type: 'incident',
      title: 'The pump stands still',
      fields: {
        description: 'Since Monday',
        impact: 'high',
        affected: ['component:default/pump', 'system:default/water'],
      },
    });
    renderFitsm('/fitsm/records/INC-1', server);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create from this' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Raise a change' }),
    );

    expect(
      await screen.findByRole('link', { name: 'INC-1: The pump stands still' }),
    ).toHaveAttribute('href', '/fitsm/records/INC-1');
    expect(cell('Title')).toHaveValue('The pump stands still');
    await userEvent.click(
      screen.getByRole('button', { name: 'Create change' }),
    );
    await waitFor(() => expect(posted(server)).toHaveLength(1));
    expect(posted(server)[0].body).toEqual({
      type: 'change',
      title: 'The pump stands still',
      fields: {
        summary: 'Since Monday',
        services: ['component:default/pump'],
      },
      links: [{ relation: 'raisedFrom', to: 'INC-1' }],
    });
  });

  it('shows all that it takes over, even what a new record is not asked for', async () => {
    const server = serverWith({
      id: 'INC-1',
      type: 'incident',
      fields: { resolution: 'A new fuse' },
    });
    renderFitsm('/fitsm/create/change?from=INC-1&relation=raisedFrom', server);
    const lesson = await screen.findByRole('textbox', { name: 'Lesson' });
    expect(lesson).toHaveValue('A new fuse');
    await userEvent.clear(lesson);
    expect(lesson).toBeVisible();
    await userEvent.type(lesson, 'Keep fuses at hand');
    await userEvent.click(
      screen.getByRole('button', { name: 'Create change' }),
    );
    await waitFor(() => expect(posted(server)).toHaveLength(1));
    expect(posted(server)[0].body.fields).toEqual({
      lesson: 'Keep fuses at hand',
    });
  });

  it('asks for nothing that comes later where nothing is known of it', async () => {
    renderFitsm('/fitsm/create/change', serverWith());
    expect(
      await screen.findByRole('textbox', { name: /Title/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('textbox', { name: 'Lesson' }),
    ).not.toBeInTheDocument();
  });

  it('opens steps again that were done', async () => {
    const steps = [{ step: 'Switch it off', state: 'done' }];
    const { server } = renderFitsm(
      '/fitsm/create/change?from=CHG-1&relation=repeats',
      serverWith({ id: 'CHG-1', state: 'draft', fields: { steps } }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'Once more',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Create change' }),
    );
    await waitFor(() => expect(posted(server)).toHaveLength(1));
    expect(posted(server)[0].body.fields.steps).toEqual([
      { step: 'Switch it off', state: 'open' },
    ]);
  });
});

describe('my work', () => {
  it('begins with what waits for a decision of mine or of my groups', async () => {
    const server = waitingServer();
    server.add({ id: 'CHG-2', type: 'change', state: 'draft', fields: {} });
    renderFitsm('/fitsm', server);
    const list = within(
      await screen.findByRole('region', { name: 'Waits for my decision' }),
    );
    expect(
      await list.findByRole('link', { name: 'CHG-1' }),
    ).toBeInTheDocument();
    expect(list.queryByRole('link', { name: 'CHG-2' })).not.toBeInTheDocument();
    expect(
      server.requests
        .find(({ query }) => query.has('awaiting'))!
        .query.getAll('awaiting'),
    ).toEqual(['user:default/ada', 'group:default/crew']);
  });

  it('offers my groups what is open, not what is in force', async () => {
    const { server } = renderFitsm('/fitsm', serverWith());
    await screen.findByText('Nothing waits for your groups.');
    const { query } = server.requests.find(
      request => request.query.get('assignee') === 'none',
    )!;
    expect(query.getAll('category')).toEqual(['open']);
    expect(query.getAll('assignedGroup')).toEqual(['group:default/crew']);
  });

  it('lets me leave the form for a deputy as it was', async () => {
    const { server } = renderFitsm('/fitsm', serverWith());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Name a deputy' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(
      screen.getByRole('button', { name: 'Name a deputy' }),
    ).toBeInTheDocument();
    expect(posted(server)).toEqual([]);
  });

  it('says who votes in my place, and lets me end it', async () => {
    const server = waitingServer();
    server.delegations.push({
      id: '7',
      person: 'user:default/ada',
      delegate: 'user:default/ben',
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: '2999-01-01T00:00:00Z',
      reason: 'At sea',
    });
    renderFitsm('/fitsm', server);
    const part = within(
      await screen.findByRole('region', { name: 'Deputies' }),
    );
    expect(await part.findByText(/votes in your place/)).toHaveTextContent(
      /At sea/,
    );
    await userEvent.click(part.getByRole('button', { name: 'End this' }));
    expect(
      await part.findByText(/Nobody votes in your place/),
    ).toBeInTheDocument();
    expect(server.delegations).toEqual([]);
  });

  it('lists once what is due, and says what is overdue', async () => {
    const server = serverWith(
      {
        id: 'CHG-1',
        state: 'draft',
        fields: { dueBy: '2999-01-01T00:00:00Z' },
      },
      {
        id: 'CHG-2',
        state: 'draft',
        fields: { dueBy: '2020-01-01T00:00:00Z' },
      },
    );
    renderFitsm('/fitsm', server);
    const list = within(await screen.findByRole('region', { name: 'Due' }));
    expect(await list.findAllByText('Overdue')).toHaveLength(1);
    expect(
      list
        .getAllByRole('link', { name: /^CHG-\d$/ })
        .map(({ textContent }) => textContent),
    ).toEqual(['CHG-2', 'CHG-1']);
  });

  it('offers by process what one may create', async () => {
    renderFitsm('/fitsm', serverWith());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Find a kind of record' }),
      'chan',
    );
    expect(
      screen.getAllByRole('menuitem').map(({ textContent }) => textContent),
    ).toEqual(['Change']);
    expect(screen.getByRole('menuitem')).toHaveAttribute(
      'href',
      '/fitsm/create/change',
    );
  });
});

describe('the page of a process', () => {
  it('keeps in the address which of its records are shown', async () => {
    renderFitsm('/fitsm/isrm?tab=mine', serverWith());
    await userEvent.click(await screen.findByRole('tab', { name: 'Changes' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/fitsm/isrm?type=change',
      ),
    );
    expect(
      await screen.findByRole('link', { name: 'Create change' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Duties' })).toBeInTheDocument();
    expect(screen.getByText('Incident manager')).toBeInTheDocument();
  });
});
