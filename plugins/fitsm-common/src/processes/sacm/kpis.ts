import { Kpi } from '../../engine/kpis';

/** How available services are, and how well prepared for the worst. */
export const kpis: Record<string, Kpi> = {
  outages: {
    label: 'Unscheduled outages',
    help: 'Unscheduled outages that began in the period, but for withdrawn ones.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['outage'],
        at: 'startedAt',
        where: [
          { field: 'kind', is: ['unscheduled'] },
          { state: ['open', 'ended', 'disputed', 'confirmed'] },
        ],
      },
    },
  },
  downtime: {
    label: 'Unscheduled downtime',
    help: 'Added length of the unscheduled outages that began in the period and have ended.',
    unit: 'hours',
    better: 'lower',
    measure: {
      total: { from: 'startedAt', to: 'endedAt' },
      of: {
        type: ['outage'],
        at: 'startedAt',
        where: [
          { field: 'kind', is: ['unscheduled'] },
          { state: ['ended', 'disputed', 'confirmed'] },
        ],
      },
    },
  },
  timeToRestoreService: {
    label: 'Mean time to restore service',
    help: 'Mean length of the unscheduled outages that began in the period and have ended.',
    unit: 'hours',
    better: 'lower',
    measure: {
      mean: { from: 'startedAt', to: 'endedAt' },
      of: {
        type: ['outage'],
        at: 'startedAt',
        where: [
          { field: 'kind', is: ['unscheduled'] },
          { state: ['ended', 'disputed', 'confirmed'] },
        ],
      },
    },
  },
  plansTested: {
    label: 'Continuity plans tested',
    help: 'Share of the continuity plans in force of which a test was passed or evaluated.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['tests'], state: ['passed', 'closed'] }],
      of: {
        type: ['availabilityContinuityPlan'],
        where: [
          { state: ['inForce'] },
          { field: 'kind', is: ['continuity', 'both'] },
        ],
      },
    },
  },
  testsPassed: {
    label: 'Tests passed',
    help: 'Share of the continuity tests ended in the period that were passed.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ moved: ['pass'] }],
      of: { type: ['continuityTest'], at: 'endedAt' },
    },
  },
  requirementsPlanned: {
    label: 'Requirements met by a plan',
    help: 'Share of the agreed requirements that a plan in force is to meet.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['plans'], state: ['inForce', 'invoked'] }],
      of: {
        type: ['availabilityContinuityRequirement'],
        where: [{ state: ['agreed'] }],
      },
    },
  },
  plansReviewed: {
    label: 'Plans reviewed as planned',
    help: 'Share of the plans in force whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: {
        type: ['availabilityContinuityPlan'],
        where: [{ state: ['inForce'] }],
      },
    },
  },
};
