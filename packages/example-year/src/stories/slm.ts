import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';

const MANAGER = 'rosa-delgado';

const hours = 'Every day, 00:00 to 24:00';
const timeZone = 'Europe/London';

const priorities: Array<Record<string, string | number>> = [
  { priority: '1', response: 0.25, update: 1, resolution: 4, share: 95 },
  { priority: '2', response: 1, update: 4, resolution: 12, share: 92 },
  { priority: '3', response: 4, resolution: 40, share: 90 },
  { priority: '4', response: 16, resolution: 120, share: 90 },
];

const availability = (value: number) => ({
  parameter: 'Availability',
  operator: 'atLeast',
  value,
  unit: '%',
  window: 'month',
  measurement: 'Minutes in which a test booking went through',
});

/** A few words that every agreement needs. */
const terms = {
  serviceHours: hours,
  timeZone,
  supportContact: 'Service desk, extension 2020, desk@example.org',
  supportHours: 'Every day of sailing, 05:30 to 23:00',
  reporting: 'Each month, and a review every half-year.',
  violations: 'We tell of it within two working days, with the cause.',
  notifyWithin: 48,
  noticePeriod: 90,
  security: 'As our information security policy says.',
  limitations: 'Storm warnings of force ten and above, and work of the grid.',
};

const templateTitles: Record<string, string> = {
  sla: 'Service levels for a customer',
  ola: 'Service levels inside the house',
  ua: 'Service levels of a supplier',
};

interface CustomerAgreement {
  day: number;
  title: string;
  services: string[];
  requirements: string;
  availability: number;
  signatories: string[];
  users: string;
  /** What becomes of it. */
  fate?: 'expires' | 'replaced' | 'extended' | 'resigned' | 'abandoned';
}

const customerAgreements: CustomerAgreement[] = [
  {
    day: 26,
    title: 'Bookings for hauliers with a freight account',
    services: ['Sailing bookings', 'Payments and refunds'],
    requirements: 'Units can be booked from four in the morning on.',
    availability: 99.8,
    signatories: ['ifeoma-adeyinka', 'priya-raghunathan'],
    users: 'Ninety companies with some 400 dispatchers',
    fate: 'replaced',
  },
  {
    day: 34,
    title: 'Check-in for Ferry Operations',
    services: ['Check-in and boarding'],
    requirements: 'A full deck boards in forty minutes, on every quay.',
    availability: 99.9,
    signatories: ['eilidh-macaskill', 'anneke-vandermeer'],
    users: 'Harbour staff of seven terminals',
  },
  {
    day: 45,
    title: 'Manifests for the coastguard',
    services: ['Manifests and management figures'],
    requirements: 'Each manifest is there fifteen minutes before departure.',
    availability: 99.9,
    signatories: ['nikos-papadakis', 'grace-wanjiru'],
    users: 'The coastguard station of the sound',
    fate: 'extended',
  },
  {
    day: 57,
    title: 'Workplace for Finance and People',
    services: ['Workplace'],
    requirements: 'Nobody in payroll is without a computer in the last week.',
    availability: 99,
    signatories: ['niamh-corrigan', 'arjun-mehta'],
    users: 'Thirty-one colleagues',
  },
  {
    day: 66,
    title: 'Summer kiosk at the festival quay',
    services: ['Check-in and boarding', 'Payments and refunds'],
    requirements: 'Tickets are sold at the quay for the eight festival weeks.',
    availability: 99.5,
    signatories: ['eilidh-macaskill', 'priya-raghunathan'],
    users: 'Festival guests',
    fate: 'expires',
  },
  {
    day: 93,
    title: 'Website for the island tourist board',
    services: ['Website, app and messages'],
    requirements: 'Timetables can be shown on the pages of the board.',
    availability: 99,
    signatories: ['yuki-hamasaki', 'grace-wanjiru'],
    users: 'Editors of the board',
    fate: 'resigned',
  },
  {
    day: 128,
    title: 'Seats for school trips',
    services: ['Sailing bookings'],
    requirements: 'Schools book sixty seats at once, a year ahead.',
    availability: 99.5,
    signatories: ['ifeoma-adeyinka', 'grace-wanjiru'],
    users: 'Eleven schools',
    fate: 'abandoned',
  },
  {
    day: 346,
    title: 'Deck space board for hauliers',
    services: ['Deck space board for hauliers'],
    requirements: 'Free lane metres are no older than a minute.',
    availability: 99.5,
    signatories: ['ifeoma-adeyinka', 'grace-wanjiru'],
    users: 'Ninety companies',
  },
];

