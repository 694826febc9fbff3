import { RowValue } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';
import { course, dateIn, inDays, linksTo, linksToKnown, Step } from './course';
import {
  complaints,
  ComplaintText,
  customers,
  CustomerText,
  questions,
  voices,
} from './texts/crm';

/** Customer relationship management. */
export function liveCrm(world: World): void {
  const known = new Map<string, string>();
  customers.forEach(text => lookAfter(world, text, known));
  const heard = new Map<string, string>();
  complaints.forEach(text => hear(world, text, known, heard));
  lookThroughComplaints(world, heard);
  askHowContent(world, known);
  customers
    .filter(({ key }) => key in voices)
    .forEach(text => meetQuarterly(world, text, known));
}

const systemsOf = (systems: string[]) =>
  systems.map(system => `system:${system}`);

function lookAfter(
  world: World,
  { key, day, manager, systems, draft }: CustomerText,
  known: Map<string, string>,
) {
  const rosa = world.person('rosa-delgado');
  const person = world.person(manager);
  const steps: Step[] = [
    [
      5,
      async id => {
        const services = linksTo(world, 'uses', 'service', systemsOf(systems));
        for (const { to } of services) {
          await rosa.link(id, 'uses', to);
        }
      },
    ],
  ];
  if (key === 'coach') {
    steps.push(
      [
        226,
        id =>
          rosa.move(
            id,
            'end',
            {
              farewell:
                'Open bookings were sailed or paid back; their accounts are closed.',
            },
            'They travel with the bridge now that it is open again.',
          ),
      ],
      [
        304,
        id =>
          rosa.move(
            id,
            'takeUpAgain',
            {},
            'The bridge is closed once more, and they are back.',
          ),
      ],
    );
  } else if (key !== 'timber') {
    // Nobody thinks of the one who sails once a year.
    steps.push([
      172,
      id =>
        person.move(id, 'review', {
          reviewOutcome: 'changed',
          reviewNote: 'Contacts checked, needs talked through.',
          needs: draft.fields?.needs ?? 'Nothing beyond the agreements.',
          satisfaction: world.random.between(3, 5),
          reviewInterval: 180,
        }),
    ]);
  }
  course(
    world,
    day,
    async () => {
      const record = await rosa.create('customer', {
        ...draft,
        owner: person.ref,
        fields: { ...draft.fields, deputy: 'user:grace-wanjiru' },
      });
      known.set(key, record.id);
      world.remember('customer', record);
      return record;
    },
    steps,
  );
}

