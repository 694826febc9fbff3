import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who look after the model of the CMDB. */
const modellers = ['owner', 'process:staff', 'process:manager'] as const;

/** A way in which configuration items hang together. @public */
export const relationshipType = defineRecordType({
  name: 'relationshipType',
  idPrefix: 'RLT',
  label: { one: 'Relationship type', many: 'Relationship types' },
  description:
    'How one configuration item may relate to another, read in both directions.',
  evidenceFor: ['PR11.R1'],
  fields: {
    description: field.markdown({
      label: 'Meaning',
      help: 'When two items are related like this, with an example.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        composition: 'Composition: one is a part of the other',
        dependency: 'Dependency: one needs the other',
        hosting: 'Hosting: one runs on the other',
        connection: 'Connection: they are linked',
        dataFlow: 'Data flow: one feeds the other',
        place: 'Place: one is in the other',
        description: 'Description: one documents the other',
        succession: 'Succession: one replaces the other',
        other: 'Other',
      },
      column: 'category',
    }),
    forwardName: field.text({
      label: 'Name forward',
      help: 'As in "database runs on server".',
    }),
    backwardName: field.text({
      label: 'Name backward',
      help: 'As in "server runs database".',
    }),
    pairs: field.rows({
      label: 'Allowed pairs',
      help: 'Which CI types it may lead from and to.',
      columns: {
        from: field.text({ label: 'From type', required: true }),
        to: field.text({ label: 'To type', required: true }),
        cardinality: field.choice({
          label: 'How many',
          options: {
            oneToOne: 'One to one',
            oneToMany: 'One to many',
            manyToOne: 'Many to one',
            manyToMany: 'Many to many',
          },
          default: 'manyToMany',
        }),
        required: field.boolean({ label: 'Required' }),
      },
    }),
    rule: field.markdown({
      label: 'Rule',
      help: 'What else must hold: no cycles, the same environment.',
      max: 5_000,
    }),
    impact: field.choice({
      label: 'A failure spreads',
      help: 'Used to tell what an incident or a change touches.',
      options: {
        backward: 'From the second to the first',
        forward: 'From the first to the second',
        both: 'Both ways',
        none: 'Not along this',
      },
      default: 'backward',
    }),
    catalogRelation: field.text({
      label: 'Relation in the catalog',
      help: 'Such as dependsOn or partOf, where the catalog knows it.',
    }),
    origin: field.choice({
      label: 'Recorded',
      options: {
        automatic: 'From a source',
        manual: 'By hand',
        both: 'Both',
      },
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    ...reviewFields,
  },
  owner: {
    label: 'Relationship type owner',
    default: ['creator'],
  },
  relations: {
    between: {
      label: 'Between',
      to: ['ciType'],
      inverse: { name: 'relationshipTypes', label: 'Relationship types' },
      many: true,
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
        needs: ['description', 'forwardName', 'backwardName', 'pairs'],
        offers: ['impact', 'reviewInterval', 'nextReviewAt', 'approvedAt'],
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
      fields: ['title', 'description', 'kind', 'owner'],
    },
    { title: 'How it is read', fields: ['forwardName', 'backwardName'] },
    { title: 'Rules', fields: ['pairs', 'rule', 'impact'] },
    { title: 'Where it comes from', fields: ['origin', 'catalogRelation'] },
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
      'forwardName',
      'backwardName',
      'impact',
      'owner',
    ],
  },
});
