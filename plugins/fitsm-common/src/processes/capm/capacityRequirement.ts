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

/** How much a service must be able to carry, now and later. @public */
export const capacityRequirement = defineRecordType({
  name: 'capacityRequirement',
  idPrefix: 'CPR',
  label: { one: 'Capacity requirement', many: 'Capacity requirements' },
  description:
    'How much a service must carry, and how fast it must be, with the demand of today and of later.',
  evidenceFor: ['PR5.I1', 'PR5.O1'],
  fields: {
    description: field.markdown({
      label: 'What is required?',
      help: 'And what goes wrong for the customer where it is not met.',
    }),
    affected: field.entity({
      label: 'Concerned',
      help: 'The service and the components for which it holds.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    resourceKind: field.choice({
      label: 'Kind of resource',
      options: {
        service: 'The service as a whole',
        computing: 'Computing',
        memory: 'Memory',
        storage: 'Storage',
        network: 'Network',
        licences: 'Licences',
        people: 'People',
        facility: 'Rooms, power, cooling',
        supplier: 'A supplier',
        other: 'Other',
      },
      column: 'category',
    }),
    resource: field.text({
      label: 'Resource',
      help: 'What is used up: the database cluster, the service desk, the link to the other site.',
    }),
    metric: field.text({
      label: 'Metric',
      help: 'How it is counted: requests a second, users at a time, response time.',
    }),
    unit: field.text({ label: 'Unit', max: 40 }),
    demandNow: field.number({ label: 'Demand now' }),
    demandPredicted: field.number({ label: 'Demand predicted' }),
    predictedFor: field.date({ label: 'Predicted for' }),
    growth: field.number({
      label: 'Growth a year',
      unit: '%',
      min: -100,
    }),
    peakDemand: field.number({ label: 'Demand at peak' }),
    peakTimes: field.text({
      label: 'Peak times',
      help: 'Hours, weekdays or seasons.',
      max: 500,
    }),
    demandDrivers: field.markdown({
      label: 'What drives demand',
      help: 'New users, campaigns, data that only grows.',
    }),
    performanceTarget: field.text({
      label: 'Performance target',
      help: 'How fast it must be at that demand: 95 of 100 requests in under 300 ms.',
      max: 500,
    }),
    warningThreshold: field.number({
      label: 'Warning from',
      help: 'From this utilisation on, somebody looks.',
      unit: '%',
      min: 0,
    }),
    exceptionThreshold: field.number({
      label: 'Exception from',
      help: 'From this utilisation on, somebody acts.',
      unit: '%',
      min: 0,
    }),
    criticality: field.choice({
      label: 'Criticality',
      options: { high: 'High', medium: 'Medium', low: 'Low' },
      default: 'medium',
    }),
    source: field.choice({
      label: 'Source',
      options: {
        agreement: 'SLA',
        customer: 'Customer, outside an SLA',
        portfolio: 'A new or changed service',
        forecast: 'Forecast from measurements',
        problem: 'Incidents or problems',
        internal: 'Our own decision',
      },
      default: 'agreement',
    }),
    sourceReference: field.text({
      label: 'Where it is written',
      help: 'Clause, paragraph or page.',
      max: 500,
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
        name: 'capacityRequirements',
        label: 'Capacity requirements',
      },
      many: true,
      raise: {
        label: 'Record a capacity requirement',
        carries: { affected: 'coreComponents' },
      },
    },
    follows: {
      label: 'Follows from',
      to: ['serviceLevelAgreement'],
      inverse: {
        name: 'capacityRequirements',
        label: 'Capacity requirements',
      },
      many: true,
      raise: { label: 'Record a capacity requirement' },
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
        needs: ['metric', 'source'],
        offers: ['agreedWith', 'reviewInterval', 'nextReviewAt'],
        notify: ['owner', 'agreedWith'],
        evidenceFor: ['PR5.O1'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['agreed'],
        to: 'agreed',
        by: editors,
        needs: ['reviewOutcome'],
        offers: [
          'reviewNote',
          'demandNow',
          'demandPredicted',
          'predictedFor',
          'reviewInterval',
          'nextReviewAt',
        ],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR5.O1'],
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
    everyDays: 180,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: [
        'title',
        'description',
        'affected',
        'resourceKind',
        'resource',
        'criticality',
      ],
    },
    {
      title: 'How much',
      fields: [
        'metric',
        'unit',
        'demandNow',
        'demandPredicted',
        'predictedFor',
        'growth',
        'peakDemand',
        'peakTimes',
        'demandDrivers',
      ],
    },
    {
      title: 'How good',
      fields: ['performanceTarget', 'warningThreshold', 'exceptionThreshold'],
    },
    {
      title: 'Where it comes from',
      fields: ['source', 'sourceReference', 'owner', 'agreedWith'],
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
      'resourceKind',
      'metric',
      'demandNow',
      'demandPredicted',
      'nextReviewAt',
    ],
  },
});
