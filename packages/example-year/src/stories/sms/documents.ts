import { World } from '../../World';

interface DocumentText {
  title: string;
  code: string;
  kind: string;
  /** The management system as a whole where none is named. */
  process?: string;
  /** What it is evidence for, beside what its kind says. */
  rows: string[];
  summary: string;
  content: string;
  audience?: string[];
  /** Who approves it; the SMS manager where nobody is named. */
  approvers?: string[];
}

/** Top management approves these. */
const frame: DocumentText[] = [
  {
    title: 'Why we manage services',
    code: 'SMS-1',
    kind: 'problemStatement',
    rows: [],
    summary:
      'What went wrong without service management: the two lost summer Saturdays, and calls that nobody owned.',
    content:
      'On two Saturdays of last summer vessels left late because nobody knew who had to bring the barriers back. Four teams changed the booking engine in one week and none knew of the others. Travellers heard of delays from the radio. We want to know what we deliver, who answers for it, and what is being done about it.',
    approvers: ['maren-aldous'],
  },
  {
    title: 'Service management policy',
    code: 'POL-1',
    kind: 'serviceManagementPolicy',
    rows: [],
    summary:
      'Services have owners, promises are written down, and what we learn changes how we work.',
    content:
      'Every service has one owner. What we promise is agreed in writing and measured. Whoever is kept from working is helped within the time that we promised. Changes are weighed before they are made. People say what went wrong without having to fear for it. We look once a half-year at whether all this works.',
    approvers: ['maren-aldous'],
    audience: ['platform-team', 'booking-team', 'service-desk'],
  },
  {
    title: 'Scope of the service management system',
    code: 'SMS-2',
    kind: 'scopeStatement',
    rows: ['GR3.A1', 'GR3.A2'],
    summary:
      'All eight systems of the catalog, at the head office, the seven terminals and on board.',
    content:
      'In: the services of the portfolio, for travellers, hauliers and colleagues, at the head office, the seven terminals and on the vessels. Out: navigation and engine control, which the ship managers answer for, and the shops on board, which are let. Discussed with all service owners and Ferry Operations.',
    approvers: ['maren-aldous'],
  },
  {
    title: 'Service management plan',
    code: 'SMS-3',
    kind: 'serviceManagementPlan',
    rows: ['GR4.A5a', 'GR4.A5d', 'GR4.A5e', 'GR5.A1'],
    summary:
      'Goals of the year for each process, with dates, people and tools.',
    content:
      'First quarter: portfolio, roles, policies, incidents and changes recorded in one place. Second: agreements with the four largest customers, suppliers reviewed. Third: first audit, first management review, continuity tests before the autumn storms. Fourth: second assessment, one level higher in five processes. Tools: this portal, monitoring, the mail of the desk.',
    approvers: ['maren-aldous'],
    audience: ['service-management-office', 'incident-managers'],
  },
];

const common: DocumentText[] = [
  {
    title: 'Control of documents',
    code: 'SMS-4',
    kind: 'documentControlProcedure',
    rows: [],
    summary:
      'How documents are written, approved, told of, reviewed and retired.',
    content:
      'Documents are kept here and nowhere else. Each has an owner, a code and a version. Somebody else than its authors approves it. Its readers confirm that they have read it. It is reviewed once a year, and when something happened that it should have prevented.',
  },
  {
    title: 'Documents that we keep',
    code: 'SMS-5',
    kind: 'documentRegister',
    rows: [],
    summary: 'Which documents must exist, and who keeps each.',
    content:
      'Policy, scope, plan, communication and training plan; a definition of each process; policies of information security; templates of agreements; plans for continuity and capacity; minutes of reviews.',
  },
  {
    title: 'Communication plan',
    code: 'SMS-6',
    kind: 'communicationPlan',
    rows: [],
    summary: 'What we tell to whom, when and how.',
    content:
      'A letter to all colleagues each month. A meeting of service owners each quarter. Harbour staff hear it from their duty managers, before the season and after it. Customers hear it in their service reviews.',
  },
  {
    title: 'Training plan',
    code: 'SMS-7',
    kind: 'trainingPlan',
    rows: ['GR5.A2'],
    summary: 'Who learns what about service management, until when.',
    content:
      'All agents of the desk: two days before the season. Process managers: the foundation course. New colleagues: an hour in the first month. Duty managers: major incidents, once a year, with an exercise.',
  },
];

