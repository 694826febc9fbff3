import { World } from '../../World';

const MANAGER = 'grace-wanjiru';
const PREPARES = 'rosa-delgado';

/** A sample of the requirements, with the levels of both assessments. */
const scores: Array<{
  requirement: string;
  process: string;
  first: string;
  second: string;
  gap: string;
}> = [
  {
    requirement: 'GR1',
    process: 'sms',
    first: '1',
    second: '3',
    gap: 'Top management signs, but does not come to reviews',
  },
  {
    requirement: 'GR2',
    process: 'sms',
    first: '1',
    second: '3',
    gap: 'Documents lie in three places',
  },
  {
    requirement: 'PR1',
    process: 'spm',
    first: '1',
    second: '3',
    gap: 'Nobody can list all services',
  },
  {
    requirement: 'PR2',
    process: 'slm',
    first: '0',
    second: '2',
    gap: 'Promises were made on the phone',
  },
  {
    requirement: 'PR3',
    process: 'srm',
    first: '1',
    second: '2',
    gap: 'Figures come when somebody asks',
  },
  {
    requirement: 'PR4',
    process: 'sacm',
    first: '1',
    second: '2',
    gap: 'Plans were never tried',
  },
  {
    requirement: 'PR5',
    process: 'capm',
    first: '1',
    second: '2',
    gap: 'Midsummer surprises us each year',
  },
  {
    requirement: 'PR6',
    process: 'ism',
    first: '2',
    second: '3',
    gap: 'Controls have no owner',
  },
  {
    requirement: 'PR7',
    process: 'crm',
    first: '1',
    second: '2',
    gap: 'Complaints are answered by whoever reads them',
  },
  {
    requirement: 'PR8',
    process: 'suppm',
    first: '1',
    second: '2',
    gap: 'Contracts are known to Finance only',
  },
  {
    requirement: 'PR9',
    process: 'isrm',
    first: '2',
    second: '3',
    gap: 'A third of all calls is not recorded',
  },
  {
    requirement: 'PR10',
    process: 'pm',
    first: '0',
    second: '2',
    gap: 'Causes are found by those who remember',
  },
  {
    requirement: 'PR11',
    process: 'confm',
    first: '1',
    second: '2',
    gap: 'Networks are drawn on paper',
  },
  {
    requirement: 'PR12',
    process: 'chm',
    first: '1',
    second: '3',
    gap: 'Teams change what others stand on',
  },
  {
    requirement: 'PR13',
    process: 'rdm',
    first: '1',
    second: '2',
    gap: 'Acceptance is a feeling',
  },
  {
    requirement: 'PR14',
    process: 'csi',
    first: '0',
    second: '2',
    gap: 'Ideas are told and forgotten',
  },
];

const audits = [
  {
    day: 108,
    title: 'Internal audit: incidents and changes',
    processes: ['isrm', 'chm'],
    lead: 'fatima-benyoucef',
    auditees: ['incident-managers', 'change-advisory-board'],
    independence:
      'The lead auditor plans the crews and has no part in either process.',
    findings: [
      {
        finding: 'Two emergency changes of March have no review',
        kind: 'minor',
        requirement: 'PR12.4',
        process: 'chm',
      },
      {
        finding:
          'Agents close incidents without asking the person who reported',
        kind: 'minor',
        requirement: 'PR9.5',
        process: 'isrm',
      },
      {
        finding: 'Priorities follow the table in all sixty samples',
        kind: 'strength',
        requirement: 'PR9.2',
        process: 'isrm',
      },
    ],
  },
  {
    day: 251,
    title: 'Internal audit: information security and agreements',
    processes: ['ism', 'slm'],
    lead: 'anneke-vandermeer',
    auditees: ['security-office', 'service-management-office'],
    independence:
      'The lead auditor runs fleet operations; no agreement of hers is looked at.',
    findings: [
      {
        finding: 'Three people who left still had access to the warehouse',
        kind: 'major',
        requirement: 'PR6.6',
        process: 'ism',
      },
      {
        finding:
          'The agreement with the harbour trust was not evaluated in summer',
        kind: 'minor',
        requirement: 'PR2.7',
        process: 'slm',
      },
    ],
  },
];

/** What came of each finding that is no strength. */
const corrections: Record<
  string,
  { cause: string; action: string; assignee: string; helpsAtOnce: boolean }
