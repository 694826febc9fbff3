/** Steps that are known for an incident or for a standard request. */
export interface WorkflowText {
  key: string;
  /** The day on which it is written. */
  day: number;
  by: string;
  approvers: ReadonlyArray<string>;
  title: string;
  kind: 'incident' | 'serviceRequest';
  services: string[];
  description: string;
  appliesWhen: string;
  identifiedFrom: string;
  steps: ReadonlyArray<string>;
  whenItFails: string;
  expectedDuration: number;
  informationNeeded: string;
  assignedGroup: string;
  requestKind?:
    | 'access'
    | 'information'
    | 'standardChange'
    | 'equipment'
    | 'other';
  approvalNeeded?: 'none' | 'manager';
}

export const workflowTexts: ReadonlyArray<WorkflowText> = [
  {
    key: 'printer',
    day: 6,
    by: 'samuel-owusu',
    approvers: ['niamh-corrigan'],
    title: 'A printer at a counter prints nothing',
    kind: 'incident',
    services: ['component:printing'],
    description: 'Gets a counter printing again without a visit.',
    appliesWhen:
      'Jobs show as sent, nothing comes out, and other printers of the terminal work. Not where paper or ribbon is out.',
    identifiedFrom: 'Incidents of last year; the most frequent report of all',
    steps: [
      'Ask the steward for the number on the label of the printer',
      'Take the printer off the wireless network and on again',
      'Send a test card to it',
      'If it stays silent: restart the spooler of the terminal',
    ],
    whenItFails:
      'The spare printer is in the cupboard of the duty manager. Then tell the network team the channel that the printer shows.',
    expectedDuration: 0.3,
    informationNeeded:
      'Terminal, counter, what the display of the printer says.',
    assignedGroup: 'group:service-desk',
  },
  {
    key: 'terminalLink',
    day: 8,
    by: 'viktor-marinov',
    approvers: ['eilidh-macaskill', 'niamh-corrigan'],
    title: 'A terminal has lost its link',
    kind: 'incident',
    services: ['resource:core-network', 'component:check-in-service'],
    description: 'Keeps boarding going while a terminal is on its own.',
    appliesWhen: 'The terminal does not answer, or is so slow that scans wait.',
    identifiedFrom: 'Incidents of Kelpholm and Sundra',
    steps: [
      'Call the duty manager: do the gates scan from their own store?',
      'Throttle boards and backups, so that check-in has what is left',
      'Start the clock: after three hours boarding goes on by hand',
      'Tell the carrier, and note their number',
      'When the link is back: compare head counts with the crew',
    ],
    whenItFails:
      'Boarding by hand as on the laminated card. The incident manager on duty decides.',
    expectedDuration: 2,
    informationNeeded: 'Terminal, since when, next departure, weather.',
    assignedGroup: 'group:network-team',
  },
  {
    key: 'boards',
    day: 11,
    by: 'bilal-khoury',
    approvers: ['eilidh-macaskill', 'viktor-marinov'],
    title: 'Departure boards are black or show something old',
    kind: 'incident',
    services: ['component:departure-boards'],
    description: 'Brings boards back, one after the other.',
    appliesWhen: 'One board or all of a terminal; the website is right.',
    identifiedFrom: 'Incidents',
    steps: [
      'Compare with the website: is the timetable itself right?',
      'Restart one board, wait a minute, look at the time on it',
      'Restart the others of the terminal, gates last',
      'Ask the duty manager to announce what was wrong',
    ],
    whenItFails: 'The terminal team looks at the edge servers.',
    expectedDuration: 0.5,
    informationNeeded: 'Terminal, which boards, what they show.',
    assignedGroup: 'group:terminal-team',
  },
  {
    key: 'refunds',
    day: 14,
    by: 'niamh-corrigan',
    approvers: ['priya-raghunathan', 'viktor-marinov'],
    title: 'Refunds do not go out',
    kind: 'incident',
    services: ['component:refund-worker', 'resource:refund-queue'],
    description: 'Frees a queue that one refund holds up.',
    appliesWhen:
      'The oldest refund is older than two hours. Not on the day of a storm: then it is only long.',
    identifiedFrom: 'Incidents after the storms of last year',
    steps: [
      'Look up the reference of the oldest refund',
      'If its card is closed: set it aside for a transfer',
      'Watch the next ten go through',
      'Write to the traveller whose refund was set aside',
    ],
    whenItFails: 'Stop the worker and call the payments team: never pay twice.',
    expectedDuration: 1,
    informationNeeded: 'Age of the oldest refund, how many wait.',
    assignedGroup: 'group:payments-team',
  },
  {
    key: 'gateway',
    day: 19,
    by: 'viktor-marinov',
    approvers: ['priya-raghunathan', 'sven-kallio'],
    title: 'Card payments fail or hang',
    kind: 'incident',
    services: ['component:payment-service', 'resource:payment-gateway-link'],
    description: 'Tells our fault from one of the gateway, and keeps selling.',
    appliesWhen: 'More than three in a hundred payments fail for five minutes.',
    identifiedFrom: 'SLA of booking: selling at all hours',
    steps: [
      'Look at the status page of the gateway, and at both of its addresses',
      'If one address fails: move traffic to the other',
      'If ours is full: start a second instance',
      'Put the notice "pay later" on the website if it lasts',
      'Afterwards: confirm bookings that were paid, but not confirmed',
    ],
    whenItFails:
      'Declare a major incident; the number of the provider is in the red folder.',
    expectedDuration: 1,
    informationNeeded:
      'Share of failed payments, since when, error of the gateway.',
    assignedGroup: 'group:payments-team',
  },
  {
    key: 'manifest',
    day: 22,
    by: 'viktor-marinov',
    approvers: ['nikos-papadakis', 'laszlo-feher'],
    title: 'A passenger manifest was not filed in time',
    kind: 'incident',
    services: ['component:passenger-manifest'],
    description:
      'Files the list of people on board by phone before it is late.',
    appliesWhen: 'Twelve minutes after departure there is no receipt.',
    identifiedFrom: 'The law: fifteen minutes',
    steps: [
      'File by phone: count, vessel, port, time',
      'Send the list again by the pipeline and wait for the receipt',
      'Note the minute of both for the report to the coastguard',
    ],
    whenItFails:
      'Call the duty manager of the fleet: the master can file by radio.',
    expectedDuration: 0.2,
    informationNeeded: 'Sailing, vessel, count of the crew.',
    assignedGroup: 'group:data-team',
  },
  {
    key: 'colleague',
    day: 7,
    by: 'niamh-corrigan',
    approvers: ['grace-wanjiru', 'laszlo-feher'],
    title: 'Set up a new colleague',
    kind: 'serviceRequest',
    services: ['component:managed-laptops', 'component:staff-mail'],
    description: 'Account, mailbox, laptop and phone for the first day.',
    appliesWhen:
      'A contract is signed, and the first day is a week away at least.',
    identifiedFrom: 'Service description of the workplace',
    steps: [
      'Create the account in the group of the team',
      'Set up the second factor by letter',
      'Create mailbox and calendar',
      'Set up the laptop and write it into the asset register',
      'Hand over on the first day, against a signature',
    ],
    whenItFails: 'Lend a laptop of the pool.',
    expectedDuration: 4,
    informationNeeded: 'Name, team, first day, terminal or office.',
    assignedGroup: 'group:service-desk',
    requestKind: 'equipment',
    approvalNeeded: 'manager',
  },
  {
    key: 'portalAccess',
    day: 9,
    by: 'samuel-owusu',
    approvers: ['nikos-papadakis', 'laszlo-feher'],
    title: 'Access to the reporting portal',
    kind: 'serviceRequest',
    services: ['component:reporting-portal'],
    description: 'Lets somebody see load factors, punctuality and revenue.',
    appliesWhen:
      'The work needs the figures; for revenue a reason must be given.',
    identifiedFrom: 'Service description of data and reporting',
    steps: [
      'Check the reason and the end date',
      'Add the account to the group of readers',
      'Enter the right in the list of access rights',
    ],
    whenItFails: 'Ask the data team.',
    expectedDuration: 0.5,
    informationNeeded: 'Which figures, what for, until when.',
    assignedGroup: 'group:data-team',
    requestKind: 'access',
    approvalNeeded: 'none',
  },
  {
    key: 'handset',
    day: 12,
    by: 'bilal-khoury',
    approvers: ['niamh-corrigan'],
    title: 'Replace a mobile phone',
    kind: 'serviceRequest',
    services: ['component:telephony'],
    description: 'Another phone with the same number.',
    appliesWhen: 'Broken, lost, or older than three years.',
    identifiedFrom: 'Service description of the workplace',
    steps: [
      'Lock the old phone, wipe it if it is lost',
      'Set up the new one with the same number',
      'Hand over or send by the next boat',
    ],
    whenItFails: 'Lend a phone of the pool.',
    expectedDuration: 1,
    informationNeeded: 'Number, where to send it.',
    assignedGroup: 'group:service-desk',
    requestKind: 'equipment',
    approvalNeeded: 'none',
  },
  {
    key: 'sharedMailbox',
    day: 16,
    by: 'samuel-owusu',
    approvers: ['niamh-corrigan'],
    title: 'Shared mailbox or distribution list',
    kind: 'serviceRequest',
    services: ['component:staff-mail'],
    description: 'One address for a team.',
    appliesWhen: 'At least two people read it, and one answers for it.',
    identifiedFrom: 'Requests of last year',
    steps: [
      'Check that the address is free',
      'Create it with an owner',
      'Add the members, send a first mail to all of them',
    ],
    whenItFails: 'Ask on the channel of the mail administrators.',
    expectedDuration: 0.5,
    informationNeeded: 'Address, owner, members.',
    assignedGroup: 'group:service-desk',
    requestKind: 'other',
    approvalNeeded: 'none',
  },
  {
    key: 'rosterAccess',
    day: 24,
    by: 'samuel-owusu',
    approvers: ['fatima-benyoucef', 'laszlo-feher'],
    title: 'See the roster of a vessel',
    kind: 'serviceRequest',
    services: ['component:crew-roster'],
    description: 'Reading rights for one vessel and one season.',
    appliesWhen:
      'Duty managers and those who plan; never for hours of single people.',
    identifiedFrom: 'Service description of fleet operations',
    steps: [
      'Check with the crew systems team whether the reason holds',
      'Grant reading until the end of the season',
      'Enter the right in the list of access rights',
    ],
    whenItFails: 'Ask the crew systems team.',
    expectedDuration: 1,
    informationNeeded: 'Vessel, season, what for.',
    assignedGroup: 'group:crew-team',
    requestKind: 'access',
    approvalNeeded: 'manager',
  },
  {
    key: 'fareCode',
    day: 28,
    by: 'niamh-corrigan',
    approvers: ['ifeoma-adeyinka', 'viktor-marinov'],
    title: 'A new fare code for a campaign',
    kind: 'serviceRequest',
    services: ['component:fare-calculator'],
    description:
      'A code that lowers a fare for some weeks. Made as a standard change.',
    appliesWhen: 'The discount is at most thirty percent and ends by itself.',
    identifiedFrom: 'Requests of Commercial, twice a month in season',
    steps: [
      'Check discount, routes and end date against the limits',
      'Have the standard change made',
      'Book one passage with the code, cancel it',
    ],
    whenItFails: 'Ask the booking team; the campaign can begin a day later.',
    expectedDuration: 4,
    informationNeeded: 'Code, routes, discount, first and last day.',
    assignedGroup: 'group:booking-team',
    requestKind: 'standardChange',
    approvalNeeded: 'none',
  },
];

/** One that goes out of use in the year. */
export const faxWorkflow: WorkflowText = {
  key: 'fax',
  day: 10,
  by: 'viktor-marinov',
  approvers: ['nikos-papadakis'],
  title: 'Send a manifest by fax',
  kind: 'incident',
  services: ['component:passenger-manifest'],
  description: 'The way of old, where neither pipeline nor phone gets through.',
  appliesWhen: 'The coastguard cannot be reached by phone for five minutes.',
  identifiedFrom: 'The agreement with the coastguard',
  steps: ['Print the list', 'Fax it', 'Keep the receipt'],
  whenItFails: 'By radio from the vessel.',
  expectedDuration: 0.3,
  informationNeeded: 'Sailing, count.',
  assignedGroup: 'group:data-team',
};
