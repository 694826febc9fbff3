import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { processOptions } from '../processOptions';

/** Those who ask for it. */
const askers = ['owner', 'process:manager'] as const;

/** A requirement that need not be met for a time. @public */
export const requirementExclusion = defineRecordType({
  name: 'requirementExclusion',
  idPrefix: 'EXC',
  label: { one: 'Exclusion', many: 'Exclusions' },
  description:
    'A requirement that the organisation leaves aside: why, how long, and who agreed.',
  evidenceFor: [],
  fields: {
    requirement: field.text({
      label: 'Requirement',
      help: 'The row of FitSM-2, such as PR4.O4.',
      required: true,
      max: 12,
    }),
    process: field.choice({
      label: 'Process',
      options: processOptions,
      column: 'category',
    }),
    extent: field.markdown({
      label: 'Extent',
      help: 'Services, sites or cases for which it need not be met. Left empty, all.',
    }),
    affected: field.entity({
      label: 'Services',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    ground: field.choice({
      label: 'Ground',
      options: {
        outOfScope: 'Outside the scope',
        notApplicable: 'There is nothing that it could apply to',
        otherwise: 'Is met in another way',
        later: 'Shall be met later',
        riskAccepted: 'The risk is accepted',
      },
      required: true,
    }),
    justification: field.markdown({ label: 'Why' }),
    consequences: field.markdown({
      label: 'Consequences',
      help: 'What may go wrong without it.',
    }),
    compensation: field.markdown({
      label: 'What is done instead',
    }),
    requestedBy: field.person({ label: 'Requested by', default: 'creator' }),
    approvers: field.person({
      label: 'Approvers',
      help: 'All of them must approve.',
      kinds: ['User', 'Group'],
      many: true,
    }),
    validFrom: field.dateTime({ label: 'Valid from', column: 'startsAt' }),
    validUntil: field.dateTime({
      label: 'Valid until',
      help: 'Then it ends, or is decided anew.',
      column: 'dueAt',
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    endedAt: field.dateTime({
      label: 'Ended',
      lateOnly: true,
      column: 'endsAt',
    }),
  },
  owner: { label: 'Exclusion owner', default: ['creator'] },
  relations: {
    follows: {
      label: 'Follows',
      to: ['requirementExclusion'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Ask for an extension',
        carries: {
          title: 'title',
          requirement: 'requirement',
          process: 'process',
          extent: 'extent',
          affected: 'affected',
          ground: 'ground',
          justification: 'justification',
          consequences: 'consequences',
          compensation: 'compensation',
          approvers: 'approvers',
          validFrom: 'validUntil',
        },
      },
    },
    basedOn: {
      label: 'Based on',
      to: ['document'],
      inverse: { name: 'exclusions', label: 'Exclusions' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'proposed',
    states: {
      proposed: { label: 'Proposed', category: 'open' },
      inApproval: { label: 'In approval', category: 'waiting' },
      inForce: {
        label: 'In force',
        category: 'waiting',
        locked: true,
        published: true,
      },
      expired: { label: 'Expired', category: 'closed', locked: true },
      withdrawn: { label: 'Withdrawn', category: 'closed', locked: true },
    },
    transitions: {
      submit: {
        label: 'Send for approval',
        from: ['proposed'],
        to: 'inApproval',
        by: ['requestedBy', ...askers],
        needs: ['justification', 'consequences', 'validUntil', 'approvers'],
        offers: ['validFrom', 'compensation'],
        notify: ['approvers'],
        primary: true,
      },
      takeBack: {
        label: 'Take back',
        from: ['inApproval'],
        to: 'proposed',
        by: ['requestedBy', ...askers],
        reason: 'optional',
        notify: ['approvers'],
      },
      approve: {
        label: 'Approve',
        from: ['inApproval'],
        to: 'inForce',
        by: [],
        stamps: ['approvedAt'],
        moves: { relation: 'follows', transition: 'expire' },
        notify: ['requestedBy', 'owner'],
      },
      refuse: {
        label: 'Refuse',
        from: ['inApproval'],
        to: 'proposed',
        by: [],
        notify: ['requestedBy', 'owner'],
      },
      expire: {
        label: 'Has expired',
        automatic: { at: 'validUntil' },
        from: ['inForce'],
        to: 'expired',
        by: ['process:owner', 'process:staff', ...askers],
        stamps: ['endedAt'],
        reason: 'optional',
        notify: ['requestedBy', 'owner'],
        primary: true,
      },
      withdraw: {
        label: 'Withdraw',
        from: ['proposed', 'inForce'],
        to: 'withdrawn',
        by: ['requestedBy', 'process:owner', ...askers],
        stamps: ['endedAt'],
        reason: 'required',
        notify: ['requestedBy', 'owner', 'approvers'],
      },
    },
  },
  approvals: {
    approvers: {
      label: 'Approval of the exclusion',
      state: 'inApproval',
      by: ['approvers', 'process:owner'],
      apartFrom: ['requestedBy', 'owner'],
      rule: 'all',
      withinDays: 14,
      approves: 'approve',
      refuses: 'refuse',
    },
  },
  excludes: {
    requirement: 'requirement',
    reason: 'justification',
    states: ['inForce'],
    until: 'validUntil',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'requirement', 'process', 'extent', 'affected'],
    },
    {
      title: 'Why',
      fields: ['ground', 'justification', 'consequences', 'compensation'],
    },
    { title: 'Who', fields: ['requestedBy', 'approvers', 'owner'] },
    {
      title: 'How long',
      fields: ['validFrom', 'validUntil', 'approvedAt', 'endedAt'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'requirement',
      'ground',
      'owner',
      'validUntil',
    ],
  },
});
