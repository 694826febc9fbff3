import { FitsmRecord, fullEntityRef } from '@fitsm/plugin-fitsm-common';
import { DateTime } from 'luxon';
import { Person, World } from '../World';
import { course, isAbout, Step } from './course';
import { outsideFreezes } from './freezes';
import {
  inOffice,
  instant,
  inTurn,
  lastOf,
  linkToLast,
  ownersOf,
} from './moments';
import { StandardChangeText, standardChangeTexts } from './texts/changes';

/** After so many days one is found to be wrong, and mended within a week. */
const WITHDRAWN_AFTER_DAYS = 210;
/** Another one is written anew then. */
const NEXT_VERSION_DAY = 192;

/**
 * Changes that are approved beforehand, and their use. One in force is
 * remembered as `standardChange:<key>`.
 */
export function writeStandardChanges(world: World) {
  for (const text of standardChangeTexts) {
    writeStandardChange(world, text);
    for (let round = 0; round < world.scale; round += 1) {
      text.uses.forEach((use, index) => make(world, text, use, index));
    }
  }
  writeNextVersion(world);
  proposeFromChange(world);
  discardDraft(world);
}

function draftOf({
  key,
  day,
  by,
  group,
  uses,
  title,
  ...fields
}: StandardChangeText) {
  return {
    title,
    fields: {
      ...fields,
      approvers: fields.approvers.map(name => `user:${name}`),
      mayBeUsedBy: [group],
      assignedGroup: group,
      steps: fields.steps.map(step => ({ step, state: 'open' })),
      benefits: 'It is made within a day, and always in the same way.',
      impactLevel: 'low',
      riskLevel: 'low',
      expectedOutage: 0,
      communication: 'The service desk sees it in the schedule.',
      version: '1',
    },
  };
}

function approvalOf(
  world: World,
  { key, approvers }: StandardChangeText,
  from: number,
): Step[] {
  return approvers.map((name, index) => [
    from + index,
    async id => {
      const voted = await world.person(name).vote(id, 'approve');
      if (index === approvers.length - 1) {
        world.remember(`standardChange:${key}`, voted);
      }
    },
  ]);
}

function writeStandardChange(world: World, text: StandardChangeText) {
  const author = world.person(text.by);
  const send = (id: string) => author.move(id, 'sendForApproval');
  const steps: Step[] = [[1, send], ...approvalOf(world, text, 3)];
  if (text.key === 'firewall') {
    const [first] = text.approvers;
    steps.splice(
      1,
      0,
      [
        2,
        id =>
          world
            .person(first)
            .vote(id, 'refuse', 'A rule without an end date stays for ever'),
      ],
      [
        2,
        id =>
          author.edit(id, {
            preconditions: `${text.preconditions} The rule has an end date.`,
          }),
      ],
      [2, send],
    );
  }
  if (text.key === 'edgeDisk') {
    steps.push(
      [
        WITHDRAWN_AFTER_DAYS,
        id =>
          author.move(
            id,
            'withdrawApproval',
            {},
            'In St Brannoc the wrong disk was pulled; the steps must name the lamp',
          ),
      ],
      [
        WITHDRAWN_AFTER_DAYS + 2,
        id =>
          author.edit(id, {
            version: '2',
            changeNote: 'The lamp of the disk is lit first',
            steps: ['Light the lamp of the disk', ...text.steps].map(step => ({
              step,
              state: 'open',
            })),
          }),
      ],
      [WITHDRAWN_AFTER_DAYS + 3, send],
      ...approvalOf(world, text, WITHDRAWN_AFTER_DAYS + 4),
    );
  }
  steps.push([
    text.key === 'timetable' ? 290 : 240,
    id =>
      author.move(id, 'review', {
        reviewOutcome: 'kept',
        reviewNote: 'All uses since the last review went well.',
      }),
  ]);
  course(
    world,
    text.day,
    () => author.create('standardChange', draftOf(text)),
    text.key === 'patch' ? steps.slice(0, -1) : steps,
  );
}

/** One use of it, spread over the year. */
function make(
  world: World,
  text: StandardChangeText,
  use: string,
  index: number,
) {
  const { random } = world;
  const first = text.day + 14;
  const day = Math.round(
    first + ((372 - first) * (index + random.next())) / text.uses.length,
  );
  const planned = whileInForce(
    world,
    text,
    inOffice(world.start.plus({ days: day, hours: random.between(9, 15) })),
  );
  const assignee = makerOf(world, text);
  inTurn(
    world,
    inOffice(planned.minus({ days: 3 })),
    () => askFor(world, text, use, assignee),
    [
      [
        inOffice(planned.minus({ days: 2 })),
        id =>
          assignee.move(id, 'usePreapproval', {
            plannedStartAt: instant(planned),
            plannedEndAt: instant(planned.plus({ hours: 10 })),
          }),
      ],
      [planned.minus({ hours: 20 }), id => assignee.move(id, 'schedule')],
      [planned, id => assignee.move(id, 'implement')],
      [
        planned.plus({ hours: Math.min(text.expectedDuration, 8) }),
        async id => {
          const { fields } = await assignee.read(id);
          const steps = fields.steps as unknown as object[];
          await assignee.move(id, 'complete', {
            testResult: 'As planned.',
            steps: steps.map(step => ({ ...step, state: 'done' })),
          });
        },
      ],
      [
        inOffice(planned.plus({ days: 2 })),
        async id =>
          world.remember(
            'change',
            await assignee.move(id, 'close', {
              outcome: 'successful',
              incidentsCaused: 0,
            }),
          ),
      ],
    ],
  );
}

