import { World } from '../World';
import { course, dateIn, inDays } from './course';

/** Plans are tried out: some tests pass, one fails and is repeated. */
export function testPlans(world: World, known: Map<string, string>): void {
  testBooking(world, known);
  testTerminals(world, known);
  testPlatform(world, known);
}

const restoreSteps = [
  { step: 'Fetch the last backup from the object store', minutes: 30 },
  { step: 'Restore it on the spare cluster', minutes: 60 },
  { step: 'Play the log to the last minute', minutes: 15 },
  { step: 'Compare 200 bookings with the original', minutes: 15 },
];

const done = (steps: ReadonlyArray<{ step: string; minutes: number }>) =>
  steps.map(step => ({ ...step, state: 'done' }));

/** At the table, then a restore that fails and is repeated. */
function testBooking(world: World, known: Map<string, string>) {
  const ifeoma = world.person('ifeoma-adeyinka');
  const sven = world.person('sven-kallio');
  const plan = () => ({ relation: 'tests', to: known.get('booking')! });
  course(
    world,
    96,
    () =>
      ifeoma.create('continuityTest', {
        title: 'Talk through the loss of the booking database',
        fields: {
          kind: 'tabletop',
          affected: ['component:booking-engine', 'resource:booking-database'],
          description:
            'Does everybody know their part, and the number to call?',
          scenario:
            'Friday, 15:40: the database does not start after a power cut.',
          successCriteria: 'Each step has somebody who can do it today.',
          plannedFor: inDays(world, 7),
          participants: ['group:booking-team', 'group:platform-team'],
          observers: ['user:grace-wanjiru'],
        },
        links: [plan()],
      }),
    [
      [7, id => ifeoma.move(id, 'start')],
      [
        7,
        id =>
          ifeoma.move(id, 'pass', {
            result:
              'All steps have somebody; one phone number was out of date.',
            findings: [
              {
                finding: 'The number of the port office is wrong in the plan',
                severity: 'low',
                measure: 'Correct it in the red folder',
                responsible: 'user:tomasz-wierzba',
                due: dateIn(world, 14),
              },
            ],
          }),
      ],
      [
        10,
        async id =>
          world.remember(
            'continuityTest',
            await ifeoma.move(id, 'close', {
              planFits: 'adapted',
              conclusion:
                'The plan holds. Numbers are checked each quarter now.',
            }),
          ),
      ],
    ],
  );
  let failed: string;
  const restore = {
    kind: 'restore',
    affected: ['resource:booking-database', 'resource:database-cluster'],
    description: 'Can the backup of last night be brought back in two hours?',
    scenario:
      'Both copies of the database are damaged; only the backup is left.',
    successCriteria:
      'A database that opens, within two hours, at most 15 minutes old.',
    precautions: 'On the spare cluster; nobody notices anything.',
    participants: ['user:tomasz-wierzba', 'user:amara-diallo'],
    recoverySteps: restoreSteps,
    expectedRecoveryTime: 2,
    expectedRecoveryPoint: 0.25,
  };
  course(
    world,
    134,
    async () => {
      const record = await sven.create('continuityTest', {
        title: 'Restore the booking database',
        fields: { ...restore, plannedFor: inDays(world, 5) },
        links: [plan()],
      });
      failed = record.id;
      return record;
    },
    [
      [5, id => sven.move(id, 'start')],
      [
        5,
        async id =>
          world.remember(
            'continuityTest',
            await sven.move(id, 'fail', {
              result:
                'The backup is good, and 200 of 200 bookings agreed. But it took 3.4 hours: the line to the object store is the bottleneck.',
              achievedRecoveryTime: 3.4,
              achievedRecoveryPoint: 0.2,
              findings: [
                {
                  finding:
                    'Fetching the backup takes two hours, not half an hour',
                  severity: 'high',
                  measure:
                    'Keep the last two backups on the database cluster too',
                  responsible: 'group:platform-team',
                  due: dateIn(world, 21),
                },
              ],
            }),
          ),
      ],
      [
        9,
        id =>
          sven.move(id, 'close', {
            planFits: 'mustChange',
            conclusion: 'Backups move nearer; the test is repeated next month.',
          }),
      ],
    ],
  );
  course(
    world,
    168,
    () =>
      sven.create('continuityTest', {
        title: 'Restore the booking database, again',
        fields: { ...restore, plannedFor: inDays(world, 4) },
        links: [plan(), { relation: 'repeats', to: failed }],
      }),
    [
      [4, id => sven.move(id, 'start')],
      [
        4,
        async id =>
          world.remember(
            'continuityTest',
            await sven.move(id, 'pass', {
              recoverySteps: done(restoreSteps),
              result: 'Restored from the near copy; all bookings agreed.',
              achievedRecoveryTime: 1.4,
              achievedRecoveryPoint: 0.2,
            }),
          ),
      ],
      [
        6,
        id =>
          sven.move(id, 'close', {
            planFits: 'adapted',
            conclusion:
              'Two hours can be kept. The plan names the near copy now.',
          }),
      ],
    ],
  );
}

