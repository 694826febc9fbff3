import { incident } from '@fitsm/plugin-fitsm-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../__testUtils__/FakeServer';
import { renderFitsm } from '../__testUtils__/renderFitsm';

function serverWith(...records: Parameters<FakeServer['add']>) {
  const server = new FakeServer();
  records.forEach(record => server.add(record));
  return server;
}

const address = () => screen.getByLabelText('Address').textContent;

describe('the form for a new record', () => {
  it('names the field and what is wrong with it, and sends nothing (API-1)', async () => {
    const { server } = renderFitsm('/fitsm/create/incident');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create incident' }),
    );

    const title = screen.getByRole('textbox', { name: /Title/ });
    await waitFor(() => expect(title).toBeInvalid());
    expect(title).toHaveAccessibleDescription(/Title is required/);
    await waitFor(() => expect(title).toHaveFocus());
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual(
      [],
    );
  });

  it('begins with what the address says, and leads to the new record', async () => {
    const { server } = renderFitsm(
      '/fitsm/create/incident?affected=component:default/pump',
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Title/ }),
      'The pump stands still',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Create incident' }),
    );

    await waitFor(() => expect(address()).toBe('/fitsm/records/INC-1'));
    expect(
      server.requests.find(({ method }) => method === 'POST')?.body,
    ).toMatchObject({
      type: 'incident',
      title: 'The pump stands still',
      fields: { affected: ['component:default/pump'], impact: 'medium' },
    });
  });
});

describe('the word for a new record', () => {
  it('keeps abbreviations as they are', async () => {
    const server = new FakeServer();
    server.definitions = [
      { ...incident, label: { one: 'CI type', many: 'CI types' } },
    ];
    renderFitsm('/fitsm/create/incident', server);
    expect(
      await screen.findByRole('heading', { name: 'Create CI type' }),
    ).toBeInTheDocument();
  });
});

