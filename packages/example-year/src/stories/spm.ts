import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';

const MANAGER = 'rosa-delgado';

/** A service for each system of the catalog. */
const services = [
  {
    system: 'booking',
    owner: 'ifeoma-adeyinka',
    title: 'Sailing bookings',
    description:
      'Finds a sailing, quotes a fare and confirms places on deck for travellers, vehicles and freight.',
    value:
      'Travellers and hauliers know within a minute that they have a place, and what it costs.',
    customers: 'Travellers, hauliers, travel agents, the call centre',
    category: 'Travel sales',
    hours: 'Every day, 00:00 to 24:00, but for two maintenance nights a month',
    order: 'On the website, in the app, or through an agent with a contract.',
    criticality: 'critical',
    customerFacing: true,
  },
  {
    system: 'payments',
    owner: 'priya-raghunathan',
    title: 'Payments and refunds',
    description:
      'Takes card payments, gives money back and agrees the sums with the bank every day.',
    value:
      'A ticket is paid once and only once, and refunds come in five days.',
    customers: 'Booking, the call centre, Finance and People',
    category: 'Travel sales',
    hours: 'Every day, 00:00 to 24:00',
    order: 'Ask the payments team for a merchant reference.',
    criticality: 'critical',
    customerFacing: true,
  },
  {
    system: 'traveller-channels',
    owner: 'yuki-hamasaki',
    title: 'Website, app and messages',
    description:
      'The public website and app, traveller accounts, and what we write to travellers about their journey.',
    value:
      'Travellers serve themselves and hear first from us, not from the quay.',
    customers: 'Travellers, Marketing',
    category: 'Travel sales',
    hours: 'Every day, 00:00 to 24:00',
    order: 'Content is ordered from the channels team with a week of notice.',
    criticality: 'important',
    customerFacing: true,
  },
  {
    system: 'terminal-operations',
    owner: 'eilidh-macaskill',
    title: 'Check-in and boarding',
    description:
      'Check-in desks, vehicle barriers and departure boards at the seven terminals.',
    value:
      'A full deck is boarded in forty minutes, and the vessel leaves on time.',
    customers: 'Harbour staff, travellers at the terminals',
    category: 'Sailing operations',
    hours:
      'From two hours before the first to an hour after the last departure',
    order: 'Terminals are equipped once a year; ask at the terminal meeting.',
    criticality: 'critical',
    customerFacing: true,
  },
  {
    system: 'fleet-operations',
    owner: 'anneke-vandermeer',
    title: 'Timetable, sailing status and rosters',
    description:
      'The timetable, the state of each sailing, vessel positions and crew rosters.',
    value: 'Everybody on shore and on board works with the same sailing.',
    customers: 'Ferry Operations, crews, travellers',
    category: 'Sailing operations',
    hours: 'Every day, 00:00 to 24:00',
    order: 'Crews get access with their contract.',
    criticality: 'critical',
    customerFacing: true,
  },
  {
    system: 'data-and-reporting',
    owner: 'nikos-papadakis',
    title: 'Manifests and management figures',
    description:
      'Files the passenger manifests that the law asks for, and publishes the figures that management reads.',
    value:
      'Manifests reach the coastguard before departure; figures are there at seven.',
    customers: 'The coastguard, management, Finance and People',
    category: 'Data',
    hours: 'Working days 06:00 to 20:00; manifests every day, 00:00 to 24:00',
    order: 'Ask the data team for a report; one page of questions suffices.',
    criticality: 'important',
    customerFacing: true,
  },
  {
    system: 'shared-platform',
    owner: 'sven-kallio',
    title: 'Shared platform',
    description:
      'Clusters, databases, broker, gateway, sign-in, networks and monitoring for all other services.',
    value: 'Teams ship without buying or racking anything.',
    customers: 'All teams of Information Technology',
    category: 'Platform',
    hours: 'Every day, 00:00 to 24:00',
    order: 'By a request to the platform team with the size that is needed.',
    criticality: 'critical',
    customerFacing: false,
  },
  {
    system: 'workplace',
    owner: 'niamh-corrigan',
    title: 'Workplace',
    description:
      'Laptops, mail, telephony, printing and wireless networks for every colleague.',
    value: 'Somebody new can work on the first morning.',
    customers: 'All colleagues',
    category: 'Workplace',
    hours: 'Every day of sailing, 05:30 to 23:00',
    order: 'With a request at the service desk.',
    criticality: 'important',
    customerFacing: true,
  },
];

