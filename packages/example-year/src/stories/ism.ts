import { World } from '../World';
import { course, inDays, linksTo, linksToKnown, Step } from './course';
import { liveAccess } from './ismAccess';
import { suffer } from './ismIncidents';
import {
  assets,
  AssetText,
  controls,
  ControlText,
  EventText,
  events,
  Known,
  risks,
  RiskText,
} from './texts/ism';

/** Information security management. */
export function liveIsm(world: World): void {
  const known: Known = {
    assets: new Map(),
    risks: new Map(),
    controls: new Map(),
  };
  assets.forEach(text => keepAsset(world, text, known));
  risks.forEach(text => runRisk(world, text, known));
  controls.forEach(text => buildControl(world, text, known));
  noticeEvents(world, known);
  suffer(world, known);
  liveAccess(world, known);
}

function keepAsset(world: World, text: AssetText, { assets: known }: Known) {
  const laszlo = world.person('laszlo-feher');
  const amara = world.person('amara-diallo');
  const [confidentiality, integrity, availability] = text.needs;
  const linkItems: Step = [
    40,
    async id => {
      await laszlo.move(id, 'linkItems', { supportingItems: text.items });
      const links = linksTo(world, 'heldBy', 'configurationItem', text.items);
      for (const { to } of links) {
        await laszlo.link(id, 'heldBy', to);
      }
    },
  ];
  const review: Step = [
    200,
    id =>
      amara.move(id, 'review', {
        reviewOutcome: 'kept',
        reviewNote: 'Read through with those who keep it.',
      }),
  ];
  const updates: Record<string, Step> = {
    manifests: [
      130,
      id =>
        laszlo.move(
          id,
          'update',
          { retention: 'Destroyed an hour after arrival' },
          'The new registration act asks for it.',
        ),
    ],
    positions: [
      165,
      id =>
        laszlo.move(
          id,
          'update',
          { classification: 'confidential', volume: '3 TB' },
          'Positions now come every ten seconds: one can see how crews work.',
        ),
    ],
    design: [
      60,
      id =>
        laszlo.move(
          id,
          'update',
          { handling: 'No keys in repositories; a scan looks for them.' },
          'A key was found in a test.',
        ),
    ],
  };
  const anew: Record<string, Step[]> = {
    warehouse: [
      [
        150,
        id =>
          laszlo.move(
            id,
            'reopen',
            {},
            'Positions of the vessels are in it now; its worth is judged anew.',
          ),
      ],
      [
        152,
        id =>
          laszlo.edit(id, {
            classification: 'confidential',
            confidentiality: 'high',
          }),
      ],
      [153, id => laszlo.move(id, 'addToInventory')],
    ],
  };
  const ending: Record<string, Step> = {
    ledgers: [
      192,
      id =>
        laszlo.move(
          id,
          'remove',
          {
            disposal:
              'Shredded by a certified company, 41 boxes; their proof is in the file.',
          },
          'Nobody needs them, and the law wants them gone.',
        ),
    ],
  };
  const own = [updates[text.key], ending[text.key]].filter(Boolean);
  course(
    world,
    text.day,
    async () => {
      const record = await world.person(text.by).create('informationAsset', {
        title: text.title,
        fields: {
          description: text.description,
          kind: text.kind,
          classification: text.classification,
          confidentiality,
          integrity,
          availability,
          requirements: text.requirements,
          personalData: text.personalData,
          supportingItems: text.items,
        },
      });
      known.set(text.key, record.id);
      world.remember('informationAsset', record);
      return record;
    },
    [
      [3, id => laszlo.move(id, 'addToInventory')],
      linkItems,
      ...own,
      ...(anew[text.key] ?? []),
      ...(text.key in ending ? [] : [review]),
    ],
  );
}

/** What is done about a risk until its acceptance is asked for. */
function treatment(world: World, text: RiskText): Step[] {
  const laszlo = world.person('laszlo-feher');
  const [residualLikelihood, residualImpact, residualLevel] = text.residual;
  if (text.treatment === 'accept') {
    return [
      [8, id => laszlo.edit(id, { treatment: 'accept' })],
      [
        10,
        id =>
          laszlo.move(id, 'askForAcceptance', {
            residualLikelihood,
            residualImpact,
            residualLevel,
            approvers: [`user:${text.approver}`],
            acceptanceReason:
              'A second way would cost more than the harm of ten years.',
            acceptedUntil: world.now().plus({ days: 365 }).toISODate(),
          }),
      ],
    ];
  }
  const treat: Step[] = [
    [
      8,
      id =>
        laszlo.move(id, 'startTreatment', {
          treatment: text.treatment,
          treatmentPlan: text.plan,
          targetDate: inDays(world, 70),
          assignee: 'user:amara-diallo',
        }),
    ],
  ];
  const isUnfinished = ['cable', 'payrollsupplier'].includes(text.key);
  return isUnfinished
    ? treat
    : [
        ...treat,
        [
          70,
          id =>
            laszlo.move(id, 'finishTreatment', {
              residualLikelihood,
              residualImpact,
              residualLevel,
            }),
        ],
        [
          73,
          id =>
            laszlo.move(id, 'askForAcceptance', {
              approvers: [`user:${text.approver}`],
              acceptanceReason:
                'What was planned is done; what remains can be borne.',
            }),
        ],
      ];
}

