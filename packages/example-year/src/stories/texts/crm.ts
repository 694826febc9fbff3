import { RowValue } from '@fitsm/plugin-fitsm-common';
import { Draft } from '../../World';

export interface CustomerText {
  key: string;
  day: number;
  manager: string;
  systems: string[];
  draft: Draft;
}

const channels: RowValue[] = [
  {
    use: 'support',
    channel: 'Service desk, by phone or portal',
    hours: '05:30 to 23:00',
  },
  { use: 'complaint', channel: 'To the account manager' },
  { use: 'information', channel: 'Status page, and mail before maintenance' },
];

export const customers: CustomerText[] = [
  {
    key: 'commercial',
    day: 9,
    manager: 'rosa-delgado',
    systems: ['booking', 'payments', 'traveller-channels'],
    draft: {
      title: 'Commercial',
      fields: {
        kind: 'internal',
        organisation: 'Skerry Lines, commercial department',
        description: 'Sells travel, and answers for fares and the website.',
        catalogGroup: 'group:commercial',
        segment: 'Departments',
        importance: 'key',
        userCount: 85,
        contacts: [
          {
            name: 'Head of sales',
            role: 'Speaks for the department',
            responsibleFor: 'relationship',
          },
        ],
        channels,
        needs: 'Fares that can be changed within the hour.',
        expectedDemand: 'A loyalty scheme for islanders next year.',
        serviceReviewEvery: 90,
        surveyEvery: 180,
      },
    },
  },
  {
    key: 'operations',
    day: 9,
    manager: 'grace-wanjiru',
    systems: ['terminal-operations', 'fleet-operations', 'data-and-reporting'],
    draft: {
      title: 'Ferry Operations',
      fields: {
        kind: 'internal',
        organisation: 'Skerry Lines, ferry operations',
        description: 'Vessels, crews and terminals: those who sail.',
        catalogGroup: 'group:ferry-operations',
        segment: 'Departments',
        importance: 'key',
        userCount: 410,
        contacts: [
          {
            name: 'Kirsty Flett',
            role: 'Speaks for the stewards',
            responsibleFor: 'operation',
            user: 'user:kirsty-flett',
          },
        ],
        channels,
        needs:
          'Screens that can be read in the sun, and gloves that work on them.',
        serviceReviewEvery: 90,
        surveyEvery: 180,
      },
    },
  },
  {
    key: 'people',
    day: 10,
    manager: 'rosa-delgado',
    systems: ['fleet-operations', 'workplace'],
    draft: {
      title: 'Finance and People',
      fields: {
        kind: 'internal',
        organisation: 'Skerry Lines, finance and people',
        catalogGroup: 'group:finance-and-people',
        segment: 'Departments',
        importance: 'standard',
        userCount: 38,
        contacts: [
          {
            name: 'Arjun Mehta',
            role: 'Payroll',
            responsibleFor: 'operation',
            user: 'user:arjun-mehta',
          },
        ],
        channels,
        restrictions:
          'Pay day is the 25th, by law and by agreement with the union.',
      },
    },
  },
  {
    key: 'holm',
    day: 10,
    manager: 'ifeoma-adeyinka',
    systems: ['booking', 'traveller-channels'],
    draft: {
      title: 'Holm & Strand Haulage',
      fields: {
        kind: 'external',
        organisation: 'Holm & Strand Haulage Ltd',
        description: 'Twenty lorries a day, fish and building material.',
        segment: 'Freight',
        importance: 'key',
        userCount: 12,
        customerSince: '2009-04-01',
        externalReference: 'Debtor 10044',
        contacts: [
          {
            name: 'Torquil Holm',
            role: 'Managing partner',
            responsibleFor: 'agreements',
            email: 'torquil@holmstrand.example.org',
          },
          {
            name: 'Dispatch',
            responsibleFor: 'operation',
            phone: '+44 20 5550 0177',
          },
        ],
        channels,
        needs: 'Space for twelve lorries on the first sailing, each morning.',
        expectedDemand: 'A third more while the bridge is closed.',
        serviceReviewEvery: 90,
      },
    },
  },
  {
    key: 'timber',
    day: 11,
    manager: 'rosa-delgado',
    systems: ['booking', 'payments'],
    draft: {
      title: 'Larsen Timber',
      fields: {
        kind: 'external',
        organisation: 'Larsen Timber AS',
        segment: 'Freight',
        importance: 'occasional',
        userCount: 3,
        contacts: [
          {
            name: 'Ingrid Larsen',
            role: 'Owner',
            responsibleFor: 'relationship',
          },
        ],
        channels,
      },
    },
  },
  {
    key: 'agency',
    day: 11,
    manager: 'yuki-hamasaki',
    systems: ['booking', 'traveller-channels'],
    draft: {
      title: 'Isles Travel Agency',
      fields: {
        kind: 'external',
        organisation: 'Isles Travel Agency cooperative',
        description: 'Six shops and a catalogue; sells every twentieth cabin.',
        segment: 'Agencies',
        importance: 'key',
        userCount: 27,
        contacts: [
          {
            name: 'Morag Sinclair',
            role: 'Buys travel',
            responsibleFor: 'relationship',
            email: 'morag@islestravel.example.org',
          },
        ],
        channels,
        needs: 'Cabins that can be held for a week.',
        serviceReviewEvery: 90,
      },
    },
  },
  {
    key: 'coach',
    day: 12,
    manager: 'rosa-delgado',
    systems: ['booking'],
    draft: {
      title: 'Sundholm Coach Tours',
      fields: {
        kind: 'external',
        organisation: 'Sundholm Coach Tours',
        segment: 'Agencies',
        importance: 'standard',
        userCount: 5,
        contacts: [
          {
            name: 'Edda Sundholm',
            role: 'Owner',
            responsibleFor: 'relationship',
          },
        ],
        channels,
      },
    },
  },
  {
    key: 'council',
    day: 158,
    manager: 'yuki-hamasaki',
    systems: ['booking', 'traveller-channels'],
    draft: {
      title: 'Northpier Council',
      fields: {
        kind: 'partner',
        organisation: 'Council of Northpier, school transport',
        description: 'Buys season tickets for 340 pupils of the islands.',
        segment: 'Public bodies',
        importance: 'standard',
        userCount: 8,
        contacts: [
          {
            name: 'Fergus Rae',
            role: 'School transport',
            responsibleFor: 'finance',
          },
        ],
        channels,
        restrictions: 'Pages must be usable without sight, by law.',
      },
    },
  },
];

