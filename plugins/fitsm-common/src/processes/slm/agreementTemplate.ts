import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import {
  agreementTerms,
  carriedFromTemplate,
  termsForm,
} from './agreementFields';

const keepers = ['owner', 'process:manager'] as const;

/** A template from which agreements are drawn up. @public */
export const agreementTemplate = defineRecordType({
  name: 'agreementTemplate',
  idPrefix: 'AGT',
  label: { one: 'Agreement template', many: 'Agreement templates' },
  description:
    'The terms with which a new SLA, OLA or UA begins, in a version that was approved.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'For',
      options: {
        sla: 'Service level agreements',
        ola: 'Operational level agreements',
        ua: 'Underpinning agreements',
      },
      default: 'sla',
      column: 'category',
    }),
    purpose: field.markdown({
      label: 'When to use it',
      help: 'For which services and parties, and what has to be filled in.',
    }),
    version: field.text({ label: 'Version', max: 40 }),
    changes: field.markdown({ label: 'What is new in it' }),
    content: field.markdown({
      label: 'Text of the agreement',
      help: 'The wording for the copy that is signed.',
    }),
    contentUrl: field.url({ label: 'Text elsewhere' }),
    ...agreementTerms,
    approvers: field.person({
      label: 'Approvers',
      kinds: ['User', 'Group'],
      many: true,
    }),
    approvedAt: field.dateTime({
      label: 'Approved',
      column: 'startsAt',
      lateOnly: true,
    }),
    retiredAt: field.dateTime({
      label: 'Retired',
      column: 'endsAt',
      lateOnly: true,
    }),
    ...reviewFields,
  },
  owner: { label: 'Template owner', default: ['creator'] },
  relations: {
    supersedes: {
      label: 'Supersedes',
      to: ['agreementTemplate'],
      inverse: { name: 'supersededBy', label: 'Superseded by' },
      raise: {
        label: 'Draft the next version',
        carries: {
          ...carriedFromTemplate,
          kind: 'kind',
          purpose: 'purpose',
          content: 'content',
          contentUrl: 'contentUrl',
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
        needs: ['purpose', 'version', 'approvers'],
        offers: ['changes'],
        notify: ['approvers'],
        primary: true,
      },
      takeBack: {
        label: 'Take back',
        from: ['inApproval'],
        to: 'draft',
        by: ['owner', 'process:staff', 'process:manager'],
        reason: 'optional',
      },
      approve: {
        label: 'Approve',
        from: ['inApproval'],
        to: 'approved',
        by: [],
        stamps: ['approvedAt'],
        moves: { relation: 'supersedes', transition: 'retire' },
        evidenceFor: ['PR2.S3'],
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
        from: ['approved'],
        to: 'approved',
        by: keepers,
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        primary: true,
      },
      retire: {
        label: 'Retire',
        from: ['approved'],
        to: 'retired',
        by: keepers,
        stamps: ['retiredAt'],
        reason: 'optional',
        notify: ['owner'],
      },
      discard: {
        label: 'Discard',
        from: ['draft'],
        to: 'retired',
        by: keepers,
        reason: 'required',
      },
    },
  },
  approvals: {
    approval: {
      label: 'Approval of the template',
      state: 'inApproval',
      by: ['approvers'],
      apartFrom: ['owner'],
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
      fields: ['title', 'kind', 'purpose', 'version', 'changes', 'owner'],
    },
    {
      title: 'Text',
      fields: [
        'content',
        'contentUrl',
        'description',
        'components',
        'dependencies',
      ],
    },
    ...termsForm,
    {
      title: 'Approval',
      fields: ['approvers', 'approvedAt', 'retiredAt'],
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
      'version',
      'owner',
      'nextReviewAt',
    ],
  },
});
