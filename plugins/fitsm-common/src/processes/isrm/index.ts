import { defineProcess } from '../../engine/defineProcess';
import { incident } from './incident';
import { kpis } from './kpis';
import { majorIncidentReview } from './majorIncidentReview';
import { serviceRequest } from './serviceRequest';
import { workflow } from './workflow';

/** Incident and service request management. @public */
export const isrm = defineProcess({
  code: 'isrm',
  requirement: 'PR9',
  label: 'Incident and service request management',
  group: 'Resolve & prevent',
  purpose:
    'Services work again within the agreed time after they broke, and people get what they ask for.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Incident manager',
      description:
        'Runs the process: watches all incidents, moves them between teams, overrides priorities.',
    },
    staff: {
      label: 'Service desk',
      description:
        'Takes reports, classifies and assigns them, resolves what it can.',
    },
  },
  recordTypes: [incident, serviceRequest, workflow, majorIncidentReview],
  kpis,
});

export { incident, majorIncidentReview, serviceRequest, workflow };
