import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';
import { processOptions } from '../processOptions';

/** Those who decide how it is measured. */
const deciders = ['owner', 'process:owner', 'process:manager'] as const;

/** A key performance indicator with its measurements. @public */
export const kpi = defineRecordType({
  name: 'kpi',
  idPrefix: 'KPI',
  label: { one: 'KPI', many: 'KPIs' },
  description:
    'A figure that tells whether a process, a service or the whole system reaches its goal.',
  evidenceFor: [],
  fields: {
    process: field.choice({
      label: 'Process',
      options: processOptions,
      required: true,
      column: 'category',
    }),
    code: field.text({ label: 'Code', max: 40 }),
    goal: field.markdown({
      label: 'Goal',
      help: 'What must go right, and why this figure shows it.',
    }),
    definition: field.markdown({
      label: 'What is measured',
      help: 'What counts and what does not, and over which period.',
    }),
    formula: field.text({
      label: 'Formula',
      help: 'Such as: incidents resolved in time / resolved incidents.',
      max: 1_000,
    }),
    unit: field.text({ label: 'Unit', max: 40 }),
    direction: field.choice({
      label: 'Better is',
      options: {
        higher: 'A higher value',
        lower: 'A lower value',
        within: 'A value between target and limits',
      },
      default: 'higher',
    }),
    target: field.number({ label: 'Target' }),
    warningLimit: field.number({
      label: 'Warn at',
      help: 'From here on it needs attention, though the target may still be met.',
    }),
    escalationLimit: field.number({ label: 'Escalate at' }),
    escalateTo: field.person({
      label: 'Escalate to',
      kinds: ['User', 'Group'],
    }),
    affected: field.entity({
      label: 'Services',
      help: 'Where it is about some services only.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    dataSource: field.markdown({
      label: 'Source of the data',
      help: 'Where the figures come from, and how they are collected.',
    }),
    dashboard: field.url({ label: 'Dashboard or query' }),
    measuredBy: field.person({
      label: 'Measured by',
      column: 'assignee',
    }),
    informed: field.person({
      label: 'Told of results',
      kinds: ['User', 'Group'],
      many: true,
    }),
    measureEvery: field.number({
      label: 'Measure every',
      help: '30 for once a month.',
      unit: 'days',
      min: 1,
      max: 3650,
      integer: true,
    }),
    nextMeasurementAt: field.dateTime({
      label: 'Next measurement',
      column: 'dueAt',
    }),
    lastMeasuredAt: field.dateTime({
      label: 'Last measurement',
      lateOnly: true,
    }),
    measurements: field.rows({
      label: 'Measurements',
      columns: {
        measuredOn: field.date({ label: 'Date', required: true }),
        value: field.number({ label: 'Value', required: true }),
        target: field.number({ label: 'Target then' }),
        comment: field.text({ label: 'Comment', max: 500 }),
      },
      max: 600,
      lateOnly: true,
    }),
    standing: field.choice({
      label: 'Stands',
      help: 'By the latest measurement.',
      options: {
        onTarget: 'On target',
        warning: 'Near the limit',
        missed: 'Target missed',
        unknown: 'Not known',
      },
      lateOnly: true,
    }),
    lastReviewedAt: reviewFields.lastReviewedAt,
    reviewOutcome: reviewFields.reviewOutcome,
    reviewNote: reviewFields.reviewNote,
  },
  owner: { label: 'KPI owner', default: ['creator'] },
  relations: {
    definedIn: {
      label: 'Defined in',
      to: ['document'],
      inverse: { name: 'kpis', label: 'KPIs' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      active: {
        label: 'Active',
        category: 'waiting',
        locked: true,
        published: true,
      },
      paused: { label: 'Paused', category: 'waiting', locked: true },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      activate: {
        label: 'Put into force',
        from: ['draft'],
        to: 'active',
        by: deciders,
        needs: [
          'definition',
          'unit',
          'direction',
          'target',
          'dataSource',
          'measureEvery',
        ],
        offers: ['measuredBy', 'nextMeasurementAt'],
        evidenceFor: ['GR6.A1'],
        notify: ['measuredBy', 'owner'],
        primary: true,
      },
      recordMeasurement: {
        label: 'Record a measurement',
        from: ['active'],
        to: 'active',
        by: ['measuredBy', 'process:staff', ...deciders],
        needs: ['measurements', 'standing'],
        offers: ['measureEvery', 'nextMeasurementAt'],
        stamps: ['lastMeasuredAt'],
        reason: 'optional',
        evidenceFor: ['GR6.A2'],
        notify: ['owner', 'informed'],
        primary: true,
      },
      escalate: {
        label: 'Escalate',
        from: ['active'],
        to: 'active',
        by: ['measuredBy', ...deciders],
        needs: ['escalateTo'],
        reason: 'required',
        notify: ['escalateTo', 'owner'],
      },
      review: {
        label: 'Record a review',
        from: ['active'],
        to: 'active',
        by: deciders,
        needs: ['reviewOutcome'],
        offers: ['reviewNote'],
        stamps: ['lastReviewedAt'],
        notify: ['owner'],
      },
      revise: {
        label: 'Change the definition',
        from: ['active', 'paused'],
        to: 'draft',
        by: deciders,
        reason: 'required',
        notify: ['measuredBy', 'owner'],
      },
      pause: {
        label: 'Pause',
        from: ['active'],
        to: 'paused',
        by: deciders,
        reason: 'required',
        clears: ['nextMeasurementAt'],
        notify: ['measuredBy', 'owner'],
      },
      resume: {
        label: 'Resume',
        from: ['paused'],
        to: 'active',
        by: deciders,
        offers: ['nextMeasurementAt'],
        reason: 'optional',
        notify: ['measuredBy', 'owner'],
        primary: true,
      },
      retire: {
        label: 'Retire',
        from: ['draft', 'active', 'paused'],
        to: 'retired',
        by: deciders,
        reason: 'required',
        notify: ['measuredBy', 'owner', 'informed'],
      },
    },
  },
  // What recurs is the measurement; the definition is reviewed when it is
  // needed, as one record has one next date.
  reviewed: {
    transition: 'recordMeasurement',
    states: ['active'],
    interval: 'measureEvery',
    everyDays: 30,
    next: 'nextMeasurementAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'code', 'process', 'affected', 'goal'],
    },
    {
      title: 'How it is measured',
      fields: ['definition', 'formula', 'unit', 'dataSource', 'dashboard'],
    },
    {
      title: 'Target',
      fields: [
        'direction',
        'target',
        'warningLimit',
        'escalationLimit',
        'escalateTo',
      ],
    },
    { title: 'Who', fields: ['owner', 'measuredBy', 'informed'] },
    {
      title: 'Measurements',
      fields: [
        'measureEvery',
        'nextMeasurementAt',
        'lastMeasuredAt',
        'standing',
        'measurements',
      ],
    },
    {
      title: 'Review',
      fields: ['lastReviewedAt', 'reviewOutcome', 'reviewNote'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'process',
      'standing',
      'target',
      'owner',
      'nextMeasurementAt',
    ],
  },
});