/** From the day on which a complaint comes in until its measures are checked. */
function hear(
  world: World,
  text: ComplaintText,
  known: Map<string, string>,
  heard: Map<string, string>,
) {
  const reporter = world.person(text.by);
  const rosa = world.person('rosa-delgado');
  const assignee = world.person(text.assignee);
  const isColleague = !text.draft.fields?.complainantContact;
  const { takes } = text;
  const rows = (state: string): RowValue[] =>
    (text.measures ?? []).map(step => ({
      step,
      state,
      assignee: assignee.ref,
      due: dateIn(world, 20),
    }));
  const start: Step = [
    1,
    id =>
      rosa.move(id, 'start', {
        assignee: assignee.ref,
        answerDueAt: inDays(world, text.course === 'overdue' ? 5 : 8),
      }),
  ];
  const answer = (days: number): Step => [
    days,
    id =>
      assignee.move(id, 'answer', {
        findings: text.findings,
        response: text.response,
        justified: text.justified,
        ...(text.amends && { amends: text.amends }),
        ...(text.measures && { measures: rows('open') }),
      }),
  ];
  const check = (days: number): Step => [
    days,
    id =>
      rosa.move(id, 'checkMeasures', {
        measures: rows('done'),
        measuresNote: 'Seen on site: what was promised is done.',
      }),
  ];
  const close = (days: number, reaction: string): Step => [
    days,
    id => rosa.move(id, 'close', { reaction }),
  ];
  const escalate = (days: number): Step => [
    days,
    id =>
      assignee.move(
        id,
        'escalate',
        { escalatedTo: 'user:maren-aldous', answerDueAt: inDays(world, 6) },
        'They ask for the head of the house, and threaten to leave.',
      ),
  ];
  const courses: Record<ComplaintText['course'], Step[]> = {
    plain: [
      start,
      answer(takes),
      check(takes + 21),
      close(takes + 23, 'content'),
    ],
    reopened: [
      start,
      answer(takes),
      [
        takes + 30,
        id =>
          reporter.move(
            id,
            'reopen',
            {},
            'The file came on the 20th, and was empty.',
          ),
      ],
      answer(takes + 33),
      check(takes + 62),
      close(takes + 63, 'partlyContent'),
    ],
    rejected: [
      start,
      [
        takes,
        id =>
          rosa.move(
            id,
            'reject',
            {
              response: text.response,
              justified: text.justified,
              findings: text.findings,
            },
            'The contract says otherwise.',
          ),
      ],
    ],
    escalated: [
      start,
      escalate(4),
      answer(takes),
      check(takes + 18),
      close(takes + 20, text.key === 'coach' ? 'discontent' : 'content'),
    ],
    held: [
      start,
      [
        2,
        id =>
          rosa.move(id, 'hold', {
            onHoldReason: 'Which reader and which phone the pupils use',
          }),
      ],
      [
        12,
        id =>
          rosa.move(id, 'resume', {}, 'They have sent us one of the phones.'),
      ],
      answer(takes),
      check(takes + 25),
      close(takes + 27, 'content'),
    ],
    withdrawn: [
      start,
      [
        3,
        id =>
          rosa.move(
            id,
            'withdraw',
            {},
            'Mrs Larsen found the cancellation in her drafts, not sent.',
          ),
      ],
    ],
    overdue: [start],
  };
  course(
    world,
    text.day,
    async () => {
      const links = [
        ...linksToKnown('comesFrom', known, [text.customer]),
        ...linksTo(world, 'about', 'service', systemsOf(text.systems)),
        ...(text.key === 'again'
          ? linksToKnown('repeats', heard, ['lorries'])
          : []),
        ...linksTo(
          world,
          'concerns',
          'incident',
          text.key === 'rain' ? ['component:gate-controller'] : [],
        ).slice(-1),
      ];
      const record = await reporter.create('complaint', {
        ...text.draft,
        owner: rosa.ref,
        restricted: text.restricted ?? false,
        fields: {
          ...text.draft.fields,
          ...(isColleague && { complainant: reporter.ref }),
        },
        // A steward does not see the register of customers.
        links: isColleague ? [] : links,
      });
      if (isColleague) {
        for (const { relation, to } of links) {
          await rosa.link(record.id, relation, to);
        }
      }
      heard.set(text.key, record.id);
      world.remember('complaint', record);
      return record;
    },
    courses[text.course],
  );
}

/** Twice a year all that was closed is looked through. */
function lookThroughComplaints(world: World, heard: Map<string, string>) {
  const rosa = world.person('rosa-delgado');
  for (const day of [216, 338]) {
    world.at(world.workday(day), async () => {
      for (const id of heard.values()) {
        const { state, fields } = await rosa.read(id);
        if (state === 'closed' && !fields.lastReviewedAt) {
          await rosa.move(id, 'review', {
            reviewNote:
              'Looked through with all others of the half-year: measures hold; information in time is what most of them are about.',
          });
        }
      }
    });
  }
}

const answersOf = (averages: number[], count: number): RowValue[] =>
  averages.map((average, index) => ({
    question: questions[index].question,
    answerCount: count,
    average,
  }));