/** In earnest at Northpier; and a call chain that falls through. */
function testTerminals(world: World, known: Map<string, string>) {
  const eilidh = world.person('eilidh-macaskill');
  course(
    world,
    196,
    () =>
      eilidh.create('continuityTest', {
        title: 'Board the Friday ferry at Northpier by hand',
        fields: {
          kind: 'full',
          affected: [
            'system:terminal-operations',
            'component:check-in-service',
          ],
          description: 'Does the vessel leave on time without any screen?',
          scenario:
            'The network of the terminal is gone an hour before departure.',
          successCriteria: 'Departure on time, head count right.',
          announcement: 'unannounced',
          precautions:
            'The duty manager may break off 25 minutes before departure.',
          plannedFor: inDays(world, 7),
          participants: ['group:terminal-team', 'group:harbour-staff'],
          observers: ['user:anneke-vandermeer'],
          recoverySteps: [
            { step: 'Hand out scanners and cards', minutes: 10 },
            { step: 'Raise the barriers by hand', minutes: 5 },
            { step: 'Report the head count by radio', minutes: 5 },
            { step: 'Tell the coastguard by phone', minutes: 5 },
          ],
          expectedRecoveryTime: 1,
        },
        links: [{ relation: 'tests', to: known.get('terminals')! }],
      }),
    [
      [7, id => eilidh.move(id, 'start')],
      [
        7,
        async id =>
          world.remember(
            'continuityTest',
            await eilidh.move(id, 'pass', {
              recoverySteps: [
                {
                  step: 'Hand out scanners and cards',
                  state: 'done',
                  minutes: 18,
                },
                {
                  step: 'Raise the barriers by hand',
                  state: 'done',
                  minutes: 5,
                },
                {
                  step: 'Report the head count by radio',
                  state: 'done',
                  minutes: 6,
                },
                {
                  step: 'Tell the coastguard by phone',
                  state: 'skipped',
                  note: 'They were not to be bothered during a rescue.',
                },
              ],
              achievedRecoveryTime: 0.5,
              result:
                '212 people and 61 cars, away four minutes late. The count was right.',
              findings: [
                {
                  finding: 'Three scanners were not charged',
                  severity: 'medium',
                  measure: 'Charging cradle at the ramp, checked at each shift',
                  responsible: 'user:kirsty-flett',
                  due: dateIn(world, 30),
                },
              ],
            }),
          ),
      ],
      [
        12,
        id =>
          eilidh.move(id, 'close', {
            planFits: 'fits',
            conclusion: 'It works. Scanners must be kept charged.',
          }),
      ],
    ],
  );
  const nikos = world.person('nikos-papadakis');
  course(
    world,
    288,
    () =>
      nikos.create('continuityTest', {
        title: 'Call chain for manifests',
        fields: {
          kind: 'callChain',
          affected: ['component:passenger-manifest'],
          plannedFor: inDays(world, 10),
          participants: ['group:data-team'],
        },
        links: [{ relation: 'tests', to: known.get('manifest')! }],
      }),
    [
      [
        9,
        id =>
          nikos.move(
            id,
            'cancel',
            {},
            'The coastguard moves to a new control room that week; planned again when it is open.',
          ),
      ],
    ],
  );
}

/** Postponed, broken off, passed; and the plan is put into action in earnest. */
function testPlatform(world: World, known: Map<string, string>) {
  const sven = world.person('sven-kallio');
  const pedro = world.person('pedro-quispe');
  const steps = [
    { step: 'Take the first line down', minutes: 5 },
    { step: 'Watch traffic move to the radio line', minutes: 15 },
    { step: 'Take the first line up again', minutes: 5 },
  ];
  course(
    world,
    236,
    () =>
      pedro.create('continuityTest', {
        title: 'Failover of the lines to the islands',
        owner: 'group:network-team',
        fields: {
          kind: 'failover',
          affected: ['resource:core-network', 'resource:ship-to-shore-link'],
          scenario: 'A digger cuts the cable at the mainland end.',
          successCriteria: 'No terminal is cut off for more than a minute.',
          plannedFor: inDays(world, 6),
          participants: ['group:network-team', 'user:sven-kallio'],
          recoverySteps: steps,
          expectedRecoveryTime: 0.1,
        },
        links: [{ relation: 'tests', to: known.get('platform')! }],
      }),
    [
      [
        5,
        id =>
          pedro.move(
            id,
            'postpone',
            { plannedFor: inDays(world, 8) },
            'A gale is forecast for the day.',
          ),
      ],
      [13, id => pedro.move(id, 'start')],
      [
        13,
        id =>
          pedro.move(
            id,
            'breakOff',
            { plannedFor: inDays(world, 7) },
            'The Aurora asked for a medical call; the line was given back at once.',
          ),
      ],
      [20, id => pedro.move(id, 'start')],
      [
        20,
        async id =>
          world.remember(
            'continuityTest',
            await pedro.move(id, 'pass', {
              recoverySteps: done(steps),
              achievedRecoveryTime: 0.02,
              result: 'Forty seconds, and nobody called the desk.',
            }),
          ),
      ],
      [
        24,
        id =>
          pedro.move(id, 'close', {
            planFits: 'fits',
            conclusion: 'The radio line carries the terminals for a day.',
          }),
      ],
    ],
  );
  world.at(world.workday(301), async () => {
    const id = known.get('platform')!;
    await sven.move(
      id,
      'invoke',
      {},
      'Spring tide and storm: water in the basement, the hall is on batteries.',
    );
    world.after({ hours: 7 }, async () => {
      await sven.move(id, 'standDown', {
        invocationNote:
          'The generator held, the pumps won. Databases were moved to the second site for five hours and came back without loss. The address of the hosting supplier in the folder was old.',
      });
    });
  });
  course(
    world,
    350,
    () =>
      sven.create('continuityTest', {
        title: 'Start the platform at the second site',
        fields: {
          kind: 'full',
          affected: [
            'resource:production-cluster',
            'resource:database-cluster',
          ],
          scenario: 'The data centre is lost at 03:00 on a Sunday.',
          successCriteria: 'Booking sells again after four hours.',
          plannedFor: inDays(world, 45),
          participants: ['group:platform-team', 'group:network-team'],
          outsideParticipants: 'Duty engineer of the hosting supplier',
        },
        links: [{ relation: 'tests', to: known.get('platform')! }],
      }),
    [],
  );
}
