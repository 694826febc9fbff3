import { World } from '../../World';
import { DateTime } from 'luxon';
import { outsideFreezes } from '../freezes';
import { ProblemText } from './problems';

/** What a release brings; each is a change of its own. */
export interface ReleasedChange {
  title: string;
  description: string;
  reason: string;
  impact: string;
  risk: string;
  /** The problem whose cause it removes. */
  removes?: ProblemText['key'];
  /** The problem that it brings about. */
  causes?: ProblemText['key'];
}

export interface ReleaseText {
  key: string;
  /** On which it is deployed. */
  day: number;
  title: string;
  version: string;
  releaseType: 'major' | 'minor' | 'emergency';
  affected: string[];
  policy: 'applications' | 'platform';
  owner: string;
  assignee: string;
  acceptors: ReadonlyArray<string>;
  changes: ReadonlyArray<ReleasedChange>;
  plan: string;
  tests: ReadonlyArray<readonly [test: string, isPassed: boolean]>;
  criteria: ReadonlyArray<string>;
  notes: string;
  users: string;
  support: string;
  environment: string;
  backOut: string;
  findings: string;
  fate?: 'backedOut' | 'cancelled' | 'refusedOnce' | 'partly' | 'inTesting';
  /** Where it is deployed one after the other. */
  places?: ReadonlyArray<string>;
  /** The release that it mends. */
  mends?: string;
}

/** When it is deployed: from Tuesday to Thursday, but in an emergency. */
export function deploymentOf(world: World, text: ReleaseText): DateTime {
  const day = world.start.plus({ days: text.day });
  if (text.releaseType === 'emergency') {
    return day.set({ hour: 17, minute: 30 });
  }
  return midweek(
    outsideFreezes(world, midweek(day.set({ hour: 9, minute: 30 }))),
  );
}

function midweek(time: DateTime): DateTime {
  return time.weekday === 1 || time.weekday > 4
    ? time.plus({ days: (9 - time.weekday) % 7 })
    : time;
}

