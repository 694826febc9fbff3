import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';

const MANAGER = 'rosa-delgado';
const DECIDES = 'grace-wanjiru';

const sources = [
  {
    day: 17,
    title: 'Box on the start page',
    channel: 'form',
    description: 'Everybody may write in three lines what could be better.',
    howToRecord: 'The office records each within two working days.',
    every: 30,
  },
  {
    day: 19,
    title: 'Reviews of major incidents',
    channel: 'reviews',
    description: 'What would have helped on the day.',
    howToRecord: 'The coordinator suggests it before the review is closed.',
    every: 30,
  },
  {
    day: 22,
    title: 'Service reviews and surveys',
    channel: 'survey',
    description: 'What customers wish for, and what they are silent about.',
    howToRecord: 'Recorded with the minutes, with the name of the customer.',
    every: 60,
  },
  {
    day: 26,
    title: 'Slips in the mess rooms',
    channel: 'other',
    description: 'Crews write on paper, as there is no terminal on board.',
    howToRecord:
      'Duty managers bring the slips ashore at the end of the month.',
    every: 60,
    endsOnDay: 212,
  },
];

interface Idea {
  day: number;
  title: string;
  by: string;
  description: string;
  benefitText: string;
  kind: string;
  source: string;
  /** The record from which it follows: the name it is remembered under. */
  from?: string;
  process?: string;
  affected?: string;
  benefit: 'high' | 'medium' | 'low';
  effort: 'small' | 'medium' | 'large';
  assignee: string;
  fate:
    | 'done'
    | 'partly'
    | 'refused'
    | 'rejected'
    | 'withdrawn'
    | 'running'
    | 'held'
    | 'waiting'
    | 'new';
}