const internalAgreements = [
  {
    title: 'Databases and clusters for the booking team',
    group: 'platform-team',
    promises: 'sven-kallio',
    receives: 'ifeoma-adeyinka',
    party: 'Platform Team',
    value: 99.9,
  },
  {
    title: 'Networks of the terminals',
    group: 'network-team',
    promises: 'pedro-quispe',
    receives: 'eilidh-macaskill',
    party: 'Terminal Systems Team',
    value: 99.8,
  },
  {
    title: 'Desk for all colleagues',
    group: 'service-desk',
    promises: 'niamh-corrigan',
    receives: 'grace-wanjiru',
    party: 'Service Desk',
    value: 95,
  },
  {
    title: 'Card payments for the booking team',
    group: 'payments-team',
    promises: 'priya-raghunathan',
    receives: 'ifeoma-adeyinka',
    party: 'Payments Team',
    value: 99.8,
  },
];

const supplierAgreements = [
  {
    title: 'Satellite links of the vessels',
    number: 'TW-2291',
    value: 98.5,
    signatories: ['pedro-quispe', 'grace-wanjiru'],
    days: 400,
  },
  {
    title: 'Card acquiring',
    number: 'MER-1188-04',
    value: 99.9,
    signatories: ['priya-raghunathan', 'grace-wanjiru'],
    days: 500,
  },
  {
    title: 'Payroll software',
    number: 'PAY-77',
    value: 99.5,
    signatories: ['niamh-corrigan', 'grace-wanjiru'],
    days: 190,
  },
];

const missedTargets = [
  {
    day: 101,
    kind: 'sla',
    target: 'Availability 99.8 % in a month',
    agreed: 99.8,
    measured: 99.31,
    cause: 'A fare table was loaded while the index was rebuilt.',
    measures:
      'Tables are loaded at night, and the index is built beside the old one.',
  },
  {
    day: 167,
    kind: 'ua',
    target: 'Availability 98.5 % in a month',
    agreed: 98.5,
    measured: 96.9,
    cause: 'An antenna froze, and its spare was on the other vessel.',
    measures: 'Each vessel has a spare; a credit of a month is given.',
  },
  {
    day: 233,
    kind: 'sla',
    target: 'Critical incidents are resolved within four hours',
    agreed: 4,
    measured: 7,
    cause: 'The person on call was at sea without a link.',
    measures: 'Two people are on call in the season.',
  },
  {
    day: 287,
    kind: 'ola',
    target: 'Availability 99.8 % in a month',
    agreed: 99.8,
    measured: 99.7,
    cause: 'A digger cut the fibre of the quay.',
    measures: 'The second fibre takes another way.',
  },
  {
    day: 349,
    kind: 'sla',
    target: 'Availability 99.9 % in a month',
    agreed: 99.9,
    measured: 99.62,
    cause: '',
    measures: '',
  },
];

/** What the agreements become, year over year. */
export function liveSlm(world: World): void {
  ['sla', 'ola', 'ua'].forEach((kind, index) =>
    world.at(world.workday(11 + index), () => makeTemplate(world, kind)),
  );
  world.at(world.workday(20), () => adoptDefault(world));
  customerAgreements.forEach(agreement =>
    world.at(world.workday(agreement.day), () =>
      agreeWithCustomer(world, agreement),
    ),
  );
  internalAgreements.forEach((agreement, index) =>
    world.at(world.workday(42 + index * 6), () =>
      agreeInternally(world, agreement),
    ),
  );
  supplierAgreements.forEach((agreement, index) =>
    world.at(world.workday(52 + index * 7), () =>
      agreeWithSupplier(world, agreement),
    ),
  );
  missedTargets.forEach(missed =>
    world.at(world.workday(missed.day), () => recordViolation(world, missed)),
  );
  world.at(world.workday(216), () => renewTemplate(world));
}

