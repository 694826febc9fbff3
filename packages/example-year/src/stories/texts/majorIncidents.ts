import { DateTime } from 'luxon';
import { World } from '../../World';

export interface MajorIncidentText {
  /** When monitoring sees it, in days after the start and hours of that day. */
  day: number;
  hour: number;
  title: string;
  affected: string[];
  category: 'availability' | 'performance';
  what: string;
  by: string;
  coordinator: string;
  escalation: string;
  /** What people tell each other, so many minutes after. */
  notes: ReadonlyArray<readonly [minutes: number, by: string, body: string]>;
  /** What others report of the same, so many minutes after. */
  reports: ReadonlyArray<
    readonly [minutes: number, title: string, affected: string]
  >;
  resolvedAfter: number;
  resolution: string;
  review: {
    kind: 'outage' | 'degradation';
    participants: string[];
    description: string;
    timeline: ReadonlyArray<
      readonly [minutes: number, what: string, who: string]
    >;
    impact: string;
    missedTargets: string;
    detection: string;
    cause: string;
    recovery: string;
    communication: ReadonlyArray<
      readonly [
        minutes: number,
        audience: string,
        channel: string,
        message: string,
      ]
    >;
    wentWell: string;
    wentBadly: string;
    conclusions: string;
    actions: ReadonlyArray<
      readonly [title: string, assignee: string, days: number, result: string]
    >;
  };
}

