import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import { ciKinds } from './ciKinds';

/** Those who look after the model of the CMDB. */
const modellers = ['owner', 'process:staff', 'process:manager'] as const;

/** Configuration items that are described by the same attributes. @public */
export const ciType = defineRecordType({
  name: 'ciType',
  idPrefix: 'CIT',
  label: { one: 'CI type', many: 'CI types' },
  description:
    'What is recorded of all configuration items of one sort, and in how much detail.',
  evidenceFor: ['PR11.R1'],
  fields: {
    description: field.markdown({
      label: 'What belongs to it',
      help: 'And what does not, where one might think so.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: ciKinds,
      column: 'category',
    }),
    reason: field.markdown({
      label: 'Why it is controlled',
      help: 'What one could not decide or repair without these records.',
      max: 5_000,
    }),
    catalogKind: field.choice({
      label: 'Kind in the catalog',
      help: 'Which entities of the catalog are of this type.',
      options: {
        none: 'Not in the catalog',
        component: 'Component',
        system: 'System',
        api: 'API',
        resource: 'Resource',
        domain: 'Domain',
      },
    }),
    catalogType: field.text({
      label: 'Type in the catalog',
      help: 'The value of spec.type, where it narrows the kind.',
    }),
    levelOfDetail: field.markdown({
      label: 'Level of detail',
      help: 'Down to which part there is a record of its own: a server, or its disks as well.',
      max: 5_000,
    }),
    identification: field.text({
      label: 'Told apart by',
      help: 'The attributes by which two items are known to be the same.',
      max: 500,
    }),
    namingRule: field.text({
      label: 'Rule for names',
      max: 500,
    }),
    attributes: field.rows({
      label: 'Attributes',
      columns: {
        name: field.text({ label: 'Name', required: true }),
        kind: field.choice({
          label: 'Value',
          options: {
            text: 'Text',
            number: 'Number',
            boolean: 'Yes or no',
            date: 'Date',
            choice: 'One of a list',
            url: 'Web address',
            person: 'Person or group',
          },
          default: 'text',
        }),
        values: field.text({ label: 'List or unit', max: 500 }),
        required: field.boolean({ label: 'Required' }),
        source: field.text({ label: 'Decided by the source' }),
        meaning: field.text({ label: 'Meaning', max: 500 }),
      },
    }),
    ownerRule: field.text({
      label: 'Who owns its items',
      help: 'The role that is accountable for each item.',
      max: 500,
    }),
    verificationMethod: field.choice({
      label: 'Verified',
      options: {
        automated: 'By comparison with a source',
        manual: 'By hand',
        both: 'Both',
        none: 'Not at all',
      },
    }),
    verifyEvery: field.number({
      label: 'Verified every',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    ...reviewFields,
  },
  owner: {
    label: 'CI type owner',
    default: ['creator'],
  },
  relations: {
    specialises: {
      label: 'Special case of',
      to: ['ciType'],
      inverse: { name: 'specialCases', label: 'Special cases' },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      approved: {
        label: 'In force',
        category: 'waiting',
        locked: true,
        published: true,
      },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      approve: {
        label: 'Approve',
        from: ['draft'],
        to: 'approved',
        by: ['process:owner', 'process:manager'],
        needs: ['description', 'kind', 'levelOfDetail', 'attributes'],
        offers: ['reviewInterval', 'nextReviewAt', 'approvedAt'],
        stamps: ['approvedAt'],
        evidenceFor: ['PR11.S2', 'PR11.R1'],
        notify: ['owner'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['approved'],
        to: 'approved',
        by: modellers,
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR11.R1'],
        notify: ['owner'],
        primary: true,
      },
      revise: {
        label: 'Revise',
        from: ['approved'],
        to: 'draft',
        by: modellers,
        clears: ['approvedAt'],
        reason: 'required',
        notify: ['owner'],
      },
      retire: {
        label: 'Retire',
        from: ['draft', 'approved'],
        to: 'retired',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner'],
      },
      useAgain: {
        label: 'Take up again',
        from: ['retired'],
        to: 'draft',
        by: modellers,
        clears: ['approvedAt'],
        reason: 'required',
        notify: ['owner'],
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['approved'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'reason', 'owner'],
    },
    { title: 'In the catalog', fields: ['catalogKind', 'catalogType'] },
    {
      title: 'What is recorded',
      fields: ['levelOfDetail', 'attributes'],
    },
    {
      title: 'Rules',
      fields: ['identification', 'namingRule', 'ownerRule'],
    },
    {
      title: 'Verification',
      fields: ['verificationMethod', 'verifyEvery'],
    },
    {
      title: 'Review',
      fields: [
        'approvedAt',
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
      'catalogKind',
      'verifyEvery',
      'owner',
      'nextReviewAt',
    ],
  },
});
