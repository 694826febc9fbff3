import { Kpi } from '../../engine/kpis';

/** How reliable the reports are. */
export const kpis: Record<string, Kpi> = {
  deliveredInTime: {
    label: 'Reports delivered in time',
    help: 'Share of the reports due in the period, but for cancelled ones, that were delivered by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'deliveredAt', notAfter: 'dueAt' }],
      of: {
        type: ['report'],
        at: 'dueAt',
        where: [
          {
            state: [
              'planned',
              'produced',
              'delivered',
              'accepted',
              'inaccurate',
              'superseded',
            ],
          },
        ],
      },
    },
  },
  asSpecified: {
    label: 'Reports as specified',
    help: 'Share of the reports checked in the period that came as their specification says.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'verification', is: ['asSpecified'] }],
      of: { type: ['report'], at: 'verifiedAt' },
    },
  },
  inaccurate: {
    label: 'Reports found inaccurate',
    help: 'Share of the reports delivered in the period in which somebody found a mistake.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ moved: ['reportInaccuracy'] }],
      of: { type: ['report'], at: 'deliveredAt' },
    },
  },
  overdueReports: {
    label: 'Reports overdue',
    help: 'Reports that are not delivered though their due date has passed.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['report'],
        where: [
          { state: ['planned', 'produced'] },
          { instant: 'dueAt', notAfter: 'now' },
        ],
      },
    },
  },
  specificationsReviewed: {
    label: 'Specifications reviewed as planned',
    help: 'Share of the agreed report specifications whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['reportSpecification'], where: [{ state: ['agreed'] }] },
    },
  },
};
