import { document as documentType, incident } from '@fitsm/plugin-fitsm-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../__testUtils__/FakeServer';
import { renderFitsm } from '../__testUtils__/renderFitsm';

function serverWithDocuments() {
  const server = new FakeServer();
  server.definitions = [incident, documentType];
  return server;
}

it('a process lists the documents that name it', async () => {
  const { server } = renderFitsm('/fitsm/isrm', serverWithDocuments());
  const about = within(
    await screen.findByRole('region', { name: 'About the process' }),
  );
  expect(about.getByRole('tab', { name: 'Documents' })).toBeInTheDocument();
  await waitFor(() => {
    const asked = server.requests.find(({ query }) => query.has('choice'));
    expect(asked?.query.getAll('choice')).toEqual(['process:isrm']);
    expect(asked?.query.getAll('type')).toEqual(['document']);
  });
});

it('a list is narrowed down by the choice fields that it shows, and keeps that in the address', async () => {
  const { server } = renderFitsm(
    '/fitsm/isrm?type=document&choice=process:ism',
    serverWithDocuments(),
  );
  await userEvent.click(await screen.findByRole('button', { name: /Kind/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Policy' }));
  await waitFor(() => {
    const { search } = new URL(
      screen.getByLabelText('Address').textContent!,
      'http://fitsm.test',
    );
    expect(new URLSearchParams(search).getAll('choice')).toEqual([
      'process:ism',
      'kind:policy',
    ]);
  });
  await waitFor(() =>
    expect(
      server.requests.map(({ query }) => query.getAll('choice')),
    ).toContainEqual(['process:ism', 'kind:policy']),
  );
});
