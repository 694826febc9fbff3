import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { Person, World } from '../World';
import { inDays } from './course';
import {
  busyMoment,
  Happening,
  inOffice,
  instant,
  inTurn,
  lastOf,
  linkToLast,
  live,
  ownersOf,
  Then,
} from './moments';
import { askForThings } from './serviceRequests';
import {
  cancellations,
  desk,
  escalations,
  fillerFor,
  holds,
  IncidentText,
  incidentTexts,
  lifetimes,
  office,
  reopenings,
  talks,
  workNotes,
} from './texts/incidents';
import {
  beginOf,
  MajorIncidentText,
  majorIncidents,
} from './texts/majorIncidents';
import { writeWorkflows } from './workflows';

const INCIDENTS = 390;
/** So that whoever opens the portal finds something to do. */
const REPORTS_OF_THESE_DAYS = 18;
/** What is older does not wait for others any more. */
const LONGEST_HOLD_DAYS = 75;

/** Incident and service request management. */
export function liveIsrm(world: World): void {
  writeWorkflows(world);
  for (let count = 0; count < INCIDENTS * world.scale; count += 1) {
    reportIncident(world, busyMoment(world));
  }
  for (let count = 0; count < REPORTS_OF_THESE_DAYS; count += 1) {
    const minutes = world.random.between(15, 3_000);
    reportIncident(world, world.end.minus({ minutes }));
  }
  takeOverFromMailbox(world);
  askForThings(world);
  for (const text of Object.values(majorIncidents)) {
    sufferMajorIncident(world, text);
  }
  callOffReview(world);
}

interface Report {
  text: IncidentText;
  reporter: Person;
  /** Who writes it down. */
  writer: Person;
  channel: string;
  /** Escalation may hand it to somebody else. */
  worker: Person;
  fill: (text: string) => string;
}

const hoursToStart = {
  high: [0.1, 1],
  medium: [0.5, 8],
  low: [2, 40],
} as const;
const hoursToSolve = {
  high: [0.4, 6],
  medium: [3, 60],
  low: [20, 220],
} as const;

function reportIncident(world: World, reported: DateTime) {
  const { random } = world;
  const text = incidentOn(world, reported);
  const [impact, urgency] = text.how ?? ['medium', 'medium'];
  const report: Report = {
    text,
    ...reportedBy(world, text),
    worker: random.oneOf(ownersOf(world, text.affected)),
    fill: fillerFor(world),
  };
  const draft = {
    title: report.fill(text.title),
    restricted: text.restricted,
    fields: {
      description: report.fill(text.what),
      affected: [text.affected],
      category: text.category,
      impact,
      urgency,
      channel: report.channel,
      reporter: report.reporter.ref,
      occurredAt: instant(reported.minus({ minutes: random.between(5, 90) })),
    },
  };
  let first: FitsmRecord | undefined;
  const create = async () => {
    const incident = await report.writer.create('incident', {
      ...draft,
      links: linkToLast(world, 'follows', `workflow:${text.workflow}`),
    });
    if (!text.restricted) {
      world.remember('incident', incident);
      if (text.cause) world.remember(`incident:${text.cause}`, incident);
    }
    first = incident;
    return incident;
  };
  const isUrgent = urgency === 'high';
  live(world, reported, create, next => {
    const then: Then = (hours, happens) => next(hours, happens, isUrgent);
    if (!text.restricted && random.chance(0.05)) {
      then([0.2, 6], id =>
        report.reporter.move(id, 'cancel', {}, random.oneOf(cancellations)),
      );
      return;
    }
    const isRecent = world.end.diff(reported, 'days').days < LONGEST_HOLD_DAYS;
    if (random.chance(0.8)) {
      then(hoursToStart[urgency], id =>
        report.worker.move(id, 'start', { assignee: report.worker.ref }),
      );
      talk(world, report, then);
      if (isRecent && random.chance(0.08)) {
        then([1, 9], id => hold(world, report, id));
        return;
      }
      interrupt(world, report, isUrgent, then);
    }
    then(hoursToSolve[urgency], id => resolve(world, report, id));
    end(world, report, next);
  });
  if (!text.restricted && random.chance(0.05)) {
    reportOnceMore(world, reported, text, draft.title, () => first?.id);
  }
}

/** What has a cause comes more often, while that lasts. */
function incidentOn({ random, start }: World, time: DateTime): IncidentText {
  const day = time.diff(start, 'days').days;
  for (;;) {
    const text = random.oneOf(incidentTexts);
    const [from, to] = (text.cause && lifetimes[text.cause]) ?? [0, Infinity];
    if (day >= from && day <= to && random.chance(text.cause ? 1 : 0.5)) {
      return text;
    }
  }
}

