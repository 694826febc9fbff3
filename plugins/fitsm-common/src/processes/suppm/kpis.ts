import { Kpi } from '../../engine/kpis';

/** How well suppliers do, and are looked after. */
export const kpis: Record<string, Kpi> = {
  evaluationsInTime: {
    label: 'Suppliers evaluated in time',
    help: 'Share of the evaluations due in the period, but for cancelled ones, that were made by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'evaluatedAt', notAfter: 'evaluateBy' }],
      of: {
        type: ['supplierEvaluation'],
        at: 'evaluateBy',
        where: [
          { state: ['planned', 'evaluated', 'agreed', 'followUp', 'closed'] },
        ],
      },
    },
  },
  expectationsMet: {
    label: 'Expectations met',
    help: 'Share of the evaluations made in the period whose rating meets or exceeds expectations.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'rating', is: ['exceeds', 'meets'] }],
      of: { type: ['supplierEvaluation'], at: 'evaluatedAt' },
    },
  },
  supplierScore: {
    label: 'Score of suppliers',
    help: 'Mean score of the evaluations made in the period.',
    unit: 'score',
    better: 'higher',
    measure: {
      mean: 'score',
      of: { type: ['supplierEvaluation'], at: 'evaluatedAt' },
    },
  },
  agreementsKept: {
    label: 'Underpinning agreements kept',
    help: 'Share of the underpinning agreements last evaluated in the period whose targets were all met.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'fulfilment', is: ['met'] }],
      of: {
        type: ['underpinningAgreement'],
        at: 'evaluatedAt',
        where: [{ field: 'fulfilment', is: ['met', 'partlyMet', 'missed'] }],
      },
    },
  },
  suppliersReviewed: {
    label: 'Suppliers reviewed as planned',
    help: 'Share of the active suppliers whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['supplier'], where: [{ state: ['active'] }] },
    },
  },
};
