import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';

/** A time in which changes are not made. @public */
export const changeFreeze = defineRecordType({
  name: 'changeFreeze',
  idPrefix: 'FRZ',
  label: { one: 'Change freeze', many: 'Change freezes' },
  description:
    'A time in which changes and deployments are not made, because an outage would hurt too much or too few people are there.',
  evidenceFor: [],
  fields: {
    reason: field.markdown({
      label: 'Why?',
      help: 'What must not be disturbed.',
    }),
    covers: field.choice({
      label: 'Stops',
      options: {
        all: 'All changes',
        exceptEmergency: 'All but emergency changes',
        exceptStandard: 'All but emergency and standard changes',
        majorOnly: 'Major changes only',
      },
      default: 'exceptEmergency',
      column: 'category',
    }),
    affected: field.entity({
      label: 'Scope',
      help: 'The services and configuration items that stay as they are; left empty, all.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    startsAt: field.dateTime({
      label: 'From',
      required: true,
      column: 'startsAt',
    }),
    endsAt: field.dateTime({ label: 'To', required: true, column: 'endsAt' }),
    exceptions: field.markdown({
      label: 'Exceptions',
      help: 'What may be done all the same, under what conditions.',
    }),
    exceptionApprovers: field.person({
      label: 'Grants exceptions',
      kinds: ['User', 'Group'],
      many: true,
    }),
    communication: field.markdown({
      label: 'Communication',
      help: 'Who is told of it, how and when.',
    }),
    informed: field.person({
      label: 'To be told',
      kinds: ['User', 'Group'],
      many: true,
    }),
    liftedAt: field.dateTime({ label: 'Lifted', lateOnly: true }),
    lookBack: field.markdown({
      label: 'Looking back',
      help: 'What it prevented, what it held up, and what was done all the same.',
      lateOnly: true,
    }),
  },
  owner: { label: 'Freeze owner', default: ['creator'] },
  relations: {
    exempts: {
      label: 'Lets through',
      to: ['change'],
      inverse: { name: 'exemptedFrom', label: 'Exempted from the freeze' },
      many: true,
    },
    follows: {
      label: 'Follows',
      to: ['changeFreeze'],
      inverse: { name: 'followedBy', label: 'Followed by' },
      raise: {
        label: 'Plan it again',
        carries: {
          title: 'title',
          reason: 'reason',
          covers: 'covers',
          affected: 'affected',
          exceptions: 'exceptions',
          exceptionApprovers: 'exceptionApprovers',
          communication: 'communication',
          informed: 'informed',
        },
      },
    },
  },
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', category: 'open', published: true },
      inForce: {
        label: 'In force',
        category: 'waiting',
        locked: true,
        published: true,
      },
      over: { label: 'Over', category: 'closed', locked: true },
      cancelled: { label: 'Cancelled', category: 'closed', locked: true },
    },
    transitions: {
      putIntoForce: {
        label: 'Put into force',
        from: ['planned'],
        to: 'inForce',
        by: ['process:manager', 'process:owner'],
        needs: ['reason', 'covers', 'startsAt', 'endsAt'],
        offers: ['exceptions', 'exceptionApprovers'],
        evidenceFor: ['PR12.O3', 'PR13.I2'],
        notify: ['owner', 'informed', 'exceptionApprovers'],
        primary: true,
      },
      extend: {
        label: 'Change its time or exceptions',
        from: ['inForce'],
        to: 'inForce',
        by: ['owner', 'process:manager', 'process:owner'],
        needs: ['startsAt', 'endsAt'],
        offers: ['exceptions', 'exceptionApprovers'],
        reason: 'required',
        evidenceFor: ['PR12.O3', 'PR13.I2'],
        notify: ['owner', 'informed', 'exceptionApprovers'],
      },
      lift: {
        label: 'Lift',
        automatic: { at: 'endsAt' },
        from: ['inForce'],
        to: 'over',
        by: ['owner', 'process:staff', 'process:manager', 'process:owner'],
        offers: ['lookBack', 'liftedAt'],
        stamps: ['liftedAt'],
        reason: 'optional',
        notify: ['owner', 'informed'],
        primary: true,
      },
      cancel: {
        label: 'Cancel',
        from: ['planned'],
        to: 'cancelled',
        by: ['owner', 'process:manager', 'process:owner'],
        reason: 'required',
        notify: ['informed'],
      },
    },
  },
  form: [
    { title: 'What', fields: ['title', 'reason', 'covers', 'affected'] },
    { title: 'When', fields: ['startsAt', 'endsAt', 'liftedAt'] },
    { title: 'Exceptions', fields: ['exceptions', 'exceptionApprovers'] },
    { title: 'Who is told', fields: ['owner', 'informed', 'communication'] },
    { title: 'Afterwards', fields: ['lookBack'] },
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'covers',
      'affected',
      'startsAt',
      'endsAt',
    ],
  },
});
