import { World } from '../World';
import { course, inDays, linksToKnown, Step } from './course';
import { accessRights, AccessText, existingRights, Known } from './texts/ism';

/** A right that was granted, as reviews list it. */
interface Granted {
  holder: string;
  role: string;
}

/** Access rights, and the reviews of them. */
export function liveAccess(world: World, known: Known): void {
  const granted = new Map<string, Granted>();
  existingRights.forEach(text => recordExisting(world, text, granted));
  for (let round = 0; round < world.scale; round += 1) {
    for (const text of accessRights) {
      const day = round ? world.random.between(58, 350) : text.day;
      askForAccess(world, { ...text, day }, known, granted);
    }
  }
  askDeskForAccess(world, granted);
  const former = reviewAll(world, granted);
  reviewPrivileged(world, granted, former);
  planNextReview(world);
}

function recordExisting(
  world: World,
  { title, holder, resource, role }: (typeof existingRights)[number],
  granted: Map<string, Granted>,
) {
  const laszlo = world.person('laszlo-feher');
  course(
    world,
    50,
    () =>
      laszlo.create('accessRight', {
        title,
        fields: {
          holder: `user:${holder}`,
          requester: laszlo.ref,
          resources: [resource],
          role,
          kind: role === 'administrator' ? 'privileged' : 'standard',
          justification: 'Held since before this register was kept.',
        },
      }),
    [
      [
        1,
        async id => {
          await laszlo.move(
            id,
            'recordExisting',
            { grantedAt: world.start.minus({ days: 300 }).toISO() },
            'Found in the export of sign-in.',
          );
          granted.set(id, { holder, role });
        },
      ],
    ],
  );
}

