import { defineProcess } from '../../engine/defineProcess';
import { capacityPlan } from './capacityPlan';
import { capacityRequirement } from './capacityRequirement';
import { kpis } from './kpis';

/** Capacity management. @public */
export const capm = defineProcess({
  code: 'capm',
  requirement: 'PR5',
  label: 'Capacity management',
  group: 'Plan & ensure',
  purpose:
    'There is enough of everything that services need, now and as demand grows, and not far too much.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Process manager',
      description:
        'Runs the process: sees that demand is known, plans are in force, and warnings are acted on in time.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Gathers demand and utilisation, writes plans, looks at warnings and exceptions.',
    },
  },
  recordTypes: [capacityRequirement, capacityPlan],
  kpis,
});

export { capacityPlan, capacityRequirement };
