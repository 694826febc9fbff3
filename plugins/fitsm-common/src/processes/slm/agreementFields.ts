import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

const met = {
  met: 'Met',
  missed: 'Missed',
  notMeasured: 'Not measured',
} as const;

/** What is promised: templates hold it as well as agreements. */
export const agreementTerms = {
  description: field.markdown({
    label: 'What is delivered',
    help: 'And what is not.',
  }),
  components: field.entity({
    label: 'Components covered',
    kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
    many: true,
  }),
  dependencies: field.markdown({
    label: 'Dependencies',
    help: 'Services and parties without which the targets cannot be met.',
  }),
  serviceHours: field.text({
    label: 'Service hours',
    help: 'When it is there to be used.',
    max: 500,
  }),
  timeZone: field.text({
    label: 'Time zone',
    help: 'Of all hours in the agreement, Europe/Berlin for example.',
    max: 60,
  }),
  maintenanceWindows: field.rows({
    label: 'Maintenance windows',
    help: 'Planned interruptions that count against no target.',
    columns: {
      window: field.text({ label: 'When', required: true }),
      duration: field.number({
        label: 'At most',
        unit: 'hours',
        min: 0,
      }),
      timesAYear: field.number({
        label: 'Times a year',
        min: 0,
        integer: true,
      }),
      notice: field.number({
        label: 'Announced before',
        unit: 'days',
        min: 0,
      }),
      notes: field.text({ label: 'Notes', max: 500 }),
    },
  }),
  supportContact: field.text({
    label: 'Support contact',
    help: 'Where incidents and requests are taken.',
    max: 500,
  }),
  supportHours: field.text({ label: 'Support hours', max: 500 }),
  priorities: field.rows({
    label: 'Response and resolution',
    help: 'One row for each priority of incidents and requests.',
    columns: {
      priority: field.choice({
        label: 'Priority',
        options: { '1': 'Critical', '2': 'High', '3': 'Moderate', '4': 'Low' },
      }),
      appliesTo: field.choice({
        label: 'Applies to',
        options: {
          all: 'Incidents and requests',
          incident: 'Incidents',
          serviceRequest: 'Service requests',
        },
        default: 'all',
      }),
      response: field.number({
        label: 'Response within',
        unit: 'hours',
        min: 0,
      }),
      update: field.number({ label: 'News every', unit: 'hours', min: 0 }),
      resolution: field.number({
        label: 'Resolution within',
        unit: 'hours',
        min: 0,
      }),
      clock: field.choice({
        label: 'Hours that count',
        options: {
          service: 'Service hours',
          support: 'Support hours',
          always: 'Round the clock',
        },
        default: 'support',
      }),
      share: field.number({
        label: 'In at least',
        unit: '%',
        min: 0,
        max: 100,
      }),
      notes: field.text({ label: 'Notes', max: 500 }),
    },
  }),
  targets: field.rows({
    label: 'Targets',
    help: 'What can be measured: availability, reliability, capacity, time to recover.',
    columns: {
      parameter: field.text({ label: 'Parameter', required: true }),
      operator: field.choice({
        label: 'Is',
        options: {
          atLeast: 'At least',
          atMost: 'At most',
          moreThan: 'More than',
          lessThan: 'Less than',
          equals: 'Exactly',
        },
        default: 'atLeast',
      }),
      value: field.number({ label: 'Value', required: true }),
      unit: field.text({ label: 'Unit', max: 40 }),
      window: field.choice({
        label: 'Over',
        options: {
          each: 'Each case',
          day: 'A day',
          week: 'A week',
          month: 'A calendar month',
          quarter: 'A quarter',
          year: 'A calendar year',
          last30Days: 'Any 30 days',
          last12Months: 'Any 12 months',
        },
        default: 'month',
      }),
      measurement: field.text({ label: 'How it is measured', max: 500 }),
      notes: field.text({ label: 'Notes', max: 500 }),
    },
  }),
  limitations: field.markdown({
    label: 'Limits',
    help: 'When targets do not hold: load beyond what was agreed, acts of others.',
  }),
  providerResponsibilities: field.markdown({
    label: 'Duties of those who deliver',
  }),
  customerResponsibilities: field.markdown({
    label: 'Duties of those who receive',
  }),
  security: field.markdown({
    label: 'Information security and data protection',
  }),
  reporting: field.markdown({
    label: 'Reporting',
    help: 'What is reported, how often, to whom.',
  }),
  violations: field.markdown({
    label: 'Missed targets',
    help: 'What follows when a target is missed: who is told, credits, when it ends the agreement.',
  }),
  notifyWithin: field.number({
    label: 'Tell of a missed target within',
    unit: 'hours',
    min: 0,
  }),
  escalation: field.rows({
    label: 'Escalation and complaints',
    columns: {
      occasion: field.text({ label: 'When', required: true, max: 500 }),
      provider: field.text({ label: 'On the side that delivers', max: 500 }),
      customer: field.text({ label: 'On the side that receives', max: 500 }),
    },
  }),
  charges: field.markdown({ label: 'Charges' }),
  noticePeriod: field.number({
    label: 'Notice period',
    unit: 'days',
    min: 0,
    integer: true,
  }),
  renewal: field.choice({
    label: 'At its end',
    options: {
      ends: 'It ends',
      renews: 'It goes on unless resigned',
      renegotiated: 'It is negotiated anew',
    },
  }),
  glossary: field.markdown({ label: 'Terms used' }),
} as const;

