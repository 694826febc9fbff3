import { ReleaseText, ReleasedChange } from './releases';

export type Area =
  | 'application'
  | 'data'
  | 'platform'
  | 'network'
  | 'hardware'
  | 'facility'
  | 'security';

export interface ChangeText {
  key: string;
  /** On which it is written down. */
  day: number;
  /** From then to its implementation, in days, and the hour of that day. */
  lead: number;
  hour?: number;
  by: string;
  assignee: string;
  title: string;
  changeType: 'normal' | 'major';
  area: Area;
  affected: string[];
  description: string;
  reason: string;
  impact: string;
  risk: string;
  level: 'manager' | 'board';
  outage?: number;
  steps?: ReadonlyArray<string>;
  removes?: ReleasedChange['removes'];
  /** Other changes, by their keys. */
  dependsOn?: string;
  conflictsWith?: string;
  repeats?: string;
  /** What it was raised from: a relation, and a name under which that is remembered. */
  from?: readonly [relation: string, remembered: string];
  fate?:
    | 'failed'
    | 'refused'
    | 'declined'
    | 'cancelled'
    | 'takenBack'
    | 'returned'
    | 'withdrawn'
    | 'rescheduled'
    | 'partly'
    | 'late'
    /** How far it is today. */
    | 'submitted'
    | 'evaluating'
    | 'inApproval'
    | 'scheduled';
}