/** From the request to the day on which the right ends. */
function askForAccess(
  world: World,
  text: AccessText,
  known: Known,
  granted: Map<string, Granted>,
) {
  const requester = world.person(text.requester);
  const approver = world.person(text.approver);
  const laszlo = world.person('laszlo-feher');
  const amara = world.person('amara-diallo');
  const { ends, lasts } = text;
  const needsOffice = ['privileged', 'emergency'].includes(text.kind);
  const create = () =>
    requester.create('accessRight', {
      title: text.title,
      fields: {
        holder: `user:${text.holder}`,
        kind: text.kind,
        resources: [text.resource],
        environment: 'production',
        role: text.role,
        justification: text.justification,
        approvers: [`user:${text.approver}`],
        ...(lasts && { validUntil: inDays(world, lasts) }),
      },
    });
  const send: Step = [0, id => requester.move(id, 'sendForApproval')];
  const approve = (days: number): Step[] => [
    [days, id => approver.vote(id, 'approve')],
    ...(needsOffice
      ? [[days, id => laszlo.vote(id, 'approve')] satisfies Step]
      : []),
  ];
  const grant = (days: number): Step => [
    days,
    async id => {
      await amara.move(id, 'grant', { grantNote: `Group "${text.role}"` });
      granted.set(id, { holder: text.holder, role: text.role });
      const [asset] = linksToKnown(
        'givesAccessTo',
        known.assets,
        text.asset ? [text.asset] : [],
      );
      if (asset) {
        await laszlo.link(id, 'givesAccessTo', asset.to);
      }
    },
  ];
  const refuse = (reason: string): Step => [
    2,
    id => approver.vote(id, 'refuse', reason),
  ];
  const revoke = (days: number): Step => [
    days,
    async id => {
      await amara.move(id, 'revoke', {
        revocationProof: `https://handbook.example.org/access/${id}`,
      });
      granted.delete(id);
    },
  ];
  const usual = [send, ...approve(1), grant(2)];
  const stillGranted = async (id: string) =>
    (await amara.read(id)).state === 'granted';
  const courses: Record<NonNullable<typeof ends>, Step[]> = {
    refused: [
      send,
      refuse('Not for this; ask those who have the right already.'),
    ],
    withdrawn: [
      [
        1,
        id =>
          requester.move(
            id,
            'withdraw',
            {},
            'The thesis is about something else now.',
          ),
      ],
    ],
    askedAgain: [
      send,
      refuse('Sick days are health data; say which ones, and why.'),
      [
        4,
        id =>
          requester.move(
            id,
            'requestAgain',
            {},
            'Only the days are needed, not their reasons.',
          ),
      ],
      [5, id => laszlo.edit(id, { role: 'reader of absence days' })],
      [5, id => requester.move(id, 'sendForApproval')],
      ...approve(6),
      grant(7),
    ],
    sentBack: [
      send,
      ...approve(1),
      [
        2,
        id =>
          amara.move(
            id,
            'sendBack',
            {},
            'There is no such role; the one for the whole cluster is too much.',
          ),
      ],
      [4, id => laszlo.edit(id, { role: 'deployer of the namespace booking' })],
      [4, id => requester.move(id, 'sendForApproval')],
      ...approve(5),
      grant(6),
    ],
    unneeded: [
      ...usual,
      [
        60,
        async id => {
          if (!(await stillGranted(id))) return;
          await amara.move(id, 'revoke', { endReason: 'notNeeded' });
          granted.delete(id);
        },
      ],
    ],
    moved: [
      ...usual,
      [
        100,
        id =>
          approver.move(
            id,
            'askToRevoke',
            { endReason: 'moved' },
            'The desk no longer books; the counters do it.',
          ),
      ],
      revoke(101),
    ],
    kept: [
      ...usual,
      [80, id => approver.move(id, 'askToRevoke', { endReason: 'notNeeded' })],
      [
        82,
        id =>
          laszlo.move(
            id,
            'keep',
            {},
            'Differences are still put right by hand until the next release.',
          ),
      ],
    ],
    replaced: [
      ...usual,
      [
        60,
        async id => {
          course(
            world,
            text.day + 61,
            () =>
              requester.create('accessRight', {
                title: `${text.title}, without contact details`,
                fields: {
                  holder: `user:${text.holder}`,
                  kind: text.kind,
                  resources: [text.resource],
                  role: 'reader of sessions',
                  justification: 'Sessions are enough to find out.',
                  approvers: [`user:${text.approver}`],
                },
                links: [{ relation: 'replaces', to: id }],
              }),
            [
              send,
              ...approve(1),
              [
                2,
                async next => {
                  await amara.move(next, 'grant');
                  granted.delete(id);
                  granted.set(next, {
                    holder: text.holder,
                    role: 'reader of sessions',
                  });
                },
              ],
            ],
          );
        },
      ],
    ],
    waits: [send],
  };
  const expiry: Step[] = lasts
    ? [
        [
          lasts + 1,
          async id => {
            // Timers may have done it already.
            if (await stillGranted(id)) await amara.move(id, 'expire');
            granted.delete(id);
          },
        ],
      ]
    : [];
  course(world, text.day, create, [
    ...(ends ? courses[ends] : usual),
    ...expiry,
  ]);
}

/** Who has no seat at a screen asks the desk, which records the right. */
function askDeskForAccess(world: World, granted: Map<string, Granted>) {
  const kirsty = world.person('kirsty-flett');
  const samuel = world.person('samuel-owusu');
  const eilidh = world.person('eilidh-macaskill');
  const amara = world.person('amara-diallo');
  world.at(world.workday(243), async () => {
    const { id: request } = await kirsty.create('serviceRequest', {
      title: 'Rights of a duty manager on check-in',
      fields: {
        details: 'I stand in for the duty manager until the end of the year.',
        kind: 'access',
        services: ['component:check-in-service'],
        assignedGroup: 'group:service-desk',
      },
    });
    await samuel.move(request, 'start', { assignee: samuel.ref });
    course(
      world,
      244,
      () =>
        samuel.create('accessRight', {
          title: 'Kirsty is duty manager on check-in',
          fields: {
            holder: kirsty.ref,
            requester: kirsty.ref,
            resources: ['component:check-in-service'],
            role: 'duty manager',
            justification:
              'Stands in for the duty manager until the end of the year.',
            approvers: [eilidh.ref],
          },
          links: [{ relation: 'requestedWith', to: request }],
        }),
      [
        [0, id => kirsty.move(id, 'sendForApproval')],
        [1, id => eilidh.vote(id, 'approve')],
        [
          2,
          async id => {
            await amara.move(id, 'grant');
            granted.set(id, { holder: 'kirsty-flett', role: 'duty manager' });
          },
        ],
        [
          2,
          () =>
            samuel.move(request, 'fulfil', {
              fulfilment: 'The right is granted; sign in anew.',
            }),
        ],
        [3, () => kirsty.move(request, 'confirm')],
      ],
    );
  });
}

