export type TypeKey =
  | 'application'
  | 'interface'
  | 'database'
  | 'cluster'
  | 'network'
  | 'device'
  | 'certificate';

export interface TypeText {
  key: TypeKey;
  title: string;
  kind: string;
  catalogKind: 'none' | 'component' | 'api' | 'resource';
  description: string;
  reason: string;
  levelOfDetail: string;
  identification: string;
  attributes: ReadonlyArray<
    readonly [name: string, kind: string, meaning: string]
  >;
  verifyEvery: number;
}

export const typeTexts: ReadonlyArray<TypeText> = [
  {
    key: 'application',
    title: 'Application',
    kind: 'software',
    catalogKind: 'component',
    description:
      'What a team builds or runs and users feel; not its libraries.',
    reason: 'One must know what runs where before it is changed.',
    levelOfDetail:
      'One record for each component of the catalog, none for its instances.',
    identification: 'Name in the catalog',
    attributes: [
      ['Language', 'text', 'In which it is written'],
      ['Instances', 'number', 'How many run'],
      ['Runbook', 'url', 'Where its runbook is'],
    ],
    verifyEvery: 180,
  },
  {
    key: 'interface',
    title: 'Interface',
    kind: 'interface',
    catalogKind: 'api',
    description: 'An API that others than its team call.',
    reason: 'Who calls it must be told before it changes.',
    levelOfDetail: 'One record for each API, versions are attributes.',
    identification: 'Name in the catalog',
    attributes: [
      ['Rate limit', 'number', 'Calls a minute'],
      ['Callers', 'text', 'Systems that call it'],
    ],
    verifyEvery: 365,
  },
  {
    key: 'database',
    title: 'Database',
    kind: 'database',
    catalogKind: 'resource',
    description: 'A database or warehouse with data of its own.',
    reason: 'Backups, personal data and versions hang on it.',
    levelOfDetail: 'One record for each database, none for tables.',
    identification: 'Name in the catalog',
    attributes: [
      ['Size', 'number', 'In gigabytes'],
      ['Backup', 'text', 'How often'],
      ['Personal data', 'boolean', 'Whether it holds any'],
    ],
    verifyEvery: 180,
  },
  {
    key: 'cluster',
    title: 'Cluster and platform service',
    kind: 'virtual',
    catalogKind: 'resource',
    description: 'What applications run on: clusters, broker, stores, sign-in.',
    reason: 'All systems stop when one of these does.',
    levelOfDetail:
      'The cluster, and each of its nodes where it has a cabinet of its own.',
    identification: 'Name in the catalog',
    attributes: [
      ['Nodes', 'number', 'How many'],
      ['Halls', 'text', 'Where they stand'],
    ],
    verifyEvery: 90,
  },
  {
    key: 'network',
    title: 'Network device or link',
    kind: 'network',
    catalogKind: 'resource',
    description: 'Firewalls, switches, radios, and the links between sites.',
    reason: 'Two terminals hang on one link each.',
    levelOfDetail: 'Each device with an address of its own; no cables.',
    identification: 'Serial number, or both ends of a link',
    attributes: [
      ['Capacity', 'number', 'In megabits a second'],
      ['Firmware', 'text', 'Its version'],
    ],
    verifyEvery: 90,
  },
  {
    key: 'device',
    title: 'Device at a terminal',
    kind: 'hardware',
    catalogKind: 'none',
    description:
      'Edge servers, scanners, boards and readers that stewards touch.',
    reason: 'They break, and someone has to know where the spare one is.',
    levelOfDetail: 'Each device above 300; scanners as a pool.',
    identification: 'Inventory number',
    attributes: [
      ['Terminal', 'choice', 'Where it is'],
      ['Bought', 'date', 'When'],
    ],
    verifyEvery: 180,
  },
  {
    key: 'certificate',
    title: 'Certificate',
    kind: 'licence',
    catalogKind: 'none',
    description: 'Certificates that somebody else can see.',
    reason: 'Two ended unseen the year before last.',
    levelOfDetail: 'Each certificate; none that renew themselves.',
    identification: 'Serial number',
    attributes: [['Issuer', 'text', 'Who signed it']],
    verifyEvery: 60,
  },
];