/** What the three kinds of agreement hold alike. */
export const agreementFields = {
  ...agreementTerms,
  version: field.text({ label: 'Version', max: 40 }),
  validFrom: field.dateTime({ label: 'Valid from', column: 'startsAt' }),
  validUntil: field.dateTime({
    label: 'Valid until',
    help: 'Left empty, until it is resigned.',
    column: 'endsAt',
    remind: true,
  }),
  noticeBy: field.date({
    label: 'Notice at the latest',
    help: 'The last day on which it can be resigned for its end.',
  }),
  providerRepresentative: field.text({
    label: 'Speaks for those who deliver',
    help: 'Name, function, and how to reach them.',
    max: 500,
  }),
  customerRepresentative: field.text({
    label: 'Speaks for those who receive',
    help: 'Name, function, and how to reach them.',
    max: 500,
  }),
  signatories: field.person({
    label: 'Signatories',
    help: 'All of them must sign here before it can come into force.',
    many: true,
  }),
  signatures: field.rows({
    label: 'Signatures elsewhere',
    help: 'Of people who have no account here.',
    columns: {
      name: field.text({ label: 'Name', required: true }),
      organisation: field.text({ label: 'Organisation' }),
      signedOn: field.date({ label: 'Signed' }),
    },
  }),
  signedCopy: field.url({ label: 'Signed copy' }),
  signedAt: field.dateTime({ label: 'Signed', lateOnly: true }),
  evaluatedFrom: field.date({ label: 'Evaluated from', lateOnly: true }),
  evaluatedUntil: field.date({ label: 'Evaluated until', lateOnly: true }),
  evaluationResults: field.rows({
    label: 'Targets in that time',
    columns: {
      parameter: field.text({ label: 'Parameter', required: true }),
      agreedValue: field.text({ label: 'Agreed' }),
      measuredValue: field.number({ label: 'Measured' }),
      unit: field.text({ label: 'Unit', max: 40 }),
      result: field.choice({ label: 'Result', options: met }),
      notes: field.text({ label: 'Notes', max: 500 }),
    },
    lateOnly: true,
  }),
  fulfilment: field.choice({
    label: 'Fulfilment',
    options: {
      met: 'All targets met',
      partlyMet: 'Some targets missed',
      missed: 'Most targets missed',
      notMeasured: 'Not measured',
    },
    lateOnly: true,
  }),
  evaluationReportedTo: field.text({
    label: 'Reported to',
    help: 'Who got the result, and how.',
    max: 500,
    lateOnly: true,
  }),
  evaluatedAt: field.dateTime({ label: 'Last evaluation', lateOnly: true }),
  endedAt: field.dateTime({ label: 'Ended', lateOnly: true }),
  ...reviewFields,
} as const;

const same = (fields: object) =>
  Object.fromEntries(Object.keys(fields).map(name => [name, name]));

/** What an agreement takes over from its template. */
export const carriedFromTemplate: Record<string, string> = {
  title: 'title',
  ...same(agreementTerms),
};

/** What an agreement takes over from the one before it. */
export const carriedFromAgreement: Record<string, string> = {
  ...carriedFromTemplate,
  providerRepresentative: 'providerRepresentative',
  customerRepresentative: 'customerRepresentative',
  signatories: 'signatories',
  reviewInterval: 'reviewInterval',
};

/** The terms as sections of a form. */
export const termsForm = [
  {
    title: 'Hours and support',
    fields: [
      'serviceHours',
      'timeZone',
      'maintenanceWindows',
      'supportContact',
      'supportHours',
      'priorities',
    ],
  },
  { title: 'Targets', fields: ['targets', 'limitations'] },
  {
    title: 'Duties and conditions',
    fields: [
      'providerResponsibilities',
      'customerResponsibilities',
      'security',
      'charges',
      'noticePeriod',
      'renewal',
      'glossary',
    ],
  },
  {
    title: 'Reporting and missed targets',
    fields: ['reporting', 'violations', 'notifyWithin', 'escalation'],
  },
] as const;

/** What follows the terms in the form of an agreement. */
export const agreementForm = [
  {
    title: 'Term and signatures',
    fields: [
      'version',
      'validFrom',
      'validUntil',
      'noticeBy',
      'providerRepresentative',
      'customerRepresentative',
      'signatories',
      'signatures',
      'signedCopy',
      'signedAt',
      'endedAt',
    ],
  },
  {
    title: 'Evaluation',
    fields: [
      'evaluatedFrom',
      'evaluatedUntil',
      'evaluationResults',
      'fulfilment',
      'evaluationReportedTo',
      'evaluatedAt',
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
] as const;
