import { Draft } from '../../World';

/** A capacity requirement, and what its review finds to have grown. */
export interface CapacityText {
  key: string;
  day: number;
  by: string;
  system: string;
  draft: Draft;
  grown: { demandNow: number; demandPredicted: number };
}

export const requirements: CapacityText[] = [
  {
    key: 'bookings',
    day: 36,
    by: 'ifeoma-adeyinka',
    system: 'booking',
    grown: { demandNow: 118, demandPredicted: 290 },
    draft: {
      title: 'Bookings on a summer Friday',
      fields: {
        description:
          'On the first Fridays of the holidays everybody books at noon. Whoever waits longer than a minute calls, and the counters drown in calls.',
        affected: ['system:booking', 'component:booking-engine'],
        resourceKind: 'service',
        resource: 'Booking engine and its database',
        metric: 'Bookings a minute',
        unit: '1/min',
        demandNow: 90,
        demandPredicted: 260,
        growth: 8,
        peakDemand: 240,
        peakTimes: 'Fridays from 11:30 to 13:00 in the summer holidays',
        demandDrivers: 'School holidays, festivals, a closed bridge.',
        performanceTarget: '95 of 100 bookings are confirmed in under a second',
        warningThreshold: 75,
        exceptionThreshold: 90,
        criticality: 'high',
        source: 'agreement',
        sourceReference: 'SLA for booking, paragraph 5',
        agreedWith: ['group:commercial'],
      },
    },
  },
  {
    key: 'cards',
    day: 38,
    by: 'priya-raghunathan',
    system: 'payments',
    grown: { demandNow: 96, demandPredicted: 230 },
    draft: {
      title: 'Cards that are charged a minute',
      fields: {
        description:
          'Each booking is paid within 15 minutes, or its space is lost.',
        affected: ['system:payments', 'component:payment-service'],
        resourceKind: 'supplier',
        resource: 'Card services',
        metric: 'Authorisations a minute',
        demandNow: 80,
        demandPredicted: 200,
        growth: 10,
        peakTimes: 'Summer Fridays, and the first day of a timetable',
        performanceTarget: '99 of 100 authorisations in under three seconds',
        warningThreshold: 70,
        exceptionThreshold: 90,
        criticality: 'high',
        source: 'agreement',
      },
    },
  },
  {
    key: 'line',
    day: 40,
    by: 'pedro-quispe',
    system: 'shared-platform',
    grown: { demandNow: 17, demandPredicted: 24 },
    draft: {
      title: 'Traffic of a vessel at sea',
      fields: {
        description:
          'Manifests, positions and card payments on board share one link with the travellers.',
        affected: ['resource:ship-to-shore-link'],
        resourceKind: 'network',
        metric: 'Mbit/s at peak',
        unit: 'Mbit/s',
        demandNow: 15,
        demandPredicted: 22,
        growth: 35,
        warningThreshold: 80,
        exceptionThreshold: 95,
        criticality: 'medium',
        source: 'forecast',
      },
    },
  },
  {
    key: 'storage',
    day: 42,
    by: 'nikos-papadakis',
    system: 'data-and-reporting',
    grown: { demandNow: 10.1, demandPredicted: 14 },
    draft: {
      title: 'Eight years of bookings, sailings and positions',
      fields: {
        affected: ['resource:reporting-warehouse'],
        resourceKind: 'storage',
        metric: 'TB used',
        unit: 'TB',
        demandNow: 8.2,
        demandPredicted: 9.5,
        growth: 15,
        demandDrivers: 'Data that only grows.',
        criticality: 'low',
        source: 'forecast',
      },
    },
  },
  {
    key: 'desk',
    day: 44,
    by: 'niamh-corrigan',
    system: 'workplace',
    grown: { demandNow: 60, demandPredicted: 95 },
    draft: {
      title: 'Calls that the service desk can take',
      fields: {
        description:
          'Whoever calls from a ramp has a vessel waiting behind them.',
        affected: ['system:workplace'],
        resourceKind: 'people',
        resource: 'Service desk',
        metric: 'Calls a day',
        demandNow: 55,
        demandPredicted: 80,
        peakTimes: 'Mornings from 06:00 to 08:00',
        performanceTarget: '80 of 100 calls are taken within 30 seconds',
        criticality: 'medium',
        source: 'internal',
      },
    },
  },
];
