import { defineProcess } from '../../engine/defineProcess';
import { kpis } from './kpis';
import { report } from './report';
import { reportSpecification } from './reportSpecification';

/** Service reporting management. @public */
export const srm = defineProcess({
  code: 'srm',
  requirement: 'PR3',
  label: 'Service reporting management',
  group: 'Report & improve',
  purpose:
    'Those who decide get the reports that they agreed on, right and in time.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Service reporting manager',
      description:
        'Runs the process: keeps the list of reports, agrees specifications, watches that reports come as specified.',
    },
    staff: {
      label: 'Process staff',
      description: 'Specifies, produces, delivers and verifies reports.',
    },
  },
  recordTypes: [reportSpecification, report],
  kpis,
});

export { report, reportSpecification };
