import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** A review of the known error database: whether its entries still hold. @public */
export const knownErrorReview = defineRecordType({
  name: 'knownErrorReview',
  idPrefix: 'KRV',
  label: { one: 'Known error review', many: 'Known error reviews' },
  description:
    'A look through the known errors: which still hold, which are to be changed or retired, and which are missing.',
  evidenceFor: [],
  fields: {
    scope: field.markdown({
      label: 'Scope',
      help: 'Which known errors are looked at.',
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
    dueAt: field.dateTime({ label: 'To be held by', column: 'dueAt' }),
    participants: field.person({
      label: 'Participants',
      kinds: ['User', 'Group'],
      many: true,
    }),
    heldAt: field.dateTime({ label: 'Held', lateOnly: true }),
    reviewed: field.rows({
      label: 'Known errors reviewed',
      columns: {
        knownError: field.text({
          label: 'Known error',
          required: true,
        }),
        result: field.choice({
          label: 'Result',
          options: {
            kept: 'Fits as it is',
            changed: 'Was updated',
            needsChange: 'Needs an update',
            retire: 'To be retired',
          },
        }),
        note: field.text({ label: 'Note', max: 500 }),
      },
      max: 500,
    }),
    missing: field.markdown({
      label: 'What is missing',
      help: 'Incidents or problems for which there should be a known error.',
    }),
    use: field.markdown({
      label: 'Use',
      help: 'How far known errors helped to resolve incidents in the period.',
    }),
    outcome: field.markdown({
      label: 'Outcome',
      help: 'What the review comes to; what is to be done becomes follow-up actions.',
    }),
  },
  owner: { label: 'Review owner', default: ['creator'] },
  relations: {
    reviews: {
      label: 'Reviews',
      to: ['knownError'],
      inverse: { name: 'reviews', label: 'Reviews' },
      many: true,
      evidenceFor: ['PR10.O3d'],
    },
    follows: {
      label: 'Follows',
      to: ['knownErrorReview'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next review',
        carries: {
          title: 'title',
          scope: 'scope',
          affected: 'affected',
          participants: 'participants',
          periodStart: 'periodEnd',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      held: { label: 'Held', category: 'open' },
      closed: { label: 'Closed', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      hold: {
        label: 'Record the review',
        from: ['planned'],
        to: 'held',
        by: ['owner', 'participants', 'process:staff', 'process:manager'],
        needs: ['scope', 'reviewed', 'outcome'],
        offers: ['missing', 'use', 'heldAt'],
        stamps: ['heldAt'],
        evidenceFor: ['PR10.O3d'],
        notify: ['owner', 'participants'],
        primary: true,
      },
      close: {
        label: 'Close, all is done',
        from: ['held'],
        to: 'closed',
        by: ['owner', 'process:manager'],
        reason: 'optional',
        evidenceFor: ['PR10.R1'],
        notify: ['participants'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['participants'],
      },
    },
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'scope', 'affected', 'periodStart', 'periodEnd'],
    },
    {
      title: 'Who and when',
      fields: ['owner', 'participants', 'dueAt', 'heldAt'],
    },
    {
      title: 'Findings',
      fields: ['reviewed', 'missing', 'use', 'outcome'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'periodStart',
      'periodEnd',
      'owner',
      'dueAt',
    ],
  },
});
