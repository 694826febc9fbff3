import { DateTime } from 'luxon';
import { Person, World } from '../World';
import { course, inDays, isAbout } from './course';
import { freezesOf, outsideFreezes } from './freezes';
import {
  Happening,
  inOffice,
  instant,
  inTurn,
  lastOf,
  linkToLast,
} from './moments';
import { writeStandardChanges } from './standardChanges';
import { changeOf, ChangeText, changeTexts, plans } from './texts/changes';
import { emergencies, EmergencyText } from './texts/emergencies';
import { beginOf, majorIncidents } from './texts/majorIncidents';
import {
  deploymentOf,
  ReleasedChange,
  ReleaseText,
  releaseTexts,
} from './texts/releases';

/** Change management. */
export function liveChm(world: World): void {
  writeStandardChanges(world);
  for (const text of changeTexts) {
    makeChange(world, text, {
      planned: outsideFreezes(
        world,
        inOffice(world.start.plus({ days: text.day + text.lead })).set({
          hour: text.hour ?? 10,
        }),
      ),
    });
  }
  releaseTexts.forEach(release => makeChangesOf(world, release));
  emergencies.forEach(text => makeEmergencyChange(world, text));
  loseTheNetwork(world);
  freezesOf(world).forEach(freeze => freezeChanges(world, freeze));
  callOffFreeze(world);
}

const board = [
  'maren-aldous',
  'sven-kallio',
  'grace-wanjiru',
  'priya-raghunathan',
  'eilidh-macaskill',
  'laszlo-feher',
];

/** Members of the board who have no part in a change. */
function boardFor(world: World, ...apart: Person[]): Person[] {
  const refs = apart.map(({ ref }) => ref);
  const members = board
    .map(name => world.person(name))
    .filter(({ ref }) => !refs.includes(ref));
  const first = world.random.between(0, members.length - 1);
  return [...members.slice(first), ...members.slice(0, first)];
}

/** How a change goes on beyond its text. */
interface Going {
  planned: DateTime;
  /** The problem that it brings about. */
  causes?: ReleasedChange['causes'];
  outcome?: 'failed' | 'backedOut';
  incidentsCaused?: number;
  /** So many minutes after its start it is found to have failed. */
  failsAfter?: number;
  /** What is linked to it as it fails. */
  onFailure?: (id: string) => Promise<unknown>;
  lessons?: string;
}

const levels = {
  normal: { impactLevel: 'medium', riskLevel: 'low' },
  major: { impactLevel: 'high', riskLevel: 'high' },
} as const;

// --- Normal and major changes ------------------------------------------------

function makeChange(
  world: World,
  text: Omit<ChangeText, 'lead'>,
  going: Going,
) {
  const created = world.workday(text.day);
  const requester = world.person(text.by);
  inTurn(
    world,
    created,
    async () => {
      const change = await requester.create('change', {
        title: text.title,
        fields: {
          description: text.description,
          reason: text.reason,
          changeType: text.changeType,
          affected: text.affected,
          dueAt: instant(going.planned.plus({ days: 7 })),
        },
        links: [
          ...linksOf(world, text),
          ...linkToLast(world, 'dependsOn', `change:${text.dependsOn}`),
          ...linkToLast(world, 'conflictsWith', `change:${text.conflictsWith}`),
          ...linkToLast(world, 'repeats', `change:${text.repeats}`),
        ],
      });
      world.remember(`change:${text.key}`, change);
      return change;
    },
    happeningsOf(world, text, going, created),
  );
}

function linksOf(
  world: World,
  { from, removes, affected }: Omit<ChangeText, 'lead'>,
) {
  const [relation, name] =
    from ?? (removes ? ['removesCauseOf', `problem:${removes}`] : []);
  if (!relation || !name) return [];
  const records = world.recall(name).filter(record => !record.restricted);
  const source =
    records.find(record => isAbout(record, affected)) ??
    records[records.length - 1];
  return source ? [{ relation, to: source.id }] : [];
}