export const changeTexts: ReadonlyArray<ChangeText> = [
  {
    key: 'memory',
    day: 9,
    lead: 12,
    hour: 21,
    by: 'amara-diallo',
    assignee: 'amara-diallo',
    title: 'More memory for the database servers',
    changeType: 'normal',
    area: 'hardware',
    affected: ['resource:database-cluster'],
    description: 'From 256 to 384 gigabytes, one server after the other.',
    reason: 'The booking database does not fit into memory any more.',
    impact: 'None, as two servers always run.',
    risk: 'A module could be faulty; each is tested for a night.',
    level: 'manager',
  },
  {
    key: 'backupHour',
    day: 27,
    lead: 20,
    by: 'sven-kallio',
    assignee: 'amara-diallo',
    title: 'Backups of bookings at two, not at five',
    changeType: 'normal',
    area: 'data',
    affected: ['resource:booking-database', 'resource:object-store'],
    description: 'The full backup starts at 02:00.',
    reason: 'It ran into the first sailings twice.',
    impact: 'Search is as fast at six as at noon.',
    risk: 'The load of the warehouse runs at three; both together were tried.',
    level: 'manager',
  },
  {
    key: 'timetableIndex',
    day: 38,
    lead: 40,
    by: 'oskar-lindqvist',
    assignee: 'oskar-lindqvist',
    title: 'Another search index for the timetable',
    changeType: 'normal',
    area: 'application',
    affected: ['component:sailing-schedule', 'resource:fleet-database'],
    description: 'Search by island and day uses an index of its own.',
    reason: 'The search takes two seconds on busy days.',
    impact: 'Faster search.',
    risk: 'The index has to be made anew with each season.',
    level: 'board',
    fate: 'refused',
  },
  {
    key: 'fax',
    day: 52,
    lead: 20,
    by: 'mei-ling-tan',
    assignee: 'mei-ling-tan',
    title: 'Send manifests by messenger app',
    changeType: 'normal',
    area: 'application',
    affected: ['component:passenger-manifest'],
    description: 'As a third way beside pipeline and phone.',
    reason: 'Some masters ask for it.',
    impact: 'None.',
    risk: 'Names of passengers with a company abroad.',
    level: 'manager',
    fate: 'declined',
  },
  {
    key: 'paymentCertificates',
    day: 92,
    lead: 14,
    hour: 22,
    by: 'joao-figueira',
    assignee: 'joao-figueira',
    title: 'Renew the certificates of the payment gateway link',
    changeType: 'normal',
    area: 'security',
    affected: ['resource:payment-gateway-link'],
    description: 'Both certificates, the second address first.',
    reason: 'They end in three weeks.',
    impact: 'None: one address is always up.',
    risk: 'The provider could not know the new ones. They confirm them the day before.',
    level: 'board',
    from: ['raisedFrom', 'service'],
  },
  {
    key: 'agentSession',
    day: 104,
    lead: 12,
    by: 'tomasz-wierzba',
    assignee: 'tomasz-wierzba',
    title: 'Agents stay signed in for thirty minutes',
    changeType: 'normal',
    area: 'application',
    affected: ['component:agent-desk'],
    description: 'From two minutes to thirty.',
    reason: 'What was typed is lost while a caller looks for the number.',
    impact: 'Calls get shorter.',
    risk: 'An open screen at a counter; it locks with the desk.',
    level: 'manager',
    from: ['raisedFrom', 'incident'],
    fate: 'returned',
  },
  {
    key: 'printerNetwork',
    day: 146,
    lead: 42,
    hour: 22,
    by: 'pedro-quispe',
    assignee: 'pedro-quispe',
    title: 'A wireless network of their own for printers',
    changeType: 'normal',
    area: 'network',
    affected: ['resource:core-network', 'component:printing'],
    description: 'Channels 36 to 48 only, at all seven terminals.',
    reason: 'Printers do not follow to channels above 100.',
    impact: 'Counters print by hand for ten minutes each.',
    risk: 'A printer could be forgotten; the list comes from the asset register.',
    level: 'board',
    outage: 10,
    steps: [
      'Set up the network',
      'Move the printers terminal by terminal',
      'Print a test card at each counter',
    ],
    removes: 'labels',
    fate: 'rescheduled',
  },
  {
    key: 'exportCopy',
    day: 124,
    lead: 43,
    hour: 20,
    by: 'priya-raghunathan',
    assignee: 'joao-figueira',
    title: 'Export for Finance reads the copy',
    changeType: 'normal',
    area: 'data',
    affected: ['resource:payment-database', 'component:settlement-reconciler'],
    description: 'The hourly export is taken from the copy for reading.',
    reason: 'It locks payments at each full hour.',
    impact: 'Figures of Finance are a minute old.',
    risk: 'The copy can lag. The export waits for it then.',
    level: 'manager',
    removes: 'hourly',
  },
  {
    key: 'databaseUpgrade',
    day: 140,
    lead: 60,
    hour: 22,
    by: 'sven-kallio',
    assignee: 'amara-diallo',
    title: 'Upgrade the database cluster to version 17',
    changeType: 'major',
    area: 'platform',
    affected: ['resource:database-cluster'],
    description: 'From 14 to 17, the copy first, then a change of roles.',
    reason: 'Version 14 gets no fixes from next year on.',
    impact: 'All systems stand still for four minutes at the change of roles.',
    risk: 'Queries could become slow. All of a week were played on the copy.',
    level: 'board',
    outage: 4,
    steps: [
      'Upgrade the copy',
      'Play the queries of a week',
      'Change roles',
      'Upgrade the others',
      'Take a full backup',
    ],
    from: ['raisedFrom', 'risk'],
    fate: 'partly',
  },
  {
    key: 'secondFactor',
    day: 160,
    lead: 30,
    by: 'laszlo-feher',
    assignee: 'amara-diallo',
    title: 'A second factor for all suppliers',
    changeType: 'normal',
    area: 'security',
    affected: ['resource:identity-provider'],
    description: 'Accounts of suppliers need a key or an app.',
    reason: 'Their passwords are shared within their companies.',
    impact: 'Suppliers set it up once, in ten minutes.',
    risk: 'A supplier is locked out at night; the desk can help until eleven.',
    level: 'board',
    from: ['raisedFrom', 'risk'],
  },
  {
    key: 'radioSundra',
    day: 166,
    lead: 21,
    hour: 10,
    by: 'hanna-bjarnadottir',
    assignee: 'hanna-bjarnadottir',
    title: 'Replace the radio of Sundra',
    changeType: 'normal',
    area: 'network',
    affected: ['resource:core-network'],
    description: 'The radio on the mast, with a larger dish.',
    reason: 'Thirty percent more reserve in rain.',
    impact: 'Terminal is on its own for two hours between sailings.',
    risk: 'Wind above eight knots forbids climbing.',
    level: 'board',
    outage: 120,
    fate: 'failed',
  },
  {
    key: 'unrecordedSwitch',
    day: 199,
    lead: 9,
    by: 'pedro-quispe',
    assignee: 'hanna-bjarnadottir',
    title: 'Bring the unrecorded switch in Harrow Sound under control',
    changeType: 'normal',
    area: 'network',
    affected: ['resource:core-network'],
    description: 'Set it up as the others and write it into the CMDB.',
    reason:
      'Found in the verification of the quarter, with the password of the maker.',
    impact: 'Freight office without a network for five minutes.',
    risk: 'None worth naming.',
    level: 'manager',
    from: ['raisedFrom', 'configurationVerification'],
  },
  {
    key: 'gatewayKeys',
    day: 208,
    lead: 14,
    by: 'amara-diallo',
    assignee: 'amara-diallo',
    title: 'Gateway reads its keys every minute',
    changeType: 'normal',
    area: 'platform',
    affected: ['component:api-gateway'],
    description: 'Instead of once at the start.',
    reason: 'One sign-in in forty fails after a renewal.',
    impact: 'None.',
    risk: 'More questions to the identity provider: six a minute.',
    level: 'manager',
    removes: 'signIn',
  },
  {
    key: 'alerts',
    day: 216,
    lead: 70,
    by: 'amara-diallo',
    assignee: 'amara-diallo',
    title: 'Alerts by service, not by machine',
    changeType: 'normal',
    area: 'platform',
    affected: ['component:service-monitoring'],
    description: 'Who is called depends on what users feel.',
    reason: 'Two of three calls at night were for nothing.',
    impact: 'Fewer calls.',
    risk: 'Something is missed. Old and new run side by side for a month.',
    level: 'manager',
    from: ['implements', 'improvement'],
  },
  {
    key: 'agentHauliers',
    day: 270,
    lead: 18,
    by: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    title: 'Hauliers book on the website, not in the agent screen',
    changeType: 'normal',
    area: 'application',
    affected: ['component:agent-desk', 'component:skerry-web'],
    description: 'The last screen that only agents have is closed.',
    reason: 'The agent screen is to be retired.',
    impact: 'Forty hauliers learn another page.',
    risk: 'They call in the first week. Two more agents are there.',
    level: 'board',
    from: ['raisedFrom', 'service'],
    fate: 'takenBack',
  },
  {
    key: 'tideFormat',
    day: 279,
    lead: 24,
    by: 'oskar-lindqvist',
    assignee: 'oskar-lindqvist',
    title: 'Tide tables in the format of the hydrographic office',
    changeType: 'normal',
    area: 'data',
    affected: ['component:sailing-schedule'],
    description: 'Read once a month without a hand in between.',
    reason: 'Typed by hand until now, with two mistakes this year.',
    impact: 'None.',
    risk: 'A wrong table would move sailings. A planner looks at each before it counts.',
    level: 'manager',
    fate: 'withdrawn',
  },
  {
    key: 'boardPlayers',
    day: 284,
    lead: 30,
    by: 'ruben-castellanos',
    assignee: 'ruben-castellanos',
    title: 'Smaller players behind the boards in Mainhaven',
    changeType: 'normal',
    area: 'hardware',
    affected: ['component:departure-boards'],
    description: 'Eleven players, half the power.',
    reason: 'The old ones are loud.',
    impact: 'Each board is dark for ten minutes.',
    risk: 'None worth naming.',
    level: 'manager',
    fate: 'cancelled',
  },
  {
    key: 'nodes',
    day: 292,
    lead: 25,
    hour: 21,
    by: 'sven-kallio',
    assignee: 'amara-diallo',
    title: 'Two more nodes for the production cluster',
    changeType: 'normal',
    area: 'hardware',
    affected: ['resource:production-cluster'],
    description: 'From twelve to fourteen, one in each hall.',
    reason: 'With one hall down there is no room left on a storm day.',
    impact: 'None.',
    risk: 'Power of the second hall: measured, enough.',
    level: 'manager',
    from: ['implements', 'improvement'],
  },
  {
    key: 'radioKelpholm',
    dependsOn: 'firewallsAgain',
    day: 318,
    lead: 62,
    by: 'hanna-bjarnadottir',
    assignee: 'hanna-bjarnadottir',
    title: 'Satellite as a second way for Kelpholm',
    changeType: 'normal',
    area: 'network',
    affected: ['resource:core-network'],
    description:
      'A dish on the roof of the waiting room, used when the radio is gone.',
    reason: 'The terminal hangs on one radio link.',
    impact: 'None while it is built.',
    risk: 'Salt. The dish is made for ships.',
    level: 'board',
    from: ['removesCauseOf', 'problem:radio'],
    fate: 'scheduled',
  },
  {
    key: 'warehouseDisks',
    day: 322,
    lead: 26,
    by: 'nikos-papadakis',
    assignee: 'mei-ling-tan',
    title: 'Move old years of the warehouse to slower disks',
    changeType: 'normal',
    area: 'data',
    affected: ['resource:reporting-warehouse'],
    description: 'All before the last three years.',
    reason: 'Half of the fast disks hold what nobody asks for.',
    impact: 'Reports over eight years take a minute.',
    risk: 'None worth naming.',
    level: 'manager',
    fate: 'late',
  },
  {
    key: 'hallBattery',
    conflictsWith: 'radioKelpholm',
    day: 346,
    lead: 40,
    by: 'sven-kallio',
    assignee: 'amara-diallo',
    title: 'New batteries for the second data hall',
    changeType: 'major',
    area: 'facility',
    affected: ['resource:production-cluster', 'resource:database-cluster'],
    description: 'All forty blocks, row by row.',
    reason: 'They are ten years old.',
    impact: 'Hall has half of its time without mains.',
    risk: 'A power cut on that day.',
    level: 'board',
    fate: 'inApproval',
  },
  {
    key: 'textSender',
    day: 352,
    lead: 30,
    by: 'leila-mansouri',
    assignee: 'leila-mansouri',
    title: 'One sender name for all text messages',
    changeType: 'normal',
    area: 'application',
    affected: ['component:traveller-notifications'],
    description: 'Instead of three.',
    reason: 'Travellers take the second for fraud.',
    impact: 'Another name on the phone.',
    risk: 'Some countries have to be asked first.',
    level: 'manager',
    fate: 'evaluating',
  },
  {
    key: 'laneSensors',
    day: 360,
    lead: 40,
    by: 'ruben-castellanos',
    assignee: 'ruben-castellanos',
    title: 'Gates ask the height sensor first',
    changeType: 'normal',
    area: 'application',
    affected: ['component:gate-controller'],
    description: 'The booking counts only where there is no sensor.',
    reason: 'Heights in bookings are guessed.',
    impact: 'Fewer turns on the ramp.',
    risk: 'Fog blinds two of the sensors.',
    level: 'board',
    fate: 'submitted',
  },
];

