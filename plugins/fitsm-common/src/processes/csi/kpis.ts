import { Kpi } from '../../engine/kpis';

/** How well the organisation improves. */
export const kpis: Record<string, Kpi> = {
  suggestions: {
    label: 'Improvements suggested',
    help: 'Improvements that were registered in the period.',
    unit: 'count',
    better: 'higher',
    measure: { count: { type: ['improvement'], at: 'createdAt' } },
  },
  implemented: {
    label: 'Approved improvements implemented',
    help: 'Share of the improvements approved in the period that are implemented by now.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'implementedAt', isSet: true }],
      of: { type: ['improvement'], at: { moved: ['approve'] } },
    },
  },
  leadTime: {
    label: 'Mean lead time',
    help: 'Mean time from suggestion to implementation of the improvements implemented in the period.',
    unit: 'days',
    better: 'lower',
    measure: {
      mean: { from: 'createdAt', to: 'implementedAt' },
      of: { type: ['improvement'], at: 'implementedAt' },
    },
  },
  effective: {
    label: 'Improvements effective',
    help: 'Share of the improvements finished in the period that turned out to be effective.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'effectiveness', is: ['effective'] }],
      of: {
        type: ['improvement'],
        at: 'closedAt',
        where: [{ state: ['done'] }],
      },
    },
  },
  improvementBacklog: {
    label: 'Improvements not closed',
    help: 'Improvements that were registered and not yet closed at the end of the period.',
    unit: 'count',
    better: 'lower',
    measure: { backlog: { type: ['improvement'] } },
  },
  actionsInTime: {
    label: 'Actions done in time',
    help: 'Share of the follow-up actions done in the period, of those with a due date, that were done by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'completedAt', notAfter: 'dueAt' }],
      of: {
        type: ['followUpAction'],
        at: 'completedAt',
        where: [{ field: 'dueAt', isSet: true }],
      },
    },
  },
  overdueActions: {
    label: 'Actions overdue',
    help: 'Follow-up actions that are not closed though their due date has passed.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: {
        type: ['followUpAction'],
        where: [
          { category: ['open', 'waiting'] },
          { instant: 'dueAt', notAfter: 'now' },
        ],
      },
    },
  },
};