/** Which service needs which. */
const dependencies: Array<[string, string]> = [
  ['Sailing bookings', 'Payments and refunds'],
  ['Sailing bookings', 'Shared platform'],
  ['Payments and refunds', 'Shared platform'],
  ['Website, app and messages', 'Sailing bookings'],
  ['Website, app and messages', 'Timetable, sailing status and rosters'],
  ['Check-in and boarding', 'Sailing bookings'],
  ['Check-in and boarding', 'Shared platform'],
  ['Timetable, sailing status and rosters', 'Shared platform'],
  ['Manifests and management figures', 'Check-in and boarding'],
  ['Workplace', 'Shared platform'],
];

const catalogueUpdates = [
  {
    title: 'Sailing bookings',
    day: 118,
    fields: {
      howToOrder:
        'On the website, in the app, or through an agent with a contract. Hauliers with more than twenty units a week get an account manager.',
    },
    reason: 'Freight customers asked whom to turn to',
  },
  {
    title: 'Workplace',
    day: 176,
    fields: { supportHours: 'Every day of sailing, 05:30 to 23:30' },
    reason: 'The late shift of the desk ends half an hour later in summer',
  },
  {
    title: 'Manifests and management figures',
    day: 240,
    fields: {
      conditions:
        'Figures by person need the consent of the data protection officer.',
    },
    reason: 'Agreed after the privacy review',
  },
  {
    title: 'Payments and refunds',
    day: 311,
    fields: {
      pricing: 'One price per accepted payment, settled each quarter.',
    },
    reason: 'New price model of the acquirer',
  },
];

const parties = [
  {
    title: 'Booking Team',
    kind: 'internal',
    group: 'booking-team',
    contact: 'ifeoma-adeyinka',
    role: 'Builds and runs the booking engine, fares and deck space.',
    delivers: ['Sailing bookings'],
  },
  {
    title: 'Payments Team',
    kind: 'internal',
    group: 'payments-team',
    contact: 'priya-raghunathan',
    role: 'Takes payments, gives refunds and settles with the bank.',
    delivers: ['Payments and refunds'],
  },
  {
    title: 'Terminal Systems Team',
    kind: 'internal',
    group: 'terminal-team',
    contact: 'eilidh-macaskill',
    role: 'Keeps desks, barriers and boards working while vessels sail.',
    delivers: ['Check-in and boarding'],
  },
  {
    title: 'Platform Team',
    kind: 'internal',
    group: 'platform-team',
    contact: 'sven-kallio',
    role: 'Runs what all services stand on.',
    delivers: ['Shared platform', 'Sailing bookings', 'Payments and refunds'],
  },
  {
    title: 'Service Desk',
    kind: 'internal',
    group: 'service-desk',
    contact: 'niamh-corrigan',
    role: 'First contact for every colleague, and owner of the workplace services.',
    delivers: ['Workplace'],
  },
  {
    title: 'Outer Isles Harbour Trust',
    kind: 'federation',
    contactPoint: 'Harbour office, harbour-trust@example.org',
    role: 'Owns the quays of four islands and runs their networks.',
    delivers: ['Check-in and boarding'],
  },
  {
    title: 'Merrow Acquiring',
    kind: 'external',
    contactPoint: 'Merchant support, support@merrow.example.org',
    role: 'Acquires card payments and pays out to our bank.',
    delivers: ['Payments and refunds'],
  },
  {
    title: 'Tidewire Satellite',
    kind: 'external',
    contactPoint: 'Operations centre, noc@tidewire.example.org',
    role: 'Carries data between vessels and shore.',
    delivers: ['Shared platform', 'Timetable, sailing status and rosters'],
  },
  {
    title: 'Quayside Print Bureau',
    kind: 'external',
    contactPoint: 'Counter, print@quayside.example.org',
    role: 'Prints boarding cards for groups and posters for the terminals.',
    delivers: ['Workplace'],
    endsOnDay: 222,
  },
];

/** The portfolio: its services, who delivers them, and what is proposed. */
export function liveSpm(world: World): void {
  world.at(world.workday(3), () => takeIntoPortfolio(world));
  world.at(world.workday(12), () => noteDependencies(world));
  parties.forEach((party, index) =>
    world.at(world.workday(8 + index), () => addParty(world, party)),
  );
  catalogueUpdates.forEach(update =>
    world.at(world.workday(update.day), () => updateEntry(world, update)),
  );
  services.forEach((service, index) =>
    world.at(world.workday(190 + index * 6), () =>
      review(world, service.title, service.owner),
    ),
  );
  world.at(world.workday(206), () => takeOutForAWhile(world));
  world.at(world.workday(20), () => keepOldService(world));
  world.at(world.workday(64), () => proposeFreightBoard(world));
  world.at(world.workday(97), () => proposeScooters(world));
  world.at(world.workday(158), () => proposeLoyalty(world));
  world.at(world.workday(281), () => proposeQuietLounge(world));
  world.at(world.workday(343), () => proposeLuggageTags(world));
}

