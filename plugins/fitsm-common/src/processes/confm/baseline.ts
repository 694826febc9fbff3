import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** Those who take it. */
const workers = [
  'assignee',
  'owner',
  'entityOwner',
  'process:staff',
  'process:manager',
] as const;

/** The configuration of some items as it was at one instant. @public */
export const baseline = defineRecordType({
  name: 'baseline',
  idPrefix: 'BSL',
  label: { one: 'Baseline', many: 'Baselines' },
  description:
    'The recorded state of configuration items at one instant, to compare with or go back to.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'Reason',
      help: 'What it is taken for, and what it leaves out.',
    }),
    occasion: field.choice({
      label: 'Occasion',
      options: {
        beforeRelease: 'Before a release',
        afterRelease: 'After a release',
        beforeChange: 'Before a change',
        goodState: 'State that is known to work',
        planned: 'At a planned interval',
        audit: 'For an audit',
        other: 'Other',
      },
      column: 'category',
    }),
    scope: field.entity({
      label: 'Scope',
      help: 'The services and configuration items that it covers.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    environment: field.choice({
      label: 'Environment',
      options: {
        production: 'Production',
        staging: 'Staging',
        test: 'Test',
        development: 'Development',
        all: 'All',
      },
    }),
    method: field.choice({
      label: 'Taken',
      options: {
        automated: 'By a tool',
        manual: 'By hand',
      },
    }),
    assignee: field.person({
      label: 'Taken by',
      default: 'creator',
      column: 'assignee',
    }),
    takeBy: field.dateTime({
      label: 'Take by',
      help: 'Before the release or the change begins.',
      column: 'dueAt',
    }),
    takenAt: field.dateTime({
      label: 'State as of',
      help: 'Left empty, the moment of freezing.',
      column: 'startsAt',
    }),
    content: field.rows({
      label: 'Content',
      columns: {
        item: field.text({ label: 'Item', required: true, max: 500 }),
        version: field.text({ label: 'Version' }),
        state: field.text({ label: 'State' }),
        attributes: field.text({ label: 'Attributes', max: 2_000 }),
        relationships: field.text({ label: 'Relationships', max: 2_000 }),
      },
      max: 500,
    }),
    snapshot: field.url({
      label: 'Full snapshot',
      help: 'Where it is kept: a commit, a tag, an export.',
    }),
    checksum: field.text({
      label: 'Checksum',
      help: 'It proves that the snapshot was not altered.',
    }),
    restoring: field.markdown({
      label: 'How to go back to it',
      max: 5_000,
    }),
    keepUntil: field.date({ label: 'Keep until' }),
    supersededAt: field.dateTime({
      label: 'Superseded',
      column: 'endsAt',
      lateOnly: true,
    }),
  },
  owner: {
    label: 'Baseline owner',
    default: [{ ownerOf: 'scope' }, 'creator'],
  },
  relations: {
    holds: {
      label: 'Holds',
      to: ['configurationItem'],
      inverse: { name: 'baselines', label: 'Baselines' },
      many: true,
    },
    takenBefore: {
      label: 'Taken before',
      to: ['release'],
      inverse: { name: 'baselines', label: 'Baselines' },
      raise: {
        label: 'Take a baseline',
        carries: { scope: 'affected' },
      },
      evidenceFor: ['PR11.R2'],
    },
    replaces: {
      label: 'Replaces',
      to: ['baseline'],
      inverse: { name: 'replacedBy', label: 'Replaced by' },
      raise: {
        label: 'Take the next baseline',
        carries: {
          title: 'title',
          description: 'description',
          occasion: 'occasion',
          scope: 'scope',
          environment: 'environment',
          method: 'method',
          content: 'content',
          restoring: 'restoring',
        },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      frozen: {
        label: 'Frozen',
        category: 'waiting',
        locked: true,
        published: true,
      },
      superseded: { label: 'Superseded', category: 'closed', locked: true },
      discarded: { label: 'Discarded', category: 'closed', locked: true },
    },
    transitions: {
      freeze: {
        label: 'Freeze',
        from: ['draft'],
        to: 'frozen',
        by: workers,
        needs: ['occasion', 'content'],
        offers: ['snapshot', 'checksum', 'takenAt'],
        stamps: ['takenAt'],
        clears: ['takeBy'],
        moves: { relation: 'replaces', transition: 'supersede' },
        evidenceFor: ['PR11.R2'],
        notify: ['owner'],
        primary: true,
      },
      supersede: {
        label: 'Mark as superseded',
        from: ['frozen'],
        to: 'superseded',
        by: ['owner', 'process:staff', 'process:manager'],
        stamps: ['supersededAt'],
        reason: 'optional',
        notify: ['owner'],
      },
      discard: {
        label: 'Discard',
        from: ['draft'],
        to: 'discarded',
        by: workers,
        clears: ['takeBy'],
        reason: 'required',
        notify: ['owner'],
      },
    },
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'occasion', 'scope', 'environment'],
    },
    { title: 'When', fields: ['takeBy', 'takenAt', 'supersededAt'] },
    { title: 'Who and how', fields: ['owner', 'assignee', 'method'] },
    { title: 'Content', fields: ['content', 'snapshot', 'checksum'] },
    { title: 'Use', fields: ['restoring', 'keepUntil'] },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'occasion',
      'scope',
      'environment',
      'takenAt',
      'owner',
    ],
  },
});
