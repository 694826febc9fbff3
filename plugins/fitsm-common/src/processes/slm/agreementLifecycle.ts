/** Those who look after an agreement. */
const keepers = ['owner', 'process:manager'] as const;

/** Those who prepare and evaluate it. */
const staff = ['owner', 'process:staff', 'process:manager'] as const;

/** The states of every kind of agreement. */
export const agreementStates = {
  draft: { label: 'Draft', category: 'open' },
  negotiating: { label: 'In negotiation', category: 'open' },
  inApproval: { label: 'To be signed', category: 'waiting' },
  signed: {
    label: 'Signed',
    category: 'waiting',
    locked: true,
    published: true,
  },
  inForce: {
    label: 'In force',
    category: 'waiting',
    locked: true,
    published: true,
  },
  noticeGiven: {
    label: 'In force, notice given',
    category: 'waiting',
    locked: true,
    published: true,
  },
  expired: { label: 'Expired', category: 'closed', locked: true },
  resigned: { label: 'Resigned', category: 'closed', locked: true },
  replaced: { label: 'Replaced', category: 'closed', locked: true },
  abandoned: { label: 'Not concluded', category: 'closed', locked: true },
} as const;

/**
 * How every kind of agreement lives. What its steps are evidence for differs
 * between what we promise customers and what others promise us.
 */
export function agreementTransitions(evidence: {
  signed: ReadonlyArray<string>;
  evaluated: ReadonlyArray<string>;
  updated: ReadonlyArray<string>;
}) {
  return {
    startNegotiation: {
      label: 'Start negotiation',
      from: ['draft'],
      to: 'negotiating',
      by: staff,
      needs: ['description'],
      offers: ['customerRepresentative', 'providerRepresentative'],
      primary: true,
    },
    sendForApproval: {
      label: 'Send for signature',
      from: ['draft', 'negotiating'],
      to: 'inApproval',
      by: keepers,
      needs: [
        'description',
        'serviceHours',
        'targets',
        'validFrom',
        'signatories',
      ],
      offers: ['validUntil', 'noticeBy', 'version', 'signatures', 'signedCopy'],
      notify: ['signatories'],
      primary: true,
    },
    takeBack: {
      label: 'Take back',
      from: ['inApproval'],
      to: 'negotiating',
      by: keepers,
      reason: 'optional',
    },
    sign: {
      label: 'Sign',
      from: ['inApproval'],
      to: 'signed',
      by: [],
      stamps: ['signedAt'],
      evidenceFor: evidence.signed,
      notify: ['owner'],
    },
    refuse: {
      label: 'Refuse',
      from: ['inApproval'],
      to: 'negotiating',
      by: [],
      notify: ['owner'],
    },
    negotiateAgain: {
      label: 'Negotiate again',
      from: ['signed', 'abandoned'],
      to: 'negotiating',
      by: keepers,
      clears: ['signedAt'],
      reason: 'required',
      notify: ['signatories'],
    },
    putIntoForce: {
      label: 'Put into force',
      from: ['signed'],
      to: 'inForce',
      by: keepers,
      offers: ['nextReviewAt', 'signatures', 'signedCopy'],
      moves: { relation: 'replaces', transition: 'replace' },
      notify: ['signatories'],
      primary: true,
    },
    evaluate: {
      label: 'Record an evaluation',
      from: ['inForce'],
      to: 'inForce',
      by: staff,
      needs: ['evaluatedFrom', 'evaluatedUntil', 'fulfilment'],
      offers: ['evaluationResults', 'evaluationReportedTo'],
      stamps: ['evaluatedAt'],
      evidenceFor: evidence.evaluated,
      notify: ['owner'],
      primary: true,
    },
    review: {
      label: 'Record a review',
      from: ['inForce'],
      to: 'inForce',
      by: keepers,
      needs: ['reviewOutcome'],
      offers: ['reviewNote', 'reviewInterval', 'nextReviewAt'],
      stamps: ['lastReviewedAt'],
    },
    extend: {
      label: 'Extend',
      from: ['inForce'],
      to: 'inForce',
      by: keepers,
      needs: ['validUntil'],
      offers: ['noticeBy', 'signatures', 'signedCopy'],
      reason: 'required',
      evidenceFor: evidence.updated,
      notify: ['signatories'],
    },
    giveNotice: {
      label: 'Record a notice',
      from: ['inForce'],
      to: 'noticeGiven',
      by: keepers,
      needs: ['validUntil'],
      reason: 'required',
      notify: ['signatories'],
    },
    withdrawNotice: {
      label: 'Withdraw the notice',
      from: ['noticeGiven'],
      to: 'inForce',
      by: keepers,
      offers: ['validUntil'],
      reason: 'required',
      notify: ['signatories'],
    },
    resign: {
      label: 'Resign',
      from: ['inForce', 'noticeGiven'],
      to: 'resigned',
      by: keepers,
      offers: ['endedAt'],
      stamps: ['endedAt'],
      reason: 'required',
      evidenceFor: evidence.updated,
      notify: ['signatories'],
    },
    expire: {
      label: 'Record as expired',
      from: ['inForce'],
      to: 'expired',
      by: keepers,
      offers: ['endedAt'],
      stamps: ['endedAt'],
      reason: 'optional',
      automatic: { at: 'validUntil' },
      notify: ['signatories'],
    },
    replace: {
      label: 'Record as replaced',
      from: ['inForce', 'noticeGiven'],
      to: 'replaced',
      by: keepers,
      stamps: ['endedAt'],
      reason: 'optional',
      evidenceFor: evidence.updated,
      notify: ['signatories'],
    },
    abandon: {
      label: 'Give up',
      from: ['draft', 'negotiating', 'signed'],
      to: 'abandoned',
      by: keepers,
      reason: 'required',
      notify: ['signatories'],
    },
  } as const;
}
