import { defineProcess } from '../../engine/defineProcess';
import { kpis } from './kpis';
import { party } from './party';
import { service } from './service';
import { serviceDesignPackage } from './serviceDesignPackage';
import { serviceProposal } from './serviceProposal';

/** Service portfolio management. @public */
export const spm = defineProcess({
  code: 'spm',
  requirement: 'PR1',
  label: 'Service portfolio management',
  group: 'Offer & agree',
  purpose:
    'Everybody knows which services there are, which are on their way and which are going, and new ones are planned before they are built.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Service portfolio manager',
      description:
        'Runs the process: keeps the portfolio complete and true, brings proposals to a decision, looks after the design and transition packages.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Collects proposals and evaluates them, keeps the records of services and parties.',
    },
  },
  recordTypes: [service, serviceProposal, serviceDesignPackage, party],
  kpis,
});

export { party, service, serviceDesignPackage, serviceProposal };
