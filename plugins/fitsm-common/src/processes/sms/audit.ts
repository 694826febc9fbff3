import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { processOptions } from '../processOptions';

/** Those who carry it out; who is audited is not among them. */
const auditing = ['leadAuditor', 'auditors'] as const;

/** An independent check against criteria. @public */
export const audit = defineRecordType({
  name: 'audit',
  idPrefix: 'AUD',
  label: { one: 'Audit', many: 'Audits' },
  description:
    'Somebody who is not involved checks whether what is required is also done.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        internal: 'Internal',
        external: 'External',
        certification: 'Certification',
        customer: 'By a customer',
        supplier: 'Of a supplier',
        followUp: 'Check of earlier findings',
      },
      default: 'internal',
      column: 'category',
    }),
    scope: field.markdown({
      label: 'Scope',
      help: 'What is audited: processes, services, sites, organisations.',
    }),
    criteria: field.markdown({
      label: 'Criteria',
      help: 'What is audited against.',
    }),
    method: field.markdown({
      label: 'Method',
      help: 'Interviews, samples of records, observation.',
    }),
    processes: field.rows({
      label: 'Audit plan',
      columns: {
        process: field.choice({ label: 'Process', options: processOptions }),
        topic: field.text({ label: 'Topic', max: 500 }),
        auditor: field.person({ label: 'Auditor' }),
        auditee: field.person({
          label: 'Talks with',
          kinds: ['User', 'Group'],
        }),
        at: field.dateTime({ label: 'When' }),
        place: field.text({ label: 'Where' }),
      },
    }),
    affected: field.entity({
      label: 'Services',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    leadAuditor: field.person({ label: 'Lead auditor', column: 'assignee' }),
    auditors: field.person({ label: 'Auditors', many: true }),
    auditOrganisation: field.text({
      label: 'Auditing organisation',
      help: 'For audits from outside, with the names of their auditors.',
      max: 500,
    }),
    auditees: field.person({
      label: 'Audited',
      help: 'Those who answer the questions.',
      kinds: ['User', 'Group'],
      many: true,
    }),
    reportRecipients: field.person({
      label: 'Report goes to',
      kinds: ['User', 'Group'],
      many: true,
    }),
    independence: field.markdown({
      label: 'Independence',
      help: 'Why no auditor has a part in what they audit. Roles in the processes of the audit plan are checked.',
    }),
    plannedStartAt: field.dateTime({
      label: 'Planned start',
      column: 'startsAt',
    }),
    plannedEndAt: field.dateTime({ label: 'Planned end', column: 'endsAt' }),
    reportDueAt: field.dateTime({ label: 'Report due', column: 'dueAt' }),
    startedAt: field.dateTime({ label: 'Started', lateOnly: true }),
    reportedAt: field.dateTime({ label: 'Reported', lateOnly: true }),
    checks: field.rows({
      label: 'Questions',
      columns: {
        question: field.text({ label: 'Question', required: true, max: 500 }),
        requirement: field.text({ label: 'Requirement' }),
        process: field.choice({ label: 'Process', options: processOptions }),
        answer: field.choice({
          label: 'Answer',
          options: {
            conforms: 'Conforms',
            partly: 'Conforms in part',
            doesNot: 'Does not conform',
            notSeen: 'Could not be seen',
            notApplicable: 'Does not apply',
          },
        }),
        evidence: field.text({ label: 'Evidence seen', max: 1_000 }),
        note: field.text({ label: 'Note', max: 500 }),
      },
      max: 300,
    }),
    findings: field.rows({
      label: 'Findings',
      help: 'Record a nonconformity for each that needs correction.',
      columns: {
        finding: field.text({ label: 'Finding', required: true, max: 2_000 }),
        kind: field.choice({
          label: 'Kind',
          options: {
            major: 'Major nonconformity',
            minor: 'Minor nonconformity',
            observation: 'Observation',
            opportunity: 'Chance to improve',
            strength: 'Strength',
          },
        }),
        requirement: field.text({ label: 'Requirement' }),
        process: field.choice({ label: 'Process', options: processOptions }),
        evidence: field.text({ label: 'Evidence', max: 1_000 }),
        responsible: field.person({
          label: 'Responsible',
          kinds: ['User', 'Group'],
        }),
      },
      lateOnly: true,
    }),
    strengths: field.markdown({ label: 'Strengths', lateOnly: true }),
    result: field.choice({
      label: 'Result',
      options: {
        conforms: 'Conforms',
        minor: 'Conforms, but for minor points',
        major: 'Does not conform',
        inconclusive: 'Cannot be told',
      },
      lateOnly: true,
    }),
    conclusion: field.markdown({ label: 'Conclusion', lateOnly: true }),
    report: field.url({ label: 'Report', lateOnly: true }),
    followUp: field.markdown({
      label: 'What became of the findings',
      lateOnly: true,
    }),
  },
  owner: { label: 'Audit owner', default: ['creator'] },
  relations: {
    follows: {
      label: 'Follows',
      to: ['auditProgramme'],
      inverse: { name: 'audits', label: 'Audits' },
      raise: {
        label: 'Plan an audit',
        carries: {
          scope: 'scope',
          criteria: 'criteria',
          method: 'method',
          reportRecipients: 'reportRecipients',
        },
      },
    },
    checksAgain: {
      label: 'Checks again',
      to: ['audit'],
      inverse: { name: 'checkedAgainIn', label: 'Checked again in' },
      raise: {
        label: 'Plan a check of the findings',
        carries: {
          scope: 'scope',
          criteria: 'criteria',
          affected: 'affected',
          auditees: 'auditees',
          reportRecipients: 'reportRecipients',
          checks: 'checks',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      announced: { label: 'Announced', category: 'waiting' },
      inProgress: { label: 'In progress', category: 'open' },
      reported: { label: 'Reported', category: 'waiting', locked: true },
      closed: { label: 'Closed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed' },
    },
    transitions: {
      announce: {
        label: 'Announce',
        from: ['planned'],
        to: 'announced',
        by: [...auditing, 'owner', 'process:manager'],
        needs: ['scope', 'criteria', 'auditees', 'plannedStartAt'],
        offers: ['processes', 'plannedEndAt'],
        notify: ['auditees', 'auditors', 'leadAuditor'],
        primary: true,
      },
      postpone: {
        label: 'Postpone',
        from: ['announced'],
        to: 'planned',
        by: [...auditing, 'owner', 'process:manager'],
        needs: ['plannedStartAt'],
        offers: ['plannedEndAt', 'reportDueAt'],
        reason: 'required',
        notify: ['auditees', 'auditors', 'leadAuditor'],
      },
      start: {
        label: 'Start',
        from: ['planned', 'announced'],
        to: 'inProgress',
        by: auditing,
        needs: ['scope', 'criteria', 'leadAuditor', 'auditees', 'independence'],
        offers: ['reportDueAt'],
        stamps: ['startedAt'],
        notify: ['auditees', 'auditors'],
        primary: true,
      },
      report: {
        label: 'Report',
        from: ['inProgress'],
        to: 'reported',
        by: auditing,
        needs: ['result', 'conclusion', 'reportRecipients'],
        offers: ['findings', 'strengths', 'report'],
        stamps: ['reportedAt'],
        evidenceFor: ['GR6.A5', 'GR6.A6'],
        notify: ['reportRecipients', 'auditees', 'owner'],
        primary: true,
      },
      correct: {
        label: 'Correct the report',
        from: ['reported'],
        to: 'inProgress',
        by: auditing,
        clears: ['reportedAt'],
        reason: 'required',
        notify: ['reportRecipients', 'auditees', 'owner'],
      },
      close: {
        label: 'Close',
        from: ['reported'],
        to: 'closed',
        by: ['leadAuditor', 'owner', 'process:owner', 'process:manager'],
        needs: ['followUp'],
        notify: ['reportRecipients', 'leadAuditor'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'announced', 'inProgress'],
        to: 'cancelled',
        by: ['leadAuditor', 'owner', 'process:owner', 'process:manager'],
        reason: 'required',
        notify: ['auditees', 'auditors', 'leadAuditor', 'owner'],
      },
    },
  },
  independent: {
    rows: 'processes',
    process: 'process',
    person: 'auditor',
    otherwise: ['leadAuditor', 'auditors'],
    before: ['announce', 'start', 'report'],
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'scope', 'criteria', 'method', 'affected'],
    },
    {
      title: 'Who',
      fields: [
        'owner',
        'leadAuditor',
        'auditors',
        'auditOrganisation',
        'independence',
        'auditees',
        'reportRecipients',
      ],
    },
    {
      title: 'When',
      fields: [
        'plannedStartAt',
        'plannedEndAt',
        'reportDueAt',
        'startedAt',
        'reportedAt',
      ],
    },
    { title: 'Plan and questions', fields: ['processes', 'checks'] },
    {
      title: 'Report',
      fields: ['result', 'conclusion', 'findings', 'strengths', 'report'],
    },
    { title: 'How it ended', fields: ['followUp'] },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'result',
      'leadAuditor',
      'plannedStartAt',
      'reportDueAt',
    ],
  },
});
