import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { stepColumns } from '../../engine/steps';

const builtFrom = ['Component', 'System', 'API', 'Resource'] as const;

/** Those who write the package and carry it out. */
const planners = ['coordinator', 'owner', 'process:manager'] as const;

/** What is filled in while the plans are carried out. */
const progress = ['timescales', 'tasks', 'acceptanceCriteria'] as const;

/** The plans for one new service, or one major change of it. @public */
export const serviceDesignPackage = defineRecordType({
  name: 'serviceDesignPackage',
  idPrefix: 'SDTP',
  label: {
    one: 'Service design and transition package',
    many: 'Service design and transition packages',
  },
  description:
    'All plans for the design and transition of one new service or one major change: what is built, by whom, until when, and when it is good enough.',
  evidenceFor: ['PR1.R3'],
  fields: {
    description: field.markdown({
      label: 'Overview',
      help: 'What is designed, and why.',
      required: true,
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        newService: 'New service',
        majorChange: 'Major change of a service',
        retirement: 'End of a service',
      },
      default: 'newService',
      column: 'category',
    }),
    version: field.text({ label: 'Version', max: 40 }),
    potentialCustomers: field.text({
      label: 'Potential customers',
      max: 1_000,
    }),
    requirements: field.rows({
      label: 'Requirements',
      columns: {
        requirement: field.text({
          label: 'Requirement',
          required: true,
          max: 1_000,
        }),
        source: field.text({ label: 'Comes from' }),
        importance: field.choice({
          label: 'Importance',
          options: { must: 'Must', should: 'Should', could: 'Could' },
        }),
      },
    }),
    serviceArchitecture: field.markdown({
      label: 'Service architecture',
      help: 'The parts of the service and how they play together.',
    }),
    coreComponents: field.entity({
      label: 'Core components',
      kinds: builtFrom,
      many: true,
    }),
    enablingComponents: field.entity({
      label: 'Enabling components',
      kinds: builtFrom,
      many: true,
    }),
    enhancingComponents: field.entity({
      label: 'Enhancing components',
      kinds: builtFrom,
      many: true,
    }),
    integration: field.markdown({
      label: 'Integration and dependencies',
      help: 'Other services and parties that it needs.',
    }),
    technology: field.markdown({
      label: 'Technology',
      help: 'The technical architecture: platforms, software, data, interfaces.',
    }),
    operation: field.markdown({
      label: 'Operation',
      help: 'How it will be run: support, monitoring, security, capacity, continuity.',
    }),
    agreementsNeeded: field.markdown({
      label: 'Agreements needed',
      help: 'Service levels for customers, and those of the parties behind them.',
    }),
    resources: field.markdown({ label: 'Resources and budget' }),
    risks: field.markdown({ label: 'Risks' }),
    timescales: field.rows({
      label: 'Timescales',
      columns: {
        milestone: field.text({ label: 'Milestone', required: true }),
        dueOn: field.date({ label: 'Due' }),
        reachedOn: field.date({ label: 'Reached' }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    responsibilities: field.rows({
      label: 'Responsibilities',
      columns: {
        responsibility: field.text({
          label: 'Responsible for',
          required: true,
          max: 500,
        }),
        person: field.person({ label: 'Who', kinds: ['User', 'Group'] }),
        party: field.text({ label: 'Party' }),
      },
    }),
    communication: field.rows({
      label: 'Communication and training',
      columns: {
        message: field.text({
          label: 'What',
          required: true,
          max: 500,
        }),
        audience: field.text({ label: 'To whom' }),
        channel: field.text({ label: 'How' }),
        dueOn: field.date({ label: 'When' }),
      },
    }),
    acceptanceCriteria: field.rows({
      label: 'Acceptance criteria',
      help: 'What must be true before customers get it.',
      columns: {
        criterion: field.text({
          label: 'Criterion',
          required: true,
          max: 1_000,
        }),
        verification: field.text({ label: 'How it is checked', max: 500 }),
        met: field.boolean({ label: 'Met' }),
        note: field.text({ label: 'Result', max: 500 }),
      },
    }),
    deploymentPlan: field.markdown({ label: 'Deployment plan' }),
    fallback: field.markdown({
      label: 'If it fails',
      help: 'How to go back, and who decides on it.',
    }),
    tasks: field.rows({ label: 'Tasks', columns: stepColumns }),
    documents: field.rows({
      label: 'Documents',
      columns: {
        name: field.text({ label: 'Name', required: true }),
        url: field.url({ label: 'Address', required: true }),
      },
    }),
    coordinator: field.person({
      label: 'Coordinator',
      help: 'Who leads the work.',
      column: 'assignee',
    }),
    team: field.person({
      label: 'Team',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    approvers: field.person({
      label: 'Approvers',
      kinds: ['User', 'Group'],
      many: true,
    }),
    startAt: field.dateTime({ label: 'Start', column: 'startsAt' }),
    liveBy: field.dateTime({ label: 'Live by', column: 'dueAt' }),
    approvedAt: field.dateTime({ label: 'Approved', lateOnly: true }),
    result: field.markdown({
      label: 'Result',
      help: 'What went live, what deviated from the plans, what was learned.',
      lateOnly: true,
    }),
    completedAt: field.dateTime({
      label: 'Completed',
      column: 'endsAt',
      lateOnly: true,
    }),
  },
  owner: {
    label: 'Package owner',
    default: ['creator'],
  },
  relations: {
    designs: {
      label: 'Designs',
      to: ['service'],
      inverse: { name: 'designPackages', label: 'Design packages' },
      raise: {
        label: 'Plan design and transition',
        carries: {
          title: 'title',
          description: 'description',
          potentialCustomers: 'targetCustomers',
          coreComponents: 'coreComponents',
          enablingComponents: 'enablingComponents',
          enhancingComponents: 'enhancingComponents',
          integration: 'dependencies',
          risks: 'risks',
          team: 'deliveredBy',
        },
      },
    },
    followsFrom: {
      label: 'Follows from',
      to: ['serviceProposal'],
      inverse: { name: 'designPackages', label: 'Design packages' },
      raise: {
        label: 'Plan design and transition',
        carries: {
          title: 'title',
          description: 'description',
          kind: 'kind',
          potentialCustomers: 'potentialCustomers',
          resources: 'resourcesNeeded',
          risks: 'risks',
        },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      inApproval: { label: 'In approval', category: 'waiting' },
      approved: { label: 'Approved', category: 'open', locked: true },
      inTransition: { label: 'In transition', category: 'open', locked: true },
      completed: { label: 'Completed', category: 'closed', locked: true },
      abandoned: { label: 'Abandoned', category: 'closed', locked: true },
    },
    transitions: {
      sendForApproval: {
        label: 'Send for approval',
        from: ['draft'],
        to: 'inApproval',
        by: planners,
        needs: [
          'timescales',
          'responsibilities',
          'technology',
          'communication',
          'acceptanceCriteria',
          'deploymentPlan',
          'approvers',
        ],
        offers: ['version', 'liveBy'],
        notify: ['approvers'],
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
        to: 'approved',
        by: [],
        stamps: ['approvedAt'],
        evidenceFor: ['PR1.O2a', 'PR1.R3'],
        notify: ['owner', 'coordinator'],
      },
      refuse: {
        label: 'Refuse',
        from: ['inApproval'],
        to: 'draft',
        by: [],
        notify: ['owner', 'coordinator'],
      },
      startTransition: {
        label: 'Start transition',
        from: ['approved'],
        to: 'inTransition',
        by: planners,
        offers: ['startAt'],
        moves: { relation: 'designs', transition: 'startTransition' },
        notify: ['team'],
        primary: true,
      },
      recordProgress: {
        label: 'Record progress',
        from: ['inTransition'],
        to: 'inTransition',
        by: [...planners, 'team'],
        offers: progress,
        reason: 'optional',
      },
      revise: {
        label: 'Revise',
        from: ['approved', 'inTransition'],
        to: 'draft',
        by: planners,
        clears: ['approvedAt'],
        reason: 'required',
        evidenceFor: ['PR1.O2b'],
        notify: ['approvers', 'team'],
      },
      complete: {
        label: 'Complete',
        from: ['inTransition'],
        to: 'completed',
        by: planners,
        needs: ['acceptanceCriteria', 'result'],
        offers: ['timescales', 'tasks'],
        stamps: ['completedAt'],
        moves: { relation: 'designs', transition: 'goLive' },
        notify: ['approvers', 'team'],
        primary: true,
      },
      abandon: {
        label: 'Abandon',
        from: ['draft', 'approved', 'inTransition'],
        to: 'abandoned',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['coordinator', 'team', 'approvers'],
      },
      takeUpAgain: {
        label: 'Take up again',
        from: ['abandoned'],
        to: 'draft',
        by: ['owner', 'process:manager'],
        clears: ['approvedAt'],
        reason: 'required',
        notify: ['coordinator'],
      },
    },
  },
  approvals: {
    plans: {
      label: 'Approval of the plans',
      state: 'inApproval',
      by: ['approvers'],
      apartFrom: ['coordinator'],
      rule: 'all',
      withinDays: 14,
      approves: 'approve',
      refuses: 'refuse',
    },
  },
  steps: { field: 'tasks', before: ['complete'] },
  form: [
    {
      title: 'Concept',
      fields: [
        'title',
        'description',
        'kind',
        'version',
        'potentialCustomers',
        'requirements',
      ],
    },
    {
      title: 'Who',
      fields: ['owner', 'coordinator', 'team', 'approvers', 'responsibilities'],
    },
    {
      title: 'Design of the service',
      fields: [
        'serviceArchitecture',
        'coreComponents',
        'enablingComponents',
        'enhancingComponents',
        'integration',
        'agreementsNeeded',
      ],
    },
    {
      title: 'Technology and operation',
      fields: ['technology', 'operation', 'resources', 'risks'],
    },
    {
      title: 'Timescales',
      fields: ['startAt', 'liveBy', 'timescales', 'communication'],
    },
    {
      title: 'Acceptance and deployment',
      fields: [
        'acceptanceCriteria',
        'deploymentPlan',
        'fallback',
        'tasks',
        'documents',
      ],
    },
    {
      title: 'How it ended',
      fields: ['approvedAt', 'result', 'completedAt'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'coordinator',
      'team',
      'owner',
      'liveBy',
    ],
  },
});
