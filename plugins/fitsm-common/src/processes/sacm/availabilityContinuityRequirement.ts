import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who work on it. */
const editors = [
  'owner',
  'entityOwner',
  'process:staff',
  'process:manager',
] as const;

/** How available a service must be, or how soon it must be back. @public */
export const availabilityContinuityRequirement = defineRecordType({
  name: 'availabilityContinuityRequirement',
  idPrefix: 'ACR',
  label: {
    one: 'Availability or continuity requirement',
    many: 'Availability and continuity requirements',
  },
  description:
    'How available a service must be in normal times, or how soon it must be back after a grave event.',
  evidenceFor: ['PR4.I1', 'PR4.O1'],
  fields: {
    description: field.markdown({
      label: 'What is required?',
      help: 'And what goes wrong for the customer where it is not met.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: { availability: 'Availability', continuity: 'Continuity' },
      default: 'availability',
      column: 'category',
    }),
    affected: field.entity({
      label: 'Concerned',
      help: 'The service and the components for which it holds.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    criticality: field.choice({
      label: 'Criticality',
      help: 'How much harm it does where it is not met.',
      options: {
        vital: 'Vital: the customer cannot work at all',
        high: 'High: important work stops',
        medium: 'Medium: work goes on with effort',
        low: 'Low: a nuisance',
      },
    }),
    source: field.choice({
      label: 'Source',
      options: {
        agreement: 'SLA',
        customer: 'Customer, outside an SLA',
        law: 'Law or authority',
        risk: 'Risk assessment',
        impactAnalysis: 'Business impact analysis',
        internal: 'Our own decision',
      },
      default: 'agreement',
    }),
    sourceReference: field.text({
      label: 'Where it is written',
      help: 'Clause, paragraph or page.',
      max: 500,
    }),
    availabilityTarget: field.number({
      label: 'Availability target',
      unit: '%',
      min: 0,
      max: 100,
    }),
    measuredOver: field.choice({
      label: 'Measured over',
      options: {
        week: 'A week',
        month: 'A month',
        quarter: 'A quarter',
        year: 'A year',
      },
    }),
    operationHours: field.text({
      label: 'Hours of operation',
      help: 'When it must be available: around the clock, or working days from 8 to 18.',
      max: 500,
    }),
    maintenanceWindow: field.text({
      label: 'Maintenance window',
      help: 'When it may be down without a breach.',
      max: 500,
    }),
    longestOutage: field.number({
      label: 'Longest outage at a time',
      unit: 'hours',
      min: 0,
    }),
    mostOutages: field.number({
      label: 'Most outages in that time',
      min: 0,
      integer: true,
    }),
    scenario: field.markdown({
      label: 'Events',
      help: 'What it must withstand: loss of a site, of data, of staff, of a supplier.',
    }),
    recoveryTimeObjective: field.number({
      label: 'Recovery time objective (RTO)',
      help: 'So long after the event it works again.',
      unit: 'hours',
      min: 0,
    }),
    recoveryPointObjective: field.number({
      label: 'Recovery point objective (RPO)',
      help: 'Work of so many hours may be lost.',
      unit: 'hours',
      min: 0,
    }),
    minimumOperation: field.markdown({
      label: 'Least operation meanwhile',
      help: 'What must work even in an emergency.',
    }),
    impactOverTime: field.rows({
      label: 'Impact over time',
      help: 'What a loss means, the longer it lasts.',
      columns: {
        after: field.number({ label: 'After hours', min: 0, required: true }),
        impact: field.choice({
          label: 'Impact',
          options: {
            none: 'None',
            low: 'Low',
            medium: 'Medium',
            high: 'High',
            ruinous: 'Ruinous',
          },
        }),
        consequence: field.text({ label: 'Consequence', max: 1000 }),
      },
    }),
    agreedWith: field.person({
      label: 'Agreed with',
      kinds: ['User', 'Group'],
      many: true,
    }),
    ...reviewFields,
  },
  owner: {
    label: 'Requirement owner',
    default: [{ ownerOf: 'affected' }, 'creator'],
  },
  relations: {
    concerns: {
      label: 'Concerns',
      to: ['service'],
      inverse: {
        name: 'availabilityRequirements',
        label: 'Availability and continuity requirements',
      },
      many: true,
      raise: {
        label: 'Record an availability requirement',
        carries: { affected: 'coreComponents' },
      },
    },
    follows: {
      label: 'Follows from',
      to: ['serviceLevelAgreement'],
      inverse: {
        name: 'availabilityRequirements',
        label: 'Availability and continuity requirements',
      },
      many: true,
      raise: { label: 'Record an availability requirement' },
    },
  },
  lifecycle: {
    initial: 'identified',
    states: {
      identified: { label: 'Identified', category: 'open' },
      agreed: {
        label: 'Agreed',
        category: 'waiting',
        locked: true,
        published: true,
      },
      obsolete: { label: 'Obsolete', category: 'closed', locked: true },
    },
    transitions: {
      agree: {
        label: 'Agree',
        from: ['identified'],
        to: 'agreed',
        by: ['owner', 'process:manager'],
        needs: ['criticality', 'source'],
        offers: ['agreedWith', 'reviewInterval', 'nextReviewAt'],
        notify: ['owner', 'agreedWith'],
        evidenceFor: ['PR4.S1', 'PR4.O1'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['agreed'],
        to: 'agreed',
        by: editors,
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR4.O1'],
        primary: true,
      },
      revise: {
        label: 'Revise',
        from: ['agreed'],
        to: 'identified',
        by: editors,
        clears: ['nextReviewAt'],
        reason: 'required',
        notify: ['owner', 'agreedWith'],
      },
      retire: {
        label: 'Is obsolete',
        from: ['identified', 'agreed'],
        to: 'obsolete',
        by: ['owner', 'process:manager'],
        clears: ['nextReviewAt'],
        reason: 'required',
        notify: ['owner', 'agreedWith'],
      },
      reinstate: {
        label: 'Take up again',
        from: ['obsolete'],
        to: 'identified',
        by: editors,
        reason: 'required',
        notify: ['owner'],
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['agreed'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'description', 'affected', 'criticality'],
    },
    {
      title: 'Where it comes from',
      fields: ['source', 'sourceReference', 'owner', 'agreedWith'],
    },
    {
      title: 'Availability',
      fields: [
        'availabilityTarget',
        'measuredOver',
        'operationHours',
        'maintenanceWindow',
        'longestOutage',
        'mostOutages',
      ],
    },
    {
      title: 'Continuity',
      fields: [
        'scenario',
        'recoveryTimeObjective',
        'recoveryPointObjective',
        'minimumOperation',
        'impactOverTime',
      ],
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
      'criticality',
      'availabilityTarget',
      'recoveryTimeObjective',
      'nextReviewAt',
    ],
  },
});
