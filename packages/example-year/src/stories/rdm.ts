import { DateTime } from 'luxon';
import { World } from '../World';
import { course, dateIn, Step } from './course';
import { Happening, inOffice, instant, inTurn, linkToLast } from './moments';
import {
  deploymentOf,
  policyTexts,
  ReleaseText,
  releaseTexts,
} from './texts/releases';

/**
 * Release and deployment management. Changes that are to be released are
 * remembered as `approved:<key of the release>`.
 */
export function liveRdm(world: World): void {
  policyTexts.forEach(text => writePolicy(world, text));
  writeNextPolicy(world);
  askForPlatformPolicy(world);
  discardPolicy(world);
  releaseTexts.forEach(text => makeRelease(world, text));
}

// --- Policies ----------------------------------------------------------------

type PolicyText = (typeof policyTexts)[number];

function draftOf({ key, by, title, ...fields }: PolicyText) {
  return {
    title,
    fields: {
      ...fields,
      affected: [...fields.affected],
      approvers: fields.approvers.map(name => `user:${name}`),
      releaseTypes: [
        {
          releaseType: 'major',
          criteria: 'Users have to learn something, or all systems feel it',
          frequency: 'Twice a year',
          testing: 'All tests, and a week with users',
          approval: 'Service owner and one who feels it',
          notice: 'Four weeks',
        },
        {
          releaseType: 'minor',
          criteria: 'All others',
          frequency: 'Monthly',
          testing: 'All tests',
          approval: 'Service owner and one who feels it',
          notice: 'A week',
        },
        {
          releaseType: 'emergency',
          criteria: 'Harm is near and cannot wait for the next day of releases',
          frequency: 'Hopefully never',
          testing: 'What is touched',
          approval: 'The first who can be reached',
          notice: 'An hour',
        },
      ],
      versionRules: 'Major, minor, fix: three numbers.',
      buildAndTestRules:
        'Built once, and the same build goes through test, staging and live.',
      deploymentRules:
        'Staging first. Live on Monday to Thursday between nine and three.',
      communicationRules:
        'Users are told before, support staff before the users.',
      backOutRules:
        'Whoever deploys decides within the first hour, after that the service owner.',
      version: '1.0',
    },
  };
}

function approvalOf(
  world: World,
  { key, approvers }: PolicyText,
  from: number,
): Step[] {
  return approvers.map((name, index) => [
    from + index,
    async id => {
      const voted = await world.person(name).vote(id, 'approve');
      if (index === approvers.length - 1) {
        world.remember(`releasePolicy:${key}`, voted);
      }
    },
  ]);
}

function writePolicy(world: World, text: PolicyText) {
  const author = world.person(text.by);
  const send = (id: string) => author.move(id, 'sendForApproval');
  const steps: Step[] = [[2, send]];
  if (text.key === 'platform') {
    const [first] = text.approvers;
    steps.push(
      [
        4,
        id =>
          world
            .person(first)
            .vote(
              id,
              'refuse',
              'A day of watching between the halls is missing',
            ),
      ],
      [
        6,
        id =>
          author.edit(id, {
            deploymentRules:
              'Second hall, a day of watching, first hall. Never on a Friday.',
          }),
      ],
      [7, send],
    );
  }
  steps.push(...approvalOf(world, text, 9));
  if (text.key === 'platform') {
    steps.push([
      260,
      id =>
        author.move(id, 'review', {
          reviewOutcome: 'kept',
          reviewNote: 'Both releases of the platform followed it.',
        }),
    ]);
  }
  course(world, 6, () => author.create('releasePolicy', draftOf(text)), steps);
}

/** What was learned from a release that was backed out. */
function writeNextPolicy(world: World) {
  const [text] = policyTexts;
  const author = world.person(text.by);
  course(
    world,
    302,
    () => {
      const { title, fields } = draftOf(text);
      return author.create('releasePolicy', {
        title,
        fields: {
          ...fields,
          version: '1.1',
          changeNote: 'Tests with real bookings of a summer week',
          buildAndTestRules: `${fields.buildAndTestRules} What counts space is tested with all bookings of a full week.`,
        },
        links: linkToLast(world, 'supersedes', `releasePolicy:${text.key}`),
      });
    },
    [
      [2, id => author.move(id, 'sendForApproval')],
      [3, id => author.move(id, 'takeBack', {}, 'The note was missing')],
      [3, id => author.move(id, 'sendForApproval')],
      ...approvalOf(world, text, 5),
    ],
  );
}