const ideas: Idea[] = [
  {
    day: 43,
    title: 'Test bookings every minute instead of every ten',
    by: 'amara-diallo',
    description:
      'We hear from callers that booking is down before monitoring says so.',
    benefitText: 'Nine minutes are won each time.',
    kind: 'tool',
    source: 'staff',
    process: 'sacm',
    affected: 'component:default/service-monitoring',
    benefit: 'high',
    effort: 'small',
    assignee: 'amara-diallo',
    fate: 'done',
  },
  {
    day: 55,
    title: 'One list of all promises',
    by: 'rosa-delgado',
    description: 'What we promised to customers stands in four mail boxes.',
    benefitText: 'We know what we owe, and to whom.',
    kind: 'process',
    source: 'assessment',
    from: 'assessment',
    process: 'slm',
    benefit: 'high',
    effort: 'medium',
    assignee: 'rosa-delgado',
    fate: 'done',
  },
  {
    day: 78,
    title: 'Barriers tell by themselves that they hang',
    by: 'ruben-castellanos',
    description: 'Stewards walk to the barrier to see whether it moves.',
    benefitText: 'Two minutes less for each departure.',
    kind: 'service',
    source: 'incident',
    from: 'incident',
    process: 'isrm',
    affected: 'component:default/gate-controller',
    benefit: 'high',
    effort: 'medium',
    assignee: 'ruben-castellanos',
    fate: 'done',
  },
  {
    day: 96,
    title: 'Refunds without a form',
    by: 'joao-figueira',
    description:
      'When a sailing is cancelled, everybody fills in a form for the refund.',
    benefitText: 'A thousand calls less after each storm.',
    kind: 'service',
    source: 'customer',
    from: 'complaint',
    process: 'crm',
    affected: 'component:default/refund-worker',
    benefit: 'high',
    effort: 'large',
    assignee: 'joao-figueira',
    fate: 'done',
  },
  {
    day: 116,
    title: 'A smaller picture on the ticket',
    by: 'kirsty-flett',
    description: 'The picture of the vessel takes a third of the ticket.',
    benefitText: 'Tickets can be read by the scanner when they are wet.',
    kind: 'service',
    source: 'staff',
    affected: 'component:default/ticket-toolkit',
    benefit: 'medium',
    effort: 'small',
    assignee: 'leila-mansouri',
    fate: 'done',
  },
  {
    day: 132,
    title: 'Emergencies on the list of the board',
    by: 'nikos-papadakis',
    description: 'Emergency changes are not looked at afterwards.',
    benefitText: 'We learn from what went fast.',
    kind: 'process',
    source: 'audit',
    from: 'audit',
    process: 'chm',
    benefit: 'medium',
    effort: 'small',
    assignee: 'sven-kallio',
    fate: 'done',
  },
  {
    day: 139,
    title: 'Agents see what the caller has reported before',
    by: 'samuel-owusu',
    description: 'Callers tell the same story for the third time.',
    benefitText: 'A minute a call, and calmer callers.',
    kind: 'tool',
    source: 'nonconformity',
    from: 'nonconformity',
    process: 'isrm',
    affected: 'component:default/agent-desk',
    benefit: 'medium',
    effort: 'medium',
    assignee: 'bilal-khoury',
    fate: 'partly',
  },
  {
    day: 155,
    title: 'A ship of our own for maintenance',
    by: 'hanna-bjarnadottir',
    description:
      'Antennas are mended when a vessel lies still, which is never.',
    benefitText: 'Links are mended in a day.',
    kind: 'other',
    source: 'staff',
    benefit: 'low',
    effort: 'large',
    assignee: 'pedro-quispe',
    fate: 'rejected',
  },
  {
    day: 163,
    title: 'No new fares on Fridays',
    by: 'tomasz-wierzba',
    description: 'Fare tables that are loaded on Friday spoil Saturday.',
    benefitText: 'No lost Saturdays.',
    kind: 'process',
    source: 'report',
    from: 'report',
    process: 'rdm',
    affected: 'component:default/fare-calculator',
    benefit: 'high',
    effort: 'small',
    assignee: 'tomasz-wierzba',
    fate: 'done',
  },
  {
    day: 175,
    title: 'Second person for agreements',
    by: 'grace-wanjiru',
    description: 'One person keeps all agreements, reports and suppliers.',
    benefitText: 'Nothing stands still when somebody is ill.',
    kind: 'skills',
    source: 'managementReview',
    from: 'managementReview',
    process: 'slm',
    benefit: 'high',
    effort: 'large',
    assignee: 'rosa-delgado',
    fate: 'running',
  },
  {
    day: 187,
    title: 'Cause known, and still no fix: a day a month for it',
    by: 'viktor-marinov',
    description: 'Known errors live for a year, as features come first.',
    benefitText: 'A third fewer incidents of causes that we know.',
    kind: 'process',
    source: 'incident',
    from: 'problem',
    process: 'pm',
    benefit: 'high',
    effort: 'medium',
    assignee: 'sven-kallio',
    fate: 'done',
  },
  {
    day: 201,
    title: 'Colours of the app as those of the vessels',
    by: 'leila-mansouri',
    description: 'The app is grey, the vessels are blue.',
    benefitText: 'People like blue.',
    kind: 'service',
    source: 'staff',
    affected: 'component:default/skerry-app',
    benefit: 'low',
    effort: 'medium',
    assignee: 'leila-mansouri',
    fate: 'refused',
  },
  {
    day: 219,
    title: 'Boarding by hand: a box with all that is needed',
    by: 'eilidh-macaskill',
    description: 'In the exercise nobody found the lists and the pens.',
    benefitText: 'Boarding goes on within ten minutes.',
    kind: 'service',
    source: 'other',
    from: 'continuityTest',
    process: 'sacm',
    benefit: 'high',
    effort: 'small',
    assignee: 'ruben-castellanos',
    fate: 'done',
  },
  {
    day: 231,
    title: 'Tell the desk of changes in its own words',
    by: 'niamh-corrigan',
    description: 'The desk learns of a change from callers.',
    benefitText: 'The first ten calls are answered, not passed on.',
    kind: 'process',
    source: 'change',
    from: 'change',
    process: 'chm',
    benefit: 'medium',
    effort: 'small',
    assignee: 'niamh-corrigan',
    fate: 'done',
  },
  {
    day: 244,
    title: 'Tell customers of a missed target within a day',
    by: 'rosa-delgado',
    description: 'We tell of it within two days; hauliers notice on the first.',
    benefitText: 'They hear it from us.',
    kind: 'process',
    source: 'report',
    from: 'agreementViolation',
    process: 'slm',
    benefit: 'medium',
    effort: 'small',
    assignee: 'rosa-delgado',
    fate: 'withdrawn',
  },
  {
    day: 258,
    title: 'Access ends on the last working day, by itself',
    by: 'laszlo-feher',
    description: 'Access of people who leave is taken away by hand.',
    benefitText: 'No forgotten access.',
    kind: 'tool',
    source: 'audit',
    from: 'audit',
    process: 'ism',
    benefit: 'high',
    effort: 'large',
    assignee: 'amara-diallo',
    fate: 'running',
  },
  {
    day: 269,
    title: 'Load tests before midsummer',
    by: 'tomasz-wierzba',
    description:
      'We learn how much the booking engine bears on the first Saturday of June.',
    benefitText: 'We learn it in April.',
    kind: 'process',
    source: 'report',
    from: 'kpi',
    process: 'capm',
    affected: 'component:default/booking-engine',
    benefit: 'high',
    effort: 'medium',
    assignee: 'mei-ling-tan',
    fate: 'held',
  },
  {
    day: 286,
    title: 'Weekly releases of the timetable',
    by: 'oskar-lindqvist',
    description: 'Small corrections wait for four weeks.',
    benefitText: 'Wrong quays are right within a week.',
    kind: 'process',
    source: 'change',
    from: 'release',
    process: 'rdm',
    affected: 'component:default/sailing-schedule',
    benefit: 'medium',
    effort: 'medium',
    assignee: 'oskar-lindqvist',
    fate: 'running',
  },
  {
    day: 307,
    title: 'Rosters on the phone',
    by: 'fatima-benyoucef',
    description: 'Crews print their roster, and it is old when they read it.',
    benefitText: 'Fewer crews at the wrong quay.',
    kind: 'service',
    source: 'survey',
    process: 'crm',
    affected: 'component:default/crew-roster',
    benefit: 'high',
    effort: 'large',
    assignee: 'fatima-benyoucef',
    fate: 'waiting',
  },
  {
    day: 331,
    title: 'Meet suppliers on the quay, not in a call',
    by: 'rosa-delgado',
    description: 'They have never seen where their things hang.',
    benefitText: 'They bring the right spare parts.',
    kind: 'supplier',
    source: 'managementReview',
    from: 'managementReview',
    process: 'suppm',
    benefit: 'medium',
    effort: 'small',
    assignee: 'rosa-delgado',
    fate: 'running',
  },
  {
    day: 347,
    title: 'Say on the board why a sailing is late',
    by: 'kirsty-flett',
    description: 'Travellers ask each steward, and each says something else.',
    benefitText: 'Stewards can help those who need it.',
    kind: 'service',
    source: 'staff',
    affected: 'component:default/departure-boards',
    benefit: 'high',
    effort: 'medium',
    assignee: 'eilidh-macaskill',
    fate: 'new',
  },
  {
    day: 357,
    title: 'Payslips as a file that can be searched',
    by: 'arjun-mehta',
    description: 'Payslips are pictures.',
    benefitText: 'Colleagues find last year by themselves.',
    kind: 'service',
    source: 'staff',
    affected: 'component:default/payroll-export',
    benefit: 'medium',
    effort: 'small',
    assignee: 'mei-ling-tan',
    fate: 'new',
  },
];

