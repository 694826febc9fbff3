import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import { stepColumns } from '../../engine/steps';

/** The steps for an incident that comes again, or for a standard request. @public */
export const workflow = defineRecordType({
  name: 'workflow',
  idPrefix: 'WFL',
  label: { one: 'Workflow', many: 'Workflows' },
  description:
    'What to do, step by step, when a well-known incident or a standard service request comes.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'What is it about?',
      help: 'People who look for it, or choose it, read this.',
    }),
    kind: field.choice({
      label: 'For',
      options: {
        incident: 'A known incident',
        serviceRequest: 'A standard service request',
      },
      required: true,
      column: 'category',
    }),
    appliesWhen: field.markdown({
      label: 'When does it apply?',
      help: 'Symptoms of the incident, or the conditions of the request; and when it does not.',
    }),
    services: field.entity({
      label: 'Services',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    identifiedFrom: field.text({
      label: 'Identified from',
      help: 'The service description or SLA that promises it, or the incidents that it was learned from.',
      max: 500,
    }),
    steps: field.rows({
      label: 'Steps',
      help: 'A service request that follows it starts with these.',
      columns: stepColumns,
    }),
    whenItFails: field.markdown({
      label: 'When the steps do not help',
      help: 'Whom to turn to, and what they need to know.',
    }),
    expectedDuration: field.number({
      label: 'Expected duration',
      unit: 'hours',
      min: 0,
    }),
    informationNeeded: field.markdown({
      label: 'Information needed',
      help: 'What to ask the user for before the first step.',
    }),
    requestKind: field.choice({
      label: 'Kind of request',
      options: {
        access: 'Access',
        information: 'Information or advice',
        standardChange: 'Standard change',
        equipment: 'Equipment',
        other: 'Other',
      },
    }),
    approvalNeeded: field.choice({
      label: 'Approval that a request needs',
      options: { none: 'None', manager: "The requester's manager" },
    }),
    requestApprovers: field.person({
      label: 'Approvers of a request',
      help: 'Where they are always the same.',
      kinds: ['User', 'Group'],
      many: true,
    }),
    assignedGroup: field.person({
      label: 'Carried out by',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    version: field.text({ label: 'Version', max: 40 }),
    changeNote: field.text({
      label: 'New in this version',
      max: 500,
    }),
    approvers: field.person({
      label: 'Approvers',
      help: 'All of them must agree.',
      kinds: ['User', 'Group'],
      many: true,
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    ...reviewFields,
  },
  owner: { label: 'Workflow owner', default: ['creator'] },
  relations: {
    supersedes: {
      label: 'Supersedes',
      to: ['workflow'],
      inverse: { name: 'supersededBy', label: 'Superseded by' },
      raise: {
        label: 'Draft the next version',
        carries: {
          title: 'title',
          description: 'description',
          kind: 'kind',
          appliesWhen: 'appliesWhen',
          services: 'services',
          identifiedFrom: 'identifiedFrom',
          steps: 'steps',
          whenItFails: 'whenItFails',
          expectedDuration: 'expectedDuration',
          informationNeeded: 'informationNeeded',
          requestKind: 'requestKind',
          approvalNeeded: 'approvalNeeded',
          requestApprovers: 'requestApprovers',
          assignedGroup: 'assignedGroup',
          approvers: 'approvers',
          reviewInterval: 'reviewInterval',
        },
      },
    },
    learnedFrom: {
      label: 'Learned from',
      to: ['incident', 'serviceRequest'],
      inverse: { name: 'workflows', label: 'Workflows' },
      many: true,
      raise: {
        label: 'Write a workflow from it',
        carries: { title: 'title', steps: 'steps' },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      inApproval: { label: 'In approval', category: 'waiting' },
      approved: {
        label: 'Approved',
        category: 'waiting',
        locked: true,
        published: true,
      },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      sendForApproval: {
        label: 'Send for approval',
        from: ['draft'],
        to: 'inApproval',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['appliesWhen', 'steps', 'approvers'],
        offers: ['version', 'changeNote'],
        primary: true,
      },
      takeBack: {
        label: 'Take back',
        from: ['inApproval'],
        to: 'draft',
        by: ['owner', 'process:manager'],
        reason: 'optional',
      },
      approve: {
        label: 'Approve',
        from: ['inApproval'],
        to: 'approved',
        by: [],
        stamps: ['approvedAt'],
        moves: { relation: 'supersedes', transition: 'retire' },
        evidenceFor: ['PR9.S8', 'PR9.S9', 'PR9.O2', 'PR9.R5'],
        notify: ['owner', 'assignedGroup'],
      },
      refuse: {
        label: 'Refuse',
        from: ['inApproval'],
        to: 'draft',
        by: [],
        notify: ['owner'],
      },
      review: {
        label: 'Record a review',
        from: ['approved'],
        to: 'approved',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR9.O2'],
      },
      revise: {
        label: 'Withdraw to revise',
        from: ['approved'],
        to: 'draft',
        by: ['owner', 'process:manager'],
        reason: 'required',
        clears: ['approvedAt'],
        notify: ['owner', 'assignedGroup'],
      },
      retire: {
        label: 'Retire',
        from: ['approved'],
        to: 'retired',
        by: ['owner', 'process:manager'],
        reason: 'optional',
        evidenceFor: ['PR9.O2'],
        notify: ['owner', 'assignedGroup'],
      },
      discard: {
        label: 'Discard the draft',
        from: ['draft'],
        to: 'retired',
        by: ['owner', 'process:manager'],
        reason: 'required',
      },
    },
  },
  approvals: {
    workflow: {
      label: 'Approval of the workflow',
      state: 'inApproval',
      by: ['approvers'],
      apartFrom: ['creator'],
      rule: 'all',
      withinDays: 14,
      approves: 'approve',
      refuses: 'refuse',
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
      fields: [
        'title',
        'kind',
        'description',
        'appliesWhen',
        'services',
        'identifiedFrom',
      ],
    },
    {
      title: 'Steps',
      fields: [
        'informationNeeded',
        'steps',
        'whenItFails',
        'expectedDuration',
        'assignedGroup',
      ],
    },
    {
      title: 'For requests',
      fields: ['requestKind', 'approvalNeeded', 'requestApprovers'],
    },
    {
      title: 'Version and approval',
      fields: ['version', 'changeNote', 'owner', 'approvers', 'approvedAt'],
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
      'services',
      'version',
      'owner',
      'nextReviewAt',
    ],
  },
});
