import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiAlarmWarningLine } from '@remixicon/react';
import { entityIncidentsRouteRef } from '../../routes';
import { INCIDENTS_PATH } from './paths';

/** What can be affected by an incident, and who owns what can be. */
const filter = {
  kind: {
    $in: ['component', 'system', 'resource', 'api', 'domain', 'group'],
  },
};

export const entityIncidentsContent = EntityContentBlueprint.make({
  name: 'incidents',
  params: {
    path: INCIDENTS_PATH,
    title: 'Incidents',
    group: 'operation',
    icon: <RiAlarmWarningLine />,
    routeRef: entityIncidentsRouteRef,
    filter,
    loader: () =>
      import('./EntityIncidentsContent').then(m => (
        <m.EntityIncidentsContent />
      )),
  },
});

export const entityOpenIncidentsCard = EntityCardBlueprint.make({
  name: 'open-incidents',
  params: {
    type: 'info',
    filter,
    loader: () =>
      import('./EntityOpenIncidentsCard').then(m => (
        <m.EntityOpenIncidentsCard />
      )),
  },
});
