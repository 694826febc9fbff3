import { RowValue } from '@fitsm/plugin-fitsm-common';
import { World } from '../World';
import { agreementOn, course, dateIn, linksTo, Step } from './course';
import { sufferOutages } from './sacmOutages';
import { testPlans } from './sacmTests';
import { Plan, plans, Requirement, requirements } from './texts/sacm';

/** Service availability and continuity management. */
export function liveSacm(world: World): void {
  const known = new Map<string, string>();
  requirements.forEach(text => bringRequirement(world, text, known));
  plans.forEach(plan => makePlan(world, plan, known));
  leaveDraftUnread(world);
  succeedPaymentPlan(world, known);
  testPlans(world, known);
  sufferOutages(world);
}

function bringRequirement(
  world: World,
  { day, by, system, draft, isObsolete }: Requirement,
  known: Map<string, string>,
) {
  const person = world.person(by);
  const sven = world.person('sven-kallio');
  const steps: Step[] = [
    [4, id => person.move(id, 'agree')],
    [
      60,
      async id => {
        const sla = agreementOn(world, system);
        if (sla && draft.fields?.source === 'agreement') {
          await person.link(id, 'follows', sla.id);
        }
      },
    ],
    [
      isObsolete ? 130 : 172,
      id =>
        isObsolete
          ? person.move(
              id,
              'retire',
              {},
              'The coastguard has switched its fax off; manifests are phoned through.',
            )
          : person.move(id, 'review', {
              reviewOutcome: 'kept',
              reviewNote: 'Looked at with those who depend on it: still right.',
            }),
    ],
  ];
  if (system === 'traveller-channels') {
    steps.push(
      [
        180,
        id =>
          person.move(
            id,
            'revise',
            {},
            'The app now sells every third ticket, and 99.5 % is no longer enough.',
          ),
      ],
      [
        182,
        id =>
          person.edit(id, { availabilityTarget: 99.7, criticality: 'high' }),
      ],
      [
        185,
        id => person.move(id, 'agree', { agreedWith: ['group:commercial'] }),
      ],
      [
        290,
        id =>
          sven.move(id, 'review', {
            reviewOutcome: 'kept',
            reviewNote: '99.7 % was kept in each month since.',
          }),
      ],
    );
  }
  course(
    world,
    day,
    async () => {
      const record = await person.create('availabilityContinuityRequirement', {
        ...draft,
        links: linksTo(world, 'concerns', 'service', [`system:${system}`]),
      });
      known.set(`${system} ${record.fields.kind}`, record.id);
      return record;
    },
    steps,
  );
}

/** What a plan in force goes through; terminals are refused once before. */
function makePlan(world: World, plan: Plan, known: Map<string, string>) {
  const { key, day, by, system, draft } = plan;
  const person = world.person(by);
  const [first, second] = plan.approvers.map(name => world.person(name));
  const steps: Step[] = [[3, id => person.move(id, 'sendForApproval')]];
  if (key === 'terminals') {
    steps.push(
      [
        5,
        id =>
          first.vote(
            id,
            'refuse',
            'The plan counts on a mobile network at every ramp; there is none at Kelpholm and on Sundra. Say what happens there.',
          ),
      ],
      [
        9,
        id =>
          person.edit(id, {
            version: '1.1',
            emergencyOperation:
              'Boarding by hand as on the laminated card. At Kelpholm and on Sundra the count goes by VHF to the vessel, which passes it on.',
          }),
      ],
      [
        10,
        id => person.move(id, 'sendForApproval', {}, 'With what was missing.'),
      ],
    );
  }
  const later: Step[] =
    key === 'manifest' ? reviseAfterCutOver(world, plan) : [];
  steps.push(
    [12, id => first.vote(id, 'approve')],
    [13, id => second.vote(id, 'approve')],
    [16, async id => linkRisks(world, plan, id)],
    [
      // The terminals' review comes too late.
      key === 'terminals' ? 262 : 175,
      id =>
        person.move(id, 'review', {
          reviewOutcome: 'kept',
          reviewNote:
            'Phone numbers checked, steps read through with the shift.',
        }),
    ],
    ...later,
  );
  course(
    world,
    day,
    async () => {
      const record = await person.create('availabilityContinuityPlan', {
        ...draft,
        fields: {
          ...draft.fields,
          approvers: plan.approvers.map(name => `user:${name}`),
        },
        links: [
          ...linksTo(world, 'protects', 'service', [`system:${system}`]),
          ...['availability', 'continuity'].flatMap(kind => {
            const to = known.get(`${system} ${kind}`);
            return to ? [{ relation: 'meets', to }] : [];
          }),
        ],
      });
      known.set(key, record.id);
      world.remember('plan', record);
      return record;
    },
    steps,
  );
  measure(world, plan, known);
  updateMeasures(world, plan, known);
}

/** Taken out of force for some days, and approved anew. */
function reviseAfterCutOver(world: World, { by, approvers }: Plan): Step[] {
  const person = world.person(by);
  return [
    [
      214,
      id =>
        person.move(
          id,
          'revise',
          {},
          'The coastguard has a new control room, with other numbers.',
        ),
    ],
    [
      215,
      id =>
        person.edit(id, {
          version: '1.1',
          emergencyOperation:
            'The duty engineer phones the head count through to the new control room, and sends the list by mail.',
        }),
    ],
    [216, id => person.move(id, 'sendForApproval')],
    ...approvers.map(
      (name, index): Step => [
        217 + index,
        id => world.person(name).vote(id, 'approve'),
      ],
    ),
  ];
}

