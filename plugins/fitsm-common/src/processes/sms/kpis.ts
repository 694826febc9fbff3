import { Kpi } from '../../engine/kpis';

/** How well the management system itself is run. */
export const kpis: Record<string, Kpi> = {
  nonconformityBacklog: {
    label: 'Nonconformities not closed',
    help: 'Nonconformities that were registered and not yet closed at the end of the period.',
    unit: 'count',
    better: 'lower',
    measure: { backlog: { type: ['nonconformity'] } },
  },
  overdueNonconformities: {
    label: 'Nonconformities overdue',
    help: 'Nonconformities that are not closed though their due date has passed.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['nonconformity'],
        where: [
          { category: ['open', 'waiting'] },
          { instant: 'dueAt', notAfter: 'now' },
        ],
      },
    },
  },
  correctionsEffective: {
    label: 'Corrections effective',
    help: 'Share of the nonconformities closed in the period whose correction was found to be effective.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'effectiveness', is: ['effective'] }],
      of: {
        type: ['nonconformity'],
        at: 'closedAt',
        where: [{ state: ['closed'] }],
      },
    },
  },
  auditsDone: {
    label: 'Audits done as planned',
    help: 'Share of the audits planned to begin in the period that have begun.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'startedAt', isSet: true }],
      of: { type: ['audit'], at: 'plannedStartAt' },
    },
  },
  managementReviews: {
    label: 'Management reviews held',
    help: 'Management reviews that were held in the period.',
    unit: 'count',
    better: 'higher',
    measure: { count: { type: ['managementReview'], at: 'heldAt' } },
  },
  documentsReviewed: {
    label: 'Documents up to date',
    help: 'Share of the approved documents whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['document'], where: [{ state: ['approved'] }] },
    },
  },
  rolesAccepted: {
    label: 'Roles accepted',
    help: 'Share of the role assignments, proposed or made, that their holders have accepted.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ state: ['accepted'] }],
      of: {
        type: ['roleAssignment'],
        where: [{ state: ['proposed', 'appointed', 'accepted'] }],
      },
    },
  },
};
