import { Cause, Level } from './incidents';

export interface ProblemText {
  key: Cause | 'figures' | 'scanners' | 'pool';
  /** The day on which it is recorded; all other days are counted from it. */
  day: number;
  by: string;
  /** Who looks into it. */
  assignee: string;
  title: string;
  source:
    | 'incident'
    | 'trend'
    | 'majorIncident'
    | 'monitoring'
    | 'changeOrRelease'
    | 'supplier'
    | 'staff';
  affected: string[];
  category:
    | 'software'
    | 'hardware'
    | 'network'
    | 'configuration'
    | 'capacity'
    | 'data'
    | 'supplier'
    | 'procedure'
    | 'unknown';
  how: readonly [impact: Level, urgency: Level];
  description: string;
  investigation?: string;
  tasks?: ReadonlyArray<string>;
  cause?: {
    after: number;
    method:
      | 'fiveWhys'
      | 'fishbone'
      | 'faultTree'
      | 'timeline'
      | 'comparison'
      | 'experiment';
    rootCause: string;
  };
  options?: ReadonlyArray<
    readonly [option: string, benefit: string, risk: string, effort: string]
  >;
  solution?: string;
  resolved?: { after: number; resolution: string; lessons: string };
  /** In how many days it should be done. */
  within: number;
  knownError?: {
    after: number;
    title: string;
    symptoms: string;
    errorCode?: string;
    workaround: string;
    mitigation?: string;
    audience: 'support' | 'operations' | 'users';
    fixedIn?: string;
  };
}