/** Ideas from everywhere: weighed, decided on, carried out, looked at again. */
export function liveCsi(world: World): void {
  sources.forEach(source =>
    world.at(world.workday(source.day), () => openSource(world, source)),
  );
  ideas.forEach(idea =>
    world.at(world.workday(idea.day), () => suggest(world, idea)),
  );
  world.at(world.workday(248), () => splitIdea(world));
}

async function openSource(world: World, source: (typeof sources)[number]) {
  const manager = world.person(MANAGER);
  const record = await manager.create('suggestionSource', {
    title: source.title,
    fields: {
      channel: source.channel,
      description: source.description,
      howToRecord: source.howToRecord,
      harvester: manager.ref,
      harvestEvery: source.every,
    },
  });
  world.remember('suggestionSource', record);
  await manager.move(record.id, 'activate');
  const last = source.endsOnDay ?? 360;
  for (let day = source.day + source.every; day < last; day += source.every) {
    world.at(world.workday(day), async () => {
      const { state } = await manager.read(record.id);
      if (state !== 'active') return;
      await manager.move(record.id, 'harvest', {
        harvestNote: world.random.oneOf([
          'Nothing new.',
          'Two suggestions; one was known.',
          'Three, of which one is recorded now.',
        ]),
      });
    });
  }
  world.at(world.workday(184), async () => {
    await world.person(DECIDES).move(record.id, 'review', {
      reviewOutcome: source.endsOnDay ? 'retire' : 'kept',
      reviewNote: 'Compared with what came from there in the half-year.',
    });
  });
  if (source.endsOnDay) {
    world.at(world.workday(source.endsOnDay + 3), async () => {
      await manager.move(
        record.id,
        'retire',
        {},
        'Crews have phones with the box on the start page now',
      );
    });
  }
}

