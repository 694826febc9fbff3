import { World } from '../World';
import { course, dateIn, inDays, linksTo, linksToKnown, Step } from './course';
import { Known } from './texts/ism';

/** Two events that turn out to be incidents, and one that does not. */
export function suffer(world: World, known: Known): void {
  loseMailbox(world, known);
  infectKiosk(world, known);
  suspectDisclosure(world);
}

/** Personal data is lost: the authority is told in time. */
function loseMailbox(world: World, known: Known) {
  const niamh = world.person('niamh-corrigan');
  const laszlo = world.person('laszlo-feher');
  escalate(world, {
    day: 178,
    by: 'niamh-corrigan',
    event: {
      title: 'Mailbox of group bookings forwards all mail abroad',
      description: 'A rule that nobody has made, since Sunday evening.',
      affected: ['component:staff-mail'],
    },
    category: 'account',
    incident: {
      confidentialityBreached: true,
      impact: 'high',
      involved: ['user:maren-aldous', 'user:niamh-corrigan'],
    },
    links: () => [
      ...linksToKnown('harms', known.assets, ['mail', 'bookings']),
      ...linksToKnown('realises', known.risks, ['phishing']),
      ...linksToKnown('gotPast', known.controls, ['training', 'factor']),
      ...linksTo(world, 'relatesTo', 'incident', [
        'component:staff-mail',
      ]).slice(-1),
    ],
    steps: [
      [0, id => laszlo.move(id, 'startTriage', { assignee: laszlo.ref })],
      [
        0,
        id =>
          laszlo.move(id, 'contain', {
            personalDataBreach: 'yes',
            notifyBy: inDays(world, 3),
            authorityNotification: 'due',
          }),
      ],
      [
        1,
        id =>
          laszlo.move(id, 'recover', {
            containment:
              'Rule deleted, account locked, all its sign-ins ended.',
            evidence:
              'Export of the mailbox and of the logs, in the safe of the security office.',
          }),
      ],
      [
        2,
        id =>
          laszlo.edit(id, {
            peopleConcerned: 212,
            authorityNotification: 'made',
            authority: 'Data protection authority, case 4711/7',
            authorityNotifiedAt: inDays(world, 0),
            communication:
              'Four group leaders by phone, 212 travellers by letter, the board on the same day.',
            timeline: [
              {
                at: world.now().minus({ days: 4 }).toISO(),
                what: 'Password given away on a page that looked like payroll',
              },
              {
                at: world.now().minus({ days: 2 }).toISO(),
                what: 'A haulier asks why mail comes twice',
                who: niamh.ref,
              },
              {
                at: inDays(world, 0),
                what: 'Authority told',
                who: laszlo.ref,
              },
            ],
          }),
      ],
      [
        5,
        id =>
          laszlo.move(id, 'startReview', {
            eradication:
              'New password, key instead of text message; no other rule found in 480 mailboxes.',
            recovery:
              'The desk works in a fresh mailbox; lists of passengers are no longer sent by mail.',
          }),
      ],
      [
        12,
        id =>
          laszlo.move(id, 'agreeActions', {
            actions: [
              {
                action: 'No second factor by text message any more',
                responsible: 'user:amara-diallo',
                due: dateIn(world, 45),
              },
              {
                action: 'Group leaders upload their lists in the website',
                responsible: 'group:channels-team',
                due: dateIn(world, 90),
              },
            ],
            rootCause:
              'The code by text message was typed into the false page as well.',
            lessons: 'We were fast once we looked. A haulier saw it before us.',
          }),
      ],
      [
        20,
        id =>
          laszlo.move(id, 'close', {
            closureCode: 'resolvedWithLoss',
            harm: '212 names with birthdays are in foreign hands.',
          }),
      ],
      [
        75,
        async id => {
          await laszlo.move(id, 'followUp', {
            actions: [
              {
                action: 'No second factor by text message any more',
                responsible: 'user:amara-diallo',
                done: true,
              },
              {
                action: 'Group leaders upload their lists in the website',
                responsible: 'group:channels-team',
                due: dateIn(world, 30),
                done: false,
              },
            ],
          });
        },
      ],
    ],
  });
}

