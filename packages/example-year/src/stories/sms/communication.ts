import { World } from '../../World';

interface Event {
  day: number;
  title: string;
  kind: string;
  channel: string;
  message: string;
  audience: string[];
  process?: string;
  speaker?: string;
}

const events: Event[] = [
  {
    day: 18,
    title: 'How we work from now on',
    kind: 'meeting',
    channel: 'meeting',
    message: 'Why we do this, what changes on Monday, whom to ask.',
    audience: ['platform-team', 'booking-team', 'payments-team'],
  },
  {
    day: 33,
    title: 'Recording incidents: two days for the desk',
    kind: 'training',
    channel: 'course',
    process: 'isrm',
    message:
      'Categories, priorities, what to write for those who read it later.',
    audience: ['service-desk'],
    speaker: 'viktor-marinov',
  },
  {
    day: 58,
    title: 'Changes: what the board wants to know',
    kind: 'training',
    channel: 'meeting',
    process: 'chm',
    message: 'Risk, way back, and why a picture says more than a page.',
    audience: ['booking-team', 'payments-team', 'channels-team'],
    speaker: 'sven-kallio',
  },
  {
    day: 84,
    title: 'Letter of spring',
    kind: 'newsletter',
    channel: 'email',
    message: 'What the first quarter brought; what the season will ask of us.',
    audience: ['harbour-staff', 'payroll-office', 'crew-team'],
  },
  {
    day: 121,
    title: 'Phishing: an hour with examples from our own mail',
    kind: 'awareness',
    channel: 'meeting',
    process: 'ism',
    message: 'Four mails that came last month. Which of them were real?',
    audience: ['harbour-staff', 'payroll-office', 'service-desk'],
    speaker: 'laszlo-feher',
  },
  {
    day: 149,
    title: 'Major incidents: exercise at Northpier',
    kind: 'workshop',
    channel: 'onTheJob',
    process: 'isrm',
    message: 'Barriers stay shut, two vessels wait, the phone rings. Go.',
    audience: ['incident-managers', 'harbour-staff'],
    speaker: 'viktor-marinov',
  },
  {
    day: 183,
    title: 'What the first half-year taught us',
    kind: 'reporting',
    channel: 'meeting',
    message:
      'Figures of all processes, findings of the audit, what was decided.',
    audience: ['service-management-office', 'change-advisory-board'],
  },
  {
    day: 214,
    title: 'Letter of summer',
    kind: 'newsletter',
    channel: 'email',
    message: 'Thanks for a season without a lost Saturday.',
    audience: ['harbour-staff', 'payroll-office', 'crew-team'],
  },
  {
    day: 239,
    title: 'Please record workarounds',
    kind: 'reminder',
    channel: 'chat',
    process: 'pm',
    message: 'A known error that nobody can read out to a caller is not known.',
    audience: ['platform-team', 'booking-team', 'payments-team'],
  },
  {
    day: 274,
    title: 'Owners of services: what shall be different next year?',
    kind: 'consultation',
    channel: 'meeting',
    message: 'Goals for the next plan, collected and ranked.',
    audience: ['change-advisory-board'],
  },
  {
    day: 302,
    title: 'New colleagues: an hour on service management',
    kind: 'training',
    channel: 'eLearning',
    message: 'Services, incidents, changes, and where to look.',
    audience: ['service-desk', 'data-team'],
  },
  {
    day: 348,
    title: 'Results of the second assessment',
    kind: 'reporting',
    channel: 'meeting',
    message: 'Where we are one level higher, and where we are not.',
    audience: ['service-management-office', 'information-technology'],
  },
];

/** People are told of service management and trained in it. */
export function liveCommunication(world: World): void {
  events.forEach(event =>
    world.at(world.workday(event.day), () => tell(world, event)),
  );
  world.at(world.workday(340), () => planAhead(world));
}

async function tell(world: World, event: Event) {
  const organiser = world.person('rosa-delgado');
  const { day, title, audience, speaker, ...fields } = event;
  const record = await organiser.create('communication', {
    title,
    fields: {
      ...fields,
      audience: audience.map(name => `group:default/${name}`),
      speaker: world.person(speaker ?? 'grace-wanjiru').ref,
      plannedFor: world.now().plus({ days: 9 }).toISO(),
      duration: event.kind === 'training' ? 6 : 1,
      goal: 'Afterwards they know what is expected of them.',
    },
  });
  await organiser.move(record.id, 'announce');
  if (world.random.chance(0.15)) {
    await organiser.move(
      record.id,
      'postpone',
      { plannedFor: world.now().plus({ days: 12 }).toISO() },
      'Half of the audience is at sea',
    );
  }
  world.after({ days: 12 }, async () => {
    const people = audience.flatMap(name => world.members(name));
    await organiser.move(record.id, 'hold', {
      participants: people.map(({ ref }) => ({
        person: ref,
        attendance: world.random.chance(0.85) ? 'attended' : 'excused',
        ...(event.kind === 'training' && {
          result: world.random.chance(0.9) ? 'passed' : 'failed',
        }),
      })),
      reached: people.length,
    });
    const reported = [
      ...world.recall('audit'),
      ...world.recall('assessment'),
      ...world.recall('kpi').slice(0, 3),
    ];
    if (event.kind === 'reporting') {
      for (const { id } of reported) {
        await organiser.link(record.id, 'reports', id);
      }
    }
  });
  world.after({ days: 20 }, async () => {
    await organiser.move(record.id, 'evaluate', {
      effect: world.random.chance(0.7) ? 'reached' : 'partly',
      feedback: 'Shorter, and more from our own days.',
      rating: world.random.between(3, 5),
    });
  });
}

/** One is cancelled, and one is still to come when the year ends. */
async function planAhead(world: World) {
  const organiser = world.person('rosa-delgado');
  const cancelled = await organiser.create('communication', {
    title: 'Visit of the service desk of the Outer Isles',
    fields: {
      kind: 'meeting',
      channel: 'meeting',
      message: 'How do they do it?',
      plannedFor: world.now().plus({ days: 10 }).toISO(),
    },
  });
  await organiser.move(
    cancelled.id,
    'cancel',
    {},
    'No sailing on that day: storm',
  );
  await organiser.create('communication', {
    title: 'Before the season: two days for the desk',
    fields: {
      kind: 'training',
      channel: 'course',
      process: 'isrm',
      message: 'What is new in the process, and an exercise.',
      audience: ['group:default/service-desk'],
      plannedFor: world.now().plus({ days: 45 }).toISO(),
    },
  });
}