export const releaseTexts: ReadonlyArray<ReleaseText> = [
  {
    key: 'web-8.0',
    day: 59,
    title: 'Website 8.0',
    version: '8.0.0',
    releaseType: 'minor',
    affected: ['component:skerry-web'],
    policy: 'applications',
    owner: 'yuki-hamasaki',
    assignee: 'leila-mansouri',
    acceptors: ['yuki-hamasaki', 'ifeoma-adeyinka'],
    changes: [
      {
        title: 'Timetable pages come from a cache',
        description:
          'Pages of the timetable are kept for a minute and made anew when it changes.',
        reason:
          'Storm warnings bring forty times as many visitors, who all look at the same pages.',
        impact: 'Nobody notices; a change shows after a minute at most.',
        risk: 'An old page could stay. It ends by itself after a minute.',
      },
      {
        title: 'Booking pages can be read aloud',
        description:
          'All steps have names and orders that screen readers can follow.',
        reason: 'The law asks for it from next year on.',
        impact: 'Better for all who cannot see the page.',
        risk: 'A step could be skipped by the keyboard. Tested by two who depend on it.',
      },
    ],
    plan: 'Built by the channels team, tested with the call centre, deployed on a weekday morning after the first wave of bookings.',
    tests: [
      ['Book, change and cancel in five languages', true],
      ['Screen reader through all steps', true],
      ['Ten thousand visitors a minute', true],
    ],
    criteria: [
      'Time to the first page below two seconds',
      'All steps by keyboard',
    ],
    notes: 'The timetable is faster, and the booking can be read aloud.',
    users: 'A note on the start page for a week.',
    support:
      'Call centre has seen it in a half hour session; notes are in the handbook.',
    environment: 'Cache set up in both halls.',
    backOut:
      'Version 7.9 stays beside it for a day; switching back takes five minutes.',
    findings: 'Half the load on the timetable, no incident.',
  },
  {
    key: 'booking-24.1',
    day: 86,
    title: 'Booking 24.1',
    version: '24.1.0',
    releaseType: 'minor',
    affected: ['component:booking-engine', 'api:booking-api'],
    policy: 'applications',
    owner: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    acceptors: ['ifeoma-adeyinka', 'yuki-hamasaki'],
    changes: [
      {
        title: 'Groups of up to thirty in one booking',
        description:
          'From nine to thirty passengers, with one person to write to.',
        reason: 'Schools book by phone today, which takes half an hour each.',
        impact: 'Groups can book by themselves.',
        risk: 'Held seats could be lost if the page is left. They are held for fifteen minutes.',
      },
      {
        title: 'Bookings end their locks with the job that made them',
        description: 'A lock belongs to a job and ends with it.',
        reason: 'A lock that was left kept all from changing their bookings.',
        impact: 'None.',
        risk: 'Two jobs could change the same booking. Tried with a thousand at once.',
      },
    ],
    plan: 'Two weeks of building, one of testing with two schools.',
    tests: [
      ['A school books thirty', true],
      ['Thousand changes at once', true],
    ],
    criteria: ['A group is booked in four minutes', 'No double change'],
    notes: 'Groups of up to thirty can be booked online.',
    users: 'Mail to 140 schools.',
    support: 'Call centre trained for an hour.',
    environment: 'New column in the booking database, filled beforehand.',
    backOut:
      'Version 24.0 reads the new column as empty; switch back at any time.',
    findings: 'Sixty groups in the first week, none by phone.',
    fate: 'refusedOnce',
  },
  {
    key: 'manifest-3.2',
    day: 120,
    title: 'Passenger manifest 3.2',
    version: '3.2.0',
    releaseType: 'minor',
    affected: ['component:passenger-manifest'],
    policy: 'applications',
    owner: 'nikos-papadakis',
    assignee: 'mei-ling-tan',
    acceptors: ['nikos-papadakis', 'eilidh-macaskill'],
    changes: [
      {
        title: 'File manifests side by side',
        description: 'Up to four at once instead of one after the other.',
        reason: 'Sailings of the same minute are late by law.',
        impact: 'Each manifest is filed in its own time.',
        risk: 'The gateway of the coastguard takes four; a fifth waits.',
        removes: 'manifest',
      },
    ],
    plan: 'Agreed with the coastguard, who watch their side on the day.',
    tests: [
      ['Four departures in one minute', true],
      ['Gateway does not answer', true],
    ],
    criteria: ['Receipt within five minutes'],
    notes: 'Nothing that users see.',
    users: 'Nobody needs to be told: it is filed as before.',
    support:
      'Duty managers know that filing by phone is not needed for the second sailing any more.',
    environment: 'Second set of credentials from the coastguard.',
    backOut: 'Set the number side by side to one.',
    findings: 'Longest time to a receipt four minutes.',
  },
  {
    key: 'booking-24.2',
    day: 148,
    title: 'Booking 24.2',
    version: '24.2.0',
    releaseType: 'minor',
    affected: ['component:fare-calculator', 'component:booking-engine'],
    policy: 'applications',
    owner: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    acceptors: ['ifeoma-adeyinka', 'priya-raghunathan'],
    changes: [
      {
        title: 'Reduce a fare once',
        description:
          'The full price is kept in the booking, and reductions are worked out from it.',
        reason: 'Residents pay too little when a vehicle is added.',
        impact: 'Prices of changed bookings are right.',
        risk: 'Old bookings have no full price; it is worked out once in the night before.',
        removes: 'residents',
      },
      {
        title: 'Show what is left on deck in metres',
        description: 'Agents see metres, not only yes or no.',
        reason: 'Hauliers ask for it on the phone.',
        impact: 'Shorter calls.',
        risk: 'None worth naming.',
      },
    ],
    plan: 'As each month, with Finance looking at a hundred changed bookings.',
    tests: [
      ['A hundred changed bookings', true],
      ['Metres of nine vessels', true],
    ],
    criteria: ['No difference to a new booking'],
    notes: 'Agents see the metres that are left.',
    users: 'Note in the agent screen.',
    support: 'Desk knows that the workaround ends.',
    environment: 'Full prices worked out in the night before.',
    backOut: 'Switch back within the day; reductions are then as before.',
    findings: 'No case of a double reduction in two weeks.',
  },
  {
    key: 'payments-11.0',
    day: 174,
    title: 'Payments 11.0',
    version: '11.0.0',
    releaseType: 'major',
    affected: [
      'component:refund-worker',
      'component:payment-service',
      'resource:refund-queue',
    ],
    policy: 'applications',
    owner: 'priya-raghunathan',
    assignee: 'joao-figueira',
    acceptors: ['priya-raghunathan', 'nikos-papadakis'],
    changes: [
      {
        title: 'A queue of its own for refunds that failed',
        description: 'What failed is tried hourly, beside the others.',
        reason: 'One refund can hold up four thousand.',
        impact: 'Refunds of a storm day go out in hours.',
        risk: 'A refund must never be paid twice: each has a number that is paid once.',
        removes: 'refunds',
      },
      {
        title: 'Wallets of phones as a way to pay',
        description: 'Two wallets, on the website and in the app.',
        reason: 'A fifth of travellers ask for it.',
        impact: 'Another way to pay.',
        risk: 'Refunds to wallets take another path; tried with the bank.',
      },
    ],
    plan: 'Three weeks of tests with the bank, deployed on a Tuesday with Finance in the room.',
    tests: [
      ['Five thousand refunds', true],
      ['Same refund twice', true],
      ['Wallet, refund, dispute', true],
    ],
    criteria: [
      'Five thousand refunds in six hours',
      'None is paid twice',
      'Finance agrees to the list',
    ],
    notes: 'Pay with the wallet of your phone.',
    users: 'Page about wallets, mail to travellers who asked.',
    support:
      'Call centre and desk trained for two hours, with a page of questions.',
    environment:
      'Second queue set up, credentials of both wallets in place, baseline taken.',
    backOut:
      'Wallets can be switched off alone. Queues flow together again within ten minutes.',
    findings:
      'Wallets make seven percent of payments. Refunds of the next storm day went out in five hours.',
  },
  {
    key: 'gateway-4.0',
    day: 180,
    title: 'Gateway 4.0',
    version: '4.0.2',
    releaseType: 'major',
    affected: ['component:api-gateway'],
    policy: 'platform',
    owner: 'sven-kallio',
    assignee: 'amara-diallo',
    acceptors: ['sven-kallio', 'yuki-hamasaki'],
    changes: [
      {
        title: 'Upgrade the gateway to version 4',
        description: 'From 3.11 to 4.0, one hall after the other.',
        reason: 'Version 3 gets no security fixes from next year on.',
        impact: 'No outage; calls in flight are finished.',
        risk: 'All calls from outside pass here. Sessions could end early.',
        causes: 'signIn',
      },
    ],
    plan: 'Second hall first, a day of watching, then the first.',
    tests: [
      ['All ways in, each API', true],
      ['Fail over between the halls', true],
    ],
    criteria: ['No more errors than the week before'],
    notes: 'Nothing that users see.',
    users: 'Status page only.',
    support: 'Desk knows the week in which to look out for sign-ins.',
    environment: 'Certificates and limits copied, a hall held free.',
    backOut: 'Version 3 stays in the first hall for three days.',
    findings:
      'Deployed as planned. One sign-in in forty failed in the weeks after: renewal of keys had not been part of the test.',
    fate: 'partly',
  },
  {
    key: 'app-9.3',
    day: 196,
    title: 'Traveller app 9.3',
    version: '9.3.0',
    releaseType: 'minor',
    affected: ['component:skerry-app', 'component:check-in-service'],
    policy: 'applications',
    owner: 'yuki-hamasaki',
    assignee: 'leila-mansouri',
    acceptors: ['yuki-hamasaki', 'eilidh-macaskill'],
    changes: [
      {
        title: 'Tickets do not depend on the clock of the phone',
        description: 'The app asks our clock, gates allow ten minutes.',
        reason: 'A dozen travellers a week stand before a red light.',
        impact: 'Fewer red lights.',
        risk: 'A copied ticket would be valid for longer; it can be used once.',
        removes: 'clocks',
      },
      {
        title: 'Vehicles without a height can be opened',
        description: 'An empty height is shown as unknown.',
        reason: 'The app crashes.',
        impact: 'None beside that.',
        risk: 'None worth naming.',
      },
    ],
    plan: 'Both shops, ten percent first, then all.',
    tests: [
      ['Twelve phones with a wrong clock', true],
      ['Ticket used twice', true],
    ],
    criteria: ['No valid ticket is refused'],
    notes: 'Tickets work even if your clock is wrong.',
    users: 'Text in the shops.',
    support: 'Stewards told at the change of shifts.',
    environment: 'Gates take ten minutes from the day before.',
    backOut: 'Stop the rollout in the shops; gates stay as they are.',
    findings: 'Red lights down to one a week.',
  },
  {
    key: 'boards-5.1',
    day: 213,
    title: 'Departure boards 5.1',
    version: '5.1.0',
    releaseType: 'minor',
    affected: ['component:departure-boards'],
    policy: 'applications',
    owner: 'eilidh-macaskill',
    assignee: 'ruben-castellanos',
    acceptors: ['eilidh-macaskill', 'anneke-vandermeer'],
    changes: [
      {
        title: 'Boards ask for the new day until somebody answers',
        description: 'Every five minutes; until then they go dark.',
        reason: 'Yesterday on a board is worse than nothing.',
        impact: 'Dark for some minutes if the link is down at midnight.',
        risk: 'All boards could ask at once. They ask spread over a minute.',
        removes: 'midnight',
      },
    ],
    plan: 'Northpier first, the other six on the same day if all is well.',
    places: ['Northpier', 'the other six terminals'],
    tests: [
      ['Link cut at midnight', true],
      ['58 boards ask at once', true],
    ],
    criteria: ['No board shows another day'],
    notes: 'Boards never show an old day.',
    users: 'Duty managers by mail.',
    support: 'Desk has the new steps for boards.',
    environment: 'Edge servers have a new player.',
    backOut: 'Player 5.0 is kept on each board.',
    findings: 'Right at all seven terminals, also with the link cut.',
  },
  {
    key: 'broker-3.0',
    day: 221,
    title: 'Event broker 3.0',
    version: '3.0.1',
    releaseType: 'minor',
    affected: ['resource:event-broker', 'api:sailing-events'],
    policy: 'platform',
    owner: 'sven-kallio',
    assignee: 'amara-diallo',
    acceptors: ['sven-kallio', 'anneke-vandermeer'],
    changes: [
      {
        title: 'Upgrade the event broker to version 3',
        description: 'Events are spread over twelve parts instead of four.',
        reason: 'Four parts are full on storm days.',
        impact: 'None expected.',
        risk: 'Order within a sailing depends on the key by which events are spread.',
        causes: 'order',
      },
    ],
    plan: 'One server after the other, at noon, when few sail.',
    tests: [
      ['A day of events played again', true],
      ['One server less', true],
    ],
    criteria: ['No event is lost'],
    notes: 'Nothing that users see.',
    users: 'Nobody: no screen changes.',
    support: 'Teams that read events have been told the date.',
    environment: 'Room for twelve parts.',
    backOut: 'Until the end of the day by playing events back to version 2.',
    findings:
      'No event was lost. Order was not looked at, and it should have been.',
    fate: 'partly',
  },
  {
    key: 'payments-11.0.1',
    day: 241,
    title: 'Payments 11.0.1',
    version: '11.0.1',
    releaseType: 'emergency',
    affected: ['component:payment-service'],
    policy: 'applications',
    owner: 'priya-raghunathan',
    assignee: 'joao-figueira',
    acceptors: ['priya-raghunathan'],
    changes: [
      {
        title: 'Accept the new certificate of the wallet provider',
        description: 'A second root certificate is trusted.',
        reason:
          'The provider changes it tomorrow night, told us today. Without it no wallet pays.',
        impact: 'None if done; seven percent of payments fail if not.',
        risk: 'Small: one file, tried in the test environment.',
      },
    ],
    plan: 'Tonight, let through by the freeze.',
    tests: [['Wallet with both certificates', true]],
    criteria: ['Wallet pays with both certificates'],
    notes: 'Nothing that users see.',
    users: 'Nobody: it works as before.',
    support: 'Desk told on the channel of the day.',
    environment: 'Certificate in the secret store.',
    backOut: 'Take the file out again.',
    findings: 'Provider changed over at two, no payment failed.',
    mends: 'payments-11.0',
  },
  {
    key: 'booking-24.3',
    day: 281,
    title: 'Booking 24.3',
    version: '24.3.0',
    releaseType: 'minor',
    affected: ['component:capacity-service', 'component:booking-engine'],
    policy: 'applications',
    owner: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    acceptors: ['ifeoma-adeyinka', 'anneke-vandermeer'],
    changes: [
      {
        title: 'Count lane metres by vehicle, not by class',
        description:
          'Each vehicle takes its own length plus forty centimetres.',
        reason: 'Decks leave with six metres free on average.',
        impact: 'Two more cars on each sailing.',
        risk: 'Too many vehicles if lengths are wrong; lengths above class are asked for again.',
      },
      {
        title: 'Hold a place on the waiting list',
        description: 'Travellers are asked in the order in which they came.',
        reason: 'Stewards decide it by eye today.',
        impact: 'Fair, and written down.',
        risk: 'Somebody who does not answer holds up others. They have ten minutes.',
      },
    ],
    plan: 'On the two biggest vessels first.',
    tests: [
      ['A full deck of the Gannet', true],
      ['Waiting list of forty', true],
    ],
    criteria: ['No sailing is overbooked'],
    notes: 'Waiting lists are kept by the booking.',
    users: 'Page about the waiting list.',
    support: 'Stewards trained at two terminals.',
    environment: 'Lengths of all saved vehicles checked.',
    backOut: 'Classes are kept beside metres; switch back at any time.',
    findings:
      'Given up after three hours: two sailings had more vehicles than deck. Lengths of trailers had been left out of the test.',
    fate: 'backedOut',
  },
  {
    key: 'booking-24.3.1',
    day: 296,
    title: 'Booking 24.3.1',
    version: '24.3.1',
    releaseType: 'minor',
    affected: ['component:capacity-service'],
    policy: 'applications',
    owner: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    acceptors: ['ifeoma-adeyinka', 'anneke-vandermeer'],
    changes: [
      {
        title: 'Trailers count with their own length',
        description: 'Car and trailer are two lengths on one booking.',
        reason: 'Version 24.3 was backed out because of it.',
        impact: 'As planned for 24.3.',
        risk: 'As for 24.3, now with trailers in the test.',
      },
    ],
    plan: 'One vessel a day for five days.',
    tests: [
      ['A full deck with nine trailers', true],
      ['All sailings of a full week played again', true],
    ],
    criteria: ['No sailing of that week is overbooked'],
    notes: 'Waiting lists are kept by the booking.',
    users: 'As for 24.3.',
    support: 'Stewards of all terminals trained.',
    environment:
      'Lengths of trailers filled in by a letter to 8,000 travellers.',
    backOut: 'Switch back to classes at any time.',
    findings: 'Two more cars a sailing, none overbooked.',
    mends: 'booking-24.3',
  },
  {
    key: 'crew-6.4',
    day: 312,
    title: 'Crew roster 6.4',
    version: '6.4.0',
    releaseType: 'minor',
    affected: ['component:crew-roster'],
    policy: 'applications',
    owner: 'fatima-benyoucef',
    assignee: 'oskar-lindqvist',
    acceptors: ['fatima-benyoucef', 'anneke-vandermeer'],
    changes: [
      {
        title: 'Warn of certificates ninety days before they end',
        description: 'The crew and the crewing desk are told.',
        reason: 'Two deckhands stayed ashore for a month.',
        impact: 'More mails.',
        risk: 'None worth naming.',
      },
    ],
    plan: 'Between two roster months.',
    tests: [['Certificates of all 212', true]],
    criteria: ['Each certificate has a date'],
    notes: 'You are told when a certificate ends.',
    users: 'Note with the pay slip.',
    support: 'Crewing desk has seen it.',
    environment: 'Dates checked against the folders.',
    backOut: 'Switch the mails off.',
    findings:
      'Fourteen certificates renewed that would have ended within the quarter.',
  },
  {
    key: 'portal-5.0',
    day: 326,
    title: 'Reporting portal 5.0',
    version: '5.0.0',
    releaseType: 'major',
    affected: ['component:reporting-portal'],
    policy: 'applications',
    owner: 'nikos-papadakis',
    assignee: 'mei-ling-tan',
    acceptors: ['nikos-papadakis', 'priya-raghunathan'],
    changes: [],
    plan: 'New pages for all figures.',
    tests: [['Monday figures beside those of the old portal', false]],
    criteria: ['Monday figures are the same'],
    notes: 'New pages.',
    users: 'Mail to all readers.',
    support: 'Data team only.',
    environment: 'Nothing.',
    backOut: 'Old portal stays.',
    findings: '',
    fate: 'cancelled',
  },
  {
    key: 'web-8.5',
    day: 340,
    title: 'Website 8.5',
    version: '8.5.0',
    releaseType: 'minor',
    affected: ['component:skerry-web', 'component:traveller-account'],
    policy: 'applications',
    owner: 'yuki-hamasaki',
    assignee: 'leila-mansouri',
    acceptors: ['yuki-hamasaki', 'ifeoma-adeyinka'],
    changes: [
      {
        title: 'Sign in without a password',
        description: 'With the key of the phone, beside the password.',
        reason: 'Half of the calls about accounts are forgotten passwords.',
        impact: 'Easier, for those who want it.',
        risk: 'Lost phones: the old way in stays.',
      },
      {
        title: 'Remember proofs of residents for three years',
        description: 'Instead of one.',
        reason: 'Islanders send the same letter each year.',
        impact: 'Fewer letters.',
        risk: 'Who moves away keeps the discount for longer. Commercial accepts it.',
      },
    ],
    plan: 'As each quarter.',
    tests: [
      ['Sign in with six kinds of phone', true],
      ['Proof runs out', true],
    ],
    criteria: ['Nobody is locked out'],
    notes: 'Sign in with your phone.',
    users: 'Note on the account page.',
    support: 'Call centre trained for half an hour.',
    environment: 'Identity provider set up for keys.',
    backOut: 'Switch keys off; passwords stay.',
    findings: 'A tenth of sign-ins are by key after two weeks.',
  },
  {
    key: 'booking-24.4',
    day: 377,
    title: 'Booking 24.4',
    version: '24.4.0',
    releaseType: 'minor',
    affected: ['component:booking-engine', 'api:booking-api'],
    policy: 'applications',
    owner: 'ifeoma-adeyinka',
    assignee: 'tomasz-wierzba',
    acceptors: ['ifeoma-adeyinka', 'yuki-hamasaki'],
    changes: [
      {
        title: 'Bicycles are booked like vehicles',
        description: 'Each takes a place of its own on deck.',
        reason: 'Forty bicycles came to a sailing with room for twelve.',
        impact: 'Bicycles need a place from the next timetable on.',
        risk: 'Travellers come without one. Stewards have a list.',
      },
    ],
    plan: 'Ready before the next timetable is published.',
    tests: [['Forty bicycles', true]],
    criteria: ['A full sailing takes no more'],
    notes: 'Book a place for your bicycle.',
    users: 'With the new timetable.',
    support: 'To be planned.',
    environment: 'Places of nine vessels.',
    backOut: 'Switch it off; bookings stay.',
    findings: '',
    fate: 'inTesting',
  },
];