export const relationshipTexts = [
  {
    title: 'Runs on',
    kind: 'hosting',
    forwardName: 'runs on',
    backwardName: 'runs',
    description:
      'The first needs the second to be switched on: the booking engine runs on the production cluster.',
    pairs: [
      ['Application', 'Cluster and platform service', 'manyToMany'],
      ['Database', 'Cluster and platform service', 'manyToOne'],
    ],
    impact: 'backward',
    catalogRelation: 'dependsOn',
    origin: 'both',
    between: ['application', 'database', 'cluster'],
  },
  {
    title: 'Depends on',
    kind: 'dependency',
    forwardName: 'depends on',
    backwardName: 'supports',
    description:
      'The first cannot do its work without the second: the website depends on the gateway.',
    pairs: [
      ['Application', 'Application', 'manyToMany'],
      ['Application', 'Database', 'manyToMany'],
    ],
    impact: 'backward',
    catalogRelation: 'dependsOn',
    origin: 'automatic',
    between: ['application', 'database', 'interface'],
  },
  {
    title: 'Part of',
    kind: 'composition',
    forwardName: 'is part of',
    backwardName: 'has part',
    description:
      'The first is built into the second: an edge server is part of the edge cluster.',
    pairs: [
      ['Device at a terminal', 'Cluster and platform service', 'manyToOne'],
    ],
    impact: 'both',
    catalogRelation: 'partOf',
    origin: 'manual',
    between: ['device', 'cluster'],
  },
  {
    title: 'Connected to',
    kind: 'connection',
    forwardName: 'is connected to',
    backwardName: 'is connected to',
    description:
      'Traffic goes between the two: a radio is connected to the core network.',
    pairs: [['Network device or link', 'Network device or link', 'manyToMany']],
    impact: 'both',
    catalogRelation: 'none',
    origin: 'both',
    between: ['network'],
  },
  {
    title: 'Stands beside',
    kind: 'place',
    forwardName: 'stands beside',
    backwardName: 'stands beside',
    description: 'Both are in the same rack.',
    pairs: [['Device at a terminal', 'Device at a terminal', 'manyToMany']],
    impact: 'none',
    catalogRelation: 'none',
    origin: 'manual',
    between: ['device'],
  },
] as const;

export type SourceKey =
  | 'catalog'
  | 'clusters'
  | 'discovery'
  | 'register'
  | 'certificates'
  | 'carrier';