const channels = [
  'portal',
  'portal',
  'portal',
  'phone',
  'phone',
  'email',
  'chat',
  'inPerson',
];

/** Who notices it, who writes it down, and how it came. */
function reportedBy(world: World, { seenBy, affected }: IncidentText) {
  const { random } = world;
  if (seenBy === 'team' || seenBy === 'monitoring') {
    const reporter = random.oneOf(ownersOf(world, affected));
    const channel = seenBy === 'team' ? 'portal' : seenBy;
    return { reporter, writer: reporter, channel };
  }
  const names = { harbour: ['kirsty-flett'], office, payroll: ['arjun-mehta'] };
  const reporter = world.person(random.oneOf(names[seenBy]));
  const channel = random.oneOf(channels);
  const writer =
    channel === 'portal' ? reporter : world.person(random.oneOf(desk));
  return { reporter, writer, channel };
}

function talk(world: World, report: Report, then: Then) {
  const { random } = world;
  const { reporter, text } = report;
  if (text.seenBy !== 'monitoring' && random.chance(0.2)) {
    const [question, answer] = random.oneOf(talks);
    then([0.1, 2], id => report.worker.comment(id, question, 'requester'));
    then([0.1, 5], id => reporter.comment(id, answer, 'requester'));
  }
  if (random.chance(0.15)) {
    then([0.1, 3], id =>
      report.worker.comment(id, random.oneOf(workNotes), 'internal'),
    );
  }
}

function interrupt(
  world: World,
  report: Report,
  isUrgent: boolean,
  then: Then,
) {
  const { random } = world;
  if (random.chance(0.1)) {
    then([0.5, 6], id => hold(world, report, id));
    then(isUrgent ? [0.5, 5] : [4, 70], id =>
      (random.chance(0.3) ? report.reporter : report.worker).move(id, 'resume'),
    );
  }
  if (!report.text.restricted && random.chance(0.07)) {
    then([0.3, 5], id => escalate(world, report, id));
  }
}

function hold({ random }: World, { worker }: Report, id: string) {
  const [onHoldReason, why] = random.oneOf(holds);
  return worker.move(id, 'hold', { onHoldReason }, why);
}

async function escalate(world: World, report: Report, id: string) {
  const { random } = world;
  if (random.chance(0.4)) {
    await report.worker.move(
      id,
      'escalate',
      { escalation: 'hierarchical' },
      random.oneOf(escalations.hierarchical),
    );
    await world
      .person('viktor-marinov')
      .comment(
        id,
        'Taken note; I call both sides together at two.',
        'internal',
      );
    return;
  }
  const group =
    world.ownerOf(report.text.affected) === 'group:default/platform-team'
      ? 'network-team'
      : 'platform-team';
  const next = random.oneOf(world.members(group));
  await report.worker.move(
    id,
    'escalate',
    {
      escalation: 'functional',
      assignedGroup: `group:${group}`,
      assignee: next.ref,
    },
    random.oneOf(escalations.functional),
  );
  report.worker = next;
}

async function resolve(world: World, report: Report, id: string) {
  const { random } = world;
  const { text, worker, fill } = report;
  const knownError = lastOf(world, `knownError:${text.cause}`);
  const isKnown = knownError !== undefined && random.chance(0.8);
  await worker.move(id, 'resolve', {
    resolution: fill(text.done),
    closureCode: isKnown
      ? 'workaround'
      : random.oneOf([
          'solved',
          'solved',
          'solved',
          'solved',
          'solved',
          'noFault',
          'notReproducible',
        ]),
  });
  if (isKnown) {
    await worker.link(id, 'solvedWith', knownError.id);
  }
}

/** Most are closed for want of an answer, by themselves. */
function end(world: World, report: Report, then: Then) {
  const { random } = world;
  const { reporter, text } = report;
  if (random.chance(0.06)) {
    then([1, 40], id =>
      reporter.move(id, 'reopen', {}, random.oneOf(reopenings)),
    );
    then([1, 30], id => resolve(world, report, id));
    then([1, 30], id => reporter.move(id, 'confirm'));
  } else if (random.chance(0.4)) {
    then([0.5, 40], id => reporter.move(id, 'confirm'));
  } else if (!text.restricted && random.chance(0.25)) {
    then([2, 40], id =>
      world
        .person(random.oneOf(desk))
        .move(id, 'close', {}, 'Confirmed on the phone'),
    );
  }
}

