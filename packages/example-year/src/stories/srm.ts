import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';

const MANAGER = 'rosa-delgado';

interface Specification {
  day: number;
  code: string;
  title: string;
  kind: string;
  process?: string;
  purpose: string;
  content: string;
  frequency: 'monthly' | 'quarterly';
  producer: string;
  recipients: string[];
  /** Titles of the services that it is about. */
  services: string[];
  /** A figure with its target, and how far it sways. */
  figure: { target: number; unit: string; lowest: number };
  endsOnDay?: number;
}

const specifications: Specification[] = [
  {
    day: 24,
    code: 'AVAIL-M',
    title: 'Availability of the customer services',
    kind: 'service',
    purpose: 'Service owners see where they miss what was promised.',
    content: 'Minutes lost by service, against the agreements; what happened.',
    frequency: 'monthly',
    producer: 'amara-diallo',
    recipients: ['ifeoma-adeyinka', 'priya-raghunathan', 'eilidh-macaskill'],
    services: [
      'Sailing bookings',
      'Payments and refunds',
      'Check-in and boarding',
    ],
    figure: { target: 99.8, unit: '%', lowest: 99.3 },
  },
  {
    day: 28,
    code: 'DESK-M',
    title: 'Incidents and requests',
    kind: 'process',
    process: 'isrm',
    purpose: 'The desk and the teams see where people wait.',
    content: 'Counts by team, share in time, the ten longest, major incidents.',
    frequency: 'monthly',
    producer: 'niamh-corrigan',
    recipients: ['viktor-marinov', 'grace-wanjiru'],
    services: ['Workplace'],
    figure: { target: 92, unit: '%', lowest: 82 },
  },
  {
    day: 36,
    code: 'MGMT-Q',
    title: 'Service management for top management',
    kind: 'management',
    purpose: 'What has to be decided, on one page.',
    content: 'Agreements met and missed, costs, risks, what is asked for.',
    frequency: 'quarterly',
    producer: 'rosa-delgado',
    recipients: ['maren-aldous', 'grace-wanjiru'],
    services: ['Sailing bookings', 'Shared platform'],
    figure: { target: 90, unit: '%', lowest: 70 },
  },
  {
    day: 61,
    code: 'FREIGHT-Q',
    title: 'Service levels of the freight customers',
    kind: 'agreement',
    purpose: 'Hauliers see what they got for what was promised.',
    content: 'Availability, response, credits.',
    frequency: 'quarterly',
    producer: 'tomasz-wierzba',
    recipients: ['ifeoma-adeyinka'],
    services: ['Sailing bookings'],
    figure: { target: 99.8, unit: '%', lowest: 99.4 },
  },
  {
    day: 48,
    code: 'FAX-M',
    title: 'Bookings by fax',
    kind: 'other',
    purpose: 'To know when the fax can go.',
    content: 'Faxes by haulier.',
    frequency: 'monthly',
    producer: 'tomasz-wierzba',
    recipients: ['ifeoma-adeyinka'],
    services: ['Bookings by fax'],
    figure: { target: 20, unit: 'faxes', lowest: 2 },
    endsOnDay: 228,
  },
];

/** Reports that were agreed on, and come when they are due; or a little later. */
export function liveSrm(world: World): void {
  specifications.forEach(specification =>
    world.at(world.workday(specification.day), () =>
      specify(world, specification),
    ),
  );
}

async function specify(world: World, specification: Specification) {
  const manager = world.person(MANAGER);
  const services = servicesOf(world, specification);
  const [agreement] = world.recall('sla').slice(-1);
  const [kpi] = world.recall('kpi');
  const record = await manager.create('reportSpecification', {
    title: specification.title,
    fields: {
      code: specification.code,
      kind: specification.kind,
      ...(specification.process && { process: specification.process }),
      purpose: specification.purpose,
      audience: 'Those who answer for the services in it',
      frequency: specification.frequency,
      content: specification.content,
      format: 'A page in this portal, in English',
      deliveryMethod: 'By mail, with a link',
      dataSources: 'Monitoring, and the records of this portal.',
      daysToDeliver: 8,
      producer: world.person(specification.producer).ref,
      recipients: specification.recipients.map(name => world.person(name).ref),
      confidentiality: 'internal',
      reviewInterval: 180,
    },
    links: [
      ...services,
      ...(agreement ? [agreement] : []),
      ...(kpi ? [kpi] : []),
    ].map(({ id }) => ({ relation: 'reportsOn', to: id })),
  });
  world.remember('reportSpecification', record);
  await manager.move(record.id, 'sendForApproval');
  world.after({ days: 2 }, async () => {
    for (const name of specification.recipients) {
      await world.person(name).vote(record.id, 'approve');
    }
    await manager.move(record.id, 'setTemplate', {
      reportTemplate:
        'In short\n\nAgainst targets\n\nWhat happened\n\nWhat we do about it',
    });
  });
  const every = specification.frequency === 'monthly' ? 30 : 91;
  for (let day = specification.day + every; day <= 364; day += every) {
    world.at(world.workday(day), () => produce(world, specification, record));
  }
  world.at(world.workday(specification.day + 168), async () => {
    await manager.move(record.id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'All recipients still read it.',
    });
  });
  if (specification.code === 'DESK-M') {
    world.at(world.workday(254), () => revise(world, specification, record));
  }
  if (specification.endsOnDay) {
    world.at(world.workday(specification.endsOnDay), async () => {
      await manager.move(
        record.id,
        'terminate',
        {},
        'The service that it is about has ended',
      );
    });
  }
}

