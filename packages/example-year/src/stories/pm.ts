import { World } from '../World';
import { course, inDays, Step } from './course';
import { instant, lastOf, linkToLast } from './moments';
import {
  ProblemText,
  problemTexts,
  TrendText,
  trendTexts,
} from './texts/problems';

/** Problem management. */
export function livePm(world: World): void {
  problemTexts.forEach(text => investigate(world, text));
  problemTexts.forEach(text => documentKnownError(world, text));
  trendTexts.forEach((text, index) => analyse(world, text, index));
  callOffAnalysis(world);
  [91, 182, 271, 357].forEach(day => reviewKnownErrors(world, day));
  discardKnownError(world);
}

// --- Problems ----------------------------------------------------------------

function investigate(world: World, text: ProblemText) {
  const recorder = world.person(text.by);
  const create = async () => {
    const [impact, urgency] = text.how;
    const problem = await recorder.create('problem', {
      title: text.title,
      fields: {
        description: text.description,
        affected: text.affected,
        source: text.source,
        category: text.category,
        impact,
        urgency,
        dueAt: inDays(world, text.within),
        firstSeenAt: instant(world.now().minus({ days: 12 })),
        tasks: (text.tasks ?? []).map(step => ({ step, state: 'open' })),
      },
      links: [...sourcesOf(world, text)],
    });
    world.remember('problem', problem);
    world.remember(`problem:${text.key}`, problem);
    return problem;
  };
  course(world, text.day, create, stepsOf(world, text));
}

/** The incidents behind it, and the analysis or change that led to it. */
function sourcesOf(world: World, { key, source }: ProblemText) {
  const incidents = world.recall(`incident:${key}`).slice(-4);
  const others = {
    trend: ['foundBy', lastOf(world, 'trendAnalysis')],
    majorIncident: ['investigates', lastOf(world, 'majorIncident')],
    changeOrRelease: ['causedBy', lastOf(world, `causeOf:${key}`)],
  } as const;
  const [relation, other] =
    source in others ? others[source as keyof typeof others] : [];
  return [
    ...incidents.map(({ id }) => ({ relation: 'investigates', to: id })),
    ...(relation && other ? [{ relation, to: other.id }] : []),
  ];
}

function stepsOf(world: World, text: ProblemText): Step[] {
  const recorder = world.person(text.by);
  const assignee = world.person(text.assignee);
  const grace = world.person('grace-wanjiru');
  const viktor = world.person('viktor-marinov');
  switch (text.key) {
    case 'scanners':
      return [];
    case 'figures':
      return [
        [3, id => recorder.move(id, 'investigate', { assignee: assignee.ref })],
        [
          17,
          id =>
            viktor.move(
              id,
              'cancel',
              {},
              'Both are right: one counts by departure, the other by payment',
            ),
        ],
      ];
    case 'pool':
      return [
        [
          2,
          async id => {
            const first = lastOf(world, 'problem:refunds');
            if (first) await recorder.link(id, 'duplicateOf', first.id);
            await recorder.move(id, 'cancel', {}, 'Goes on in the other one');
          },
        ],
      ];
    default:
  }
  const steps: Step[] = [
    [1, id => recorder.move(id, 'investigate', { assignee: assignee.ref })],
  ];
  const { investigation, cause, resolved } = text;
  if (investigation) {
    steps.push([6, id => assignee.edit(id, { investigation })]);
  }
  if (text.key === 'roofBoxes') {
    steps.push([
      40,
      id =>
        assignee.comment(
          id,
          'The maker of the sensors has not answered for three weeks.',
          'internal',
        ),
    ]);
  }
  if (text.key === 'shipMail') {
    steps.push([
      28,
      id =>
        recorder.move(
          id,
          'escalate',
          { escalation: 'functional', assignedGroup: 'group:network-team' },
          'It takes somebody who can read the traffic on board',
        ),
    ]);
  }
  if (cause) {
    steps.push(
      [
        cause.after,
        id =>
          assignee.move(id, 'nameCause', {
            rootCause: cause.rootCause,
            causeMethod: cause.method,
            options: (text.options ?? []).map(
              ([option, benefit, risk, effort], index) => ({
                option,
                benefit,
                risk,
                effort,
                decision: index === 0 ? 'chosen' : 'rejected',
              }),
            ),
          }),
      ],
      ...furtherSteps(world, text),
    );
  }
  if (resolved) {
    steps.push(
      [
        resolved.after,
        id =>
          assignee.move(id, 'resolve', {
            resolution: resolved.resolution,
            tasks: (text.tasks ?? []).map(step => ({
              step,
              assignee: assignee.ref,
              state: 'done',
            })),
          }),
      ],
      [
        resolved.after + 12,
        id => viktor.move(id, 'close', { lessons: resolved.lessons }),
      ],
    );
  }
  if (text.key === 'clocks') {
    steps.push(
      [
        resolved!.after + 40,
        id =>
          recorder.move(
            id,
            'reopen',
            {},
            'It is back, with phones of another maker',
          ),
      ],
      [
        resolved!.after + 62,
        id =>
          assignee.move(id, 'nameCause', {
            rootCause:
              'These phones answer with the time of the network that they lost.',
            causeMethod: 'experiment',
          }),
      ],
    );
  }
  if (text.key === 'radio') {
    steps.push([
      162,
      id =>
        grace.move(
          id,
          'accept',
          {
            workaround:
              'Gates scan from their own store for four hours; boards and backups are throttled.',
            lessons:
              'A terminal with one way only is a risk that is written down.',
          },
          'Fibre comes in two years with the new pier; until then the workaround does',
        ),
    ]);
  }
  return steps;
}