export const sourceTexts: ReadonlyArray<{
  key: SourceKey;
  by: string;
  title: string;
  kind: string;
  description: string;
  holds: string;
  decides: string;
  gaps: string;
  quality: 'good' | 'fair' | 'poor';
  itemCount: number;
  interface: 'provider' | 'api' | 'file' | 'manual';
  frequency: 'continuous' | 'daily' | 'weekly' | 'monthly';
  matchingRule: string;
  integrationPlan: string;
  feeds: ReadonlyArray<TypeKey>;
}> = [
  {
    key: 'catalog',
    by: 'sven-kallio',
    title: 'Software catalog of the portal',
    kind: 'catalog',
    description: 'Written by the teams beside their code.',
    holds: 'Components, APIs, resources, their owners and what they depend on.',
    decides: 'Name, owner, dependencies.',
    gaps: 'Versions; they come from the clusters.',
    quality: 'good',
    itemCount: 48,
    interface: 'provider',
    frequency: 'continuous',
    matchingRule: 'Entity reference',
    integrationPlan: 'Records name the entity; owners are taken over from it.',
    feeds: ['application', 'interface', 'database'],
  },
  {
    key: 'clusters',
    by: 'amara-diallo',
    title: 'Clusters: what really runs',
    kind: 'orchestrator',
    description: 'Both clusters tell images and versions.',
    holds: 'Images, versions, instances, nodes.',
    decides: 'Version and number of instances.',
    gaps: 'Nothing about devices at terminals.',
    quality: 'good',
    itemCount: 61,
    interface: 'api',
    frequency: 'daily',
    matchingRule: 'Label with the name in the catalog',
    integrationPlan: 'A job reads it each night and notes what differs.',
    feeds: ['application', 'cluster'],
  },
  {
    key: 'discovery',
    by: 'pedro-quispe',
    title: 'Discovery of the network',
    kind: 'discovery',
    description: 'Asks all addresses once a week.',
    holds: 'Devices with addresses, firmware, neighbours.',
    decides: 'Firmware, address.',
    gaps: 'Vessels at sea.',
    quality: 'fair',
    itemCount: 214,
    interface: 'file',
    frequency: 'weekly',
    matchingRule: 'Serial number',
    integrationPlan:
      'List each Monday; what is new becomes a record or a question.',
    feeds: ['network', 'device'],
  },
  {
    key: 'register',
    by: 'sven-kallio',
    title: 'Asset register of Finance',
    kind: 'assetRegister',
    description: 'What was bought for more than 300.',
    holds: 'Inventory number, date and price.',
    decides: 'Inventory number.',
    gaps: 'What was given away stays in it.',
    quality: 'poor',
    itemCount: 530,
    interface: 'file',
    frequency: 'monthly',
    matchingRule: 'Inventory number',
    integrationPlan:
      'List of the month; differences are looked at with Finance twice a year.',
    feeds: ['device'],
  },
  {
    key: 'certificates',
    by: 'amara-diallo',
    title: 'Store of certificates',
    kind: 'other',
    description: 'Where all certificates are kept.',
    holds: 'Certificates with issuer and end.',
    decides: 'End of validity.',
    gaps: 'Those that suppliers keep.',
    quality: 'good',
    itemCount: 17,
    interface: 'api',
    frequency: 'daily',
    matchingRule: 'Serial number',
    integrationPlan: 'A job reads ends of validity each night.',
    feeds: ['certificate'],
  },
  {
    key: 'carrier',
    by: 'hanna-bjarnadottir',
    title: 'List of lines of the carrier',
    kind: 'supplier',
    description: 'Sent with each bill.',
    holds: 'Lines to vessels and terminals with their speed.',
    decides: 'Contracted speed.',
    gaps: 'Names of vessels are old ones.',
    quality: 'fair',
    itemCount: 16,
    interface: 'file',
    frequency: 'monthly',
    matchingRule: 'Number of the line',
    integrationPlan: 'Typed once, then compared by hand each month.',
    feeds: ['network'],
  },
];

export interface ItemText {
  key: string;
  title: string;
  /** `component:booking-engine`; none for what the catalog does not have. */
  entity?: string;
  type: TypeKey;
  kind: string;
  criticality: 'critical' | 'high' | 'medium' | 'low';
  version: string;
  environment: 'production' | 'shared';
  location: string;
  redundancy?: string;
  sources: ReadonlyArray<SourceKey>;
  attributes: ReadonlyArray<
    readonly [name: string, value: string, unit?: string]
  >;
  links?: ReadonlyArray<
    readonly [
      relation: 'partOf' | 'dependsOn' | 'runsOn' | 'connectsTo',
      key: string,
    ]
  >;
}

const application = (
  name: string,
  title: string,
  criticality: ItemText['criticality'],
  version: string,
  instances: string,
  links: ItemText['links'] = [],
): ItemText => ({
  key: name,
  title,
  entity: `component:${name}`,
  type: 'application',
  kind: 'software',
  criticality,
  version,
  environment: 'production',
  location: 'Both data halls',
  redundancy: `${Number(instances) - 1} of ${instances}`,
  sources: ['catalog', 'clusters'],
  attributes: [['Instances', instances]],
  links: [['runsOn', 'production-cluster'], ...links],
});