/** Two surveys: the first shows too little, the second what it brought. */
function askHowContent(world: World, known: Map<string, string>) {
  const rosa = world.person('rosa-delgado');
  const grace = world.person('grace-wanjiru');
  const measures = [
    'Mail a week before each maintenance',
    'Desk opens at 05:00 in season',
  ];
  let first = '';
  const survey = {
    title: 'How content are our customers?',
    fields: {
      description:
        'What they think of the services, and what we should do first.',
      method: 'online',
      audience:
        'All contacts of customers, and a fifth of all staff, drawn by lot.',
      anonymous: true,
      questions,
      targetScore: 3.8,
      conductors: ['user:rosa-delgado'],
    },
  };
  const links = (keys: string[]) => [
    ...linksToKnown('asks', known, keys),
    ...linksTo(
      world,
      'about',
      'service',
      systemsOf([
        'booking',
        'traveller-channels',
        'terminal-operations',
        'workplace',
      ]),
    ),
  ];
  course(
    world,
    102,
    async () => {
      const record = await rosa.create('satisfactionSurvey', {
        ...survey,
        fields: {
          ...survey.fields,
          periodFrom: dateIn(world, -100),
          periodTo: dateIn(world, 0),
        },
        links: links([
          'commercial',
          'operations',
          'people',
          'holm',
          'agency',
          'coach',
        ]),
      });
      first = record.id;
      world.remember('satisfactionSurvey', record);
      return record;
    },
    [
      [
        6,
        id =>
          rosa.move(id, 'start', {
            invitedCount: 132,
            runsTo: inDays(world, 14),
            evaluationDueAt: inDays(world, 28),
          }),
      ],
      [
        19,
        id =>
          rosa.move(
            id,
            'extend',
            { runsTo: inDays(world, 8) },
            'Crews were at sea; 31 of 132 have answered.',
          ),
      ],
      [
        30,
        id =>
          rosa.move(id, 'evaluate', {
            answeredCount: 67,
            score: 3.4,
            verdict: 'insufficient',
            answers: answersOf([3.4, 3.6, 2.7], 67),
            remarks: [
              {
                remark: 'I learn of maintenance when the screen goes dark.',
                score: 2,
              },
              {
                remark: 'The desk is the best thing about this company.',
                score: 5,
              },
              {
                remark: 'Stewards start at five, the desk at half past.',
                score: 3,
              },
            ],
            results: 'Half answered. Help is liked; being told in time is not.',
            findings: 'We tell people too late what changes.',
          }),
      ],
      [
        34,
        id =>
          rosa.move(id, 'startFollowUp', {
            measures: measures.map(step => ({ step, due: dateIn(world, 60) })),
          }),
      ],
      [
        95,
        id =>
          rosa.edit(id, {
            measures: measures.map(step => ({ step, state: 'done' })),
          }),
      ],
      [
        96,
        id => grace.move(id, 'close', { toldParticipantsAt: inDays(world, 0) }),
      ],
    ],
  );
  course(
    world,
    286,
    async () => {
      const record = await rosa.create('satisfactionSurvey', {
        ...survey,
        fields: {
          ...survey.fields,
          previousScore: 3.4,
          periodFrom: dateIn(world, -180),
          periodTo: dateIn(world, 0),
        },
        links: [
          { relation: 'repeats', to: first },
          ...links([
            'commercial',
            'operations',
            'people',
            'holm',
            'agency',
            'council',
          ]),
        ],
      });
      world.remember('satisfactionSurvey', record);
      return record;
    },
    [
      [
        5,
        id =>
          rosa.move(id, 'start', {
            invitedCount: 140,
            runsTo: inDays(world, 21),
            evaluationDueAt: inDays(world, 35),
          }),
      ],
      [
        32,
        id =>
          rosa.move(id, 'evaluate', {
            answeredCount: 91,
            score: 3.9,
            verdict: 'sufficient',
            answers: answersOf([3.9, 4.1, 3.7], 91),
            remarks: [
              {
                remark: 'Now I know on Monday what is off on Thursday.',
                score: 5,
              },
              { remark: 'The app could still be faster.', score: 3 },
            ],
            results:
              'Two of three answered. All is better, information in time most of all.',
            findings: 'The measures worked.',
          }),
      ],
      [
        38,
        id => rosa.move(id, 'close', { toldParticipantsAt: inDays(world, 0) }),
      ],
    ],
  );
}