async function makeTemplate(world: World, kind: string, before?: FitsmRecord) {
  const manager = world.person(MANAGER);
  const template = await manager.create('agreementTemplate', {
    title: templateTitles[kind],
    fields: {
      kind,
      purpose: 'For every agreement of this kind; targets are filled in.',
      version: before ? '2' : '1',
      ...(before && { changes: 'Missed targets are told of within two days.' }),
      description: 'The service as its entry in the catalogue describes it.',
      ...terms,
      priorities,
      targets: [availability(99.5)],
      approvers: [world.person('grace-wanjiru').ref],
    },
    ...(before && { links: [{ relation: 'supersedes', to: before.id }] }),
  });
  world.remember('agreementTemplate', template);
  await manager.move(template.id, 'sendForApproval');
  world.after({ days: 1 }, async () => {
    await world.person('grace-wanjiru').vote(template.id, 'approve');
  });
  world.after({ days: 140 }, async () => {
    const { state } = await manager.read(template.id);
    if (state !== 'approved') return;
    await manager.move(template.id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'Used for all agreements of this half-year.',
    });
  });
}

async function renewTemplate(world: World) {
  const [before] = world.recall('agreementTemplate');
  if (before) await makeTemplate(world, 'sla', before);
}

function templateFor(world: World, kind: string) {
  const template = world
    .recall('agreementTemplate')
    .filter(record => record.title === templateTitles[kind])
    .at(-1);
  return template ? [{ relation: 'basedOn', to: template.id }] : [];
}

function serviceCalled(world: World, title: string) {
  return world.recall('service').find(record => record.title === title);
}

/** Holds for every service without an agreement of its own. */
async function adoptDefault(world: World) {
  const manager = world.person(MANAGER);
  const record = await manager.create('serviceLevelAgreement', {
    title: 'Default service levels',
    fields: {
      kind: 'default',
      requirements: 'What all customers can count on without asking.',
      description: 'All services of the catalogue without an SLA of their own.',
      ...terms,
      priorities,
      targets: [availability(99)],
      validFrom: world.now().plus({ days: 10 }).toISO(),
      signatories: [
        world.person('grace-wanjiru').ref,
        world.person('maren-aldous').ref,
      ],
      version: '1',
    },
    links: templateFor(world, 'sla'),
  });
  world.remember('sla', record);
  await manager.move(record.id, 'startNegotiation');
  world.after({ days: 3 }, async () => {
    await signAndUse(world, record.id, ['grace-wanjiru', 'maren-aldous']);
  });
  evaluateQuarterly(world, record.id, 'Availability, all services', 99);
}

/** Both sides sign, and it holds. */
async function signAndUse(world: World, id: string, signatories: string[]) {
  const manager = world.person(MANAGER);
  await manager.move(id, 'sendForApproval');
  for (const name of signatories) {
    await world.person(name).vote(id, 'approve');
  }
  await manager.move(id, 'putIntoForce');
}

/** Each quarter; the last targets are met more often than the first. */
function evaluateQuarterly(
  world: World,
  id: string,
  parameter: string,
  agreed: number,
) {
  const manager = world.person(MANAGER);
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    world.after({ days: 24 + 84 * (quarter - 1) }, async () => {
      const { state } = await manager.read(id);
      if (state !== 'inForce') return;
      const measured =
        Math.round((agreed + (world.random.next() - 0.3) * 0.6) * 100) / 100;
      const isMet = measured >= agreed;
      await manager.move(id, 'evaluate', {
        evaluatedFrom: world.now().minus({ days: 84 }).toISODate(),
        evaluatedUntil: world.now().toISODate(),
        fulfilment: isMet ? 'met' : 'partlyMet',
        evaluationResults: [
          {
            parameter,
            agreedValue: `${agreed} %`,
            measuredValue: Math.min(measured, 100),
            unit: '%',
            result: isMet ? 'met' : 'missed',
          },
        ],
        evaluationReportedTo: 'The other side, by mail',
      });
    });
  }
}

