import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** Those who run it. */
const reviewers = [
  'assignee',
  'assignedGroup',
  'owner',
  'process:staff',
  'process:manager',
] as const;

/** A campaign in which many access rights are looked at. @public */
export const accessReview = defineRecordType({
  name: 'accessReview',
  idPrefix: 'ARV',
  label: { one: 'Access review', many: 'Access reviews' },
  description:
    'Whether those who have access still need it: one decision a right, and proof of what was taken away.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'Scope',
      help: 'Which rights, of whom, on what; and what is left out.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        regular: 'Regular review',
        privileged: 'Privileged rights',
        leaversAndMovers: 'Leavers and movers',
        machines: 'Machine accounts',
        external: 'People from outside',
        afterIncident: 'After an incident',
        other: 'Other',
      },
      default: 'regular',
      column: 'category',
    }),
    affected: field.entity({
      label: 'Access to',
      help: 'The services and configuration items whose rights are reviewed.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    source: field.text({
      label: 'Where the list comes from',
      help: 'The export or query that yields all rights, not only the known ones.',
      max: 500,
    }),
    startsAt: field.dateTime({ label: 'Period from', column: 'startsAt' }),
    endsAt: field.dateTime({ label: 'Period to', column: 'endsAt' }),
    finishBy: field.dateTime({
      label: 'Finish by',
      help: 'By then each right has a decision.',
      column: 'dueAt',
    }),
    assignedGroup: field.person({
      label: 'Reviewing group',
      help: 'Left empty, the owner of what is reviewed.',
      kinds: ['Group'],
      default: { ownerOf: 'affected' },
      column: 'assignedGroup',
    }),
    assignee: field.person({
      label: 'Reviewer',
      help: 'Who decides on each right; nobody decides on their own.',
      column: 'assignee',
    }),
    items: field.rows({
      label: 'Rights',
      columns: {
        holder: field.text({ label: 'Who', required: true }),
        right: field.text({ label: 'Right', required: true, max: 500 }),
        lastUsed: field.date({ label: 'Last used' }),
        decision: field.choice({
          label: 'Decision',
          options: {
            open: 'Open',
            keep: 'Keep',
            change: 'Change',
            revoke: 'Revoke',
          },
          default: 'open',
        }),
        note: field.text({ label: 'Note', max: 500 }),
        done: field.boolean({ label: 'Carried out' }),
        proof: field.url({ label: 'Proof' }),
      },
      max: 500,
    }),
    reviewedCount: field.number({
      label: 'Rights reviewed',
      min: 0,
      integer: true,
      lateOnly: true,
    }),
    changedCount: field.number({
      label: 'To be changed',
      min: 0,
      integer: true,
      lateOnly: true,
    }),
    revokedCount: field.number({
      label: 'To be revoked',
      min: 0,
      integer: true,
      lateOnly: true,
    }),
    summary: field.markdown({
      label: 'Result',
      help: 'What was found, and what follows from it.',
      lateOnly: true,
    }),
    report: field.url({ label: 'Full report', lateOnly: true }),
    completedAt: field.dateTime({ label: 'Completed', lateOnly: true }),
  },
  owner: {
    label: 'Owner',
    default: ['creator'],
  },
  relations: {
    reviews: {
      label: 'Reviews',
      to: ['accessRight'],
      inverse: { name: 'reviews', label: 'Access reviews' },
      many: true,
      raise: {
        label: 'Review in a campaign',
        carries: { affected: 'resources' },
      },
      evidenceFor: ['PR6.O6d'],
    },
    follows: {
      label: 'Follows',
      to: ['accessReview'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next one',
        carries: {
          title: 'title',
          description: 'description',
          kind: 'kind',
          affected: 'affected',
          source: 'source',
          assignedGroup: 'assignedGroup',
          assignee: 'assignee',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      running: { label: 'Running', category: 'open' },
      completed: { label: 'Completed', category: 'open' },
      closed: { label: 'Closed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      start: {
        label: 'Start',
        from: ['planned'],
        to: 'running',
        by: reviewers,
        needs: ['description', 'finishBy'],
        offers: ['assignee', 'assignedGroup', 'items'],
        notify: ['assignee', 'assignedGroup', 'owner'],
        primary: true,
      },
      complete: {
        label: 'All is decided',
        from: ['running'],
        to: 'completed',
        by: reviewers,
        needs: ['items', 'summary'],
        offers: [
          'reviewedCount',
          'changedCount',
          'revokedCount',
          'report',
          'completedAt',
        ],
        stamps: ['completedAt'],
        evidenceFor: ['PR6.O6d'],
        notify: ['owner'],
        primary: true,
      },
      resume: {
        label: 'Review further',
        from: ['completed'],
        to: 'running',
        by: reviewers,
        clears: ['completedAt'],
        reason: 'required',
        notify: ['assignee', 'assignedGroup'],
      },
      close: {
        label: 'All is carried out',
        from: ['completed'],
        to: 'closed',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['items', 'summary'],
        reason: 'optional',
        evidenceFor: ['PR6.O6d'],
        notify: ['assignee', 'owner'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'running'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['assignee', 'assignedGroup'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'affected', 'source'],
    },
    { title: 'When', fields: ['startsAt', 'endsAt', 'finishBy'] },
    { title: 'Who', fields: ['owner', 'assignedGroup', 'assignee'] },
    { title: 'Decisions', fields: ['items'] },
    {
      title: 'Result',
      fields: [
        'reviewedCount',
        'changedCount',
        'revokedCount',
        'summary',
        'report',
        'completedAt',
      ],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'affected',
      'assignee',
      'finishBy',
      'owner',
    ],
  },
});
