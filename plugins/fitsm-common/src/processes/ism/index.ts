import { defineProcess } from '../../engine/defineProcess';
import { accessReview } from './accessReview';
import { accessRight } from './accessRight';
import { informationAsset } from './informationAsset';
import { kpis } from './kpis';
import { risk } from './risk';
import { securityControl } from './securityControl';
import { securityEvent } from './securityEvent';
import { securityIncident } from './securityIncident';

/** Information security management. @public */
export const ism = defineProcess({
  code: 'ism',
  requirement: 'PR6',
  label: 'Information security management',
  group: 'Protect & secure',
  purpose:
    'Information that services work with stays secret where it must, right, and within reach.',
  roles: {
    owner: {
      label: 'Process owner',
      description:
        'Answers for the process: its goals, its means, its fit; bears or refuses high risks.',
    },
    manager: {
      label: 'Information security manager',
      description:
        'Runs the process: keeps inventory, risks and controls current, leads when security is breached.',
    },
    staff: {
      label: 'Security team',
      description:
        'Assesses risks, judges events, handles incidents, gives and reviews access rights.',
    },
  },
  recordTypes: [
    informationAsset,
    risk,
    securityControl,
    securityEvent,
    securityIncident,
    accessRight,
    accessReview,
  ],
  kpis,
});

export {
  informationAsset,
  risk,
  securityControl,
  securityEvent,
  securityIncident,
  accessRight,
  accessReview,
};
