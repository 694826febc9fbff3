import { Draft } from '../../World';

/** A requirement, with who brings it in and what it is about. */
export interface Requirement {
  day: number;
  by: string;
  system: string;
  draft: Draft;
  /** It ends within the year, instead of being reviewed. */
  isObsolete?: boolean;
}

export const requirements: Requirement[] = [
  {
    day: 24,
    by: 'ifeoma-adeyinka',
    system: 'booking',
    draft: {
      title: 'Bookings can be made at any hour',
      fields: {
        kind: 'availability',
        description:
          'Travellers book at night too, and the ticket counters open at 05:30. While booking is down nothing is sold anywhere, and cars queue up in front of the counters.',
        affected: ['system:booking', 'component:booking-engine'],
        criticality: 'vital',
        source: 'agreement',
        sourceReference: 'SLA for booking, paragraph 4',
        availabilityTarget: 99.9,
        measuredOver: 'month',
        operationHours: 'Around the clock',
        maintenanceWindow: 'Tuesdays from 02:00 to 04:00',
        longestOutage: 1,
        mostOutages: 2,
        agreedWith: ['group:commercial'],
        reviewInterval: 180,
      },
    },
  },
  {
    day: 25,
    by: 'ifeoma-adeyinka',
    system: 'booking',
    draft: {
      title: 'Booking is back within two hours of a loss of the data centre',
      fields: {
        kind: 'continuity',
        description:
          'After four hours without booking the Friday sailings cannot be filled any more: head counts must be known before a vessel may leave.',
        affected: ['system:booking', 'resource:booking-database'],
        criticality: 'vital',
        source: 'impactAnalysis',
        scenario:
          'Loss of the data centre, loss of the booking database, loss of both lines to it.',
        recoveryTimeObjective: 2,
        recoveryPointObjective: 0.25,
        minimumOperation:
          'Bookings of the day can be looked up, and space on the sailings of the day can be sold at the counter.',
        impactOverTime: [
          { after: 0.5, impact: 'low', consequence: 'Queues at the counters' },
          {
            after: 2,
            impact: 'high',
            consequence: 'Sailings leave half empty; travellers are stranded',
          },
          {
            after: 8,
            impact: 'ruinous',
            consequence:
              'The weekend is lost; contracts with hauliers are broken',
          },
        ],
        agreedWith: ['group:commercial', 'group:ferry-operations'],
      },
    },
  },
  {
    day: 26,
    by: 'priya-raghunathan',
    system: 'payments',
    draft: {
      title: 'Cards are taken while counters are open',
      fields: {
        kind: 'availability',
        description:
          'Four of five travellers pay by card. When cards fail, counters take cash, and the website sells nothing.',
        affected: ['system:payments', 'component:payment-service'],
        criticality: 'high',
        source: 'agreement',
        sourceReference: 'SLA for payments, paragraph 4',
        availabilityTarget: 99.8,
        measuredOver: 'month',
        operationHours: 'Every day from 05:00 to 24:00',
        maintenanceWindow: 'Every night from 01:00 to 03:00',
        longestOutage: 0.5,
      },
    },
  },
  {
    day: 27,
    by: 'eilidh-macaskill',
    system: 'terminal-operations',
    draft: {
      title: 'Boarding goes on when a terminal is cut off',
      fields: {
        kind: 'continuity',
        description:
          'A digger or a storm cuts off a terminal about once a year. Vessels must still leave on time, with a head count that is right.',
        affected: [
          'system:terminal-operations',
          'component:check-in-service',
          'resource:terminal-edge-cluster',
        ],
        criticality: 'vital',
        source: 'risk',
        scenario:
          'Loss of the network of a terminal, loss of its edge cluster, loss of power on the pier.',
        recoveryTimeObjective: 1,
        recoveryPointObjective: 0,
        minimumOperation:
          'Tickets are checked by hand, people are counted at the ramp, cars are waved through.',
        impactOverTime: [
          { after: 0.25, impact: 'low', consequence: 'Boarding is slower' },
          {
            after: 1,
            impact: 'high',
            consequence: 'The vessel misses its tide',
          },
        ],
        reviewInterval: 180,
      },
    },
  },
  {
    day: 28,
    by: 'nikos-papadakis',
    system: 'data-and-reporting',
    draft: {
      title: 'Manifests reach the coastguard within 15 minutes of departure',
      fields: {
        kind: 'continuity',
        description:
          'The law asks for the list of people on board within 15 minutes of departure, whatever happens to our systems.',
        affected: ['system:data-and-reporting', 'component:passenger-manifest'],
        criticality: 'vital',
        source: 'law',
        sourceReference: 'Passenger registration act, section 7',
        scenario: 'Loss of the event broker, of the object store, of the line.',
        recoveryTimeObjective: 0.25,
        recoveryPointObjective: 0,
        minimumOperation: 'The head count is given to the coastguard by phone.',
      },
    },
  },
  {
    day: 29,
    by: 'anneke-vandermeer',
    system: 'fleet-operations',
    draft: {
      title: 'The state of each sailing is known',
      fields: {
        kind: 'availability',
        description:
          'Boards, app and counters tell what sailing status tells them. When it is down, travellers stand in the rain for a ferry that is not coming.',
        affected: ['system:fleet-operations', 'component:sailing-status'],
        criticality: 'high',
        source: 'agreement',
        availabilityTarget: 99.5,
        measuredOver: 'month',
        operationHours: 'From the first to the last departure',
        maintenanceWindow: 'After the last departure',
      },
    },
  },
  {
    day: 30,
    by: 'yuki-hamasaki',
    system: 'traveller-channels',
    draft: {
      title: 'Website and app are open around the clock',
      fields: {
        kind: 'availability',
        description:
          'Two of three bookings come through the website or the app, most of them in the evening.',
        affected: ['system:traveller-channels', 'component:skerry-web'],
        criticality: 'medium',
        source: 'agreement',
        availabilityTarget: 99.5,
        measuredOver: 'month',
        operationHours: 'Around the clock',
        maintenanceWindow: 'Tuesdays from 02:00 to 04:00',
      },
    },
  },
  {
    day: 31,
    by: 'sven-kallio',
    system: 'shared-platform',
    draft: {
      title: 'The platform comes up again elsewhere within four hours',
      fields: {
        kind: 'continuity',
        description:
          'All else stands on it: databases, broker and sign-in come first, the warehouse last.',
        affected: [
          'system:shared-platform',
          'resource:production-cluster',
          'resource:database-cluster',
        ],
        criticality: 'vital',
        source: 'impactAnalysis',
        scenario: 'Fire, flood or loss of power in the data centre.',
        recoveryTimeObjective: 4,
        recoveryPointObjective: 1,
      },
    },
  },
  {
    day: 33,
    by: 'niamh-corrigan',
    system: 'workplace',
    isObsolete: true,
    draft: {
      title: 'The fax line to the coastguard is open',
      fields: {
        kind: 'availability',
        description:
          'Where all else fails the manifest goes by fax, from the office at Northpier.',
        affected: ['component:telephony'],
        criticality: 'low',
        source: 'law',
        availabilityTarget: 98,
        measuredOver: 'year',
      },
    },
  },
];