/** Contained twice, as one kiosk was overlooked. */
function infectKiosk(world: World, known: Known) {
  const amara = world.person('amara-diallo');
  const laszlo = world.person('laszlo-feher');
  const actions = [
    {
      action: 'Kiosks start from an image that cannot be written to',
      responsible: 'user:ruben-castellanos',
      due: dateIn(world, 60),
    },
  ];
  escalate(world, {
    day: 262,
    by: 'ruben-castellanos',
    event: {
      title: 'Kiosk at Sundra calls an unknown address each minute',
      description:
        'Seen in the logs of the firewall; the kiosk sells as it should.',
      affected: [
        'component:check-in-service',
        'resource:terminal-edge-cluster',
      ],
    },
    category: 'malware',
    incident: { integrityBreached: true, impact: 'medium' },
    links: () => [
      ...linksToKnown('gotPast', known.controls, ['patching']),
      ...linksTo(world, 'relatesTo', 'incident', [
        'component:check-in-service',
      ]).slice(-1),
    ],
    steps: [
      [0, id => amara.move(id, 'startTriage', { assignee: amara.ref })],
      [
        0,
        id =>
          amara.move(id, 'contain', {
            personalDataBreach: 'no',
            authorityNotification: 'notNeeded',
          }),
      ],
      [
        0,
        id =>
          amara.move(id, 'recover', {
            containment: 'The kiosk was taken off the network.',
          }),
      ],
      [
        2,
        id =>
          amara.move(
            id,
            'containAgain',
            {},
            'The kiosk beside it calls the same address.',
          ),
      ],
      [
        2,
        id =>
          amara.move(id, 'recover', {
            containment:
              'All kiosks of Sundra are off the network; counters sell.',
          }),
      ],
      [
        6,
        id =>
          amara.move(id, 'startReview', {
            eradication:
              'Both kiosks were set up anew; the stick it came from is in the safe.',
            recovery: 'Watched for two days, then opened.',
          }),
      ],
      [
        13,
        id =>
          amara.move(id, 'agreeActions', {
            actions,
            rootCause: 'A technician brought the update on a stick of his own.',
            lessons: 'Updates come over the network, or not at all.',
          }),
      ],
      [16, id => laszlo.move(id, 'close', { closureCode: 'resolved' })],
      [
        70,
        id =>
          laszlo.move(id, 'followUp', {
            actions: actions.map(action => ({ ...action, done: true })),
          }),
      ],
    ],
  });
}

/** Looked like a breach, was a namesake. */
function suspectDisclosure(world: World) {
  const laszlo = world.person('laszlo-feher');
  const event = escalate(world, {
    day: 312,
    by: 'yuki-hamasaki',
    event: {
      title: 'Traveller sees the bookings of somebody else',
      description: 'A picture of the screen was sent to the press office.',
      affected: ['component:traveller-account'],
    },
    category: 'disclosure',
    incident: { impact: 'high' },
    links: () => [],
    steps: [
      [0, id => laszlo.move(id, 'startTriage', { assignee: laszlo.ref })],
      [
        2,
        id =>
          laszlo.move(
            id,
            'reject',
            { closureCode: 'falseAlarm' },
            'Father and son of the same name share one account, and had forgotten it.',
          ),
      ],
      [
        3,
        () =>
          laszlo.move(event(), 'classify', {
            assessment: 'falseAlarm',
            assessmentNote: 'A shared account.',
          }),
      ],
      [3, () => laszlo.move(event(), 'close')],
    ],
  });
}

interface Escalation {
  day: number;
  by: string;
  event: { title: string; description: string; affected: string[] };
  category: string;
  incident: Record<string, string | string[] | boolean>;
  links: () => Array<{ relation: string; to: string }>;
  steps: Step[];
}

/** @returns the id of the event, once there is one */
function escalate(
  world: World,
  { day, by, event, category, incident, links, steps }: Escalation,
): () => string {
  const laszlo = world.person('laszlo-feher');
  let eventId = '';
  course(
    world,
    day,
    async () => {
      const record = await world.person(by).create('securityEvent', {
        title: event.title,
        restricted: true,
        fields: {
          description: event.description,
          affected: event.affected,
          source: 'staff',
          assignedGroup: 'group:security-office',
        },
      });
      eventId = record.id;
      await laszlo.move(eventId, 'escalate', {
        category,
        severity: 'high',
        assessment: 'incident',
        assessmentNote: 'It is what it looks like.',
      });
      return laszlo.create('securityIncident', {
        title: event.title,
        owner: laszlo.ref,
        restricted: true,
        fields: {
          description: event.description,
          affected: event.affected,
          category,
          source: 'event',
          reporter: record.createdBy,
          occurredAt: world.now().minus({ days: 1 }).toISO(),
          assignedGroup: 'group:security-office',
          ...incident,
        },
        links: [{ relation: 'arisesFrom', to: eventId }, ...links()],
      });
    },
    steps,
  );
  return () => eventId;
}
