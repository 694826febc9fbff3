import { DateTime } from 'luxon';
import { Person, World } from '../World';
import { course, inDays } from './course';
import {
  busyMoment,
  instant,
  lastOf,
  linkToLast,
  live,
  ownersOf,
  Then,
} from './moments';
import { desk, fillerFor, office } from './texts/incidents';
import {
  declines,
  requestHolds,
  requestRefusals,
  requestTalks,
  RequestText,
  requestTexts,
} from './texts/requests';

const REQUESTS = 82;
/** So that whoever opens the portal finds something to do. */
const REQUESTS_OF_THESE_DAYS = 9;

/** What people ask for, the year round. */
export function askForThings(world: World) {
  for (let count = 0; count < REQUESTS * world.scale; count += 1) {
    ask(world, busyMoment(world));
  }
  for (let count = 0; count < REQUESTS_OF_THESE_DAYS; count += 1) {
    const minutes = world.random.between(30, 5_000);
    ask(world, world.end.minus({ minutes }));
  }
  askAgain(world);
  waitForDeliveries(world);
  askInsteadOfReporting(world);
}

interface Asked {
  text: RequestText;
  requester: Person;
  worker: Person;
  steps: string[];
}

const channels = [
  'portal',
  'portal',
  'portal',
  'phone',
  'email',
  'chat',
  'inPerson',
];

function ask(world: World, time: DateTime) {
  const { random } = world;
  const text = random.oneOf(requestTexts);
  const fill = fillerFor(world);
  const requester = world.person(
    random.chance(0.35) ? 'kirsty-flett' : random.oneOf(office),
  );
  const channel = random.oneOf(channels);
  const writer =
    channel === 'portal' ? requester : world.person(random.oneOf(desk));
  const asked: Asked = {
    text,
    requester,
    worker: random.oneOf(ownersOf(world, text.services[0])),
    steps: [...(text.steps ?? [])],
  };
  const [impact, urgency] = random.oneOf([
    ['low', 'low'],
    ['low', 'medium'],
    ['medium', 'low'],
    ['medium', 'medium'],
    ['medium', 'high'],
  ]);
  const create = async () => {
    const workflow = lastOf(world, `workflow:${text.workflow}`);
    if (workflow) {
      const rows = workflow.fields.steps as unknown as Array<{ step: string }>;
      asked.steps = rows.map(({ step }) => step);
    }
    const request = await writer.create('serviceRequest', {
      title: fill(text.title),
      fields: {
        details: fill(text.details),
        kind: text.kind,
        services: text.services,
        requester: requester.ref,
        requestedFor: requester.ref,
        channel,
        impact,
        urgency,
        dueAt: instant(time.plus({ days: text.within }).set({ hour: 17 })),
        approvalNeeded: text.approval === 'manager' ? 'manager' : 'none',
        steps: asked.steps.map(step => ({ step, state: 'open' })),
        ...(text.justification && { justification: fill(text.justification) }),
        ...(text.costs && { costs: text.costs }),
      },
      links: linkToLast(world, 'follows', `workflow:${text.workflow}`),
    });
    if (text.kind === 'standardChange') {
      world.remember('requestForChange', request);
    }
    return request;
  };
  live(world, time, create, then => {
    if (random.chance(0.05)) {
      then([1, 20], id =>
        requester.move(id, 'cancel', {}, 'Somebody else has one to spare'),
      );
    } else if (!text.approval && random.chance(0.06)) {
      then([1, 30], id =>
        asked.worker.move(id, 'decline', {}, random.oneOf(declines)),
      );
    } else if (!text.approval || decide(world, asked, then)) {
      fulfil(world, asked, fill(text.fulfilment), then);
    }
  });
}

/** Whether it is approved. */
function decide(world: World, asked: Asked, then: Then): boolean {
  const { random } = world;
  const { text, requester } = asked;
  const managers: Record<string, string> = {
    'user:default/kirsty-flett': 'eilidh-macaskill',
    'user:default/maren-aldous': 'grace-wanjiru',
  };
  const approver = world.person(
    text.approval === 'process'
      ? random.oneOf(['viktor-marinov', 'laszlo-feher'])
      : managers[requester.ref] ?? 'maren-aldous',
  );
  then([0.2, 8], id =>
    requester.move(id, 'sendForApproval', { approvers: [approver.ref] }),
  );
  const isRefused = random.chance(0.12);
  then([3, 60], id =>
    isRefused
      ? approver.vote(id, 'refuse', random.oneOf(requestRefusals))
      : approver.vote(id, 'approve'),
  );
  return !isRefused;
}

