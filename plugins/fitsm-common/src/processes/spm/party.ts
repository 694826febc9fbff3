import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

const keepers = ['owner', 'process:staff', 'process:manager'] as const;

/** Somebody who takes part in delivering services. @public */
export const party = defineRecordType({
  name: 'party',
  idPrefix: 'PTY',
  label: { one: 'Party', many: 'Parties' },
  description:
    'A group, organisation or federation member that has a part in delivering services, with its role and one contact point.',
  evidenceFor: ['PR1.S4'],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        internal: 'Part of our organisation',
        federation: 'Federation member',
        external: 'External organisation',
      },
      default: 'internal',
      column: 'category',
    }),
    organisation: field.text({
      label: 'Organisation',
      help: 'The organisation that it is, or belongs to.',
    }),
    description: field.markdown({ label: 'Description' }),
    role: field.markdown({
      label: 'Role in delivering services',
      help: 'What it does for which services.',
    }),
    responsibilities: field.markdown({
      label: 'Responsibilities',
      help: 'What it answers for, and what it does not.',
    }),
    group: field.person({
      label: 'Group',
      help: 'Its group in the catalog, where there is one.',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    contactPoint: field.text({
      label: 'Single contact point',
      help: 'Name or function, and how to reach it.',
      max: 500,
    }),
    contactPerson: field.person({
      label: 'Contact person',
      help: 'Where that person is in the catalog.',
      column: 'assignee',
    }),
    contactHours: field.text({ label: 'Can be reached' }),
    escalationContact: field.text({
      label: 'Contact for escalations',
      max: 500,
    }),
    securityContact: field.text({ label: 'Security contact', max: 500 }),
    location: field.text({ label: 'Location' }),
    website: field.url({ label: 'Website' }),
    activeFrom: field.dateTime({
      label: 'Takes part from',
      column: 'startsAt',
    }),
    activeUntil: field.dateTime({
      label: 'Takes part until',
      column: 'endsAt',
      remind: true,
    }),
    ...reviewFields,
  },
  owner: { label: 'Relationship owner', default: ['creator'] },
  relations: {
    delivers: {
      label: 'Takes part in',
      to: ['service'],
      inverse: { name: 'parties', label: 'Parties' },
      many: true,
      evidenceFor: ['PR1.S4', 'PR1.O3'],
    },
    partOf: {
      label: 'Part of',
      to: ['party'],
      inverse: { name: 'parts', label: 'Parts' },
    },
  },
  lifecycle: {
    initial: 'identified',
    states: {
      identified: { label: 'Identified', category: 'open' },
      active: {
        label: 'Active',
        category: 'waiting',
        locked: true,
        published: true,
      },
      ended: { label: 'Ended', category: 'closed', locked: true },
    },
    transitions: {
      activate: {
        label: 'Add to the organisation',
        from: ['identified'],
        to: 'active',
        by: keepers,
        needs: ['role', 'contactPoint'],
        offers: ['activeFrom'],
        evidenceFor: ['PR1.S4a', 'PR1.S4b', 'PR1.O3'],
        notify: ['contactPerson'],
        primary: true,
      },
      update: {
        label: 'Update',
        from: ['active'],
        to: 'active',
        by: [...keepers, 'contactPerson'],
        offers: [
          'kind',
          'organisation',
          'description',
          'role',
          'responsibilities',
          'group',
          'contactPoint',
          'contactPerson',
          'contactHours',
          'escalationContact',
          'securityContact',
          'location',
          'website',
          'activeFrom',
          'activeUntil',
        ],
        reason: 'optional',
        evidenceFor: ['PR1.O3'],
        notify: ['owner'],
      },
      review: {
        label: 'Record a review',
        from: ['active'],
        to: 'active',
        by: keepers,
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR1.O3'],
        primary: true,
      },
      end: {
        label: 'End',
        from: ['identified', 'active'],
        to: 'ended',
        by: ['owner', 'process:manager'],
        offers: ['activeUntil'],
        stamps: ['activeUntil'],
        reason: 'required',
        evidenceFor: ['PR1.O3'],
        notify: ['contactPerson'],
      },
      takeBackIn: {
        label: 'Take back in',
        from: ['ended'],
        to: 'identified',
        by: ['owner', 'process:manager'],
        clears: ['activeUntil'],
        reason: 'required',
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
  form: [
    {
      title: 'Who it is',
      fields: [
        'title',
        'kind',
        'organisation',
        'description',
        'group',
        'location',
        'website',
      ],
    },
    {
      title: 'What it does',
      fields: ['role', 'responsibilities', 'activeFrom', 'activeUntil'],
    },
    {
      title: 'Contacts',
      fields: [
        'contactPoint',
        'contactPerson',
        'contactHours',
        'escalationContact',
        'securityContact',
        'owner',
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
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'organisation',
      'contactPoint',
      'owner',
      'nextReviewAt',
    ],
  },
});