/** A complaint, and how it goes on. */
export interface ComplaintText {
  key: string;
  day: number;
  by: string;
  customer: string;
  systems: string[];
  restricted?: boolean;
  draft: Draft;
  assignee: string;
  /** Days until it is answered. */
  takes: number;
  findings: string;
  response: string;
  justified: 'yes' | 'partly' | 'no';
  amends?: string;
  measures?: string[];
  course:
    | 'plain'
    | 'reopened'
    | 'rejected'
    | 'escalated'
    | 'held'
    | 'withdrawn'
    | 'overdue';
}

export const complaints: ComplaintText[] = [
  {
    key: 'lorries',
    day: 92,
    by: 'ifeoma-adeyinka',
    customer: 'holm',
    systems: ['booking'],
    assignee: 'ifeoma-adeyinka',
    takes: 4,
    draft: {
      title: 'Twelve lorries booked, nine let on board',
      fields: {
        description:
          'We booked twelve, have it in writing, and three stood on the quay until noon with fresh fish.',
        expectation: 'The fish paid, and that it does not happen again.',
        channel: 'phone',
        complainantContact: 'Torquil Holm, Holm & Strand Haulage',
        category: 'quality',
        severity: 'high',
      },
    },
    findings:
      'Lengths were rounded down; the deck was sold two metres too long.',
    response:
      'You are right. We pay for the fish, and have corrected how lengths are counted.',
    justified: 'yes',
    amends: 'Credit of 1,850',
    measures: ['Lengths are rounded up', 'Hauliers see what is left on deck'],
    course: 'plain',
  },
  {
    key: 'hours',
    day: 127,
    by: 'arjun-mehta',
    customer: 'people',
    systems: ['fleet-operations'],
    assignee: 'fatima-benyoucef',
    takes: 6,
    draft: {
      title: 'Hours for payroll came a day late, again',
      fields: {
        description:
          'The third time this half-year. We sat until ten at night to pay people in time.',
        channel: 'email',
        category: 'agreement',
        severity: 'medium',
      },
    },
    findings:
      'The export waits for the last roster to be closed; planners close it late.',
    response:
      'The export no longer waits. Late corrections come in a second file.',
    justified: 'yes',
    measures: ['Export runs on the 20th at 06:00, whatever is open'],
    course: 'reopened',
  },
  {
    key: 'prices',
    day: 149,
    by: 'yuki-hamasaki',
    customer: 'agency',
    systems: ['traveller-channels'],
    assignee: 'yuki-hamasaki',
    takes: 5,
    draft: {
      title: 'The website is cheaper than our contract',
      fields: {
        description: 'A cabin for 74 on your website, for 81 in our contract.',
        expectation: 'The lower price for us too.',
        channel: 'meeting',
        complainantContact: 'Morag Sinclair, Isles Travel Agency',
        category: 'price',
        severity: 'low',
      },
    },
    findings: 'It was the resident fare.',
    response:
      'Residents of the islands pay less, as the council wants it. The contract says so in paragraph 3.',
    justified: 'no',
    course: 'rejected',
  },
  {
    key: 'rain',
    day: 176,
    by: 'kirsty-flett',
    customer: 'operations',
    systems: ['terminal-operations'],
    assignee: 'ruben-castellanos',
    takes: 3,
    draft: {
      title: 'An hour in the rain with a barrier that would not open',
      fields: {
        description:
          'Sixty cars, one barrier, and nobody on the phone who knew how to raise it by hand.',
        channel: 'portal',
        category: 'support',
        severity: 'medium',
      },
    },
    findings: 'The card with the steps was in the cabinet behind the barrier.',
    response:
      'The card now hangs at the ramp, and the desk has it too. I came and apologised.',
    justified: 'yes',
    measures: ['Card at each ramp', 'Desk is shown how to raise a barrier'],
    course: 'plain',
  },
  {
    key: 'coach',
    day: 199,
    by: 'rosa-delgado',
    customer: 'coach',
    systems: ['fleet-operations', 'traveller-channels'],
    assignee: 'rosa-delgado',
    takes: 12,
    draft: {
      title: 'Three coaches at a pier without a ferry',
      fields: {
        description:
          'The sailing was cancelled at six, our drivers heard of it at nine, from a seal watcher.',
        expectation: 'The hotel paid.',
        channel: 'letter',
        complainantContact: 'Edda Sundholm',
        category: 'communication',
        severity: 'high',
      },
    },
    findings: 'Messages go to whoever booked; the drivers were not among them.',
    response:
      'We pay half of the hotel. Groups can now name up to five people who get messages.',
    justified: 'partly',
    amends: 'Half of the hotel',
    measures: ['Groups name who gets messages'],
    course: 'escalated',
  },
  {
    key: 'sight',
    day: 232,
    by: 'yuki-hamasaki',
    customer: 'council',
    systems: ['traveller-channels'],
    assignee: 'leila-mansouri',
    takes: 20,
    draft: {
      title: 'School tickets cannot be shown by blind pupils',
      fields: {
        description: 'The screen reader says "image" where the ticket is.',
        channel: 'email',
        complainantContact: 'Fergus Rae, Council of Northpier',
        category: 'quality',
        severity: 'medium',
      },
    },
    findings: 'The code had no text beside it.',
    response: 'The app reads the ticket out now.',
    justified: 'yes',
    measures: ['Screen readers are part of each release test'],
    course: 'held',
  },
  {
    key: 'invoice',
    day: 254,
    by: 'rosa-delgado',
    customer: 'timber',
    systems: ['payments'],
    assignee: 'joao-figueira',
    takes: 5,
    draft: {
      title: 'Invoice for a lorry that never sailed',
      fields: {
        description: 'Lorry 3 was cancelled the day before.',
        channel: 'email',
        complainantContact: 'Ingrid Larsen',
        category: 'price',
        severity: 'low',
      },
    },
    findings: '',
    response: '',
    justified: 'no',
    course: 'withdrawn',
  },
  {
    key: 'again',
    day: 283,
    by: 'ifeoma-adeyinka',
    customer: 'holm',
    systems: ['booking'],
    assignee: 'tomasz-wierzba',
    takes: 11,
    draft: {
      title: 'Two lorries left behind, although it was mended',
      fields: {
        description: 'Ten of twelve this time.',
        channel: 'phone',
        complainantContact: 'Torquil Holm, Holm & Strand Haulage',
        category: 'quality',
        severity: 'high',
      },
    },
    findings: 'One trailer was longer than said. The counter let it on first.',
    response:
      'Trailers are measured at the gate now. The two sailed free of charge.',
    justified: 'partly',
    amends: 'Two crossings',
    measures: ['Trailers are measured at the gate'],
    course: 'escalated',
  },
  {
    key: 'tone',
    day: 347,
    by: 'kirsty-flett',
    customer: 'operations',
    systems: ['workplace'],
    restricted: true,
    assignee: 'niamh-corrigan',
    takes: 0,
    draft: {
      title: 'Laughed at on the phone',
      fields: {
        description:
          'I asked how to print on the new printer, and was laughed at in front of the others.',
        channel: 'portal',
        category: 'communication',
        severity: 'medium',
      },
    },
    findings: '',
    response: '',
    justified: 'no',
    course: 'overdue',
  },
];