/** A plan, with those who write it and those who decide on it. */
export interface Plan {
  key: string;
  day: number;
  by: string;
  system: string;
  approvers: string[];
  draft: Draft;
}

const stormRisk = {
  risk: 'A storm cuts the line to the islands',
  likelihood: 'medium',
  impact: 'high',
  treatment: 'Second line by radio; sailings are booked from the mainland',
  remains: 'Slow screens for some hours',
};

export const plans: Plan[] = [
  {
    key: 'booking',
    day: 45,
    by: 'ifeoma-adeyinka',
    system: 'booking',
    approvers: ['maren-aldous', 'grace-wanjiru'],
    draft: {
      title: 'Availability and continuity of booking',
      fields: {
        kind: 'both',
        version: '1.0',
        description:
          'Covers booking engine, fares, capacity and their database. The website is covered by a plan of its own.',
        affected: [
          'system:booking',
          'component:booking-engine',
          'component:capacity-service',
          'resource:booking-database',
        ],
        requirements:
          'Available 99.9 % of each month; back within two hours after the loss of the data centre.',
        availabilityTarget: 99.9,
        recoveryTimeObjective: 2,
        recoveryPointObjective: 0.25,
        risks: [
          {
            risk: 'The booking database is damaged or lost',
            likelihood: 'low',
            impact: 'high',
            treatment:
              'Copy at the second site, backup every hour, restore test',
            remains: 'Bookings of up to 15 minutes are entered again by hand',
          },
          {
            risk: 'A release of the engine stops all sales',
            likelihood: 'medium',
            impact: 'high',
            treatment:
              'Releases go out on one node first, and can be rolled back',
            remains: 'Some minutes of failed bookings',
          },
          stormRisk,
        ],
        singlePointsOfFailure:
          'The booking engine is the only writer of its database.',
        preventiveMeasures: [
          {
            measure: 'Standby copy of the database at the second site',
            responsible: 'group:platform-team',
            state: 'inPlace',
          },
          {
            measure:
              'Counters can sell from a list of the day without the engine',
            responsible: 'group:booking-team',
            state: 'planned',
          },
        ],
        backups: 'Every hour to the object store, kept for 35 days.',
        activation:
          'The incident manager on duty decides when booking is down for 30 minutes and no end is in sight.',
        emergencyOperation:
          'Counters sell from the list of the day. Hauliers are called by the commercial desk.',
        recoverySteps: [
          {
            step: 'Stop all writers',
            assignee: 'group:booking-team',
            minutes: 10,
          },
          {
            step: 'Promote the standby database',
            assignee: 'group:platform-team',
            minutes: 30,
          },
          {
            step: 'Start the booking engine at the second site',
            assignee: 'group:booking-team',
            minutes: 30,
          },
          {
            step: 'Compare head counts with the terminals',
            assignee: 'group:terminal-team',
            minutes: 20,
          },
        ],
        returnToNormal:
          'Back to the first site in the next maintenance window.',
        responsibilities: [
          {
            role: 'Leads the recovery',
            person: 'user:ifeoma-adeyinka',
            deputy: 'user:tomasz-wierzba',
            reachedBy: 'Duty phone 4, or the radio of the port office',
          },
        ],
        communication:
          'Status page every 30 minutes; terminals by radio; hauliers by phone.',
        monitoring:
          'A probe books and cancels a test sailing each minute from two places. Service monitoring keeps the result; the booking team looks each Monday, the figures are recorded here each month.',
        testSchedule: 'At the table each half-year, a restore each quarter.',
        testEvery: 90,
        keptAt: 'Red folder in the port office of Northpier and on each vessel',
        reviewInterval: 180,
      },
    },
  },
  {
    key: 'terminals',
    day: 52,
    by: 'eilidh-macaskill',
    system: 'terminal-operations',
    approvers: ['pedro-quispe', 'grace-wanjiru'],
    draft: {
      title: 'Boarding without the network',
      fields: {
        kind: 'continuity',
        version: '1.0',
        description:
          'Covers check-in, barriers and boards at all seven terminals.',
        affected: [
          'system:terminal-operations',
          'component:check-in-service',
          'component:gate-controller',
          'resource:terminal-edge-cluster',
        ],
        recoveryTimeObjective: 1,
        recoveryPointObjective: 0,
        risks: [
          stormRisk,
          {
            risk: 'The edge cluster of a terminal fails in high season',
            likelihood: 'medium',
            impact: 'medium',
            treatment: 'A spare cluster is kept at Northpier',
            remains: 'Three hours until it has been sailed to an island',
          },
        ],
        preventiveMeasures: [
          {
            measure: 'Hand scanners check tickets without a network',
            responsible: 'group:terminal-team',
            state: 'inPlace',
          },
          {
            measure: 'Mobile network as a second way at each terminal',
            responsible: 'group:network-team',
            state: 'planned',
          },
        ],
        activation: 'The duty manager of the terminal decides, without asking.',
        emergencyOperation:
          'Boarding by hand as on the laminated card: scan, count at the ramp, report the count by radio.',
        recoverySteps: [
          { step: 'Hand out scanners and cards', minutes: 10 },
          { step: 'Raise the barriers by hand', minutes: 5 },
          { step: 'Report the head count by radio', minutes: 5 },
          { step: 'Load the scans into check-in afterwards', minutes: 30 },
        ],
        communication:
          'Stewards tell travellers; the boards show the radio text.',
        monitoring:
          'Each edge cluster reports once a minute; check-ins that fail are counted. Outages are recorded by the terminal team, figures each quarter.',
        testEvery: 180,
        keptAt: 'Laminated card at each ramp',
      },
    },
  },
  {
    key: 'platform',
    day: 60,
    by: 'sven-kallio',
    system: 'shared-platform',
    approvers: ['maren-aldous', 'laszlo-feher'],
    draft: {
      title: 'Loss of the data centre',
      fields: {
        kind: 'both',
        version: '1.0',
        description:
          'Covers clusters, databases, broker, object store, sign-in and the core network.',
        affected: [
          'system:shared-platform',
          'resource:production-cluster',
          'resource:database-cluster',
          'resource:core-network',
        ],
        availabilityTarget: 99.95,
        recoveryTimeObjective: 4,
        recoveryPointObjective: 1,
        risks: [
          {
            risk: 'The quay floods, and with it the basement of the data centre',
            likelihood: 'low',
            impact: 'high',
            treatment: 'Pumps, flood gates, second site on the hill',
            remains: 'Four hours without the warehouse',
          },
          {
            risk: 'Power fails for longer than the batteries last',
            likelihood: 'medium',
            impact: 'high',
            treatment: 'Diesel generator, tested each month',
          },
        ],
        singlePointsOfFailure:
          'Both lines enter the building through one duct.',
        preventiveMeasures: [
          {
            measure: 'Second duct on the hill side',
            responsible: 'user:pedro-quispe',
            state: 'planned',
          },
          {
            measure: 'Generator test on the first Monday of each month',
            responsible: 'user:sven-kallio',
            state: 'inPlace',
          },
        ],
        backups:
          'Nightly copies at the second site and with the hosting supplier.',
        activation:
          'Platform lead or incident manager, after 20 minutes without power.',
        recoverySteps: [
          { step: 'Call the hosting supplier', minutes: 10 },
          { step: 'Move the addresses of the gateway', minutes: 20 },
          { step: 'Start databases, then broker, then sign-in', minutes: 90 },
          { step: 'Start the services by their criticality', minutes: 60 },
        ],
        monitoring:
          'Service monitoring measures clusters, databases and lines each minute. The platform team records availability here each month.',
        testEvery: 180,
        reviewInterval: 180,
      },
    },
  },
  {
    key: 'manifest',
    day: 70,
    by: 'nikos-papadakis',
    system: 'data-and-reporting',
    approvers: ['grace-wanjiru', 'anneke-vandermeer'],
    draft: {
      title: 'Passenger manifests in any event',
      fields: {
        kind: 'continuity',
        version: '1.0',
        description:
          'How the coastguard gets its list when our systems are down.',
        affected: ['system:data-and-reporting', 'component:passenger-manifest'],
        recoveryTimeObjective: 0.25,
        recoveryPointObjective: 0,
        risks: [
          {
            risk: 'The event broker is down as a vessel leaves',
            likelihood: 'medium',
            impact: 'high',
            treatment: 'Head count by phone, list afterwards',
            remains: 'A list without names for some hours',
          },
        ],
        emergencyOperation: 'The duty engineer phones the head count through.',
        monitoring:
          'Each manifest that is later than 10 minutes raises an alert; late ones are counted each quarter.',
        testEvery: 90,
      },
    },
  },
  {
    key: 'payments',
    day: 80,
    by: 'priya-raghunathan',
    system: 'payments',
    approvers: ['maren-aldous', 'ifeoma-adeyinka'],
    draft: {
      title: 'Availability of payments',
      fields: {
        kind: 'availability',
        version: '1.0',
        description:
          'Card payments, refunds and the connection to the card services.',
        affected: [
          'system:payments',
          'component:payment-service',
          'resource:payment-gateway-link',
        ],
        availabilityTarget: 99.8,
        risks: [
          {
            risk: 'The card services of our supplier are down',
            likelihood: 'medium',
            impact: 'high',
            treatment: 'Payment on invoice for hauliers, cash at counters',
            remains: 'The website sells nothing meanwhile',
          },
        ],
        monitoring:
          'Share of authorisations that fail, by the minute; recorded each quarter.',
      },
    },
  },
];

