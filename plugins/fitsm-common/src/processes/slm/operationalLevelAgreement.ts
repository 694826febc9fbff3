import { defineRecordType } from '../../engine/defineRecordType';
import { field } from '../../engine/fields';
import {
  agreementFields,
  agreementForm,
  carriedFromAgreement,
  carriedFromTemplate,
  termsForm,
} from './agreementFields';
import { agreementStates, agreementTransitions } from './agreementLifecycle';

/** What a group of our own or a federation member promises us. @public */
export const operationalLevelAgreement = defineRecordType({
  name: 'operationalLevelAgreement',
  idPrefix: 'OLA',
  label: {
    one: 'Operational level agreement',
    many: 'Operational level agreements',
  },
  description:
    'What a part of our own organisation or a federation member promises for a component or a supporting service, so that SLAs can be kept.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Concluded with',
      options: {
        internal: 'A group of our own',
        federation: 'A federation member',
      },
      default: 'internal',
      column: 'category',
    }),
    deliveredBy: field.person({
      label: 'Delivered by',
      help: 'The group that makes the promise. Left empty, the owner of the components.',
      kinds: ['Group'],
      default: { ownerOf: 'components' },
      column: 'assignedGroup',
    }),
    resources: field.markdown({
      label: 'Resources',
      help: 'What those who deliver provide for it, and what they are given.',
    }),
    emergencySupport: field.text({
      label: 'Support in an emergency',
      help: 'Whom to reach outside the support hours.',
      max: 500,
    }),
    ...agreementFields,
  },
  owner: { label: 'OLA owner', default: ['creator'] },
  relations: {
    supports: {
      label: 'Supports',
      to: ['serviceLevelAgreement'],
      inverse: { name: 'supportedByInternal', label: 'Supported by OLAs' },
      many: true,
      evidenceFor: ['PR2.R4'],
    },
    concludedWith: {
      label: 'Concluded with',
      to: ['party'],
      inverse: { name: 'agreements', label: 'Operational level agreements' },
    },
    basedOn: {
      label: 'Based on',
      to: ['agreementTemplate'],
      inverse: { name: 'agreements', label: 'Agreements' },
      raise: {
        label: 'Draw up an OLA from this',
        carries: carriedFromTemplate,
      },
    },
    replaces: {
      label: 'Replaces',
      to: ['operationalLevelAgreement'],
      inverse: { name: 'replacedBy', label: 'Replaced by' },
      raise: {
        label: 'Draw up the next one',
        carries: {
          ...carriedFromAgreement,
          kind: 'kind',
          deliveredBy: 'deliveredBy',
          resources: 'resources',
          emergencySupport: 'emergencySupport',
        },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: agreementStates,
    transitions: agreementTransitions({
      signed: ['PR2.S4', 'PR2.O3a', 'PR2.R4'],
      evaluated: ['PR2.O3b'],
      updated: ['PR2.O3d'],
    }),
  },
  approvals: {
    signature: {
      label: 'Signatures',
      state: 'inApproval',
      by: ['signatories'],
      rule: 'all',
      withinDays: 14,
      approves: 'sign',
      refuses: 'refuse',
    },
  },
  reviewed: {
    transition: 'review',
    states: ['inForce'],
    interval: 'reviewInterval',
    everyDays: 365,
    next: 'nextReviewAt',
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
        'description',
        'components',
        'dependencies',
        'deliveredBy',
        'resources',
        'emergencySupport',
        'owner',
      ],
    },
    ...termsForm,
    ...agreementForm,
  ],
  table: {
    columns: [
      'id',
      'title',
      'state',
      'kind',
      'deliveredBy',
      'fulfilment',
      'validUntil',
      'nextReviewAt',
    ],
  },
});