export const policyTexts = [
  {
    key: 'applications',
    by: 'yuki-hamasaki',
    approvers: ['ifeoma-adeyinka', 'sven-kallio'],
    title: 'Releases of applications',
    affected: [
      'system:booking',
      'system:payments',
      'system:traveller-channels',
      'system:terminal-operations',
      'system:fleet-operations',
      'system:data-and-reporting',
    ],
    approach: 'mixed',
    description:
      'New versions come often, small, and at hours at which few travel.',
    planningRules:
      'A release takes approved changes only. Its day is in the schedule of changes four weeks before, and never in a freeze.',
    recordingRules:
      'Tests and acceptance criteria are rows of the release; each has a result before acceptance is asked for.',
    approvalRules:
      'The service owner and one other who feels it; never the one who built it.',
  },
  {
    key: 'platform',
    by: 'amara-diallo',
    approvers: ['sven-kallio', 'maren-aldous'],
    title: 'Releases of the platform',
    affected: ['system:shared-platform', 'system:workplace'],
    approach: 'onDemand',
    description:
      'What all stand on changes seldom, and one hall after the other.',
    planningRules:
      'One hall, a day of watching, then the other. Never on a Friday, never in two weeks before a freeze.',
    recordingRules:
      'As for applications, with the figures of the week before beside those after.',
    approvalRules:
      'The lead of the platform and the service owner who feels it most.',
  },
] as const;
