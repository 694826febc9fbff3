import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** A regular look at incidents and requests for what repeats. @public */
export const trendAnalysis = defineRecordType({
  name: 'trendAnalysis',
  idPrefix: 'TRA',
  label: { one: 'Trend analysis', many: 'Trend analyses' },
  description:
    'A look at the incidents and requests of a period for what repeats or grows, so that problems are found.',
  evidenceFor: [],
  fields: {
    scope: field.markdown({
      label: 'Scope',
      help: 'What is looked at, and what is left out.',
    }),
    affected: field.entity({
      label: 'Services',
      help: 'Left empty, all.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    periodStart: field.dateTime({
      label: 'Period from',
      column: 'startsAt',
    }),
    periodEnd: field.dateTime({ label: 'Period to', column: 'endsAt' }),
    dueAt: field.dateTime({ label: 'Due', column: 'dueAt' }),
    source: field.choice({
      label: 'Source',
      options: {
        incidents: 'Incidents and service requests',
        reports: 'Reports',
        monitoring: 'Monitoring',
        changesAndReleases: 'Changes and releases',
        suppliers: 'Suppliers',
        several: 'Several of these',
      },
      default: 'incidents',
      column: 'category',
    }),
    sourceNote: field.text({
      label: 'Where the figures come from',
      help: 'The list, query or report, so that it can be done again.',
      max: 500,
    }),
    sourceUrl: field.url({ label: 'Address of the source' }),
    assignee: field.person({
      label: 'Analyst',
      default: 'creator',
      column: 'assignee',
    }),
    incidentCount: field.number({
      label: 'Incidents in the period',
      min: 0,
      integer: true,
    }),
    previousCount: field.number({
      label: 'Incidents in the period before',
      min: 0,
      integer: true,
    }),
    method: field.text({
      label: 'How they were grouped',
      help: 'By service, category, cause, time of day, closure and so on.',
      max: 500,
    }),
    findings: field.rows({
      label: 'Findings',
      columns: {
        pattern: field.text({ label: 'Pattern', required: true, max: 500 }),
        count: field.number({ label: 'Count', min: 0, integer: true }),
        trend: field.choice({
          label: 'Trend',
          options: { rising: 'Rising', steady: 'Steady', falling: 'Falling' },
        }),
        affected: field.text({ label: 'Affected' }),
        decision: field.choice({
          label: 'Decision',
          options: {
            raiseProblem: 'Raise a problem',
            knownProblem: 'A problem exists',
            watch: 'Watch',
            none: 'Nothing to do',
          },
        }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    conclusions: field.markdown({
      label: 'Conclusions',
      help: 'Also that nothing stands out, if so.',
    }),
    doneAt: field.dateTime({ label: 'Done', lateOnly: true }),
  },
  owner: { label: 'Analysis owner', default: ['creator'] },
  relations: {
    looksAt: {
      label: 'Looks at',
      to: ['incident'],
      inverse: { name: 'analyses', label: 'Trend analyses' },
      many: true,
      evidenceFor: ['PR10.I2'],
    },
    follows: {
      label: 'Follows',
      to: ['trendAnalysis'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next analysis',
        carries: {
          title: 'title',
          scope: 'scope',
          affected: 'affected',
          periodStart: 'periodEnd',
          source: 'source',
          sourceNote: 'sourceNote',
          sourceUrl: 'sourceUrl',
          assignee: 'assignee',
          previousCount: 'incidentCount',
          method: 'method',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      done: { label: 'Done', category: 'open' },
      closed: { label: 'Closed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      finish: {
        label: 'Finish the analysis',
        from: ['planned'],
        to: 'done',
        by: ['assignee', 'owner', 'process:staff', 'process:manager'],
        needs: ['periodStart', 'periodEnd', 'source', 'conclusions'],
        offers: ['incidentCount', 'findings', 'doneAt'],
        stamps: ['doneAt'],
        evidenceFor: ['PR10.I1', 'PR10.O1'],
        notify: ['owner'],
        primary: true,
      },
      workOver: {
        label: 'Work it over',
        from: ['done'],
        to: 'planned',
        by: ['assignee', 'owner', 'process:manager'],
        reason: 'required',
        clears: ['doneAt'],
        notify: ['assignee'],
      },
      close: {
        label: 'Close, all is decided',
        from: ['done'],
        to: 'closed',
        by: ['owner', 'process:staff', 'process:manager'],
        offers: ['findings'],
        reason: 'optional',
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['assignee'],
      },
    },
  },
  form: [
    {
      title: 'What',
      fields: [
        'title',
        'scope',
        'affected',
        'periodStart',
        'periodEnd',
        'source',
        'sourceNote',
        'sourceUrl',
      ],
    },
    { title: 'Who and until when', fields: ['assignee', 'owner', 'dueAt'] },
    {
      title: 'Findings',
      fields: [
        'incidentCount',
        'previousCount',
        'method',
        'findings',
        'conclusions',
        'doneAt',
      ],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'source',
      'periodStart',
      'periodEnd',
      'assignee',
      'dueAt',
    ],
  },
});
