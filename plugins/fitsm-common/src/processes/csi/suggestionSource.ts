import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import { processOptions } from '../processOptions';

/** Those who keep the register. */
const keepers = ['owner', 'process:manager'] as const;

/** Where suggestions for improvement come from. @public */
export const suggestionSource = defineRecordType({
  name: 'suggestionSource',
  idPrefix: 'SGS',
  label: { one: 'Source of suggestions', many: 'Sources of suggestions' },
  description:
    'A place that suggestions for improvement come from, and how they get from there into the register.',
  evidenceFor: [],
  fields: {
    channel: field.choice({
      label: 'Channel',
      options: {
        form: 'Form or portal',
        email: 'E-mail',
        chat: 'Chat',
        meeting: 'Meeting',
        survey: 'Survey',
        reports: 'Reports and measurements',
        audits: 'Audits and assessments',
        reviews: 'Reviews',
        records: 'Records, such as incidents or complaints',
        outside: 'Outside: suppliers, other organisations, publications',
        other: 'Other',
      },
      required: true,
      column: 'category',
    }),
    description: field.markdown({
      label: 'What comes from there?',
      help: 'Who suggests, about what, and how often.',
    }),
    process: field.choice({
      label: 'Process',
      help: 'The process that it belongs to.',
      options: processOptions,
    }),
    contact: field.person({
      label: 'Contact',
      help: 'Who knows the source.',
      kinds: ['User', 'Group'],
    }),
    howToRecord: field.markdown({
      label: 'How suggestions are recorded',
      help: 'Who records them, with which details, and how soon.',
    }),
    address: field.url({ label: 'Address' }),
    harvester: field.person({
      label: 'Looked through by',
      column: 'assignee',
    }),
    harvestEvery: field.number({
      label: 'Look through every',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    nextHarvestAt: field.dateTime({ label: 'Next look', column: 'dueAt' }),
    lastHarvestedAt: field.dateTime({ label: 'Last look', lateOnly: true }),
    harvestNote: field.markdown({
      label: 'What was found',
      lateOnly: true,
    }),
    lastReviewedAt: reviewFields.lastReviewedAt,
    reviewOutcome: reviewFields.reviewOutcome,
    reviewNote: reviewFields.reviewNote,
  },
  owner: { label: 'Source owner', default: ['creator'] },
  relations: {},
  lifecycle: {
    initial: 'proposed',
    states: {
      proposed: { label: 'Proposed', category: 'open' },
      active: {
        label: 'Active',
        category: 'waiting',
        locked: true,
        published: true,
      },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      activate: {
        label: 'Put into use',
        from: ['proposed'],
        to: 'active',
        by: keepers,
        needs: ['howToRecord'],
        offers: ['harvester', 'harvestEvery', 'nextHarvestAt'],
        evidenceFor: ['PR14.S1', 'PR14.S2'],
        notify: ['harvester', 'owner'],
        primary: true,
      },
      harvest: {
        label: 'Record a look through it',
        from: ['active'],
        to: 'active',
        by: ['harvester', 'process:staff', ...keepers],
        needs: ['harvestNote'],
        offers: ['harvestEvery', 'nextHarvestAt'],
        stamps: ['lastHarvestedAt'],
        notify: ['owner'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['active'],
        to: 'active',
        by: ['process:owner', ...keepers],
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'harvester', 'harvestEvery'],
        stamps: ['lastReviewedAt'],
        notify: ['owner'],
      },
      revise: {
        label: 'Change it',
        from: ['active'],
        to: 'proposed',
        by: keepers,
        reason: 'optional',
        notify: ['owner'],
      },
      retire: {
        label: 'Retire',
        from: ['proposed', 'active'],
        to: 'retired',
        by: keepers,
        reason: 'required',
        notify: ['harvester', 'owner'],
      },
      restore: {
        label: 'Take up again',
        from: ['retired'],
        to: 'proposed',
        by: keepers,
        reason: 'optional',
        notify: ['owner'],
      },
    },
  },
  // What recurs is the look through it; the source itself is reviewed when it
  // is needed, as one record has one next date.
  reviewed: {
    transition: 'harvest',
    states: ['active'],
    interval: 'harvestEvery',
    everyDays: 30,
    next: 'nextHarvestAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'channel', 'process', 'description', 'address'],
    },
    {
      title: 'How suggestions get in',
      fields: ['howToRecord', 'contact', 'harvester', 'owner'],
    },
    {
      title: 'When it is looked through',
      fields: [
        'harvestEvery',
        'nextHarvestAt',
        'lastHarvestedAt',
        'harvestNote',
      ],
    },
    {
      title: 'Review',
      fields: ['lastReviewedAt', 'reviewOutcome', 'reviewNote'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'channel',
      'process',
      'harvester',
      'nextHarvestAt',
    ],
  },
});