/** The same moment, or one after the days on which it may not be used. */
function whileInForce(
  world: World,
  text: StandardChangeText,
  time: DateTime,
): DateTime {
  const planned = outsideFreezes(world, time);
  const pause = pauseOf(text);
  if (!pause) return planned;
  const [from, to] = pause.map(days => world.start.plus({ days }));
  return planned >= from.minus({ days: 1 }) && planned <= to.plus({ days: 5 })
    ? outsideFreezes(world, planned.plus({ days: 14 }))
    : planned;
}

/** From when to when it is not approved, or replaced by its next version. */
function pauseOf({ key, day }: StandardChangeText) {
  const pauses: Record<string, [from: number, to: number]> = {
    edgeDisk: [day + WITHDRAWN_AFTER_DAYS, day + WITHDRAWN_AFTER_DAYS + 7],
    patch: [NEXT_VERSION_DAY + 4, NEXT_VERSION_DAY + 8],
  };
  return pauses[key];
}

function makerOf(
  world: World,
  { affected: [ref] }: StandardChangeText,
): Person {
  return world.random.oneOf(ownersOf(world, fullEntityRef(ref)!));
}

function askFor(
  world: World,
  text: StandardChangeText,
  use: string,
  assignee: Person,
) {
  const standard = lastOf(world, `standardChange:${text.key}`);
  const request = nextRequest(world, text);
  const { fields } = draftOf(text);
  const {
    mayBeUsedBy,
    limits,
    approvers,
    version,
    expectedDuration,
    ...carried
  } = fields;
  return assignee.create('change', {
    title: use,
    fields: {
      ...carried,
      ...(standard && { steps: standard.fields.steps }),
      changeType: 'standard',
      approvalLevel: 'preapproved',
      assignee: assignee.ref,
    },
    links: [
      ...(standard ? [{ relation: 'follows', to: standard.id }] : []),
      ...(request ? [{ relation: 'fulfils', to: request.id }] : []),
    ],
  });
}

/** Longer than this no request waits for its change. */
const LONGEST_WAIT_DAYS = 45;

/** Requests that wait for such a change, each taken once. */
const taken = new WeakMap<World, Set<string>>();

function nextRequest(
  world: World,
  { affected }: StandardChangeText,
): FitsmRecord | undefined {
  const ids = taken.get(world) ?? new Set<string>();
  taken.set(world, ids);
  const oldest = instant(world.now().minus({ days: LONGEST_WAIT_DAYS }));
  const request = world
    .recall('requestForChange')
    .find(
      record =>
        record.createdAt > oldest &&
        !ids.has(record.id) &&
        isAbout(record, affected),
    );
  if (request) ids.add(request.id);
  return request;
}

/** Terminals are updated apart; the version before retires with its approval. */
function writeNextVersion(world: World) {
  const text = standardChangeTexts.find(({ key }) => key === 'patch')!;
  const author = world.person(text.by);
  course(
    world,
    NEXT_VERSION_DAY,
    () => {
      const { title, fields } = draftOf({
        ...text,
        steps: [...text.steps.slice(0, 3), 'Terminals, one a night'],
      });
      return author.create('standardChange', {
        title,
        fields: {
          ...fields,
          version: '2',
          changeNote: 'One terminal a night instead of two',
        },
        links: linkToLast(world, 'supersedes', 'standardChange:patch'),
      });
    },
    [
      [1, id => author.move(id, 'sendForApproval')],
      [1, id => author.move(id, 'takeBack', {}, 'Version was not raised')],
      [2, id => author.move(id, 'sendForApproval')],
      ...approvalOf(world, text, 4),
      [
        155,
        id =>
          author.move(id, 'review', {
            reviewOutcome: 'kept',
            reviewNote: 'Four months without an incident.',
          }),
      ],
    ],
  );
}

/** Learned from a change that went well; given up when a tool does it alone. */
function proposeFromChange(world: World) {
  const joao = world.person('joao-figueira');
  const priya = world.person('priya-raghunathan');
  course(
    world,
    128,
    () => {
      const change = world
        .recall('change')
        .find(({ title }) => title.includes('certificates'));
      return joao.create('standardChange', {
        title: 'Renew a certificate of the payment gateway link',
        fields: {
          description:
            'One of the two certificates, the other address carries on.',
          affected: ['resource:payment-gateway-link'],
          area: 'security',
          preconditions: 'The provider has confirmed the new certificate.',
          limits: 'Both at once: an ordinary change.',
          mayBeUsedBy: ['group:payments-team'],
          assignedGroup: 'group:payments-team',
          steps: [
            'Move traffic to the other address',
            'Put the certificate in',
            'Pay one cent',
            'Move traffic back',
          ].map(step => ({ step, state: 'open' })),
          riskLevel: 'low',
          riskAssessment:
            'Wrong certificate: payments fail on one address only.',
          testPlan: 'One cent paid and paid back.',
          backOutPlan: 'The old certificate is valid for two weeks more.',
          approvers: ['user:maren-aldous'],
          version: '1',
        },
        links: change ? [{ relation: 'comesFrom', to: change.id }] : [],
      });
    },
    [
      [1, id => joao.move(id, 'sendForApproval')],
      [3, id => world.person('maren-aldous').vote(id, 'approve')],
      [
        170,
        id =>
          priya.move(id, 'retire', {}, 'Certificates renew themselves by now'),
      ],
    ],
  );
}

function discardDraft(world: World) {
  const ruben = world.person('ruben-castellanos');
  course(
    world,
    175,
    () =>
      ruben.create('standardChange', {
        title: 'Move a barrier by a metre',
        fields: { description: 'Asked for twice a year.', area: 'facility' },
      }),
    [
      [
        9,
        id =>
          ruben.move(
            id,
            'discard',
            {},
            'The harbour authority has to agree each time',
          ),
      ],
    ],
  );
}