/** What all changes of one area have in common. */
export const plans: Record<
  Area,
  Record<
    | 'benefits'
    | 'effort'
    | 'feasibility'
    | 'implementationPlan'
    | 'testPlan'
    | 'backOutPlan'
    | 'testResult',
    string
  >
> = {
  application: {
    benefits: 'Travellers and colleagues get on with fewer calls.',
    effort: 'Four to ten days of the team; no licences.',
    feasibility: 'Known technology, people are there.',
    implementationPlan:
      'Through the pipeline: test, staging, then half of the instances, then all.',
    testPlan:
      'Automatic tests, then the case itself by hand in staging and live.',
    backOutPlan:
      'The version before stays ready for a day; switching takes five minutes.',
    testResult: 'All tests passed, the case itself tried live.',
  },
  data: {
    benefits: 'Figures are right, and there when they are needed.',
    effort: 'Three days.',
    feasibility: 'Tried on a copy.',
    implementationPlan: 'Backup, change on the copy, compare, change live.',
    testPlan: 'Counts and sums before and after must be the same.',
    backOutPlan: 'Bring back the backup of the hour before.',
    testResult: 'Counts and sums agree.',
  },
  platform: {
    benefits: 'All systems stand on something that is still looked after.',
    effort: 'Two weeks, with other teams for half a day each.',
    feasibility: 'Done before in the test environment, twice.',
    implementationPlan: 'Second hall first, a day of watching, then the first.',
    testPlan:
      'Each way in is tried by a script; errors compared with the week before.',
    backOutPlan:
      'The other hall takes all traffic until the old version is back.',
    testResult: 'Script green in both halls.',
  },
  network: {
    benefits: 'Terminals work when it rains.',
    effort: 'Two people for two days, and a boat.',
    feasibility: 'Parts are in stock, the weather decides.',
    implementationPlan:
      'Prepare beside the old one, change over between two sailings, watch for an hour.',
    testPlan: 'Ping, a scan at the gate, a card payment, a call.',
    backOutPlan: 'The old device stays mounted; plug it in again.',
    testResult: 'Gate, payment and call tried on site.',
  },
  hardware: {
    benefits: 'Room for the next season.',
    effort: 'A night for two people.',
    feasibility: 'Parts are here.',
    implementationPlan:
      'One after the other, each taken out of service before.',
    testPlan: 'A night of load on each before it is used.',
    backOutPlan: 'Put the old part back.',
    testResult: 'A night under load without a fault.',
  },
  facility: {
    benefits: 'The halls outlast a power cut.',
    effort: 'Five days of the supplier, one of us beside them.',
    feasibility: 'Supplier has done it in the first hall.',
    implementationPlan: 'Row by row, each tested before the next.',
    testPlan: 'Mains off for ten minutes after each row.',
    backOutPlan: 'Old blocks stay until the end.',
    testResult: 'Ten minutes without mains after each row.',
  },
  security: {
    benefits: 'One way in less for those who should not be there.',
    effort: 'Four days.',
    feasibility: 'Everything needed is licensed.',
    implementationPlan: 'For ourselves first, then for ten, then for all.',
    testPlan: 'Sign in with and without, try an old key.',
    backOutPlan: 'Switch back by one setting.',
    testResult: 'Old key is refused, new one works.',
  },
};