> = {
  chm: {
    cause:
      'The board meets on Tuesdays, and nobody puts emergencies on its list.',
    action:
      'Each emergency change makes an action for the chair, due in a week.',
    assignee: 'sven-kallio',
    helpsAtOnce: true,
  },
  isrm: {
    cause: 'The desk is measured by closed incidents.',
    action:
      'The measure is taken away; the person who reported confirms, or five days pass.',
    assignee: 'niamh-corrigan',
    helpsAtOnce: false,
  },
  ism: {
    cause:
      'The staff office tells the desk of those who leave, not the data team.',
    action: 'One request for all access, raised by the staff office on notice.',
    assignee: 'amara-diallo',
    helpsAtOnce: true,
  },
  slm: {
    cause: 'The date stood in the calendar of somebody on leave.',
    action: 'Evaluations are due in the portal, which reminds a deputy too.',
    assignee: 'rosa-delgado',
    helpsAtOnce: true,
  },
};

/** Assessed, audited, reviewed; and what is not met is put right. */
export function liveAssurance(world: World): void {
  world.at(world.workday(15), () => assess(world, 'first'));
  world.at(world.workday(301), () => assess(world, 'second'));
  world.at(world.workday(38), () => planAudits(world));
  audits.forEach(audit =>
    world.at(world.workday(audit.day), () => carryOut(world, audit)),
  );
  world.at(world.workday(290), () => cancelAudit(world));
  world.at(world.workday(140), () => holdReview(world, 'first'));
  world.at(world.workday(318), () => holdReview(world, 'second'));
  world.at(world.workday(356), () => planReview(world));
  world.at(world.workday(72), () => exclude(world));
  world.at(world.workday(203), () => recordFalseAlarm(world));
  world.at(world.workday(325), () => recordMissedReviews(world));
}

async function assess(world: World, which: 'first' | 'second') {
  const lead = world.person(MANAGER);
  const [before] = world.recall('assessment');
  const record = await lead.create('assessment', {
    title:
      which === 'first'
        ? 'Where we begin: assessment of all processes'
        : 'A year on: assessment of all processes',
    fields: {
      kind: which === 'first' ? 'baseline' : 'self',
      scope: 'All processes, the head office and two of the seven terminals.',
      method:
        'Talks of an hour with each manager, and twenty records of each process.',
      leadAssessor: lead.ref,
      assessors: [world.person(PREPARES).ref],
      participants: [
        'group:default/incident-managers',
        'group:default/platform-team',
      ],
      plannedFor: world.now().plus({ days: 3 }).toISO(),
      goals: scores.map(({ process }) => ({ process, level: '3' })),
    },
    ...(before && { links: [{ relation: 'follows', to: before.id }] }),
  });
  world.remember('assessment', record);
  await lead.move(record.id, 'start');
  world.after({ days: 7 }, async () => {
    await lead.move(record.id, 'discuss', {
      scores: scores.map(({ requirement, process, gap, ...level }) => ({
        requirement,
        process,
        level: level[which],
        goal: '3',
        ...(level[which] !== '3' && { gap }),
      })),
    });
  });
  world.after({ days: 10 }, async () => {
    if (which === 'first') {
      await lead.move(
        record.id,
        'goOn',
        {},
        'The network team shows records that we had not seen',
      );
    }
    await lead.move(record.id, 'complete', {
      gapSummary:
        which === 'first'
          ? 'We help people well and remember little of it. Promises, causes and suppliers are the widest gaps.'
          : 'Five processes are where they should be. Suppliers, reports and causes need another year.',
      strengths: 'People help each other, and say what went wrong.',
      improvementTasks: [
        {
          task: 'Agree with the four largest customers what we promise',
          importance: 'high',
          responsible: world.person(PREPARES).ref,
          by: world.now().plus({ days: 120 }).toISODate(),
        },
        {
          task: 'Try the continuity plans before the storms',
          importance: 'high',
          responsible: 'group:default/platform-team',
          by: world.now().plus({ days: 180 }).toISODate(),
        },
      ],
      overallLevel: which === 'first' ? 1 : 2.4,
      conclusions: 'To be shown to top management at the next review.',
      nextAssessmentAt: world.now().plus({ days: 290 }).toISO(),
    });
  });
}

