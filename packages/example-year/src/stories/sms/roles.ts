import { World } from '../../World';

const APPOINTS = 'rosa-delgado';

/** Owner and manager of each process. */
const processRoles: Array<{ process: string; owner: string; manager: string }> =
  [
    { process: 'sms', owner: 'maren-aldous', manager: 'grace-wanjiru' },
    { process: 'spm', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
    { process: 'slm', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
    { process: 'srm', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
    { process: 'sacm', owner: 'grace-wanjiru', manager: 'sven-kallio' },
    { process: 'capm', owner: 'grace-wanjiru', manager: 'sven-kallio' },
    { process: 'ism', owner: 'grace-wanjiru', manager: 'laszlo-feher' },
    { process: 'crm', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
    { process: 'suppm', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
    { process: 'isrm', owner: 'grace-wanjiru', manager: 'viktor-marinov' },
    { process: 'pm', owner: 'grace-wanjiru', manager: 'niamh-corrigan' },
    { process: 'confm', owner: 'grace-wanjiru', manager: 'amara-diallo' },
    { process: 'chm', owner: 'grace-wanjiru', manager: 'maren-aldous' },
    { process: 'rdm', owner: 'grace-wanjiru', manager: 'sven-kallio' },
    { process: 'csi', owner: 'grace-wanjiru', manager: 'rosa-delgado' },
  ];

const serviceOwners: Array<[system: string, holder: string, deputy: string]> = [
  ['booking', 'ifeoma-adeyinka', 'tomasz-wierzba'],
  ['payments', 'priya-raghunathan', 'joao-figueira'],
  ['traveller-channels', 'yuki-hamasaki', 'leila-mansouri'],
  ['terminal-operations', 'eilidh-macaskill', 'ruben-castellanos'],
  ['fleet-operations', 'anneke-vandermeer', 'oskar-lindqvist'],
  ['data-and-reporting', 'nikos-papadakis', 'mei-ling-tan'],
  ['shared-platform', 'sven-kallio', 'amara-diallo'],
  ['workplace', 'niamh-corrigan', 'samuel-owusu'],
];

interface Role {
  title: string;
  role: string;
  holder: string;
  tasks: string;
  process?: string;
  services?: string[];
  deputy?: string;
}

/** Who holds which role: asked, accepted, declined once, handed over once. */
export function liveRoles(world: World): void {
  const roles: Role[] = [
    {
      title: 'SMS owner',
      role: 'smsOwner',
      holder: 'maren-aldous',
      tasks:
        'Answers for the whole system, decides on its goals and its means.',
    },
    {
      title: 'SMS manager',
      role: 'smsManager',
      holder: 'grace-wanjiru',
      tasks: 'Keeps the plan, watches how mature we are, prepares the reviews.',
    },
    ...processRoles.slice(1).flatMap(({ process, owner, manager }) => [
      {
        title: `Owner of the process ${process.toUpperCase()}`,
        role: 'processOwner',
        process,
        holder: owner,
        tasks: 'Sets the goals of the process and names its manager.',
      },
      {
        title: `Manager of the process ${process.toUpperCase()}`,
        role: 'processManager',
        process,
        holder: manager,
        tasks: 'Sees to it that the process is followed, and reports on it.',
      },
    ]),
    ...serviceOwners.map(([system, holder, deputy]) => ({
      title: `Service owner of ${system.replace(/-/g, ' ')}`,
      role: 'serviceOwner',
      services: [`system:default/${system}`],
      holder,
      deputy,
      tasks: 'Answers for what the service delivers, over all its life.',
    })),
    {
      title: 'Major incident coordinator',
      role: 'majorIncidentCoordinator',
      holder: 'viktor-marinov',
      deputy: 'niamh-corrigan',
      tasks: 'Leads while a major incident lasts, and writes its review.',
    },
  ];
  roles.forEach((role, index) =>
    world.at(world.workday(2 + Math.floor(index / 2)), () =>
      assign(world, role),
    ),
  );
  world.at(world.workday(47), () => findAuditor(world));
  world.at(world.workday(196), () => handOver(world));
}

async function assign(world: World, role: Role) {
  const { holder, deputy, ...rest } = role;
  const { title, ...fields } = rest;
  const appoints = world.person(APPOINTS);
  const record = await appoints.create('roleAssignment', {
    title,
    fields: {
      ...fields,
      holder: world.person(holder).ref,
      ...(deputy && { deputy: world.person(deputy).ref }),
      appointedBy: appoints.ref,
      authority: 'Decides within what the policy and the plan say.',
      validFrom: world.now().toISO(),
    },
  });
  await appoints.move(record.id, 'appoint');
  world.after({ hours: world.random.between(2, 70) }, async () => {
    await world.person(holder).vote(record.id, 'approve');
    if (role.title === 'Manager of the process PM') {
      world.remember('handedOver', record);
    }
  });
}

/** The first who is asked has no time for it. */
async function findAuditor(world: World) {
  const appoints = world.person(APPOINTS);
  const record = await appoints.create('roleAssignment', {
    title: 'Internal auditor of incident and change management',
    fields: {
      role: 'auditor',
      holder: world.person('mei-ling-tan').ref,
      appointedBy: appoints.ref,
      tasks: 'Two audits a year of processes in which the auditor has no part.',
      competence: 'Two days of training before the first audit.',
      validFrom: world.now().toISO(),
      shareOfTime: 5,
    },
  });
  await appoints.move(record.id, 'appoint');
  world.after({ days: 2 }, async () => {
    await world
      .person('mei-ling-tan')
      .vote(record.id, 'refuse', 'The new warehouse needs all of me until May');
    await appoints.edit(record.id, {
      holder: world.person('nikos-papadakis').ref,
    });
    await appoints.move(record.id, 'appoint');
    await world.person('nikos-papadakis').vote(record.id, 'approve');
  });
}

async function handOver(world: World) {
  const [before] = world.recall('handedOver');
  if (!before) return;
  const former = world.person('niamh-corrigan');
  const appoints = world.person(APPOINTS);
  await former.move(before.id, 'describeHandover', {
    handoverNote:
      'Two problems wait for the supplier; the list of known errors is read on the first Monday.',
  });
  const next = await appoints.create('roleAssignment', {
    title: before.title,
    fields: {
      role: 'processManager',
      process: 'pm',
      holder: world.person('viktor-marinov').ref,
      appointedBy: appoints.ref,
      tasks: 'Sees to it that the process is followed, and reports on it.',
      validFrom: world.now().toISO(),
    },
    links: [{ relation: 'takesOverFrom', to: before.id }],
  });
  await appoints.move(next.id, 'appoint');
  world.after({ days: 1 }, async () => {
    await world.person('viktor-marinov').vote(next.id, 'approve');
  });
}