function happeningsOf(
  world: World,
  text: Omit<ChangeText, 'lead'>,
  going: Going,
  created: DateTime,
): Happening[] {
  const { fate } = text;
  const requester = world.person(text.by);
  const assignee = world.person(text.assignee);
  const grace = world.person('grace-wanjiru');
  const [first, second] = boardFor(world, requester, assignee);
  const after = (days: number) =>
    inOffice(
      created.plus({ hours: days * 24, minutes: world.random.between(0, 240) }),
    );
  const submit = (id: string) => requester.move(id, 'submit');
  const evaluate = (id: string) =>
    assignee.move(id, 'evaluate', {
      area: text.area,
      ...levels[text.changeType],
      approvalLevel: text.level,
      assignee: assignee.ref,
    });
  const send = (id: string) =>
    assignee.move(id, 'sendForApproval', evaluationOf(text, after(6)));
  const approve = async (id: string) => {
    const approved = await first.vote(id, 'approve');
    world.remember(`approved:${text.key}`, approved);
  };
  const votes = (days: number): Happening[] => [
    ...(text.level === 'board'
      ? [[after(days), id => second.vote(id, 'approve')] as Happening]
      : []),
    [after(days + 1), approve],
  ];
  const schedule = (id: string, planned = going.planned) =>
    assignee.move(id, 'schedule', windowOf(text, planned));

  const happenings: Happening[] = [[after(1), submit]];
  if (fate === 'submitted') return happenings;
  if (fate === 'returned') {
    happenings.push(
      [
        after(1.5),
        id =>
          assignee.move(
            id,
            'returnToRequester',
            {},
            'Say how an open screen at a counter is kept from others',
          ),
      ],
      [after(2), submit],
    );
  }
  if (fate === 'declined') {
    happenings.push([
      after(3),
      id =>
        first.move(
          id,
          'decline',
          {},
          'Names of passengers do not leave the country',
        ),
    ]);
    return happenings;
  }
  happenings.push([after(3), evaluate]);
  if (fate === 'evaluating') return happenings;
  happenings.push([after(4), send]);
  if (fate === 'inApproval') {
    return [...happenings, [after(6), id => second.vote(id, 'approve')]];
  }
  if (fate === 'takenBack') {
    happenings.push(
      [
        after(5),
        id => grace.move(id, 'takeBack', {}, 'Hauliers were not asked'),
      ],
      [after(6), send],
    );
  }
  let approved = 6;
  if (fate === 'refused') {
    approved = 16;
    happenings.push(
      [
        after(6),
        id =>
          first.vote(
            id,
            'refuse',
            'It was not tried with the summer timetable, which is three times as long',
          ),
      ],
      [
        after(9),
        id =>
          requester.move(id, 'workOver', {}, 'Tried with summer, 0.3 seconds'),
      ],
      [after(10), submit],
      [after(11), evaluate],
      [after(13), send],
    );
  }
  happenings.push(...votes(approved));
  if (fate === 'withdrawn') {
    approved = 13;
    happenings.push(
      [
        after(9),
        id =>
          grace.move(
            id,
            'withdrawApproval',
            {},
            'The office has announced another format for next year',
          ),
      ],
      [after(11), send],
      ...votes(approved),
    );
  }
  happenings.push([after(approved + 2), id => schedule(id)]);
  if (fate === 'cancelled') {
    happenings.push([
      after(approved + 8),
      id =>
        requester.move(
          id,
          'cancel',
          {},
          'The maker does not deliver this year',
        ),
    ]);
    return happenings;
  }
  if (fate === 'rescheduled') {
    const planned = going.planned.plus({ days: 4 });
    happenings.push([
      after(approved + 9),
      id =>
        assignee.move(
          id,
          'reschedule',
          windowOf(text, planned),
          'Two terminals have a late sailing on that day',
        ),
    ]);
    return [
      ...happenings,
      ...implementationOf(world, text, { ...going, planned }),
    ];
  }
  return fate === 'scheduled'
    ? happenings
    : [...happenings, ...implementationOf(world, text, going)];
}

function evaluationOf(text: Omit<ChangeText, 'lead'>, meeting: DateTime) {
  const { testResult, ...plan } = plans[text.area];
  return {
    ...plan,
    impact: text.impact,
    riskAssessment: text.risk,
    ...(text.level === 'board' && {
      approvers: ['user:maren-aldous'],
      boardMeetingAt: instant(meeting),
    }),
    backOutTested: text.changeType === 'major',
  };
}

function windowOf(
  { changeType, area }: Omit<ChangeText, 'lead'>,
  planned: DateTime,
) {
  return {
    plannedStartAt: instant(planned),
    plannedEndAt: instant(
      planned.plus({ hours: changeType === 'major' ? 5 : 3 }),
    ),
    communication:
      area === 'application'
        ? 'Status page, and the service desk the day before.'
        : 'Owners of what hangs on it by mail, the service desk the day before.',
  };
}