describe('the page of a record', () => {
  it('says why a transition is refused, to those who cannot point too (TRN-1)', async () => {
    const server = serverWith({ id: 'INC-1' });
    server.roles = ['reporter'];
    renderFitsm('/fitsm/records/INC-1', server);

    const start = await screen.findByRole('button', { name: 'Start work' });
    expect(start).toHaveAttribute('aria-disabled', 'true');
    expect(start).toHaveAccessibleDescription(/^Only assignee, .* can do this/);
    act(() => start.focus());
    expect(start).toHaveFocus();
    await userEvent.click(start);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Cancel' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('asks for what a transition needs before it makes it (TRN-1)', async () => {
    const { server } = renderFitsm(
      '/fitsm/records/INC-1',
      serverWith({ id: 'INC-1' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resolve' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Resolve' }));
    expect(
      dialog.getByText('Fill in Resolution and Closure code first.'),
    ).toBeInTheDocument();

    await userEvent.type(
      dialog.getByRole('textbox', { name: /Resolution/ }),
      'A new fuse',
    );
    await userEvent.click(dialog.getByRole('button', { name: /Closure code/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Solved' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Resolve',
      }),
    );

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      server.requests.find(({ path }) => path.endsWith('/transitions/resolve'))
        ?.body,
    ).toEqual({
      revision: 1,
      fields: { resolution: 'A new fuse', closureCode: 'solved' },
    });
  });

  it('looks like any missing page where a record is not there or not to be seen (PER-1)', async () => {
    renderFitsm('/fitsm/records/INC-9');
    expect(
      await screen.findByText(
        /There is no record INC-9, or you may not see it/,
      ),
    ).toBeInTheDocument();
  });

  it('keeps what one types when somebody else changes the record, and says so', async () => {
    const { server, signals } = renderFitsm(
      '/fitsm/records/INC-1',
      serverWith({ id: 'INC-1', title: 'Pump' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const title = screen.getByRole('textbox', { name: /Title/ });
    await userEvent.type(title, ' stands still');

    server.change('INC-1', { fields: { channel: 'phone' } });
    act(() =>
      signals.publish('fitsm:record:INC-1', { id: 'INC-1', revision: 2 }),
    );

    expect(
      await screen.findByText('Changed by somebody else'),
    ).toBeInTheDocument();
    expect(title).toHaveValue('Pump stands still');
  });

  it('shows both sides of a conflict and saves what one takes of each (REC-2)', async () => {
    const { server } = renderFitsm(
      '/fitsm/records/INC-1',
      serverWith({
        id: 'INC-1',
        title: 'Pump',
        fields: { impact: 'low', urgency: 'low', channel: 'portal' },
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /Title/ }),
      ' stands still',
    );
    server.change('INC-1', {
      title: 'Pump broken',
      fields: { channel: 'phone' },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    const dialog = within(await screen.findByRole('dialog'));
    const title = within(dialog.getByRole('group', { name: 'Title' }));
    expect(title.getByText('Pump stands still')).toBeInTheDocument();
    expect(title.getByText('Pump broken')).toBeInTheDocument();
    expect(title.getByRole('radio', { name: 'Take mine' })).toBeChecked();
    const channel = within(dialog.getByRole('group', { name: 'Channel' }));
    expect(channel.getByText('Phone')).toBeInTheDocument();
    expect(channel.getByRole('radio', { name: 'Take theirs' })).toBeChecked();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Save these values' }),
    );

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(server.records.get('INC-1')).toMatchObject({
      title: 'Pump stands still',
      fields: { impact: 'low', channel: 'phone' },
      revision: 3,
    });
  });

  it('follows a change of somebody else without a reload', async () => {
    const { server, signals } = renderFitsm(
      '/fitsm/records/INC-1',
      serverWith({ id: 'INC-1', title: 'Pump' }),
    );
    await screen.findByRole('heading', { name: 'Pump' });
    server.change('INC-1', { title: 'Two pumps' });
    act(() =>
      signals.publish('fitsm:record:INC-1', { id: 'INC-1', revision: 2 }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Two pumps' }),
    ).toBeInTheDocument();
  });
});

describe('the queue of a process', () => {
  it('asks for what is not closed, newest first', async () => {
    const { server } = renderFitsm(
      '/fitsm/isrm',
      serverWith({ id: 'INC-1', title: 'Pump' }),
    );
    expect(await screen.findByRole('link', { name: 'Pump' })).toHaveAttribute(
      'href',
      '/fitsm/records/INC-1',
    );
    const { query } = server.requests.find(({ path }) => path === '/records')!;
    expect(query.getAll('category')).toEqual(['open', 'waiting']);
    expect(query.get('order')).toBe('-createdAt');
  });

  it('keeps all that one chooses in the address', async () => {
    const { server } = renderFitsm(
      '/fitsm/isrm',
      serverWith({ id: 'INC-1', title: 'Pump' }),
    );
    await userEvent.click(await screen.findByRole('tab', { name: 'Mine' }));
    await waitFor(() => expect(address()).toBe('/fitsm/isrm?tab=mine'));
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search' }),
      'pump',
    );
    await waitFor(() =>
      expect(address()).toBe('/fitsm/isrm?tab=mine&text=pump'),
    );
    await userEvent.click(screen.getByRole('columnheader', { name: 'Title' }));
    await waitFor(() =>
      expect(address()).toBe('/fitsm/isrm?tab=mine&text=pump&order=title'),
    );
    await userEvent.click(await screen.findByRole('button', { name: /next/i }));
    await waitFor(() => expect(address()).toMatch(/&cursor=page-two$/));

    await waitFor(() => {
      const { query } = server.requests.at(-1)!;
      expect(query.getAll('assignee')).toEqual(['user:default/ada']);
      expect(query.get('text')).toBe('pump');
      expect(query.get('order')).toBe('title');
      expect(query.get('cursor')).toBe('page-two');
    });
  });

  it('opens as the address says', async () => {
    const { server } = renderFitsm(
      '/fitsm/isrm?tab=groups&state=onHold&priority=1&order=priority',
      serverWith({ id: 'INC-1' }),
    );
    expect(
      await screen.findByRole('tab', { name: "My groups'" }),
    ).toHaveAttribute('aria-selected', 'true');
    await waitFor(() => {
      const { query } = server.requests.find(
        ({ path }) => path === '/records',
      )!;
      expect(Object.fromEntries(query)).toMatchObject({
        assignedGroup: 'group:default/crew',
        state: 'onHold',
        priority: '1',
        order: 'priority',
      });
    });
  });

  it('says the next step where it is empty', async () => {
    renderFitsm('/fitsm/isrm');
    expect(
      await screen.findByText(/use “Create incident”/),
    ).toBeInTheDocument();
  });
});
