import { AnyRecordType } from '../engine/defineRecordType';

/** A record type with something of all that definitions can hold, for tests. */
export const parcel: AnyRecordType = {
  name: 'parcel',
  idPrefix: 'PAR',
  label: { one: 'Parcel', many: 'Parcels' },
  description: 'Goes from somebody to somebody.',
  evidenceFor: [],
  fields: {
    content: { kind: 'markdown', label: 'Content', required: true },
    size: {
      kind: 'choice',
      label: 'Size',
      options: { small: 'Small', large: 'Large' },
      default: 'small',
      column: 'category',
    },
    haste: {
      kind: 'choice',
      label: 'Haste',
      options: { soon: 'Soon', whenever: 'Whenever' },
    },
    weight: { kind: 'number', label: 'Weight', help: 'In kilograms.' },
    carrier: { kind: 'person', label: 'Carrier', column: 'assignee' },
    witnesses: { kind: 'person', label: 'Witnesses', many: true },
    ship: { kind: 'entity', label: 'Ship', kinds: ['Component'] },
    sentAt: { kind: 'dateTime', label: 'Sent' },
  },
  owner: { label: 'Sender', default: [{ ownerOf: 'ship' }, 'creator'] },
  relations: {
    contains: {
      label: 'Contains',
      to: ['parcel'],
      inverse: { name: 'containedIn', label: 'Contained in' },
    },
  },
  lifecycle: {
    initial: 'packed',
    states: {
      packed: { label: 'Packed', category: 'open' },
      sent: { label: 'Sent', category: 'waiting' },
      arrived: { label: 'Arrived', category: 'closed' },
    },
    transitions: {
      send: {
        label: 'Send',
        from: ['packed'],
        to: 'sent',
        by: ['owner', 'carrier', 'process:staff'],
        needs: ['weight', 'carrier'],
        offers: ['haste'],
        stamps: ['sentAt'],
        notify: ['carrier', 'owner'],
      },
      sendBack: {
        label: 'Send back',
        from: ['sent'],
        to: 'packed',
        by: ['anyone'],
        clears: ['sentAt'],
        reason: 'required',
      },
      arrive: {
        label: 'Arrive',
        from: ['sent'],
        to: 'arrived',
        by: ['entityOwner'],
        automatic: { afterDays: 3 },
      },
    },
  },
  prioritised: {
    impact: 'size',
    urgency: 'haste',
    matrix: {
      small: { soon: 2, whenever: 3 },
      large: { soon: 1, whenever: 2 },
    },
    levels: { '1': 'First', '2': 'Second', '3': 'Third' },
  },
  form: [{ title: 'What', fields: ['title', 'content', 'size', 'owner'] }],
  table: { columns: ['id', 'title', 'size'] },
};
