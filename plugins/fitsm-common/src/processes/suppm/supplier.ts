import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who look after the supplier. */
const keepers = [
  'owner',
  'deputy',
  'process:staff',
  'process:manager',
] as const;

/** Somebody whose work or goods our services need. @public */
export const supplier = defineRecordType({
  name: 'supplier',
  idPrefix: 'SUP',
  label: { one: 'Supplier', many: 'Suppliers' },
  description:
    'An organisation, a part of ours or a federation member whose work or goods our services need.',
  evidenceFor: ['PR8.S1', 'PR8.I1', 'PR8.R1'],
  fields: {
    description: field.markdown({
      label: 'Who they are',
      help: 'What they do, and since when we work with them.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        external: 'External supplier',
        internal: 'Part of our organisation',
        federation: 'Member of our federation',
      },
      default: 'external',
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
    website: field.url({ label: 'Website' }),
    externalReference: field.text({
      label: 'Reference elsewhere',
      help: 'Their number in purchasing, or our customer number with them.',
    }),
    deputy: field.person({
      label: 'Deputy',
      help: 'Stands in for the relationship manager.',
    }),
    offerings: field.markdown({
      label: 'What they supply',
      help: 'Services, components and goods that we get from them, and what else they could supply.',
    }),
    suppliedEntities: field.entity({
      label: 'Components that they supply',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
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
            agreements: 'Agreements and contracts',
            operation: 'Daily operation and support',
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
      help: 'How to order, ask for support and give notice.',
      columns: {
        use: field.choice({
          label: 'For',
          options: {
            ordering: 'Orders',
            support: 'Support',
            security: 'Security matters',
            changes: 'Changes and maintenance',
            review: 'Evaluations and talks',
            information: 'Information',
          },
        }),
        channel: field.text({ label: 'Channel', required: true }),
        hours: field.text({ label: 'Hours' }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    escalation: field.rows({
      label: 'Escalation',
      help: 'Whom to turn to, level by level.',
      columns: {
        level: field.number({ label: 'Level', min: 1, max: 9, integer: true }),
        when: field.text({ label: 'When', max: 500 }),
        contact: field.text({ label: 'Contact', required: true, max: 500 }),
        answersWithin: field.text({ label: 'Answers within' }),
      },
    }),
    contracts: field.rows({
      label: 'Contracts',
      columns: {
        reference: field.text({ label: 'Contract', required: true }),
        subject: field.text({ label: 'Subject', max: 500 }),
        startsOn: field.date({ label: 'From' }),
        endsOn: field.date({ label: 'To' }),
        noticeBy: field.date({ label: 'Give notice by' }),
        renewal: field.choice({
          label: 'At its end',
          options: {
            renewsItself: 'Renews itself',
            ends: 'Ends',
            open: 'Has no end',
          },
        }),
        document: field.url({ label: 'Document' }),
      },
    }),
    contractEndsAt: field.dateTime({
      label: 'Next contract end',
      help: 'The earliest day on which something must be renewed or replaced.',
      column: 'endsAt',
      remind: true,
    }),
    criticality: field.choice({
      label: 'Criticality',
      help: 'What happens to our services without them.',
      options: {
        vital: 'Vital: services stop',
        high: 'High: services suffer soon',
        medium: 'Medium: services suffer in time',
        low: 'Low: nobody notices',
      },
      default: 'medium',
    }),
    replaceability: field.choice({
      label: 'How easily replaced',
      options: {
        easy: 'Easily, at once',
        effort: 'With effort, in months',
        hard: 'Hardly, or not at all',
      },
    }),
    dataAccess: field.choice({
      label: 'What of our data they hold',
      options: {
        none: 'None',
        nonPersonal: 'Data without personal content',
        personal: 'Personal data',
        confidential: 'Confidential data',
      },
    }),
    certificates: field.rows({
      label: 'Certificates',
      help: 'What shows that they work to a standard.',
      columns: {
        certificate: field.text({ label: 'Certificate', required: true }),
        validTo: field.date({ label: 'Valid to' }),
        document: field.url({ label: 'Document' }),
      },
    }),
    risks: field.markdown({
      label: 'Risks and dependencies',
      help: 'Their own suppliers, their health, where they sit.',
    }),
    exitPlan: field.markdown({
      label: 'If we must part',
      help: 'How we get our data back, and who could take over.',
    }),
    evaluationEvery: field.number({
      label: 'Evaluate every',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    rating: field.choice({
      label: 'Performance as last known',
      options: {
        exceeds: 'Better than agreed',
        meets: 'As agreed',
        partlyMeets: 'As agreed in part',
        insufficient: 'Insufficient',
      },
      lateOnly: true,
    }),
    endedAt: field.dateTime({ label: 'Ended', lateOnly: true }),
    endNote: field.markdown({
      label: 'What was settled at the end',
      help: 'Data, access and goods handed back, agreements ended.',
      lateOnly: true,
    }),
    ...reviewFields,
  },
  owner: { label: 'Supplier relationship manager', default: ['creator'] },
  relations: {
    supplies: {
      label: 'Supplies',
      to: ['service'],
      inverse: { name: 'suppliers', label: 'Suppliers' },
      many: true,
    },
    isParty: {
      label: 'Is the party',
      to: ['party'],
      inverse: { name: 'suppliers', label: 'Suppliers' },
      many: true,
    },
    subcontractorOf: {
      label: 'Works for',
      to: ['supplier'],
      inverse: { name: 'subcontractors', label: 'Subcontractors' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'candidate',
    states: {
      candidate: { label: 'Candidate', category: 'open' },
      active: { label: 'Active', category: 'waiting', published: true },
      suspended: { label: 'Suspended', category: 'waiting' },
      ended: { label: 'Ended', category: 'closed', locked: true },
    },
    transitions: {
      activate: {
        label: 'Take on',
        from: ['candidate'],
        to: 'active',
        by: ['owner', 'process:manager'],
        needs: ['offerings', 'contacts', 'criticality'],
        offers: ['channels', 'escalation', 'reviewInterval', 'nextReviewAt'],
        notify: ['owner', 'deputy'],
        evidenceFor: ['PR8.I2', 'PR8.O1a'],
        primary: true,
      },
      turnDown: {
        label: 'Turn down',
        from: ['candidate'],
        to: 'ended',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner'],
      },
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
          'escalation',
          'offerings',
          'contracts',
          'contractEndsAt',
          'rating',
          'reviewInterval',
          'nextReviewAt',
        ],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR8.I2', 'PR8.O1b', 'PR8.R1'],
        primary: true,
      },
      suspend: {
        label: 'Suspend',
        from: ['active'],
        to: 'suspended',
        by: ['owner', 'process:manager'],
        clears: ['nextReviewAt'],
        reason: 'required',
        notify: ['owner', 'deputy'],
      },
      resume: {
        label: 'Work with them again',
        from: ['suspended'],
        to: 'active',
        by: ['owner', 'process:manager'],
        reason: 'optional',
        notify: ['owner', 'deputy'],
        primary: true,
      },
      end: {
        label: 'End the relationship',
        from: ['active', 'suspended'],
        to: 'ended',
        by: ['owner', 'process:manager'],
        needs: ['endNote'],
        offers: ['endedAt'],
        clears: ['nextReviewAt'],
        stamps: ['endedAt'],
        reason: 'required',
        notify: ['owner', 'deputy'],
        evidenceFor: ['PR8.O1c'],
      },
      considerAgain: {
        label: 'Consider again',
        from: ['ended'],
        to: 'candidate',
        by: keepers,
        clears: ['endedAt', 'endNote'],
        reason: 'optional',
        notify: ['owner'],
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
        'website',
        'externalReference',
      ],
    },
    {
      title: 'What they supply',
      fields: ['offerings', 'suppliedEntities', 'criticality'],
    },
    {
      title: 'People and channels',
      fields: ['owner', 'deputy', 'contacts', 'channels', 'escalation'],
    },
    { title: 'Contracts', fields: ['contracts', 'contractEndsAt'] },
    {
      title: 'Risk',
      fields: [
        'replaceability',
        'dataAccess',
        'certificates',
        'risks',
        'exitPlan',
      ],
    },
    { title: 'Performance', fields: ['evaluationEvery', 'rating'] },
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
    { title: 'How it ended', fields: ['endedAt', 'endNote'] },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'criticality',
      'rating',
      'owner',
      'nextReviewAt',
    ],
  },
});
