export interface RequestText {
  title: string;
  kind: 'access' | 'information' | 'standardChange' | 'equipment' | 'other';
  services: string[];
  details: string;
  justification?: string;
  fulfilment: string;
  /** In how many days it is needed. */
  within: number;
  approval?: 'manager' | 'process';
  costs?: string;
  /** The workflow that it follows, once that is approved. */
  workflow?: string;
  /** Steps of its own, where it follows none. */
  steps?: ReadonlyArray<string>;
}

export const requestTexts: ReadonlyArray<RequestText> = [
  {
    title: 'New steward in {terminal} starts on Monday week',
    kind: 'equipment',
    services: [
      'component:default/managed-laptops',
      'component:default/staff-mail',
    ],
    details:
      'Account, mailbox and a phone. Works at the counters, later at the gates.',
    justification: 'Replaces a colleague who goes to sea.',
    fulfilment:
      'All is ready and handed over on the first day against a signature.',
    within: 8,
    approval: 'manager',
    costs: 'About 900, paid by Ferry Operations',
    workflow: 'colleague',
  },
  {
    title: 'Laptop for the purser of the {vessel}',
    kind: 'equipment',
    services: ['component:default/managed-laptops'],
    details:
      'The old one is four years old and too slow for the new roster page.',
    justification: 'Due to be replaced by the rule of four years.',
    fulfilment:
      'Laptop set up, data moved, the old one wiped and given back to the lessor.',
    within: 14,
    approval: 'manager',
    costs: '1,150, planned in the budget',
    steps: ['Set up the laptop', 'Move the data', 'Wipe the old one'],
  },
  {
    title: 'See punctuality of the route to {island}',
    kind: 'access',
    services: ['component:default/reporting-portal'],
    details: 'Only punctuality, no revenue. For one season.',
    justification: 'We answer letters of the island council each month.',
    fulfilment: 'Reading right for punctuality until the end of the season.',
    within: 5,
    approval: 'process',
    workflow: 'portalAccess',
  },
  {
    title: 'See revenue of the campaign in the portal',
    kind: 'access',
    services: ['component:default/reporting-portal'],
    details: 'Revenue by fare code, for three months.',
    justification: 'To tell whether the campaign pays.',
    fulfilment: 'Right given for three months; it ends by itself.',
    within: 5,
    approval: 'process',
    workflow: 'portalAccess',
  },
  {
    title: 'Phone fell on the ramp in {terminal}, need another',
    kind: 'equipment',
    services: ['component:default/telephony'],
    details: 'Screen is broken, calls still work.',
    fulfilment: 'Phone with the same number sent by the noon boat.',
    within: 2,
    workflow: 'handset',
  },
  {
    title: 'Address for lost property in {terminal}',
    kind: 'other',
    services: ['component:default/staff-mail'],
    details: 'Three of us read it, the duty manager answers for it.',
    fulfilment: 'Mailbox created, first mail sent to all three.',
    within: 5,
    workflow: 'sharedMailbox',
  },
  {
    title: 'Distribution list for the night shift',
    kind: 'other',
    services: ['component:default/staff-mail'],
    details: 'So that changes of the evening reach those who begin at ten.',
    fulfilment: 'List created with eleven members.',
    within: 5,
    workflow: 'sharedMailbox',
  },
  {
    title: 'See the roster of the {vessel}',
    kind: 'access',
    services: ['component:default/crew-roster'],
    details: 'Reading only, for this season.',
    justification: 'I plan the stewards by who comes ashore.',
    fulfilment: 'Reading right for the vessel until the end of the season.',
    within: 5,
    approval: 'manager',
    workflow: 'rosterAccess',
  },
  {
    title: 'Fare code for the food festival on {island}',
    kind: 'standardChange',
    services: ['component:default/fare-calculator'],
    details: 'Twenty percent off for foot passengers, two weekends.',
    justification: 'Agreed with the island council.',
    fulfilment: 'Code is live, tried with a booking that was cancelled again.',
    within: 10,
    workflow: 'fareCode',
  },
  {
    title: 'Fare code for hauliers on the {sailing}',
    kind: 'standardChange',
    services: ['component:default/fare-calculator'],
    details:
      'Fifteen percent off for lorries over twelve metres, to fill the early boat.',
    justification: 'The deck is half empty at that hour.',
    fulfilment: 'Code is live and limited to the one sailing.',
    within: 10,
    workflow: 'fareCode',
  },
  {
    title: 'Move a departure board in {terminal} to the new waiting room',
    kind: 'other',
    services: ['component:default/departure-boards'],
    details:
      'From the old kiosk to the wall beside the door. Power and network are there.',
    fulfilment: 'Board hangs and shows the right gate.',
    within: 14,
    steps: [
      'Look at the wall',
      'Move the board',
      'Change its place in the list',
    ],
  },
  {
    title: 'Two more hand scanners for the holidays in {terminal}',
    kind: 'equipment',
    services: ['component:default/check-in-service'],
    details: 'From Friday to Tuesday. The queue reached the road last year.',
    fulfilment: 'Two scanners of the pool lent, to come back on Wednesday.',
    within: 6,
  },
  {
    title: 'How many motorcycles went to {island} this season?',
    kind: 'information',
    services: ['component:default/reporting-portal'],
    details: 'By week, for a letter to the council.',
    fulfilment: 'Table sent, with the query so that it can be run again.',
    within: 4,
  },
  {
    title: 'Which travellers were on the cancelled {sailing}?',
    kind: 'information',
    services: ['component:default/booking-engine'],
    details: 'Only the number by ticket type, no names.',
    fulfilment: 'Numbers sent.',
    within: 2,
  },
  {
    title: 'Was the refund of a storm day paid?',
    kind: 'information',
    services: ['component:default/refund-worker'],
    details:
      'A traveller calls for the third time; the reference is in the note.',
    fulfilment: 'Paid on the next working day, proof sent to the caller.',
    within: 2,
  },
  {
    title: 'Wi-Fi for visitors of the safety day in {terminal}',
    kind: 'access',
    services: ['component:default/staff-wifi'],
    details: 'Forty people, one day.',
    fulfilment: 'Access for one day, the code is on the door.',
    within: 7,
  },
  {
    title: 'Account for the electrician who checks the ramps',
    kind: 'access',
    services: ['resource:default/identity-provider'],
    details: 'Reads plans of the terminals for three weeks, from outside.',
    justification: 'The yearly inspection.',
    fulfilment: 'Account with an end date and a second factor.',
    within: 4,
    approval: 'process',
    steps: [
      'Check the contract for secrecy',
      'Create the account with an end date',
      'Hand over the second factor in person',
    ],
  },
  {
    title: 'Bring back a mail that I deleted',
    kind: 'other',
    services: ['component:default/staff-mail'],
    details:
      'From the harbour master, last Tuesday, with the dates of dredging.',
    fulfilment: 'Restored to a folder of its own.',
    within: 2,
  },
  {
    title: 'Forward the number of the ticket office while we paint',
    kind: 'other',
    services: ['component:default/telephony'],
    details: 'To the mobile of the duty manager, Thursday and Friday.',
    fulfilment: 'Forwarded, ends by itself on Saturday.',
    within: 3,
  },
  {
    title: 'Label printer for the freight office in {terminal}',
    kind: 'equipment',
    services: ['component:default/printing'],
    details: 'We write consignments by hand since the move.',
    fulfilment: 'Printer of the pool set up, test label sent.',
    within: 10,
    approval: 'manager',
    costs: '380',
  },
  {
    title: 'Hours per person of last month for the pay slips',
    kind: 'information',
    services: ['api:default/crew-roster-api'],
    details: 'For six people who ask about their allowance.',
    justification: 'Payroll is allowed to see them.',
    fulfilment: 'List sent over the protected folder.',
    within: 3,
    approval: 'process',
  },
  {
    title: 'Push message for the open day on the {vessel}',
    kind: 'other',
    services: ['component:default/traveller-notifications'],
    details: 'To travellers who sailed with her this year and agreed to news.',
    fulfilment: 'Sent to 6,200 people on Saturday at ten.',
    within: 9,
    steps: [
      'Check consent',
      'Text in five languages',
      'Send to a hundred first',
    ],
  },
  {
    title: 'Open the way for the new weather service',
    kind: 'standardChange',
    services: ['resource:default/core-network'],
    details: 'From the timetable to one address outside, port 443.',
    justification: 'Forecast for cancellations a day ahead.',
    fulfilment: 'Rule is in place and tried from both halls.',
    within: 8,
    approval: 'process',
  },
];

export const requestRefusals: ReadonlyArray<string> = [
  'The figures are in the monthly report; ask again if that is not enough',
  'Not in the budget before the new year',
  'Hours of single people are for payroll only',
];

export const declines: ReadonlyArray<string> = [
  'Not ours: the harbour authority runs that network',
  'There is one in the cupboard of the duty manager',
  'Asked for twice; the other one is on its way',
];

export const requestTalks: ReadonlyArray<
  readonly [question: string, answer: string]
> = [
  [
    'Until when do you need it?',
    'As written above; two days later would do as well.',
  ],
  ['Who else should have it?', 'Only me for now.'],
  [
    'Would it do to begin with half of it?',
    'Yes, the other half can come next week.',
  ],
  ['Who answers for it when you are away?', 'The duty manager of the day.'],
];

export const requestHolds: ReadonlyArray<
  readonly [waitingFor: 'user' | 'vendor' | 'delivery' | 'change', why: string]
> = [
  ['delivery', 'Out of stock, promised for next week'],
  ['user', 'No answer to where it should be sent'],
  ['vendor', 'The provider must move the number'],
  ['change', 'Waits for the change that it needs'],
];
