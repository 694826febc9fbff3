import { Kpi } from '../../engine/kpis';

/** How far the records of configuration items can be trusted. */
export const kpis: Record<string, Kpi> = {
  accuracy: {
    label: 'Accuracy',
    help: 'Configuration items found correct, in percent of those checked, in the verifications finished in the period.',
    unit: 'percent',
    better: 'higher',
    measure: {
      ratio: { sum: 'correctCount', per: 'checkedCount' },
      of: { type: ['configurationVerification'], at: 'finishedAt' },
    },
  },
  unrecordedItems: {
    label: 'Unrecorded items found',
    help: 'Items without a record that the verifications finished in the period came upon.',
    unit: 'count',
    better: 'lower',
    measure: {
      total: 'unrecordedCount',
      of: { type: ['configurationVerification'], at: 'finishedAt' },
    },
  },
  verificationsInTime: {
    label: 'Verifications in time',
    help: 'Share of the verifications planned for the period that were finished by their planned date.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'finishedAt', notAfter: 'plannedFor' }],
      of: {
        type: ['configurationVerification'],
        at: 'plannedFor',
        where: [
          { state: ['planned', 'running', 'evaluated', 'reported', 'closed'] },
        ],
      },
    },
  },
  itemsVerified: {
    label: 'Items verified as planned',
    help: 'Share of the live configuration items whose next verification is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'verifyBy' }],
      of: { type: ['configurationItem'], where: [{ state: ['live'] }] },
    },
  },
  itemsTyped: {
    label: 'Items of a defined type',
    help: 'Share of the configuration items in use that are linked to an approved CI type.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['ofType'], state: ['approved'] }],
      of: {
        type: ['configurationItem'],
        where: [{ state: ['live', 'maintenance'] }],
      },
    },
  },
  missingItems: {
    label: 'Items missing',
    help: 'Configuration items that are reported missing and not found yet.',
    unit: 'count',
    better: 'lower',
    measure: {
      count: { type: ['configurationItem'], where: [{ state: ['missing'] }] },
    },
  },
};