function named(world: World, title: string): FitsmRecord {
  return world.recall('service').find(record => record.title === title)!;
}

async function takeIntoPortfolio(world: World) {
  const manager = world.person(MANAGER);
  for (const service of services) {
    const catalogEntity = `system:default/${service.system}`;
    const record = await manager.create('service', {
      title: service.title,
      owner: world.person(service.owner).ref,
      fields: {
        description: service.description,
        valueToCustomer: service.value,
        targetCustomers: service.customers,
        category: service.category,
        customerFacing: service.customerFacing,
        criticality: service.criticality,
        catalogEntity,
        serviceHours: service.hours,
        howToOrder: service.order,
        supportContact: 'Service desk, extension 2020, desk@example.org',
        supportHours: 'Every day of sailing, 05:30 to 23:00',
        securityContact: 'security@example.org',
        coreComponents: world
          .entities('Component')
          .filter(ref => world.ownerOf(ref) === world.ownerOf(catalogEntity))
          .slice(0, 4),
        technologyReadiness: 9,
        reviewInterval: 180,
      },
    });
    world.remember('service', record);
    world.after({ days: world.random.between(1, 5) }, async () => {
      const owner = world.person(service.owner);
      await owner.move(record.id, 'recordAsLive', {
        liveSince: world.start.minus({ years: 3 }).toISO(),
      });
      // The platform has no customers who could order it from a catalogue.
      if (service.customerFacing) {
        await manager.move(record.id, 'putIntoCatalogue', {
          documents: [
            {
              kind: 'status',
              url: `https://status.example.org/${service.system}`,
            },
            {
              kind: 'manual',
              url: `https://handbook.example.org/${service.system}`,
            },
          ],
        });
      }
    });
  }
}

async function noteDependencies(world: World) {
  for (const [from, to] of dependencies) {
    await world
      .person(MANAGER)
      .link(named(world, from).id, 'dependsOn', named(world, to).id);
  }
}

async function addParty(world: World, party: (typeof parties)[number]) {
  const manager = world.person(MANAGER);
  const { group, contact, endsOnDay } = party;
  const record = await manager.create('party', {
    title: party.title,
    fields: {
      kind: party.kind,
      organisation: group ? 'Skerry Lines' : party.title,
      role: party.role,
      responsibilities: 'As the agreements with it say; nothing beyond them.',
      contactPoint:
        party.contactPoint ?? `${party.title}, by mail or on the phone`,
      ...(group && { group: `group:default/${group}` }),
      ...(contact && { contactPerson: world.person(contact).ref }),
    },
    links: party.delivers.map(title => ({
      relation: 'delivers',
      to: named(world, title).id,
    })),
  });
  world.remember('party', record);
  await manager.move(record.id, 'activate', {
    activeFrom: world.start.toISO(),
  });
  if (endsOnDay) {
    world.at(world.workday(endsOnDay), async () => {
      await manager.move(
        record.id,
        'end',
        {},
        'The bureau has closed; printing is done in-house now',
      );
    });
    return;
  }
  world.at(world.workday(world.random.between(150, 330)), async () => {
    if (world.random.chance(0.4)) {
      await manager.move(
        record.id,
        'update',
        { contactHours: 'Monday to Friday, 08:00 to 17:00' },
        'They asked to be called in working hours only',
      );
    }
    await manager.move(record.id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'Role and contact were confirmed on the phone.',
    });
  });
}

async function updateEntry(
  world: World,
  update: (typeof catalogueUpdates)[number],
) {
  await world
    .person(MANAGER)
    .move(
      named(world, update.title).id,
      'updateInCatalogue',
      update.fields,
      update.reason,
    );
}

async function review(world: World, title: string, ownerName: string) {
  const { id } = named(world, title);
  const { state } = await world.person(MANAGER).read(id);
  const outside = state === 'live';
  await world
    .person(ownerName)
    .move(id, outside ? 'reviewOutsideCatalogue' : 'review', {
      reviewOutcome: world.random.chance(0.3) ? 'changed' : 'kept',
      reviewNote:
        'Read through with the team: hours, contacts and components are right.',
      ...(outside && { nextReviewAt: world.now().plus({ days: 180 }).toISO() }),
    });
}

