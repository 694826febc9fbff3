import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** The look back at a major incident: what happened, why, and what follows. @public */
export const majorIncidentReview = defineRecordType({
  name: 'majorIncidentReview',
  idPrefix: 'MIR',
  label: { one: 'Major incident review', many: 'Major incident reviews' },
  description:
    'The look back at a major incident: what happened, why, how it was handled and what follows from it.',
  evidenceFor: [],
  fields: {
    description: field.markdown({
      label: 'Summary',
      help: 'What happened, in a few sentences for those who were not there.',
    }),
    affected: field.entity({
      label: 'Affected',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        outage: 'Outage',
        degradation: 'Loss of quality',
        dataLoss: 'Lost or wrong data',
        security: 'Security',
        other: 'Other',
      },
      column: 'category',
    }),
    startedAt: field.dateTime({ label: 'Began', column: 'startsAt' }),
    declaredAt: field.dateTime({
      label: 'Declared',
      help: 'When it was called a major incident.',
    }),
    endedAt: field.dateTime({ label: 'Ended', column: 'endsAt' }),
    coordinator: field.person({
      label: 'Major incident coordinator',
      help: 'Who led the work while it lasted.',
    }),
    dueAt: field.dateTime({ label: 'To be held by', column: 'dueAt' }),
    participants: field.person({
      label: 'Participants',
      kinds: ['User', 'Group'],
      many: true,
    }),
    heldAt: field.dateTime({ label: 'Held', lateOnly: true }),
    timeline: field.rows({
      label: 'Timeline',
      columns: {
        at: field.dateTime({ label: 'When', required: true }),
        what: field.text({ label: 'What happened', required: true, max: 500 }),
        who: field.person({ label: 'Who', kinds: ['User', 'Group'] }),
      },
    }),
    impact: field.markdown({
      label: 'Impact',
      help: 'Which customers and users could not do what, for how long.',
    }),
    missedTargets: field.markdown({
      label: 'Targets missed',
      help: 'What was agreed with customers and not kept.',
    }),
    detection: field.markdown({
      label: 'Detection',
      help: 'How it was noticed, and how it could have been sooner.',
    }),
    cause: field.markdown({
      label: 'Cause',
      help: 'What led to it; where that is not known yet, raise a problem.',
    }),
    recovery: field.markdown({
      label: 'Recovery',
      help: 'What brought the service back.',
    }),
    communication: field.rows({
      label: 'Communication sent',
      columns: {
        at: field.dateTime({ label: 'When' }),
        audience: field.text({ label: 'To whom', required: true }),
        channel: field.text({ label: 'How' }),
        message: field.text({ label: 'What', max: 500 }),
      },
    }),
    wentWell: field.markdown({ label: 'What went well' }),
    wentBadly: field.markdown({ label: 'What went badly' }),
    conclusions: field.markdown({
      label: 'Conclusions',
      help: 'What should be different next time; what is to be done becomes follow-up actions.',
    }),
  },
  owner: {
    label: 'Review owner',
    default: ['creator'],
  },
  relations: {
    reviews: {
      label: 'Reviews',
      to: ['incident'],
      inverse: { name: 'reviewedIn', label: 'Reviewed in' },
      many: true,
      raise: {
        label: 'Review as a major incident',
        carries: {
          title: 'title',
          description: 'description',
          affected: 'affected',
          startedAt: 'occurredAt',
          endedAt: 'resolvedAt',
          recovery: 'resolution',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      held: { label: 'Held', category: 'open' },
      agreed: {
        label: 'Agreed',
        category: 'open',
        locked: true,
        published: true,
      },
      closed: {
        label: 'Closed',
        category: 'closed',
        locked: true,
        published: true,
      },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      hold: {
        label: 'Record the review',
        from: ['planned'],
        to: 'held',
        by: ['coordinator', 'owner', 'process:staff', 'process:manager'],
        needs: ['participants', 'timeline', 'impact', 'cause'],
        offers: ['wentWell', 'wentBadly', 'heldAt'],
        stamps: ['heldAt'],
        evidenceFor: ['PR9.O1g'],
        notify: ['owner', 'participants'],
        primary: true,
      },
      agree: {
        label: 'Agree to the report',
        from: ['held'],
        to: 'agreed',
        by: ['process:manager', 'process:owner'],
        needs: ['description', 'wentWell', 'wentBadly', 'conclusions'],
        reason: 'optional',
        evidenceFor: ['PR9.R3'],
        notify: ['owner', 'coordinator', 'participants'],
        primary: true,
      },
      workOver: {
        label: 'Work over the report',
        from: ['agreed'],
        to: 'held',
        by: ['owner', 'process:manager', 'process:owner'],
        reason: 'required',
        notify: ['owner', 'coordinator'],
      },
      close: {
        label: 'Close',
        from: ['agreed'],
        to: 'closed',
        by: ['owner', 'process:manager'],
        reason: 'optional',
        notify: ['participants'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['coordinator', 'participants'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'affected'],
    },
    { title: 'When', fields: ['startedAt', 'declaredAt', 'endedAt'] },
    {
      title: 'The review',
      fields: ['owner', 'coordinator', 'participants', 'dueAt', 'heldAt'],
    },
    {
      title: 'What happened',
      fields: [
        'timeline',
        'impact',
        'missedTargets',
        'detection',
        'cause',
        'recovery',
        'communication',
      ],
    },
    {
      title: 'What we learned',
      fields: ['wentWell', 'wentBadly', 'conclusions'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'affected',
      'coordinator',
      'startedAt',
      'dueAt',
    ],
  },
});
