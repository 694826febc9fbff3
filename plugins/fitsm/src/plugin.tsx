import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { RiCustomerService2Line } from '@remixicon/react';
import { fitsmApiRef } from './api';
import {
  entityIncidentsContent,
  entityOpenIncidentsCard,
} from './processes/isrm/extensions';
import { entityIncidentsRouteRef, rootRouteRef } from './routes';

const fitsmApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: fitsmApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new FitsmClient(deps),
    }),
});

const fitsmPage = PageBlueprint.make({
  params: {
    path: '/fitsm',
    title: 'Service management',
    icon: <RiCustomerService2Line />,
    routeRef: rootRouteRef,
    // The frame of a page leaves it to the plugin to say what is its content.
    loader: () =>
      import('./FitsmRouter').then(m => (
        <main>
          <m.FitsmRouter />
        </main>
      )),
  },
});

const myWorkWidget = HomePageWidgetBlueprint.make({
  name: 'my-work',
  params: {
    name: 'MyWork',
    title: 'My open work',
    description: 'What is open for you and your groups in service management',
    components: () =>
      import('./HomeMyWork').then(m => ({ Content: m.HomeMyWork })),
  },
});

/** Pages, entity tabs and cards of FitSM. @public */
export const fitsmPlugin = createFrontendPlugin({
  pluginId: 'fitsm',
  title: 'Service management',
  icon: <RiCustomerService2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    entityIncidents: entityIncidentsRouteRef,
  },
  extensions: [
    fitsmApi,
    fitsmPage,
    entityIncidentsContent,
    entityOpenIncidentsCard,
    myWorkWidget,
  ],
});
