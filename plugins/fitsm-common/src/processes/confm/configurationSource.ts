import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who connect it and keep it connected. */
const workers = [
  'assignee',
  'assignedGroup',
  'owner',
  'entityOwner',
  'process:staff',
  'process:manager',
] as const;

/** A place where configuration information is kept already. @public */
export const configurationSource = defineRecordType({
  name: 'configurationSource',
  idPrefix: 'CSO',
  label: { one: 'Configuration source', many: 'Configuration sources' },
  description:
    'A system or list that knows configuration items, and how the CMDB learns from it.',
  evidenceFor: ['PR11.S3'],
  fields: {
    description: field.markdown({
      label: 'Description',
      help: 'What the system is, and who keeps it.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        catalog: 'Software catalog',
        repository: 'Code repository',
        cloud: 'Cloud provider',
        orchestrator: 'Cluster or virtualisation',
        discovery: 'Discovery',
        monitoring: 'Monitoring',
        assetRegister: 'Asset register',
        directory: 'Directory of people and accounts',
        supplier: 'Supplier or partner',
        spreadsheet: 'Spreadsheet or document',
        other: 'Other',
      },
      column: 'category',
    }),
    system: field.entity({
      label: 'In the catalog',
      help: 'The system itself, where the catalog has it.',
      kinds: ['Component', 'System', 'API', 'Resource'],
    }),
    address: field.url({ label: 'Address' }),
    holds: field.markdown({
      label: 'What it holds',
      help: 'Which items, attributes and relationships.',
    }),
    decides: field.markdown({
      label: 'What it decides',
      help: 'The attributes in which it is right when another source differs.',
      max: 5_000,
    }),
    itemCount: field.number({
      label: 'Number of items',
      min: 0,
      integer: true,
    }),
    quality: field.choice({
      label: 'Quality',
      options: {
        good: 'Good: complete and current',
        fair: 'Fair: with known gaps',
        poor: 'Poor: not to be relied on',
        unknown: 'Unknown',
      },
      default: 'unknown',
    }),
    gaps: field.markdown({
      label: 'What is missing',
      help: 'And how it is filled.',
    }),
    interface: field.choice({
      label: 'Interface',
      options: {
        provider: 'Provider of the catalog',
        api: 'Interface that is called',
        push: 'Messages that it sends',
        file: 'File',
        manual: 'By hand',
        none: 'None',
      },
    }),
    interfaceNote: field.markdown({
      label: 'How it is connected',
      help: 'Module, query, account and format; no passwords.',
      max: 5_000,
    }),
    matchingRule: field.text({
      label: 'How items are matched',
      help: 'By which values an item here is known to be one in the CMDB.',
      max: 1_000,
    }),
    frequency: field.choice({
      label: 'Frequency',
      options: {
        continuous: 'All the time',
        hourly: 'Every hour',
        daily: 'Every day',
        weekly: 'Every week',
        monthly: 'Every month',
        onDemand: 'When asked for',
      },
    }),
    contact: field.person({
      label: 'Contact',
      help: 'Who keeps the source.',
      kinds: ['User', 'Group'],
      default: { ownerOf: 'system' },
    }),
    assignedGroup: field.person({
      label: 'Assigned group',
      help: 'Who connects it.',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    assignee: field.person({ label: 'Assignee', column: 'assignee' }),
    integrationPlan: field.markdown({
      label: 'Integration plan',
      help: 'What is taken over, in which steps, and what stays there.',
    }),
    integrateBy: field.dateTime({
      label: 'Integrated by',
      column: 'endsAt',
      remind: true,
    }),
    integratedAt: field.dateTime({
      label: 'Integrated',
      column: 'startsAt',
      lateOnly: true,
    }),
    lastReadAt: field.dateTime({ label: 'Last read', lateOnly: true }),
    ...reviewFields,
  },
  owner: {
    label: 'Source owner',
    default: [{ ownerOf: 'system' }, 'creator'],
  },
  relations: {
    feeds: {
      label: 'Feeds',
      to: ['ciType'],
      inverse: { name: 'configurationSources', label: 'Configuration sources' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'identified',
    states: {
      identified: { label: 'Identified', category: 'open' },
      planned: { label: 'Integration planned', category: 'open' },
      integrated: { label: 'Integrated', category: 'waiting', published: true },
      interrupted: {
        label: 'Interrupted',
        category: 'open',
        published: true,
      },
      dropped: { label: 'Dropped', category: 'closed', locked: true },
    },
    transitions: {
      plan: {
        label: 'Plan the integration',
        from: ['identified'],
        to: 'planned',
        by: workers,
        needs: ['holds', 'integrationPlan', 'integrateBy'],
        offers: ['gaps', 'interface', 'matchingRule', 'assignee'],
        evidenceFor: ['PR11.S4'],
        notify: ['owner', 'contact', 'assignee'],
        primary: true,
      },
      integrate: {
        label: 'Is integrated',
        from: ['planned', 'identified'],
        to: 'integrated',
        by: workers,
        needs: ['holds', 'interface', 'frequency'],
        offers: ['quality', 'itemCount', 'matchingRule', 'integratedAt'],
        stamps: ['integratedAt'],
        evidenceFor: ['PR11.S4', 'PR11.I1'],
        notify: ['owner', 'contact'],
        primary: true,
      },
      reportInterruption: {
        label: 'Report that it delivers nothing',
        from: ['integrated'],
        to: 'interrupted',
        by: ['anyone'],
        reason: 'required',
        notify: ['owner', 'contact', 'assignee', 'assignedGroup'],
      },
      restore: {
        label: 'It delivers again',
        from: ['interrupted'],
        to: 'integrated',
        by: workers,
        offers: ['interfaceNote', 'quality', 'lastReadAt'],
        reason: 'optional',
        notify: ['owner', 'contact'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['integrated'],
        to: 'integrated',
        by: workers,
        needs: ['reviewOutcome'],
        offers: [
          'reviewNote',
          'reviewInterval',
          'nextReviewAt',
          'quality',
          'gaps',
        ],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR11.I1'],
        notify: ['owner'],
        primary: true,
      },
      planAgain: {
        label: 'Plan it anew',
        from: ['integrated', 'interrupted', 'dropped'],
        to: 'identified',
        by: ['owner', 'process:staff', 'process:manager'],
        clears: ['integratedAt'],
        reason: 'required',
        notify: ['owner', 'contact'],
      },
      drop: {
        label: 'Drop',
        from: ['identified', 'planned', 'integrated', 'interrupted'],
        to: 'dropped',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['owner', 'contact', 'assignee'],
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['integrated'],
    interval: 'reviewInterval',
    everyDays: 180,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'system', 'address'],
    },
    {
      title: 'What it knows',
      fields: ['holds', 'decides', 'itemCount', 'quality', 'gaps'],
    },
    {
      title: 'Connection',
      fields: ['interface', 'interfaceNote', 'matchingRule', 'frequency'],
    },
    {
      title: 'Who',
      fields: ['owner', 'contact', 'assignedGroup', 'assignee'],
    },
    {
      title: 'Integration',
      fields: ['integrationPlan', 'integrateBy', 'integratedAt', 'lastReadAt'],
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
      'quality',
      'frequency',
      'lastReadAt',
      'owner',
    ],
  },
});
