import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** Those who prepare it and write it down. */
const hosts = [
  'owner',
  'participants',
  'process:staff',
  'process:manager',
] as const;

/** A customer and we look together at how the services went. @public */
export const serviceReview = defineRecordType({
  name: 'serviceReview',
  idPrefix: 'SRW',
  label: { one: 'Service review', many: 'Service reviews' },
  description:
    'A customer and we look together at how the services went, and decide what follows.',
  evidenceFor: ['PR7.R2'],
  fields: {
    description: field.markdown({ label: 'Purpose' }),
    kind: field.choice({
      label: 'Kind',
      options: {
        regular: 'At the planned interval',
        extraordinary: 'For a special cause',
        start: 'After the start of a service',
        end: 'At the end of an agreement',
      },
      default: 'regular',
      column: 'category',
    }),
    format: field.choice({
      label: 'Format',
      options: {
        meeting: 'Meeting',
        call: 'Call',
        written: 'In writing',
        onBehalf: 'Without the customer, on their behalf',
      },
      default: 'call',
    }),
    periodFrom: field.date({
      label: 'About the time from',
      help: 'The time that is looked at.',
    }),
    periodTo: field.date({ label: 'About the time to' }),
    plannedFor: field.dateTime({ label: 'Planned for', column: 'dueAt' }),
    heldAt: field.dateTime({
      label: 'Held',
      column: 'startsAt',
      lateOnly: true,
    }),
    place: field.text({ label: 'Place or link', max: 2000 }),
    participants: field.person({
      label: 'Participants on our side',
      many: true,
    }),
    customerParticipants: field.rows({
      label: 'Participants on their side',
      columns: {
        name: field.text({ label: 'Name', required: true }),
        role: field.text({ label: 'Role' }),
        email: field.text({ label: 'E-mail' }),
        cameAlong: field.boolean({ label: 'Took part' }),
      },
    }),
    agenda: field.rows({
      label: 'Agenda',
      columns: {
        topic: field.text({ label: 'Topic', required: true, max: 500 }),
        presenter: field.person({ label: 'Presented by' }),
        minutes: field.number({ label: 'Minutes', min: 0, integer: true }),
        notes: field.markdown({ label: 'Notes' }),
      },
    }),
    serviceLevelResults: field.rows({
      label: 'Results against the SLAs',
      columns: {
        service: field.text({ label: 'Service', required: true }),
        target: field.text({ label: 'Service target' }),
        agreed: field.text({ label: 'Agreed' }),
        achieved: field.text({ label: 'Achieved' }),
        met: field.choice({
          label: 'Met',
          options: { yes: 'Yes', no: 'No', notMeasured: 'Not measured' },
        }),
        note: field.text({ label: 'Note', max: 500 }),
      },
      max: 300,
    }),
    previousDecisions: field.rows({
      label: 'What became of earlier decisions',
      columns: {
        decision: field.text({ label: 'Decision', required: true, max: 500 }),
        state: field.choice({
          label: 'State',
          options: { open: 'Open', done: 'Done', dropped: 'Dropped' },
        }),
        note: field.text({ label: 'Note', max: 500 }),
      },
    }),
    events: field.markdown({
      label: 'What happened',
      help: 'Major incidents, outages, violations of agreements, complaints.',
    }),
    changesAhead: field.markdown({
      label: 'What lies ahead',
      help: 'Changes, releases and new services that they will notice.',
    }),
    customerFeedback: field.markdown({
      label: 'What the customer says',
      lateOnly: true,
    }),
    satisfaction: field.number({
      label: 'Satisfaction',
      help: 'From 1, very discontent, to 5, very content.',
      min: 1,
      max: 5,
      lateOnly: true,
    }),
    demands: field.markdown({
      label: 'New demands and requirements',
      help: 'What they will need, and changes that their agreements need.',
      lateOnly: true,
    }),
    decisions: field.rows({
      label: 'Decisions',
      columns: {
        decision: field.text({ label: 'Decision', required: true, max: 1000 }),
        responsible: field.person({
          label: 'Responsible',
          kinds: ['User', 'Group'],
        }),
        onTheirSide: field.text({ label: 'Responsible on their side' }),
        due: field.date({ label: 'Due' }),
      },
      lateOnly: true,
    }),
    minutes: field.markdown({ label: 'Minutes', lateOnly: true }),
    minutesLink: field.url({
      label: 'Report elsewhere',
      help: 'Slides or minutes that are kept in another place.',
    }),
    customerAgreement: field.choice({
      label: 'The customer and the minutes',
      options: {
        agrees: 'Agrees',
        objects: 'Objects in part',
        noReply: 'No reply',
      },
      lateOnly: true,
    }),
    nextReviewOn: field.date({ label: 'Next service review', lateOnly: true }),
  },
  owner: { label: 'Account manager', default: ['creator'] },
  relations: {
    heldWith: {
      label: 'Held with',
      to: ['customer'],
      inverse: { name: 'serviceReviews', label: 'Service reviews' },
      many: true,
      raise: { label: 'Plan a service review' },
    },
    about: {
      label: 'About',
      to: ['service'],
      inverse: { name: 'serviceReviews', label: 'Service reviews' },
      many: true,
    },
    follows: {
      label: 'Follows',
      to: ['serviceReview'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan the next service review',
        carries: {
          title: 'title',
          description: 'description',
          format: 'format',
          place: 'place',
          participants: 'participants',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      prepared: { label: 'Prepared', category: 'waiting' },
      held: { label: 'Held', category: 'open' },
      recorded: { label: 'Recorded', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      prepare: {
        label: 'Is prepared',
        from: ['planned'],
        to: 'prepared',
        by: hosts,
        needs: ['plannedFor', 'agenda'],
        offers: [
          'participants',
          'customerParticipants',
          'serviceLevelResults',
          'previousDecisions',
          'events',
        ],
        notify: ['participants', 'owner'],
        evidenceFor: ['PR7.O4a'],
        primary: true,
      },
      postpone: {
        label: 'Postpone',
        from: ['planned', 'prepared'],
        to: 'planned',
        by: hosts,
        needs: ['plannedFor'],
        reason: 'required',
        notify: ['participants', 'owner'],
      },
      hold: {
        label: 'Was held',
        from: ['planned', 'prepared'],
        to: 'held',
        by: hosts,
        needs: ['serviceLevelResults'],
        offers: ['heldAt', 'customerParticipants'],
        stamps: ['heldAt'],
        evidenceFor: ['PR7.I4'],
        primary: true,
      },
      record: {
        label: 'Put the report on record',
        from: ['held'],
        to: 'recorded',
        by: hosts,
        needs: ['customerFeedback', 'minutes'],
        offers: [
          'satisfaction',
          'demands',
          'decisions',
          'customerAgreement',
          'nextReviewOn',
        ],
        notify: ['participants', 'owner'],
        evidenceFor: ['PR7.I3', 'PR7.O4b'],
        primary: true,
      },
      correct: {
        label: 'Correct the report',
        from: ['recorded'],
        to: 'held',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['participants'],
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'prepared'],
        to: 'cancelled',
        by: ['owner', 'process:manager'],
        reason: 'required',
        notify: ['participants', 'owner'],
      },
    },
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    {
      title: 'What',
      fields: ['title', 'description', 'kind', 'periodFrom', 'periodTo'],
    },
    {
      title: 'When and who',
      fields: [
        'plannedFor',
        'heldAt',
        'format',
        'place',
        'owner',
        'participants',
        'customerParticipants',
      ],
    },
    {
      title: 'What is looked at',
      fields: [
        'agenda',
        'serviceLevelResults',
        'previousDecisions',
        'events',
        'changesAhead',
      ],
    },
    {
      title: 'What came of it',
      fields: [
        'customerFeedback',
        'satisfaction',
        'demands',
        'decisions',
        'minutes',
        'minutesLink',
        'customerAgreement',
        'nextReviewOn',
      ],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'plannedFor',
      'heldAt',
      'satisfaction',
      'owner',
    ],
  },
});
