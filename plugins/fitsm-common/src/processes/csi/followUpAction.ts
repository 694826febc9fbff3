import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { processOptions } from '../processOptions';

/** Those who can bring it to its end. */
const workers = [
  'assignee',
  'assignedGroup',
  'owner',
  'process:staff',
  'process:manager',
] as const;

/** Something to do that came out of something else. @public */
export const followUpAction = defineRecordType({
  name: 'followUpAction',
  idPrefix: 'ACT',
  label: { one: 'Follow-up action', many: 'Follow-up actions' },
  description:
    'Something to do that came out of a review, a complaint, an incident or the like: who, until when.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'What is to be done?',
      help: 'And what shall be different afterwards.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        correct: 'Put something right',
        prevent: 'Keep it from happening again',
        find: 'Find something out',
        tell: 'Tell or train somebody',
        other: 'Other',
      },
      default: 'correct',
      column: 'category',
    }),
    process: field.choice({ label: 'Process', options: processOptions }),
    affected: field.entity({
      label: 'Services',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    assignee: field.person({ label: 'Assignee', column: 'assignee' }),
    assignedGroup: field.person({
      label: 'Assigned group',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    dueAt: field.dateTime({ label: 'Due', column: 'dueAt' }),
    progress: field.markdown({ label: 'Progress', lateOnly: true }),
    result: field.markdown({ label: 'Result', lateOnly: true }),
    startedAt: field.dateTime({
      label: 'Started',
      lateOnly: true,
      column: 'startsAt',
    }),
    completedAt: field.dateTime({
      label: 'Completed',
      lateOnly: true,
      column: 'endsAt',
    }),
  },
  owner: { label: 'Action owner', default: ['creator'] },
  relations: {
    followsFrom: {
      label: 'Follows from',
      to: [
        'audit',
        'managementReview',
        'assessment',
        'nonconformity',
        'communication',
        'complaint',
        'satisfactionSurvey',
        'serviceReview',
        'supplierEvaluation',
        'agreementViolation',
        'report',
        'continuityTest',
        'outage',
        'securityIncident',
        'accessReview',
        'risk',
        'incident',
        'majorIncidentReview',
        'problem',
        'knownErrorReview',
        'trendAnalysis',
        'configurationVerification',
        'change',
        'release',
        'deployment',
        'improvement',
      ],
      inverse: { name: 'followUpActions', label: 'Follow-up actions' },
      many: true,
      raise: {
        label: 'Add a follow-up action',
        carries: { affected: 'affected', process: 'process' },
      },
      evidenceByTarget: {
        report: ['PR3.O2b'],
        securityIncident: ['PR6.O5c'],
        complaint: ['PR7.O2b'],
        satisfactionSurvey: ['PR7.O3c'],
        supplierEvaluation: ['PR8.O2b'],
        configurationVerification: ['PR11.O2c'],
      },
    },
  },
  lifecycle: {
    initial: 'open',
    states: {
      open: { label: 'Open', category: 'open' },
      inProgress: { label: 'In progress', category: 'open' },
      done: { label: 'Done', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      start: {
        label: 'Start work',
        from: ['open'],
        to: 'inProgress',
        by: workers,
        offers: ['assignee', 'dueAt'],
        stamps: ['startedAt'],
        notify: ['owner'],
        primary: true,
      },
      finish: {
        label: 'Done',
        from: ['open', 'inProgress'],
        to: 'done',
        by: workers,
        needs: ['result'],
        offers: ['completedAt'],
        stamps: ['completedAt'],
        notify: ['owner'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['open', 'inProgress'],
        to: 'cancelled',
        by: ['owner', 'process:staff', 'process:manager'],
        reason: 'required',
        notify: ['assignee', 'owner'],
      },
      reopen: {
        label: 'Reopen',
        from: ['done', 'cancelled'],
        to: 'open',
        by: ['assignee', 'owner', 'process:staff', 'process:manager'],
        clears: ['completedAt'],
        reason: 'required',
        notify: ['assignee', 'owner'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'process', 'affected'],
    },
    {
      title: 'Who and when',
      fields: ['assignee', 'assignedGroup', 'owner', 'dueAt'],
    },
    {
      title: 'How it went',
      fields: ['progress', 'result', 'startedAt', 'completedAt'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'process',
      'assignee',
      'dueAt',
      'createdAt',
    ],
  },
});
