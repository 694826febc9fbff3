import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { processOptions } from '../processOptions';

/** Those who prepare it and hold it. */
const organisers = [
  'speaker',
  'owner',
  'process:staff',
  'process:manager',
] as const;

/** Something told, taught or discussed about service management. @public */
export const communication = defineRecordType({
  name: 'communication',
  idPrefix: 'COM',
  label: {
    one: 'Communication or training',
    many: 'Communication and training',
  },
  description:
    'People are told about service management, or trained in it: who, what, how, and what came of it.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        announcement: 'Announcement',
        newsletter: 'Newsletter',
        meeting: 'Meeting',
        awareness: 'Awareness activity',
        training: 'Training',
        workshop: 'Workshop',
        consultation: 'Consultation of stakeholders',
        reporting: 'Report to those concerned',
        reminder: 'Reminder to keep to a process',
        other: 'Other',
      },
      required: true,
      column: 'category',
    }),
    process: field.choice({
      label: 'Process',
      help: 'The process that it is about.',
      options: processOptions,
    }),
    goal: field.markdown({
      label: 'Goal',
      help: 'What people shall know, want or be able to do afterwards.',
    }),
    message: field.markdown({
      label: 'Message',
      help: 'What is told, or the topics of a training.',
    }),
    audience: field.person({
      label: 'Audience',
      kinds: ['User', 'Group'],
      many: true,
    }),
    otherAudience: field.text({
      label: 'Others addressed',
      help: 'People whom the catalog does not know, such as customers or suppliers.',
      max: 500,
    }),
    channel: field.choice({
      label: 'Channel',
      options: {
        email: 'E-mail',
        chat: 'Chat',
        web: 'Web page',
        meeting: 'Meeting',
        course: 'Course',
        eLearning: 'E-learning',
        onTheJob: 'At work',
        document: 'Document',
        other: 'Other',
      },
    }),
    speaker: field.person({
      label: 'Speaker or sender',
      column: 'assignee',
    }),
    externalSpeaker: field.text({
      label: 'Speaker from outside',
    }),
    plannedFor: field.dateTime({ label: 'Planned for', column: 'dueAt' }),
    duration: field.number({ label: 'Duration', unit: 'hours', min: 0 }),
    place: field.text({
      label: 'Place',
      help: 'A room, or the address of a call.',
      max: 500,
    }),
    material: field.url({ label: 'Material' }),
    heldAt: field.dateTime({
      label: 'Held',
      lateOnly: true,
      column: 'startsAt',
    }),
    participants: field.rows({
      label: 'Participants',
      columns: {
        person: field.person({ label: 'Person' }),
        name: field.text({
          label: 'Name',
          help: 'For people whom the catalog does not know.',
        }),
        attendance: field.choice({
          label: 'Attendance',
          options: {
            attended: 'Attended',
            excused: 'Excused',
            absent: 'Absent',
          },
          default: 'attended',
        }),
        result: field.choice({
          label: 'Test',
          options: { passed: 'Passed', failed: 'Failed', none: 'No test' },
        }),
        note: field.text({ label: 'Note', max: 500 }),
      },
      max: 500,
      lateOnly: true,
    }),
    reached: field.number({
      label: 'People reached',
      min: 0,
      integer: true,
      lateOnly: true,
    }),
    feedback: field.markdown({
      label: 'Feedback',
      help: 'Questions, objections and wishes that came up.',
      lateOnly: true,
    }),
    rating: field.number({
      label: 'Rating by participants',
      help: 'From 1 (poor) to 5 (very good), on average.',
      min: 1,
      max: 5,
      lateOnly: true,
    }),
    effect: field.choice({
      label: 'Did it reach its goal?',
      options: {
        reached: 'Yes',
        partly: 'In part',
        missed: 'No',
        unknown: 'Cannot be told',
      },
      lateOnly: true,
    }),
  },
  owner: { label: 'Organiser', default: ['creator'] },
  relations: {
    about: {
      label: 'About',
      to: ['document'],
      inverse: { name: 'communications', label: 'Communication' },
      many: true,
      raise: {
        label: 'Tell people about it',
        carries: {
          title: 'title',
          message: 'summary',
          audience: 'audience',
          process: 'process',
          material: 'link',
        },
      },
    },
    reports: {
      label: 'Reports',
      to: ['kpi', 'assessment', 'audit', 'managementReview'],
      inverse: { name: 'reportedIn', label: 'Reported in' },
      many: true,
      raise: {
        label: 'Report it to those concerned',
        carries: { title: 'title' },
      },
      evidenceFor: ['GR6.A6'],
    },
    repeats: {
      label: 'Repeats',
      to: ['communication'],
      inverse: { name: 'repeatedIn', label: 'Repeated in' },
      raise: {
        label: 'Plan it again',
        carries: {
          title: 'title',
          kind: 'kind',
          process: 'process',
          goal: 'goal',
          message: 'message',
          audience: 'audience',
          otherAudience: 'otherAudience',
          channel: 'channel',
          speaker: 'speaker',
          externalSpeaker: 'externalSpeaker',
          duration: 'duration',
          place: 'place',
          material: 'material',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open' },
      announced: { label: 'Announced', category: 'waiting' },
      held: { label: 'Held', category: 'open' },
      evaluated: { label: 'Evaluated', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed' },
    },
    transitions: {
      announce: {
        label: 'Announce',
        from: ['planned'],
        to: 'announced',
        by: organisers,
        needs: ['plannedFor'],
        offers: ['audience', 'place', 'material'],
        notify: ['audience', 'speaker'],
        primary: true,
      },
      postpone: {
        label: 'Postpone',
        from: ['announced'],
        to: 'planned',
        by: organisers,
        needs: ['plannedFor'],
        reason: 'required',
        notify: ['audience', 'speaker'],
      },
      hold: {
        label: 'Was held',
        from: ['planned', 'announced'],
        to: 'held',
        by: organisers,
        needs: ['message'],
        offers: ['heldAt', 'participants', 'reached', 'material'],
        stamps: ['heldAt'],
        evidenceFor: ['GR1.A4'],
        evidenceWhen: [
          {
            when: { kind: ['awareness', 'training', 'workshop', 'reminder'] },
            rows: ['GR5.A2'],
          },
        ],
        notify: ['owner'],
        primary: true,
      },
      evaluate: {
        label: 'Evaluate',
        from: ['held'],
        to: 'evaluated',
        by: organisers,
        needs: ['effect'],
        offers: ['feedback', 'rating', 'participants', 'reached'],
        notify: ['owner'],
        primary: true,
      },
      reopen: {
        label: 'Correct',
        from: ['evaluated'],
        to: 'held',
        by: organisers,
        reason: 'required',
      },
      cancel: {
        label: 'Cancel',
        from: ['planned', 'announced'],
        to: 'cancelled',
        by: ['owner', 'process:staff', 'process:manager'],
        reason: 'required',
        notify: ['audience', 'speaker'],
      },
    },
  },
  form: [
    {
      title: 'What',
      fields: ['title', 'kind', 'process', 'goal', 'message', 'material'],
    },
    {
      title: 'Who',
      fields: [
        'audience',
        'otherAudience',
        'speaker',
        'externalSpeaker',
        'owner',
      ],
    },
    {
      title: 'When and how',
      fields: ['channel', 'plannedFor', 'duration', 'place', 'heldAt'],
    },
    {
      title: 'What came of it',
      fields: ['participants', 'reached', 'feedback', 'rating', 'effect'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'process',
      'audience',
      'speaker',
      'plannedFor',
    ],
  },
});
