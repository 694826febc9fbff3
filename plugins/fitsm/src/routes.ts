// These of core-plugin-api work in apps on either frontend system.
import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** Where people's work is, below which all pages of FitSM are. */
export const rootRouteRef = createRouteRef({ id: 'fitsm' });

/** The queue of a process. */
export const processRouteRef = createSubRouteRef({
  id: 'fitsm/process',
  parent: rootRouteRef,
  path: '/:process',
});

export const recordRouteRef = createSubRouteRef({
  id: 'fitsm/record',
  parent: rootRouteRef,
  path: '/records/:id',
});

export const createRecordRouteRef = createSubRouteRef({
  id: 'fitsm/create',
  parent: rootRouteRef,
  path: '/create/:type',
});

/** How far FitSM is met. */
export const conformityRouteRef = createSubRouteRef({
  id: 'fitsm/conformity',
  parent: rootRouteRef,
  path: '/conformity',
});

/** Where records of other systems are brought in. */
export const importRouteRef = createSubRouteRef({
  id: 'fitsm/import',
  parent: rootRouteRef,
  path: '/admin/import',
});

/** The tab of an entity with its incidents. */
export const entityIncidentsRouteRef = createRouteRef({
  id: 'fitsm/entity-incidents',
});
