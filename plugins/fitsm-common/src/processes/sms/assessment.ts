import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { processOptions } from '../processOptions';

/** Those who carry it out. */
const assessing = [
  'leadAssessor',
  'assessors',
  'owner',
  'process:manager',
] as const;

/** The levels of FitSM-6. */
const levels = {
  '0': '0: not there',
  '1': '1: ad hoc',
  '2': '2: repeatable',
  '3': '3: defined',
  '4': '4: managed',
} as const;

/** How capable the processes are, requirement by requirement. @public */
export const assessment = defineRecordType({
  name: 'assessment',
  idPrefix: 'ASM',
  label: { one: 'Assessment', many: 'Assessments' },
  description:
    'How well the requirements are met today, how well they shall be met, and what lies between.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        baseline: 'First assessment, as a baseline',
        self: 'Self-assessment',
        peer: 'By peers',
        external: 'By somebody from outside',
      },
      default: 'self',
      column: 'category',
    }),
    scope: field.markdown({
      label: 'Scope',
      help: 'Processes, services, sites and organisations that are looked at, and what is left out.',
    }),
    scheme: field.choice({
      label: 'Scheme',
      options: {
        fitsmVersion3: 'FitSM version 3, levels 0 to 4',
        fitsmVersion2: 'FitSM version 2, levels 0 to 3',
        other: 'Other',
      },
      default: 'fitsmVersion3',
    }),
    method: field.markdown({
      label: 'Method',
      help: 'Interviews, documents, records, observation: how levels are found.',
    }),
    leadAssessor: field.person({
      label: 'Lead assessor',
      column: 'assignee',
    }),
    assessors: field.person({ label: 'Assessors', many: true }),
    externalAssessor: field.text({ label: 'Assessor from outside' }),
    participants: field.person({
      label: 'Interviewed',
      kinds: ['User', 'Group'],
      many: true,
    }),
    plannedFor: field.dateTime({ label: 'Planned for', column: 'dueAt' }),
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
    goals: field.rows({
      label: 'Goals',
      help: 'The level that each process shall reach.',
      columns: {
        process: field.choice({
          label: 'Process',
          options: processOptions,
          required: true,
        }),
        level: field.choice({ label: 'Goal', options: levels }),
        by: field.date({ label: 'To be reached by' }),
        comment: field.text({ label: 'Why', max: 500 }),
      },
    }),
    scores: field.rows({
      label: 'Results',
      help: 'One row for each requirement.',
      columns: {
        requirement: field.text({
          label: 'Requirement',
          help: 'Such as PR9.1.',
          required: true,
          max: 200,
        }),
        process: field.choice({ label: 'Process', options: processOptions }),
        level: field.choice({ label: 'Level', options: levels }),
        goal: field.choice({ label: 'Goal', options: levels }),
        evidence: field.text({ label: 'Evidence', max: 1_000 }),
        gap: field.text({ label: 'Gap', max: 1_000 }),
        comment: field.text({ label: 'Comment', max: 500 }),
      },
      max: 200,
    }),
    overallLevel: field.number({
      label: 'Maturity on the whole',
      help: 'The mean or the lowest level; say which in the conclusions.',
      min: 0,
      max: 4,
      lateOnly: true,
    }),
    strengths: field.markdown({ label: 'Strengths', lateOnly: true }),
    gapSummary: field.markdown({
      label: 'Gap',
      help: 'What is missing between today and the goal, most important first.',
      lateOnly: true,
    }),
    improvementTasks: field.rows({
      label: 'Tasks',
      help: 'What follows from the gap. Suggest an improvement for each that is worth it.',
      columns: {
        task: field.text({ label: 'Task', required: true, max: 500 }),
        requirement: field.text({ label: 'Requirement' }),
        importance: field.choice({
          label: 'Importance',
          options: { high: 'High', medium: 'Medium', low: 'Low' },
        }),
        responsible: field.person({
          label: 'Responsible',
          kinds: ['User', 'Group'],
        }),
        by: field.date({ label: 'By' }),
      },
      lateOnly: true,
    }),
    conclusions: field.markdown({ label: 'Conclusions', lateOnly: true }),
    report: field.url({ label: 'Report', lateOnly: true }),
    nextAssessmentAt: field.dateTime({
      label: 'Next assessment',
      lateOnly: true,
    }),
  },
  owner: { label: 'Assessment owner', default: ['creator'] },
  relations: {
    follows: {
      label: 'Follows',
      to: ['assessment'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Assess again',
        carries: {
          title: 'title',
          scope: 'scope',
          scheme: 'scheme',
          method: 'method',
          goals: 'goals',
          scores: 'scores',
          leadAssessor: 'leadAssessor',
          assessors: 'assessors',
          participants: 'participants',
          plannedFor: 'nextAssessmentAt',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      inProgress: { label: 'In progress', category: 'open' },
      inReview: { label: 'Results are discussed', category: 'waiting' },
      completed: { label: 'Completed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed' },
    },
    transitions: {
      start: {
        label: 'Start',
        from: ['planned'],
        to: 'inProgress',
        by: assessing,
        needs: ['scope', 'leadAssessor', 'goals'],
        stamps: ['startedAt'],
        evidenceFor: ['GR4.A2'],
        notify: ['assessors', 'participants'],
        primary: true,
      },
      discuss: {
        label: 'Discuss the results',
        from: ['inProgress'],
        to: 'inReview',
        by: assessing,
        needs: ['scores'],
        offers: ['gapSummary', 'strengths'],
        notify: ['participants', 'owner'],
        primary: true,
      },
      goOn: {
        label: 'Go on assessing',
        from: ['inReview'],
        to: 'inProgress',
        by: [...assessing, 'participants'],
        reason: 'required',
        notify: ['leadAssessor', 'assessors'],
      },
      complete: {
        label: 'Complete',
        from: ['inProgress', 'inReview'],
        to: 'completed',
        by: ['leadAssessor', 'owner', 'process:manager'],
        needs: ['scores', 'gapSummary', 'improvementTasks', 'conclusions'],
        offers: ['overallLevel', 'strengths', 'report', 'nextAssessmentAt'],
        stamps: ['completedAt'],
        evidenceFor: ['GR4.A1', 'GR4.A3', 'GR4.A4', 'GR6.A3'],
        notify: ['assessors', 'participants', 'owner'],
        primary: true,
      },
      reopen: {
        label: 'Reopen',
        from: ['completed'],
        to: 'inProgress',
        by: ['leadAssessor', 'owner', 'process:owner', 'process:manager'],
        clears: ['completedAt'],
        reason: 'required',
        notify: ['assessors', 'owner'],
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'inProgress', 'inReview'],
        to: 'cancelled',
        by: ['owner', 'process:owner', 'process:manager'],
        reason: 'required',
        notify: ['leadAssessor', 'assessors', 'participants'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'scope', 'scheme', 'method', 'goals'],
    },
    {
      title: 'Who',
      fields: [
        'owner',
        'leadAssessor',
        'assessors',
        'externalAssessor',
        'participants',
      ],
    },
    {
      title: 'When',
      fields: ['plannedFor', 'startedAt', 'completedAt', 'nextAssessmentAt'],
    },
    { title: 'Results', fields: ['scores', 'overallLevel', 'strengths'] },
    {
      title: 'What follows',
      fields: ['gapSummary', 'improvementTasks', 'conclusions', 'report'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'overallLevel',
      'leadAssessor',
      'plannedFor',
      'completedAt',
    ],
  },
});