async function suggest(world: World, idea: Idea) {
  const origin = idea.from ? world.recall(idea.from).slice(-1) : [];
  const manager = world.person(MANAGER);
  const record = await world.person(idea.by).create('improvement', {
    title: idea.title,
    owner: world.person(idea.assignee).ref,
    fields: {
      description: idea.description,
      expectedBenefit: idea.benefitText,
      kind: idea.kind,
      source: idea.source,
      ...(idea.process && { process: idea.process }),
      ...(idea.affected && { affected: [idea.affected] }),
    },
  });
  world.remember('improvement', record);
  // Who suggests may not see where it comes from; the office does.
  for (const { id } of origin) {
    await manager.link(record.id, 'followsFrom', id);
  }
  if (idea.fate === 'new') return;
  world.after({ days: world.random.between(2, 8) }, () =>
    evaluate(world, idea, record),
  );
}

async function evaluate(world: World, idea: Idea, record: FitsmRecord) {
  const manager = world.person(MANAGER);
  const assignee = world.person(idea.assignee);
  if (idea.fate === 'rejected') {
    await manager.move(
      record.id,
      'reject',
      {},
      'A ship costs more than all our links together',
    );
    return;
  }
  await manager.move(record.id, 'evaluate', {
    benefit: idea.benefit,
    effort: idea.effort,
    assignee: assignee.ref,
  });
  if (idea.fate === 'withdrawn') {
    await world
      .person(idea.by)
      .move(
        record.id,
        'withdraw',
        {},
        'The template says two days; that is enough',
      );
    return;
  }
  if (idea.fate === 'waiting') return;
  await manager.edit(record.id, {
    evaluation: 'Worth it for those who asked; no other service is touched.',
    plan: 'Tried with one team for two weeks, then for all.',
    successMeasure: 'Counted for a month before and a month after.',
  });
  await manager.move(record.id, 'submit');
  world.after({ days: world.random.between(1, 9) }, () =>
    decide(world, idea, record),
  );
}

