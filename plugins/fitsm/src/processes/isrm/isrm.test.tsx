import { renderTestApp, mockApis } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fitsmApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { entityIncidentsContent, entityOpenIncidentsCard } from './extensions';

const entityOf = (kind: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'pump', namespace: 'default' },
});

function renderEntity(
  kind: string,
  extension: typeof entityIncidentsContent | typeof entityOpenIncidentsCard,
  server = new FakeServer(),
) {
  renderTestApp({
    extensions: [createTestEntityPage({ entity: entityOf(kind) }), extension],
    mountedRoutes: {
      '/fitsm': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ada' }),
      [catalogApiRef, catalogApiMock()],
      [
        fitsmApiRef,
        new FitsmClient({
          discoveryApi: {
            getBaseUrl: async () => 'http://fitsm.test/api/fitsm',
          },
          fetchApi: { fetch: server.fetch },
        }),
      ],
    ],
  });
  return server;
}

const lists = (server: FakeServer) =>
  server.requests.filter(({ path }) => path === '/records');

describe('the incidents of an entity', () => {
  it('lists those that name it, and raises one about it', async () => {
    const server = new FakeServer();
    server.add({ id: 'INC-1', title: 'It stands still' });
    renderEntity('Component', entityIncidentsContent, server);

    expect(
      await screen.findByRole('link', { name: 'It stands still' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Create incident' }),
    ).toHaveAttribute(
      'href',
      '/fitsm/create/incident?affected=component%3Adefault%2Fpump',
    );
    const [{ query }] = lists(server);
    expect(query.get('entity')).toBe('component:default/pump');
    expect(query.has('parts')).toBe(false);
    expect(server.requests).toHaveLength(2);
  });

  it('shows those of its parts too, until one switches them off', async () => {
    const server = renderEntity('System', entityIncidentsContent);
    const parts = await screen.findByRole('switch', {
      name: 'And what belongs to it',
    });
    expect(parts).toBeChecked();
    expect(lists(server)[0].query.get('parts')).toBe('true');

    await userEvent.click(parts);
    await waitFor(() =>
      expect(lists(server).at(-1)!.query.has('parts')).toBe(false),
    );
  });

  it('offers nobody a button that would be refused (PER-1)', async () => {
    const server = new FakeServer();
    server.canCreate = false;
    renderEntity('Component', entityIncidentsContent, server);
    expect(
      await screen.findByText('No such incidents are known here.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Create incident' }),
    ).not.toBeInTheDocument();
  });
});

describe('the card of open incidents', () => {
  it('counts them, names the worst, and leads to all', async () => {
    const server = new FakeServer();
    server.add({ id: 'INC-1', title: 'It stands still', priority: 1 });
    renderEntity('Component', entityOpenIncidentsCard, server);

    expect(await screen.findByText('1 not closed')).toBeInTheDocument();
    expect(screen.getByText('1 Critical')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All incidents' })).toHaveAttribute(
      'href',
      '/catalog/default/component/pump/incidents',
    );
    expect(lists(server)[0].query.get('order')).toBe('priority');
  });
});
