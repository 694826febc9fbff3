import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { securityCategories } from './securityCategories';

/** Those who judge it. */
const workers = [
  'assignee',
  'assignedGroup',
  'owner',
  'process:staff',
  'process:manager',
] as const;

/** A sign that security may have been breached. @public */
export const securityEvent = defineRecordType({
  name: 'securityEvent',
  idPrefix: 'SEV',
  label: { one: 'Security event', many: 'Security events' },
  description:
    'Something seen that may mean a breach of security, until it is judged.',
  evidenceFor: ['PR6.R5'],
  fields: {
    description: field.markdown({
      label: 'What was seen?',
      help: 'Facts first: what, where, since when.',
    }),
    source: field.choice({
      label: 'Source',
      options: {
        monitoring: 'Monitoring',
        staff: 'Staff',
        user: 'User',
        customer: 'Customer',
        supplier: 'Supplier',
        warningService: 'Warning service',
        scan: 'Scan or test',
        logReview: 'Review of logs',
        import: 'Import',
        other: 'Other',
      },
      default: 'staff',
    }),
    reporter: field.person({
      label: 'Reporter',
      help: 'Who noticed it; they are told how it goes on.',
      default: 'creator',
    }),
    occurredAt: field.dateTime({
      label: 'Occurred',
      help: 'When it began, so far as that is known.',
      column: 'startsAt',
    }),
    detectedAt: field.dateTime({ label: 'Detected', default: 'now' }),
    affected: field.entity({
      label: 'Affected',
      help: 'The services and configuration items on which it was seen.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    category: field.choice({
      label: 'Category',
      options: securityCategories,
      column: 'category',
    }),
    severity: field.choice({
      label: 'Severity',
      help: 'If it is what it looks like.',
      options: {
        critical: 'Critical: harm is being done',
        high: 'High: harm is near',
        medium: 'Medium: harm is possible',
        low: 'Low: to be noted',
      },
    }),
    indicators: field.markdown({
      label: 'Traces',
      help: 'Addresses, accounts, file hashes, lines of logs.',
    }),
    evidence: field.url({
      label: 'Evidence',
      help: 'Where logs or files are kept safe.',
    }),
    immediateActions: field.markdown({
      label: 'Done at once',
      help: 'What was switched off, locked or saved, and by whom.',
      max: 5_000,
    }),
    assignedGroup: field.person({
      label: 'Assigned group',
      kinds: ['Group'],
      column: 'assignedGroup',
    }),
    assignee: field.person({
      label: 'Assignee',
      help: 'The person who judges it.',
      column: 'assignee',
    }),
    assessBy: field.dateTime({
      label: 'Judged by',
      help: 'When it must be clear what it is.',
      column: 'dueAt',
    }),
    assessment: field.choice({
      label: 'Assessment',
      options: {
        falseAlarm: 'False alarm',
        event: 'Event without harm',
        incident: 'Security incident',
      },
      lateOnly: true,
    }),
    assessmentNote: field.markdown({
      label: 'Reasons for the assessment',
      lateOnly: true,
      max: 5_000,
    }),
    assessedAt: field.dateTime({ label: 'Assessed', lateOnly: true }),
    externalReference: field.text({
      label: 'Reference elsewhere',
      help: 'The number of the alert, or of a case at another party.',
    }),
  },
  owner: {
    label: 'Owner',
    default: ['creator'],
  },
  relations: {
    concerns: {
      label: 'Concerns',
      to: ['informationAsset'],
      inverse: { name: 'securityEvents', label: 'Security events' },
      many: true,
    },
    duplicateOf: {
      label: 'Duplicate of',
      to: ['securityEvent'],
      inverse: { name: 'duplicates', label: 'Duplicates' },
    },
  },
  lifecycle: {
    initial: 'recorded',
    states: {
      recorded: { label: 'Recorded', category: 'open' },
      classified: { label: 'Classified', category: 'open' },
      escalated: { label: 'Handled as an incident', category: 'waiting' },
      closed: { label: 'Closed', category: 'closed', locked: true },
    },
    transitions: {
      classify: {
        label: 'Classify',
        from: ['recorded'],
        to: 'classified',
        by: workers,
        needs: ['category', 'severity', 'assessment'],
        offers: ['assessmentNote', 'assignee', 'assessedAt'],
        stamps: ['assessedAt'],
        evidenceFor: ['PR6.O5a'],
        notify: ['reporter', 'owner'],
        primary: true,
      },
      escalate: {
        label: 'Escalate to an incident',
        from: ['recorded', 'classified'],
        to: 'escalated',
        by: workers,
        needs: ['category', 'severity', 'assessment'],
        offers: ['assessmentNote', 'assessedAt'],
        stamps: ['assessedAt'],
        reason: 'optional',
        evidenceFor: ['PR6.O5a'],
        notify: ['reporter', 'owner', 'assignee'],
      },
      takeBack: {
        label: 'Is no incident after all',
        from: ['escalated'],
        to: 'recorded',
        by: workers,
        clears: ['assessment', 'assessedAt'],
        reason: 'optional',
        notify: ['owner', 'assignee'],
      },
      close: {
        label: 'Close',
        from: ['classified', 'escalated'],
        to: 'closed',
        by: workers,
        needs: ['assessment'],
        offers: ['assessmentNote'],
        reason: 'optional',
        evidenceFor: ['PR6.R5'],
        notify: ['reporter'],
        primary: true,
      },
      reopen: {
        label: 'Reopen',
        from: ['closed'],
        to: 'recorded',
        by: [...workers, 'reporter'],
        clears: ['assessment', 'assessedAt'],
        reason: 'required',
        notify: ['owner', 'assignee'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    { title: 'What', fields: ['title', 'description', 'affected'] },
    {
      title: 'Classification',
      fields: ['category', 'severity'],
    },
    {
      title: 'When and how it came',
      fields: ['source', 'occurredAt', 'detectedAt', 'externalReference'],
    },
    {
      title: 'Traces',
      fields: ['indicators', 'evidence', 'immediateActions'],
    },
    {
      title: 'Who',
      fields: ['reporter', 'assignedGroup', 'assignee', 'assessBy', 'owner'],
    },
    {
      title: 'What it was',
      fields: ['assessment', 'assessmentNote', 'assessedAt'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'severity',
      'category',
      'source',
      'assignee',
      'detectedAt',
    ],
  },
});