async function decide(world: World, idea: Idea, record: FitsmRecord) {
  // Nobody decides on what they suggested themselves.
  const decides = world.person(idea.by === DECIDES ? MANAGER : DECIDES);
  if (idea.fate === 'refused') {
    await decides.vote(record.id, 'refuse', 'Not while the website is rebuilt');
    return;
  }
  await decides.vote(record.id, 'approve');
  world.after({ days: world.random.between(3, 12) }, () =>
    carryOut(world, idea, record),
  );
}

async function carryOut(world: World, idea: Idea, record: FitsmRecord) {
  const assignee = world.person(idea.assignee);
  const days = { small: 14, medium: 40, large: 90 }[idea.effort];
  const steps = [
    { step: 'Try it with one team', state: 'open' },
    { step: 'Tell all others', state: 'open' },
  ];
  await assignee.move(record.id, 'start', {
    dueAt: world.now().plus({ days }).toISO(),
    valueBefore: 'Counted in the month before',
    steps,
  });
  const progress = [
    { on: '', percent: 30, outlook: 'onTrack', note: 'Tried with one team.' },
    {
      on: '',
      percent: 60,
      outlook: world.random.chance(0.3) ? 'late' : 'onTrack',
      note: 'Goes on; one question is open.',
    },
  ];
  progress.forEach((step, index) =>
    world.after({ days: Math.round((days * (index + 1)) / 3) }, async () => {
      step.on = world.now().toISODate()!;
      const { state } = await assignee.read(record.id);
      if (state !== 'implementing') return;
      await assignee.move(record.id, 'recordProgress', {
        progress: progress.slice(0, index + 1),
      });
    }),
  );
  if (idea.fate === 'held') {
    world.after({ days: Math.round(days / 2) }, async () => {
      await assignee.move(
        record.id,
        'hold',
        {},
        'The people who could do it are needed for the new quay',
      );
    });
  }
  if (idea.fate !== 'done' && idea.fate !== 'partly') return;
  world.after({ days: days + world.random.between(-3, 15) }, async () => {
    await assignee.move(record.id, 'implement', {
      result: 'Done as planned, and told to all who asked for it.',
      steps: steps.map(step => ({ ...step, state: 'done' })),
    });
  });
  world.after({ days: days + 46 }, async () => {
    await assignee.move(record.id, 'finish', {
      effectiveness: idea.fate === 'done' ? 'effective' : 'partly',
      effectivenessNote:
        idea.fate === 'done'
          ? 'The figure is better by a third.'
          : 'Better on weekdays; on Saturdays nobody has time to look.',
      valueAfter: 'Counted in the month after',
      lessons: 'Those who do the work should have been asked first.',
    });
  });
}

/** A large one gets a part, with an action of its own. */
async function splitIdea(world: World) {
  const manager = world.person(MANAGER);
  const whole = world
    .recall('improvement')
    .find(({ title }) => title === 'Second person for agreements');
  if (!whole) return;
  const part = await manager.create('improvement', {
    title: 'Find somebody for agreements inside the house first',
    fields: {
      description: 'Somebody who knows the quays learns agreements faster.',
      expectedBenefit: 'Half a year is won.',
      kind: 'skills',
      source: 'staff',
      process: 'slm',
    },
    links: [{ relation: 'partOf', to: whole.id }],
  });
  world.remember('improvement', part);
  const action = await manager.create('followUpAction', {
    title: 'Ask in the harbours who would like to',
    fields: {
      description: 'A note on the wall of each mess room.',
      kind: 'find',
      process: 'csi',
      assignee: world.person('eilidh-macaskill').ref,
      dueAt: world.now().plus({ days: 30 }).toISO(),
    },
    links: [{ relation: 'followsFrom', to: part.id }],
  });
  await world.person('eilidh-macaskill').move(action.id, 'start');
  // It is overdue when the year ends.
  world.after({ days: 19 }, async () => {
    await world
      .person('eilidh-macaskill')
      .comment(
        action.id,
        'Three have asked. All want to know about the hours.',
      );
  });
}