/** Messages are sold out for a month; then they come back. */
async function takeOutForAWhile(world: World) {
  const { id } = named(world, 'Website, app and messages');
  const owner = world.person('yuki-hamasaki');
  await owner.move(
    id,
    'takeOutOfCatalogue',
    {},
    'No new content can be ordered while the website is rebuilt',
  );
  world.after({ days: 26 }, async () => {
    await owner.move(
      id,
      'update',
      { conditions: 'Content is delivered in the new page format.' },
      'The new website has other formats',
    );
    await owner.move(id, 'putIntoCatalogue');
  });
}

/** A service of old times, which ends within the year. */
async function keepOldService(world: World) {
  const manager = world.person(MANAGER);
  const owner = world.person('ifeoma-adeyinka');
  const old = await manager.create('service', {
    title: 'Bookings by fax',
    owner: owner.ref,
    fields: {
      description:
        'Hauliers fax a form, and the call centre books the unit for them.',
      valueToCustomer: 'Works where a truck stop has nothing but a fax.',
      targetCustomers: 'A dozen hauliers of the outer isles',
      category: 'Travel sales',
      customerFacing: true,
      criticality: 'normal',
      deliveredBy: 'group:default/booking-team',
      serviceHours: 'Working days, 07:00 to 19:00',
      howToOrder: 'By fax.',
      supportContact: 'Call centre',
    },
  });
  await manager.move(old.id, 'recordAsLive');
  await manager.move(old.id, 'putIntoCatalogue');
  world.at(world.workday(131), async () => {
    await owner.move(
      old.id,
      'withdraw',
      {
        retirementPlannedAt: world.now().plus({ days: 90 }).toISO(),
        retirementPlan:
          'Each of the hauliers is visited and shown the freight account; the number is cut off after ninety days.',
      },
      'Eleven faxes came in the last quarter',
    );
  });
  world.at(world.workday(223), async () => {
    await owner.move(old.id, 'retire');
  });
}

interface Proposal {
  title: string;
  by: string;
  description: string;
  demand: string;
  customers: string;
  benefits: string;
  evaluation: string;
  recommendation: 'accept' | 'reject' | 'acceptWithConditions';
  cost: number;
}

/** From the idea until those who decide are asked. */
async function propose(
  world: World,
  proposal: Proposal,
  whenAsked: (id: string) => Promise<void>,
) {
  const manager = world.person(MANAGER);
  const by = world.person(proposal.by);
  const [customer] = world.recall('customer');
  const record = await by.create('serviceProposal', {
    title: proposal.title,
    owner: manager.ref,
    fields: {
      description: proposal.description,
      demand: proposal.demand,
      potentialCustomers: proposal.customers,
      benefits: proposal.benefits,
      requirements: 'Works on a phone, in the open, with gloves on.',
      costToBuild: proposal.cost,
      costToRun: Math.round(proposal.cost / 5),
      currency: 'GBP',
      wantedLiveAt: world.now().plus({ days: 150 }).toISODate(),
    },
  });
  if (customer) {
    await manager.link(record.id, 'comesFrom', customer.id);
  }
  await by.move(record.id, 'submit');
  world.after({ days: 2 }, async () => {
    await manager.move(record.id, 'startEvaluation', {
      evaluator: manager.ref,
      decideBy: world.now().plus({ days: 30 }).toISO(),
    });
  });
  world.after({ days: 13 }, async () => {
    await manager.move(record.id, 'sendForApproval', {
      resourcesNeeded: 'Two engineers for three months, and a tester.',
      capabilities: 'The skills are there; the time must be found.',
      constraints: 'Nothing may be changed in the four weeks around midsummer.',
      evaluation: proposal.evaluation,
      recommendation: proposal.recommendation,
      approvers: [
        world.person('grace-wanjiru').ref,
        world.person('maren-aldous').ref,
      ],
      demandGrade: 'medium',
      benefitGrade: proposal.recommendation === 'reject' ? 'low' : 'high',
      effortGrade: 'medium',
      riskGrade: 'low',
    });
    world.after({ days: 3 }, () => whenAsked(record.id));
  });
  return record;
}