function implementationOf(
  world: World,
  text: Omit<ChangeText, 'lead'>,
  going: Going,
): Happening[] {
  const { fate } = text;
  const { planned } = going;
  const requester = world.person(text.by);
  const assignee = world.person(text.assignee);
  const [reviewer] = boardFor(world, requester, assignee);
  const minutes = (count: number) => planned.plus({ minutes: count });
  const days = (count: number) =>
    inOffice(
      planned.plus({ days: count, minutes: world.random.between(0, 200) }),
    );
  const happenings: Happening[] = [
    [
      minutes(2),
      async id => {
        await assignee.move(id, 'implement');
        await linkToItem(world, assignee, id, text.affected);
        if (going.causes) {
          world.remember(`causeOf:${going.causes}`, await assignee.read(id));
        }
      },
    ],
  ];
  if (fate === 'late') return happenings;
  const steps = text.steps?.map(step => ({
    step,
    assignee: assignee.ref,
    state: 'done',
  }));
  if (steps) {
    happenings.push([
      minutes(40),
      id =>
        assignee.move(id, 'recordProgress', {
          steps: steps.map((step, index) =>
            index ? { ...step, state: 'open' } : step,
          ),
        }),
    ]);
  }
  if (fate === 'failed' && !going.outcome) {
    happenings.push([
      minutes(70),
      id =>
        assignee.move(
          id,
          'fail',
          {
            outcome: 'failed',
            deviations: 'Wind of eleven knots from nine on; nobody went up.',
          },
          'The weather did not let us climb the mast',
        ),
    ]);
  } else {
    happenings.push([
      minutes(world.random.between(60, 150)),
      id =>
        assignee.move(id, 'complete', {
          testResult: plans[text.area].testResult,
          ...(steps && { steps }),
          ...(fate === 'partly' && {
            deviations:
              'The change of roles took eleven minutes instead of four: one old session held it.',
          }),
        }),
    ]);
  }
  if (going.outcome) {
    happenings.push([
      minutes(going.failsAfter ?? 185),
      async id => {
        await assignee.move(
          id,
          'fail',
          {
            outcome: going.outcome,
            incidentsCaused: going.incidentsCaused ?? 1,
          },
          'It does not do what it should, and was taken back',
        );
        await going.onFailure?.(id);
      },
    ]);
  }
  const lessons =
    going.lessons ??
    (fate === 'failed'
      ? 'Weather is looked at two days before, and a second day is planned from the beginning.'
      : 'Nothing to do otherwise.');
  const isReviewed =
    text.level === 'board' || fate === 'failed' || Boolean(going.outcome);
  const close = async (id: string) =>
    world.remember(
      'change',
      await (isReviewed ? reviewer : requester).move(id, 'close', {
        outcome:
          going.outcome ??
          (fate === 'failed' || fate === 'partly' ? fate : 'successful'),
        incidentsCaused: going.incidentsCaused ?? (going.causes ? 1 : 0),
        lessons,
        reviewer: reviewer.ref,
      }),
    );
  return isReviewed
    ? [
        ...happenings,
        [
          days(4),
          id => reviewer.move(id, 'review', { reviewer: reviewer.ref }),
        ],
        [days(6), id => reviewer.move(id, 'noteFindings', { lessons })],
        [days(7), close],
        ...(fate === 'partly'
          ? ([
              [
                days(12),
                id =>
                  reviewer.move(
                    id,
                    'reviewAgain',
                    {},
                    'Finance found a report that is slow since then',
                  ),
              ],
              [days(15), close],
            ] as Happening[])
          : []),
      ]
    : [...happenings, [days(5), close]];
}

/** The record of what is altered, where the CMDB has one. */
async function linkToItem(
  world: World,
  person: Person,
  id: string,
  affected: string[],
) {
  const item = world
    .recall('configurationItem')
    .find(record => isAbout(record, [affected[0]]));
  if (item) await person.link(id, 'alters', item.id);
}

// --- Changes that releases bring ---------------------------------------------