const database = (
  name: string,
  title: string,
  criticality: ItemText['criticality'],
  size: string,
): ItemText => ({
  key: name,
  title,
  entity: `resource:${name}`,
  type: 'database',
  kind: 'database',
  criticality,
  version: '14.9',
  environment: 'production',
  location: 'Both data halls',
  redundancy: '1 of 3',
  sources: ['catalog'],
  attributes: [
    ['Size', size, 'GB'],
    ['Backup', 'Hourly'],
  ],
  links: [['runsOn', 'database-cluster']],
});

const platform = (
  name: string,
  title: string,
  version: string,
  nodes: string,
  links: ItemText['links'] = [],
): ItemText => ({
  key: name,
  title,
  entity: `resource:${name}`,
  type: 'cluster',
  kind: 'virtual',
  criticality: 'critical',
  version,
  environment: 'shared',
  location: 'Both data halls',
  sources: ['catalog', 'clusters'],
  attributes: [['Nodes', nodes]],
  links,
});

const networkDevice = (
  key: string,
  title: string,
  location: string,
  version: string,
  capacity: string,
): ItemText => ({
  key,
  title,
  type: 'network',
  kind: 'network',
  criticality: 'high',
  version,
  environment: 'production',
  location,
  sources: ['discovery'],
  attributes: [
    ['Capacity', capacity, 'Mbit/s'],
    ['Firmware', version],
  ],
  links: [['connectsTo', 'core-network']],
});

const edgeServer = (terminal: string, number: number): ItemText => ({
  key: `edge-${number}`,
  title: `Edge server ${number}, ${terminal}`,
  type: 'device',
  kind: 'hardware',
  criticality: 'high',
  version: 'R4',
  environment: 'production',
  location: `${terminal}, cabinet beside the office`,
  redundancy: '1 of 2',
  sources: ['discovery', 'register'],
  attributes: [
    ['Terminal', terminal],
    ['Bought', '2022-03-14'],
  ],
  links: [['partOf', 'terminal-edge-cluster']],
});