/** The next one for the platform waits for votes. */
function askForPlatformPolicy(world: World) {
  const [, text] = policyTexts;
  const author = world.person(text.by);
  course(
    world,
    352,
    () => {
      const { title, fields } = draftOf(text);
      return author.create('releasePolicy', {
        title,
        fields: {
          ...fields,
          version: '1.1',
          changeNote: 'Renewals of keys and the order of events are watched',
        },
        links: linkToLast(world, 'supersedes', `releasePolicy:${text.key}`),
      });
    },
    [[7, id => author.move(id, 'sendForApproval')]],
  );
}

function discardPolicy(world: World) {
  const author = world.person('mei-ling-tan');
  course(
    world,
    230,
    () =>
      author.create('releasePolicy', {
        title: 'Releases of reports',
        fields: {
          description: 'Reports change each week.',
          approach: 'continuous',
        },
      }),
    [
      [
        12,
        id =>
          author.move(id, 'discard', {}, 'The one for applications is enough'),
      ],
    ],
  );
}

// --- Releases ----------------------------------------------------------------

function makeRelease(world: World, text: ReleaseText) {
  const deployment = deploymentOf(world, text);
  const isEmergency = text.releaseType === 'emergency';
  const assignee = world.person(text.assignee);
  const owner = world.person(text.owner);
  /** So many days before its deployment; hours, where it is an emergency. */
  const before = (days: number): DateTime =>
    isEmergency
      ? deployment.minus({ minutes: days * 20 })
      : DateTime.max(
          inOffice(
            deployment.minus({ days, minutes: world.random.between(0, 120) }),
          ),
          world.workday(3),
        );
  inTurn(
    world,
    before(23),
    async () => {
      const release = await assignee.create('release', {
        title: text.title,
        owner: owner.ref,
        fields: {
          releaseType: text.releaseType,
          version: text.version,
          affected: text.affected,
          plan: text.plan,
          contents: text.notes,
          constraints: 'Freezes of Christmas and summer; never on a Friday.',
          assignee: assignee.ref,
          approvers: text.acceptors.map(name => `user:${name}`),
          plannedStartAt: instant(deployment),
          plannedEndAt: instant(deployment.plus({ hours: 5 })),
          backOutPlan: text.backOut,
          steps: [
            { step: 'Backup or baseline is there', state: 'open' },
            { step: 'Service desk has the notes', state: 'open' },
          ],
        },
        links: [
          ...world
            .recall(`approved:${text.key}`)
            .map(({ id }) => ({ relation: 'includes', to: id })),
          ...linkToLast(world, 'follows', `releasePolicy:${text.policy}`),
          ...linkToLast(world, 'mends', `release:${text.mends}`),
          ...(text.key === 'booking-24.3'
            ? linkToLast(world, 'dependsOn', 'release:booking-24.2')
            : []),
        ],
      });
      world.remember('release', release);
      world.remember(`release:${text.key}`, release);
      return release;
    },
    [
      ...constructionOf(world, text, before),
      ...(text.fate === 'cancelled' || text.fate === 'inTesting'
        ? []
        : [
            ...preparationOf(world, text, before),
            ...deploymentSteps(world, text, deployment),
          ]),
    ],
  );
}