interface Campaign {
  day: number;
  title: string;
  kind: string;
  description: string;
  /** How many of the rights are found not to be needed any more. */
  revokes: number;
  /** Goes back once, as a list was missing. */
  resumes: boolean;
  follows?: () => string;
  picks(right: Granted): boolean;
}

/** @returns the id of the review, once there is one */
function review(
  world: World,
  granted: Map<string, Granted>,
  campaign: Campaign,
): () => string {
  const laszlo = world.person('laszlo-feher');
  const amara = world.person('amara-diallo');
  let reviewId = '';
  let reviewed: Array<[id: string, right: Granted]> = [];
  const rows = (decided: boolean, done: boolean) =>
    reviewed.map(([, { holder, role }], index) => {
      const decision = index < campaign.revokes ? 'revoke' : 'keep';
      return {
        holder,
        right: role,
        decision: decided ? decision : 'open',
        done,
      };
    });
  const complete = (days: number): Step => [
    days,
    id =>
      laszlo.move(id, 'complete', {
        items: rows(true, false),
        summary: `${reviewed.length} rights were looked at with the teams; ${campaign.revokes} are not needed any more.`,
        reviewedCount: reviewed.length,
        revokedCount: campaign.revokes,
        changedCount: 0,
      }),
  ];
  course(
    world,
    campaign.day,
    async () => {
      reviewed = [...granted]
        .filter(([, right]) => campaign.picks(right))
        .slice(0, 15);
      const record = await laszlo.create('accessReview', {
        title: campaign.title,
        fields: {
          description: campaign.description,
          kind: campaign.kind,
          source: 'Export of sign-in of that day',
          finishBy: inDays(world, 21),
          assignee: laszlo.ref,
          assignedGroup: 'group:security-office',
          items: rows(false, false),
        },
        links: [
          ...reviewed.map(([to]) => ({ relation: 'reviews', to })),
          ...(campaign.follows
            ? [{ relation: 'follows', to: campaign.follows() }]
            : []),
        ],
      });
      reviewId = record.id;
      return record;
    },
    [
      [2, id => laszlo.move(id, 'start')],
      complete(15),
      ...(campaign.resumes
        ? [
            [
              17,
              id =>
                laszlo.move(
                  id,
                  'resume',
                  {},
                  'The machine accounts were missing.',
                ),
            ] satisfies Step,
            complete(26),
          ]
        : []),
      [
        28,
        async () => {
          for (const [index, [right]] of reviewed.entries()) {
            const { state } = await amara.read(right);
            if (state !== 'granted') continue;
            if (index < campaign.revokes) {
              await laszlo.move(right, 'askToRevoke', { endReason: 'review' });
              await amara.move(right, 'revoke');
              granted.delete(right);
            } else {
              await laszlo.move(right, 'review', { reviewOutcome: 'kept' });
            }
          }
        },
      ],
      [29, id => laszlo.move(id, 'close', { items: rows(true, true) })],
    ],
  );
  return () => reviewId;
}

function reviewAll(world: World, granted: Map<string, Granted>) {
  return review(world, granted, {
    day: 128,
    title: 'Access rights of the half-year',
    kind: 'regular',
    description: 'All rights of the register, of all services.',
    revokes: 1,
    resumes: false,
    picks: () => true,
  });
}

function reviewPrivileged(
  world: World,
  granted: Map<string, Granted>,
  follows: () => string,
) {
  review(world, granted, {
    day: 282,
    title: 'Rights of administrators',
    kind: 'privileged',
    description:
      'Who can change what others only use, and the machine accounts.',
    revokes: 2,
    resumes: true,
    follows,
    picks: ({ role }) =>
      /administrator|writer|help desk|machine|deployer/.test(role),
  });
}

function planNextReview(world: World) {
  const laszlo = world.person('laszlo-feher');
  course(
    world,
    352,
    () =>
      laszlo.create('accessReview', {
        title: 'Access rights, the next half-year',
        fields: {
          description: 'All rights of the register, of all services.',
          kind: 'regular',
          finishBy: inDays(world, 40),
          assignee: 'user:amara-diallo',
          assignedGroup: 'group:security-office',
        },
      }),
    [],
  );
}
