import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import { reviewFields } from '../../engine/reviewFields';

/** An entry of the known error database: what to do while a problem lasts. @public */
export const knownError = defineRecordType({
  name: 'knownError',
  idPrefix: 'KE',
  label: { one: 'Known error', many: 'Known errors' },
  description:
    'A problem that is not solved for good yet, and what helps against it in the meantime.',
  evidenceFor: ['PR10.S1'],
  fields: {
    symptoms: field.markdown({
      label: 'Symptoms',
      help: 'What one sees, in the words of those who would report it.',
    }),
    errorCode: field.text({
      label: 'Error code or message',
      help: 'As it appears on the screen or in a log.',
      max: 500,
    }),
    affected: field.entity({
      label: 'Affected',
      help: 'The services and configuration items in which it shows.',
      kinds: ['Component', 'System', 'API', 'Resource', 'Domain'],
      many: true,
    }),
    affectedVersions: field.text({
      label: 'Affected versions',
      help: 'And models or environments, where only some are.',
    }),
    category: field.choice({
      label: 'Category',
      options: {
        software: 'Software',
        hardware: 'Hardware',
        network: 'Network',
        configuration: 'Configuration',
        capacity: 'Capacity',
        data: 'Data',
        security: 'Security',
        supplier: 'Supplier',
        procedure: 'Procedure or training',
        unknown: 'Not known yet',
      },
      column: 'category',
    }),
    rootCause: field.markdown({
      label: 'Cause',
      help: 'So far as it is known.',
    }),
    workaround: field.markdown({
      label: 'Workaround',
      help: 'What to do when it happens, step by step.',
    }),
    mitigation: field.markdown({
      label: 'Mitigation',
      help: 'What makes it happen less often, or hurt less.',
    }),
    solution: field.markdown({
      label: 'Lasting solution',
      help: 'What will remove it and when, or why that is not done.',
    }),
    audience: field.choice({
      label: 'Written for',
      options: {
        support: 'Support staff',
        operations: 'Those who run the service',
        users: 'Users too',
      },
      default: 'support',
    }),
    publishedAt: field.dateTime({ label: 'Published', lateOnly: true }),
    fixedIn: field.text({
      label: 'Fixed in',
      help: 'The version or change that removed it.',
      lateOnly: true,
    }),
    externalReference: field.url({
      label: 'More about it',
      help: 'A page of the vendor, for example.',
    }),
    ...reviewFields,
  },
  owner: {
    label: 'Known error owner',
    default: [{ ownerOf: 'affected' }, 'creator'],
  },
  relations: {
    documents: {
      label: 'Documents',
      to: ['problem'],
      inverse: { name: 'knownErrors', label: 'Known errors' },
      many: true,
      raise: {
        label: 'Document a known error',
        carries: {
          title: 'title',
          symptoms: 'description',
          affected: 'affected',
          category: 'category',
          rootCause: 'rootCause',
          workaround: 'workaround',
          solution: 'solution',
        },
      },
    },
    duplicateOf: {
      label: 'Duplicate of',
      to: ['knownError'],
      inverse: { name: 'duplicates', label: 'Duplicates' },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: {
      draft: { label: 'Draft', category: 'open' },
      active: {
        label: 'Active',
        category: 'waiting',
        locked: true,
        published: true,
      },
      retired: { label: 'Retired', category: 'closed', locked: true },
    },
    transitions: {
      publish: {
        label: 'Add to the known errors',
        from: ['draft'],
        to: 'active',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['symptoms', 'affected', 'workaround'],
        offers: ['audience', 'rootCause', 'mitigation', 'reviewInterval'],
        stamps: ['publishedAt'],
        evidenceFor: ['PR10.O3a', 'PR10.R1'],
        notify: ['owner'],
        primary: true,
      },
      update: {
        label: 'Update',
        from: ['active'],
        to: 'active',
        by: ['owner', 'entityOwner', 'process:staff', 'process:manager'],
        offers: [
          'symptoms',
          'errorCode',
          'affected',
          'affectedVersions',
          'category',
          'rootCause',
          'workaround',
          'mitigation',
          'solution',
          'audience',
          'externalReference',
        ],
        reason: 'required',
        evidenceFor: ['PR10.O3b', 'PR10.R1'],
        notify: ['owner'],
        primary: true,
      },
      review: {
        label: 'Record a review',
        from: ['active'],
        to: 'active',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['reviewOutcome'],
        offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
        stamps: ['lastReviewedAt'],
        evidenceFor: ['PR10.O3d'],
      },
      retire: {
        label: 'Retire',
        from: ['active'],
        to: 'retired',
        by: ['owner', 'process:staff', 'process:manager'],
        offers: ['fixedIn'],
        reason: 'optional',
        evidenceFor: ['PR10.O3c'],
        notify: ['owner'],
      },
      reinstate: {
        label: 'It is back',
        from: ['retired'],
        to: 'draft',
        by: ['owner', 'process:staff', 'process:manager'],
        reason: 'required',
        clears: ['fixedIn', 'publishedAt'],
        notify: ['owner'],
      },
      discard: {
        label: 'Discard the draft',
        from: ['draft'],
        to: 'retired',
        by: ['owner', 'process:staff', 'process:manager'],
        reason: 'required',
      },
    },
  },
  reviewed: {
    transition: 'review',
    states: ['active'],
    interval: 'reviewInterval',
    everyDays: 180,
    next: 'nextReviewAt',
  },
  form: [
    {
      title: 'How it shows',
      fields: [
        'title',
        'symptoms',
        'errorCode',
        'affected',
        'affectedVersions',
        'category',
      ],
    },
    {
      title: 'What helps',
      fields: ['workaround', 'mitigation'],
    },
    {
      title: 'What is behind it',
      fields: ['rootCause', 'solution', 'externalReference', 'fixedIn'],
    },
    { title: 'For whom', fields: ['audience', 'owner', 'publishedAt'] },
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
      'category',
      'affected',
      'owner',
      'nextReviewAt',
      'updatedAt',
    ],
  },
});