function makeChangesOf(world: World, release: ReleaseText) {
  const planned = deploymentOf(world, release);
  const days = Math.floor(planned.diff(world.start, 'days').days);
  if (release.releaseType === 'emergency') {
    release.changes.forEach(change =>
      makeEmergencyChange(world, {
        during: { day: days, hour: 8 },
        minutes: 0,
        by: release.owner,
        assignee: release.assignee,
        voter: 'maren-aldous',
        title: change.title,
        area: 'application',
        affected: release.affected,
        description: change.description,
        reason: change.reason,
        impact: change.impact,
        riskLevel: 'low',
        backOutPlan: release.backOut,
        why: change.reason,
        takes: 60,
        testResult: release.tests[0][0],
        lessons:
          'Providers are asked for dates of their certificates each quarter.',
        begins: planned,
        key: release.key,
      }),
    );
    return;
  }
  const isBackedOut = release.fate === 'backedOut';
  release.changes.forEach((change, index) =>
    makeChange(
      world,
      changeOf(release, change, Math.max(2, days - 36 + index)),
      {
        planned,
        causes: change.causes,
        ...(isBackedOut && {
          outcome: 'backedOut',
          lessons: 'Trailers belong to the test of every change on deck.',
        }),
      },
    ),
  );
}

// --- Emergencies -------------------------------------------------------------

function makeEmergencyChange(
  world: World,
  text: EmergencyText & { begins?: DateTime; key?: string },
) {
  const { during } = text;
  const isMajor = typeof during === 'string';
  const begin = (
    isMajor
      ? beginOf(world, majorIncidents[during])
      : world.start.plus({ days: during.day }).set({ hour: during.hour })
  ).plus({ minutes: text.minutes });
  const requester = world.person(text.by);
  const assignee = world.person(text.assignee);
  const voter = world.person(text.voter);
  const [reviewer] = boardFor(world, requester, assignee, voter);
  const at = (minutes: number) =>
    (minutes > 12 && text.begins ? text.begins : begin).plus({ minutes });
  const days = (count: number) => inOffice(at(20).plus({ days: count }));
  const happenings: Happening[] = [
    [
      at(3),
      id =>
        requester.move(
          id,
          'sendEmergency',
          {
            assignee: assignee.ref,
            approvalLevel: 'emergency',
            approvers: [voter.ref],
          },
          text.why,
        ),
    ],
    [
      at(10),
      async id => {
        const voted = await voter.vote(
          id,
          text.refusal ? 'refuse' : 'approve',
          text.refusal,
        );
        if (text.key) world.remember(`approved:${text.key}`, voted);
        await letThrough(world, id);
      },
    ],
  ];
  if (!text.refusal) {
    happenings.push(
      [at(15), id => assignee.move(id, 'implement')],
      [
        at(15 + text.takes),
        id => assignee.move(id, 'complete', { testResult: text.testResult }),
      ],
      [days(3), id => reviewer.move(id, 'review', { reviewer: reviewer.ref })],
      [
        days(4),
        async id =>
          world.remember(
            'change',
            await reviewer.move(id, 'close', {
              outcome: 'successful',
              incidentsCaused: 0,
              lessons: text.lessons,
            }),
          ),
      ],
    );
  }
  inTurn(
    world,
    begin,
    () => {
      const major = isMajor ? lastOf(world, 'majorIncident') : undefined;
      return requester.create('change', {
        title: text.title,
        fields: {
          description: text.description,
          reason: text.reason,
          changeType: 'emergency',
          area: text.area,
          affected: text.affected,
          impact: text.impact,
          impactLevel: 'high',
          riskLevel: text.riskLevel,
          backOutPlan: text.backOutPlan,
        },
        links: major ? [{ relation: 'raisedFrom', to: major.id }] : [],
      });
    },
    happenings,
  );
}

/** Emergencies are let through where changes are frozen. */
async function letThrough(world: World, id: string) {
  const freeze = lastOf(world, 'changeFreeze');
  const isFrozen = freezesOf(world).some(
    ({ begin, end }) => world.now() > begin && world.now() < end,
  );
  if (freeze && isFrozen) {
    await world.person('grace-wanjiru').link(freeze.id, 'exempts', id);
  }
}

// --- The change that cut off five terminals ----------------------------------