function servicesOf(world: World, { services }: Specification): FitsmRecord[] {
  return world
    .recall('service')
    .filter(({ title }) => services.includes(title));
}

async function revise(
  world: World,
  specification: Specification,
  record: FitsmRecord,
) {
  const manager = world.person(MANAGER);
  await manager.move(
    record.id,
    'revise',
    {},
    'The figures of requests are wanted apart from those of incidents',
  );
  await manager.edit(record.id, {
    content: `${specification.content} Requests apart from incidents.`,
  });
  await manager.move(record.id, 'sendForApproval');
  for (const name of specification.recipients) {
    await world.person(name).vote(record.id, 'approve');
  }
}

async function produce(
  world: World,
  specification: Specification,
  follows: FitsmRecord,
  corrects?: FitsmRecord,
) {
  const { endsOnDay, figure } = specification;
  if (endsOnDay && world.now() > world.start.plus({ days: endsOnDay })) return;
  const producer = world.person(specification.producer);
  const manager = world.person(MANAGER);
  const measured = measuredOf(world, figure);
  const isMet = measured >= figure.target;
  const days = specification.frequency === 'monthly' ? 30 : 91;
  const report = await producer.create('report', {
    title: `${specification.title}, ${world
      .now()
      .minus({ days: 8 })
      .toFormat('LLLL yyyy')}`,
    owner: manager.ref,
    fields: {
      periodFrom: world.now().minus({ days }).toISO(),
      periodUntil: world.now().toISO(),
      dueAt: world.now().plus({ days: 8 }).toISO(),
      ...(specification.process && { process: specification.process }),
      producer: producer.ref,
      recipients: specification.recipients.map(name => world.person(name).ref),
      deliveryMethod: 'By mail, with a link',
    },
    links: [
      { relation: 'follows', to: follows.id },
      ...servicesOf(world, specification).map(({ id }) => ({
        relation: 'about',
        to: id,
      })),
      ...(corrects ? [{ relation: 'corrects', to: corrects.id }] : []),
    ],
  });
  world.remember('report', report);
  const isLate = !corrects && world.random.chance(0.2);
  world.after({ days: isLate ? 11 : 5 }, async () => {
    await producer.move(report.id, 'produce', {
      summary: isMet
        ? 'All that was promised was kept.'
        : 'One target was missed; see below.',
      targetResults: [
        {
          subject: specification.services[0],
          agreedValue: `${figure.target} ${figure.unit}`,
          measuredValue: measured,
          unit: figure.unit,
          result: isMet ? 'met' : 'missed',
        },
      ],
      significantEvents: eventsIn(world),
      ...(!isMet && {
        deviations: 'The target was missed; the cause is looked for.',
      }),
    });
    await producer.move(report.id, 'deliver');
  });
  world.after({ days: isLate ? 14 : 9 }, async () => {
    const reader = world.person(specification.recipients[0]);
    if (!corrects && world.random.chance(0.08)) {
      await reader.move(report.id, 'reportInaccuracy', {
        inaccuracy: 'The maintenance night is counted as lost.',
      });
      await produce(world, specification, follows, report);
      await followUp(world, report);
    } else {
      await reader.move(report.id, 'accept', {
        verification: isLate ? 'late' : 'asSpecified',
      });
    }
  });
}

function eventsIn(world: World): string {
  const events = world
    .recall('incident')
    .slice(-2)
    .map(({ id, title }) => `${id}: ${title}`);
  return events.length ? events.join('\n\n') : 'None.';
}

function measuredOf(
  world: World,
  { target, lowest }: Specification['figure'],
): number {
  const value = lowest + world.random.next() * (target - lowest) * 1.9;
  return Math.min(Math.round(value * 100) / 100, 100);
}

async function followUp(world: World, report: FitsmRecord) {
  const manager = world.person(MANAGER);
  const action = await manager.create('followUpAction', {
    title: 'Leave maintenance nights out of the figures',
    fields: {
      description: 'The query counts them as lost time.',
      process: 'srm',
      assignee: world.person('amara-diallo').ref,
      dueAt: world.now().plus({ days: 20 }).toISO(),
    },
    links: [{ relation: 'followsFrom', to: report.id }],
  });
  world.after({ days: 12 }, async () => {
    await world.person('amara-diallo').move(action.id, 'finish', {
      result: 'The query asks the calendar of maintenance now.',
    });
  });
}