export const problemTexts: ReadonlyArray<ProblemText> = [
  {
    key: 'manifest',
    day: 45,
    by: 'viktor-marinov',
    assignee: 'mei-ling-tan',
    title: 'Manifests are late when two sailings leave in the same minute',
    source: 'incident',
    affected: ['component:passenger-manifest'],
    category: 'software',
    how: ['high', 'high'],
    description:
      'Four manifests in six weeks were filed after more than fifteen minutes, each time behind another sailing of the same minute.',
    investigation:
      'Log of all four compared: the second list waits for the receipt of the first, which takes up to nine minutes.',
    tasks: [
      'Measure the time to the receipt',
      'Ask the coastguard how many at once',
    ],
    cause: {
      after: 15,
      method: 'timeline',
      rootCause:
        'Manifests are filed one after the other, and each waits for the receipt of the one before.',
    },
    options: [
      [
        'File side by side',
        'No waiting at all',
        'The gateway of the coastguard takes four at once',
        'Three days',
      ],
      [
        'Move departures apart by five minutes',
        'Nothing to build',
        'Timetable is printed',
        'None',
      ],
    ],
    solution: 'File up to four manifests side by side.',
    resolved: {
      after: 77,
      resolution:
        'Filed side by side since the release. Longest time since then: four minutes.',
      lessons:
        'A drill with two departures in the same minute belongs to the test.',
    },
    within: 80,
    knownError: {
      after: 2,
      title: 'Manifest is late behind another sailing',
      symptoms:
        'No receipt twelve minutes after departure, another sailing left in the same minute.',
      workaround:
        'File the second one by phone; the steps are in the workflow.',
      audience: 'operations',
    },
  },
  {
    key: 'residents',
    day: 55,
    by: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    title: 'Discount for residents is given twice',
    source: 'incident',
    affected: ['component:fare-calculator', 'component:traveller-account'],
    category: 'software',
    how: ['medium', 'high'],
    description:
      'Bookings to which a vehicle is added later cost too little: about eleven a week, 38 each on average.',
    investigation: 'Reproduced with a booking on foot, car added, any island.',
    cause: {
      after: 20,
      method: 'experiment',
      rootCause:
        'When a vehicle is added the fare is worked out from the price that is already reduced.',
    },
    solution: 'Keep the full price in the booking, and reduce it once.',
    resolved: {
      after: 97,
      resolution:
        'Fixed in booking 24.2. No case in two weeks, by a query each night.',
      lessons:
        'Fares are tested with changes to a booking, not only with new ones.',
    },
    within: 100,
    knownError: {
      after: 5,
      title: 'Residents pay too little after adding a vehicle',
      symptoms: 'Price of a changed booking is lower than that of a new one.',
      workaround:
        'Cancel and book anew; Finance writes off what was paid too little.',
      mitigation: 'A query each night lists the cases.',
      audience: 'support',
      fixedIn: 'Booking 24.2',
    },
  },
  {
    key: 'clocks',
    day: 60,
    by: 'ruben-castellanos',
    assignee: 'ruben-castellanos',
    title: 'Tickets of the app are refused when the clock of a phone is wrong',
    source: 'staff',
    affected: ['component:check-in-service', 'component:skerry-app'],
    category: 'software',
    how: ['medium', 'medium'],
    description:
      'A dozen travellers a week stand at a red light with a valid ticket.',
    investigation:
      'All phones were more than a minute off. Those of one maker do not set their clock at sea.',
    cause: {
      after: 20,
      method: 'comparison',
      rootCause:
        'The code on the ticket holds the time of the phone, and the gate allows a minute.',
    },
    solution:
      'Gates allow ten minutes, and the app asks our clock when it has a network.',
    resolved: {
      after: 140,
      resolution: 'App 9.3 asks our clock, gates allow ten minutes.',
      lessons: 'Phones that are offline all day have to be thought of.',
    },
    within: 150,
    knownError: {
      after: 6,
      title: 'App ticket is "not yet valid"',
      symptoms:
        'Red light for a ticket in the app, the same booking on paper passes.',
      errorCode: 'TKT-NOT-YET-VALID',
      workaround:
        'Let pass by booking number. Ask the traveller to switch on automatic time.',
      audience: 'operations',
    },
  },
  {
    key: 'refunds',
    day: 75,
    by: 'viktor-marinov',
    assignee: 'joao-figueira',
    title: 'Refunds hold up the queue and what shares it',
    source: 'majorIncident',
    affected: ['component:refund-worker', 'resource:refund-queue'],
    category: 'capacity',
    how: ['high', 'medium'],
    description:
      'One refund that fails is taken again and again; a storm day brings the queue to a stand.',
    investigation:
      'Load test with five thousand refunds: time per refund grows with the length of the queue.',
    tasks: ['Load test', 'Ask the bank for the limit of transfers an hour'],
    cause: {
      after: 10,
      method: 'fiveWhys',
      rootCause:
        'The worker takes the oldest first, also when it has just failed, and looks through the whole queue for it.',
    },
    options: [
      [
        'A queue of its own for what failed',
        'One bad refund holds up nobody',
        'Two places to look at',
        'A week',
      ],
      [
        'More workers',
        'Faster',
        'The same refund could be paid twice',
        'A day',
      ],
    ],
    solution: 'What failed goes to a queue of its own and is tried hourly.',
    resolved: {
      after: 102,
      resolution:
        'Second queue in use. On the storm day after it 3,900 refunds went out in five hours.',
      lessons: 'Each queue needs a place for what fails, from the beginning.',
    },
    within: 110,
    knownError: {
      after: 3,
      title: 'One refund holds up all others',
      symptoms:
        'Oldest refund is older than two hours, the worker is busy all the same.',
      workaround:
        'Set the oldest aside by its reference and pay it by transfer.',
      audience: 'operations',
      fixedIn: 'Payments 11.0',
    },
  },
  {
    key: 'pool',
    day: 80,
    by: 'sven-kallio',
    assignee: 'amara-diallo',
    title: 'Queue of refunds slows down the database',
    source: 'monitoring',
    affected: ['resource:database-cluster'],
    category: 'capacity',
    how: ['medium', 'medium'],
    description:
      'Seen on the storm day: four fifths of the connections belong to one worker.',
    within: 60,
  },
  {
    key: 'radio',
    day: 88,
    by: 'viktor-marinov',
    assignee: 'pedro-quispe',
    title: 'Kelpholm and Sundra lose their link in heavy rain',
    source: 'trend',
    affected: ['resource:core-network'],
    category: 'network',
    how: ['high', 'medium'],
    description:
      'A third of all network incidents. Two terminals hang on one radio link each, above the water.',
    investigation:
      'Loss of signal compared with rainfall: from 14 millimetres an hour on the link is gone.',
    cause: {
      after: 22,
      method: 'comparison',
      rootCause:
        'Radio at that frequency does not get through such rain over nine kilometres. There is no second way.',
    },
    options: [
      ['Fibre in the sea', 'For good', 'None', '1.4 million, two years'],
      [
        'A second radio at a lower frequency',
        'Enough for check-in',
        'Slow',
        '60,000',
      ],
      [
        'Satellite as a second way',
        'Independent of rain',
        'Delay of half a second',
        '900 a month',
      ],
    ],
    within: 150,
    knownError: {
      after: 7,
      title: 'No link at Kelpholm or Sundra in heavy rain',
      symptoms:
        'Terminal is slow or gone while it pours; comes back by itself.',
      workaround:
        'Throttle boards and backups; gates scan from their own store for four hours.',
      mitigation: 'Backups run at two at night only.',
      audience: 'support',
    },
  },
  {
    key: 'labels',
    day: 100,
    by: 'niamh-corrigan',
    assignee: 'bilal-khoury',
    title: 'Printers at the counters lose the wireless network at night',
    source: 'trend',
    affected: ['component:printing', 'component:staff-wifi'],
    category: 'network',
    how: ['medium', 'high'],
    description:
      'Most frequent report of the quarter. Always in the morning, always the same model.',
    investigation:
      'Controller changes channels at three. This model does not follow when the channel is above 100.',
    cause: {
      after: 30,
      method: 'experiment',
      rootCause:
        'The printers know no channel above 100, and the controller chooses among all.',
    },
    solution: 'A network of its own for printers with channels that they know.',
    resolved: {
      after: 92,
      resolution:
        'Printers are on their own network. No report in two weeks, forty a month before.',
      lessons: 'What a device can do is asked before it is bought.',
    },
    within: 100,
    knownError: {
      after: 6,
      title: 'Printer at a counter is offline in the morning',
      symptoms: 'Jobs are sent, nothing comes out, other printers work.',
      workaround: 'Take the printer off the wireless network and on again.',
      audience: 'support',
      fixedIn: 'Own network for printers',
    },
  },
  {
    key: 'hourly',
    day: 101,
    by: 'priya-raghunathan',
    assignee: 'joao-figueira',
    title: 'Payments hang at the full hour',
    source: 'monitoring',
    affected: ['component:payment-service', 'resource:payment-database'],
    category: 'software',
    how: ['high', 'medium'],
    description:
      'For three to six minutes after each full hour one in nine payments takes more than ten seconds.',
    investigation:
      'Starts with the hourly export for Finance, which reads the table of payments from end to end.',
    cause: {
      after: 20,
      method: 'timeline',
      rootCause:
        'The export locks what it reads. It grew slowly, and nobody saw it grow.',
    },
    solution: 'Export from the copy of the database that is made for reading.',
    resolved: {
      after: 71,
      resolution: 'Export reads the copy. Payments are level over the hour.',
      lessons: 'Alerts look at the slowest of a hundred, not at the mean.',
    },
    within: 75,
    knownError: {
      after: 4,
      title: 'Card payment hangs just after the full hour',
      symptoms:
        'Wheel turns for ten seconds or more, money is taken, booking is not confirmed.',
      workaround:
        'Do not pay again: look up the capture and confirm the booking.',
      audience: 'support',
    },
  },
  {
    key: 'summerTime',
    day: 121,
    by: 'anneke-vandermeer',
    assignee: 'oskar-lindqvist',
    title: 'Times are an hour off in tides, rosters and rest hours',
    source: 'incident',
    affected: ['component:sailing-schedule', 'component:crew-roster'],
    category: 'software',
    how: ['medium', 'high'],
    description: 'Three reports in three days, all of them an hour.',
    cause: {
      after: 4,
      method: 'comparison',
      rootCause:
        'Times are kept without their zone in the table of tides, and the roster counts a night by the clock on the wall.',
    },
    solution: 'Keep instants, show the zone of the port.',
    resolved: {
      after: 42,
      resolution:
        'Both corrected and tried with both nights on which the clocks change.',
      lessons: 'Those two nights belong to every test of times.',
    },
    within: 60,
  },
  {
    key: 'midnight',
    day: 135,
    by: 'eilidh-macaskill',
    assignee: 'ruben-castellanos',
    title: 'Boards keep yesterday if the link is down at midnight',
    source: 'incident',
    affected: ['component:departure-boards', 'resource:terminal-edge-cluster'],
    category: 'software',
    how: ['medium', 'medium'],
    description: 'Six mornings with the sailings of the day before.',
    cause: {
      after: 35,
      method: 'faultTree',
      rootCause:
        'Boards ask for the new day once, at midnight. If nobody answers they do not ask again.',
    },
    solution:
      'Ask every five minutes, and go dark rather than show another day.',
    resolved: {
      after: 80,
      resolution:
        'Boards 5.1 at all seven terminals. Link cut at midnight as a test: right after five minutes.',
      lessons: 'A wrong board is worse than none.',
    },
    within: 90,
    knownError: {
      after: 5,
      title: 'Boards show the sailings of yesterday',
      symptoms: 'Morning, all boards of one terminal, website is right.',
      workaround: 'Restart the boards one after the other, gates last.',
      audience: 'operations',
      fixedIn: 'Boards 5.1',
    },
  },
  {
    key: 'shipMail',
    day: 172,
    by: 'viktor-marinov',
    assignee: 'hanna-bjarnadottir',
    title: 'Mail and Wi-Fi hang when a vessel changes over to satellite',
    source: 'trend',
    affected: ['resource:ship-to-shore-link', 'component:staff-mail'],
    category: 'supplier',
    how: ['medium', 'medium'],
    description:
      'Crews cannot send reports for up to forty minutes after they leave the harbour.',
    investigation:
      'Traffic of two crossings recorded. Open connections stay on the mobile network that is gone.',
    tasks: [
      'Record traffic of two crossings',
      'Get the settings of the router from the carrier',
    ],
    cause: {
      after: 58,
      method: 'experiment',
      rootCause:
        'The router of the carrier keeps open connections on the way that they began with.',
    },
    solution:
      'The carrier sets a shorter time after which connections are moved.',
    within: 120,
    knownError: {
      after: 13,
      title: 'No mail for half an hour after leaving the harbour',
      symptoms: 'Mails hang in the outbox, web pages too, telephones work.',
      workaround:
        'Switch Wi-Fi off and on after the harbour mouth. Headers only on satellite.',
      audience: 'users',
    },
  },
  {
    key: 'signIn',
    day: 190,
    by: 'yuki-hamasaki',
    assignee: 'amara-diallo',
    title: 'Sign-in fails now and then since the gateway was upgraded',
    source: 'changeOrRelease',
    affected: ['component:api-gateway', 'component:traveller-account'],
    category: 'configuration',
    how: ['high', 'medium'],
    description:
      'One in forty sign-ins, more in the evening. Began in the week of the upgrade.',
    investigation:
      'Two of six instances were set up with the old list of keys.',
    cause: {
      after: 15,
      method: 'comparison',
      rootCause:
        'The upgrade reads the keys once at the start. Instances that start while keys are renewed keep the old ones.',
    },
    solution: 'Read the keys every minute.',
    resolved: {
      after: 34,
      resolution:
        'Keys are read every minute. No failure of this kind for ten days.',
      lessons:
        'Upgrades are watched over a renewal of keys before they count as done.',
    },
    within: 60,
    knownError: {
      after: 5,
      title: 'Sign-in says "try later"',
      symptoms: 'Fails once, works on the second try.',
      errorCode: '401 key unknown',
      workaround: 'Try once more. For agents: sign out of all windows first.',
      audience: 'support',
    },
  },
  {
    key: 'figures',
    day: 205,
    by: 'nikos-papadakis',
    assignee: 'mei-ling-tan',
    title: 'Revenue in the portal differs from the books',
    source: 'staff',
    affected: ['component:reporting-portal'],
    category: 'data',
    how: ['low', 'low'],
    description: 'By 0.3 to 0.5 percent each month.',
    within: 60,
  },
  {
    key: 'battery',
    day: 235,
    by: 'niamh-corrigan',
    assignee: 'bilal-khoury',
    title: 'Laptops fail after an update of the battery firmware',
    source: 'supplier',
    affected: ['component:managed-laptops'],
    category: 'supplier',
    how: ['medium', 'high'],
    description:
      'Nineteen laptops in ten days: some do not start, some last for twenty minutes.',
    investigation: 'Only the model of last year. The maker knows of it.',
    cause: {
      after: 25,
      method: 'fishbone',
      rootCause: 'Firmware 1.18 of the battery misreads its own temperature.',
    },
    solution:
      'Take the firmware back, and hold back updates for two weeks from now on.',
    resolved: {
      after: 53,
      resolution: 'All 112 laptops of the model are on firmware 1.19.',
      lessons: 'Updates go to ten laptops of the service desk first.',
    },
    within: 60,
    knownError: {
      after: 3,
      title: 'Laptop asks for a long key, or its battery is empty at once',
      symptoms: 'After the update of the week; model of last year.',
      workaround:
        'Enter the recovery key, take the battery firmware back to 1.17.',
      audience: 'support',
      fixedIn: 'Battery firmware 1.19',
    },
  },
  {
    key: 'roofBoxes',
    day: 262,
    by: 'viktor-marinov',
    assignee: 'ruben-castellanos',
    title: 'Vehicles are sent to lanes that are too low',
    source: 'trend',
    affected: ['component:gate-controller'],
    category: 'unknown',
    how: ['medium', 'high'],
    description:
      'Heights in bookings are guessed by travellers; sensors know better and are not always asked.',
    investigation: 'Log of the gates for the two worst lanes is being kept.',
    within: 55,
  },
  {
    key: 'order',
    day: 268,
    by: 'oskar-lindqvist',
    assignee: 'oskar-lindqvist',
    title: 'Sailing events overtake each other',
    source: 'changeOrRelease',
    affected: ['api:sailing-events', 'resource:event-broker'],
    category: 'software',
    how: ['medium', 'high'],
    description:
      'Since the broker was upgraded events of one sailing come out of order, some ten a week.',
    investigation:
      'Readers take from several parts of the queue at once; a sailing does not always keep to one.',
    cause: {
      after: 32,
      method: 'experiment',
      rootCause:
        'The key by which events are spread is the route, and a sailing changes its route when the vessel changes.',
    },
    within: 120,
    knownError: {
      after: 12,
      title: 'State of a sailing jumps back',
      symptoms: 'Cancelled or departed sailing shows as boarding.',
      workaround: 'Set the state again by hand in the sailing status.',
      audience: 'operations',
    },
  },
  {
    key: 'scanners',
    day: 356,
    by: 'ruben-castellanos',
    assignee: 'ruben-castellanos',
    title: 'Hand scanners lose their pairing in the rain',
    source: 'staff',
    affected: ['component:check-in-service'],
    category: 'hardware',
    how: ['low', 'medium'],
    description: 'Outside, twice this week, always the new ones.',
    within: 60,
  },
];