async function planAudits(world: World) {
  const keeper = world.person(PREPARES);
  const programme = await keeper.create('auditProgramme', {
    title: 'Internal audits of the year',
    fields: {
      objectives: 'To find out whether what we wrote down is also what we do.',
      criteria: 'FitSM-1, our policies, agreements in force.',
      periodStart: world.start.toISO(),
      periodEnd: world.start.plus({ days: 365 }).toISO(),
      processes: audits.flatMap(({ processes, day }) =>
        processes.map(process => ({
          process,
          importance: 'high',
          frequency: 'yearly',
          plannedFor: world.start.plus({ days: day }).toISODate()!,
        })),
      ),
      impartiality: 'Nobody audits a process in which they have a part.',
      resources: 'Six days of two people.',
      reportRecipients: [world.person('maren-aldous').ref],
    },
  });
  world.remember('auditProgramme', programme);
  await keeper.move(programme.id, 'submit');
  world.after({ days: 2 }, async () => {
    await world
      .person(MANAGER)
      .vote(
        programme.id,
        'refuse',
        'Security must be in it, not only the desk',
      );
    await keeper.edit(programme.id, {
      scope: 'Incidents, changes, security and agreements; all terminals.',
    });
    await keeper.move(programme.id, 'submit');
    await world.person(MANAGER).vote(programme.id, 'approve');
  });
  world.at(world.workday(224), async () => {
    await keeper.move(programme.id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'The first audit took a day longer than planned.',
    });
  });
}

async function carryOut(world: World, audit: (typeof audits)[number]) {
  const keeper = world.person(PREPARES);
  const lead = world.person(audit.lead);
  const [programme] = world.recall('auditProgramme');
  const record = await keeper.create('audit', {
    title: audit.title,
    fields: {
      scope: `The processes ${audit.processes.join(
        ' and ',
      )}, at the head office.`,
      criteria: 'FitSM-1 and our own definitions of these processes.',
      method: 'Talks, and sixty records taken by lot.',
      processes: audit.processes.map(process => ({
        process,
        auditor: lead.ref,
        at: world.now().plus({ days: 14 }).toISO()!,
      })),
      leadAuditor: lead.ref,
      auditees: audit.auditees.map(name => `group:default/${name}`),
      reportRecipients: [
        world.person('maren-aldous').ref,
        world.person(MANAGER).ref,
      ],
      independence: audit.independence,
      plannedStartAt: world.now().plus({ days: 14 }).toISO(),
      plannedEndAt: world.now().plus({ days: 16 }).toISO(),
      reportDueAt: world.now().plus({ days: 30 }).toISO(),
    },
    ...(programme && { links: [{ relation: 'follows', to: programme.id }] }),
  });
  world.remember('audit', record);
  await lead.move(record.id, 'announce');
  world.after({ days: 14 }, async () => {
    await lead.move(record.id, 'start');
  });
  world.after({ days: 24 }, async () => {
    await lead.move(record.id, 'report', {
      result: audit.findings.some(({ kind }) => kind === 'major')
        ? 'major'
        : 'minor',
      conclusion:
        'The processes are lived. What was found can be put right in weeks.',
      findings: audit.findings,
      strengths: 'Records are easy to find, and say why something was done.',
    });
    for (const finding of audit.findings) {
      if (finding.kind !== 'strength') {
        await recordNonconformity(world, record.id, audit.lead, finding);
      }
    }
    await addAction(world, record.id);
  });
  world.after({ days: 95 }, async () => {
    await keeper.move(record.id, 'close', {
      followUp: 'All findings have an owner and a date; two are corrected.',
    });
  });
}

async function addAction(world: World, audit: string) {
  const keeper = world.person(PREPARES);
  const action = await keeper.create('followUpAction', {
    title: 'Show the findings to the teams that were audited',
    fields: {
      description:
        'Twenty minutes in each team meeting, with the records themselves.',
      kind: 'tell',
      process: 'sms',
      assignee: keeper.ref,
      dueAt: world.now().plus({ days: 21 }).toISO(),
    },
    links: [{ relation: 'followsFrom', to: audit }],
  });
  world.after({ days: 17 }, async () => {
    await keeper.move(action.id, 'finish', {
      result: 'Shown in five meetings; the desk asked for a checklist.',
    });
  });
}

