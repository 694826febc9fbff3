import { Kpi } from '../../engine/kpis';

/** How well the portfolio is kept. */
export const kpis: Record<string, Kpi> = {
  specificationsComplete: {
    label: 'Services fully specified',
    help: 'Share of the live services that say their value, their customers, their hours and how to order them.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [
        { field: 'valueToCustomer', isSet: true },
        { field: 'targetCustomers', isSet: true },
        { field: 'serviceHours', isSet: true },
        { field: 'howToOrder', isSet: true },
      ],
      of: {
        type: ['service'],
        where: [{ state: ['live', 'inCatalogue', 'retiring'] }],
      },
    },
  },
  partiesNamed: {
    label: 'Services with named parties',
    help: 'Share of the live services that are linked to the active parties that deliver them.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['parties'], state: ['active'] }],
      of: { type: ['service'], where: [{ state: ['live', 'inCatalogue'] }] },
    },
  },
  portfolioReviewed: {
    label: 'Services reviewed as planned',
    help: 'Share of the live services whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['service'], where: [{ state: ['live', 'inCatalogue'] }] },
    },
  },
  proposalsInTime: {
    label: 'Proposals decided in time',
    help: 'Share of the proposals decided in the period, of those with a due date, that were decided by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'decidedAt', notAfter: 'decideBy' }],
      of: {
        type: ['serviceProposal'],
        at: 'decidedAt',
        where: [{ field: 'decideBy', isSet: true }],
      },
    },
  },
  timeToDecide: {
    label: 'Mean time to decide',
    help: 'Mean time from registration to decision of the proposals decided in the period.',
    unit: 'days',
    better: 'lower',
    measure: {
      mean: { from: 'createdAt', to: 'decidedAt' },
      of: { type: ['serviceProposal'], at: 'decidedAt' },
    },
  },
  transitionsInTime: {
    label: 'Transitions completed in time',
    help: 'Share of the design and transition packages completed in the period, of those with a date, that were completed by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'completedAt', notAfter: 'liveBy' }],
      of: {
        type: ['serviceDesignPackage'],
        at: 'completedAt',
        where: [{ field: 'liveBy', isSet: true }],
      },
    },
  },
};
