import { Draft } from '../../World';

/** A supplier, and how its evaluations turn out. */
export interface SupplierText {
  key: string;
  day: number;
  manager: string;
  systems: string[];
  /** The title of the agreement with it. */
  agreement?: string;
  draft: Draft;
  /** Kinds of outcome, with the days on which they are found. */
  evaluations: EvaluationText[];
}

export interface EvaluationText {
  day: number;
  rating: 'exceeds' | 'meets' | 'partlyMeets' | 'insufficient';
  score: number;
  findings: string;
  criteria: Array<{
    criterion: string;
    area: string;
    target: string;
    result: string;
    met: string;
    score: number;
  }>;
}

const answers = (result: string, met: string, score: number) => ({
  criterion: 'Answer to a report',
  area: 'support',
  target: 'Within 30 minutes',
  result,
  met,
  score,
});

const available = (
  target: string,
  result: string,
  met: string,
  score: number,
) => ({
  criterion: 'Availability',
  area: 'target',
  target,
  result,
  met,
  score,
});

export const suppliers: SupplierText[] = [
  {
    key: 'merrow',
    day: 6,
    agreement: 'Card acquiring',
    manager: 'rosa-delgado',
    systems: ['payments'],
    draft: {
      title: 'Merrow Acquiring',
      fields: {
        kind: 'external',
        organisation: 'Merrow Acquiring plc, merchant services',
        description: 'Takes our card payments since 2016.',
        offerings:
          'Authorisation, settlement and refunds of cards; terminals for counters; also: payment by phone number.',
        suppliedEntities: ['resource:payment-gateway-link'],
        website: 'https://merrow.example.org',
        externalReference: 'Merchant 0044-771',
        contacts: [
          {
            name: 'Ottoline Prideaux',
            role: 'Key account manager',
            responsibleFor: 'relationship',
            email: 'ottoline@merrow.example.org',
          },
          {
            name: 'Merchant support',
            responsibleFor: 'operation',
            email: 'support@merrow.example.org',
            phone: '+44 20 5550 0100',
          },
        ],
        channels: [
          { use: 'support', channel: 'Phone, day and night' },
          { use: 'changes', channel: 'Mail, two weeks ahead' },
        ],
        escalation: [
          { level: 1, when: 'After 30 minutes', contact: 'Duty manager' },
          { level: 2, when: 'After two hours', contact: 'Ottoline Prideaux' },
        ],
        contracts: [
          {
            reference: 'MA-2016-771',
            subject: 'Card services',
            renewal: 'renewsItself',
          },
        ],
        criticality: 'vital',
        replaceability: 'effort',
        dataAccess: 'personal',
        certificates: [{ certificate: 'Card schemes, level 1' }],
        risks: 'Our only one; nothing is sold online without them.',
        exitPlan: 'A second one could take over in four months.',
        evaluationEvery: 182,
      },
    },
    evaluations: [
      {
        day: 118,
        rating: 'meets',
        score: 4,
        findings: 'Good, but for one evening.',
        criteria: [
          available('99.9 %', '99.92 %', 'yes', 4),
          answers('22 minutes on average', 'yes', 4),
        ],
      },
      {
        day: 300,
        rating: 'partlyMeets',
        score: 3,
        findings: 'Fast in support, but too slow on summer Fridays.',
        criteria: [
          available('99.9 %', '99.86 %', 'no', 2),
          answers('18 minutes on average', 'yes', 5),
        ],
      },
    ],
  },
  {
    key: 'tidewire',
    day: 7,
    agreement: 'Satellite links of the vessels',
    manager: 'rosa-delgado',
    systems: ['shared-platform', 'fleet-operations'],
    draft: {
      title: 'Tidewire Satellite',
      fields: {
        kind: 'external',
        organisation: 'Tidewire Satellite Ltd',
        offerings:
          'Satellite links of 20 or 40 Mbit/s to nine vessels; antennas and their repair in port.',
        suppliedEntities: ['resource:ship-to-shore-link'],
        contacts: [
          {
            name: 'Radu Ionescu',
            role: 'Service delivery',
            responsibleFor: 'operation',
            email: 'noc@tidewire.example.org',
          },
        ],
        criticality: 'high',
        replaceability: 'hard',
        dataAccess: 'none',
        evaluationEvery: 182,
      },
    },
    evaluations: [
      {
        day: 126,
        rating: 'insufficient',
        score: 1.8,
        findings:
          'Four vessels were without a link for more than a day. Nobody came to the port for a week, and calls were answered by a machine.',
        criteria: [
          available('99.0 %', '96.4 %', 'no', 1),
          answers('Five hours on average', 'no', 1),
          {
            criterion: 'Technician in port',
            area: 'delivery',
            target: 'Within two days',
            result: 'Six days',
            met: 'no',
            score: 2,
          },
        ],
      },
      {
        day: 312,
        rating: 'meets',
        score: 3.6,
        findings:
          'The measures show: three short interruptions, each mended within two days.',
        criteria: [
          available('99.0 %', '99.1 %', 'yes', 4),
          answers('35 minutes on average', 'partly', 3),
        ],
      },
    ],
  },
  {
    key: 'havn',
    day: 8,
    manager: 'grace-wanjiru',
    systems: ['shared-platform'],
    draft: {
      title: 'Havn Hosting',
      fields: {
        kind: 'external',
        organisation: 'Havn Hosting GmbH',
        offerings:
          'The second site on the hill: room, power, cooling, and hands at night.',
        suppliedEntities: [
          'resource:production-cluster',
          'resource:object-store',
        ],
        contacts: [
          {
            name: 'Signe Kjær',
            role: 'Customer manager',
            responsibleFor: 'relationship',
            email: 'signe@havn.example.org',
          },
          {
            name: 'Duty engineer',
            responsibleFor: 'escalation',
            phone: '+44 20 5550 0123',
          },
        ],
        criticality: 'vital',
        replaceability: 'hard',
        dataAccess: 'confidential',
        certificates: [{ certificate: 'ISO/IEC 27001' }],
        evaluationEvery: 365,
      },
    },
    evaluations: [
      {
        day: 214,
        rating: 'exceeds',
        score: 4.7,
        findings:
          'No minute lost, and they stayed by the phone through the storm.',
        criteria: [
          available('99.95 %', '100 %', 'yes', 5),
          answers('Four minutes', 'yes', 5),
        ],
      },
    ],
  },
  {
    key: 'lumen',
    day: 9,
    agreement: 'Payroll software',
    manager: 'rosa-delgado',
    systems: ['fleet-operations'],
    draft: {
      title: 'Lumen Payroll',
      fields: {
        kind: 'external',
        organisation: 'Lumen Payroll SA',
        offerings: 'Payroll for 640 people, as a service.',
        suppliedEntities: ['resource:payroll-saas'],
        contacts: [
          {
            name: 'Benoît Achard',
            role: 'Account manager',
            responsibleFor: 'agreements',
            email: 'benoit@lumen.example.org',
          },
        ],
        criticality: 'high',
        replaceability: 'effort',
        dataAccess: 'personal',
        evaluationEvery: 365,
      },
    },
    evaluations: [
      {
        day: 188,
        rating: 'partlyMeets',
        score: 3.1,
        findings:
          'Pays on time. Yearly proof of security came three months late.',
        criteria: [
          available('99.5 %', '99.7 %', 'yes', 4),
          {
            criterion: 'Proof of security',
            area: 'security',
            target: 'By the end of the first quarter',
            result: 'Three months late',
            met: 'no',
            score: 2,
          },
        ],
      },
    ],
  },
  {
    key: 'trust',
    day: 10,
    manager: 'grace-wanjiru',
    systems: ['terminal-operations'],
    draft: {
      title: 'Outer Isles Harbour Trust',
      fields: {
        kind: 'federation',
        organisation: 'Outer Isles Harbour Trust',
        offerings: 'Power, cabinets and networks on the quays of four islands.',
        suppliedEntities: ['resource:terminal-edge-cluster'],
        contacts: [
          {
            name: 'Mairead Gunn',
            role: 'Harbour master',
            responsibleFor: 'relationship',
            email: 'harbour-trust@example.org',
          },
        ],
        criticality: 'high',
        replaceability: 'hard',
        dataAccess: 'none',
        evaluationEvery: 365,
      },
    },
    evaluations: [
      {
        day: 268,
        rating: 'meets',
        score: 3.8,
        findings:
          'They do what they can with what they have. Batteries are now exchanged each spring.',
        criteria: [
          {
            criterion: 'Power on the quays',
            area: 'target',
            target: 'At most two cuts a year',
            result: 'One',
            met: 'yes',
            score: 4,
          },
        ],
      },
    ],
  },
  {
    key: 'quayside',
    day: 11,
    manager: 'rosa-delgado',
    systems: ['workplace'],
    draft: {
      title: 'Quayside Print Bureau',
      fields: {
        kind: 'external',
        organisation: 'Quayside Print Bureau',
        offerings: 'Boarding cards for groups, posters, ticket paper.',
        contacts: [
          { name: 'The counter', email: 'print@quayside.example.org' },
        ],
        criticality: 'low',
        replaceability: 'easy',
        dataAccess: 'none',
        evaluationEvery: 365,
      },
    },
    evaluations: [],
  },
];
