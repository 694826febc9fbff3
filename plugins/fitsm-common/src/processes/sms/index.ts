import { defineProcess } from '../../engine/defineProcess';
import { assessment } from './assessment';
import { audit } from './audit';
import { auditProgramme } from './auditProgramme';
import { communication } from './communication';
import { document } from './document';
import { kpi } from './kpi';
import { kpis } from './kpis';
import { managementReview } from './managementReview';
import { nonconformity } from './nonconformity';
import { requirementExclusion } from './requirementExclusion';
import { roleAssignment } from './roleAssignment';

/** The service management system as a whole: GR1 to GR7. @public */
export const sms = defineProcess({
  code: 'sms',
  requirement: 'GR',
  label: 'Service management system',
  group: 'Management system',
  purpose:
    'Service management is wanted from the top, written down, planned, done, checked and made better.',
  roles: {
    owner: {
      label: 'SMS owner',
      description:
        'Answers for the whole system from top management: its goals, its policy, its means, and who owns and manages the processes.',
    },
    manager: {
      label: 'SMS manager',
      description:
        'Runs the system: keeps the plan, makes it known, watches how mature it is, reports to the SMS owner.',
    },
    staff: {
      label: 'Service management staff',
      description:
        'Keeps documents and measurements, prepares reviews, audits and trainings.',
    },
  },
  recordTypes: [
    document,
    roleAssignment,
    communication,
    kpi,
    assessment,
    auditProgramme,
    audit,
    nonconformity,
    managementReview,
    requirementExclusion,
  ],
  kpis,
});

export {
  assessment,
  audit,
  auditProgramme,
  communication,
  document,
  kpi,
  managementReview,
  nonconformity,
  requirementExclusion,
  roleAssignment,
};