/** A change that a release brings. */
export function changeOf(
  release: ReleaseText,
  change: ReleasedChange,
  day: number,
): Omit<ChangeText, 'lead'> {
  return {
    key: release.key,
    day,
    by:
      release.owner === release.assignee ? release.acceptors[0] : release.owner,
    assignee: release.assignee,
    title: change.title,
    changeType: release.releaseType === 'major' ? 'major' : 'normal',
    area: release.policy === 'platform' ? 'platform' : 'application',
    affected: release.affected,
    description: change.description,
    reason: change.reason,
    impact: change.impact,
    risk: change.risk,
    level: release.releaseType === 'major' ? 'board' : 'manager',
    removes: change.removes,
  };
}

export interface StandardChangeText {
  key: string;
  day: number;
  by: string;
  approvers: ReadonlyArray<string>;
  title: string;
  area: Area;
  affected: string[];
  description: string;
  preconditions: string;
  limits: string;
  group: string;
  steps: ReadonlyArray<string>;
  expectedDuration: number;
  impact: string;
  riskAssessment: string;
  testPlan: string;
  backOutPlan: string;
  /** How often it is made in the year, and what for. */
  uses: ReadonlyArray<string>;
}

export const standardChangeTexts: ReadonlyArray<StandardChangeText> = [
  {
    key: 'fareCode',
    day: 10,
    by: 'tomasz-wierzba',
    approvers: ['maren-aldous', 'priya-raghunathan'],
    title: 'Add a fare code for a campaign',
    area: 'data',
    affected: ['component:fare-calculator'],
    description:
      'A code that lowers a fare by at most thirty percent and ends by itself.',
    preconditions: 'Commercial has named code, routes, discount and last day.',
    limits: 'More than thirty percent, or no last day: an ordinary change.',
    group: 'group:booking-team',
    steps: [
      'Enter the code in staging and book with it',
      'Enter it live',
      'Book one passage and cancel it',
    ],
    expectedDuration: 1,
    impact: 'None for others.',
    riskAssessment: 'A wrong sum would be sold. Two look at it.',
    testPlan: 'One booking with the code.',
    backOutPlan: 'Set the last day to yesterday.',
    uses: [
      'Fare code for the wool week',
      'Fare code for hauliers on the early boat',
      'Fare code for the rowing club',
      'Fare code for the book fair',
      'Fare code for the last boat of the day',
      'Fare code for the music school',
    ],
  },
  {
    key: 'timetable',
    day: 12,
    by: 'oskar-lindqvist',
    approvers: ['maren-aldous', 'eilidh-macaskill'],
    title: 'Publish a change of the timetable',
    area: 'data',
    affected: ['component:sailing-schedule'],
    description: 'Some sailings are added, moved or taken out within a season.',
    preconditions:
      'The planners have released the draft, and nobody has booked what goes.',
    limits: 'A whole season, or a sailing with bookings: an ordinary change.',
    group: 'group:fleet-team',
    steps: [
      'Compare the draft with what is live',
      'Publish',
      'Look at website and boards',
    ],
    expectedDuration: 1,
    impact: 'Travellers see it within a minute.',
    riskAssessment:
      'A wrong sailing could be sold; it is looked at by a planner.',
    testPlan: 'Three sailings by hand.',
    backOutPlan: 'Publish the version before.',
    uses: [
      'Extra sailings for the fair',
      'Timetable while the Tern is in dry dock',
      'Extra night boat for the concert',
      'Sailings around the spring tide',
      'Sailings to Hesk during works',
    ],
  },
  {
    key: 'firewall',
    day: 15,
    by: 'hanna-bjarnadottir',
    approvers: ['sven-kallio', 'laszlo-feher'],
    title: 'Open a way through the firewall',
    area: 'network',
    affected: ['resource:core-network'],
    description: 'From one of our systems to one address outside, one port.',
    preconditions: 'The security office has seen source, target and reason.',
    limits:
      'From outside to inside, or to more than one address: an ordinary change.',
    group: 'group:network-team',
    steps: [
      'Write the rule with an end date',
      'Load it in the second hall',
      'Load it in the first',
      'Try it from both',
    ],
    expectedDuration: 1,
    impact: 'None.',
    riskAssessment: 'A rule that is too wide. Two look at it.',
    testPlan: 'The target answers, another port does not.',
    backOutPlan: 'Load the rules of the day before.',
    uses: [
      'Open a way to the weather service',
      'Open a way to the new bank',
      'Open a way to the lessor of laptops',
      'Open a way to the hydrographic office',
    ],
  },
  {
    key: 'patch',
    day: 17,
    by: 'amara-diallo',
    approvers: ['sven-kallio', 'grace-wanjiru'],
    title: 'Monthly updates of the servers',
    area: 'platform',
    affected: ['resource:production-cluster', 'resource:terminal-edge-cluster'],
    description: 'Security updates of the operating system, node by node.',
    preconditions: 'Test environment has run with them for three days.',
    limits: 'A new major version: an ordinary change.',
    group: 'group:platform-team',
    steps: [
      'Second hall',
      'Look at errors for an hour',
      'First hall',
      'Terminals, two a night',
    ],
    expectedDuration: 8,
    impact: 'None, as each node is emptied first.',
    riskAssessment: 'A node does not come back. There is room for two less.',
    testPlan: 'All nodes ready, errors as before.',
    backOutPlan: 'Start the node from the image before.',
    uses: [
      'Monthly updates of the servers',
      'Monthly updates of the servers',
      'Monthly updates of the servers',
      'Monthly updates of the servers',
      'Monthly updates of the servers',
      'Monthly updates of the servers',
      'Monthly updates of the servers',
    ],
  },
  {
    key: 'edgeDisk',
    day: 60,
    by: 'amara-diallo',
    approvers: ['eilidh-macaskill', 'sven-kallio'],
    title: 'Exchange a disk in an edge server',
    area: 'hardware',
    affected: ['resource:terminal-edge-cluster'],
    description: 'One of two disks of one server.',
    preconditions: 'The other server of the terminal works.',
    limits: 'Both disks, or both servers: an ordinary change.',
    group: 'group:terminal-team',
    steps: [
      'Take the server out of the cluster',
      'Exchange the disk',
      'Wait until it is a copy of the other',
    ],
    expectedDuration: 3,
    impact: 'None.',
    riskAssessment: 'The wrong disk is pulled. Its number is read aloud.',
    testPlan: 'Server is back in the cluster.',
    backOutPlan: 'The other server carries the terminal.',
    uses: ['Exchange a disk in Tarn Quay', 'Exchange a disk in St Brannoc'],
  },
];
