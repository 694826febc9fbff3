/**
 * The pages, tabs and cards of FitSM for apps on the old frontend system.
 *
 * @packageDocumentation
 */

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { FitsmClient } from '@fitsm/plugin-fitsm-common';
import { fitsmApiRef } from './api';
import { entityIncidentsRouteRef, rootRouteRef } from './routes';

export { fitsmApiRef };

/** The plugin, for an app on the old frontend system. @public */
export const fitsmPlugin = createPlugin({
  id: 'fitsm',
  routes: {
    root: rootRouteRef,
    entityIncidents: entityIncidentsRouteRef,
  },
  apis: [
    createApiFactory({
      api: fitsmApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new FitsmClient(deps),
    }),
  ],
});

/** All pages of FitSM; mount it at `/fitsm`. @public */
export const FitsmPage = fitsmPlugin.provide(
  createRoutableExtension({
    name: 'FitsmPage',
    mountPoint: rootRouteRef,
    component: () => import('./LegacyFitsmPage').then(m => m.LegacyFitsmPage),
  }),
);

/** The tab of an entity with its incidents; mount it at `/incidents`. @public */
export const EntityIncidentsContent = fitsmPlugin.provide(
  createRoutableExtension({
    name: 'EntityIncidentsContent',
    mountPoint: entityIncidentsRouteRef,
    component: () =>
      import('./processes/isrm/EntityIncidentsContent').then(
        m => m.EntityIncidentsContent,
      ),
  }),
);

/** The card of an entity with its open incidents. @public */
export const EntityOpenIncidentsCard = fitsmPlugin.provide(
  createComponentExtension({
    name: 'EntityOpenIncidentsCard',
    component: {
      lazy: () =>
        import('./processes/isrm/EntityOpenIncidentsCard').then(
          m => m.EntityOpenIncidentsCard,
        ),
    },
  }),
);
