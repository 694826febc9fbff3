import { defineProcess } from '../../engine/defineProcess';
import { complaint } from './complaint';
import { customer } from './customer';
import { kpis } from './kpis';
import { satisfactionSurvey } from './satisfactionSurvey';
import { serviceReview } from './serviceReview';

/** Customer relationship management. @public */
export const crm = defineProcess({
  code: 'crm',
  requirement: 'PR7',
  label: 'Customer relationship management',
  group: 'Offer & agree',
  purpose:
    'Each customer has somebody who listens, knows what they need, and sees to it that they are content.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Process manager',
      description:
        'Runs the process: keeps the customer database whole, watches complaints, plans surveys and service reviews.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Takes complaints, carries out surveys, prepares service reviews and writes down what came of them.',
    },
  },
  recordTypes: [customer, complaint, satisfactionSurvey, serviceReview],
  kpis,
});

export { complaint, customer, satisfactionSurvey, serviceReview };
