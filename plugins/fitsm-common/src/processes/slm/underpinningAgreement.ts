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

/** What an external supplier promises us. @public */
export const underpinningAgreement = defineRecordType({
  name: 'underpinningAgreement',
  idPrefix: 'UA',
  label: { one: 'Underpinning agreement', many: 'Underpinning agreements' },
  description:
    'What an external supplier promises for a component or a supporting service, so that SLAs can be kept. We are the customer in it.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      options: {
        contract: 'Contract of our own',
        standardTerms: 'Standard terms of the supplier',
        framework: 'Call from a framework contract',
        memorandum: 'Memorandum of understanding',
      },
      default: 'contract',
      column: 'category',
    }),
    contractNumber: field.text({ label: 'Contract number' }),
    contractUrl: field.url({ label: 'Contract' }),
    contractManager: field.person({
      label: 'Contract manager',
      help: 'Who handles orders, invoices and dates of the contract.',
      column: 'assignee',
    }),
    emergencySupport: field.text({
      label: 'Support in an emergency',
      help: 'Whom to reach outside the support hours.',
      max: 500,
    }),
    ...agreementFields,
  },
  owner: { label: 'UA owner', default: ['creator'] },
  relations: {
    supports: {
      label: 'Supports',
      to: ['serviceLevelAgreement'],
      inverse: { name: 'supportedByExternal', label: 'Supported by UAs' },
      many: true,
      evidenceFor: ['PR2.R4'],
    },
    concludedWith: {
      label: 'Concluded with',
      to: ['supplier'],
      inverse: { name: 'agreements', label: 'Underpinning agreements' },
      raise: { label: 'Draw up a UA' },
    },
    basedOn: {
      label: 'Based on',
      to: ['agreementTemplate'],
      inverse: { name: 'agreements', label: 'Agreements' },
      raise: { label: 'Draw up a UA from this', carries: carriedFromTemplate },
    },
    replaces: {
      label: 'Replaces',
      to: ['underpinningAgreement'],
      inverse: { name: 'replacedBy', label: 'Replaced by' },
      raise: {
        label: 'Draw up the next one',
        carries: {
          ...carriedFromAgreement,
          kind: 'kind',
          contractManager: 'contractManager',
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
        'contractNumber',
        'contractUrl',
        'contractManager',
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
      'contractNumber',
      'fulfilment',
      'validUntil',
      'nextReviewAt',
    ],
  },
});
