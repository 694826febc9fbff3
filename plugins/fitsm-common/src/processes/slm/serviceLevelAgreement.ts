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

/** What is promised to customers of a service. @public */
export const serviceLevelAgreement = defineRecordType({
  name: 'serviceLevelAgreement',
  idPrefix: 'SLA',
  label: { one: 'Service level agreement', many: 'Service level agreements' },
  description:
    'What a customer and we agree on about a service, with its targets. The default one holds for every service without one of its own.',
  evidenceFor: [],
  fields: {
    kind: field.choice({
      label: 'Kind',
      help: 'A default SLA holds for every service that has none of its own.',
      options: {
        individual: 'Individual SLA',
        default: 'Default SLA',
      },
      default: 'individual',
      required: true,
      column: 'category',
    }),
    requirements: field.markdown({
      label: 'What the customer needs',
      help: 'The requirements from which the targets follow.',
    }),
    users: field.text({
      label: 'Users',
      help: 'Who may use the service under this agreement, and how many they are.',
      max: 1_000,
    }),
    deliveredBy: field.person({
      label: 'Delivered by',
      help: 'The group that delivers the service.',
      kinds: ['Group'],
      default: { ownerOf: 'components' },
      column: 'assignedGroup',
    }),
    ...agreementFields,
  },
  owner: { label: 'SLA owner', default: ['creator'] },
  relations: {
    covers: {
      label: 'Covers',
      to: ['service'],
      inverse: { name: 'agreements', label: 'Service level agreements' },
      many: true,
      raise: {
        label: 'Draw up an SLA',
        carries: {
          title: 'title',
          description: 'description',
          components: 'coreComponents',
          dependencies: 'dependencies',
          serviceHours: 'serviceHours',
          supportContact: 'supportContact',
          supportHours: 'supportHours',
          charges: 'pricing',
          users: 'targetCustomers',
          deliveredBy: 'deliveredBy',
        },
      },
      evidenceFor: ['PR2.I1'],
    },
    concludedWith: {
      label: 'Concluded with',
      to: ['customer'],
      inverse: { name: 'agreements', label: 'Service level agreements' },
      raise: { label: 'Draw up an SLA' },
    },
    basedOn: {
      label: 'Based on',
      to: ['agreementTemplate'],
      inverse: { name: 'agreements', label: 'Agreements' },
      raise: {
        label: 'Draw up an SLA from this',
        carries: carriedFromTemplate,
      },
    },
    replaces: {
      label: 'Replaces',
      to: ['serviceLevelAgreement'],
      inverse: { name: 'replacedBy', label: 'Replaced by' },
      raise: {
        label: 'Draw up the next one',
        carries: {
          ...carriedFromAgreement,
          kind: 'kind',
          requirements: 'requirements',
          users: 'users',
          deliveredBy: 'deliveredBy',
        },
      },
    },
  },
  lifecycle: {
    initial: 'draft',
    states: agreementStates,
    transitions: {
      ...agreementTransitions({
        signed: ['PR2.S5', 'PR2.O2a', 'PR2.R3'],
        evaluated: ['PR2.O2b'],
        updated: ['PR2.O2d'],
      }),
      startNegotiation: {
        label: 'Start negotiation',
        from: ['draft'],
        to: 'negotiating',
        by: ['owner', 'process:staff', 'process:manager'],
        needs: ['description', 'requirements'],
        offers: ['customerRepresentative', 'providerRepresentative'],
        evidenceFor: ['PR2.I2'],
        primary: true,
      },
      adopt: {
        label: 'Adopt as the default',
        from: ['inApproval'],
        to: 'signed',
        by: [],
        stamps: ['signedAt'],
        evidenceFor: ['PR2.S2', 'PR2.R2'],
        notify: ['owner'],
      },
    },
  },
  approvals: {
    signature: {
      label: 'Signatures',
      state: 'inApproval',
      when: { field: 'kind', is: ['individual'] },
      by: ['signatories'],
      rule: 'all',
      withinDays: 14,
      approves: 'sign',
      refuses: 'refuse',
    },
    adoption: {
      label: 'Adoption of the default SLA',
      state: 'inApproval',
      when: { field: 'kind', is: ['default'] },
      by: ['signatories'],
      rule: 'all',
      withinDays: 14,
      approves: 'adopt',
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
        'requirements',
        'users',
        'components',
        'dependencies',
        'deliveredBy',
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
      'fulfilment',
      'validUntil',
      'nextReviewAt',
      'owner',
    ],
  },
});
