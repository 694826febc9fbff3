import { Kpi } from '../../engine/kpis';

/** How well information is protected. */
export const kpis: Record<string, Kpi> = {
  securityIncidents: {
    label: 'Security incidents',
    help: 'Security incidents that were registered in the period, but for rejected ones.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['securityIncident'],
        at: 'createdAt',
        where: [
          {
            state: [
              'new',
              'triage',
              'containing',
              'recovering',
              'reviewing',
              'closed',
            ],
          },
        ],
      },
    },
  },
  severeIncidents: {
    label: 'Security incidents of high impact',
    help: 'Share of the security incidents registered in the period whose impact is high.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ field: 'impact', is: ['high'] }],
      of: { type: ['securityIncident'], at: 'createdAt' },
    },
  },
  timeToContain: {
    label: 'Mean time to contain',
    help: 'Mean time from detection to containment of the security incidents contained in the period.',
    unit: 'hours',
    better: 'lower',
    measure: {
      mean: { from: 'detectedAt', to: 'containedAt' },
      of: { type: ['securityIncident'], at: 'containedAt' },
    },
  },
  controlsInPlace: {
    label: 'Controls in place',
    help: 'Share of the specified security controls that are implemented and work.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ state: ['implemented'] }],
      of: {
        type: ['securityControl'],
        where: [
          {
            state: [
              'specified',
              'implementing',
              'onHold',
              'implemented',
              'degraded',
            ],
          },
        ],
      },
    },
  },
  overdueTreatments: {
    label: 'Risk treatments overdue',
    help: 'Risks under treatment whose target date has passed.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['risk'],
        where: [
          { state: ['assessed', 'treating'] },
          { instant: 'targetDate', notAfter: 'now' },
        ],
      },
    },
  },
  accessReviewsInTime: {
    label: 'Access reviews in time',
    help: 'Share of the access reviews due in the period, but for cancelled ones, that were completed by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'completedAt', notAfter: 'finishBy' }],
      of: {
        type: ['accessReview'],
        at: 'finishBy',
        where: [{ state: ['planned', 'running', 'completed', 'closed'] }],
      },
    },
  },
  accessRightsReviewed: {
    label: 'Access rights reviewed as planned',
    help: 'Share of the granted access rights whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['accessRight'], where: [{ state: ['granted'] }] },
    },
  },
};
