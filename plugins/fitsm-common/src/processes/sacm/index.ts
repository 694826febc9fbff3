import { defineProcess } from '../../engine/defineProcess';
import { availabilityContinuityPlan } from './availabilityContinuityPlan';
import { availabilityContinuityRequirement } from './availabilityContinuityRequirement';
import { continuityTest } from './continuityTest';
import { kpis } from './kpis';
import { outage } from './outage';

/** Service availability and continuity management. @public */
export const sacm = defineProcess({
  code: 'sacm',
  requirement: 'PR4',
  label: 'Service availability and continuity management',
  group: 'Plan & ensure',
  purpose:
    'Services are there as often as agreed, and come back soon enough when something grave happens.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Process manager',
      description:
        'Runs the process: sees that requirements are known, plans are in force and tested, and outages are measured.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Records requirements and outages, writes plans, takes part in tests.',
    },
  },
  recordTypes: [
    availabilityContinuityRequirement,
    availabilityContinuityPlan,
    continuityTest,
    outage,
  ],
  kpis,
});

export {
  availabilityContinuityPlan,
  availabilityContinuityRequirement,
  continuityTest,
  outage,
};
