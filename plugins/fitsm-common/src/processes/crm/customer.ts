import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who look after the customer. */
const keepers = [
  'owner',
  'deputy',
  'process:staff',
  'process:manager',
] as const;

/** An organisation, or a part of one, for which services are delivered. @public */
export const customer = defineRecordType({
  name: 'customer',
  idPrefix: 'CUS',
  label: { one: 'Customer', many: 'Customers' },
  description:
    'An organisation, or a part of one, that orders services for its users.',
  evidenceFor: ['PR7.S1', 'PR7.I1', 'PR7.O1a', 'PR7.R1'],
  fields: {
    description: field.markdown({
      label: 'Who they are',
      help: 'What they do, and what they use the services for.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        internal: 'Part of our organisation',
        federation: 'Member of our federation',
        partner: 'Partner',
        external: 'External customer',
        public: 'Open community',
      },
      column: 'category',
    }),
    organisation: field.text({
      label: 'Organisation',
      help: 'The legal name, and the part of it that is meant.',
    }),
    catalogGroup: field.person({
      label: 'Group in the catalog',
      help: 'Where the catalog knows them.',
      kinds: ['Group'],
    }),
    segment: field.text({
      label: 'Segment',
      help: 'Customers that are treated alike: research, schools, sales ...',
    }),
    importance: field.choice({
      label: 'Importance',
      options: {
        key: 'Key customer',
        standard: 'Standard',
        occasional: 'Occasional',
      },
      default: 'standard',
    }),
    userCount: field.number({
      label: 'Users',
      help: 'About how many people use services through them.',
      min: 0,
      integer: true,
    }),
    customerSince: field.date({ label: 'Customer since' }),
    website: field.url({ label: 'Website' }),
    externalReference: field.text({
      label: 'Reference elsewhere',
      help: 'Their number in another tool, in accounting for example.',
    }),
    deputy: field.person({
      label: 'Deputy',
      help: 'Stands in for the account manager.',
    }),
    contacts: field.rows({
      label: 'Contacts on their side',
      columns: {
        name: field.text({ label: 'Name', required: true }),
        role: field.text({ label: 'Role' }),
        responsibleFor: field.choice({
          label: 'Contact for',
          options: {
            relationship: 'The relationship as a whole',
            agreements: 'Agreements and signatures',
            operation: 'Daily operation',
            escalation: 'Escalation',
            security: 'Security and data protection',
            finance: 'Orders and invoices',
          },
        }),
        email: field.text({ label: 'E-mail' }),
        phone: field.text({ label: 'Phone' }),
        user: field.person({ label: 'User in the catalog' }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    channels: field.rows({
      label: 'Channels',
      help: 'How they order, ask, escalate and complain, and how we reach them.',
      columns: {
        use: field.choice({
          label: 'For',
          options: {
            ordering: 'Orders',
            support: 'Support',
            escalation: 'Escalation',
            complaint: 'Complaints',
            information: 'Information from us',
            review: 'Service reviews',
          },
        }),
        channel: field.text({ label: 'Channel', required: true }),
        hours: field.text({ label: 'Hours' }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    needs: field.markdown({
      label: 'Needs',
      help: 'What they require of the services, also what no agreement says yet.',
    }),
    expectedDemand: field.markdown({
      label: 'Expected demand',
      help: 'What they are likely to want more, less or newly of, and when.',
    }),
    restrictions: field.markdown({
      label: 'Legal and other bounds',
      help: 'Laws, contracts or rules of theirs that bind us.',
    }),
    serviceReviewEvery: field.number({
      label: 'Service review every',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    surveyEvery: field.number({
      label: 'Survey every',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    satisfaction: field.number({
      label: 'Satisfaction',
      help: 'As last known: from 1, very discontent, to 5, very content.',
      min: 1,
      max: 5,
    }),
    satisfactionNote: field.markdown({
      label: 'What they like and what they miss',
    }),
    endedAt: field.dateTime({ label: 'Ended', lateOnly: true }),
    farewell: field.markdown({
      label: 'What was settled at the end',
      help: 'Data handed back, access taken away, agreements ended.',
      lateOnly: true,
    }),
    ...reviewFields,
  },
  owner: { label: 'Account manager', default: ['creator'] },
  relations: {
    uses: {
      label: 'Uses',
      to: ['service'],
      inverse: { name: 'customers', label: 'Customers' },
      many: true,
      evidenceFor: ['PR7.I2'],
    },
    partOf: {
      label: 'Part of',
      to: ['customer'],
      inverse: { name: 'parts', label: 'Parts' },
    },
  },
  lifecycle: {
    initial: 'active',
    states: {
      active: { label: 'Active', category: 'waiting', published: true },
      former: { label: 'Former', category: 'closed', locked: true },
    },
    transitions: {
      review: {
        label: 'Record a review',
        from: ['active'],
        to: 'active',
        by: keepers,
        needs: ['reviewOutcome'],
        offers: [
          'reviewNote',
          'contacts',
          'channels',
          'needs',
          'expectedDemand',
          'satisfaction',
          'reviewInterval',
          'nextReviewAt',
        ],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR7.I3', 'PR7.O1b', 'PR7.R1'],
        primary: true,
      },
      end: {
        label: 'End the relationship',
        from: ['active'],
        to: 'former',
        by: ['owner', 'process:manager'],
        offers: ['endedAt', 'farewell'],
        clears: ['nextReviewAt'],
        stamps: ['endedAt'],
        reason: 'required',
        notify: ['owner', 'deputy'],
        evidenceFor: ['PR7.O1c'],
      },
      takeUpAgain: {
        label: 'Take up again',
        from: ['former'],
        to: 'active',
        by: ['owner', 'process:staff', 'process:manager'],
        clears: ['endedAt', 'farewell'],
        reason: 'optional',
        notify: ['owner'],
        evidenceFor: ['PR7.O1a'],
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['active'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'Who they are',
      fields: [
        'title',
        'organisation',
        'kind',
        'description',
        'catalogGroup',
        'segment',
        'importance',
        'userCount',
        'customerSince',
        'website',
        'externalReference',
      ],
    },
    {
      title: 'People and channels',
      fields: ['owner', 'deputy', 'contacts', 'channels'],
    },
    {
      title: 'What they need',
      fields: ['needs', 'expectedDemand', 'restrictions'],
    },
    {
      title: 'How content they are',
      fields: [
        'satisfaction',
        'satisfactionNote',
        'serviceReviewEvery',
        'surveyEvery',
      ],
    },
    {
      title: 'Review',
      fields: [
        'reviewInterval',
        'nextReviewAt',
        'lastReviewedAt',
        'reviewOutcome',
        'reviewNote',
      ],
    },
    { title: 'How it ended', fields: ['endedAt', 'farewell'] },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'importance',
      'satisfaction',
      'owner',
      'nextReviewAt',
    ],
  },
});
