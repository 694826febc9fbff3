import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** Those who follow a violation up. */
const workers = [
  'assignee',
  'owner',
  'process:staff',
  'process:manager',
] as const;

/** A target of an agreement that was missed. @public */
export const agreementViolation = defineRecordType({
  name: 'agreementViolation',
  idPrefix: 'VIO',
  label: { one: 'Agreement violation', many: 'Agreement violations' },
  description:
    'A target of an SLA, OLA or UA that was missed: by how much, why, who was told and what is done about it.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Agreement is an',
      options: { sla: 'SLA', ola: 'OLA', ua: 'UA' },
      required: true,
      column: 'category',
    }),
    target: field.text({ label: 'Target missed', required: true, max: 500 }),
    description: field.markdown({ label: 'What happened?' }),
    periodFrom: field.dateTime({ label: 'Period from', column: 'startsAt' }),
    periodUntil: field.dateTime({ label: 'Period until', column: 'endsAt' }),
    agreedValue: field.number({ label: 'Agreed' }),
    measuredValue: field.number({ label: 'Measured' }),
    unit: field.text({ label: 'Unit', max: 40 }),
    severity: field.choice({
      label: 'Severity',
      options: {
        minor: 'Minor: close to the target',
        major: 'Major: customers felt it',
        critical: 'Critical: the agreement is at stake',
      },
    }),
    repeated: field.boolean({
      label: 'Missed before',
      help: 'The same target, in a period shortly before.',
    }),
    affected: field.entity({
      label: 'Affected',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    assignee: field.person({
      label: 'Assignee',
      help: 'Who finds the cause and tells the other side.',
      column: 'assignee',
    }),
    dueBy: field.dateTime({
      label: 'Due',
      help: 'First when the other side must be told, then when measures must work.',
      column: 'dueAt',
    }),
    cause: field.markdown({ label: 'Cause', lateOnly: true }),
    notifiedParty: field.text({
      label: 'Who was told',
      max: 500,
      lateOnly: true,
    }),
    notification: field.markdown({
      label: 'What they were told',
      lateOnly: true,
    }),
    notifiedAt: field.dateTime({ label: 'Told', lateOnly: true }),
    justification: field.markdown({
      label: 'Justification',
      help: 'What the side that missed the target says to it.',
      lateOnly: true,
    }),
    justificationAccepted: field.boolean({
      label: 'Justification accepted',
      lateOnly: true,
    }),
    measures: field.markdown({
      label: 'Measures',
      help: 'What makes good, and what prevents the next time.',
      lateOnly: true,
    }),
    compensation: field.text({
      label: 'Credit or penalty',
      max: 500,
      lateOnly: true,
    }),
    closedOn: field.dateTime({ label: 'Settled', lateOnly: true }),
  },
  owner: { label: 'Violation owner', default: ['creator'] },
  relations: {
    violates: {
      label: 'Violates',
      to: [
        'serviceLevelAgreement',
        'operationalLevelAgreement',
        'underpinningAgreement',
      ],
      inverse: { name: 'violations', label: 'Violations' },
      raise: {
        label: 'Record a violation',
        carries: { title: 'title', affected: 'components' },
      },
    },
    shownBy: {
      label: 'Shown by',
      to: ['report'],
      inverse: { name: 'violations', label: 'Violations' },
      raise: {
        label: 'Record a violation',
        carries: {
          title: 'title',
          periodFrom: 'periodFrom',
          periodUntil: 'periodUntil',
        },
      },
    },
    causedBy: {
      label: 'Caused by',
      to: ['incident', 'outage'],
      inverse: { name: 'violations', label: 'Agreement violations' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'open',
    states: {
      open: { label: 'Recorded', category: 'open' },
      notified: { label: 'Other side told', category: 'open' },
      awaitingJustification: {
        label: 'Waits for a justification',
        category: 'waiting',
      },
      closed: { label: 'Closed', category: 'closed', locked: true },
      withdrawn: {
        label: 'Was no violation',
        category: 'closed',
        locked: true,
      },
    },
    transitions: {
      notifyCustomer: {
        label: 'Notify the customer',
        from: ['open'],
        to: 'notified',
        by: workers,
        needs: ['notifiedParty', 'notification', 'measuredValue'],
        offers: ['notifiedAt', 'cause', 'measures', 'dueBy'],
        stamps: ['notifiedAt'],
        evidenceFor: ['PR2.O2c'],
        notify: ['owner'],
        primary: true,
      },
      notifyParty: {
        label: 'Notify the supporting party',
        from: ['open'],
        to: 'awaitingJustification',
        by: workers,
        needs: ['notifiedParty', 'notification', 'measuredValue'],
        offers: ['notifiedAt', 'dueBy'],
        stamps: ['notifiedAt'],
        evidenceFor: ['PR2.O3c'],
        notify: ['owner'],
      },
      recordJustification: {
        label: 'Record the justification',
        from: ['awaitingJustification'],
        to: 'notified',
        by: workers,
        needs: ['justification'],
        offers: ['justificationAccepted', 'cause', 'measures', 'dueBy'],
        notify: ['owner'],
        primary: true,
      },
      goOnWithout: {
        label: 'Go on without a justification',
        from: ['awaitingJustification'],
        to: 'notified',
        by: workers,
        offers: ['dueBy'],
        reason: 'required',
        notify: ['owner'],
      },
      close: {
        label: 'Close',
        from: ['notified'],
        to: 'closed',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['cause', 'measures'],
        offers: ['compensation', 'closedOn'],
        stamps: ['closedOn'],
        notify: ['assignee'],
        primary: true,
      },
      withdraw: {
        label: 'Record that it was none',
        from: ['open', 'notified', 'awaitingJustification'],
        to: 'withdrawn',
        by: ['owner', 'process:manager'],
        offers: ['justification', 'justificationAccepted'],
        reason: 'required',
        notify: ['assignee'],
      },
      reopen: {
        label: 'Reopen',
        from: ['closed', 'withdrawn'],
        to: 'open',
        by: ['owner', 'process:manager'],
        clears: ['closedOn'],
        reason: 'required',
        notify: ['assignee'],
      },
    },
  },
  restrictable: {
    alsoSeenBy: ['process:owner', 'process:manager', 'process:staff'],
  },
  form: [
    {
      title: 'What',
      fields: [
        'title',
        'kind',
        'target',
        'description',
        'severity',
        'repeated',
        'affected',
      ],
    },
    {
      title: 'Measured',
      fields: [
        'periodFrom',
        'periodUntil',
        'agreedValue',
        'measuredValue',
        'unit',
      ],
    },
    { title: 'Who', fields: ['owner', 'assignee', 'dueBy'] },
    {
      title: 'Told',
      fields: [
        'notifiedParty',
        'notification',
        'notifiedAt',
        'justification',
        'justificationAccepted',
      ],
    },
    {
      title: 'Cause and measures',
      fields: ['cause', 'measures', 'compensation', 'closedOn'],
    },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'target',
      'measuredValue',
      'assignee',
      'dueBy',
    ],
  },
});
