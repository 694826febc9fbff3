import { Kpi } from '../../engine/kpis';

/** How well incidents and requests are handled. */
export const kpis: Record<string, Kpi> = {
  incidentBacklog: {
    label: 'Incidents not closed',
    help: 'Incidents that were registered and not yet closed at the end of the period.',
    unit: 'count',
    better: 'lower',
    measure: { backlog: { type: ['incident'] } },
  },
  timeToRestore: {
    label: 'Mean time to restore',
    help: 'Mean time from report to resolution of the incidents resolved in the period.',
    unit: 'hours',
    better: 'lower',
    measure: {
      mean: { from: 'reportedAt', to: 'resolvedAt' },
      of: { type: ['incident'], at: 'resolvedAt' },
    },
  },
  escalationRate: {
    label: 'Incidents escalated',
    help: 'Share of the incidents registered in the period that were escalated.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ moved: ['escalate'] }],
      of: { type: ['incident'], at: 'createdAt' },
    },
  },
  reopenRate: {
    label: 'Incidents reopened',
    help: 'Share of the incidents resolved in the period that were reopened at some time.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ moved: ['reopen'] }],
      of: { type: ['incident'], at: 'resolvedAt' },
    },
  },
  proactiveDetection: {
    label: 'Found by monitoring',
    help: 'Share of the incidents registered in the period that came from monitoring, not from people.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'channel', is: ['monitoring'] }],
      of: { type: ['incident'], at: 'createdAt' },
    },
  },
  majorIncidents: {
    label: 'Major incidents',
    help: 'Incidents registered in the period that are marked as major.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['incident'],
        at: 'createdAt',
        where: [{ field: 'majorIncident', is: [true] }],
      },
    },
  },
  requestsInTime: {
    label: 'Requests fulfilled in time',
    help: 'Share of the service requests fulfilled in the period, of those with a due date, that were fulfilled by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'fulfilledAt', notAfter: 'dueAt' }],
      of: {
        type: ['serviceRequest'],
        at: 'fulfilledAt',
        where: [{ field: 'dueAt', isSet: true }],
      },
    },
  },
};
