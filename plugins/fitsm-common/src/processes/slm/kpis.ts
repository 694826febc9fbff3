import { Kpi } from '../../engine/kpis';

/** How far services are agreed on, and agreements kept. */
export const kpis: Record<string, Kpi> = {
  agreementCoverage: {
    label: 'Services with an SLA',
    help: 'Share of the live services for customers that an SLA in force covers; link the default SLA to the services it holds for.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ linked: ['agreements'], state: ['inForce', 'noticeGiven'] }],
      of: {
        type: ['service'],
        where: [
          { state: ['live', 'inCatalogue'] },
          { field: 'customerFacing', is: [true] },
        ],
      },
    },
  },
  agreementsKept: {
    label: 'SLAs kept',
    help: 'Share of the SLAs last evaluated in the period whose targets were all met.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'fulfilment', is: ['met'] }],
      of: {
        type: ['serviceLevelAgreement'],
        at: 'evaluatedAt',
        where: [{ field: 'fulfilment', is: ['met', 'partlyMet', 'missed'] }],
      },
    },
  },
  supportKept: {
    label: 'OLAs and UAs kept',
    help: 'Share of the OLAs and UAs last evaluated in the period whose targets were all met.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'fulfilment', is: ['met'] }],
      of: {
        type: ['operationalLevelAgreement', 'underpinningAgreement'],
        at: 'evaluatedAt',
        where: [{ field: 'fulfilment', is: ['met', 'partlyMet', 'missed'] }],
      },
    },
  },
  agreementsBacked: {
    label: 'SLAs backed by support',
    help: 'Share of the SLAs in force that an OLA or a UA in force supports.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [
        {
          linked: ['supportedByInternal', 'supportedByExternal'],
          state: ['inForce', 'noticeGiven'],
        },
      ],
      of: { type: ['serviceLevelAgreement'], where: [{ state: ['inForce'] }] },
    },
  },
  agreementsReviewed: {
    label: 'Agreements reviewed as planned',
    help: 'Share of the SLAs, OLAs and UAs in force whose next review is still to come.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'now', notAfter: 'nextReviewAt' }],
      of: {
        type: [
          'serviceLevelAgreement',
          'operationalLevelAgreement',
          'underpinningAgreement',
        ],
        where: [{ state: ['inForce'] }],
      },
    },
  },
  catalogueComplete: {
    label: 'Live services in the catalogue',
    help: 'Share of the live services for customers that are in the service catalogue.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ state: ['inCatalogue'] }],
      of: {
        type: ['service'],
        where: [
          { state: ['live', 'inCatalogue'] },
          { field: 'customerFacing', is: [true] },
        ],
      },
    },
  },
  timeToNotify: {
    label: 'Mean time to tell of violations',
    help: 'Mean time from the registration of a violation to its notification, of those notified in the period.',
    unit: 'hours',
    better: 'lower',
    measure: {
      mean: { from: 'createdAt', to: 'notifiedAt' },
      of: { type: ['agreementViolation'], at: 'notifiedAt' },
    },
  },
};
