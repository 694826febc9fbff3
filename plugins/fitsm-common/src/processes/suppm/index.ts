import { defineProcess } from '../../engine/defineProcess';
import { kpis } from './kpis';
import { supplier } from './supplier';
import { supplierEvaluation } from './supplierEvaluation';

/** Supplier relationship management. @public */
export const suppm = defineProcess({
  code: 'suppm',
  requirement: 'PR8',
  label: 'Supplier relationship management',
  group: 'Plan & ensure',
  purpose:
    'We know who helps to deliver our services, are on good terms with them, and notice early when they fall short.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Process manager',
      description:
        'Runs the process: keeps the supplier database whole, plans evaluations, follows up where a supplier falls short.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Keeps contacts and contracts up to date, gathers results, prepares evaluations.',
    },
  },
  recordTypes: [supplier, supplierEvaluation],
  kpis,
});

export { supplier, supplierEvaluation };
