import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { stepColumns } from '../../engine/steps';

/** Those who evaluate. */
const evaluators = [
  'owner',
  'evaluators',
  'process:staff',
  'process:manager',
] as const;

/** What a supplier did, held against what was agreed. @public */
export const supplierEvaluation = defineRecordType({
  name: 'supplierEvaluation',
  idPrefix: 'SEL',
  label: { one: 'Supplier evaluation', many: 'Supplier evaluations' },
  description:
    'What a supplier did in a period, held against what was agreed, and what follows from it.',
  evidenceFor: ['PR8.R2'],
  fields: {
    description: field.markdown({
      label: 'Scope',
      help: 'Which supplies and which sites are looked at.',
    }),
    kind: field.choice({
      label: 'Cause',
      options: {
        regular: 'The planned interval',
        event: 'An event, a violation for example',
        renewal: 'A contract that is to be renewed',
        selection: 'The choice of a supplier',
      },
      default: 'regular',
      column: 'category',
    }),
    periodFrom: field.date({ label: 'From' }),
    periodTo: field.date({ label: 'To' }),
    evaluateBy: field.dateTime({ label: 'Evaluate by', column: 'dueAt' }),
    evaluators: field.person({
      label: 'Evaluators',
      kinds: ['User', 'Group'],
      many: true,
    }),
    criteria: field.rows({
      label: 'Criteria',
      columns: {
        criterion: field.text({ label: 'Criterion', required: true }),
        area: field.choice({
          label: 'Area',
          options: {
            target: 'Operational target',
            quality: 'Quality',
            delivery: 'Delivery on time',
            support: 'Support',
            communication: 'Communication',
            security: 'Security and data protection',
            cost: 'Cost',
          },
        }),
        target: field.text({ label: 'Target' }),
        result: field.text({ label: 'Result' }),
        met: field.choice({
          label: 'Met',
          options: {
            yes: 'Yes',
            partly: 'In part',
            no: 'No',
            notMeasured: 'Not measured',
          },
        }),
        weight: field.number({ label: 'Weight', min: 0 }),
        score: field.number({ label: 'Score, 1 to 5', min: 1, max: 5 }),
        source: field.text({ label: 'Shown by', max: 500 }),
        note: field.text({ label: 'Note', max: 1000 }),
      },
    }),
    violations: field.markdown({
      label: 'Violations of agreements',
      help: 'What was not kept, how often, with what harm.',
    }),
    rating: field.choice({
      label: 'Overall',
      options: {
        exceeds: 'Better than agreed',
        meets: 'As agreed',
        partlyMeets: 'As agreed in part',
        insufficient: 'Insufficient',
      },
      lateOnly: true,
    }),
    score: field.number({
      label: 'Overall score',
      help: 'From 1, very poor, to 5, very good.',
      min: 1,
      max: 5,
      lateOnly: true,
    }),
    findings: field.markdown({
      label: 'Findings',
      help: 'What goes well, what does not, and why.',
      lateOnly: true,
    }),
    recommendation: field.choice({
      label: 'Recommendation',
      options: {
        continue: 'Go on as it is',
        improve: 'Go on with measures',
        renegotiate: 'Change the agreement',
        replace: 'Look for another supplier',
        terminate: 'End the agreement',
      },
      lateOnly: true,
    }),
    evaluatedAt: field.dateTime({ label: 'Evaluated', lateOnly: true }),
    discussedWith: field.text({
      label: 'Discussed with',
      help: 'People on their side.',
      max: 500,
      lateOnly: true,
    }),
    supplierStatement: field.markdown({
      label: 'What the supplier says to it',
      lateOnly: true,
    }),
    agreedAt: field.dateTime({ label: 'Agreed', lateOnly: true }),
    measures: field.rows({
      label: 'Measures',
      help: 'What they or we do about it; all are done or dropped before it closes.',
      columns: {
        ...stepColumns,
        onTheirSide: field.text({ label: 'Responsible on their side' }),
        due: field.date({ label: 'Due' }),
      },
      lateOnly: true,
    }),
    measuresResult: field.markdown({
      label: 'What the measures brought',
      lateOnly: true,
    }),
    report: field.url({
      label: 'Report elsewhere',
      help: 'Figures or slides that are kept in another place.',
    }),
  },
  owner: { label: 'Supplier relationship manager', default: ['creator'] },
  relations: {
    evaluates: {
      label: 'Evaluates',
      to: ['supplier'],
      inverse: { name: 'evaluations', label: 'Evaluations' },
      raise: { label: 'Plan an evaluation' },
    },
    against: {
      label: 'Against',
      to: ['underpinningAgreement'],
      inverse: { name: 'evaluations', label: 'Supplier evaluations' },
      many: true,
      evidenceFor: ['PR8.I3'],
    },
    follows: {
      label: 'Follows',
      to: ['supplierEvaluation'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next evaluation',
        carries: {
          title: 'title',
          description: 'description',
          evaluators: 'evaluators',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      evaluated: { label: 'Evaluated', category: 'waiting' },
      agreed: { label: 'Agreed', category: 'open', locked: true },
      followUp: { label: 'Measures under way', category: 'open' },
      closed: { label: 'Closed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      evaluate: {
        label: 'Record the results',
        from: ['planned'],
        to: 'evaluated',
        by: evaluators,
        needs: ['criteria', 'rating', 'findings'],
        offers: ['score', 'violations', 'recommendation', 'evaluatedAt'],
        stamps: ['evaluatedAt'],
        notify: ['owner', 'evaluators'],
        evidenceFor: ['PR8.O2a'],
        primary: true,
      },
      revise: {
        label: 'Evaluate again',
        from: ['evaluated'],
        to: 'planned',
        by: evaluators,
        offers: ['evaluateBy'],
        clears: ['evaluatedAt'],
        reason: 'required',
        notify: ['owner', 'evaluators'],
      },
      agree: {
        label: 'Agree with the supplier',
        from: ['evaluated'],
        to: 'agreed',
        by: ['owner', 'process:manager'],
        needs: ['discussedWith'],
        offers: ['supplierStatement', 'recommendation', 'agreedAt'],
        stamps: ['agreedAt'],
        notify: ['evaluators'],
        primary: true,
      },
      startFollowUp: {
        label: 'Start measures',
        from: ['evaluated', 'agreed'],
        to: 'followUp',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['measures'],
        offers: ['supplierStatement', 'recommendation'],
        notify: ['evaluators', 'owner'],
        evidenceFor: ['PR8.O2b'],
      },
      close: {
        label: 'Close',
        from: ['agreed', 'followUp'],
        to: 'closed',
        by: ['owner', 'process:manager'],
        offers: ['measuresResult'],
        reason: 'optional',
        notify: ['evaluators'],
        primary: true,
      },
      reopen: {
        label: 'Reopen',
        from: ['closed'],
        to: 'followUp',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner', 'evaluators'],
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'evaluated'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner', 'evaluators'],
      },
    },
  },
  steps: { field: 'measures', before: ['close'] },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'description', 'periodFrom', 'periodTo'],
    },
    { title: 'Who and when', fields: ['owner', 'evaluators', 'evaluateBy'] },
    {
      title: 'Against what was agreed',
      fields: ['criteria', 'violations', 'report'],
    },
    {
      title: 'Verdict',
      fields: ['rating', 'score', 'findings', 'recommendation', 'evaluatedAt'],
    },
    {
      title: 'With the supplier',
      fields: ['discussedWith', 'supplierStatement', 'agreedAt'],
    },
    {
      title: 'What follows from it',
      fields: ['measures', 'measuresResult'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'rating',
      'score',
      'periodTo',
      'owner',
      'evaluateBy',
    ],
  },
});