export interface TrendText {
  day: number;
  count: number;
  before: number;
  findings: ReadonlyArray<
    readonly [
      pattern: string,
      count: number,
      trend: 'rising' | 'steady' | 'falling',
      affected: string,
      decision: 'raiseProblem' | 'knownProblem' | 'watch' | 'none',
    ]
  >;
  conclusions: string;
  /** Problems that it finds. */
  finds: ReadonlyArray<ProblemText['key']>;
}

export const trendTexts: ReadonlyArray<TrendText> = [
  {
    day: 84,
    count: 93,
    before: 88,
    findings: [
      [
        'Terminals lose their link in rain',
        14,
        'steady',
        'core-network',
        'raiseProblem',
      ],
      [
        'Printers at counters, mornings only',
        17,
        'rising',
        'printing',
        'raiseProblem',
      ],
      ['Late manifests', 5, 'steady', 'passenger-manifest', 'knownProblem'],
      [
        'Forgotten passwords after holidays',
        6,
        'steady',
        'identity-provider',
        'none',
      ],
    ],
    conclusions:
      'Two patterns have a cause in common that nobody looks for yet: printers and radio links. Both become problems.',
    finds: ['radio', 'labels'],
  },
  {
    day: 169,
    count: 104,
    before: 93,
    findings: [
      [
        'Mail and Wi-Fi on board after leaving',
        11,
        'rising',
        'ship-to-shore-link',
        'raiseProblem',
      ],
      ['Printers at counters', 12, 'falling', 'printing', 'knownProblem'],
      [
        'Boards with yesterday',
        6,
        'steady',
        'departure-boards',
        'knownProblem',
      ],
    ],
    conclusions:
      'One new pattern, on board. Payments at the full hour are solved: no case in two weeks.',
    finds: ['shipMail'],
  },
  {
    day: 259,
    count: 148,
    before: 104,
    findings: [
      [
        'Lanes that are too low',
        9,
        'rising',
        'gate-controller',
        'raiseProblem',
      ],
      ['Batteries of laptops', 13, 'rising', 'managed-laptops', 'knownProblem'],
      ['Sign-in fails', 3, 'falling', 'api-gateway', 'knownProblem'],
      ['More of everything in the busy weeks', 60, 'steady', 'all', 'none'],
    ],
    conclusions:
      'By passenger there is no more than last year. Lanes are new, and dangerous on the ramp.',
    finds: ['roofBoxes'],
  },
  {
    day: 348,
    count: 97,
    before: 148,
    findings: [
      [
        'State of sailings jumps back',
        12,
        'rising',
        'sailing-events',
        'knownProblem',
      ],
      [
        'Lanes that are too low',
        8,
        'steady',
        'gate-controller',
        'knownProblem',
      ],
      ['Scanners in the rain', 2, 'rising', 'check-in-service', 'watch'],
    ],
    conclusions:
      'Nothing new stands out. Two problems take longer than planned.',
    finds: [],
  },
];