/** Somebody else reports the same; the desk sees that it is. */
function reportOnceMore(
  world: World,
  reported: DateTime,
  text: IncidentText,
  title: string,
  firstId: () => string | undefined,
) {
  const { random } = world;
  const { reporter, writer, channel } = reportedBy(world, text);
  const agent = world.person(random.oneOf(desk));
  live(
    world,
    reported.plus({ minutes: random.between(8, 70) }),
    () =>
      writer.create('incident', {
        title,
        fields: {
          description: 'I see it too; others say they have reported it.',
          affected: [text.affected],
          category: text.category,
          channel,
          reporter: reporter.ref,
        },
      }),
    then =>
      then([0.1, 0.8], async id => {
        const first = firstId();
        if (first) await agent.link(id, 'duplicateOf', first);
        await agent.move(id, 'resolve', {
          resolution: 'Goes on in the first report of it.',
          closureCode: 'duplicate',
        });
      }),
  );
}

/** What was reported by mail before there was a place for it. */
function takeOverFromMailbox(world: World) {
  const old = [
    ['Scale at the freight ramp shows tonnes as kilograms', 'MAIL-2231'],
    ['Clock of the gates in Harrow Sound is four minutes slow', 'MAIL-2247'],
    ['Scanner of the parcel office reads every second label', 'MAIL-2260'],
  ];
  const agent = world.person('samuel-owusu');
  for (const [title, externalReference] of old) {
    live(
      world,
      world.workday(1),
      () =>
        agent.create('incident', {
          title,
          fields: {
            description: 'Taken over from the mailbox of the service desk.',
            affected: ['system:terminal-operations'],
            category: 'hardware',
            impact: 'low',
            urgency: 'low',
            channel: 'import',
            reporter: 'user:kirsty-flett',
            externalReference,
          },
        }),
      then => {
        then([2, 20], id => agent.move(id, 'start', { assignee: agent.ref }));
        then([20, 120], id =>
          agent.move(id, 'resolve', {
            resolution: 'Set right with the terminal team on their round.',
            closureCode: 'solved',
          }),
        );
      },
    );
  }
}

// --- Major incidents ---------------------------------------------------------

function sufferMajorIncident(world: World, text: MajorIncidentText) {
  const begin = beginOf(world, text);
  const after = (minutes: number) => begin.plus({ minutes });
  const first = world.person(text.by);
  const coordinator = world.person(text.coordinator);
  let major = '';
  inTurn(
    world,
    begin,
    async () => {
      const incident = await first.create('incident', {
        title: text.title,
        fields: {
          description: text.what,
          affected: text.affected,
          category: text.category,
          impact: 'high',
          urgency: 'high',
          channel: 'monitoring',
          occurredAt: instant(after(-10)),
          detectedAt: instant(begin),
        },
      });
      major = incident.id;
      world.remember('incident', incident);
      world.remember('majorIncident', incident);
      return incident;
    },
    [
      [after(3), id => first.move(id, 'start', { assignee: first.ref })],
      [
        after(11),
        id =>
          first.move(
            id,
            'escalate',
            { escalation: 'hierarchical', majorIncident: true },
            text.escalation,
          ),
      ],
      ...text.notes.map(
        ([minutes, by, body]): Happening => [
          after(minutes),
          id => world.person(by).comment(id, body, 'requester'),
        ],
      ),
      [
        after(text.resolvedAfter),
        id =>
          first.move(id, 'resolve', {
            resolution: text.resolution,
            closureCode: 'solved',
          }),
      ],
      [
        after(text.resolvedAfter + 300),
        id => coordinator.move(id, 'close', {}, 'Watched for five hours'),
      ],
    ],
  );
  text.reports.forEach(([minutes, title, affected]) =>
    reportConsequence(
      world,
      after(minutes),
      text,
      () => major,
      title,
      affected,
    ),
  );
  reviewMajorIncident(world, text);
}

