import { Kpi } from '../../engine/kpis';

/** How well causes are found and removed. */
export const kpis: Record<string, Kpi> = {
  problemBacklog: {
    label: 'Problems not closed',
    help: 'Problems that were registered and not yet closed at the end of the period.',
    unit: 'count',
    better: 'lower',
    measure: { backlog: { type: ['problem'] } },
  },
  timeToResolve: {
    label: 'Mean time to resolve',
    help: 'Mean time from registration to resolution of the problems resolved in the period.',
    unit: 'days',
    better: 'lower',
    measure: {
      mean: { from: 'createdAt', to: 'resolvedAt' },
      of: { type: ['problem'], at: 'resolvedAt' },
    },
  },
  proactiveProblems: {
    label: 'Problems found proactively',
    help: 'Share of the problems registered in the period that came from trends, monitoring or staff, not from an incident.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'source', is: ['trend', 'monitoring', 'staff'] }],
      of: { type: ['problem'], at: 'createdAt' },
    },
  },
  rootCauseKnown: {
    label: 'Problems with a known cause',
    help: 'Share of the problems registered in the period whose root cause is recorded.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'rootCause', isSet: true }],
      of: { type: ['problem'], at: 'createdAt' },
    },
  },
  solvedByKnownError: {
    label: 'Incidents solved with a known error',
    help: 'Share of the incidents resolved in the period that are linked to the known error that solved them.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['solvedWith'] }],
      of: { type: ['incident'], at: 'resolvedAt' },
    },
  },
  knownErrorsReviewed: {
    label: 'Known errors up to date',
    help: 'Share of the active known errors whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: { type: ['knownError'], where: [{ state: ['active'] }] },
    },
  },
};