/** One for each process, with the rows that only a document can show. */
const processDefinitions: DocumentText[] = [
  {
    title: 'Service portfolio management: how we do it',
    code: 'PRO-SPM',
    kind: 'processDefinition',
    process: 'spm',
    rows: ['PR1.S1', 'PR1.S2'],
    summary: 'How services come into the portfolio, and what is said of each.',
    content:
      'The portfolio is the list of services in this portal. A service is described by what it does, for whom, what it is worth, its hours, its contacts, its components and its costs. New ones begin with a proposal that somebody else evaluates.',
  },
  {
    title: 'Service level management: how we do it',
    code: 'PRO-SLM',
    kind: 'processDefinition',
    process: 'slm',
    rows: ['PR2.S3'],
    summary:
      'How we agree on service levels with customers and those behind us.',
    content:
      'Agreements are drawn up from templates and signed by both sides. Each is evaluated every quarter. Missed targets are told to the customer within two working days.',
  },
  {
    title: 'Service reporting: how we do it',
    code: 'PRO-SRM',
    kind: 'processDefinition',
    process: 'srm',
    rows: ['PR3.S1'],
    summary: 'Which reports there are, and who agrees on them.',
    content:
      'A report has a specification that its readers agreed to. It comes within eight working days of the end of its period. Who finds an error says so in the portal, and a corrected report takes its place.',
  },
  {
    title: 'Availability and continuity: how we plan',
    code: 'PRO-SACM',
    kind: 'processDefinition',
    process: 'sacm',
    rows: ['PR4.S2'],
    summary: 'What a plan for availability and continuity has to hold.',
    content:
      'What is to be protected and from what; measures before and during; who decides to act; how we come back, and how we know that we are back; when it is tested. Before the autumn storms each plan is tried.',
    approvers: ['sven-kallio'],
  },
  {
    title: 'Information security: how we do it',
    code: 'PRO-ISM',
    kind: 'processDefinition',
    process: 'ism',
    rows: ['PR6.S2', 'PR6.S8'],
    summary:
      'How assets, risks, controls and events are recorded and followed.',
    content:
      'Assets stand in the register with an owner, a class and where they are held. A control names the risks that it treats, who answers for it and how far it is. The status is looked at on the first Thursday of each month.',
    approvers: ['laszlo-feher'],
  },
  {
    title: 'Customers: reviews and complaints',
    code: 'PRO-CRM',
    kind: 'processDefinition',
    process: 'crm',
    rows: ['PR7.S2', 'PR7.S3'],
    summary: 'How service reviews are held, and how complaints are answered.',
    content:
      'Each customer with an agreement has a review every half-year: figures, what went wrong, what comes. Minutes go out within a week. A complaint is confirmed on the day it comes, answered within ten working days, and closed when the customer says so or is silent for two weeks.',
  },
  {
    title: 'Suppliers: how we work with them',
    code: 'PRO-SUPPM',
    kind: 'processDefinition',
    process: 'suppm',
    rows: ['PR8.S1'],
    summary: 'How suppliers are chosen, met and evaluated.',
    content:
      'Suppliers without whom we cannot sail are met each quarter and evaluated each half-year; the others once a year.',
  },
  {
    title: 'Incidents and requests: how we do it',
    code: 'PRO-ISRM',
    kind: 'processDefinition',
    process: 'isrm',
    rows: ['PR9.S2', 'PR9.S5', 'PR9.S6'],
    summary:
      'How they come in, who takes over when it gets stuck, and how they are closed.',
    content:
      'They come in by portal, phone, mail and monitoring, and are recorded at once. After half of the time that was promised the owner of the team is told, after all of it the incident manager on duty. The person who reported confirms that it works again; after five days of silence it is closed.',
    audience: ['service-desk', 'incident-managers'],
    approvers: ['viktor-marinov'],
  },
  {
    title: 'Problems: how we look for causes',
    code: 'PRO-PM',
    kind: 'processDefinition',
    process: 'pm',
    rows: ['PR10.S1'],
    summary: 'When a problem is opened, and how it is closed.',
    content:
      'Three like incidents in a month, or one major one, open a problem. The trend is looked at each month. Known errors have a workaround that the desk can read out.',
    approvers: ['viktor-marinov'],
  },
  {
    title: 'Configuration: what we keep track of',
    code: 'PRO-CONFM',
    kind: 'configurationPlan',
    process: 'confm',
    rows: [],
    summary: 'Which items are recorded, and how deep.',
    content:
      'All that can stop a sailing, a payment or a manifest when it fails: clusters, databases, links, barriers, boards and their cabinets. Laptops are counted, not described. Spare parts are not recorded.',
    approvers: ['sven-kallio'],
  },
  {
    title: 'Changes: how we decide on them',
    code: 'PRO-CHM',
    kind: 'processDefinition',
    process: 'chm',
    rows: ['PR12.S2', 'PR12.S3'],
    summary: 'How changes are asked for, and what makes one an emergency.',
    content:
      'A change is asked for in this portal, with what it alters, its risk and the way back. An emergency is what restores a sailing, a payment or safety within the day; two members of the board decide by call, and the board reviews it on the next Tuesday.',
    audience: ['change-advisory-board', 'platform-team'],
    approvers: ['sven-kallio'],
  },
  {
    title: 'Releases: how we bring them out',
    code: 'PRO-RDM',
    kind: 'processDefinition',
    process: 'rdm',
    rows: ['PR13.S1'],
    summary: 'Kinds of releases, when each may go out, and how it is accepted.',
    content:
      'Website and app weekly, booking and payments every second Tuesday night, terminals quarterly and never in the season.',
    approvers: ['sven-kallio'],
  },
  {
    title: 'Improvements: how we get better',
    code: 'PRO-CSI',
    kind: 'processDefinition',
    process: 'csi',
    rows: ['PR14.S1'],
    summary: 'Where suggestions come from, and who decides on them.',
    content:
      'Everybody may suggest. The service management office evaluates within two weeks. What takes weeks is decided by the manager of the system, what takes months by both its manager and its owner.',
  },
];