/** A service review a quarter; one is put off, one is called off. */
function meetQuarterly(
  world: World,
  { key, manager, systems, draft }: CustomerText,
  known: Map<string, string>,
) {
  const host = world.person(manager);
  let former: string | undefined;
  voices[key].forEach(({ says, wants, satisfaction }, quarter) => {
    const prepare: Step = [
      5,
      id =>
        host.move(id, 'prepare', {
          agenda: [
            {
              topic: 'What was agreed, and what was kept',
              presenter: host.ref,
              minutes: 15,
            },
            { topic: 'What happened', minutes: 20 },
            { topic: 'What lies ahead', minutes: 15 },
          ],
          events: 'As in the reports of the quarter.',
          ...(quarter > 0 && {
            previousDecisions: [
              {
                decision: voices[key][quarter - 1].wants,
                state: quarter === 2 ? 'open' : 'done',
              },
            ],
          }),
        }),
    ];
    const hold: Step = [
      18,
      id =>
        host.move(id, 'hold', {
          serviceLevelResults: systems.map(system => {
            const achieved = 99.4 + world.random.between(0, 59) / 100;
            return {
              service: system,
              target: 'Availability',
              agreed: '99.7 %',
              achieved: `${achieved.toFixed(2)} %`,
              met: achieved >= 99.7 ? 'yes' : 'no',
            };
          }),
        }),
    ];
    const record: Step = [
      20,
      id =>
        host.move(id, 'record', {
          customerFeedback: says,
          satisfaction,
          demands: wants,
          minutes: `They said: ${says} They want: ${wants}`,
          decisions: [
            {
              decision: `Look into it: ${wants}`,
              responsible: host.ref,
              due: dateIn(world, 60),
            },
          ],
          customerAgreement: 'agrees',
          nextReviewOn: dateIn(world, 90),
        }),
    ];
    const usual = [prepare, hold, record];
    let steps: Step[] = usual;
    if (!says) {
      steps = [
        prepare,
        [
          10,
          id =>
            host.move(
              id,
              'cancel',
              {},
              'They are at the fair; we meet in the new year.',
            ),
        ],
      ];
    } else if (key === 'agency' && quarter === 1) {
      steps = [
        prepare,
        [
          9,
          id =>
            host.move(
              id,
              'postpone',
              { plannedFor: inDays(world, 9) },
              'Their office was under water.',
            ),
        ],
        [11, prepare[1]],
        hold,
        record,
      ];
    } else if (key === 'holm' && quarter === 2) {
      steps = [
        ...usual,
        [
          24,
          id =>
            host.move(
              id,
              'correct',
              {},
              'Mr Holm did not say that he is leaving.',
            ),
        ],
        [25, record[1]],
      ];
    }
    course(
      world,
      62 + quarter * 90 + Object.keys(voices).indexOf(key) * 3,
      async () => {
        const created = await host.create('serviceReview', {
          title: `Service review with ${draft.title}`,
          fields: {
            kind: 'regular',
            format: key === 'agency' ? 'call' : 'meeting',
            periodFrom: dateIn(world, -90),
            periodTo: dateIn(world, -1),
            plannedFor: inDays(world, 18),
            participants: [host.ref, 'user:rosa-delgado'],
            customerParticipants: draft.fields?.contacts
              ? [
                  {
                    name: String((draft.fields.contacts as RowValue[])[0].name),
                  },
                ]
              : [],
          },
          links: [
            ...linksToKnown('heldWith', known, [key]),
            ...linksTo(world, 'about', 'service', systemsOf(systems)),
            ...(former ? [{ relation: 'follows', to: former }] : []),
          ],
        });
        former = created.id;
        world.remember('serviceReview', created);
        return created;
      },
      steps,
    );
  });
}