function fulfil(world: World, asked: Asked, fulfilment: string, then: Then) {
  const { random } = world;
  const { text, requester, worker } = asked;
  const finish = (id: string) =>
    worker.move(id, 'fulfil', {
      fulfilment,
      steps: asked.steps.map((step, index) => ({
        step,
        assignee: worker.ref,
        state: 'done',
        ...(index === 0 && { note: 'As asked' }),
      })),
    });
  then([0.5, 20], id => worker.move(id, 'start', { assignee: worker.ref }));
  if (random.chance(0.2)) {
    const [question, answer] = random.oneOf(requestTalks);
    then([0.2, 4], id => worker.comment(id, question, 'requester'));
    then([0.2, 8], id => requester.comment(id, answer, 'requester'));
  }
  if (random.chance(0.12)) {
    const [onHoldReason, why] = random.oneOf(requestHolds);
    then([1, 20], id => worker.move(id, 'hold', { onHoldReason }, why));
    then([20, 150], id => worker.move(id, 'resume'));
  }
  if (random.chance(0.07)) {
    then([4, 40], id =>
      worker.move(
        id,
        'escalate',
        { escalation: 'hierarchical' },
        'It is needed by tomorrow, and two teams wait for each other',
      ),
    );
  }
  then([2, 20 * text.within], finish);
  if (random.chance(0.06)) {
    then([1, 30], id =>
      requester.move(id, 'reopen', {}, 'It is not quite what I asked for'),
    );
    then([2, 20], finish);
    then([1, 30], id => requester.move(id, 'confirm'));
  } else if (random.chance(0.45)) {
    then([1, 40], id => requester.move(id, 'confirm'));
  } else if (random.chance(0.3)) {
    then([1, 40], id =>
      world.person(random.oneOf(desk)).move(id, 'close', {}, 'Seen on site'),
    );
  }
}

/** Refused first, taken back once, and granted when it is asked for less. */
function askAgain(world: World) {
  const arjun = world.person('arjun-mehta');
  const maren = world.person('maren-aldous');
  const worker = world.person('fatima-benyoucef');
  course(
    world,
    228,
    () =>
      arjun.create('serviceRequest', {
        title: 'See worked hours before the export is made',
        fields: {
          details:
            'All vessels, each day, so that gaps are found before the 20th.',
          justification: 'The export was late twice because of missing sheets.',
          kind: 'access',
          services: ['component:payroll-export'],
          approvalNeeded: 'manager',
        },
      }),
    [
      [1, id => arjun.move(id, 'sendForApproval', { approvers: [maren.ref] })],
      [1, id => arjun.move(id, 'takeBack', {}, 'Reason was not complete')],
      [2, id => arjun.move(id, 'sendForApproval', { approvers: [maren.ref] })],
      [
        4,
        id =>
          maren.vote(
            id,
            'refuse',
            'Hours per person and day are too much; totals will do',
          ),
      ],
      [
        7,
        id =>
          arjun.move(
            id,
            'askAgain',
            {},
            'Totals per vessel and week are enough',
          ),
      ],
      [
        7,
        id =>
          arjun.move(id, 'sendForApproval', {
            details:
              'Totals per vessel and week, so that gaps are found before the 20th.',
            approvers: [maren.ref],
          }),
      ],
      [8, id => maren.vote(id, 'approve')],
      [9, id => worker.move(id, 'start', { assignee: worker.ref })],
      [
        13,
        id =>
          worker.move(id, 'fulfil', {
            fulfilment: 'A page with totals per vessel and week.',
          }),
      ],
      [14, id => arjun.move(id, 'confirm')],
    ],
  );
}

/** What is overdue today. */
function waitForDeliveries(world: World) {
  const kirsty = world.person('kirsty-flett');
  const bilal = world.person('bilal-khoury');
  const ordered = [
    [331, 'Waterproof tablet for the ramp', 'managed-laptops'],
    [344, 'Headsets for the information desk', 'telephony'],
  ] as const;
  for (const [day, title, service] of ordered) {
    course(
      world,
      day,
      () =>
        kirsty.create('serviceRequest', {
          title,
          fields: {
            details: 'The old ones do not survive another winter on the pier.',
            kind: 'equipment',
            services: [`component:${service}`],
            urgency: 'medium',
            dueAt: inDays(world, 10),
          },
        }),
      [
        [1, id => bilal.move(id, 'start', { assignee: bilal.ref })],
        [
          2,
          id =>
            bilal.move(
              id,
              'hold',
              { onHoldReason: 'delivery' },
              'Out of stock, promised for next week',
            ),
        ],
        [
          12,
          id => kirsty.comment(id, 'Is there anything new of it?', 'requester'),
        ],
      ],
    );
  }
}

/** Reports that turn out to be wishes. */
function askInsteadOfReporting(world: World) {
  const agent = world.person('samuel-owusu');
  for (const day of [96, 188, 277, 331]) {
    course(
      world,
      day,
      async () => {
        const request = await agent.create('serviceRequest', {
          title: 'Show how to do it in a quarter of an hour',
          fields: {
            details:
              'Nothing is broken: it is done another way since the last version.',
            kind: 'information',
            services: ['system:workplace'],
          },
          links: [
            ...linkToLast(world, 'arisesFrom', 'incident'),
            ...linkToLast(world, 'relatesTo', 'lesson'),
          ],
        });
        world.remember('lesson', request);
        return request;
      },
      [
        [0, id => agent.move(id, 'start', { assignee: agent.ref })],
        [
          2,
          id =>
            agent.move(id, 'fulfil', {
              fulfilment: 'Shown on the phone, and a page with pictures sent.',
            }),
        ],
      ],
    );
  }
}