const securityDocuments: DocumentText[] = [
  {
    title: 'Information security policy',
    code: 'SEC-1',
    kind: 'policy',
    process: 'ism',
    rows: [],
    summary: 'What everybody must do and must not do with our information.',
    content:
      'Lock the screen. Do not share accounts. Passenger lists stay in the systems made for them. Report what looks wrong, also if you did it yourself: nobody is blamed for reporting.',
    audience: ['harbour-staff', 'payroll-office', 'service-desk'],
    approvers: ['laszlo-feher', 'grace-wanjiru'],
  },
  {
    title: 'Password rules',
    code: 'SEC-2',
    kind: 'policy',
    process: 'ism',
    rows: [],
    summary: 'How long passwords are, and when they are changed.',
    content: 'Twelve characters, changed when there is a reason to.',
    approvers: ['laszlo-feher'],
  },
  {
    title: 'Classes of information',
    code: 'SEC-3',
    kind: 'assetClassification',
    process: 'ism',
    rows: [],
    summary: 'Public, internal, confidential, and what each class asks for.',
    content:
      'Public: the timetable. Internal: rosters. Confidential: passenger lists, payroll, card data. The class follows from the harm if it got out, was wrong, or was gone for a day.',
    approvers: ['laszlo-feher'],
  },
  {
    title: 'How we assess risks',
    code: 'SEC-4',
    kind: 'riskMethod',
    process: 'ism',
    rows: [],
    summary: 'Likelihood times harm, on five steps each, and what we bear.',
    content:
      'Both are estimated by the owner of the asset and somebody of the security office, apart from each other. Up to six we bear it. From fifteen on top management hears of it.',
    approvers: ['laszlo-feher'],
  },
  {
    title: 'Categories and priorities of incidents',
    code: 'ISRM-2',
    kind: 'classificationScheme',
    process: 'isrm',
    rows: [],
    summary:
      'Which categories there are, and how impact and urgency make a priority.',
    content:
      'The category says what is wrong, not what caused it. Impact is who is kept from working: a terminal or a vessel is high. Urgency is when harm is done: before the next departure is high. The table gives the priority; only incident managers override it.',
    audience: ['service-desk'],
    approvers: ['viktor-marinov'],
  },
  {
    title: 'Major incidents',
    code: 'ISRM-3',
    kind: 'procedure',
    process: 'isrm',
    rows: ['PR9.S7'],
    summary: 'What a major incident is, and who does what while it lasts.',
    content:
      'A sailing cannot leave, or nobody can book or pay. The incident manager on duty leads, one person writes to all, one talks to the harbours. Within five working days there is a review.',
    audience: ['incident-managers', 'harbour-staff'],
    approvers: ['viktor-marinov'],
  },
];

