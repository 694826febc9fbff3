import { defineProcess } from '../../engine/defineProcess';
import { agreementTemplate } from './agreementTemplate';
import { agreementViolation } from './agreementViolation';
import { kpis } from './kpis';
import { operationalLevelAgreement } from './operationalLevelAgreement';
import { serviceLevelAgreement } from './serviceLevelAgreement';
import { underpinningAgreement } from './underpinningAgreement';

/** Service level management. @public */
export const slm = defineProcess({
  code: 'slm',
  requirement: 'PR2',
  label: 'Service level management',
  group: 'Offer & agree',
  purpose:
    'Customers find in a catalogue what they can have, know how good it will be, and those behind a service have promised what that takes.',
  roles: {
    owner: {
      label: 'Process owner',
      description: 'Answers for the process: its goals, its means, its fit.',
    },
    manager: {
      label: 'Service level manager',
      description:
        'Runs the process: keeps the catalogue, negotiates agreements, sees to it that they are evaluated and reviewed.',
    },
    staff: {
      label: 'Process staff',
      description:
        'Prepares agreements, evaluates their targets, follows violations up.',
    },
  },
  recordTypes: [
    serviceLevelAgreement,
    operationalLevelAgreement,
    underpinningAgreement,
    agreementTemplate,
    agreementViolation,
  ],
  kpis,
});

export {
  agreementTemplate,
  agreementViolation,
  operationalLevelAgreement,
  serviceLevelAgreement,
  underpinningAgreement,
};