export const itemTexts: ReadonlyArray<ItemText> = [
  platform('production-cluster', 'Production cluster', '1.31', '12'),
  platform('database-cluster', 'Database cluster', '14.9', '3'),
  platform('event-broker', 'Event broker', '2.8', '3', [
    ['runsOn', 'production-cluster'],
  ]),
  platform('object-store', 'Object store', '7.2', '4'),
  platform('identity-provider', 'Identity provider', '24.0', '2', [
    ['runsOn', 'production-cluster'],
    ['dependsOn', 'database-cluster'],
  ]),
  platform(
    'terminal-edge-cluster',
    'Edge cluster of the terminals',
    '1.29',
    '14',
    [['connectsTo', 'core-network']],
  ),
  {
    ...platform('core-network', 'Core network', '2022', '9'),
    type: 'network',
    kind: 'network',
    location: 'Ring of head office, halls and terminals',
    sources: ['catalog', 'discovery'],
    attributes: [['Capacity', '10000', 'Mbit/s']],
  },
  {
    ...platform(
      'ship-to-shore-link',
      'Lines to the nine vessels',
      '2023',
      '9',
      [['connectsTo', 'core-network']],
    ),
    type: 'network',
    kind: 'network',
    location: 'Nine vessels',
    sources: ['catalog', 'carrier'],
    attributes: [['Capacity', '20', 'Mbit/s']],
  },
  {
    ...platform(
      'payment-gateway-link',
      'Connection to the card payment gateway',
      '2',
      '2',
      [['dependsOn', 'core-network']],
    ),
    type: 'network',
    kind: 'network',
    sources: ['catalog', 'carrier'],
    attributes: [['Capacity', '200', 'Mbit/s']],
  },
  {
    ...platform('refund-queue', 'Queue of refunds', '1', '1', [
      ['runsOn', 'event-broker'],
    ]),
    kind: 'software',
  },
  database('booking-database', 'Booking database', 'critical', '640'),
  database('payment-database', 'Payment database', 'critical', '310'),
  database('fleet-database', 'Fleet database', 'high', '95'),
  database('traveller-database', 'Traveller database', 'high', '140'),
  database('reporting-warehouse', 'Reporting warehouse', 'medium', '2900'),
  application('booking-engine', 'Booking engine', 'critical', '23.9.4', '6', [
    ['dependsOn', 'booking-database'],
  ]),
  application('fare-calculator', 'Fare calculator', 'critical', '23.9.4', '4', [
    ['dependsOn', 'capacity-service'],
  ]),
  application(
    'capacity-service',
    'Capacity service',
    'critical',
    '5.8.0',
    '3',
    [['dependsOn', 'booking-database']],
  ),
  application('agent-desk', 'Agent desk', 'medium', '11.2', '2', [
    ['dependsOn', 'api-gateway'],
  ]),
  application('payment-service', 'Payment service', 'critical', '10.6.1', '4', [
    ['dependsOn', 'payment-database'],
    ['dependsOn', 'payment-gateway-link'],
  ]),
  application('refund-worker', 'Refund worker', 'high', '10.6.1', '2', [
    ['dependsOn', 'refund-queue'],
  ]),
  application('skerry-web', 'Public website', 'critical', '7.9.3', '8', [
    ['dependsOn', 'api-gateway'],
  ]),
  application('traveller-account', 'Traveller account', 'high', '4.4.0', '3', [
    ['dependsOn', 'traveller-database'],
  ]),
  application(
    'traveller-notifications',
    'Traveller notifications',
    'high',
    '3.1.7',
    '3',
    [['dependsOn', 'event-broker']],
  ),
  application('sailing-schedule', 'Sailing schedule', 'critical', '12.1', '3', [
    ['dependsOn', 'fleet-database'],
  ]),
  application('sailing-status', 'Sailing status', 'critical', '8.0.2', '3', [
    ['dependsOn', 'event-broker'],
  ]),
  application('crew-roster', 'Crew roster', 'high', '6.3.5', '2', [
    ['dependsOn', 'fleet-database'],
  ]),
  application(
    'passenger-manifest',
    'Passenger manifest',
    'critical',
    '3.1.2',
    '2',
    [['dependsOn', 'event-broker']],
  ),
  application('api-gateway', 'API gateway', 'critical', '3.11.8', '6', [
    ['dependsOn', 'identity-provider'],
  ]),
  application('service-monitoring', 'Service monitoring', 'high', '2.47', '2'),
  {
    ...application(
      'check-in-service',
      'Check-in service',
      'critical',
      '9.2.0',
      '14',
    ),
    location: 'Seven terminals',
    links: [['runsOn', 'terminal-edge-cluster']],
  },
  {
    ...application(
      'departure-boards',
      'Departure boards',
      'high',
      '5.0.4',
      '58',
    ),
    location: 'Seven terminals',
    links: [
      ['runsOn', 'terminal-edge-cluster'],
      ['dependsOn', 'sailing-status'],
    ],
  },
  {
    key: 'booking-api',
    title: 'Booking API',
    entity: 'api:booking-api',
    type: 'interface',
    kind: 'interface',
    criticality: 'critical',
    version: '3.4.0',
    environment: 'production',
    location: 'Behind the gateway',
    sources: ['catalog'],
    attributes: [
      ['Rate limit', '6000', 'a minute'],
      ['Callers', 'Website, app, agent desk'],
    ],
    links: [['dependsOn', 'booking-engine']],
  },
  edgeServer('Northpier', 1),
  edgeServer('Kelpholm', 2),
  networkDevice(
    'firewall-old',
    'Firewall pair of 2018',
    'Both data halls',
    '9.1.14',
    '4000',
  ),
  networkDevice(
    'radio-kelpholm',
    'Radio Kelpholm',
    'Kelpholm, mast',
    '4.3',
    '300',
  ),
  networkDevice('radio-sundra', 'Radio Sundra', 'Sundra, mast', '4.3', '300'),
  {
    key: 'gateway-certificate',
    title: 'Certificate of the payment gateway link, first address',
    type: 'certificate',
    kind: 'licence',
    criticality: 'critical',
    version: '7F-21',
    environment: 'production',
    location: 'Store of certificates',
    sources: ['certificates'],
    attributes: [['Issuer', 'Provider of the gateway']],
    links: [['partOf', 'payment-gateway-link']],
  },
  {
    key: 'scanner-pool',
    title: 'Pool of hand scanners',
    type: 'device',
    kind: 'hardware',
    criticality: 'low',
    version: 'HS-2',
    environment: 'production',
    location: 'Northpier, store room',
    sources: ['register'],
    attributes: [
      ['Terminal', 'Northpier'],
      ['Bought', '2021-05-03'],
    ],
  },
  {
    key: 'fax',
    title: 'Fax gateway',
    type: 'device',
    kind: 'hardware',
    criticality: 'low',
    version: '2.0',
    environment: 'production',
    location: 'Head office, basement',
    sources: ['register'],
    attributes: [
      ['Terminal', 'None'],
      ['Bought', '2011-09-20'],
    ],
  },
];