/** From the cause to a solution, not always straight. */
function furtherSteps(world: World, text: ProblemText): Step[] {
  const assignee = world.person(text.assignee);
  const { solution } = text;
  const { after } = text.cause!;
  if (text.key === 'order') {
    return [
      [
        after + 9,
        id =>
          assignee.move(
            id,
            'investigateAgain',
            {},
            'It happens to sailings that kept their route, too',
          ),
      ],
      [
        after + 40,
        id =>
          assignee.move(id, 'nameCause', {
            rootCause:
              'The key is the vessel, not the sailing: when vessels are swapped, two parts of the queue hold events of one sailing.',
          }),
      ],
    ];
  }
  const steps: Step[] = [];
  if (solution) {
    steps.push([
      after + 4,
      id => assignee.move(id, 'startResolving', { solution }),
    ]);
  }
  if (text.key === 'shipMail') {
    steps.push([
      after + 50,
      id =>
        world
          .person(text.by)
          .move(
            id,
            'escalateResolving',
            { escalation: 'hierarchical' },
            'The carrier has let three dates pass; it goes to the supplier manager',
          ),
    ]);
  }
  return steps;
}

// --- Known errors ------------------------------------------------------------

function documentKnownError(world: World, text: ProblemText) {
  const { knownError } = text;
  if (!knownError) return;
  const author = world.person(text.assignee);
  const niamh = world.person('niamh-corrigan');
  const { after, title, fixedIn, audience, ...fields } = knownError;
  const steps: Step[] = [
    [
      1,
      async id => {
        const published = await author.move(id, 'publish', { audience });
        world.remember('knownError', published);
        world.remember(`knownError:${text.key}`, published);
      },
    ],
  ];
  if (text.cause && !fixedIn) {
    const { rootCause } = text.cause;
    steps.push([
      Math.max(text.cause.after - after + 1, 2),
      id => author.move(id, 'update', { rootCause }, 'The cause is known now'),
    ]);
  }
  if (fixedIn && text.resolved) {
    steps.push([
      text.resolved.after - after + 3,
      id => niamh.move(id, 'retire', { fixedIn }, 'No case in two weeks'),
    ]);
  }
  if (text.key === 'clocks') {
    const back = text.resolved!.after - after + 41;
    steps.push(
      [
        back,
        id => niamh.move(id, 'reinstate', {}, 'It is back with other phones'),
      ],
      [back + 1, id => niamh.move(id, 'publish', { audience: 'users' })],
    );
  }
  course(
    world,
    text.day + after,
    () =>
      author.create('knownError', {
        title,
        fields: {
          ...fields,
          audience,
          affected: text.affected,
          category: text.category,
        },
        links: linkToLast(world, 'documents', `problem:${text.key}`),
      }),
    steps,
  );
}

/** Written twice; the second is not kept. */
function discardKnownError(world: World) {
  const samuel = world.person('samuel-owusu');
  course(
    world,
    146,
    () =>
      samuel.create('knownError', {
        title: 'Departure boards are one day behind',
        fields: {
          symptoms: 'As if it were yesterday.',
          affected: ['component:departure-boards'],
        },
      }),
    [
      [
        4,
        async id => {
          const niamh = world.person('niamh-corrigan');
          const first = lastOf(world, 'knownError:midnight');
          if (first) await niamh.link(id, 'duplicateOf', first.id);
          await niamh.move(id, 'discard', {}, 'There is one already');
        },
      ],
    ],
  );
}

