import {
  defineRecordType,
  field,
  stepColumns,
} from '@fitsm/plugin-fitsm-common';

/** A type with rows, votes and a way to be raised, for tests. */
export const sampleChange = defineRecordType({
  name: 'change',
  idPrefix: 'CHG',
  label: { one: 'Change', many: 'Changes' },
  description: 'For tests.',
  evidenceFor: [],
  fields: {
    summary: field.text({ label: 'Summary' }),
    cause: field.choice({
      label: 'Cause',
      options: { medium: 'Medium', none: 'None' },
    }),
    services: field.entity({
      label: 'Services',
      kinds: ['Component'],
      many: true,
    }),
    steps: field.rows({ label: 'Steps', columns: stepColumns }),
    approvers: field.person({ label: 'Approvers', many: true }),
    dueBy: field.dateTime({ label: 'Due by', column: 'dueAt' }),
    lesson: field.text({ label: 'Lesson', lateOnly: true }),
  },
  owner: { label: 'Change owner', default: ['creator'] },
  relations: {
    raisedFrom: {
      label: 'Raised from',
      to: ['incident'],
      inverse: { name: 'changes', label: 'Changes' },
      raise: {
        label: 'Raise a change',
        carries: {
          title: 'title',
          summary: 'description',
          cause: 'impact',
          services: 'affected',
          lesson: 'resolution',
          // An incident has no such field.
          steps: 'steps',
        },
      },
    },
    repeats: {
      label: 'Repeats',
      to: ['change'],
      inverse: { name: 'repeatedBy', label: 'Repeated by' },
      raise: { label: 'Do it again', carries: { steps: 'steps' } },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      inApproval: { label: 'In approval', category: 'waiting' },
      approved: { label: 'Approved', category: 'closed', locked: true },
    },
    transitions: {
      submit: {
        label: 'Send for approval',
        from: ['draft'],
        to: 'inApproval',
        by: ['owner'],
      },
      approve: {
        label: 'Approve',
        from: ['inApproval'],
        to: 'approved',
        by: [],
      },
      refuse: { label: 'Refuse', from: ['inApproval'], to: 'draft', by: [] },
      revise: {
        label: 'Revise',
        from: ['approved'],
        to: 'draft',
        by: ['owner'],
      },
    },
  },
  approvals: {
    board: {
      label: 'Approval by the board',
      state: 'inApproval',
      by: ['approvers'],
      rule: 'all',
      withinDays: 7,
      approves: 'approve',
      refuses: 'refuse',
    },
  },
  form: [
    { title: 'What', fields: ['title', 'summary', 'cause', 'services'] },
    { title: 'How', fields: ['steps', 'approvers', 'dueBy', 'owner'] },
    { title: 'Afterwards', fields: ['lesson'] },
  ],
  table: { columns: ['id', 'title', 'state', 'dueBy'] },
});