function runRisk(
  world: World,
  text: RiskText,
  { assets: ofAssets, risks: known }: Known,
) {
  const laszlo = world.person('laszlo-feher');
  const amara = world.person('amara-diallo');
  const approver = world.person(text.approver);
  const steps: Step[] = [
    [
      4,
      id =>
        amara.move(id, 'assess', {
          likelihood: text.likelihood,
          impact: text.impact,
          confidence: 'medium',
          assessmentNote: 'Judged at the table with those who run it.',
        }),
    ],
    ...treatment(world, text),
  ];
  if (text.key === 'deskold') {
    steps.splice(-1, 1, [
      90,
      id =>
        laszlo.move(
          id,
          'close',
          { closureReason: 'avoided' },
          'The agent desk has been switched off.',
        ),
    ]);
  } else if (text.key === 'ransom') {
    steps.push(...refusedOnce(world, text));
  } else {
    steps.push([76, id => voteIfAsked(world, id, text.approver)]);
  }
  if (
    ['phishing', 'database', 'cardservices', 'storm', 'summer'].includes(
      text.key,
    )
  ) {
    steps.push([
      178,
      id =>
        amara.move(id, 'review', {
          reviewOutcome: text.key === 'storm' ? 'needsChange' : 'kept',
          reviewNote:
            text.key === 'storm'
              ? 'The mobile network at Kelpholm is as exposed as the line.'
              : 'Nothing has changed since.',
        }),
    ]);
  }
  if (text.key === 'leavers') {
    steps.push(
      [
        236,
        id =>
          amara.move(
            id,
            'assessAgain',
            {},
            'The access review found eleven accounts of the last season.',
          ),
      ],
      [
        240,
        id =>
          amara.move(id, 'assess', {
            likelihood: 'likely',
            impact: 'moderate',
          }),
      ],
      [
        243,
        id =>
          laszlo.move(id, 'askForAcceptance', {
            residualLikelihood: 'possible',
            residualLevel: 'medium',
            acceptanceReason:
              'Until accounts end by themselves, the desk looks each week.',
          }),
      ],
      [245, id => approver.vote(id, 'approve')],
    );
  }
  course(
    world,
    text.day,
    async () => {
      const record = await laszlo.create('risk', {
        title: text.title,
        fields: {
          domain: text.domain,
          affected: text.affected,
          threat: text.threat,
          vulnerability: text.vulnerability,
          consequence: text.consequence,
          source: 'assessment',
          assessor: 'user:amara-diallo',
          reviewInterval: 180,
        },
        links: [
          ...linksToKnown('threatens', ofAssets, text.threatens),
          ...linksTo(world, 'threatens', 'service', text.affected),
        ],
      });
      known.set(text.key, record.id);
      world.remember('risk', record);
      return record;
    },
    steps,
  );
}

async function voteIfAsked(world: World, id: string, approver: string) {
  const { state } = await world.person('laszlo-feher').read(id);
  if (state === 'inApproval') {
    await world.person(approver).vote(id, 'approve');
  }
}

/** Nobody bears it until restores have been tried. */
function refusedOnce(world: World, { residual, plan }: RiskText): Step[] {
  const laszlo = world.person('laszlo-feher');
  const maren = world.person('maren-aldous');
  const grace = world.person('grace-wanjiru');
  const [residualLikelihood, residualImpact, residualLevel] = residual;
  return [
    [
      76,
      id =>
        maren.vote(
          id,
          'refuse',
          'Copies that nobody can delete are good; that they can be restored is only hoped for.',
        ),
    ],
    [
      80,
      id =>
        laszlo.move(id, 'startTreatment', {
          treatmentPlan: `${plan} A full restore each quarter.`,
          targetDate: inDays(world, 90),
        }),
    ],
    [
      165,
      id =>
        laszlo.move(id, 'finishTreatment', {
          residualLikelihood,
          residualImpact,
          residualLevel,
        }),
    ],
    [
      166,
      id =>
        laszlo.move(id, 'askForAcceptance', {
          acceptanceReason: 'Two restores worked, the second in time.',
        }),
    ],
    [168, id => maren.vote(id, 'approve')],
    [171, id => grace.vote(id, 'approve')],
  ];
}