/** Each quarter all known errors are looked through. */
function reviewKnownErrors(world: World, day: number) {
  const niamh = world.person('niamh-corrigan');
  const viktor = world.person('viktor-marinov');
  course(
    world,
    day - 8,
    async () => {
      const review = await niamh.create('knownErrorReview', {
        title: `Review of the known errors, ${world
          .now()
          .toFormat('MMMM yyyy')}`,
        fields: {
          scope:
            'All that are active, and those retired since the last review.',
          periodStart: instant(world.now().minus({ days: 90 })),
          periodEnd: instant(world.now()),
          dueAt: inDays(world, 8),
          participants: [
            'user:viktor-marinov',
            'user:samuel-owusu',
            'group:platform-team',
          ],
        },
        links: linkToLast(world, 'follows', 'knownErrorReview'),
      });
      world.remember('knownErrorReview', review);
      return review;
    },
    [
      [
        7,
        async id => {
          const reviewed: Array<Record<string, string>> = [];
          for (const known of world.recall('knownError')) {
            const { state } = await niamh.read(known.id);
            if (state !== 'active') continue;
            await niamh.link(id, 'reviews', known.id);
            await niamh.move(known.id, 'review', {
              reviewOutcome: 'kept',
              reviewNote: `Gone through in ${id}.`,
            });
            reviewed.push({
              knownError: `${known.id} ${known.title}`,
              result: 'kept',
            });
          }
          await niamh.move(id, 'hold', {
            reviewed: reviewed.length
              ? reviewed
              : [{ knownError: 'None is active', result: 'kept' }],
            missing:
              'Locked accounts after holidays are asked for each week and have no entry.',
            use: 'About every eighth incident was closed with a known error.',
            outcome:
              'Entries are read: two colleagues found wording that travellers do not use. It is changed where it stands.',
          });
        },
      ],
      [8, async id => tellDesk(world, id)],
      [20, id => viktor.move(id, 'close', {}, 'All is done')],
    ],
  );
}

/** What a review asks of the desk; the last one is still to be done. */
function tellDesk(world: World, review: string) {
  const samuel = world.person('samuel-owusu');
  const today = Math.floor(world.now().diff(world.start, 'days').days);
  course(
    world,
    today,
    () =>
      world.person('niamh-corrigan').create('followUpAction', {
        title: 'Put the known errors into the words of those who call',
        fields: {
          kind: 'tell',
          process: 'pm',
          assignee: samuel.ref,
          dueAt: inDays(world, 14),
        },
        links: [{ relation: 'followsFrom', to: review }],
      }),
    [
      [
        10,
        id =>
          samuel.move(id, 'finish', {
            result: 'Gone through with the early shift; nine titles changed.',
          }),
      ],
    ],
  );
}

// --- Trends ------------------------------------------------------------------

function analyse(world: World, text: TrendText, index: number) {
  const viktor = world.person('viktor-marinov');
  const findings = text.findings.map(
    ([pattern, count, trend, affected, decision]) => ({
      pattern,
      count,
      trend,
      affected,
      decision,
    }),
  );
  const create = async () => {
    const incidents = text.finds.flatMap(key =>
      world.recall(`incident:${key}`).slice(-4),
    );
    const analysis = await viktor.create('trendAnalysis', {
      title: `Trends of the quarter, ${world.now().toFormat('MMMM yyyy')}`,
      fields: {
        scope: 'All incidents and service requests of thirteen weeks.',
        periodStart: instant(world.now().minus({ days: 91 })),
        periodEnd: instant(world.now()),
        dueAt: inDays(world, 10),
        source: index === 2 ? 'several' : 'incidents',
        sourceNote: 'List of incidents by service, category and week',
        method: 'By service, category and time of day',
      },
      links: [
        ...incidents.map(({ id }) => ({ relation: 'looksAt', to: id })),
        ...linkToLast(world, 'follows', 'trendAnalysis'),
      ],
    });
    world.remember('trendAnalysis', analysis);
    return analysis;
  };
  const finish = (id: string) =>
    viktor.move(id, 'finish', {
      conclusions: text.conclusions,
      findings,
      incidentCount: text.count,
    });
  const steps: Step[] = [
    [3, id => viktor.edit(id, { previousCount: text.before })],
    [6, finish],
  ];
  if (index === 1) {
    steps.push(
      [
        7,
        id =>
          viktor.move(id, 'workOver', {}, 'Requests were left out by mistake'),
      ],
      [8, finish],
    );
  }
  // The last one still waits for its decisions.
  if (index < trendTexts.length - 1) {
    steps.push([18, id => viktor.move(id, 'close', {}, 'Problems are raised')]);
  }
  course(world, text.day - 6, create, steps);
}

function callOffAnalysis(world: World) {
  const viktor = world.person('viktor-marinov');
  course(
    world,
    215,
    () =>
      viktor.create('trendAnalysis', {
        title: 'Trends of payments before and after the export was moved',
        fields: {
          affected: ['system:payments'],
          source: 'monitoring',
          dueAt: inDays(world, 14),
        },
      }),
    [
      [
        9,
        id =>
          viktor.move(
            id,
            'cancel',
            {},
            'The figures in the problem say it already',
          ),
      ],
    ],
  );
}