async function proposeFreightBoard(world: World) {
  await propose(
    world,
    {
      title: 'Deck space board for hauliers',
      by: 'ifeoma-adeyinka',
      description:
        'A page on which hauliers see how many lane metres each sailing still has, and take them at once.',
      demand:
        'Nine of the ten largest hauliers asked for it in their last service review.',
      customers: 'Hauliers with a freight account, some ninety companies',
      benefits:
        'Fewer calls before six in the morning, and decks that are full in winter.',
      evaluation:
        'The capacity service has the numbers already; what is missing is a page and the right to see it.',
      recommendation: 'accept',
      cost: 64_000,
    },
    async id => {
      await world.person('grace-wanjiru').vote(id, 'approve');
      world.after({ hours: 5 }, async () => {
        await world.person('maren-aldous').vote(id, 'approve');
      });
      world.after({ days: 6 }, () => designFreightBoard(world, id));
    },
  );
}

/** The accepted proposal becomes a service, by way of its design package. */
async function designFreightBoard(world: World, proposal: string) {
  const manager = world.person(MANAGER);
  const owner = world.person('ifeoma-adeyinka');
  const coordinator = world.person('tomasz-wierzba');
  const service = await manager.create('service', {
    title: 'Deck space board for hauliers',
    owner: owner.ref,
    fields: {
      description:
        'Shows hauliers the lane metres that each sailing still has, and lets them take what they need.',
      valueToCustomer:
        'A driver knows at the truck stop which sailing to aim for.',
      targetCustomers: 'Hauliers with a freight account',
      category: 'Travel sales',
      customerFacing: true,
      criticality: 'normal',
      catalogEntity: 'component:default/capacity-service',
      coreComponents: ['component:default/capacity-service'],
      enablingComponents: ['component:default/skerry-web'],
      serviceHours: 'Every day, 04:00 to 24:00',
      howToOrder: 'Comes with the freight account.',
      supportContact: 'Service desk, extension 2020, desk@example.org',
      technologyReadiness: 7,
      reviewInterval: 180,
    },
    links: [{ relation: 'proposedIn', to: proposal }],
  });
  world.remember('service', service);
  await owner.move(service.id, 'startDesign');
  const plan = await manager.create('serviceDesignPackage', {
    title: 'Deck space board: design and transition',
    owner: manager.ref,
    fields: {
      description:
        'How the board is built, tried with three hauliers and opened.',
      version: '1',
      potentialCustomers: 'Hauliers with a freight account',
      coordinator: coordinator.ref,
      team: 'group:default/booking-team',
      approvers: [owner.ref, world.person('sven-kallio').ref],
      technology:
        'Reads the capacity service through the gateway; nothing is stored. Pages are part of the website.',
      operation: 'The booking team runs it; the desk takes calls.',
      requirements: [
        {
          requirement: 'Shows free lane metres that are no older than a minute',
          source: 'Hauliers',
          importance: 'must',
        },
        {
          requirement: 'Can be read on a phone in sunlight',
          source: 'Drivers',
          importance: 'should',
        },
      ],
      timescales: [
        {
          milestone: 'Tried with three hauliers',
          dueOn: world.now().plus({ days: 60 }).toISODate()!,
        },
        {
          milestone: 'Open to all',
          dueOn: world.now().plus({ days: 95 }).toISODate()!,
        },
      ],
      responsibilities: [
        { responsibility: 'Building', person: coordinator.ref },
        {
          responsibility: 'Rights and accounts',
          person: 'group:default/platform-team',
        },
      ],
      communication: [
        {
          message: 'Invitation with a film of two minutes',
          audience: 'Hauliers',
          channel: 'Mail',
          dueOn: world.now().plus({ days: 88 }).toISODate()!,
        },
      ],
      acceptanceCriteria: [
        {
          criterion: 'Three hauliers used it for two weeks without calling',
          verification: 'Call list of the centre',
        },
        {
          criterion: 'Answers in less than a second with fifty users',
          verification: 'Load test',
        },
      ],
      deploymentPlan:
        'With the weekly release of the website, behind a switch.',
      fallback: 'The switch is turned off; hauliers call, as they do today.',
      tasks: [
        { step: 'Give hauliers the right to read', state: 'open' },
        { step: 'Show the film at the haulier meeting', state: 'open' },
      ],
    },
    links: [
      { relation: 'designs', to: service.id },
      { relation: 'followsFrom', to: proposal },
    ],
  });
  await coordinator.move(plan.id, 'sendForApproval');
  world.after({ days: 2 }, async () => {
    await world
      .person('sven-kallio')
      .vote(
        plan.id,
        'refuse',
        'A minute is too often: the gateway lets a client ask every five minutes',
      );
  });
  world.after({ days: 5 }, async () => {
    await manager.edit(plan.id, {
      version: '2',
      technology:
        'Listens to the events of the capacity service; nothing is asked for again and again.',
    });
    await coordinator.move(plan.id, 'sendForApproval');
    await world.person('sven-kallio').vote(plan.id, 'approve');
    await owner.vote(plan.id, 'approve');
    await coordinator.move(plan.id, 'startTransition');
  });
  world.after({ days: 30 }, async () => {
    await coordinator.move(
      plan.id,
      'revise',
      {},
      'The hauliers want to give space back too',
    );
    await manager.edit(plan.id, { version: '3' });
    await coordinator.move(plan.id, 'sendForApproval');
    await owner.vote(plan.id, 'approve');
    await world.person('sven-kallio').vote(plan.id, 'approve');
    await coordinator.move(plan.id, 'startTransition');
  });
  world.after({ days: 96 }, async () => {
    await coordinator.move(plan.id, 'complete', {
      acceptanceCriteria: [
        {
          criterion: 'Three hauliers used it for two weeks without calling',
          met: true,
          note: 'Two called once, about their passwords',
        },
        {
          criterion: 'Answers in less than a second with fifty users',
          met: true,
          note: '0.4 s',
        },
      ],
      tasks: [
        { step: 'Give hauliers the right to read', state: 'done' },
        { step: 'Show the film at the haulier meeting', state: 'done' },
      ],
      result:
        'Open since this morning; 31 of 90 hauliers came on the first day.',
    });
    await owner.move(service.id, 'putIntoCatalogue');
  });
}

