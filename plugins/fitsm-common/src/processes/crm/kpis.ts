import { Kpi } from '../../engine/kpis';

/** How content customers are. */
export const kpis: Record<string, Kpi> = {
  satisfaction: {
    label: 'Satisfaction',
    help: 'Mean score of the surveys that ended in the period.',
    unit: 'score',
    better: 'higher',
    measure: {
      mean: 'score',
      of: {
        type: ['satisfactionSurvey'],
        at: 'runsTo',
        where: [{ state: ['evaluated', 'followUp', 'closed'] }],
      },
    },
  },
  responseRate: {
    label: 'Surveys answered',
    help: 'People who answered, in percent of those invited, in the surveys that ended in the period.',
    unit: 'percent',
    better: 'higher',
    measure: {
      ratio: { sum: 'answeredCount', per: 'invitedCount' },
      of: {
        type: ['satisfactionSurvey'],
        at: 'runsTo',
        where: [{ state: ['evaluated', 'followUp', 'closed'] }],
      },
    },
  },
  complaints: {
    label: 'Complaints',
    help: 'Complaints that were received in the period.',
    unit: 'count',
    better: 'lower',
    measure: { count: { type: ['complaint'], at: 'receivedAt' } },
  },
  complaintsInTime: {
    label: 'Complaints answered in time',
    help: 'Share of the complaints answered in the period, of those with a due date, that were answered by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'answeredAt', notAfter: 'answerDueAt' }],
      of: {
        type: ['complaint'],
        at: 'answeredAt',
        where: [{ field: 'answerDueAt', isSet: true }],
      },
    },
  },
  timeToAnswer: {
    label: 'Mean time to answer complaints',
    help: 'Mean time from receipt to answer of the complaints answered in the period.',
    unit: 'days',
    better: 'lower',
    measure: {
      mean: { from: 'receivedAt', to: 'answeredAt' },
      of: { type: ['complaint'], at: 'answeredAt' },
    },
  },
  serviceReviewsHeld: {
    label: 'Service reviews held',
    help: 'Share of the service reviews planned for the period that were held.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'heldAt', isSet: true }],
      of: { type: ['serviceReview'], at: 'plannedFor' },
    },
  },
  customersReviewed: {
    label: 'Customers reviewed as planned',
    help: 'Share of the active customers whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['customer'], where: [{ state: ['active'] }] },
    },
  },
};