function constructionOf(
  world: World,
  text: ReleaseText,
  before: (days: number) => DateTime,
): Happening[] {
  const assignee = world.person(text.assignee);
  const owner = world.person(text.owner);
  const criteria = (met: string) =>
    text.criteria.map(criterion => ({ criterion, met }));
  const tests = () =>
    text.tests.map(([test, isPassed]) => ({
      test,
      result: isPassed ? 'passed' : 'failed',
      tester: text.acceptors.map(name => `user:${name}`)[0],
      testedAt: dateIn(world, 0),
    }));
  const happenings: Happening[] = [
    [
      before(20),
      id =>
        assignee.move(id, 'build', { acceptanceCriteria: criteria('open') }),
    ],
    [
      before(13),
      id =>
        assignee.move(id, 'test', {
          buildReference: `${text.key}+${text.day * 13}`,
          buildUrl: `https://builds.example.org/${text.key}`,
        }),
    ],
  ];
  if (text.fate === 'cancelled') {
    return [
      ...happenings,
      [before(10), id => assignee.edit(id, { tests: tests() })],
      [
        before(8),
        id =>
          owner.move(
            id,
            'cancel',
            {},
            'Monday figures differ from those of the old portal, and nobody can say which are right',
          ),
      ],
    ];
  }
  if (text.key === 'booking-24.2') {
    happenings.push(
      [
        before(12),
        id =>
          assignee.move(
            id,
            'buildAgain',
            {},
            'A fare of zero for children was not rounded',
          ),
      ],
      [before(11), id => assignee.move(id, 'test')],
    );
  }
  happenings.push([
    before(9),
    id =>
      assignee.edit(id, {
        tests: tests(),
        acceptanceCriteria: criteria('yes'),
      }),
  ]);
  const ask = (id: string) =>
    assignee.move(id, 'requestAcceptance', {
      knownFaults: 'None that users feel.',
      backOutTested: text.releaseType === 'major',
    });
  happenings.push([before(8), ask]);
  if (text.fate === 'refusedOnce') {
    const [, second] = text.acceptors;
    happenings.push(
      [
        before(7.5),
        id =>
          world
            .person(second)
            .vote(
              id,
              'refuse',
              'On a phone the thirtieth name cannot be typed',
            ),
      ],
      [
        before(7),
        id =>
          assignee.edit(id, {
            tests: [
              ...tests(),
              { test: 'Thirty names on a small phone', result: 'passed' },
            ],
          }),
      ],
      [before(6.8), ask],
    );
  }
  if (text.key === 'web-8.0') {
    happenings.push(
      [before(7.5), id => owner.move(id, 'takeBack', {}, 'Notes are missing')],
      [before(7), id => assignee.edit(id, { releaseNotes: text.notes })],
      [before(6.8), ask],
    );
  }
  return happenings;
}

function preparationOf(
  world: World,
  text: ReleaseText,
  before: (days: number) => DateTime,
): Happening[] {
  const assignee = world.person(text.assignee);
  const happenings: Happening[] = text.acceptors.map((name, index) => [
    before(6 - index / 2),
    id => world.person(name).vote(id, 'approve'),
  ]);
  happenings.push(
    [
      before(5),
      id =>
        assignee.move(id, 'informUsers', {
          userTraining: text.users,
          releaseNotes: text.notes,
        }),
    ],
    [
      before(4),
      id =>
        assignee.move(id, 'informSupport', { supportTraining: text.support }),
    ],
    [
      before(3),
      id =>
        assignee.move(id, 'prepareEnvironment', {
          environmentPreparation: text.environment,
          steps: [
            { step: 'Backup or baseline is there', state: 'done' },
            { step: 'Service desk has the notes', state: 'done' },
          ],
        }),
    ],
    [before(2), id => assignee.move(id, 'makeReady')],
    [
      before(1.8),
      async id =>
        deploy(world, text, id, 'staging', world.now().plus({ minutes: 40 })),
    ],
  );
  if (text.key === 'app-9.3') {
    happenings.push([
      before(1),
      id =>
        assignee.move(
          id,
          'reschedule',
          {
            plannedStartAt: instant(
              deploymentOf(world, text).plus({ hours: 1 }),
            ),
            plannedEndAt: instant(deploymentOf(world, text).plus({ hours: 6 })),
          },
          'One of the shops releases an hour later',
        ),
    ]);
  }
  return happenings;
}

const incidentsOf = { successful: 0, partly: 3, backedOut: 2 } as const;

function successOf({ fate }: ReleaseText): keyof typeof incidentsOf {
  return fate === 'backedOut' || fate === 'partly' ? fate : 'successful';
}