async function recordNonconformity(
  world: World,
  audit: string,
  foundBy: string,
  finding: (typeof audits)[number]['findings'][number],
) {
  const { cause, action, assignee, helpsAtOnce } = corrections[finding.process];
  const keeper = world.person(PREPARES);
  const finder = world.person(foundBy);
  const worker = world.person(assignee);
  const record = await keeper.create('nonconformity', {
    title: finding.finding,
    fields: {
      origin: 'internalAudit',
      requirement: finding.requirement,
      process: finding.process,
      severity: finding.kind === 'major' ? 'major' : 'minor',
      description: finding.finding,
      evidence: 'The samples are named in the report of the audit.',
      foundBy: finder.ref,
      assignee: worker.ref,
      dueAt: world.now().plus({ days: 45 }).toISO(),
    },
    links: [{ relation: 'foundIn', to: audit }],
  });
  world.remember('nonconformity', record);
  if (finding.kind === 'major') {
    await worker.move(record.id, 'contain', {
      immediateAction: 'The three accounts were locked within the hour.',
    });
  }
  world.after({ days: 6 }, async () => {
    await worker.move(record.id, 'analyse', {
      cause,
      severity: finding.kind === 'major' ? 'major' : 'minor',
    });
    await worker.move(record.id, 'correct', {
      correctiveAction: action,
      dueAt: world.now().plus({ days: 40 }).toISO(),
      verifier: finder.ref,
    });
  });
  world.after({ days: 38 }, async () => {
    await worker.move(record.id, 'submit', { correctionDone: action });
    if (!helpsAtOnce) {
      await finder.move(
        record.id,
        'reject',
        {},
        'Nine of twenty new samples were still closed without asking',
      );
      world.after({ days: 30 }, async () => {
        await worker.move(record.id, 'submit', {
          correctionDone: 'Each agent was shown their own samples.',
        });
        await verify(world, record.id, foundBy, 'partly');
      });
    } else {
      await verify(world, record.id, foundBy, 'effective');
    }
  });
}

async function verify(
  world: World,
  id: string,
  verifier: string,
  effectiveness: string,
) {
  await world.person(verifier).move(id, 'verify', {
    effectiveness,
    verification: 'Twenty new samples were looked at.',
  });
}

async function cancelAudit(world: World) {
  const keeper = world.person(PREPARES);
  const record = await keeper.create('audit', {
    title: 'Audit of the ticket printers by their maker',
    fields: {
      kind: 'supplier',
      scope: 'Printers at the terminals.',
      leadAuditor: world.person('eilidh-macaskill').ref,
    },
  });
  await keeper.move(
    record.id,
    'cancel',
    {},
    'The maker was bought; its new owner comes next year',
  );
}

const reviews = {
  first: {
    title: 'Management review of the first half-year',
    assessment: 'partly',
    conclusions:
      'People are helped faster, and we know our services. Promises to customers are late; that is what the next half-year is for.',
    decisions: [
      {
        decision:
          'A second person for agreements and reports until the year ends',
        kind: 'resources',
        responsible: 'user:default/maren-aldous',
      },
      {
        decision: 'No change in the four weeks around midsummer',
        kind: 'goals',
        responsible: 'group:default/change-advisory-board',
      },
    ],
  },
  second: {
    title: 'Management review of the second half-year',
    assessment: 'effective',
    conclusions:
      'Five processes are where we want them. Suppliers and causes are the goals of the next year.',
    decisions: [
      {
        decision:
          'Each supplier without whom we cannot sail is met each quarter',
        kind: 'improvement',
        responsible: 'user:default/rosa-delgado',
      },
    ],
  },
};

async function holdReview(world: World, which: keyof typeof reviews) {
  const review = reviews[which];
  const keeper = world.person(PREPARES);
  const chair = world.person('maren-aldous');
  const [before] = world.recall('managementReview');
  const record = await keeper.create('managementReview', {
    title: review.title,
    fields: {
      periodStart: world.now().minus({ days: 140 }).toISO(),
      periodEnd: world.now().toISO(),
      plannedFor: world.now().plus({ days: 12 }).toISO(),
      chair: chair.ref,
      participants: [
        world.person(MANAGER).ref,
        'group:default/change-advisory-board',
      ],
      outcomesWanted: 'Where we stand; what we change; with which means.',
      preparation: [
        {
          step: 'Figures of all processes',
          state: 'open',
          assignee: keeper.ref,
        },
        { step: 'Findings of audits', state: 'open' },
        { step: 'What became of the last decisions', state: 'open' },
      ],
      agenda: [
        { topic: 'earlierActions' },
        { topic: 'policyAndGoals' },
        { topic: 'kpis' },
        { topic: 'audits' },
        { topic: 'customers' },
        { topic: 'risks' },
        { topic: 'resources' },
        { topic: 'improvements' },
      ],
    },
    ...(before && { links: [{ relation: 'follows', to: before.id }] }),
  });
  world.remember('managementReview', record);
  await keeper.move(record.id, 'invite');
  world.after({ days: 11 }, async () => {
    await keeper.edit(record.id, {
      preparation: [
        {
          step: 'Figures of all processes',
          state: 'done',
          assignee: keeper.ref,
        },
        { step: 'Findings of audits', state: 'done' },
        {
          step: 'What became of the last decisions',
          state: before ? 'done' : 'skipped',
          ...(before ? {} : { note: 'This is the first review' }),
        },
      ],
    });
    const considered = ['audit', 'assessment', 'kpi', 'nonconformity', 'report']
      .flatMap(name => world.recall(name).slice(-4))
      .slice(0, 14);
    for (const { id } of considered) {
      await keeper.link(record.id, 'considers', id);
    }
  });
  world.after({ days: 12 }, async () => {
    await keeper.move(record.id, 'hold', {
      inputs: 'Figures, findings and the list of improvements.',
    });
  });
  world.after({ days: 16 }, async () => {
    await chair.move(record.id, 'confirm', {
      assessmentOfSystem: review.assessment,
      policyFits: which === 'first' ? 'change' : 'fits',
      decisions: review.decisions.map(decision => ({
        ...decision,
        by: world.now().plus({ days: 60 }).toISODate(),
      })),
      conclusions: review.conclusions,
      nextReviewAt: world.now().plus({ days: 180 }).toISO(),
    });
    for (const { decision } of review.decisions) {
      const action = await keeper.create('followUpAction', {
        title: decision,
        fields: {
          description: 'Decided at the management review.',
          process: 'sms',
          assignee: world.person(MANAGER).ref,
          dueAt: world.now().plus({ days: 60 }).toISO(),
        },
        links: [{ relation: 'followsFrom', to: record.id }],
      });
      world.after({ days: world.random.between(25, 75) }, async () => {
        await world.person(MANAGER).move(action.id, 'finish', {
          result: 'Done, and told to the participants.',
        });
      });
    }
  });
  if (which === 'first') {
    world.after({ days: 110 }, async () => {
      await keeper.move(record.id, 'close', {
        followUp: 'Both decisions were carried out.',
      });
    });
  }
}

