import { FlatRoutes } from '@backstage/core-app-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { fitsmApiRef, FitsmPage } from './legacy';
import { FakeServer } from './__testUtils__/FakeServer';

it('shows the same pages in an app on the old frontend system', async () => {
  const server = new FakeServer();
  server.add({ id: 'INC-1', title: 'It stands still' });
  const fitsmApi = new FitsmClient({
    discoveryApi: { getBaseUrl: async () => 'http://fitsm.test/api/fitsm' },
    fetchApi: { fetch: server.fetch },
  });
  await renderInTestApp(
    <TestApiProvider apis={[[fitsmApiRef, fitsmApi]]}>
      <FlatRoutes>
        <Route path="/fitsm" element={<FitsmPage />} />
      </FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: ['/fitsm/isrm'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  expect(
    await screen.findByRole('link', { name: 'It stands still' }),
  ).toHaveAttribute('href', '/fitsm/records/INC-1');
});