async function linkRisks(world: World, { by, draft }: Plan, id: string) {
  const affected = [draft.fields?.affected ?? []].flat().map(String);
  for (const { to } of linksTo(world, 'treats', 'risk', affected)) {
    await world.person(by).link(id, 'treats', to);
  }
}

/** Booking and the platform record what they measured each month. */
function measure(world: World, plan: Plan, known: Map<string, string>) {
  const { key, day, by, draft } = plan;
  const every = ['booking', 'platform'].includes(key) ? 30 : 91;
  const person = world.person(by);
  const target = Number(draft.fields?.availabilityTarget ?? 99.5);
  for (let at = day + every; at < 365; at += every) {
    if (key === 'payments' && at > 280) continue;
    world.at(world.workday(at), async () => {
      const id = known.get(key)!;
      const { state, fields } = await person.read(id);
      if (state !== 'inForce') return;
      const lost = world.random.between(0, 30) / 100;
      await person.move(id, 'recordMonitoring', {
        measurements: [
          ...((fields.measurements ?? []) as RowValue[]),
          {
            from: dateIn(world, -every),
            to: dateIn(world, -1),
            measured: 'By the probe, each minute',
            target,
            availability: Math.round((100 - lost) * 100) / 100,
            reliability: Math.round((100 - lost / 2) * 100) / 100,
            ...(lost > 0.2 && { note: 'One long night; see the outages.' }),
          },
        ],
      });
    });
  }
}

function updateMeasures(
  world: World,
  { key, day, by }: Plan,
  known: Map<string, string>,
) {
  if (!['booking', 'platform'].includes(key)) return;
  const person = world.person(by);
  world.at(world.workday(day + 120), async () => {
    const id = known.get(key)!;
    const { fields } = await person.read(id);
    const measures = fields.preventiveMeasures as RowValue[];
    await person.move(
      id,
      'updateMeasures',
      {
        preventiveMeasures: measures.map(row => ({
          ...row,
          state: 'inPlace',
          ...(row.state === 'planned' && { note: 'Done, and tried out.' }),
        })),
      },
      'What was planned is in place.',
    );
  });
}

/** One plan waits for votes that nobody casts. */
function leaveDraftUnread(world: World) {
  const yuki = world.person('yuki-hamasaki');
  course(
    world,
    332,
    () =>
      yuki.create('availabilityContinuityPlan', {
        title: 'Website and app during a storm',
        fields: {
          kind: 'availability',
          version: '0.9',
          description:
            'On a storm day ten times as many people look at the website as on any other.',
          affected: ['system:traveller-channels', 'component:skerry-web'],
          availabilityTarget: 99.7,
          risks: [
            {
              risk: 'Ten times the visitors within half an hour',
              likelihood: 'high',
              impact: 'medium',
              treatment: 'A plain page with the state of the sailings',
            },
          ],
          monitoring:
            'Page loads and errors by the minute; recorded each month.',
          approvers: ['user:maren-aldous', 'user:anneke-vandermeer'],
        },
        links: linksTo(world, 'protects', 'service', [
          'system:traveller-channels',
        ]),
      }),
    [
      [3, id => yuki.move(id, 'sendForApproval')],
      [6, id => world.person('anneke-vandermeer').vote(id, 'approve')],
    ],
  );
}

/** The next version of the payments plan takes the place of the first. */
function succeedPaymentPlan(world: World, known: Map<string, string>) {
  const priya = world.person('priya-raghunathan');
  course(
    world,
    262,
    async () => {
      const former = known.get('payments')!;
      const { title, fields } = await priya.read(former);
      const record = await priya.create('availabilityContinuityPlan', {
        title,
        fields: {
          kind: 'both',
          version: '2.0',
          description: fields.description,
          affected: fields.affected,
          availabilityTarget: 99.9,
          recoveryTimeObjective: 1,
          risks: fields.risks,
          backups:
            'A second card services supplier, to which the switch takes ten minutes.',
          monitoring: fields.monitoring,
          approvers: fields.approvers,
          reviewInterval: 180,
        },
        links: [
          { relation: 'supersedes', to: former },
          ...linksTo(world, 'protects', 'service', ['system:payments']),
        ],
      });
      world.remember('plan', record);
      return record;
    },
    [
      [4, id => priya.move(id, 'sendForApproval')],
      [
        6,
        id =>
          priya.move(
            id,
            'takeBack',
            {},
            'The cost of the second supplier is missing.',
          ),
      ],
      [
        8,
        id =>
          priya.edit(id, {
            suppliers: 'Second supplier on call, 900 a month.',
          }),
      ],
      [9, id => priya.move(id, 'sendForApproval')],
      [11, id => world.person('maren-aldous').vote(id, 'approve')],
      [12, id => world.person('ifeoma-adeyinka').vote(id, 'approve')],
    ],
  );
}