function buildControl(world: World, text: ControlText, known: Known) {
  const person = world.person(text.by);
  const laszlo = world.person('laszlo-feher');
  const test = (
    days: number,
    result: 'passed' | 'partly',
    finding: string,
  ): Step => [
    days,
    id =>
      person.move(id, 'recordTest', {
        tests: [
          {
            testedOn: world.now().toISODate(),
            tester: person.ref,
            result,
            finding,
          },
        ],
        effectiveness: result === 'passed' ? 'effective' : 'partly',
      }),
  ];
  const review: Step = [
    210,
    id =>
      laszlo.move(id, 'review', {
        reviewOutcome: 'kept',
        reviewNote: 'Does what it is there for.',
      }),
  ];
  const specify: Step = [5, id => person.move(id, 'specify')];
  const start = (days: number): Step => [
    days,
    id =>
      person.move(id, 'start', {
        implementBy: inDays(world, 60),
        assignee: person.ref,
      }),
  ];
  const putIntoForce = (days: number): Step => [
    days,
    id =>
      person.move(id, 'putIntoForce', {
        evidence: `https://handbook.example.org/security/${text.key}`,
      }),
  ];
  const built = [specify, start(9), putIntoForce(52)];
  const courses: Record<string, Step[]> = {
    factor: [
      ...built,
      test(80, 'partly', '38 of 420 accounts are still without.'),
      [
        150,
        id =>
          laszlo.move(
            id,
            'revise',
            {},
            'The mailbox that was phished had a second factor by text message.',
          ),
      ],
      [
        152,
        id =>
          person.edit(id, {
            howItWorks:
              'Sign-in asks for a key or the app; text messages do not count any more.',
          }),
      ],
      start(154),
      putIntoForce(196),
      test(230, 'passed', 'No account is without.'),
    ],
    immutable: [
      ...built,
      test(75, 'passed', 'The administrator was refused.'),
      test(166, 'passed', 'Refused again.'),
    ],
    report: [
      ...built,
      [
        120,
        id =>
          world
            .person('niamh-corrigan')
            .move(
              id,
              'reportFault',
              {},
              'Reports have gone to a box that nobody reads since the move of the mail.',
            ),
      ],
      [123, id => person.move(id, 'restore', { effectiveness: 'effective' })],
    ],
    mobile: [
      specify,
      start(12),
      [
        48,
        id =>
          person.move(
            id,
            'hold',
            {},
            'No radio mast reaches Kelpholm this year.',
          ),
      ],
      [
        170,
        id => person.move(id, 'resume', { implementBy: inDays(world, 50) }),
      ],
      [
        190,
        id =>
          person.edit(id, {
            progress: 60,
            implementationNote: 'Five of seven terminals have it.',
          }),
      ],
    ],
    guards: [
      specify,
      [
        20,
        id =>
          laszlo.move(
            id,
            'drop',
            {},
            'Better locks do the same for a tenth of the money.',
          ),
      ],
    ],
    tape: [
      [2, id => person.move(id, 'recordInPlace')],
      [
        215,
        id =>
          person.move(
            id,
            'retire',
            {},
            'Copies that cannot be deleted do it better; the last tapes stay in the safe for half a year.',
          ),
      ],
    ],
  };
  const inPlace: Step[] = [
    [2, id => person.move(id, 'recordInPlace', { effectiveness: 'effective' })],
    test(
      110,
      text.key === 'patching' ? 'partly' : 'passed',
      'Looked at on site.',
    ),
    review,
  ];
  course(
    world,
    text.day,
    async () => {
      const record = await person.create('securityControl', {
        ...text.draft,
        links: [
          ...linksToKnown('treats', known.risks, text.treats),
          ...linksToKnown('protects', known.assets, text.protects),
          ...(text.key === 'immutable'
            ? linksToKnown('replaces', known.controls, ['tape'])
            : []),
        ],
      });
      known.controls.set(text.key, record.id);
      return record;
    },
    courses[text.key] ?? (text.inPlace ? inPlace : built),
  );
}

/** Things that are seen, judged and closed, through the whole year. */
function noticeEvents(world: World, known: Known) {
  const count = Math.ceil(events.length * world.scale);
  for (let index = 0; index < count; index += 1) {
    const day = 21 + Math.floor((index * 343) / Math.max(count - 1, 1));
    notice(world, events[index % events.length], day, known);
  }
}

function notice(world: World, text: EventText, day: number, known: Known) {
  const reporter = world.person(text.by);
  const judge = world.person(
    world.random.oneOf(['laszlo-feher', 'amara-diallo']),
  );
  const { category, severity, assessment, note } = text;
  const steps: Step[] = [
    [
      1,
      async id => {
        const [asset] = linksToKnown(
          'concerns',
          known.assets,
          text.concerns ? [text.concerns] : [],
        );
        if (asset) {
          await judge.link(id, 'concerns', asset.to);
        }
        await judge.move(id, 'classify', {
          category,
          severity,
          assessment,
          assessmentNote: note,
          assignee: judge.ref,
        });
      },
    ],
    [3, id => judge.move(id, 'close')],
  ];
  if (text.category === 'theft') {
    steps.push(
      [
        6,
        id =>
          reporter.move(
            id,
            'reopen',
            {},
            'It was switched on again at the harbour of Sundra.',
          ),
      ],
      [
        7,
        id => judge.move(id, 'classify', { assessment, assessmentNote: note }),
      ],
      [8, id => judge.move(id, 'close')],
    );
  }
  course(
    world,
    day,
    () =>
      reporter.create('securityEvent', {
        title: text.title,
        fields: {
          description: text.description,
          source: text.source,
          affected: text.affected,
          occurredAt: world.now().minus({ hours: 2 }).toISO(),
          assignedGroup: 'group:security-office',
          assessBy: inDays(world, 2),
        },
      }),
    steps,
  );
}