function reportConsequence(
  world: World,
  time: DateTime,
  text: MajorIncidentText,
  majorId: () => string,
  title: string,
  affected: string,
) {
  const agent = world.person('samuel-owusu');
  const solved = beginOf(world, text).plus({
    minutes: text.resolvedAfter + 20,
  });
  inTurn(
    world,
    time,
    () =>
      agent.create('incident', {
        title,
        fields: {
          description: 'Called in by the duty manager.',
          affected: [affected],
          category: text.category,
          impact: 'medium',
          urgency: 'high',
          channel: 'phone',
          reporter: 'user:kirsty-flett',
        },
        links: [
          { relation: 'causedBy', to: majorId() },
          { relation: 'relatesTo', to: majorId() },
        ],
      }),
    [
      [
        solved,
        id =>
          agent.move(id, 'resolve', {
            resolution: `Gone with ${majorId()}.`,
            closureCode: 'solved',
          }),
      ],
      [
        solved.plus({ hours: 3 }),
        id => world.person('kirsty-flett').move(id, 'confirm'),
      ],
    ],
  );
}

/** The look back, ten days later; its owners work it over once. */
function reviewMajorIncident(world: World, text: MajorIncidentText) {
  const { review } = text;
  const begin = beginOf(world, text);
  const coordinator = world.person(text.coordinator);
  const grace = world.person('grace-wanjiru');
  const at = (minutes: number) => instant(begin.plus({ minutes }));
  const on = (days: number) => inOffice(begin.plus({ days, hours: 5 }));
  inTurn(
    world,
    on(3),
    async () => {
      const created = await coordinator.create('majorIncidentReview', {
        title: `Review: ${text.title}`,
        fields: {
          description: review.description,
          affected: text.affected,
          kind: review.kind,
          startedAt: at(-10),
          declaredAt: at(12),
          endedAt: at(text.resolvedAfter),
          coordinator: coordinator.ref,
          participants: review.participants,
          dueAt: inDays(world, 12),
        },
        links: linkToLast(world, 'reviews', 'majorIncident'),
      });
      world.remember('majorIncidentReview', created);
      return created;
    },
    [
      [
        on(7),
        id =>
          coordinator.edit(id, {
            timeline: review.timeline.map(([minutes, what, who]) => ({
              at: at(minutes),
              what,
              who,
            })),
            communication: review.communication.map(
              ([minutes, audience, channel, message]) => ({
                at: at(minutes),
                audience,
                channel,
                message,
              }),
            ),
            impact: review.impact,
            missedTargets: review.missedTargets,
            detection: review.detection,
            recovery: review.recovery,
            cause: review.cause,
          }),
      ],
      [
        on(10),
        id =>
          coordinator.move(id, 'hold', {
            wentWell: review.wentWell,
            wentBadly: review.wentBadly,
          }),
      ],
      [on(11), id => coordinator.edit(id, { conclusions: review.conclusions })],
      [on(12), id => coordinator.move(id, 'agree')],
      [
        on(13),
        id =>
          grace.move(
            id,
            'workOver',
            {},
            'Say which targets were missed: customers will ask',
          ),
      ],
      [
        on(14),
        id =>
          coordinator.edit(id, {
            missedTargets: `${review.missedTargets} Told in the service review.`,
          }),
      ],
      [on(15), id => grace.move(id, 'agree')],
      ...review.actions.map(
        (action): Happening => [
          on(15),
          async id => act(world, id, text, action),
        ],
      ),
      [on(75), id => coordinator.move(id, 'close', {}, 'All actions are done')],
    ],
  );
}

function act(
  world: World,
  review: string,
  { coordinator, affected }: MajorIncidentText,
  [title, name, days, result]: readonly [string, string, number, string],
) {
  const assignee = world.person(name);
  const now = world.now();
  inTurn(
    world,
    now,
    () =>
      world.person(coordinator).create('followUpAction', {
        title,
        fields: {
          kind: 'prevent',
          process: 'isrm',
          affected,
          assignee: assignee.ref,
          dueAt: inDays(world, days),
        },
        links: [{ relation: 'followsFrom', to: review }],
      }),
    [
      [now.plus({ days: 2 }), id => assignee.move(id, 'start')],
      [
        now.plus({ days: days - 1 }),
        id => assignee.move(id, 'finish', { result }),
      ],
    ],
  );
}

function callOffReview(world: World) {
  const viktor = world.person('viktor-marinov');
  const planned = world.workday(301);
  inTurn(
    world,
    planned,
    () =>
      viktor.create('majorIncidentReview', {
        title: 'Review: call centre could not be reached for an hour',
        fields: {
          description: 'The provider moved our number without telling.',
          affected: ['component:telephony'],
          kind: 'outage',
          coordinator: viktor.ref,
          dueAt: inDays(world, 10),
        },
      }),
    [
      [
        planned.plus({ days: 2 }),
        id =>
          viktor.move(
            id,
            'cancel',
            {},
            'It did not meet the criteria; it is a matter for the supplier review',
          ),
      ],
    ],
  );
}
