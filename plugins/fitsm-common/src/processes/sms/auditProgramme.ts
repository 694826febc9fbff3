import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import { processOptions } from '../processOptions';

/** Those who plan it. */
const planners = ['owner', 'process:manager'] as const;

/** Which audits there shall be over a period. @public */
export const auditProgramme = defineRecordType({
  name: 'auditProgramme',
  idPrefix: 'AUP',
  label: { one: 'Audit programme', many: 'Audit programmes' },
  description:
    'What is audited over a period, how often and by whom, so that everything important gets its turn.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        internal: 'Internal audits',
        external: 'External audits',
        mixed: 'Both',
      },
      default: 'internal',
      column: 'category',
    }),
    objectives: field.markdown({
      label: 'Objectives',
      help: 'What the audits shall find out.',
    }),
    criteria: field.markdown({
      label: 'Criteria',
      help: 'What is audited against: FitSM, policies, agreements, law.',
    }),
    periodStart: field.dateTime({ label: 'From', column: 'startsAt' }),
    periodEnd: field.dateTime({ label: 'To', column: 'endsAt' }),
    processes: field.rows({
      label: 'What is audited',
      columns: {
        process: field.choice({
          label: 'Process',
          options: processOptions,
          required: true,
        }),
        importance: field.choice({
          label: 'Importance',
          options: { high: 'High', medium: 'Medium', low: 'Low' },
          default: 'medium',
        }),
        status: field.text({
          label: 'How it stands',
          help: 'How mature it is, and what earlier audits found.',
          max: 500,
        }),
        frequency: field.choice({
          label: 'How often',
          options: {
            quarterly: 'Every quarter',
            halfYearly: 'Every half-year',
            yearly: 'Every year',
            everyTwoYears: 'Every two years',
            everyThreeYears: 'Every three years',
            onOccasion: 'On occasion',
          },
          default: 'yearly',
        }),
        lastAudit: field.date({ label: 'Last audit' }),
        plannedFor: field.date({ label: 'Planned for' }),
        auditor: field.person({ label: 'Auditor', kinds: ['User', 'Group'] }),
      },
    }),
    scope: field.markdown({
      label: 'Scope',
      help: 'Services, sites and organisations, as far as not everything is meant.',
    }),
    method: field.markdown({ label: 'Method' }),
    impartiality: field.markdown({
      label: 'How auditors stay impartial',
      help: 'How it is made sure that nobody audits their own work.',
    }),
    resources: field.markdown({
      label: 'Resources',
      help: 'Days, money, auditors and their training.',
    }),
    risks: field.markdown({
      label: 'Risks',
      help: 'What could keep the programme from its goal.',
    }),
    reportRecipients: field.person({
      label: 'Reports go to',
      kinds: ['User', 'Group'],
      many: true,
    }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    achievement: field.markdown({
      label: 'What was achieved',
      help: 'Audits done and left out, and what the next programme should do differently.',
      lateOnly: true,
    }),
    ...reviewFields,
  },
  owner: { label: 'Audit programme owner', default: ['creator'] },
  relations: {
    follows: {
      label: 'Follows',
      to: ['auditProgramme'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next programme',
        carries: {
          title: 'title',
          kind: 'kind',
          objectives: 'objectives',
          criteria: 'criteria',
          processes: 'processes',
          scope: 'scope',
          method: 'method',
          impartiality: 'impartiality',
          resources: 'resources',
          reportRecipients: 'reportRecipients',
          periodStart: 'periodEnd',
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
      closed: { label: 'Closed', category: 'closed', locked: true },
      discarded: { label: 'Discarded', category: 'closed' },
    },
    transitions: {
      submit: {
        label: 'Send for approval',
        from: ['draft'],
        to: 'inApproval',
        by: planners,
        needs: [
          'objectives',
          'criteria',
          'processes',
          'impartiality',
          'periodStart',
          'periodEnd',
        ],
        primary: true,
      },
      takeBack: {
        label: 'Take back',
        from: ['inApproval'],
        to: 'draft',
        by: planners,
        reason: 'optional',
      },
      approve: {
        label: 'Approve',
        from: ['inApproval'],
        to: 'inForce',
        by: [],
        stamps: ['approvedAt'],
        evidenceFor: ['GR6.A4'],
        notify: ['owner', 'reportRecipients'],
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
        by: ['owner', 'process:owner', 'process:manager'],
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        notify: ['owner'],
      },
      revise: {
        label: 'Change it',
        from: ['inForce'],
        to: 'draft',
        by: planners,
        clears: ['approvedAt'],
        reason: 'required',
        notify: ['owner'],
      },
      close: {
        label: 'Close',
        from: ['inForce'],
        to: 'closed',
        by: planners,
        needs: ['achievement'],
        notify: ['owner', 'reportRecipients'],
        primary: true,
      },
      discard: {
        label: 'Discard',
        from: ['draft'],
        to: 'discarded',
        by: ['owner', 'process:owner', 'process:manager'],
        reason: 'required',
        notify: ['owner'],
      },
    },
  },
  approvals: {
    smsOwner: {
      label: 'Approval by the SMS owner',
      state: 'inApproval',
      by: ['process:owner'],
      apartFrom: ['owner'],
      rule: 'first',
      withinDays: 14,
      approves: 'approve',
      refuses: 'refuse',
    },
  },
  reviewed: {
    transition: 'review',
    states: ['inForce'],
    interval: 'reviewInterval',
    everyDays: 180,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'objectives', 'criteria', 'scope'],
    },
    { title: 'Period', fields: ['periodStart', 'periodEnd', 'approvedAt'] },
    { title: 'Audits', fields: ['processes', 'method', 'impartiality'] },
    {
      title: 'Who and with what',
      fields: ['owner', 'reportRecipients', 'resources', 'risks'],
    },
    { title: 'How it ended', fields: ['achievement'] },
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
      'periodStart',
      'periodEnd',
      'owner',
      'nextReviewAt',
    ],
  },
});