async function agreeWithCustomer(
  world: World,
  agreement: CustomerAgreement,
  before?: FitsmRecord,
) {
  const manager = world.person(MANAGER);
  const customers = world.recall('customer');
  const lasts = agreement.fate === 'expires' ? 70 : 300;
  const record = await manager.create('serviceLevelAgreement', {
    title: agreement.title,
    fields: {
      kind: 'individual',
      description: 'The services below, with the targets below.',
      requirements: agreement.requirements,
      users: agreement.users,
      ...terms,
      priorities,
      targets: [availability(agreement.availability)],
      customerRepresentative: 'Named in the signed copy',
      validFrom: world.now().plus({ days: 15 }).toISO(),
      validUntil: world
        .now()
        .plus({ days: 15 + lasts })
        .toISO(),
      signatories: agreement.signatories.map(name => world.person(name).ref),
      version: before ? '2' : '1',
    },
    links: [
      ...templateFor(world, 'sla'),
      ...agreement.services.flatMap(title => {
        const service = serviceCalled(world, title);
        return service ? [{ relation: 'covers', to: service.id }] : [];
      }),
      ...(customers.length
        ? [{ relation: 'concludedWith', to: world.random.oneOf(customers).id }]
        : []),
      ...(before ? [{ relation: 'replaces', to: before.id }] : []),
    ],
  });
  world.remember('sla', record);
  await manager.move(record.id, 'startNegotiation');
  if (agreement.fate === 'abandoned') {
    world.after({ days: 31 }, async () => {
      await manager.move(
        record.id,
        'abandon',
        {},
        'The schools want a fixed price for a year; we cannot give it',
      );
    });
    return;
  }
  world.after({ days: 9 }, async () => {
    await manager.move(record.id, 'sendForApproval');
    const [first, second] = agreement.signatories;
    await world.person(first).vote(record.id, 'approve');
    if (world.random.chance(0.3)) {
      await world
        .person(second)
        .vote(record.id, 'refuse', 'Four hours for a critical one is too long');
      world.after({ days: 4 }, async () => {
        await manager.edit(record.id, {
          priorities: [
            { ...priorities[0], resolution: 2 },
            ...priorities.slice(1),
          ],
        });
        await signAndUse(world, record.id, agreement.signatories);
      });
    } else {
      await world.person(second).vote(record.id, 'approve');
      await manager.move(record.id, 'putIntoForce');
    }
  });
  evaluateQuarterly(world, record.id, 'Availability', agreement.availability);
  world.after({ days: 170 }, () => reviewAgreement(world, record.id));
  meetFate(world, record, agreement);
}

function meetFate(
  world: World,
  record: FitsmRecord,
  agreement: CustomerAgreement,
) {
  const manager = world.person(MANAGER);
  switch (agreement.fate) {
    case 'replaced':
      world.after({ days: 231 }, () =>
        agreeWithCustomer(
          world,
          { ...agreement, availability: 99.9, fate: undefined },
          record,
        ),
      );
      break;
    case 'extended':
      world.after({ days: 262 }, async () => {
        await manager.move(
          record.id,
          'extend',
          { validUntil: world.now().plus({ days: 365 }).toISO() },
          'The coastguard asked for another year',
        );
      });
      break;
    case 'resigned':
      world.after({ days: 105 }, async () => {
        await manager.move(
          record.id,
          'giveNotice',
          { validUntil: world.now().plus({ days: 90 }).toISO() },
          'The board closes its pages',
        );
      });
      world.after({ days: 195 }, async () => {
        await manager.move(record.id, 'resign', {}, 'The notice has run out');
      });
      break;
    default:
  }
}

async function reviewAgreement(world: World, id: string) {
  const manager = world.person(MANAGER);
  const { state } = await manager.read(id);
  if (state !== 'inForce') return;
  await manager.move(id, 'review', {
    reviewOutcome: world.random.chance(0.3) ? 'needsChange' : 'kept',
    reviewNote: 'Read with the other side at the service review.',
  });
}

async function agreeInternally(
  world: World,
  agreement: (typeof internalAgreements)[number],
) {
  const manager = world.person(MANAGER);
  const party = world
    .recall('party')
    .find(({ title }) => title === agreement.party);
  const record = await manager.create('operationalLevelAgreement', {
    title: agreement.title,
    fields: {
      kind: 'internal',
      description: 'What the group does so that the agreements above it hold.',
      deliveredBy: `group:default/${agreement.group}`,
      ...terms,
      priorities,
      targets: [availability(agreement.value)],
      emergencySupport: 'The person on call, through the service desk',
      validFrom: world.now().plus({ days: 5 }).toISO(),
      signatories: [
        world.person(agreement.promises).ref,
        world.person(agreement.receives).ref,
      ],
    },
    links: [
      ...templateFor(world, 'ola'),
      ...world
        .recall('sla')
        .slice(0, 2)
        .map(sla => ({ relation: 'supports', to: sla.id })),
      ...(party ? [{ relation: 'concludedWith', to: party.id }] : []),
    ],
  });
  world.remember('ola', record);
  await manager.move(record.id, 'startNegotiation');
  world.after({ days: 4 }, () =>
    signAndUse(world, record.id, [agreement.promises, agreement.receives]),
  );
  evaluateQuarterly(world, record.id, 'Availability', agreement.value);
  world.after({ days: 200 }, () => reviewAgreement(world, record.id));
  if (agreement.group === 'network-team') {
    world.after({ days: 190 }, async () => {
      await manager.move(
        record.id,
        'extend',
        { validUntil: world.now().plus({ days: 540 }).toISO() },
        'The terminals get new switches; until then it holds as it is',
      );
    });
  }
}