export interface VerificationText {
  day: number;
  title: string;
  method: 'automated' | 'manual' | 'both';
  comparedWith: 'reality' | 'source' | 'repository' | 'baseline';
  verifier: string;
  description: string;
  affected: string[];
  procedure: string;
  checks: ReadonlyArray<TypeKey>;
  counts: readonly [checked: number, correct: number, unrecorded: number];
  discrepancies: ReadonlyArray<{
    item: string;
    key?: string;
    attribute: string;
    expected: string;
    found: string;
    cause: 'notRecorded' | 'unauthorised' | 'source' | 'mistake' | 'unknown';
    action:
      | 'correctRecord'
      | 'correctItem'
      | 'raiseChange'
      | 'correctSource'
      | 'none';
    responsible: string;
  }>;
  findings: string;
  actions: ReadonlyArray<
    readonly [title: string, assignee: string, days: number, result: string]
  >;
}

export const verificationTexts: ReadonlyArray<VerificationText> = [
  {
    day: 95,
    title: 'Applications: versions against the clusters',
    method: 'automated',
    comparedWith: 'source',
    verifier: 'hanna-bjarnadottir',
    description:
      'All applications in the CMDB, version and number of instances.',
    affected: ['resource:production-cluster'],
    procedure: 'Query of the clusters, compared with an export of the CMDB.',
    checks: ['application'],
    counts: [17, 15, 1],
    discrepancies: [
      {
        item: 'Crew roster',
        key: 'crew-roster',
        attribute: 'Version',
        expected: '6.3.5',
        found: '6.3.6',
        cause: 'notRecorded',
        action: 'correctRecord',
        responsible: 'group:crew-team',
      },
      {
        item: 'Service monitoring',
        key: 'service-monitoring',
        attribute: 'Instances',
        expected: '2',
        found: '3',
        cause: 'mistake',
        action: 'correctRecord',
        responsible: 'group:platform-team',
      },
    ],
    findings:
      'Two of seventeen differ, both because a small update was not written down. A job of the night will do it from now on.',
    actions: [
      [
        'Let the night job write versions into the CMDB',
        'amara-diallo',
        30,
        'The job writes what it sees and lists what differs.',
      ],
    ],
  },
  {
    day: 186,
    title: 'Network devices at three terminals',
    method: 'manual',
    comparedWith: 'reality',
    verifier: 'amara-diallo',
    description:
      'All devices with an address in Harrow Sound, Tarn Quay and Kelpholm.',
    affected: ['resource:core-network'],
    procedure:
      'Walk through the rooms with the list, then discovery of the week.',
    checks: ['network', 'device'],
    counts: [34, 31, 1],
    discrepancies: [
      {
        item: 'Switch in the freight office, Harrow Sound',
        attribute: 'Record',
        expected: 'None',
        found: 'In use, password of the maker',
        cause: 'unauthorised',
        action: 'raiseChange',
        responsible: 'user:pedro-quispe',
      },
      {
        item: 'Radio Kelpholm',
        key: 'radio-kelpholm',
        attribute: 'Firmware',
        expected: '4.3',
        found: '4.5',
        cause: 'notRecorded',
        action: 'correctRecord',
        responsible: 'group:network-team',
      },
      {
        item: 'Edge server 2, Kelpholm',
        key: 'edge-2',
        attribute: 'Location',
        expected: 'Cabinet beside the office',
        found: 'Cabinet in the waiting room',
        cause: 'notRecorded',
        action: 'correctRecord',
        responsible: 'group:terminal-team',
      },
    ],
    findings:
      'One device that nobody knew, put there by a supplier two years ago. The rest is small.',
    actions: [
      [
        'Ask all suppliers which devices they have left with us',
        'rosa-delgado',
        40,
        'Eleven answered; two more devices found and recorded.',
      ],
      [
        'Close all sockets that nobody uses',
        'hanna-bjarnadottir',
        60,
        'Closed at all seven terminals, 41 sockets.',
      ],
    ],
  },
  {
    day: 277,
    title: 'Databases and certificates',
    method: 'both',
    comparedWith: 'source',
    verifier: 'hanna-bjarnadottir',
    description:
      'All databases and certificates: versions, backups, ends of validity.',
    affected: ['resource:database-cluster'],
    procedure: 'Queries, and the store of certificates beside the list.',
    checks: ['database', 'certificate'],
    counts: [22, 21, 0],
    discrepancies: [
      {
        item: 'Certificate of the payment gateway link, first address',
        key: 'gateway-certificate',
        attribute: 'Version',
        expected: '7F-21',
        found: '7F-36',
        cause: 'notRecorded',
        action: 'correctRecord',
        responsible: 'group:payments-team',
      },
    ],
    findings: 'Better than before: one difference in twenty-two.',
    actions: [
      [
        'Add "record the change" to the steps of renewing a certificate',
        'joao-figueira',
        20,
        'Step added.',
      ],
    ],
  },
  {
    day: 350,
    title: 'Applications: versions against the clusters, once more',
    method: 'automated',
    comparedWith: 'source',
    verifier: 'pedro-quispe',
    description:
      'All applications in the CMDB, version and number of instances.',
    affected: ['resource:production-cluster'],
    procedure: 'Query of the clusters, compared with an export of the CMDB.',
    checks: ['application', 'cluster'],
    counts: [24, 22, 0],
    discrepancies: [
      {
        item: 'Agent desk',
        key: 'agent-desk',
        attribute: 'Instances',
        expected: '2',
        found: '1',
        cause: 'unknown',
        action: 'correctItem',
        responsible: 'group:booking-team',
      },
      {
        item: 'Traveller notifications',
        key: 'traveller-notifications',
        attribute: 'Version',
        expected: '3.1.7',
        found: '3.2.0',
        cause: 'source',
        action: 'correctSource',
        responsible: 'user:amara-diallo',
      },
    ],
    findings: 'The job of the night misses what is deployed by hand.',
    actions: [
      [
        'Let the job see what is deployed by hand',
        'amara-diallo',
        35,
        'Labels are set by the tool for deployments.',
      ],
    ],
  },
];