function deploymentSteps(
  world: World,
  text: ReleaseText,
  deployment: DateTime,
): Happening[] {
  const assignee = world.person(text.assignee);
  const owner = world.person(text.owner);
  const isBackedOut = text.fate === 'backedOut';
  const after = (minutes: number) => deployment.plus({ minutes });
  const days = (count: number) => inOffice(deployment.plus({ days: count }));
  const happenings: Happening[] = [
    ...(text.places ?? [undefined]).map((place, index): Happening => {
      const start = after(index * 90);
      return [start, async id => deploy(world, text, id, 'live', start, place)];
    }),
    [
      after(20 + 90 * (text.places?.length ?? 1)),
      id => assignee.move(id, 'deploy'),
    ],
  ];
  if (isBackedOut) {
    happenings.push([after(115), async id => planTraining(world, text, id)]);
    happenings.push([
      after(200),
      id =>
        assignee.move(
          id,
          'backOut',
          { incidentsCaused: 2 },
          'Two sailings have more vehicles than deck',
        ),
    ]);
  }
  happenings.push(
    [days(6), id => owner.move(id, 'review')],
    [
      days(8),
      id =>
        owner.move(id, 'close', {
          success: successOf(text),
          reviewFindings: text.findings,
          incidentsCaused: incidentsOf[successOf(text)],
        }),
    ],
  );
  if (text.key === 'gateway-4.0') {
    happenings.push(
      [
        days(15),
        id =>
          owner.move(
            id,
            'reviewAgain',
            {},
            'Sign-ins fail since then; the review did not know of it',
          ),
      ],
      [
        days(17),
        id =>
          owner.move(id, 'close', {
            success: 'partly',
            reviewFindings: text.findings,
            incidentsCaused: 5,
          }),
      ],
    );
  }
  return happenings;
}

/** One deployment; it fails first, or is backed out, as its release says. */
function deploy(
  world: World,
  text: ReleaseText,
  release: string,
  environment: 'staging' | 'live',
  planned: DateTime,
  place?: string,
) {
  const assignee = world.person(text.assignee);
  const isLive = environment === 'live';
  const after = (minutes: number) => planned.plus({ minutes });
  const happenings: Happening[] = [
    [after(0), id => assignee.move(id, 'start')],
  ];
  if (!isLive && text.key === 'payments-11.0') {
    happenings.push(
      [
        after(25),
        id =>
          assignee.move(id, 'fail', {
            result: 'Credentials of the second wallet are those of the test.',
          }),
      ],
      [
        after(50),
        id => assignee.move(id, 'tryAgain', {}, 'Credentials are right now'),
      ],
    );
  }
  happenings.push([
    after(80),
    id =>
      assignee.move(id, 'succeed', {
        result: isLive
          ? 'Looked at for an hour: no more errors than the day before.'
          : 'The same build runs as will be live.',
      }),
  ]);
  if (isLive && text.fate === 'backedOut') {
    happenings.push([
      after(185),
      id =>
        assignee.move(
          id,
          'backOut',
          {
            result: 'Switched back to classes; two sailings looked at by hand.',
            deviations: 'Lengths of trailers were not counted.',
          },
          'More vehicles than deck on two sailings',
        ),
    ]);
  }
  inTurn(
    world,
    world.now(),
    async () => {
      const created = await assignee.create('deployment', {
        title: `${text.title}, ${place ?? environment}`,
        fields: {
          environment,
          affected: text.affected,
          method: text.policy === 'platform' ? 'rolling' : 'pipeline',
          buildReference: `${text.key}+${text.day * 13}`,
          pipelineUrl: `https://builds.example.org/${text.key}/${environment}`,
          plannedStartAt: instant(planned),
          plannedEndAt: instant(planned.plus({ hours: 3 })),
          expectedOutage: 0,
          assignee: assignee.ref,
          verification: text.tests[0][0],
          backOutPlan: text.backOut,
          ...(place && { place }),
        },
        links: [
          { relation: 'deploys', to: release },
          ...linkToLast(world, 'repeats', `${environment}:${text.key}`),
        ],
      });
      world.remember(`${environment}:${text.key}`, created);
      return created;
    },
    happenings,
  );
}

/** For those who are to be trained; nobody needs it once it is backed out. */
function planTraining(world: World, text: ReleaseText, release: string) {
  const assignee = world.person(text.assignee);
  const now = world.now();
  inTurn(
    world,
    now,
    () =>
      assignee.create('deployment', {
        title: `${text.title}, training`,
        fields: {
          environment: 'training',
          affected: text.affected,
          plannedStartAt: instant(now.plus({ days: 2 })),
          plannedEndAt: instant(now.plus({ days: 2, hours: 2 })),
        },
        links: [{ relation: 'deploys', to: release }],
      }),
    [
      [
        now.plus({ hours: 3 }),
        id => assignee.move(id, 'cancel', {}, 'The release is backed out'),
      ],
    ],
  );
}
