import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { useLocation } from 'react-router-dom';
import { fitsmApiRef } from '../api';
import { FitsmRouter } from '../FitsmRouter';
import { rootRouteRef } from '../routes';
import { FakeServer } from './FakeServer';
import { FakeSignals } from './FakeSignals';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{`${pathname}${search}`}</output>;
};

/** The pages below `/fitsm`, at one address, with a server in memory. */
export function renderFitsm(address: string, server = new FakeServer()) {
  const signals = new FakeSignals();
  renderInTestApp(
    <>
      <Address />
      <FitsmRouter />
    </>,
    {
      mountPath: '/fitsm/*',
      initialRouteEntries: [address],
      mountedRoutes: {
        '/fitsm': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        mockApis.identity({
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: ['user:default/ada', 'group:default/crew'],
        }),
        [
          fitsmApiRef,
          new FitsmClient({
            discoveryApi: {
              getBaseUrl: async () => 'http://fitsm.test/api/fitsm',
            },
            fetchApi: { fetch: server.fetch },
          }),
        ],
        [signalApiRef, signals],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'User',
                metadata: { name: 'ada', title: 'Ada' },
              },
            ],
          }),
        ],
      ],
    },
  );
  return { server, signals };
}
