import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** How releases of some services are planned, built, tested, accepted and deployed. @public */
export const releasePolicy = defineRecordType({
  name: 'releasePolicy',
  idPrefix: 'RPO',
  label: { one: 'Release policy', many: 'Release policies' },
  description:
    'The rules by which releases of some services are planned, built, tested, accepted and deployed.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'Purpose',
      help: 'What the rules are to achieve.',
    }),
    affected: field.entity({
      label: 'Applies to',
      help: 'The services and configuration items whose releases follow it; left empty, all.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    approach: field.choice({
      label: 'Approach',
      options: {
        continuous: 'Continuous: each change as soon as it is accepted',
        cycle: 'At fixed times',
        onDemand: 'When enough has come together',
        mixed: 'Mixed',
      },
      column: 'category',
    }),
    planningRules: field.markdown({
      label: 'From changes to releases',
      help: 'Which approved changes go into which release, and how the schedule of changes is kept to.',
    }),
    releaseTypes: field.rows({
      label: 'Types of release',
      columns: {
        releaseType: field.choice({
          label: 'Type',
          options: { major: 'Major', minor: 'Minor', emergency: 'Emergency' },
          required: true,
        }),
        criteria: field.text({
          label: 'When it is one',
          required: true,
          max: 1000,
        }),
        frequency: field.text({ label: 'How often' }),
        testing: field.text({ label: 'How deeply it is tested', max: 500 }),
        approval: field.text({ label: 'Who accepts it', max: 500 }),
        notice: field.text({ label: 'How early people are told' }),
      },
    }),
    versionRules: field.markdown({
      label: 'Version numbers',
    }),
    buildAndTestRules: field.markdown({
      label: 'Building and testing',
    }),
    recordingRules: field.markdown({
      label: 'Recording tests and acceptance',
      help: 'Where and how test results and acceptance criteria are written down.',
    }),
    approvalRules: field.markdown({
      label: 'Acceptance',
      help: 'Who must accept what before deployment.',
    }),
    deploymentRules: field.markdown({
      label: 'Deployment',
      help: 'Windows, methods, environments and the order of them.',
    }),
    communicationRules: field.markdown({
      label: 'Informing and training',
      help: 'Of users and of support staff.',
    }),
    backOutRules: field.markdown({
      label: 'Failed deployments',
      help: 'When a deployment is given up, and who decides it.',
    }),
    version: field.text({ label: 'Version', max: 40 }),
    changeNote: field.text({ label: 'New in this version', max: 500 }),
    approvers: field.person({
      label: 'Approvers',
      help: 'All of them must agree.',
      kinds: ['User', 'Group'],
      many: true,
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    ...reviewFields,
  },
  owner: { label: 'Release policy owner', default: ['creator'] },
  relations: {
    supersedes: {
      label: 'Supersedes',
      to: ['releasePolicy'],
      inverse: { name: 'supersededBy', label: 'Superseded by' },
      raise: {
        label: 'Draft the next version',
        carries: {
          title: 'title',
          description: 'description',
          affected: 'affected',
          approach: 'approach',
          planningRules: 'planningRules',
          releaseTypes: 'releaseTypes',
          versionRules: 'versionRules',
          buildAndTestRules: 'buildAndTestRules',
          recordingRules: 'recordingRules',
          approvalRules: 'approvalRules',
          deploymentRules: 'deploymentRules',
          communicationRules: 'communicationRules',
          backOutRules: 'backOutRules',
          approvers: 'approvers',
          reviewInterval: 'reviewInterval',
        },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      inApproval: { label: 'In approval', category: 'waiting' },
      inForce: {
        label: 'In force',
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
        needs: [
          'planningRules',
          'releaseTypes',
          'recordingRules',
          'approvalRules',
          'approvers',
        ],
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
        label: 'Approve and put into force',
        from: ['inApproval'],
        to: 'inForce',
        by: [],
        stamps: ['approvedAt'],
        moves: { relation: 'supersedes', transition: 'retire' },
        evidenceFor: ['PR13.S1', 'PR13.S2', 'PR13.S3', 'PR13.S4'],
        notify: ['owner'],
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
        from: ['inForce'],
        to: 'inForce',
        by: ['owner', 'process:manager', 'process:owner'],
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
      },
      revise: {
        label: 'Withdraw to revise',
        from: ['inForce'],
        to: 'draft',
        by: ['owner', 'process:manager', 'process:owner'],
        clears: ['approvedAt'],
        reason: 'required',
        notify: ['owner'],
      },
      retire: {
        label: 'Retire',
        from: ['inForce'],
        to: 'retired',
        by: ['owner', 'process:manager', 'process:owner'],
        reason: 'optional',
        notify: ['owner'],
      },
      discard: {
        label: 'Discard the draft',
        from: ['draft'],
        to: 'retired',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner'],
      },
    },
  },
  approvals: {
    policy: {
      label: 'Approval of the release policy',
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
    states: ['inForce'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'affected', 'approach'],
    },
    {
      title: 'Planning',
      fields: ['planningRules', 'releaseTypes', 'versionRules'],
    },
    {
      title: 'Building, testing and acceptance',
      fields: ['buildAndTestRules', 'recordingRules', 'approvalRules'],
    },
    {
      title: 'Deployment',
      fields: ['deploymentRules', 'communicationRules', 'backOutRules'],
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
      'approach',
      'affected',
      'version',
      'owner',
      'nextReviewAt',
    ],
  },
});