/** What is written anew within the year. */
const nextVersions = [
  {
    code: 'POL-1',
    day: 172,
    rows: [],
    whatChanged:
      'Reviewed by top management: people may now refuse a change in the four weeks around midsummer.',
  },
  {
    code: 'SEC-1',
    day: 147,
    rows: ['PR6.O3b'],
    whatChanged:
      'Private phones at the quay are allowed, with the managed app.',
  },
  {
    code: 'SEC-2',
    day: 198,
    title: 'Sign-in rules',
    rows: [],
    whatChanged:
      'Takes the place of the password rules, which are retired: sign-in is by card or key now.',
  },
  {
    code: 'PRO-CHM',
    day: 226,
    rows: ['PR12.S2', 'PR12.S3'],
    whatChanged:
      'The board reviews emergencies within a week, after an audit finding.',
  },
  {
    code: 'PRO-ISRM',
    day: 262,
    rows: ['PR9.S2', 'PR9.S5', 'PR9.S6'],
    whatChanged: 'Monitoring raises incidents by itself.',
  },
  {
    code: 'SMS-3',
    day: 333,
    rows: ['GR4.A5a', 'GR4.A5d', 'GR4.A5e', 'GR5.A1'],
    whatChanged: 'Goals of the next year.',
  },
];

const AUTHOR = 'rosa-delgado';

/** Policies, plans and definitions: written, approved, read and written anew. */
export function liveDocuments(world: World): void {
  const ids = new Map<string, string>();
  frame.forEach((text, index) =>
    world.at(world.workday(1 + index * 4), () => write(world, text, ids)),
  );
  [...common, ...processDefinitions, ...securityDocuments].forEach(
    (text, index) =>
      world.at(world.workday(14 + index * 3), () => write(world, text, ids)),
  );
  nextVersions.forEach(version =>
    world.at(world.workday(version.day), () => writeNext(world, version, ids)),
  );
  ['SMS-4', 'SMS-6', 'PRO-SPM', 'PRO-SLM', 'ISRM-2', 'SEC-3'].forEach(
    (code, index) =>
      world.at(world.workday(188 + index * 21), () => review(world, code, ids)),
  );
  // The policy is reviewed before it is written anew.
  world.at(world.workday(169), () => review(world, 'POL-1', ids));
  world.at(world.workday(208), () => discardDraft(world));
  world.at(world.workday(352), () => leaveInComments(world));
}

async function write(
  world: World,
  text: DocumentText,
  ids: Map<string, string>,
) {
  const author = world.person(AUTHOR);
  const record = await author.create('document', {
    title: text.title,
    fields: fieldsOf(world, text),
  });
  ids.set(text.code, record.id);
  if (world.random.chance(0.35)) {
    await author.move(record.id, 'askForComments', {
      reviewers: [world.person('niamh-corrigan').ref],
    });
    world.after({ days: 3 }, async () => {
      await world
        .person('niamh-corrigan')
        .comment(
          record.id,
          'Reads well. Say who does it when somebody is away.',
          'requester',
        );
      await approve(world, record.id, text);
    });
  } else {
    await approve(world, record.id, text);
  }
}