/** Two days that nobody forgets; changes and problems come of them. */
export const majorIncidents: Record<'storm' | 'network', MajorIncidentText> = {
  storm: {
    day: 66,
    hour: 7,
    title: 'Storm day: payments and refunds stand still',
    affected: [
      'component:default/payment-service',
      'resource:default/refund-queue',
      'component:default/skerry-web',
    ],
    category: 'availability',
    what: 'All sailings of the day are cancelled. Since the mail to 9,400 travellers went out, payments time out, refunds wait, and the website answers after eight seconds.',
    by: 'joao-figueira',
    coordinator: 'viktor-marinov',
    escalation:
      'Nobody can rebook or pay, and the phones of the call centre do not stop',
    notes: [
      [
        12,
        'joao-figueira',
        'All connections of the payment database are taken, four fifths by the refund worker.',
      ],
      [
        20,
        'viktor-marinov',
        'I lead from here. Next word at half past, then every thirty minutes.',
      ],
      [
        34,
        'sven-kallio',
        'The database itself is bored: it is the limit of connections, not the machine.',
      ],
      [
        58,
        'priya-raghunathan',
        'We split the connections by an emergency change: refunds get ten, payments the rest.',
      ],
      [
        112,
        'joao-figueira',
        'Payments below one second again. Refunds run slowly, but they run.',
      ],
    ],
    reports: [
      [15, 'Rebooking ends with a white page', 'component:default/skerry-web'],
      [
        22,
        'Counter cannot take cards for the afternoon boat',
        'component:default/payment-service',
      ],
      [41, 'Refund of the 07:15 is not there', 'resource:default/refund-queue'],
    ],
    resolvedAfter: 150,
    resolution:
      'Connections of payments and refunds separated by an emergency change, worker limited to ten. Queue was empty at 21:40.',
    review: {
      kind: 'outage',
      participants: [
        'user:priya-raghunathan',
        'user:joao-figueira',
        'user:sven-kallio',
        'user:yuki-hamasaki',
        'group:incident-managers',
      ],
      description:
        'On a storm day refunds took all connections of the payment database. For two and a half hours travellers could hardly rebook or pay.',
      timeline: [
        [0, 'Monitoring reports timeouts of payments', 'group:payments-team'],
        [14, 'Declared a major incident', 'user:viktor-marinov'],
        [
          34,
          'Limit of connections found to be the bottleneck',
          'user:sven-kallio',
        ],
        [65, 'Emergency change approved by phone', 'user:maren-aldous'],
        [110, 'Payments are fast again', 'user:joao-figueira'],
        [150, 'Incident resolved, refunds still run', 'group:payments-team'],
      ],
      impact:
        'About 2,100 travellers could not rebook for two and a half hours; the call centre answered one call in four. Refunds went out on the same day.',
      missedTargets:
        'Availability of payments that month was 99.64 instead of 99.8 percent.',
      detection:
        'By monitoring, four minutes before the first call. The queue of refunds alone would have told it an hour earlier.',
      cause:
        'Payments and refunds share one pool of connections. Four thousand refunds at once had never met a wave of rebookings.',
      recovery: 'Pools separated, worker limited.',
      communication: [
        [
          25,
          'Travellers',
          'Website and app',
          'Rebooking is slow, your ticket stays valid',
        ],
        [30, 'Terminals', 'Radio', 'Send people home, rebooking from noon on'],
        [155, 'Travellers', 'Website and app', 'Rebooking works again'],
      ],
      wentWell:
        'One voice, a word every half hour, and a decision within fifteen minutes.',
      wentBadly:
        'The mail went to all travellers in the same minute. Nobody knew the number of connections by heart.',
      conclusions:
        'Mails of a storm day go out in waves. Refunds never again share what payments live on. The limit becomes part of the capacity plan.',
      actions: [
        [
          'Send mails of a storm day in waves of five hundred',
          'leila-mansouri',
          30,
          'Waves of five hundred, five minutes apart; used on the next storm day without a complaint.',
        ],
        [
          'Alert when four fifths of the connections are taken',
          'amara-diallo',
          14,
          'Alert set for all databases of the cluster.',
        ],
      ],
    },
  },
  network: {
    day: 226,
    hour: 5,
    title: 'Five terminals are cut off from the core network',
    affected: [
      'resource:default/core-network',
      'component:default/check-in-service',
      'component:default/departure-boards',
    ],
    category: 'availability',
    what: 'After the night work on the firewalls no terminal but Northpier and Mainhaven answers. First departure is at 06:40, on a busy Friday.',
    by: 'hanna-bjarnadottir',
    coordinator: 'niamh-corrigan',
    escalation:
      'Five terminals on their own on a busy Friday, and the first boat leaves in ninety minutes',
    notes: [
      [
        8,
        'hanna-bjarnadottir',
        'The new firewall learned all routes but those of the radio and fibre rings of the islands.',
      ],
      [
        16,
        'niamh-corrigan',
        'I lead. Terminals scan from their own store and have four hours, until nine.',
      ],
      [
        45,
        'pedro-quispe',
        'We go back to the old firewalls. It takes an hour, and I would rather not be called in it.',
      ],
      [
        70,
        'eilidh-macaskill',
        'Boarding at Tarn Quay by hand, the others by their own store. No delay so far.',
      ],
      [
        118,
        'pedro-quispe',
        'All seven terminals answer. Head counts are coming in.',
      ],
    ],
    reports: [
      [
        10,
        'No boards and no phones in Tarn Quay',
        'component:default/departure-boards',
      ],
      [
        18,
        'Gates in Harrow Sound say "offline"',
        'component:default/check-in-service',
      ],
      [
        35,
        'Manifest of the 06:40 has no head count',
        'component:default/passenger-manifest',
      ],
    ],
    resolvedAfter: 125,
    resolution:
      'Firewalls put back to the old pair. Head counts of nine sailings compared with the crews, all right.',
    review: {
      kind: 'outage',
      participants: [
        'user:pedro-quispe',
        'user:hanna-bjarnadottir',
        'user:eilidh-macaskill',
        'user:sven-kallio',
        'group:incident-managers',
      ],
      description:
        'A firewall change of the night lost the routes to five terminals. Boarding went on from the stores of the gates and by hand; no sailing was cancelled.',
      timeline: [
        [-180, 'Change of the firewalls begins', 'group:network-team'],
        [0, 'Monitoring reports five terminals as gone', 'group:network-team'],
        [12, 'Declared a major incident', 'user:niamh-corrigan'],
        [45, 'Decision to go back to the old firewalls', 'user:pedro-quispe'],
        [118, 'All terminals answer', 'group:network-team'],
        [125, 'Incident resolved', 'user:hanna-bjarnadottir'],
      ],
      impact:
        'Nine sailings boarded without a network, three of them eleven to twenty minutes late. Two manifests were filed by phone.',
      missedTargets:
        'Punctuality of that day; no target of availability, as gates worked on.',
      detection:
        'By monitoring, three hours after the cause: the terminals still used routes that they had learned before.',
      cause:
        "The test after the change looked at the two terminals that need no learned routes. Back-out had been planned for until three o'clock, and nobody had looked by then.",
      recovery: 'Old firewalls put back.',
      communication: [
        [
          15,
          'Duty managers',
          'Radio',
          'Board from your own store, by hand from nine on',
        ],
        [
          30,
          'Travellers',
          'Loudspeakers',
          'Boards are dark, listen for your sailing',
        ],
        [130, 'Duty managers', 'Radio', 'All is back, compare your counts'],
      ],
      wentWell:
        'The stores of the gates did what they are made for. Boarding by hand had been practised twice.',
      wentBadly: 'A risky change before a busy Friday. The test was too small.',
      conclusions:
        'Changes of the core network are tested from all seven terminals. None is made in the night before a Friday any more.',
      actions: [
        [
          'Test from all seven terminals after each change of the network',
          'hanna-bjarnadottir',
          21,
          'A script asks all seven and writes the answer into the change.',
        ],
        [
          'Keep the nights before Fridays free of network changes',
          'grace-wanjiru',
          10,
          'The schedule of changes refuses them, and the rule is written into the next freeze.',
        ],
        [
          'Practise boarding by hand in Tarn Quay once more',
          'eilidh-macaskill',
          60,
          'Practised with both shifts; a count took nine minutes.',
        ],
      ],
    },
  },
};

/** The Friday and the minute at which it begins. */
export function beginOf(
  world: World,
  { day, hour }: MajorIncidentText,
): DateTime {
  const date = world.start.plus({ days: day });
  return date.plus({ days: (12 - date.weekday) % 7 }).set({ hour, minute: 4 });
}