/** An outage that monitoring saw, or that was planned. */
export interface OutageText {
  day: number;
  by: string;
  hours: number;
  draft: {
    title: string;
    fields: Record<string, string | string[] | number | boolean>;
  };
}

export const outages: OutageText[] = [
  {
    day: 64,
    by: 'hanna-bjarnadottir',
    hours: 5,
    draft: {
      title:
        'Ship-to-shore link of the Aurora is gone after a lightning strike',
      fields: {
        affected: ['resource:ship-to-shore-link'],
        severity: 'full',
        detectedBy: 'monitoring',
        usersAffected: 210,
        causeKind: 'hardware',
        cause: 'The mast radio was struck and had to be exchanged in port.',
        source: 'Line probe of service monitoring',
      },
    },
  },
  {
    day: 118,
    by: 'sven-kallio',
    hours: 1,
    draft: {
      title: 'Sign-in is slow after the certificate of the directory ran out',
      fields: {
        affected: ['resource:identity-provider'],
        severity: 'degraded',
        detectedBy: 'user',
        usersAffected: 640,
        causeKind: 'people',
        cause:
          'Nobody had renewed the certificate; the reminder went to a mailbox that is not read.',
        countsAgainstAvailability: 'inPart',
        countedShare: 50,
      },
    },
  },
  {
    day: 171,
    by: 'mei-ling-tan',
    hours: 3,
    draft: {
      title: 'Warehouse refuses new bookings: storage is full',
      fields: {
        affected: [
          'resource:reporting-warehouse',
          'component:booking-events-ingest',
        ],
        severity: 'degraded',
        detectedBy: 'staff',
        usersAffected: 40,
        causeKind: 'capacity',
        cause: 'The growth of the season was faster than forecast.',
      },
    },
  },
  {
    day: 246,
    by: 'ruben-castellanos',
    hours: 2,
    draft: {
      title: 'Barriers at Kelpholm stay shut after a power cut on the pier',
      fields: {
        affected: [
          'component:gate-controller',
          'resource:terminal-edge-cluster',
        ],
        severity: 'full',
        detectedBy: 'user',
        usersAffected: 90,
        causeKind: 'power',
        cause: 'The batteries of the cabinet had not been exchanged.',
      },
    },
  },
  {
    day: 330,
    by: 'anneke-vandermeer',
    hours: 1,
    draft: {
      title: 'Sailing status shows all sailings as boarding',
      fields: {
        affected: ['component:sailing-status'],
        severity: 'full',
        detectedBy: 'user',
        usersAffected: 3_000,
        causeKind: 'software',
        cause: 'Events were read twice after the broker had been restarted.',
      },
    },
  },
  {
    day: 364,
    by: 'ruben-castellanos',
    hours: 48,
    draft: {
      title: 'Departure boards at Sundra are dark',
      fields: {
        affected: ['component:departure-boards'],
        severity: 'degraded',
        detectedBy: 'user',
        usersAffected: 120,
        causeKind: 'hardware',
        cause: 'Salt water in the power supply.',
      },
    },
  },
];

export const maintenance: OutageText[] = [
  {
    day: 75,
    by: 'sven-kallio',
    hours: 2,
    draft: {
      title: 'Update of the database cluster',
      fields: {
        affected: ['resource:database-cluster'],
        causeKind: 'maintenance',
      },
    },
  },
  {
    day: 138,
    by: 'pedro-quispe',
    hours: 3,
    draft: {
      title: 'New core switches at Northpier',
      fields: { affected: ['resource:core-network'], causeKind: 'maintenance' },
    },
  },
  {
    day: 215,
    by: 'tomasz-wierzba',
    hours: 1,
    draft: {
      title: 'Booking engine closes for the new timetable',
      fields: { affected: ['component:booking-engine'], causeKind: 'change' },
    },
  },
  {
    day: 290,
    by: 'sven-kallio',
    hours: 2,
    draft: {
      title: 'Exchange of the storage under the object store',
      fields: { affected: ['resource:object-store'], causeKind: 'maintenance' },
    },
  },
];
