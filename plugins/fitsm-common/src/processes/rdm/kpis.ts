import { Kpi } from '../../engine/kpis';

/** How well releases come into use. */
export const kpis: Record<string, Kpi> = {
  releaseSuccess: {
    label: 'Releases successful',
    help: 'Share of the releases deployed in the period, of those whose success is recorded, that were successful.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'success', is: ['successful'] }],
      of: {
        type: ['release'],
        at: 'deployedAt',
        where: [{ field: 'success', isSet: true }],
      },
    },
  },
  backOutRate: {
    label: 'Releases backed out',
    help: 'Share of the releases deployed in the period that were backed out at some time.',
    unit: 'percent',
    better: 'lower',
    measure: {
      share: [{ moved: ['backOut'] }],
      of: { type: ['release'], at: 'deployedAt' },
    },
  },
  releasesOnPlan: {
    label: 'Releases deployed as planned',
    help: 'Share of the releases deployed in the period, of those with a planned end, that were deployed by then.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ instant: 'deployedAt', notAfter: 'plannedEndAt' }],
      of: {
        type: ['release'],
        at: 'deployedAt',
        where: [{ field: 'plannedEndAt', isSet: true }],
      },
    },
  },
  incidentsPerRelease: {
    label: 'Incidents per release',
    help: 'Mean number of incidents caused, as the reviews say, of the releases deployed in the period.',
    unit: 'score',
    better: 'lower',
    measure: {
      mean: 'incidentsCaused',
      of: { type: ['release'], at: 'deployedAt' },
    },
  },
  deploymentSuccess: {
    label: 'Deployments successful',
    help: 'Share of the deployments ended in the period that succeeded and were not backed out.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ state: ['succeeded'] }],
      of: { type: ['deployment'], at: 'actualEndAt' },
    },
  },
  releasesReviewed: {
    label: 'Releases reviewed',
    help: 'Share of the releases deployed in the period that were reviewed afterwards.',
    unit: 'percent',
    better: 'higher',
    measure: {
      share: [{ field: 'reviewedAt', isSet: true }],
      of: { type: ['release'], at: 'deployedAt' },
    },
  },
};