/** Still to come when the year ends. */
async function planReview(world: World) {
  await world.person(PREPARES).create('managementReview', {
    title: 'Management review before the season',
    fields: {
      kind: 'extraordinary',
      plannedFor: world.now().plus({ days: 40 }).toISO(),
      chair: world.person('maren-aldous').ref,
      participants: [world.person(MANAGER).ref],
      outcomesWanted: 'Are we ready for two more sailings a day?',
    },
  });
}

/** A row that need not be met until next year. */
async function exclude(world: World) {
  const keeper = world.person(PREPARES);
  const record = await keeper.create('requirementExclusion', {
    title: 'No structure of our own for capacity plans',
    fields: {
      requirement: 'PR5.S1',
      process: 'capm',
      ground: 'later',
      justification:
        'Three plans a year do not need a structure of their own yet; the form of the portal is enough.',
      consequences: 'Plans of different services are harder to compare.',
      compensation: 'The platform lead reads all three.',
      approvers: [world.person('maren-aldous').ref],
      validFrom: world.now().toISO(),
      validUntil: world.now().plus({ days: 500 }).toISO(),
    },
  });
  await keeper.move(record.id, 'submit');
  world.after({ days: 3 }, async () => {
    await world.person('maren-aldous').vote(record.id, 'approve');
    await world.person(MANAGER).vote(record.id, 'approve');
  });
}

async function recordFalseAlarm(world: World) {
  const finder = world.person('samuel-owusu');
  const record = await finder.create('nonconformity', {
    title: 'Terminal Westhaven has no list of contacts on the wall',
    fields: {
      origin: 'staff',
      process: 'isrm',
      severity: 'observation',
      description: 'The list that each terminal should have is not there.',
    },
  });
  world.after({ days: 4 }, async () => {
    await world
      .person(PREPARES)
      .move(
        record.id,
        'cancel',
        {},
        'It hangs in the new office on the first floor',
      );
  });
}

/** Found late, and not corrected when the year ends. */
async function recordMissedReviews(world: World) {
  const keeper = world.person(PREPARES);
  const [assessment] = world.recall('assessment').slice(-1);
  const record = await keeper.create('nonconformity', {
    title: 'Four suppliers were not evaluated this year',
    fields: {
      origin: 'assessment',
      requirement: 'PR8.3',
      process: 'suppm',
      description: 'The evaluations of autumn were left out.',
      assignee: keeper.ref,
      dueAt: world.now().plus({ days: 14 }).toISO(),
    },
    ...(assessment && {
      links: [{ relation: 'foundIn', to: assessment.id }],
    }),
  });
  world.remember('nonconformity', record);
  world.after({ days: 8 }, async () => {
    await keeper.move(record.id, 'analyse', {
      cause: 'One person does all of it, and was ill in autumn.',
      severity: 'minor',
    });
  });
}
