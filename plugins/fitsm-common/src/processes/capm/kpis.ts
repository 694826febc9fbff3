import { Kpi } from '../../engine/kpis';

/** How well capacity keeps ahead of demand. */
export const kpis: Record<string, Kpi> = {
  performanceIncidents: {
    label: 'Performance incidents',
    help: 'Incidents of the category performance that were registered in the period.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['incident'],
        at: 'createdAt',
        where: [{ field: 'category', is: ['performance'] }],
      },
    },
  },
  capacityOutages: {
    label: 'Outages for want of capacity',
    help: 'Outages that began in the period and were caused by too little capacity.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['outage'],
        at: 'startedAt',
        where: [{ field: 'causeKind', is: ['capacity'] }],
      },
    },
  },
  requirementsPlanned: {
    label: 'Requirements met by a plan',
    help: 'Share of the agreed capacity requirements that a plan in force is to meet.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['plans'], state: ['inForce'] }],
      of: { type: ['capacityRequirement'], where: [{ state: ['agreed'] }] },
    },
  },
  requirementsReviewed: {
    label: 'Requirements reviewed as planned',
    help: 'Share of the agreed capacity requirements whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['capacityRequirement'], where: [{ state: ['agreed'] }] },
    },
  },
  plansReviewed: {
    label: 'Plans reviewed as planned',
    help: 'Share of the capacity plans in force whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['capacityPlan'], where: [{ state: ['inForce'] }] },
    },
  },
};