function fieldsOf(world: World, text: DocumentText) {
  return {
    kind: text.kind,
    code: text.code,
    process: text.process ?? 'sms',
    versionLabel: '1.0',
    summary: text.summary,
    content: text.content,
    evidences: text.rows.map(requirement => ({ requirement })),
    approvers: (text.approvers ?? ['grace-wanjiru']).map(
      name => world.person(name).ref,
    ),
    ...(text.audience && {
      audience: text.audience.map(name => `group:default/${name}`),
    }),
    reviewInterval: text.kind === 'serviceManagementPolicy' ? 180 : 365,
  };
}

/** Sends it for approval; now and then somebody refuses at first. */
async function approve(world: World, id: string, text: DocumentText) {
  const author = world.person(AUTHOR);
  await author.move(id, 'submit');
  const approvers = [
    ...(text.approvers ?? ['grace-wanjiru']),
    // The SMS owner's group is asked for what top management approves.
    ...(isFrame(text.kind) ? ['grace-wanjiru'] : []),
  ];
  if (world.random.chance(0.15)) {
    world.after({ hours: world.random.between(4, 30) }, async () => {
      await world
        .person(approvers[0])
        .vote(id, 'refuse', 'It does not say from when on it holds');
      await author.edit(id, {
        validFrom: world.now().plus({ days: 14 }).toISODate(),
      });
      await author.move(id, 'submit');
      world.after({ hours: 6 }, () => voteAll(world, id, approvers, text));
    });
  } else {
    world.after({ hours: world.random.between(3, 60) }, () =>
      voteAll(world, id, approvers, text),
    );
  }
}

function isFrame(kind: string): boolean {
  return frame.some(text => text.kind === kind);
}

async function voteAll(
  world: World,
  id: string,
  approvers: string[],
  text: DocumentText,
) {
  for (const name of approvers) {
    await world.person(name).vote(id, 'approve');
  }
  const readers = (text.audience ?? []).flatMap(group => world.members(group));
  for (const reader of readers) {
    // Some never find the time.
    if (!world.random.chance(0.7)) continue;
    world.after({ days: world.random.between(1, 12) }, async () => {
      const { state } = await reader.read(id);
      if (state === 'approved') await reader.move(id, 'acknowledge');
    });
  }
}

function textOf(code: string): DocumentText {
  return [
    ...frame,
    ...common,
    ...processDefinitions,
    ...securityDocuments,
  ].find(text => text.code === code)!;
}

async function writeNext(
  world: World,
  version: (typeof nextVersions)[number],
  ids: Map<string, string>,
) {
  const before = ids.get(version.code);
  if (!before) return;
  const text = textOf(version.code);
  const author = world.person(AUTHOR);
  const next = await author.create('document', {
    title: version.title ?? text.title,
    fields: {
      ...fieldsOf(world, { ...text, rows: version.rows }),
      versionLabel: '2.0',
      whatChanged: version.whatChanged,
    },
    links: [{ relation: 'supersedes', to: before }],
  });
  ids.set(version.code, next.id);
  await approve(world, next.id, text);
}

async function review(world: World, code: string, ids: Map<string, string>) {
  const id = ids.get(code);
  if (!id) return;
  await world.person('grace-wanjiru').move(id, 'review', {
    reviewOutcome: world.random.chance(0.25) ? 'needsChange' : 'kept',
    reviewNote: 'Read with two of those who work by it.',
  });
}

async function discardDraft(world: World) {
  const author = world.person(AUTHOR);
  const draft = await author.create('document', {
    title: 'Rules for drones at the terminals',
    fields: {
      kind: 'policy',
      code: 'SEC-9',
      versionLabel: '0.1',
      summary: 'Who may fly over the quay, and when.',
    },
  });
  world.after({ days: 20 }, async () => {
    await author.move(
      draft.id,
      'discard',
      {},
      'The harbour trust has rules for that; ours would only repeat them',
    );
  });
}

async function leaveInComments(world: World) {
  const author = world.person(AUTHOR);
  const draft = await author.create('document', {
    title: 'Exercises for duty managers',
    fields: {
      kind: 'workInstruction',
      code: 'ISRM-4',
      process: 'isrm',
      versionLabel: '0.3',
      summary:
        'Four exercises of an hour each, with what may go wrong in them.',
      reviewers: ['group:default/incident-managers'],
    },
  });
  await author.move(draft.id, 'askForComments');
}