function loseTheNetwork(world: World) {
  const begin = beginOf(world, majorIncidents.network);
  const text: Omit<ChangeText, 'lead'> = {
    key: 'firewalls',
    day: majorIncidents.network.day - 41,
    by: 'pedro-quispe',
    assignee: 'hanna-bjarnadottir',
    title: 'New pair of firewalls in the core network',
    changeType: 'major',
    area: 'network',
    affected: ['resource:core-network'],
    description:
      'The pair of eight years ago is replaced, both halls in one night.',
    reason: 'Its maker looks after it until the end of the year only.',
    impact: 'All terminals without a network for two minutes, twice.',
    risk: 'Routes are learned anew. Terminals scan from their own store meanwhile.',
    level: 'board',
    outage: 4,
    steps: [
      'Mount the new pair',
      'Change over in the second hall',
      'Change over in the first',
      'Test from two terminals',
    ],
  };
  makeChange(world, text, {
    planned: begin.minus({ minutes: 184 }),
    outcome: 'backedOut',
    incidentsCaused: 4,
    failsAfter: 184 + 130,
    onFailure: async id => {
      const major = lastOf(world, 'majorIncident');
      if (major) {
        await world.person('pedro-quispe').link(major.id, 'causedByChange', id);
      }
    },
    lessons:
      'Test from all seven terminals; keep the way back open until the first departure; never before a Friday.',
  });
  const again = majorIncidents.network.day + 68;
  makeChange(
    world,
    {
      ...text,
      key: 'firewallsAgain',
      day: again,
      title: 'New pair of firewalls, second attempt',
      repeats: 'firewalls',
      steps: [...text.steps!.slice(0, 3), 'Test from all seven terminals'],
      risk: 'As before, with routes written down by hand for the five terminals.',
    },
    {
      planned: inOffice(world.start.plus({ days: again + 26 })).set({
        weekday: 3,
        hour: 1,
      }),
      lessons: 'Went as planned, because all seven terminals were asked.',
    },
  );
}

// --- Freezes -----------------------------------------------------------------

const freezeTexts = {
  christmas: {
    title: 'Freeze over Christmas and the New Year',
    reason: 'Few people are on duty, and the boats of the 23rd are full.',
    lookBack:
      'Nine changes waited, none of them hurt. Nothing was let through.',
  },
  summer: {
    title: 'Freeze of the summer peak',
    reason: 'A third of the revenue of the year is made in these weeks.',
    lookBack: '',
  },
} as const;

function freezeChanges(
  world: World,
  { key, begin, end }: ReturnType<typeof freezesOf>[number],
) {
  const grace = world.person('grace-wanjiru');
  const maren = world.person('maren-aldous');
  const text = freezeTexts[key];
  const announced = DateTime.max(
    inOffice(begin.minus({ days: 25 })),
    world.workday(2),
  );
  const happenings: Happening[] = [
    [begin, id => maren.move(id, 'putIntoForce')],
    key === 'christmas'
      ? [
          end.set({ hour: 17 }),
          id =>
            grace.move(
              id,
              'lift',
              { lookBack: text.lookBack },
              'Everybody is back',
            ),
        ]
      : [
          end.minus({ days: 3 }).set({ hour: 11 }),
          id =>
            grace.move(
              id,
              'extend',
              {
                startsAt: instant(begin),
                endsAt: instant(end.plus({ days: 7 })),
                exceptions:
                  'Emergencies, and what suppliers force on us with less than a week of notice.',
              },
              'Holidays of the mainland end a week later this year',
            ),
        ],
  ];
  inTurn(
    world,
    announced,
    async () => {
      const freeze = await grace.create('changeFreeze', {
        title: text.title,
        fields: {
          reason: text.reason,
          covers: 'exceptEmergency',
          startsAt: instant(begin),
          endsAt: instant(end),
          exceptions: 'Emergencies.',
          exceptionApprovers: ['user:maren-aldous', 'user:sven-kallio'],
          communication:
            'By mail four weeks before, on the status page a week before.',
          informed: [
            'group:booking-team',
            'group:payments-team',
            'group:channels-team',
            'group:terminal-team',
            'group:fleet-team',
            'group:crew-team',
            'group:data-team',
            'group:platform-team',
            'group:network-team',
            'group:service-desk',
          ],
        },
        links: linkToLast(world, 'follows', 'changeFreeze'),
      });
      world.remember('changeFreeze', freeze);
      return freeze;
    },
    happenings,
  );
}

function callOffFreeze(world: World) {
  const grace = world.person('grace-wanjiru');
  course(
    world,
    112,
    () =>
      grace.create('changeFreeze', {
        title: 'Freeze of the regatta weekend',
        fields: {
          reason: 'Six thousand visitors in three days.',
          covers: 'majorOnly',
          affected: ['system:terminal-operations', 'system:booking'],
          startsAt: inDays(world, 40),
          endsAt: inDays(world, 43),
        },
      }),
    [
      [
        15,
        id =>
          grace.move(
            id,
            'cancel',
            {},
            'The regatta is moved into the summer freeze',
          ),
      ],
    ],
  );
}