async function proposeScooters(world: World) {
  await propose(
    world,
    {
      title: 'Scooters for hire at the quay',
      by: 'yuki-hamasaki',
      description:
        'Foot passengers hire an electric scooter with their ticket.',
      demand: 'Forty people wrote so in the summer survey.',
      customers: 'Foot passengers of the three larger islands',
      benefits: 'A second reason to open the app.',
      evaluation:
        'We would hire out vehicles, insure them and fish them out of the harbour. That is another trade.',
      recommendation: 'reject',
      cost: 210_000,
    },
    async id => {
      await world
        .person('maren-aldous')
        .vote(
          id,
          'refuse',
          'Not our trade: let the islands do it, and link to them from the app',
        );
    },
  );
}

async function proposeLoyalty(world: World) {
  const record = await world.person('yuki-hamasaki').create('serviceProposal', {
    title: 'Points for islanders',
    owner: world.person(MANAGER).ref,
    fields: {
      description:
        'Whoever lives on an island collects points for free crossings.',
      demand: 'Asked for by two island councils.',
      potentialCustomers: 'Some 14,000 islanders',
      benefits: 'Fewer disputes about discounts at the desk.',
    },
  });
  await world.person('yuki-hamasaki').move(record.id, 'submit');
  world.after({ days: 9 }, async () => {
    await world
      .person(MANAGER)
      .move(
        record.id,
        'postpone',
        { decideBy: world.now().plus({ days: 240 }).toISO() },
        'Fares are decided anew with the next concession',
      );
  });
}

async function proposeQuietLounge(world: World) {
  await propose(
    world,
    {
      title: 'Seats in the quiet lounge',
      by: 'yuki-hamasaki',
      description: 'A seat in the quiet lounge can be booked with the ticket.',
      demand: 'Commuters ask for it at every service review.',
      customers: 'Commuters of the two morning sailings',
      benefits: 'Commuters come back in winter.',
      evaluation: 'Small, and the booking engine has seats already.',
      recommendation: 'acceptWithConditions',
      cost: 22_000,
    },
    async id => {
      await world.person('grace-wanjiru').vote(id, 'approve');
      await world.person('maren-aldous').vote(id, 'approve');
    },
  );
}

/** Still in evaluation when the year ends. */
async function proposeLuggageTags(world: World) {
  await propose(
    world,
    {
      title: 'Luggage tags that tell where they are',
      by: 'leila-mansouri',
      description: 'Tags for luggage that goes by itself, seen in the app.',
      demand: 'Lost luggage is the third most frequent complaint.',
      customers: 'Foot passengers with more than one change',
      benefits: 'Forty fewer complaints a season.',
      evaluation: 'Needs readers at all gangways.',
      recommendation: 'accept',
      cost: 48_000,
    },
    async () => {},
  );
}
