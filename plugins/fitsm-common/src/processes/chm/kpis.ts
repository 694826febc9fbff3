import { Kpi } from '../../engine/kpis';

/** How well changes are controlled. */
export const kpis: Record<string, Kpi> = {
  successRate: {
    label: 'Changes successful',
    help: 'Share of the changes ended in the period, of those with an outcome, whose outcome is successful.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'outcome', is: ['successful'] }],
      of: {
        type: ['change'],
        at: 'actualEndAt',
        where: [{ field: 'outcome', isSet: true }],
      },
    },
  },
  emergencyRate: {
    label: 'Emergency changes',
    help: 'Share of the changes registered in the period that are emergency changes.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ field: 'changeType', is: ['emergency'] }],
      of: {
        type: ['change'],
        at: 'createdAt',
        where: [{ field: 'changeType', isSet: true }],
      },
    },
  },
  standardRate: {
    label: 'Standard changes',
    help: 'Share of the changes registered in the period that are standard changes.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'changeType', is: ['standard'] }],
      of: {
        type: ['change'],
        at: 'createdAt',
        where: [{ field: 'changeType', isSet: true }],
      },
    },
  },
  incidentsPerChange: {
    label: 'Incidents per change',
    help: 'Mean number of incidents caused, as the reviews say, of the changes ended in the period.',
    unit: 'score',
    better: 'lower',
    measure: {
      mean: 'incidentsCaused',
      of: { type: ['change'], at: 'actualEndAt' },
    },
  },
  changesOnTime: {
    label: 'Changes ended as scheduled',
    help: 'Share of the changes ended in the period, of those with a planned end, that ended by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'actualEndAt', notAfter: 'plannedEndAt' }],
      of: {
        type: ['change'],
        at: 'actualEndAt',
        where: [{ field: 'plannedEndAt', isSet: true }],
      },
    },
  },
  changesReviewed: {
    label: 'Changes reviewed',
    help: 'Share of the changes ended in the period whose post implementation review is done.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'reviewedAt', isSet: true }],
      of: { type: ['change'], at: 'actualEndAt' },
    },
  },
  timeToApprove: {
    label: 'Mean time to approval',
    help: 'Mean time from registration to approval of the changes approved in the period.',
    unit: 'days',
    better: 'lower',
    measure: {
      mean: { from: 'createdAt', to: 'approvedAt' },
      of: { type: ['change'], at: 'approvedAt' },
    },
  },
};