async function agreeWithSupplier(
  world: World,
  agreement: (typeof supplierAgreements)[number],
) {
  const manager = world.person(MANAGER);
  const suppliers = world.recall('supplier');
  const record = await manager.create('underpinningAgreement', {
    title: agreement.title,
    fields: {
      kind: 'contract',
      contractNumber: agreement.number,
      contractManager: manager.ref,
      description: 'What the supplier delivers, as the contract says.',
      ...terms,
      priorities,
      targets: [availability(agreement.value)],
      charges: 'As in the annex of the contract; credits for missed targets.',
      validFrom: world.now().plus({ days: 5 }).toISO(),
      validUntil: world.now().plus({ days: agreement.days }).toISO(),
      noticeBy: world
        .now()
        .plus({ days: agreement.days - 90 })
        .toISODate(),
      signatories: agreement.signatories.map(name => world.person(name).ref),
      signatures: [{ name: 'Head of accounts', organisation: 'Supplier' }],
    },
    links: [
      ...templateFor(world, 'ua'),
      ...world
        .recall('sla')
        .slice(0, 2)
        .map(sla => ({ relation: 'supports', to: sla.id })),
      ...(suppliers.length
        ? [
            {
              relation: 'concludedWith',
              to: suppliers[
                supplierAgreements.indexOf(agreement) % suppliers.length
              ].id,
            },
          ]
        : []),
    ],
  });
  world.remember('underpinningAgreement', record);
  await manager.move(record.id, 'startNegotiation');
  world.after({ days: 6 }, () =>
    signAndUse(world, record.id, agreement.signatories),
  );
  evaluateQuarterly(world, record.id, 'Availability', agreement.value);
}

async function recordViolation(
  world: World,
  missed: (typeof missedTargets)[number],
) {
  const manager = world.person(MANAGER);
  const names: Record<string, string> = {
    sla: 'sla',
    ola: 'ola',
    ua: 'underpinningAgreement',
  };
  const agreements = world.recall(names[missed.kind]);
  const [agreement] = agreements.slice(missed.kind === 'sla' ? 1 : 0);
  const [cause] = world.recall('incident').slice(-1);
  const [shownBy] = world.recall('report').slice(-1);
  const record = await manager.create('agreementViolation', {
    title: `Missed: ${missed.target}`,
    fields: {
      kind: missed.kind,
      target: missed.target,
      description: 'Seen in the figures of the month.',
      periodFrom: world.now().minus({ days: 35 }).toISO(),
      periodUntil: world.now().minus({ days: 5 }).toISO(),
      agreedValue: missed.agreed,
      measuredValue: missed.measured,
      unit: missed.target.includes('%') ? '%' : 'hours',
      severity: 'major',
      assignee: manager.ref,
      dueBy: world.now().plus({ days: 2 }).toISO(),
    },
    links: [
      ...(agreement ? [{ relation: 'violates', to: agreement.id }] : []),
      ...(shownBy ? [{ relation: 'shownBy', to: shownBy.id }] : []),
      ...(cause ? [{ relation: 'causedBy', to: cause.id }] : []),
    ],
  });
  world.remember('agreementViolation', record);
  if (!missed.cause) return;
  world.after({ days: 1 }, async () => {
    const told = {
      notifiedParty: 'The representative of the other side',
      notification: `${missed.target}: measured ${missed.measured}.`,
    };
    if (missed.kind === 'sla') {
      await manager.move(record.id, 'notifyCustomer', told);
    } else {
      await manager.move(record.id, 'notifyParty', told);
      world.after({ days: 6 }, async () => {
        await manager.move(record.id, 'recordJustification', {
          justification: missed.cause,
          justificationAccepted: missed.kind === 'ola',
        });
      });
    }
  });
  world.after({ days: 16 }, async () => {
    await manager.edit(record.id, {
      cause: missed.cause,
      measures: missed.measures,
    });
    await manager.move(record.id, 'close');
  });
}
