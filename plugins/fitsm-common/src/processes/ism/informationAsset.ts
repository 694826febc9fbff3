import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** Those who keep its entry in the inventory. */
const keepers = [
  'owner',
  'custodian',
  'process:staff',
  'process:manager',
] as const;

/** How much harm follows when one of the three is lost. */
const protectionLevels = {
  low: 'Low: hardly any harm',
  moderate: 'Moderate: harm that can be borne',
  high: 'High: serious harm',
  critical: 'Critical: existence at stake',
} as const;

/** Information of value that has to be protected. @public */
export const informationAsset = defineRecordType({
  name: 'informationAsset',
  idPrefix: 'IAS',
  label: { one: 'Information asset', many: 'Information assets' },
  description:
    'Information that is worth protecting, what it is worth, and where it is kept.',
  evidenceFor: ['PR6.R1'],
  fields: {
    description: field.markdown({
      label: 'Description',
      help: 'What the information is, what it serves, and what is not part of it.',
    }),
    kind: field.choice({
      label: 'Kind',
      options: {
        database: 'Data in an application',
        documents: 'Documents and records',
        personalRecords: 'Records on people',
        sourceCode: 'Source code',
        configuration: 'Configuration',
        secrets: 'Keys, passwords and certificates',
        logs: 'Logs and monitoring data',
        research: 'Research data',
        backup: 'Backups and archives',
        paper: 'Paper',
        other: 'Other',
      },
    }),
    classification: field.choice({
      label: 'Classification',
      help: 'The class that rules how it is handled, by the highest of its needs.',
      options: {
        public: 'Public',
        internal: 'Internal',
        confidential: 'Confidential',
        secret: 'Strictly confidential',
      },
      column: 'category',
    }),
    confidentiality: field.choice({
      label: 'Confidentiality',
      help: 'Harm when the wrong people read it.',
      options: protectionLevels,
    }),
    integrity: field.choice({
      label: 'Integrity',
      help: 'Harm when it is wrong or was tampered with.',
      options: protectionLevels,
    }),
    availability: field.choice({
      label: 'Availability',
      help: 'Harm when it cannot be reached.',
      options: protectionLevels,
    }),
    classificationReason: field.markdown({
      label: 'Reason for the classification',
      help: 'The harm that one can expect, in one example each.',
      max: 5_000,
    }),
    requirements: field.markdown({
      label: 'Security requirements',
      help: 'What laws, contracts and agreements ask for. "None" is an answer too.',
    }),
    personalData: field.choice({
      label: 'Personal data',
      options: {
        none: 'None',
        personal: 'Personal data',
        special: 'Sensitive personal data, on health for example',
      },
    }),
    legalBasis: field.text({
      label: 'Legal basis',
      help: 'Why personal data may be held, or where the record of processing is.',
      max: 500,
    }),
    supportingItems: field.entity({
      label: 'Held or processed by',
      help: 'The configuration items on which it is kept or worked with.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    location: field.text({
      label: 'Location',
      help: 'Site, country or cloud region; the cabinet, for paper.',
    }),
    custodian: field.person({
      label: 'Custodian',
      help: 'Who looks after it day by day, on behalf of the owner.',
      kinds: ['User', 'Group'],
      default: { ownerOf: 'supportingItems' },
    }),
    users: field.markdown({
      label: 'Users',
      help: 'Who may use it, and for what.',
      max: 5_000,
    }),
    handling: field.markdown({
      label: 'Handling rules',
      help: 'Beyond those of its class: encryption, passing on, copies, destruction.',
    }),
    volume: field.text({
      label: 'Extent',
      help: 'Number of records or size, roughly.',
    }),
    retention: field.text({
      label: 'Retention',
      help: 'How long it is kept, and what follows: "10 years, then destroyed".',
    }),
    inUseSince: field.dateTime({ label: 'In use since', column: 'startsAt' }),
    disposal: field.markdown({
      label: 'Disposal',
      help: 'How it was destroyed or handed over, by whom, and the proof of it.',
      lateOnly: true,
      max: 5_000,
    }),
    removedAt: field.dateTime({ label: 'Removed', lateOnly: true }),
    ...reviewFields,
  },
  owner: {
    label: 'Asset owner',
    default: [{ ownerOf: 'supportingItems' }, 'creator'],
  },
  relations: {
    heldBy: {
      label: 'Held by',
      to: ['configurationItem'],
      inverse: { name: 'informationAssets', label: 'Information assets' },
      many: true,
      evidenceFor: ['PR6.S4'],
    },
    partOf: {
      label: 'Part of',
      to: ['informationAsset'],
      inverse: { name: 'parts', label: 'Parts' },
      many: true,
    },
  },
  lifecycle: {
    initial: 'registered',
    states: {
      registered: { label: 'Registered', category: 'open' },
      inInventory: {
        label: 'In the inventory',
        category: 'waiting',
        locked: true,
      },
      removed: { label: 'Removed', category: 'closed', locked: true },
    },
    transitions: {
      addToInventory: {
        label: 'Add to the inventory',
        from: ['registered'],
        to: 'inInventory',
        by: keepers,
        needs: [
          'description',
          'kind',
          'classification',
          'confidentiality',
          'integrity',
          'availability',
          'requirements',
          'personalData',
        ],
        offers: ['supportingItems', 'reviewInterval', 'nextReviewAt'],
        evidenceFor: ['PR6.S3', 'PR6.I1', 'PR6.O1a'],
        notify: ['owner', 'custodian'],
        primary: true,
      },
      update: {
        label: 'Update',
        from: ['inInventory'],
        to: 'inInventory',
        by: keepers,
        offers: [
          'description',
          'kind',
          'classification',
          'confidentiality',
          'integrity',
          'availability',
          'classificationReason',
          'requirements',
          'personalData',
          'legalBasis',
          'location',
          'custodian',
          'users',
          'handling',
          'volume',
          'retention',
        ],
        reason: 'required',
        evidenceFor: ['PR6.O1b'],
        notify: ['owner', 'custodian'],
      },
      linkItems: {
        label: 'Say where it is held',
        from: ['inInventory'],
        to: 'inInventory',
        by: keepers,
        needs: ['supportingItems'],
        offers: ['location'],
        evidenceFor: ['PR6.S4'],
      },
      review: {
        label: 'Record a review',
        from: ['inInventory'],
        to: 'inInventory',
        by: keepers,
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR6.R1'],
        primary: true,
      },
      reopen: {
        label: 'Register anew',
        from: ['inInventory', 'removed'],
        to: 'registered',
        by: ['owner', 'process:manager'],
        clears: ['removedAt', 'disposal'],
        reason: 'required',
        evidenceFor: ['PR6.O1b'],
        notify: ['owner', 'custodian'],
      },
      remove: {
        label: 'Remove from the inventory',
        from: ['registered', 'inInventory'],
        to: 'removed',
        by: ['owner', 'process:manager'],
        offers: ['disposal', 'removedAt'],
        stamps: ['removedAt'],
        reason: 'required',
        evidenceFor: ['PR6.O1c'],
        notify: ['owner', 'custodian'],
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['inInventory'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
  },
  restrictable: { alsoSeenBy: ['process:owner', 'process:manager'] },
  form: [
    { title: 'What', fields: ['title', 'description', 'kind', 'volume'] },
    {
      title: 'How much protection it needs',
      fields: [
        'classification',
        'confidentiality',
        'integrity',
        'availability',
        'classificationReason',
        'requirements',
      ],
    },
    { title: 'Personal data', fields: ['personalData', 'legalBasis'] },
    { title: 'Where', fields: ['supportingItems', 'location'] },
    {
      title: 'Who and how',
      fields: ['owner', 'custodian', 'users', 'handling'],
    },
    {
      title: 'How long',
      fields: ['inUseSince', 'retention', 'disposal', 'removedAt'],
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
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'classification',
      'personalData',
      'owner',
      'nextReviewAt',
    ],
  },
});