export const questions: RowValue[] = [
  {
    question: 'How content are you with the services as a whole?',
    answerKind: 'scale',
    isObligatory: true,
  },
  {
    question: 'Is help there when you need it?',
    answerKind: 'scale',
    isObligatory: true,
  },
  { question: 'Do we tell you in time what changes?', answerKind: 'scale' },
  { question: 'Would you recommend us?', answerKind: 'recommendation' },
  { question: 'What should we do first?', answerKind: 'text' },
];

/** What customers say in service reviews, quarter by quarter. */
export const voices: Record<
  string,
  Array<{ says: string; wants: string; satisfaction: number }>
> = {
  holm: [
    {
      says: 'Booking works. The deck does not hold what you sell.',
      wants: 'To see what is left on deck.',
      satisfaction: 3,
    },
    {
      says: 'Lengths are right now. Thank you for the fish.',
      wants: 'Bookings by file, not by hand.',
      satisfaction: 4,
    },
    {
      says: 'Again lorries on the quay.',
      wants: 'A number that somebody answers at five in the morning.',
      satisfaction: 2,
    },
    {
      says: 'Measured at the gate: good. We stay.',
      wants: 'A third more space next year.',
      satisfaction: 4,
    },
  ],
  commercial: [
    {
      says: 'Fares are changed within the hour, as promised.',
      wants: 'A test of new fares before they are live.',
      satisfaction: 4,
    },
    {
      says: 'The website was slow on the first day of the holidays.',
      wants: 'A page that says how long one waits.',
      satisfaction: 3,
    },
    {
      says: 'The summer went better than any before.',
      wants: 'Points for islanders.',
      satisfaction: 4,
    },
    {
      says: 'We hear of maintenance in time now.',
      wants: 'Less of it on Fridays.',
      satisfaction: 5,
    },
  ],
  agency: [
    {
      says: 'Good people on the phone.',
      wants: 'Cabins held for a week.',
      satisfaction: 4,
    },
    {
      says: 'Holds work, but cannot be made longer.',
      wants: 'Ten days for groups.',
      satisfaction: 4,
    },
    {
      says: 'The catalogue needs the timetable earlier.',
      wants: 'A draft three months ahead.',
      satisfaction: 3,
    },
    { says: '', wants: '', satisfaction: 3 },
  ],
};
